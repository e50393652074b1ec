/// What a person answered.
public struct ConsentAnswer: Sendable, Hashable {
    public let grants: [ConsentGrant]
    public let refusals: [ConsentCategory]
    /// Whether they pressed Ctrl-C. It is a no, and perhaps a wish to end the program.
    public let isInterrupted: Bool

    /// What is to be written down: a no as well, so that nobody is asked twice.
    package var changes: [ConsentChange] { grants.map { .granted($0) } + refusals.map { .refused($0) } }
}
