/// What is to be removed from a store.
package enum Removal: Sendable {
    /// What has reached its limit by a time.
    case expired(RetentionLimits, now: Int64)
    /// Everything of some kinds.
    case all(Set<Deletion.Kind>, RetentionLimits)
    /// What was removed before from another copy, as far as it was there at that time.
    case again(Deletion, until: Int64)
}

/// For how long a store keeps what, by class and by metric.
///
/// A record goes when its own time is over, which was written down with it, or when the limit is reached that holds now: a limit that
/// was lowered counts for what is there already, one that was raised does not.
package struct RetentionLimits: Sendable, Equatable {
    package struct Limit: Sendable, Equatable {
        /// The class that sets it.
        package var dataClass: String
        package var seconds: Int64

        package init(dataClass: String, seconds: Int64) {
            self.dataClass = dataClass
            self.seconds = seconds
        }
    }

    /// Releases, answers and exact figures of metrics that have no other.
    package var aggregates = Limit(dataClass: "aggregates", seconds: 365 * 86400)
    /// Counters of what came in.
    package var operational = Limit(dataClass: "operational", seconds: 90 * 86400)
    /// Sealed detail.
    package var detail = Limit(dataClass: "detail", seconds: 30 * 86400)
    /// Metrics with a limit of their own.
    package var metrics: [String: Limit] = [:]

    package init() {}

    package func limit(of metric: String?) -> Limit { metric.flatMap { metrics[$0] } ?? aggregates }
}
