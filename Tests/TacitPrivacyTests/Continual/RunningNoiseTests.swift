import TacitPrivacy
import Testing

@Suite("The noise of running totals is what was declared, and its intervals hold")
struct RunningNoiseTests {
    private func noise(
        _ metric: BudgetSplit.Metric = .count, horizon: Int = 64, k: Int = 5, cells: Int = 2, each: Int = 3
    ) throws -> RunningNoise {
        try RunningNoise(
            metric, bounds: ContributionBounds(maxCells: cells, maxPerCell: each), epsilon: Epsilon("1"),
            delta: Delta("1e-6"), k: k, horizon: horizon)
    }

    @Test("the parts add up to the largest rho that proves epsilon and delta, to the unit") func split() throws {
        let rho = try #require(Rho.most(epsilon: Epsilon("1"), delta: Delta("1e-6")))
        let (count, bounds) = (try noise(), try ContributionBounds(maxCells: 2, maxPerCell: 3))
        let figure = try #require(count.figure)
        #expect(count.price.rho == rho && count.price.epsilon.description == "1")
        #expect(count.contributors.rho.units == rho.units / 3)
        #expect(count.contributors.rho.units + figure.rho.units == rho.units)
        let sensitivity = try Sensitivity.count(bounds)
        #expect(figure.sensitivity == sensitivity)
        let contributors = try noise(.contributors)
        #expect(contributors.figure == nil && contributors.contributors.rho == rho)
        for metric in [BudgetSplit.Metric.mean, .variance, .histogram] {
            #expect(throws: PrivacyError.self) { try noise(metric) }
        }
        #expect(throws: PrivacyError.self) { try noise(k: 1) }
    }

    @Test(
        "an empty cell reaches the threshold in the last window at most once in 40 times, and k is never passed below")
    func threshold() throws {
        let noise = try noise()
        #expect(noise.threshold == noise.contributorsInterval(from: 0, to: 64) + 1)
        #expect(noise.contributorsInterval(from: 0, to: 1) < noise.contributorsInterval(from: 0, to: 64))
        #expect(try self.noise(k: 100_000).threshold == 100_000)
    }

    /// 2,000 runs: the share within the interval has a standard deviation of 0.49 %, so 2.7 % is 5.5 of them, which chance
    /// passes less than once in 10 million times.
    @Test("in 2,000 runs the intervals of totals and of moving figures hold 95 times in 100", arguments: [7, 37, 64])
    func coverage(step: Int) throws {
        let noise = try noise()
        let plan = try #require(noise.figure)
        let prototype = ContinualCounter(plan)
        let total = noise.figureInterval(from: 0, to: step)
        let moving = noise.figureInterval(from: step - 7, to: step)
        var random = SeededRandom.insecureForTesting(seed: UInt64(step))
        var (totals, differences) = (0, 0)
        for run in 0..<2_000 {
            var counter = prototype
            var (exact, before, noisy, noisyBefore) = (Int64(0), Int64(0), 0.0, 0.0)
            for place in 1...step {
                let figure = Int64(run % 11 * place)
                noisy = try counter.add(figure, using: &random).rounded()
                exact += figure
                if place == step - 7 { (before, noisyBefore) = (exact, noisy) }
            }
            if abs(noisy - Double(exact)) <= Double(total) { totals += 1 }
            if abs(noisy - noisyBefore - Double(exact - before)) <= Double(moving) { differences += 1 }
        }
        for hits in [totals, differences] { #expect((1_846...1_954).contains(hits), "\(hits) of 2000") }
    }

    @Test("a counter that is taken up again gives what it would have given, whenever it was put away")
    func resuming() throws {
        let plan = try #require(try noise(horizon: 20).figure)
        var whole = ContinualCounter(plan)
        var parts = ContinualCounter(plan)
        var (first, second) = (SeededRandom.insecureForTesting(seed: 1), SeededRandom.insecureForTesting(seed: 1))
        for step in 0..<20 {
            let kept = (parts.steps, parts.released)
            parts = try #require(ContinualCounter(plan).resuming(steps: kept.0, released: kept.1))
            let totals = (
                try whole.add(Int64(step * step), using: &first), try parts.add(Int64(step * step), using: &second)
            )
            #expect(totals.0 == totals.1)
        }
        #expect(parts.steps == (0..<20).map { Int64($0 * $0) } && parts.released == whole.released)
        #expect(ContinualCounter(plan).resuming(steps: [1, 2], released: [1]) == nil)
        let tooMany = Array(repeating: Int64(0), count: 21)
        #expect(ContinualCounter(plan).resuming(steps: tooMany, released: tooMany) == nil)
        parts.destroy()
        #expect(parts.steps.allSatisfy { $0 == 0 })
    }

    @Test("who is in n windows of a plan is counted as n squared, and plans add up") func squares() throws {
        #expect(Rho.squares(windows: 7, horizon: 365) == 49)
        #expect(Rho.squares(windows: 365, horizon: 365) == 365 * 365)
        #expect(Rho.squares(windows: 17, horizon: 5) == 3 * 25 + 4)
        let (rho, delta) = (try Rho("0.01"), try Delta("1e-6"))
        let week = Rho.epsilon(of: rho.approximation, delta: delta, windows: 7, horizon: 365)
        let square = try Rho(units: rho.units * 49).epsilon(delta: delta)
        #expect(week >= square && week < square * 1.000001)
        #expect(week > 7 * rho.epsilon(delta: delta))
    }
}
