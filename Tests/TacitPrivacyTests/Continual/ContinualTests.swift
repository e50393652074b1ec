import Foundation
import TacitPrivacy
import Testing

@Suite("Running totals within one budget")
struct ContinualTests {
    private struct File: Decodable {
        var continualCounting: [Row]

        struct Row: Decodable {
            var horizon: Int
            var binaryTreeGaussianRhoHalf: Figures
            var sqrtFactorizationGaussianRhoHalf: Figures
            var bounds: Bounds

            enum CodingKeys: String, CodingKey {
                case horizon = "T"
                case binaryTreeGaussianRhoHalf, sqrtFactorizationGaussianRhoHalf, bounds
            }
        }

        struct Figures: Decodable {
            var maxPrefixVariance: Double
            var meanPrefixVariance: Double
            var coefficientsFirst8: [Double]?
        }

        struct Bounds: Decodable {
            var gamma2LowerBoundStd: Double
        }
    }

    private func plan(_ horizon: Int, rho: String = "0.5", cells: Int = 1, each: Int = 1) throws -> ContinualPlan {
        let bounds = try ContributionBounds(maxCells: cells, maxPerCell: each)
        return try ContinualPlan(horizon: horizon, sensitivity: .count(bounds), rho: Rho(rho))
    }

    @Test("the variance is that of the vectors but for rounding, below the tree's and above what is possible")
    func vectors() throws {
        let rows = try Vectors.load("continual_counting", as: File.self).continualCounting
        #expect(rows.map(\.horizon) == [16, 128, 1_024, 4_096])
        for row in rows {
            let plan = try plan(row.horizon)
            let variances = stride(from: 1, through: row.horizon, by: max(1, row.horizon / 64)).map(plan.variance(at:))
            let largest = plan.variance(at: row.horizon)
            let stated = row.sqrtFactorizationGaussianRhoHalf.maxPrefixVariance
            #expect(variances.allSatisfy { $0 <= largest })
            #expect(largest >= stated * (1 - 1e-12) && largest <= stated * 1.0001)
            #expect(largest >= row.bounds.gamma2LowerBoundStd * row.bounds.gamma2LowerBoundStd)
            #expect(largest < row.binaryTreeGaussianRhoHalf.maxPrefixVariance / 4)
            for (own, exact) in zip(plan.factor.spread, row.sqrtFactorizationGaussianRhoHalf.coefficientsFirst8!) {
                #expect(abs(Double(own) / 4_096 - exact) <= 0.5 / 4_096)
            }
        }
        #expect(try plan(1_024).variance(at: 1_024) <= 11)
    }

    @Test(
        "at every horizon the variance is that of the real square root but for a twenty-thousandth",
        arguments: [1, 2, 3, 7, 64, 365, 1_000, 16_384])
    func horizons(horizon: Int) throws {
        var (factor, norm) = (1.0, 1.0)
        for distance in 1..<horizon {
            factor *= 1 - 0.5 / Double(distance)
            norm += factor * factor
        }
        let ratio = try plan(horizon).variance(at: horizon) / (norm * norm)
        #expect(ratio >= 1 - 1e-12 && ratio <= 1 + 5e-5)
    }

    @Test(
        "the two factors make the sums exactly, and the sensitivity is that of the integers",
        arguments: [1, 2, 17, 300])
    func factors(horizon: Int) throws {
        let factor = try plan(horizon).factor
        for place in 0..<horizon {
            let sum = (0...place).reduce(0.0) { $0 + Double(factor.spread[$1]) * factor.gather[place - $1] }
            #expect(abs(sum - 1) < 1e-12)
        }
        // One contributor at step s moves entry t of C·x by c(t − s): the worst column, looked at one by one.
        let columns = (0..<horizon).map { start in
            (start..<horizon).reduce(UInt64(0)) { sum, step in
                sum + UInt64(factor.spread[step - start] * factor.spread[step - start])
            }
        }
        #expect(columns.max() == factor.squaredSensitivity)
    }

