/// When to send: every interval, if there is enough; after a failure later and later.
///
/// A value that is told the time and a random number, and that lies in the state folder between two runs of an app.
///
/// ```swift
/// if schedule.isDue(records: 12, at: now, configuration) { … ; schedule.succeeded(at: now, …) }
/// ```
struct SendSchedule: Sendable, Equatable, Codable {
    /// Milliseconds since 1970 UTC; `nil` until the first record.
    private(set) var next: Int64?
    /// Failures since the last success.
    private(set) var failures = 0
    private(set) var lastSuccess: Int64?
    /// Why the last attempt failed; `nil` where it did not.
    private(set) var lastFailure: String?

    /// Between 1 minute and 12 hours, doubled with each failure.
    static func backOff(failures: Int) -> Int64 { min(60_000 << Int64(min(max(failures - 1, 0), 20)), 43_200_000) }

    /// - Parameters:
    ///   - interval: milliseconds between two transmissions.
    ///   - jitter: 0..<1. The first transmission comes within the first interval, so that installations spread.
    mutating func begin(at now: Int64, interval: Int64, jitter: Double) {
        // A clock that was set back must not silence an installation for years.
        if let next, next <= now + max(interval * 2, 86_400_000) { return }
        next = now + Int64(Double(interval) * (0.5 + jitter / 2))
    }

    func isDue(records: Int, minBatch: Int, at now: Int64) -> Bool {
        guard let next, records > 0 else { return false }
        return now >= next && (records >= minBatch || failures > 0)
    }

    mutating func succeeded(at now: Int64, interval: Int64, jitter: Double) {
        failures = 0
        lastFailure = nil
        lastSuccess = now
        next = now + Int64(Double(interval) * (0.9 + jitter / 5))
    }

    /// - Parameter retryAfter: seconds that the collector asks for; a day at most is heeded.
    mutating func failed(_ reason: String, at now: Int64, retryAfter: Int64?, jitter: Double) {
        failures += 1
        lastFailure = reason
        let asked = min(max(retryAfter ?? 0, 0), 86_400) * 1000
        next = now + max(asked, Int64(Double(Self.backOff(failures: failures)) * (0.8 + jitter * 0.4)))
    }
}
