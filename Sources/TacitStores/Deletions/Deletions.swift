import TacitCatalog
package import TacitSeal

/// What a collector removed in one run. Signed it is a ``DeletionCertificate``.
///
/// ```
/// reason <retention, purge or emergency>
/// removed <kind> <class> <metric> <length> <from> <to> <records> <keys> <fingerprint>      (a line for each; - for none)
/// ```
package struct Deletions: LogContent {
    package static let title = "deletion certificate"
    package static let log = "deletions"

    package enum Reason: String, Codable, Sendable, CaseIterable {
        /// It had reached its limit.
        case retention
        /// Somebody asked for it.
        case purge
        case emergency
    }

    package let reason: Reason
    package let removed: [Deletion]

    package init(_ removed: [Deletion], for reason: Reason) {
        self.reason = reason
        self.removed = removed
    }

    package func write(to text: inout SignedText) {
        text.line("reason", reason.rawValue)
        for deletion in removed {
            text.line(
                "removed", deletion.kind.rawValue, deletion.dataClass, deletion.metric ?? "-",
                deletion.length?.rawValue ?? "-", deletion.span.map { "\($0.lowerBound)" } ?? "-",
                deletion.span.map { "\($0.upperBound)" } ?? "-", deletion.records, deletion.keys,
                deletion.fingerprint ?? "-")
        }
    }
}
