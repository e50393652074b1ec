/// What one switch said.
public struct SwitchReading: Sendable, Hashable {
    public enum Verdict: String, Sendable, Hashable, Codable {
        case on
        case off
        /// It is not set.
        case silent
    }

    public let source: SwitchSource
    /// How a person calls it: the name of a variable, the path of a file.
    public let name: String
    public let verdict: Verdict
    /// Why, in words that follow the name. Never a value that could not be read.
    public let reason: String
    /// What to do so that it no longer says off; empty where it doesn't.
    public let remedy: String

    static func off(_ source: SwitchSource, _ name: String, _ reason: String, remedy: String) -> Self {
        Self(source: source, name: name, verdict: .off, reason: reason, remedy: remedy)
    }

    static func on(_ source: SwitchSource, _ name: String, _ reason: String) -> Self {
        Self(source: source, name: name, verdict: .on, reason: reason, remedy: "")
    }

    static func silent(_ source: SwitchSource, _ name: String, _ reason: String) -> Self {
        Self(source: source, name: name, verdict: .silent, reason: reason, remedy: "")
    }
}
