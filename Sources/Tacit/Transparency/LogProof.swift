/// What came of checking a transparency log.
public struct LogProof: Sendable, Hashable, Codable {
    /// Entries whose bytes are still kept.
    public var entries: Int
    /// Receipts of the collector among them that are genuine.
    public var receipts: Int
    /// What does not fit, in words that hold no value.
    public var faults: [String]

    public var isSound: Bool { faults.isEmpty }

    init(entries: Int, receipts: Int, faults: [String]) {
        self.entries = entries
        self.receipts = receipts
        self.faults = faults
    }

    public var json: String { ReadableJSON.text(self) }

    /// One line, and one for each fault.
    public var text: String {
        let kept = "\(entries.of("message")) kept, \(receipts) with a receipt that verifies"
        let head = isSound ? "The log is sound: \(kept)." : "The log is not what was written: \(kept)."
        return ([head] + faults.map { "  - \($0)" }).joined(separator: "\n")
    }
}
