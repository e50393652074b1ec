/// What came of erasing a project's telemetry.
public struct ErasureOutcome: Sendable, Hashable {
    /// What the collector said.
    public let collector: ErasureAnswer
    /// What the collector signed, as JSON, to keep; `nil` where it has not.
    public let receipt: String?
    /// The names in the state folder that could not be removed; without the key, which goes first, nobody can read them.
    public let left: [String]

    public var isComplete: Bool { left.isEmpty }

    /// A line for this machine, one for the collector.
    public var text: String {
        let here =
            isComplete
            ? "Everything that was kept on this machine is gone: decisions, queue, log and key."
            : "Could not be removed: \(left.joined(separator: ", ")). Check the owner and mode of the folder, and erase again."
        return "\(here)\n\(collector.text)"
    }
}
