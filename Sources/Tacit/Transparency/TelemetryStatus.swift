/// How a project's telemetry stands: whether it is on and who decided, what waits, what went wrong and how to mend it.
///
/// ```swift
/// let status = await telemetry.status()
/// status.isOn                              // false
/// status.faults.first?.remedy              // what to do about what can't be relied on
/// print(status.text)
/// ```
///
/// It holds no collected value and no token.
public struct TelemetryStatus: Sendable, Hashable, Codable {
    /// One switch and what it says now.
    public struct Switch: Sendable, Hashable, Codable {
        public let name: String
        public let source: SwitchSource
        public let verdict: SwitchReading.Verdict
        public let reason: String
        public let remedy: String
    }

    /// One consent category and where it stands.
    public struct Category: Sendable, Hashable, Codable {
        public let name: String
        public let title: String
        /// `granted`, `undecided`, `refused`, `withdrawn`, `objected`, `ended`, `changed` or `not_yet`.
        public let standing: String
        /// What is granted, where something is.
        public let level: ConsentLevel?
    }

    /// What is on this machine and not yet sent.
    public struct Waiting: Sendable, Hashable, Codable {
        public let records: Int
        public let bytes: Int
        /// Batches of which it is unknown whether they arrived, or of which a part has.
        public let begunBatches: Int
    }

    public struct Sending: Sendable, Hashable, Codable {
        /// `nil` where nothing is sent for want of an address.
        public let endpoint: String?
        public let sealed: String
        public let isAutomatic: Bool
        public let privacyLevel: String
        /// Minutes UTC, such as `2026-03-01T12:00Z`.
        public let next: String?
        public let lastSuccess: String?
        /// Since the last success.
        public let failures: Int
        public let lastFailure: String?
        /// What the collector has yet to be told to take out.
        public let pendingErasures: Int
    }

    /// How many events went one way, since this process began.
    public struct Count: Sendable, Hashable, Codable {
        public let name: String
        public let meaning: String
        public let count: Int
    }

    /// An erasure after which nobody has decided anything.
    public struct Erasure: Sendable, Hashable, Codable {
        public let day: String
        /// Whether the collector has yet to answer.
        public let isPending: Bool
        /// What the collector took out, where it said so.
        public let contributions: Int?
        public let windows: Int?
        /// What it signed, as JSON.
        public let receipt: String?
    }

    public let formatVersion: Int
    public let project: String
    /// Where everything of it lies.
    public let folder: String
    public let isOn: Bool
    /// The switch that decided.
    public let decidedBy: SwitchSource
    /// The decision in a person's words, with what every switch says.
    public let explanation: String
    public let isRestricted: Bool
    public let categories: [Category]
    public let waiting: Waiting?
    public let sending: Sending
    /// What can't be relied on, each with its remedy.
    public let faults: [TelemetryFault]
    public let counts: [Count]
    public let erased: Erasure?
    public let switches: [Switch]

    public var json: String { ReadableJSON.text(self) }
}
