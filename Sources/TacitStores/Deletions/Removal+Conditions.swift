import GRDB
import TacitCatalog

extension Removal {
    /// Which rows of a table are meant.
    struct Condition: Sendable {
        var sql: String
        var arguments: StatementArguments = []
    }

    /// By which limits what is removed is told apart.
    var limits: RetentionLimits {
        switch self {
        case .expired(let limits, _), .all(_, let limits), .totals(_, let limits): limits
        case .again(let deletion, _): RetentionLimits(as: deletion)
        }
    }

    /// None where nothing of the kind is meant; several where there are several ways to be meant.
    func conditions(for kind: Deletion.Kind) -> [Condition] {
        guard kind.isStored else { return [] }
        switch self {
        case .all(let kinds, _): return kinds.contains(kind) ? [Condition(sql: "1")] : []
        case .totals(let metrics, _):
            return kind == .totals ? metrics.map { Condition(sql: "metric = ?", arguments: [$0]) } : []
        case .expired(let limits, let now): return Self.expired(kind, limits, now)
        case .again(let deletion, let until):
            guard deletion.kind == kind, let span = deletion.span else { return [] }
            var condition = Condition(
                sql: "\(kind.timeOfSpan) >= ? AND \(kind.timeOfSpan) < ?",
                arguments: [span.lowerBound, span.upperBound])
            condition.add("\(kind.timeOfWriting) <= ?", until)
            if let metric = deletion.metric { condition.add("metric = ?", metric) }
            if let length = deletion.length { condition.add("length = ?", length.rawValue) }
            return [condition]
        }
    }

    private static func expired(_ kind: Deletion.Kind, _ limits: RetentionLimits, _ now: Int64) -> [Condition] {
        let time = kind.timeOfWriting
        if kind == .counters {
            return [Condition(sql: "\(time) <= ?", arguments: [now - limits.operational.seconds])]
        }
        let own = limits.metrics.sorted { $0.key < $1.key }
        var others = Condition(sql: "\(time) <= ?", arguments: [now - limits.aggregates.seconds])
        for (metric, _) in own { others.add("metric <> ?", metric) }
        return [Condition(sql: "expires_at <= ?", arguments: [now]), others]
            + own.map {
                Condition(sql: "metric = ? AND \(time) <= ?", arguments: [$0.key, now - $0.value.seconds])
            }
    }
}

extension Removal.Condition {
    fileprivate mutating func add(_ sql: String, _ argument: some DatabaseValueConvertible) {
        self.sql += " AND " + sql
        arguments += [argument]
    }
}

extension Deletion.Kind {
    /// Whether it is in a store at all.
    package var isStored: Bool {
        switch self {
        case .sessions, .windows, .detail: false
        case .exact, .totals, .releases, .answers, .counters: true
        }
    }

    /// Where it is in a store.
    var table: String {
        switch self {
        case .releases: "release"
        case .exact: "exact"
        case .totals: "steps"
        case .answers: "answer"
        case .counters: "intake"
        case .sessions, .windows, .detail: ""
        }
    }

    /// The column of the time that spans are of.
    var timeOfSpan: String {
        switch self {
        case .releases, .exact, .totals: "start"
        case .answers: "answered_at"
        case .counters: "day"
        case .sessions, .windows, .detail: ""
        }
    }

    /// The column of the time from which limits count.
    var timeOfWriting: String {
        switch self {
        case .releases: "released_at"
        case .exact, .totals: "sealed_at"
        case .answers: "answered_at"
        case .counters: "day"
        case .sessions, .windows, .detail: ""
        }
    }
}

extension RetentionLimits {
    /// Limits of the one class that a deletion was about.
    fileprivate init(as deletion: Deletion) {
        aggregates.dataClass = deletion.dataClass
        operational.dataClass = deletion.dataClass
    }
}
