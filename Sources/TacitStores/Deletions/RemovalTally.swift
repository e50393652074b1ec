import TacitCatalog

/// Adds up what was removed, by kind, metric and spans of windows that follow on each other.
struct RemovalTally: Sendable {
    private struct Part: Hashable {
        let kind: Deletion.Kind
        let metric: String?
        let length: WindowLength?
    }

    private struct Span {
        var times: Range<Int64>
        var records: Int64
        var keys: Keys
    }

    private enum Keys {
        case named(KeyFingerprint)
        /// Of a span that takes no more, so that a removal of millions reads no name of a key twice.
        case all(count: Int64, fingerprint: String?)

        var isFull: Bool { if case .all = self { true } else { false } }
        var count: Int64 {
            switch self {
            case .named(let keys): keys.count
            case .all(let count, _): count
            }
        }
        var fingerprint: String? {
            switch self {
            case .named(let keys): keys.text
            case .all(_, let fingerprint): fingerprint
            }
        }

        /// Adds those of one that is no span yet.
        mutating func add(_ others: Keys) {
            guard case .named(var keys) = self, case .named(let more) = others else { return }
            self = .all(count: 0, fingerprint: nil)
            keys.add(more)
            self = keys.count < RemovalTally.mostKeys ? .named(keys) : .all(count: keys.count, fingerprint: keys.text)
        }
    }

    /// How many keys a span names before the next one begins.
    static let mostKeys = 4096

    let limits: RetentionLimits
    /// In order, and apart from each other.
    private var spans: [Part: [Span]] = [:]

    init(limits: RetentionLimits) { self.limits = limits }

    var isEmpty: Bool { spans.isEmpty }

    mutating func add(_ removed: [SQLiteStore.RemovedRow], of kind: Deletion.Kind) {
        let parts = Dictionary(grouping: removed) { Part(kind: kind, metric: $0.metric, length: $0.length) }
        for (part, rows) in parts {
            spans[part] = Self.joined(spans[part, default: []] + rows.compactMap { Self.span(of: $0, part) })
        }
    }

    /// By kind and metric, spans in order.
    var deletions: [Deletion] {
        spans.flatMap { part, spans in spans.map { deletion($0, part) } }.sorted { first, second in
            (first.kind.rawValue, first.metric ?? "", first.span?.lowerBound ?? 0)
                < (second.kind.rawValue, second.metric ?? "", second.span?.lowerBound ?? 0)
        }
    }

    private static func span(of row: SQLiteStore.RemovedRow, _ part: Part) -> Span? {
        // Answers have no windows: one span holds those of a run, each to the second. Counters have days.
        let step = part.length?.seconds ?? (part.kind == .counters ? 86400 : 1)
        let (end, isAbsurd) = row.time.addingReportingOverflow(step)
        // Only an altered row has such a time.
        guard !isAbsurd else { return nil }
        var keys = KeyFingerprint()
        if let key = row.key { keys.add(key) }
        return Span(times: row.time..<end, records: 1, keys: .named(keys))
    }

    private static func joined(_ spans: [Span]) -> [Span] {
        var joined: [Span] = []
        for span in spans.sorted(by: { $0.times.lowerBound < $1.times.lowerBound }) {
            guard let last = joined.indices.last, span.times.lowerBound <= joined[last].times.upperBound,
                !joined[last].keys.isFull, !span.keys.isFull
            else {
                joined.append(span)
                continue
            }
            let end = max(span.times.upperBound, joined[last].times.upperBound)
            joined[last].times = joined[last].times.lowerBound..<end
            joined[last].records += span.records
            joined[last].keys.add(span.keys)
        }
        return joined
    }

    private func deletion(_ span: Span, _ part: Part) -> Deletion {
        Deletion(
            part.kind, dataClass: dataClass(of: part), metric: part.metric, length: part.length, span: span.times,
            records: span.records, keys: span.keys.count, fingerprint: span.keys.fingerprint)
    }

    private func dataClass(of part: Part) -> String {
        part.kind == .counters ? limits.operational.dataClass : limits.limit(of: part.metric).dataClass
    }
}
