/// Where a value of the configuration was written.
///
/// ```swift
/// "\(ConfigurationOrigin.file("tacit.yaml", line: 3, column: 9))"   // tacit.yaml:3:9
/// ```
package enum ConfigurationOrigin: Sendable, Hashable, CustomStringConvertible {
    /// Nobody wrote it.
    case `default`
    /// Line and column count from 1, columns in Unicode scalars.
    case file(String, line: Int, column: Int)
    /// The name of a variable.
    case environment(String)
    /// The name of an option, with its dashes.
    case option(String)

    package var description: String {
        switch self {
        case .default: "default"
        case .file(let name, let line, let column): "\(name):\(line):\(column)"
        case .environment(let name), .option(let name): name
        }
    }
}

extension ConfigurationOrigin: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension ConfigurationOrigin: Comparable {
    /// As one reads: the file from its top, then the environment, then the command line.
    package static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }

    private var rank: (Int, Int, Int, String) {
        switch self {
        case .default: (0, 0, 0, "")
        case .file(let name, let line, let column): (1, line, column, name)
        case .environment(let name): (2, 0, 0, name)
        case .option(let name): (3, 0, 0, name)
        }
    }
}
