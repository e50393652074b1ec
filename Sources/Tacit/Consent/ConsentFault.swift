/// Why the record of decisions can't be read or written. While it can't, telemetry is off.
public struct ConsentFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Stable: scripts and documents may refer to them.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The key of the installation is missing, damaged or open to others.
        case key = "consent.key"
        case unreadable = "consent.unreadable"
        /// A line is no decision, or does not follow from the one before it.
        case damaged = "consent.damaged"
        /// A later version of this program wrote it.
        case newer = "consent.newer"
        case unwritable = "consent.unwritable"
        /// Another process kept the record locked.
        case busy = "consent.busy"
        /// An export of decisions can't be read.
        case export = "consent.export"
    }

    public let code: Code
    public let problem: String
    /// The file, with its line where it is about one.
    public let place: String
    public let remedy: String

    public var description: String { "\(place): \(problem) [\(code.rawValue)]\n  → \(remedy)" }
}
