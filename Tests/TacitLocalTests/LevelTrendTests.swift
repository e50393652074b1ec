import Testing

@testable import TacitLocal

@Suite("The evolution of a level")
struct LevelTrendTests {
    private static let day: Int64 = 86_400

    /// Values of one a minute over a day, from a generator that gives the same ones each time.
    private func day(seed: UInt64, noise: Double, _ level: (Double) -> Double) -> [Picture.LevelPoint] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<1440).map { minute in
            var sum = 0.0
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                sum += Double(state >> 33) / Double(1 << 31) - 0.5
            }
            let share = Double(minute) / 1440
            return Picture.LevelPoint(
                timestamp: Bench.now - Self.day + Int64(minute + 1) * 60,
                level: min(max(level(share) + noise * sum, 0), 1))
        }
    }

    private func trend(_ points: [Picture.LevelPoint]) -> LevelTrend {
        LevelTrend(of: points, until: Bench.now, window: Self.day)
    }

    @Test("is growing or declining where it clearly is, and says how much", arguments: 1...20)
    func clear(_ seed: UInt64) {
        let up = trend(day(seed: seed, noise: 0.05) { 0.3 + 0.2 * $0 })
        #expect(up.evolution == .growing && up.certainty > 0.99)
        #expect(abs(up.change - 0.2) < 0.02)
        let down = trend(day(seed: seed, noise: 0.05) { 0.8 - 0.1 * $0 })
        #expect(down.evolution == .declining && down.certainty > 0.99)
        #expect(abs(down.change + 0.1) < 0.02)
    }

    @Test("is stable where nothing but noise moves, or less than is worth a word", arguments: 1...20)
    func stable(_ seed: UInt64) {
        #expect(trend(day(seed: seed, noise: 0.05) { _ in 0.6 }).evolution == .stable)
        let slight = trend(day(seed: seed, noise: 0.01) { 0.6 + 0.005 * $0 })
        #expect(slight.evolution == .stable && slight.certainty > 0.9)
        let flat = trend(day(seed: seed, noise: 0) { _ in 0.6 })
        #expect(flat.evolution == .stable && flat.certainty > 0.99 && flat.change == 0)
    }

    @Test("is not swayed by outliers")
    func outliers() {
        var points = day(seed: 7, noise: 0.02) { 0.3 + 0.1 * $0 }
        for index in points.indices where index % 5 == 0 {
            points[index] = Picture.LevelPoint(timestamp: points[index].timestamp, level: index > 720 ? 0 : 1)
        }
        #expect(trend(points).evolution == .growing)
    }

    @Test("claims nothing of what is too little")
    func little() {
        #expect(trend([]) == trend([Picture.LevelPoint(timestamp: Bench.now, level: 1)]))
        #expect(trend([]).certainty == 0)
        let old = day(seed: 1, noise: 0) { $0 }.map {
            Picture.LevelPoint(timestamp: $0.timestamp - 10 * Self.day, level: $0.level)
        }
        #expect(trend(old).certainty == 0)
    }

    @Test("is of the same mind whichever noise: false alarms on a wandering level stay below one in ten")
    func wandering() {
        // What follows its own past moves without going anywhere; a test that took its minutes for independent would cry out.
        let alarms = (1...200).count { seed in
            var value = 0.0
            let points = day(seed: UInt64(seed), noise: 1) { _ in 0.5 }.map { point in
                value = 0.99 * value + 0.002 * (point.level - 0.5)
                return Picture.LevelPoint(timestamp: point.timestamp, level: 0.5 + value)
            }
            return trend(points).evolution != .stable
        }
        #expect(alarms < 20, "\(alarms) of 200")
    }

    @Test("the median is the middle, for rows in any order", arguments: 1...40)
    func median(_ count: Int) {
        for kind in 0..<4 {
            var values = (0..<count).map { index in
                switch kind {
                case 0: Double(index)
                case 1: Double(count - index)
                case 2: Double(index % 3)
                default: Double(index * 7919 % 101)
                }
            }
            let middle = values.sorted()[(count - 1) / 2]
            #expect(values.takeMedian(in: 0..<count) == middle)
        }
    }
}
