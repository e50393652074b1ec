import TacitScrub

/// An error, by code and component, and how often it happened since the record before.
public struct ErrorEvent: LocalRecord {
    public static let part = Part.errors

    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, critical
    }

    public let timestamp: Moment
    public let code: ErrorCode
    public let component: Name
    public let severity: Severity
    public let count: Int
    /// Scrubbed, and cut to 200 characters.
    public let message: String?

    /// The scrubber goes over `message`; what it finds is not kept.
    public init(
        timestamp: Moment, code: ErrorCode, component: Name, severity: Severity = .error, count: Int = 1,
        message: String? = nil
    ) {
        self.timestamp = timestamp
        self.code = code
        self.component = component
        self.severity = severity
        self.count = count
        self.message = message.map { String(Name.scrubber.scrub(String($0.prefix(2000))).prefix(200)) }
    }

    public func write(to line: inout LineWriter) {
        line.text("code", code.text)
        line.text("component", component.text)
        line.text("severity", severity.rawValue)
        line.number("count", Int64(count))
        if let message { line.text("message", message) }
    }

    public init?(_ line: Line) {
        guard let timestamp = line.timestamp, let code = line.text("code").flatMap(ErrorCode.init),
            let component = line.text("component").flatMap(Name.init),
            let severity = line.text("severity").flatMap(Severity.init), let count = line.integer("count")
        else { return nil }
        self.init(
            timestamp: timestamp, code: code, component: component, severity: severity, count: Int(count),
            message: line.text("message"))
    }
}
