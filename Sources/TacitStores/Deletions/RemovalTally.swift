import TacitCatalog

/// Adds up what was removed, by kind, metric and spans of windows that follow on each other.
struct RemovalTally {
    private struct Part: Hashable {
        let kind: Deletion.Kind
        let metric: String?
        let length: WindowLength?
    }

    let limits: RetentionLimits
    private var rows: [Part: [SQLiteStore.RemovedRow]] = [:]

    init(limits: RetentionLimits) { self.limits = limits }

    mutating func add(_ removed: [SQLiteStore.RemovedRow], of kind: Deletion.Kind) {
        for row in removed {
            rows[Part(kind: kind, metric: row.metric, length: row.length), default: []].append(row)
        }
    }

    /// By kind and metric, spans in order.
    var deletions: [Deletion] {
        rows.flatMap { part, rows in spans(of: rows, part) }.sorted { first, second in
            (first.kind.rawValue, first.metric ?? "", first.span?.lowerBound ?? 0)
                < (second.kind.rawValue, second.metric ?? "", second.span?.lowerBound ?? 0)
        }
    }

    private func spans(of rows: [SQLiteStore.RemovedRow], _ part: Part) -> [Deletion] {
        // Answers have no windows: one span holds those of a run, each to the second. Counters have days.
        let step = part.length?.seconds ?? (part.kind == .counters ? 86400 : 1)
        var deletions: [Deletion] = []
        var keys = KeyFingerprint()
        for row in rows.sorted(by: { $0.time < $1.time }) {
            // Only an altered row has such a time.
            let (end, isAbsurd) = row.time.addingReportingOverflow(step)
            guard !isAbsurd else { continue }
            if let last = deletions.indices.last, let span = deletions[last].span, row.time <= span.upperBound {
                deletions[last].span = span.lowerBound..<max(end, span.upperBound)
                deletions[last].records += 1
            } else {
                keys = KeyFingerprint()
                deletions.append(
                    Deletion(
                        part.kind, dataClass: dataClass(of: part), metric: part.metric, length: part.length,
                        span: row.time..<end, records: 1))
            }
            if let key = row.key { keys.add(key) }
            deletions[deletions.count - 1].keys = keys.count
            deletions[deletions.count - 1].fingerprint = keys.text
        }
        return deletions
    }

    private func dataClass(of part: Part) -> String {
        part.kind == .counters ? limits.operational.dataClass : limits.limit(of: part.metric).dataClass
    }
}