    @Test("the noise is never smaller than the budget demands")
    func budget() throws {
        for (horizon, rho, cells, each) in [
            (1, "0.5", 1, 1), (365, "0.05", 3, 20), (24, "0.000001", 1, 7), (100, "2", 5, 1),
        ] {
            let plan = try plan(horizon, rho: rho, cells: cells, each: each)
            // sigma² · 2 · rho ≥ l1 · lInfinity · Σ c², in integers.
            let reach = UInt128(cells * each) * UInt128(each) * UInt128(plan.factor.squaredSensitivity)
            let spent = UInt128(plan.sigmaSquared) * 2 * UInt128(plan.rho.units)
            #expect(spent >= reach * UInt128(Rho.unitsPerOne))
            #expect(spent - 2 * UInt128(plan.rho.units) < reach * UInt128(Rho.unitsPerOne))
        }
    }

    /// The noise of the largest rho has a standard deviation of 0.04, so that half a unit is 12 of them.
    @Test("with next to no noise the totals are exact, and a step past the horizon is refused")
    func exactTotals() throws {
        var (random, data) = (SecureRandom(), SyntheticRandom(seed: 1))
        let plan = try plan(200, rho: "999")
        #expect(plan.variance(at: 200) < 0.0064)
        var counter = ContinualCounter(plan)
        var total: Int64 = 0
        for _ in 0..<200 {
            let step = Int64.random(in: -1_000...1_000_000, using: &data)
            total += step
            #expect(try counter.add(step, using: &random).rounded() == Double(total))
        }
        #expect(counter.count == 200)
        #expect(throws: PrivacyError.self) { try counter.add(1, using: &random) }
    }

    /// 20,000 streams: the standard error of a variance is 1 %, so 6 % is off by chance less than once in 10⁸ times.
    @Test("the measured variance is the stated one, for totals and for differences")
    func measuredVariance() throws {
        var random = SecureRandom()
        let plan = try plan(16)
        let streams = 20_000
        var squares = [Double](repeating: 0, count: 17)
        var difference = 0.0
        let fresh = ContinualCounter(plan)
        for _ in 0..<streams {
            var counter = fresh
            var errors = [0.0]
            for step in 1...16 { errors.append(try counter.add(5, using: &random) - Double(5 * step)) }
            for (step, error) in errors.enumerated() { squares[step] += error * error }
            difference += (errors[12] - errors[9]) * (errors[12] - errors[9])
        }
        for step in [1, 2, 5, 9, 16] {
            #expect(abs(squares[step] / Double(streams) / plan.variance(at: step) - 1) < 0.06)
        }
        #expect(abs(difference / Double(streams) / plan.variance(from: 9, to: 12) - 1) < 0.06)
    }

    @Test("steps beyond the range are cut and don't trap")
    func saturation() throws {
        var random = SecureRandom()
        var counter = ContinualCounter(try plan(4, rho: "999"))
        let totals = try (0..<4).map { _ in try counter.add(.max, using: &random) }
        #expect(totals.allSatisfy { $0 > 0x1p50 && $0 < 0x1p63 })
    }

    /// The discrete Gaussian's variance is at most its parameter, an integer here.
    @Test("every total of 1,024 steps at rho 1/2 has a variance of at most 11")
    func thousandSteps() throws {
        let plan = try plan(1_024)
        #expect((1...1_024).allSatisfy { plan.variance(at: $0) <= 11 })
        #expect(plan.sigmaSquared == plan.factor.squaredSensitivity)
    }

    /// The classic streaming tree: a node for each set bit of the step, all of one variance.
    @Test("the binary tree needs ten times the variance at 1,024 steps")
    func tree() throws {
        let levels = 11.0
        let worst = (1...1_024).map { Double($0.nonzeroBitCount) * levels }.max()!
        #expect(worst == 110)
        #expect(try plan(1_024).variance(at: 1_024) * 10 < worst)
    }

    @Test("bad plans are refused")
    func refused() throws {
        #expect(throws: PrivacyError.self) { try plan(0) }
        #expect(throws: PrivacyError.self) { try plan(ContinualPlan.longestHorizon + 1) }
        #expect(throws: PrivacyError.self) { try plan(10, rho: "1e-15", each: 1_000_000) }
    }
}
