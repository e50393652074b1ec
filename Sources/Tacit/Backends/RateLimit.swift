import Synchronization

/// The first so many of an interval: for errors, of which the first must be on the disk soon, and a flood must not crowd
/// out all else.
final class RateLimit: Sendable {
    private struct Interval {
        var end = Int64.min
        var taken = 0
    }

    private let limit: Int
    private let length: Int64
    private let interval = Mutex(Interval())

    init(_ limit: Int, every length: Duration) {
        self.limit = limit
        self.length = Int64(length / .nanoseconds(1))
    }

    /// - Parameter now: nanoseconds since 1970 UTC.
    func admits(at now: Int64) -> Bool {
        interval.withLock { interval in
            // A clock that was set back must not make the interval long.
            if now >= interval.end || now < interval.end - length { interval = Interval(end: now + length) }
            interval.taken += 1
            return interval.taken <= limit
        }
    }
}
