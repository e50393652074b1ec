/// What became of the items of one request, over all its parts.
struct RequestTally {
    private(set) var received: Int64 = 0
    private(set) var refused = RefusedItems()
    private var counted: Int64 = 0
    private var rules = RuleCounts()

    mutating func add(_ gated: GatedBatch, _ scrubbed: ScrubbedBatch, _ batch: ContributionBatch) {
        received += gated.received
        // What the windows refused had passed the scrub stage.
        counted += scrubbed.items - (batch.refused.count - scrubbed.refused.count)
        refused.add(batch.refused)
        rules.add(batch.counts)
    }

    /// As the intake counters name them.
    var counts: [(String, Int64)] {
        [("requests", 1), ("received", received), ("counted", counted), ("refused", refused.count)]
            + rules.met.filter { $0.rule.showing == .noisy }.map { ($0.rule.id, $0.count) }
    }
}
