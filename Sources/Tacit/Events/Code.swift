import TacitScrub

/// A short token that a machine made, such as `TELEMETRY-1001` or the name of an error type.
///
/// ```swift
/// let code: Code = "TELEMETRY-1001"
/// let status = Code("HTTP-", number: 503)
/// let type = Code(typeOf: error)
/// ```
///
/// It has letters, digits and `._:-/` only, at most 120 of them, and nothing in it that the scrubber takes for personal,
/// financial or secret.
public struct Code: Sendable, Hashable {
    public let text: String

    static let maxLength = 120

    /// `nil` where the text is no code. It is not for apps: a name or a password looks like a code too.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.maxLength, text.utf8.allSatisfy(Self.isAllowed),
            Scrubbed.scrubber.scrub(text) == text
        else { return nil }
        self.text = text
    }

    /// What the app's author writes, and a number.
    public init(_ prefix: StaticString, number: Int) {
        let prefix = Code(stringLiteral: prefix)
        text = String(prefix.text.prefix(Self.maxLength - 20)) + "\(number)"
    }

    /// The name of an error's type, without anything that the error carries.
    public init?(typeOf error: any Error) {
        let name = String(describing: Swift.type(of: error)).utf8.map { Self.isAllowed($0) ? $0 : UInt8(ascii: "_") }
        self.init(String(decoding: name, as: UTF8.self))
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "._:-/".utf8.contains(byte)
        }
    }
}

extension Code: ExpressibleByStringLiteral {
    /// A literal is written by the app's author, never by the people who use it.
    public init(stringLiteral value: StaticString) {
        let text = value.description
        precondition(
            !text.isEmpty && text.utf8.count <= Self.maxLength && text.utf8.allSatisfy(Self.isAllowed),
            "a code has 1 to 120 letters, digits and . _ : - /")
        self.text = text
    }
}
