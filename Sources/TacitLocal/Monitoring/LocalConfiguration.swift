/// What a person declares of their system: nothing needs to be, everything has a default.
public struct LocalConfiguration: Sendable, Hashable {
    public struct Service: Sendable, Hashable {
        public var name: Name
        public var probe: Probe
        /// Whether the system is critical without it; degraded otherwise.
        public var isCritical: Bool

        public init(name: Name, probe: Probe, isCritical: Bool = false) {
            self.name = name
            self.probe = probe
            self.isCritical = isCritical
        }
    }

    public struct Level: Sendable, Hashable {
        /// Where its value comes from, a number from 0 to 1. Programs may also give it by themselves.
        public enum Source: Sendable, Hashable {
            case file(String)
            case command([String])
        }

        public var name: Name
        /// From where on the system does what it is for.
        public var functional: Double
        /// Over how many seconds its evolution is judged.
        public var window: Int64
        public var source: Source?

        public init(name: Name, functional: Double = 0.5, window: Int64 = 86_400, source: Source? = nil) {
            self.name = name
            self.functional = functional
            self.window = window
            self.source = source
        }
    }

    /// A span of the day in minutes after midnight, local time; it may go over midnight.
    public struct QuietHours: Sendable, Hashable {
        public var from: Int
        public var to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        public func contains(_ minute: Int) -> Bool {
            from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
        }
    }

    /// Seconds from one round to the next.
    public var round: Int64 = 60
    public var services: [Service] = []
    public var levels: [Level] = []
    /// In percent.
    public var thresholds: [ResourceAlert.Resource: Int] = [.cpu: 90, .memory: 90, .disk: 90]
    /// The folder whose file system is watched.
    public var disk = "/"
    /// After how many rounds in a row an alert is raised, and over.
    public var raiseAfter = 2
    public var clearAfter = 2
    /// No alert is told then; those that still stand are told when they end.
    public var quietHours: QuietHours?
    /// Whether alerts are shown on the desktop, where `notify-send` is installed.
    public var isOnDesktop = false
    /// A program that is run for each alert, with `TACIT_ALERT_RULE`, `_SUBJECT` and `_STATE`. It can't reach the network.
    public var command: [String]?
    public var port: UInt16 = 4330
    /// Bytes of all files together.
    public var limit = LocalFolder.standardLimit

    public init() {}

    func level(named name: Name) -> Level { levels.first { $0.name == name } ?? Level(name: name) }
}
