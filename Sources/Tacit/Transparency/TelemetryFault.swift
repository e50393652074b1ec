import TacitSeal

/// Something of a project's telemetry that can't be relied on, and how to mend it. What depends on it is off meanwhile.
public struct TelemetryFault: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        case configuration
        case consent
        /// The key of this installation.
        case key
        case queue
        case log
        /// What the program declared for the commands.
        case catalog
        /// The keys of the collector.
        case collector
        /// A project that is not known here.
        case project
    }

    public let part: Part
    /// What is wrong, in words that hold no value.
    public let problem: String
    /// The file, with its line where it is about one.
    public let place: String
    public let remedy: String

    public init(_ part: Part, problem: String, place: String, remedy: String) {
        self.part = part
        self.problem = problem
        self.place = place
        self.remedy = remedy
    }

    public var description: String { "\(place): \(problem) [telemetry.\(part.rawValue)]\n  → \(remedy)" }

    init(_ part: Part, _ fault: FileFault) {
        let problem =
            switch fault.code {
            case .unreadable: "it can't be read"
            case .unwritable: "it can't be written"
            case .damaged: "it is damaged"
            case .busy: "another process is at it"
            }
        // What a key file lacks is said of the key, whoever wanted it.
        let part = fault.place.hasSuffix("/install.key") ? .key : part
        self.init(part, problem: problem, place: fault.place, remedy: fault.remedy)
    }

    init(_ fault: ConfigurationFault) {
        self.init(.configuration, problem: fault.problem, place: fault.place, remedy: fault.remedy)
    }

    init(_ fault: ConsentFault) {
        self.init(
            fault.code == .key ? .key : .consent, problem: fault.problem, place: fault.place, remedy: fault.remedy)
    }
}
