import TacitScrub

/// What a person calls a service, a level or a component: `home-db`, `consciousness`.
///
/// Lower-case letters, digits, `.`, `_` and `-`, at most 40, a letter first, and nothing that the scrubber takes for
/// personal, financial or secret, however its parts are joined.
public struct Name: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    public init?(_ text: some StringProtocol) {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 40,
            text.utf8.allSatisfy({ byte in
                switch byte {
                case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
                default: false
                }
            }), Self.looksHarmless(String(text))
        else { return nil }
        self.text = String(text)
    }

    /// A name that is in the source of this program.
    init(declared text: StaticString) { self.text = "\(text)" }

    public var description: String { text }
    public static func < (left: Name, right: Name) -> Bool { left.text < right.text }

    static let scrubber = Scrubber()
}

/// What happened, as a code: `DB-1001`, `E_TIMEOUT`. Letters, digits, `.`, `_` and `-`, at most 40.
public struct ErrorCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    public init?(_ text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 40,
            text.utf8.allSatisfy({ byte in
                switch byte {
                case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }), Name.looksHarmless(String(text))
        else { return nil }
        self.text = String(text)
    }

    public var description: String { text }
    public static func < (left: ErrorCode, right: ErrorCode) -> Bool { left.text < right.text }
}
