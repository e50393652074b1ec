/// What came of erasing a project's telemetry.
public struct ErasureOutcome: Sendable, Hashable {
    /// What the collector said.
    public let collector: ErasureAnswer
    /// What the collector signed, as JSON, to keep; `nil` where it has not.
    public let receipt: String?
    /// The names in the state folder that could not be removed; without the key, which goes first, nobody can read them.
    public let left: [String]

    public var isComplete: Bool { left.isEmpty }

    public var json: String { ReadableJSON.text(Document(self)) }

    private struct Document: Encodable {
        let isComplete: Bool
        let left: [String]
        let collector: String
        let contributions: Int?
        let windows: Int?
        let receipt: String?

        init(_ outcome: ErasureOutcome) {
            isComplete = outcome.isComplete
            left = outcome.left
            collector = outcome.collector.name
            if case .confirmed(let contributions, let windows) = outcome.collector {
                (self.contributions, self.windows) = (contributions, windows)
            } else {
                (contributions, windows) = (nil, nil)
            }
            receipt = outcome.receipt
        }
    }

    /// A line for this machine, one for the collector.
    public var text: String {
        let here =
            isComplete
            ? "Everything that was kept on this machine is gone: decisions, queue, log and key."
            : "Could not be removed: \(left.joined(separator: ", ")). Check the owner and mode of the folder, and erase again."
        return "\(here)\n\(collector.text)"
    }
}
