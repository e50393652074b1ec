/// How much a person has agreed to, in one category; each level contains those before it.
public enum ConsentLevel: UInt8, Sendable, Hashable, Comparable, CaseIterable, Codable {
    case denied, basic, enhanced, full

    @inlinable
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// The name that files, commands and environments use.
    public var name: String {
        switch self {
        case .denied: "denied"
        case .basic: "basic"
        case .enhanced: "enhanced"
        case .full: "full"
        }
    }

    public init?(name: String) {
        guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = level
    }
}
