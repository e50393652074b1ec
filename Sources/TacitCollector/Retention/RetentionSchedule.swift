/// When what is looked at: sessions every quarter of an hour, everything else every hour, and at once what could not be finished.
struct RetentionSchedule: Sendable, Equatable {
    static let sessionPeriod: Int64 = 900
    static let period: Int64 = 3600

    private var sessions: Int64?
    private var rows: Int64?
    /// When an earlier run of the collector looked last.
    private let before: Int64?
    /// Something was removed whose bytes may still lie in a file; whether an earlier run left such, is not known before a look.
    private(set) var isUnclean = true
    private var tried: Int64?

    /// Seconds between two tries where somebody who reads holds it back.
    private static let patience: Int64 = 30

    init(after before: Int64? = nil) { self.before = before }

    enum Work { case sessions, rows, cleaning }

    /// The first look only begins the first period, or what an earlier run left of it: a clock that is wrong at the start must not
    /// cost what has not expired.
    mutating func due(at now: Int64) -> [Work] {
        if sessions == nil { sessions = now }
        if rows == nil { rows = before.map { min(now, max($0, now - Self.period + Self.sessionPeriod)) } ?? now }
        var due: [Work] = []
        if now - (sessions ?? now) >= Self.sessionPeriod { due.append(.sessions) }
        if now - (rows ?? now) >= Self.period {
            due.append(.rows)
        } else if isUnclean, now - (tried ?? .min / 2) >= Self.patience {
            due.append(.cleaning)
        }
        if due.last == .rows || due.last == .cleaning { tried = now }
        return due
    }

    mutating func isDone(_ work: Work, at now: Int64) {
        switch work {
        case .sessions: sessions = now
        case .rows: rows = now
        case .cleaning: isUnclean = false
        }
    }

    mutating func noteRemoval() { isUnclean = true }

    /// When rows are looked at next; `nil` before the first look.
    var next: Int64? { rows.map { $0 + Self.period } }
}
