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

    static let counts = 1...1_000_000_000

    /// The scrubber goes over `message`; what it finds is not kept.
    public init(
        timestamp: Moment, code: ErrorCode, component: Name, severity: Severity = .error, count: Int = 1,
        message: String? = nil
    ) {
        self.timestamp = timestamp
        self.code = code
        self.component = component
        self.severity = severity
        self.count = count.clamped(to: Self.counts)
        self.message = message.map(Self.kept)
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
            let severity = line.text("severity").flatMap(Severity.init),
            let count = line.count("count", in: Self.counts)
        else { return nil }
        let message = line.text("message")
        guard (message != nil) == line.has("message") else { return nil }
        self.init(
            timestamp: timestamp, code: code, component: component, severity: severity, count: count, message: message)
    }
}
