/// What can be collected, each switched on and off by itself. There is nothing else.
public enum Part: String, Sendable, Hashable, CaseIterable {
    case health, resources, services, levels, errors, alerts

    /// For how many days a line is kept at most.
    public var days: Int64 {
        switch self {
        case .health, .resources, .services, .alerts: 30
        case .levels: 90
        case .errors: 7
        }
    }

    /// What a line of it holds, in a person's words.
    public var summary: String {
        switch self {
        case .health: "whether the system is healthy, degraded or critical, its uptime, the number of critical errors"
        case .resources: "when CPU, memory or disk use went over its threshold, and when it came back, in percent"
        case .services: "when a service you declared went up, slow or down; a response time only where it is slow"
        case .levels: "a level between 0 and 1 that you named, and whether it grows, is stable or declines"
        case .errors: "error codes by component and how often; a message only scrubbed"
        case .alerts: "which rule raised an alert, and when it was over"
        }
    }

    /// What is never collected: no line has a place for it.
    public static let excluded = [
        "who uses the system: names, accounts, addresses, identifiers of people or devices",
        "what is done with it: commands, queries, file names, contents, conversations",
        "where it is: host names, IP addresses, locations",
        "what other programs do: process lists, command lines, environment variables",
        "network traffic, and what services answer: only whether they do",
    ]
}
