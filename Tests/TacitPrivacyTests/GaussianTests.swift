import Foundation
import TacitPrivacy
import Testing

/// Each statistical test fails by chance less than once in 10⁸ runs (six standard deviations).
@Suite("Gaussian noise follows the exact law at every size")
struct GaussianTests {
    static let draws = 300_000

    static func noise(sensitivity: Int, rho: String) throws -> DiscreteGaussian {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: sensitivity)
        return try DiscreteGaussian(sensitivity: .count(bounds), rho: Rho(rho))
    }

    @Test(
        "in bins of equal width, on both sides of every change of method",
        arguments: [
            (1, "50"), (1, "0.5"), (7, "0.123456789012"), (96, "0.5"), (98, "0.5"), (1000, "0.003"), (999_983, "0.1"),
            (1_000_000_000, "0.5"),
        ])
    func bins(sensitivity: Int, rho: String) throws {
        let noise = try Self.noise(sensitivity: sensitivity, rho: rho)
        let sigma = noise.sigma
        let edges = (-40...40).map { Int64((Double($0) * sigma / 8).rounded()) }
        var observed = [Int](repeating: 0, count: edges.count + 1)
        var random = SecureRandom()
        for _ in 0..<Self.draws {
            let sample = noise.sample(using: &random)
            observed[edges.firstIndex { $0 > sample } ?? edges.count] += 1
        }
        // P(Z ≥ edge): summed where that is short, else the normal law half a unit earlier (exact to sigma^−2).
        func above(_ edge: Int64) -> Double {
            if sigma > 5000 { return 0.5 * erfc((Double(edge) - 0.5) / sigma / 2.0.squareRoot()) }
            if edge <= 0 { return 1 - noise.tail(beyond: -edge) / 2 }
            return noise.tail(beyond: edge - 1) / 2
        }
        let upper = edges.map(above)
        let expected = zip([1] + upper, upper + [0]).map { ($0 - $1) * Double(Self.draws) }
        #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)
    }

    @Test("is fine-grained: the last digit is uniform at a large sigma")
    func lastDigit() throws {
        let noise = try Self.noise(sensitivity: 1_000_000, rho: "0.5")
        var observed = [Int](repeating: 0, count: 16)
        var random = SecureRandom()
        for _ in 0..<Self.draws { observed[Int(noise.sample(using: &random).magnitude % 16)] += 1 }
        let expected = [Double](repeating: Double(Self.draws) / 16, count: 16)
        #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)
    }

    @Test("sigma² is L1 · L∞ / (2 rho), rounded up where it doesn't fit")
    func variance() throws {
        let bounds = try ContributionBounds(maxCells: 4, maxPerCell: 5)
        let noise = try DiscreteGaussian(sensitivity: .count(bounds), rho: Rho("0.02"))
        #expect(noise.varianceNumerator == 2500 && noise.varianceDenominator == 1)
        let wide = try ContributionBounds(
            maxCells: 1, maxPerCell: 1, values: ValueRange(0...1_073_741_827, granularity: 1))
        let rounded = try DiscreteGaussian(sensitivity: .sum(wide), rho: Rho("0.999999999989"))
        let exact = 1_073_741_827.0 * 1_073_741_827.0 / (2 * 0.999999999989)
        let kept = Double(rounded.varianceNumerator) / Double(rounded.varianceDenominator)
        #expect(kept >= exact * (1 - 1e-15) && kept < exact * 1.000_001)
        let huge = try ContributionBounds(
            maxCells: 1, maxPerCell: 1, values: ValueRange(0...8_796_093_022_207, granularity: 1))
        #expect(throws: PrivacyError.self) { try DiscreteGaussian(sensitivity: .sum(huge), rho: Rho("0.5")) }
    }

    @Test(
        "an interval holds as often as it says, and the next smaller one doesn't",
        arguments: ["2", "0.5", "0.001", "0.0000005"])
    func interval(rho: String) throws {
        let noise = try Self.noise(sensitivity: 1, rho: rho)
        for confidence in [Confidence.percent95, try Confidence(0.5), try Confidence(0.999_999)] {
            let half = noise.interval(confidence: confidence)
            #expect(noise.tail(beyond: half) <= 1 - confidence.probability + 1e-12)
            #expect(half == 0 || noise.tail(beyond: half - 1) > 1 - confidence.probability)
        }
    }

    @Test("a delta of one in the number of contributors or more is warned of, not refused")
    func deltaWarning() throws {
        #expect(try Delta("0.001").warning(forContributors: 1000)?.code == .deltaTooLarge)
        #expect(try Delta("0.001").warning(forContributors: 999) == nil)
        #expect(try Delta("1e-8").warning(forContributors: 5000) == nil)
        #expect(try Delta("1e-8").warning(forContributors: .max)?.code == .deltaTooLarge)
        #expect(Delta.zero.warning(forContributors: .max) == nil)
    }
}
