/// A declared service that changed its state.
public struct ServiceStatus: LocalRecord {
    public static let part = Part.services

    public enum State: String, Sendable, Hashable, CaseIterable {
        case up, slow, down
    }

    /// Why it is down. What it answered is not kept.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case refused, timeout, unreachable, closed
        /// It answers, but not as a service of its kind does.
        case unexpected
        /// It asks for a name and password that it was not given, or refuses those it was given.
        case denied
        case certificateExpired = "certificate_expired"
        case certificateInvalid = "certificate_invalid"
        case notRunning = "not_running"
        case failed
        /// The probe itself could not be run.
        case unprobed
    }

    public let timestamp: Moment
    public let service: Name
    public let state: State
    /// In milliseconds, and only where the service is slow.
    public let responseTime: Int?
    public let reason: Reason?

    static let responseTimes = 0...600_000

    public init(timestamp: Moment, service: Name, state: State, responseTime: Int? = nil, reason: Reason? = nil) {
        self.timestamp = timestamp
        self.service = service
        self.state = state
        self.responseTime = state == .slow ? responseTime?.clamped(to: Self.responseTimes) : nil
        self.reason = state == .down ? reason : nil
    }

    public func write(to line: inout LineWriter) {
        line.text("service", service.text)
        line.text("state", state.rawValue)
        if let responseTime { line.number("response_ms", Int64(responseTime)) }
        if let reason { line.text("reason", reason.rawValue) }
    }

    public init?(_ line: Line) {
        guard let timestamp = line.timestamp, let service = line.text("service").flatMap(Name.init),
            let state = line.text("state").flatMap(State.init)
        else { return nil }
        let responseTime = line.count("response_ms", in: Self.responseTimes)
        let reason = line.text("reason").flatMap(Reason.init)
        guard (responseTime != nil) == line.has("response_ms"), (reason != nil) == line.has("reason") else {
            return nil
        }
        self.init(timestamp: timestamp, service: service, state: state, responseTime: responseTime, reason: reason)
    }
}
