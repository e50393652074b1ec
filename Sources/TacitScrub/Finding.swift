/// A stretch of text that a detector takes for personal, financial or secret.
///
/// It says where and why, never what: neither the value nor a part of it is stored or described.
///
/// ```swift
/// let found = Scrubber().findings(in: "mail jane@example.com")
/// print(found[0])     // EMAIL at 5..<21 (email)
/// ```
public struct Finding: Sendable, Hashable {
    public let kind: Kind
    /// Offsets in UTF-8 bytes.
    public let range: Range<Int>
    public let rule: RuleID

    public init(kind: Kind, range: Range<Int>, rule: RuleID) {
        self.kind = kind
        self.range = range
        self.rule = rule
    }

    /// The same in a text that this one begins in the middle of.
    func moved(by offset: Int) -> Finding {
        Finding(kind: kind, range: range.lowerBound + offset..<range.upperBound + offset, rule: rule)
    }
}

extension Finding: CustomStringConvertible {
    public var description: String { "\(kind.label) at \(range) (\(rule.name))" }
}

/// The name of the rule that made a finding, such as `email`, `ipv4.private` or `token.github`.
public struct RuleID: @unchecked Sendable {
    // Sendable: points to a literal of the program, which ends in NUL and is never changed or freed. One word, so that
    // a verifier's answer fits in registers.
    private let start: UnsafePointer<UInt8>

    /// Names are literals of the source, never made from scrubbed text.
    init(_ literal: StaticString) { start = literal.utf8Start }

    public var name: String { String(cString: start) }
}

extension RuleID: Hashable, CustomStringConvertible {
    public static func == (a: RuleID, b: RuleID) -> Bool {
        // Safe: both end in NUL, and the first byte that differs ends the loop, too.
        var i = 0
        while a.start != b.start, a.start[i] == b.start[i] {
            if a.start[i] == 0 { return true }
            i += 1
        }
        return a.start == b.start
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    public var description: String { name }
}

extension RuleID {
    /// Rules whose findings no policy and no allow-list lets through.
    var isOnTheFloor: Bool { self == .authorization || self == .card || self == .privateKey }
}

extension RuleID {
    static let email = RuleID("email")
    static let card = RuleID("card")
    static let mac = RuleID("mac")
    static let jwt = RuleID("jwt")
    static let authorization = RuleID("authorization")
    static let password = RuleID("key.password")
    static let vehicle = RuleID("key.vehicle")
    static let cardKey = RuleID("key.card")
    static let cookie = RuleID("cookie")
    static let urlPassword = RuleID("url.password")
    static let homePath = RuleID("path.home")
    static let privateKey = RuleID("private-key")
    static let placeholder = RuleID("placeholder")
    static let blockedValue = RuleID("policy.value")
    static let blockedKey = RuleID("policy.key")
}
