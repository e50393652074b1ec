/// How the system felt at one moment.
public struct SystemHealth: LocalRecord {
    public static let part = Part.health

    public enum Status: String, Sendable, Hashable, CaseIterable {
        case healthy, degraded, critical
    }

    public let timestamp: Moment
    public let status: Status
    /// How long the system has been up.
    public let uptimeSeconds: Int64
    /// Critical errors since the record before.
    public let criticalErrors: Int

    static let uptimes: ClosedRange<Int64> = 0...10_000_000_000

    public init(timestamp: Moment, status: Status, uptimeSeconds: Int64, criticalErrors: Int) {
        self.timestamp = timestamp
        self.status = status
        self.uptimeSeconds = uptimeSeconds.clamped(to: Self.uptimes)
        self.criticalErrors = criticalErrors.clamped(to: Int.counts)
    }

    public func write(to line: inout LineWriter) {
        line.text("system_status", status.rawValue)
        line.number("uptime_seconds", uptimeSeconds)
        line.number("critical_errors", Int64(criticalErrors))
    }

    public init?(_ line: Line) {
        guard let timestamp = line.timestamp, let status = line.text("system_status").flatMap(Status.init),
            let uptime = line.integer("uptime_seconds", in: Self.uptimes),
            let errors = line.count("critical_errors", in: Int.counts)
        else { return nil }
        self.init(timestamp: timestamp, status: status, uptimeSeconds: uptime, criticalErrors: errors)
    }
}
