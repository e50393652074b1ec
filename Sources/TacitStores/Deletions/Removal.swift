/// What is to be removed from a store.
package enum Removal: Sendable {
    /// What has reached its limit by a time.
    case expired(RetentionLimits, now: Int64)
    /// Everything of some kinds.
    case all(Set<Deletion.Kind>, RetentionLimits)
    /// What is kept for the running totals of some metrics.
    case totals(of: [String], RetentionLimits)
    /// What was removed before from another copy, as far as it was there at that time.
    case again(Deletion, until: Int64)

    /// A document that says what has been removed, and is written in each transaction that removes something.
    package struct Note: Sendable {
        let document: String
        let text: @Sendable ([Deletion]) throws -> String

        /// - Parameter text: of the document, from all that the removal has removed by then.
        package init(_ document: String, text: @escaping @Sendable ([Deletion]) throws -> String) {
            self.document = document
            self.text = text
        }
    }

    package struct Outcome: Sendable {
        package var removed: [Deletion]
        /// Why not all went that was meant.
        package var fault: (any Error)?

        package init(removed: [Deletion], fault: (any Error)? = nil) {
            self.removed = removed
            self.fault = fault
        }
    }
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
