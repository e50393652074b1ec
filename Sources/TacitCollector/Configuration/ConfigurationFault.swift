/// One thing that is wrong in the configuration: where, what was expected, and what to do about it.
///
/// ```
/// tacit.yaml:3:14 listen.otlp_http [wrong-value]
///   must be HOST:PORT, such as 127.0.0.1:4318 or "[::1]:4318" (in quotes)
///   → write such a value, or leave it out: the default is 127.0.0.1:4318
/// ```
///
/// It never shows the value that was given: a secret may have been pasted into the wrong place.
package struct ConfigurationFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Stable: scripts and documents may refer to them.
    package enum Code: String, Sendable, CaseIterable {
        case fileMissing = "file-missing"
        case fileUnreadable = "file-unreadable"
        case yamlSyntax = "yaml-syntax"
        case duplicateKey = "duplicate-key"
        case unknownKey = "unknown-key"
        case unknownVariable = "unknown-variable"
        case unknownOption = "unknown-option"
        case missingValue = "missing-value"
        case wrongType = "wrong-type"
        case wrongValue = "wrong-value"
        case outOfRange = "out-of-range"
        case noLimit = "no-limit"
        case plaintextOffLoopback = "plaintext-off-loopback"
        case sharedAddress = "shared-address"
    }

    package var origin: ConfigurationOrigin
    /// The dotted name, where the fault is about one key that may be shown.
    package var key: String?
    package var code: Code
    package var message: String
    package var remedy: String

    package var description: String {
        """
        \(origin) \(key.map { $0 + " " } ?? "")[\(code.rawValue)]
          \(message)
          → \(remedy)
        """
    }
}

/// All that is wrong: the file from its top, then the environment, then the command line.
///
/// A collector that gets them does not start, so nothing is collected by an intention that could not be read.
package struct ConfigurationFaults: Error, Sendable, Hashable, CustomStringConvertible {
    package let faults: [ConfigurationFault]

    init(_ faults: [ConfigurationFault]) {
        self.faults = faults.sorted { ($0.origin, $0.key ?? "") < ($1.origin, $1.key ?? "") }
    }

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
