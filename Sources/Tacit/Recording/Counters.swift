import Synchronization

/// How many events went which way, since the app began. Every way in which an event can be lost has a number here.
final class Counters: Sendable {
    enum Name: Int, CaseIterable {
        /// Written into the queue's memory.
        case recorded
        /// The queue was full.
        case queueFull
        /// The event's last day in the catalog is over.
        case expired
        /// It is of another catalog than telemetry was started with.
        case otherCatalog
        /// A field that must be there was not, or was no number.
        case invalid
        /// Consent to it was taken back before it was written down.
        case notCovered
        /// The app names no event for a metric or a span.
        case unmapped
        /// There were more measurements or errors in an interval than a sample holds.
        case sampledOut
        /// A metric came with more combinations of values than are kept apart.
        case tooManySeries
        /// The queue on disk could not be written for so long that there was no more room in memory.
        case diskFailed
        case sent
        /// Refused by the collector's rules.
        case refused
        /// The collector would not take the batch.
        case batchRefused

        /// For scripts.
        var key: String {
            switch self {
            case .recorded: "recorded"
            case .queueFull: "queue_full"
            case .expired: "expired"
            case .otherCatalog: "other_catalog"
            case .invalid: "invalid"
            case .notCovered: "not_covered"
            case .unmapped: "unmapped"
            case .sampledOut: "sampled_out"
            case .tooManySeries: "too_many_series"
            case .diskFailed: "disk_failed"
            case .sent: "sent"
            case .refused: "refused"
            case .batchRefused: "batch_refused"
            }
        }

        var text: String {
            switch self {
            case .recorded: "recorded"
            case .queueFull: "dropped: the queue was full"
            case .expired: "dropped: the event has expired"
            case .otherCatalog: "dropped: the event is of another catalog"
            case .invalid: "dropped: a field was missing or no number"
            case .notCovered: "dropped: consent did not cover it"
            case .unmapped: "dropped: a metric or span that no event stands for"
            case .sampledOut: "dropped: more than an interval's sample"
            case .tooManySeries: "dropped: a metric with too many combinations of values"
            case .diskFailed: "dropped: the queue could not be written"
            case .sent: "sent"
            case .refused: "refused by the collector's rules"
            case .batchRefused: "in batches that the collector would not take"
            }
        }
    }

    // Invariant: one atomic for each name, made in `init`, freed in `deinit`, never moved.
    private nonisolated(unsafe) let values: UnsafeMutablePointer<Atomic<Int>>

    init() {
        values = .allocate(capacity: Name.allCases.count)
        for name in Name.allCases { (values + name.rawValue).initialize(to: Atomic(0)) }
    }

    deinit {
        values.deinitialize(count: Name.allCases.count)
        values.deallocate()
    }

    func add(_ name: Name, _ count: Int = 1) { values[name.rawValue].wrappingAdd(count, ordering: .relaxed) }
    subscript(name: Name) -> Int { values[name.rawValue].load(ordering: .relaxed) }
}
