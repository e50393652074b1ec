/// A policy that can't be meant, with the way out.
public struct ScrubPolicyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Stable; for programs.
    public let code: String
    public let what: String
    public let remedy: String

    public var description: String { "\(what). \(remedy) (\(code))" }

    static var unknownKind: Self {
        Self(
            code: "scrub.policy.unknown-kind",
            what: "The policy names a kind that does not exist",
            remedy: "Use one of \(Kind.allCases.map(\.label).joined(separator: ", ")).")
    }

    static func floor(_ kind: Kind) -> Self {
        Self(
            code: "scrub.policy.floor",
            what: "\(kind.label) can't be kept: it is on the floor that no policy switches off",
            remedy: "Use placeholder, drop or pseudonym for it.")
    }

    static var partialPrivateKey: Self {
        Self(
            code: "scrub.policy.partial-private-key",
            what: "PRIVATE_KEY can't be shown in part",
            remedy: "Use placeholder or drop for it.")
    }

    static func partialLength(_ kind: Kind, _ last: Int) -> Self {
        Self(
            code: "scrub.policy.partial-length",
            what: "\(kind.label) can't show its last \(last) characters",
            remedy: "Give a number from 1 to 4.")
    }

    static func noPseudonymizer(_ kind: Kind) -> Self {
        Self(
            code: "scrub.policy.no-pseudonymizer",
            what: "\(kind.label) is to become a pseudonym, but no key was given",
            remedy: "Make the policy with ScrubPolicy(pseudonymizer:), or use placeholder.")
    }

    // A pattern may hold what it is to find, so none is told.

    static func pattern(_ why: String, at index: Int) -> Self {
        Self(
            code: "scrub.policy.pattern",
            what: "The pattern is not understood at its byte \(index): \(why)",
            remedy: "Use characters, classes, groups, `|`, `*`, `+`, `?`, `{n,m}`, and `^`, `$` or `\\b` at the ends.")
    }

    static var patternSize: Self {
        Self(
            code: "scrub.policy.pattern-size",
            what: "The pattern needs too large an automaton",
            remedy: "Use smaller repeats, or fewer of them after one another.")
    }

    static var blockedAndAllowed: Self {
        Self(
            code: "scrub.policy.contradiction",
            what: "A pattern is among the blocked and the allowed values",
            remedy: "Take it out of one of the lists.")
    }

    static var ignoredAndBlocked: Self {
        Self(
            code: "scrub.policy.contradiction",
            what: "A key is ignored, but a blocked key pattern is found in it",
            remedy: "Take it out of the ignored keys, or make the pattern narrower.")
    }
}
