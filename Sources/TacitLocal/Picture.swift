/// All that is known at one moment: what the page, the terminal and the reports show.
///
/// Made from the files alone, by ``LocalFolder``.
public struct Picture: Sendable {
    /// One day of the uptime strip.
    public struct Day: Sendable, Hashable {
        /// Days since 1970-01-01 UTC.
        public let day: Int64
        /// Minutes of the day for which something is known, by status, rounded; what was seen at all is at least one. What is
        /// missing to 1,440 is not known.
        public var minutes: [SystemHealth.Status: Int]
        public var criticalErrors: Int
        /// Errors of every severity, by their count.
        public var errors: Int
    }

    public struct LevelPoint: Sendable, Hashable {
        public let timestamp: Moment
        public let level: Double

        public init(timestamp: Moment, level: Double) {
            self.timestamp = timestamp
            self.level = level
        }
    }

    /// A level over its whole time: at most 400 points, each the median of its stretch.
    public struct Level: Sendable {
        public let name: Name
        public let last: LevelStatus
        public let points: [LevelPoint]
        /// How many lines the points stand for.
        public let lines: Int
    }

    public struct ErrorCount: Sendable, Hashable {
        public let code: ErrorCode
        public let component: Name
        public let severity: ErrorEvent.Severity
        public var count: Int
        public var last: Moment
        /// The latest message, scrubbed.
        public var message: String?
    }

    /// What one part has on the disk.
    public struct Holding: Sendable {
        public let part: Part
        public let isOn: Bool
        public let files: [String]
        public let bytes: Int
        public let lines: Int
        public let oldest: Moment?
        /// When the oldest line goes.
        public let goes: Moment?
        /// The last lines as they are in the file, newest last, five at most.
        public let lastLines: [String]
        /// Lines that are not records of this part: from an editor, a failing disk.
        public let unreadable: Int
    }

    public let now: Moment
    /// Where the files lie.
    public let folder: String
    /// The last record of health; `nil` before the first.
    public let health: SystemHealth?
    /// Since when the status of that record has held without a break; `nil` where that is not known.
    public var statusSince: Moment?
    /// Whether a monitor runs at this moment.
    public let isMonitored: Bool
    /// The last 30 days, oldest first.
    public let days: [Day]
    /// Those that are over their threshold now, or were.
    public let resources: [ResourceAlert]
    /// The last state of each service, by name.
    public let services: [ServiceStatus]
    public let levels: [Level]
    /// Most frequent first.
    public let errors: [ErrorCount]
    /// Errors by hour of the day, UTC: 24 counts.
    public let errorsByHour: [Int]
    /// Lines of errors by hour of the day, however many errors each stands for.
    public var errorLinesByHour = [Int](repeating: 0, count: 24)
    /// Alerts that stand now.
    public let standing: [AlertEvent]
    /// The last 50, newest first.
    public let alerts: [AlertEvent]
    /// In the order of ``Part/allCases``.
    public let holdings: [Holding]
    /// Share of known minutes in which the system was not critical, over the kept days; `nil` where nothing is known.
    public let uptime: Double?
    /// Mean time from the begin of one critical stretch to the begin of the next, in seconds; `nil` with fewer than two.
    public let meanTimeBetweenFailures: Int64?
}
