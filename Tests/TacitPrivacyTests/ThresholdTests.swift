import Foundation
import TacitPrivacy
import Testing

@Suite("A cell of one contributor is shown with probability at most delta")
struct ThresholdTests {
    /// A system compared with `>` and accounted as `>=`, so delta was understated. Here the probability is added up from
    /// the law through the very comparison that shows cells.
    @Test(
        "delta is what the comparison makes it",
        arguments: [
            (1, "1", "1e-8"), (3, "0.333333", "1e-6"), (10, "0.1", "1e-10"), (1, "2.5", "1e-5"), (100, "5", "1e-15"),
        ])
    func deltaMatchesTheComparison(maxCells: Int, epsilon: String, delta: String) throws {
        let (threshold, noise) = try Self.open(k: 2, maxCells: maxCells, epsilon: epsilon, delta: delta)
        func probabilityOfShowing(_ threshold: CellThreshold) -> Double {
            let reach = threshold.value + Int64(60 * noise.scale) + 10
            return (-10...reach).reversed().reduce(0.0) { sum, sample in
                threshold.shows(noisyContributors: 1 + sample) ? sum + noise.probability(of: sample) : sum
            }
        }
        let shown = probabilityOfShowing(threshold)
        let any = -expm1(Double(maxCells) * log1p(-shown))
        #expect(any <= threshold.delta.approximation)
        // One less would not do: tau is the smallest.
        let ratio = exp(1 / noise.scale)
        #expect(-expm1(Double(maxCells) * log1p(-shown * ratio)) > threshold.delta.approximation)
    }

    /// P(1 + Z ≥ 5) for scale 1 is 0.013389804932698453, and P(1 + Z > 5) is 0.004925833956035729: exact figures.
    @Test("an off-by-one in the comparison would show")
    func offByOne() throws {
        let (atFive, noise) = try Self.open(k: 2, maxCells: 1, epsilon: "1", delta: "0.0134")
        #expect(atFive.least == 5)
        #expect(abs(noise.probability(ofAtLeast: 4) - 0.013_389_804_932_698_453) < 1e-15)
        let (atSix, _) = try Self.open(k: 2, maxCells: 1, epsilon: "1", delta: "0.0133")
        #expect(atSix.least == 6)
        #expect(abs(noise.probability(ofAtLeast: 5) - 0.004_925_833_956_035_729) < 1e-15)
        #expect(atFive.shows(noisyContributors: 5))
        #expect(!atFive.shows(noisyContributors: 4))
    }

    /// With k alone two thirds of the empty cells of a catalog with much noise showed, means of nothing among them.
    @Test("the larger of k and what the noise needs decides; an empty closed cell shows once in 40 times at most")
    func largerDecides() throws {
        let (low, _) = try Self.open(k: 100, maxCells: 1, epsilon: "1", delta: "1e-8")
        #expect(low.value == 100)
        #expect(low.least < 100)
        let (high, _) = try Self.open(k: 5, maxCells: 1, epsilon: "0.1", delta: "1e-8")
        #expect(high.value == high.least)
        for (epsilon, k, value) in [("3", 5, Int64(5)), ("1", 5, 5), ("0.25", 5, 13), ("0.25", 20, 20)] {
            let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1)
            let noise = try DiscreteLaplace(sensitivity: .contributors(bounds), epsilon: Epsilon(epsilon))
            let closed = try CellThreshold.closed(k: k, noise: noise)
            #expect(closed.value == value)
            #expect(closed.delta == .zero)
            #expect(closed.shows(noisyContributors: value) && !closed.shows(noisyContributors: value - 1))
            #expect(noise.probability(ofAtLeast: value) <= 0.025)
        }
    }

    @Test("refuses k below 2, delta 0 for open dimensions, and noise made for something else")
    func refused() throws {
        let (_, any) = try Self.open(k: 2, maxCells: 1, epsilon: "1", delta: "1e-8")
        #expect(throws: PrivacyError.self) { try CellThreshold.closed(k: 1, noise: any) }
        #expect(throws: PrivacyError.self) { try Self.open(k: 1, maxCells: 1, epsilon: "1", delta: "1e-8") }
        #expect(throws: PrivacyError.self) { try Self.open(k: 5, maxCells: 1, epsilon: "1", delta: "0") }
        let bounds = try ContributionBounds(maxCells: 3, maxPerCell: 1)
        let narrower = try ContributionBounds(maxCells: 1, maxPerCell: 1)
        let delta = try Delta("1e-8")
        for sensitivity in [try Sensitivity.count(bounds), try Sensitivity.contributors(narrower)] {
            let noise = try DiscreteLaplace(sensitivity: sensitivity, epsilon: Epsilon("1"))
            #expect(throws: PrivacyError.self) {
                try CellThreshold.open(k: 5, delta: delta, bounds: bounds, noise: noise)
            }
        }
    }

    @Test("measured: one contributor is shown as often as accounted (false alarm below 10⁻⁸)")
    func measured() throws {
        let (threshold, noise) = try Self.open(k: 2, maxCells: 1, epsilon: "1", delta: "0.0134")
        var random = SecureRandom()
        let draws = 200_000
        let shown = (0..<draws).count { _ in
            threshold.shows(noisyContributors: noise.addNoise(to: 1, using: &random))
        }
        let expected = 0.013_389_804_932_698_453 * Double(draws)
        #expect(abs(Double(shown) - expected) < 6 * expected.squareRoot())
    }

    private static func open(
        k: Int, maxCells: Int, epsilon: String, delta: String
    ) throws -> (CellThreshold, DiscreteLaplace) {
        let bounds = try ContributionBounds(maxCells: maxCells, maxPerCell: 1)
        let noise = try DiscreteLaplace(sensitivity: .contributors(bounds), epsilon: Epsilon(epsilon))
        return (try CellThreshold.open(k: k, delta: Delta(delta), bounds: bounds, noise: noise), noise)
    }
}
