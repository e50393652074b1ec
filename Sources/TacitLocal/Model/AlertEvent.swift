/// An alert that was raised, or that is over.
public struct AlertEvent: LocalRecord {
    public static let part = Part.alerts

    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case systemDown = "system_down"
        case criticalError = "critical_error"
        case resourceOver = "resource_over"
        case serviceDown = "service_down"
        case levelDeclining = "level_declining"
        /// Old lines could not be removed.
        case cleaningFailed = "cleaning_failed"
        /// Lines could not be written.
        case writingFailed = "writing_failed"
    }

    public enum State: String, Sendable, Hashable, CaseIterable {
        case raised, over
    }

    public let timestamp: Moment
    public let rule: Rule
    /// The service, level, resource or component it is about; `system` for the whole.
    public let subject: Name
    public let state: State

    public init(timestamp: Moment, rule: Rule, subject: Name, state: State) {
        self.timestamp = timestamp
        self.rule = rule
        self.subject = subject
        self.state = state
    }

    public func write(to line: inout LineWriter) {
        line.text("rule", rule.rawValue)
        line.text("subject", subject.text)
        line.text("state", state.rawValue)
    }

    public init?(_ line: Line) {
        guard let timestamp = line.timestamp, let rule = line.text("rule").flatMap(Rule.init),
            let subject = line.text("subject").flatMap(Name.init), let state = line.text("state").flatMap(State.init)
        else { return nil }
        self.init(timestamp: timestamp, rule: rule, subject: subject, state: state)
    }
}
