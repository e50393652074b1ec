import Testing

@testable import Tacit

@Suite("Batches go out every interval, and after failures later and later")
struct SendScheduleTests {
    private static let day: Int64 = 86_400_000

    @Test("the first goes within the first interval, the next an interval later, give or take a tenth")
    func intervals() {
        for jitter in [0, 0.5, 0.999] {
            var schedule = SendSchedule()
            #expect(!schedule.isDue(records: 100, minBatch: 10, at: 0))
            schedule.begin(at: 1000, interval: Self.day, jitter: jitter)
            #expect(!schedule.isDue(records: 100, minBatch: 10, at: Self.day / 2 - 1))
            #expect(schedule.isDue(records: 100, minBatch: 10, at: Self.day + 1000))
            #expect(!schedule.isDue(records: 9, minBatch: 10, at: Self.day + 1000), "too few")
            schedule.succeeded(at: Self.day, interval: Self.day, jitter: jitter)
            #expect(!schedule.isDue(records: 100, minBatch: 10, at: Self.day + Self.day * 9 / 10 - 1))
            #expect(schedule.isDue(records: 100, minBatch: 10, at: Self.day + Self.day * 11 / 10))
        }
    }

    @Test("failures double the wait up to half a day; what the collector asks for is heeded up to a day")
    func backOff() {
        var schedule = SendSchedule()
        schedule.begin(at: 0, interval: Self.day, jitter: 0)
        var waits: [Int64] = []
        for _ in 0..<40 {
            let now = schedule.next ?? 0
            schedule.failed("busy", at: now, retryAfter: nil, jitter: 0.5)
            waits.append((schedule.next ?? 0) - now)
        }
        #expect(waits.prefix(4) == [60_000, 120_000, 240_000, 480_000])
        #expect(waits.max() == 43_200_000)
        #expect(schedule.lastFailure == "busy" && schedule.failures == 40)
        schedule.failed("busy", at: 0, retryAfter: 100_000, jitter: 0.5)
        #expect(schedule.next == 86_400_000)
        schedule.succeeded(at: 5, interval: Self.day, jitter: 0.5)
        #expect(schedule.failures == 0 && schedule.lastFailure == nil && schedule.lastSuccess == 5)
    }

    @Test("a clock that was years ahead and is set back does not silence an installation") func clock() {
        var schedule = SendSchedule()
        schedule.begin(at: 4_000_000_000_000, interval: Self.day, jitter: 0)
        schedule.begin(at: 1_700_000_000_000, interval: Self.day, jitter: 0)
        #expect(schedule.isDue(records: 10, minBatch: 10, at: 1_700_000_000_000 + Self.day))
    }

    @Test("every status of a collector has its verdict", arguments: 100..<600) func verdicts(_ status: Int) {
        let verdict = Verdict(status: status, retryAfter: 7)
        switch status {
        case 200: #expect(verdict == .taken(refused: 0))
        case 409: #expect(verdict == .known)
        case 410: #expect(verdict == .reseal)
        case 400, 413, 422: #expect(verdict == .refusedForGood(status: status))
        default:
            guard case .keep(let mayHaveArrived, let reason, _) = verdict else {
                Issue.record("\(status) loses the batch")
                return
            }
            // Only what surely was not taken goes out under another name.
            let isSure = (300..<400).contains(status) || [401, 403, 404, 405, 415, 429, 501, 503].contains(status)
            #expect(mayHaveArrived == !isSure && !reason.isEmpty)
        }
    }
}
