import TacitStores

/// How many sessions have ended, by day: the number of a quarter of an hour would tell when somebody was there.
struct EndedSessions: Sendable {
    private var count: Int64 = 0
    private var since: Int64 = 0

    private static let day: Int64 = 86400

    mutating func add(_ number: Int64, at now: Int64) {
        guard number > 0 else { return }
        if count == 0 { since = now }
        count += number
    }

    /// Those of a day that is over, or, at the end of the process, of one that is not; `nil` where there are none.
    mutating func take(at now: Int64, isLast: Bool) -> Deletion? {
        let start = since - since % Self.day
        guard count > 0, isLast || now - start >= Self.day else { return nil }
        defer { count = 0 }
        return Deletion(.sessions, dataClass: "sessions", span: start..<start + Self.day, records: count)
    }
}
