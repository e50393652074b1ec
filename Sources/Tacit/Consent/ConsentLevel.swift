/// How much of a category somebody agrees to. Each level holds those below it.
public enum ConsentLevel: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    case denied
    case basic
    case enhanced
    case full

    /// `denied`, `basic`, `enhanced` or `full`.
    public var name: String {
        switch self {
        case .denied: "denied"
        case .basic: "basic"
        case .enhanced: "enhanced"
        case .full: "full"
        }
    }

    public init?(name: some StringProtocol) {
        guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = level
    }

    @inlinable
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension ConsentLevel: Codable {
    public init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        guard let level = Self(name: name) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no such consent level"))
        }
        self = level
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
