/// A resource that went over its threshold, or came back under it. What it used in between is not collected.
public struct ResourceAlert: LocalRecord {
    public static let part = Part.resources

    public enum Resource: String, Sendable, Hashable, CaseIterable {
        case cpu, memory, disk
    }

    public enum State: String, Sendable, Hashable, CaseIterable {
        case over, normal
    }

    public let timestamp: Moment
    public let resource: Resource
    public let state: State
    /// How much of it was in use, in percent.
    public let percent: Int
    /// In percent.
    public let threshold: Int

    public init(timestamp: Moment, resource: Resource, state: State, percent: Int, threshold: Int) {
        self.timestamp = timestamp
        self.resource = resource
        self.state = state
        self.percent = percent.clamped(to: 0...100)
        self.threshold = threshold.clamped(to: 0...100)
    }

    public func write(to line: inout LineWriter) {
        line.text("resource", resource.rawValue)
        line.text("state", state.rawValue)
        line.number("percent", Int64(percent))
        line.number("threshold", Int64(threshold))
    }

    public init?(_ line: Line) {
        guard let timestamp = line.timestamp, let resource = line.text("resource").flatMap(Resource.init),
            let state = line.text("state").flatMap(State.init), let percent = line.count("percent", in: 0...100),
            let threshold = line.count("threshold", in: 0...100)
        else { return nil }
        self.init(timestamp: timestamp, resource: resource, state: state, percent: percent, threshold: threshold)
    }
}
