import TacitPrivacy
import Testing

@testable import TacitCollector

@Suite("Time goes on, and follows the wall clock only where that means it")
struct SteadyTimeTests {
    private static let start: Int64 = 1_800_000_000

    /// The time after each second, as the wall clock says `wall(second)`.
    private func times(_ seconds: Int64, _ wall: (Int64) -> Int64) -> [Int64] {
        var time = SteadyTime(wall: Self.start, monotonic: 1000)
        return (0...seconds).map { time.read(wall: wall($0), monotonic: 1000 + $0) - Self.start }
    }

    @Test("a wall clock that is right is the time") func steady() {
        #expect(times(500) { Self.start + $0 } == Array(0...500))
        #expect(times(500) { Self.start + $0 + $0 % 3 } == Array(0...500))
    }

    @Test("a jump that does not last is not followed", arguments: [Int64(3), 86400, 1 << 33, -3, -86400, -1 << 33])
    func shortJump(jump: Int64) {
        let times = times(300) { Self.start + $0 + ((100..<159).contains($0) ? jump : 0) }
        #expect(times == Array(0...300))
    }

    @Test("a jump forward that lasts is followed after the patience") func forward() {
        let times = times(200) { Self.start + $0 + ($0 >= 100 ? 5000 : 0) }
        #expect(Array(times[..<160]) == Array(0..<160))
        #expect(Array(times[160...]) == Array(5160...5200))
    }

    @Test("after a jump back that lasts time stands still until the wall clock has come up to it") func backward() {
        let times = times(400) { Self.start + $0 - ($0 >= 100 ? 100 : 0) }
        #expect(Array(times[..<160]) == Array(0..<160))
        #expect(times[160...259].allSatisfy { $0 == 159 })
        #expect(times[260] == 160)
        #expect(times[400] == 300)
    }

    @Test("a clock that drifts is followed, second by second") func drift() {
        let times = times(20000) { Self.start + $0 + $0 / 100 }
        for (second, time) in times.enumerated() { #expect(abs(time - Int64(second + second / 100)) <= 4) }
    }

    /// A wall clock that showed another time at every look was once believed after a minute, whatever it showed just then.
    @Test("a clock that wanders about is never believed") func wandering() {
        var random = SyntheticRandom(seed: 1)
        let times = times(2000) { _ in Self.start + Int64.random(in: 100_000...1_000_000_000, using: &random) }
        #expect(times == Array(0...2000))
    }

    @Test("it never goes back and never outruns what the clocks have shown, over random histories", arguments: 0..<50)
    func histories(seed: Int) {
        var random = SyntheticRandom(seed: UInt64(seed))
        for _ in 0..<40 {
            var time = SteadyTime(wall: Self.start, monotonic: 0)
            var (monotonic, offset): (Int64, Int64) = (0, Self.start)
            var (before, highest) = (Self.start, Self.start)
            for _ in 0..<60 {
                monotonic += Int64.random(in: 0...90, using: &random)
                if Int.random(in: 0..<4, using: &random) == 0 {
                    offset += Int64.random(in: -10000...10000, using: &random)
                }
                highest = max(highest, offset + monotonic)
                let now = time.read(wall: offset + monotonic, monotonic: monotonic)
                #expect(now >= before)
                #expect(now <= max(highest, Self.start + monotonic) + 90 * 60)
                before = now
            }
            // Left alone, the clock is right after the patience, unless it had been ahead.
            for _ in 0...3 {
                monotonic += SteadyTime.patience
                let now = time.read(wall: offset + monotonic, monotonic: monotonic)
                #expect(now >= before)
                before = now
            }
            #expect(before >= offset + monotonic - SteadyTime.tolerance)
        }
    }

    @Test("the system's clock is today's") func system() {
        let clock = SystemClock()
        #expect(clock.now > 1_700_000_000)
        #expect(!clock.isSimulated)
    }

    @Test("a simulated clock goes where it is told, and never back") func simulated() {
        let clock = SimulatedClock(start: 10)
        clock.advance(to: 20)
        clock.advance(to: 15)
        #expect(clock.now == 20)
        #expect(clock.isSimulated)
    }
}
