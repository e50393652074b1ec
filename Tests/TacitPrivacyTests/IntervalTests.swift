import TacitPrivacy
import Testing

@Suite("Intervals hold as often as they say")
struct IntervalTests {
    static let confidences: [Double] = [0.5, 0.95, 0.99, 0.9999]

    @Test(
        "one noise: the smallest half-width whose probabilities add up to the confidence",
        arguments: [(1, "100"), (1, "2.5"), (1, "1"), (5, "1"), (20, "0.333333"), (1000, "1.5")])
    func single(sensitivity: Int, epsilon: String) throws {
        let noise = try SamplerLawTests.noise(sensitivity: sensitivity, epsilon: epsilon)
        for confidence in Self.confidences {
            let size = noise.interval(confidence: try Confidence(confidence))
            let covered = (-size...size).reduce(0.0) { $0 + noise.probability(of: $1) }
            #expect(covered >= confidence - 1e-12)
            #expect(size == 0 || covered - 2 * noise.probability(of: size) < confidence)
        }
    }

    @Test(
        "a sum of noises: never below the quantile of the direct convolution, and next to it",
        arguments: [
            ["1", "1"], ["2.5", "0.2"], ["0.2", "0.2", "0.2"], ["0.05", "1", "2.5"], ["100", "100"], ["100", "0.1"],
            [String](repeating: "0.5", count: 7), [String](repeating: "0.25", count: 12),
            (1...24).map { "0.\(99 - $0)" },
        ])
    func convolution(epsilons: [String]) throws {
        let noises = try epsilons.map { try SamplerLawTests.noise(sensitivity: 1, epsilon: $0) }
        let reach = Int64(40 * noises.map(\.scale).max()!) + Int64(8 * noises.map(\.variance).reduce(0, +).squareRoot())
        var law: [Double] = [1]
        for noise in noises {
            let half = Int64(40 * noise.scale) + 2
            law = Self.convolve(law, (-half...half).map { noise.probability(of: $0) }, reach: Int(reach))
        }
        let middle = law.count / 2
        for confidence in Self.confidences {
            let size = Int(NoiseInterval.ofSum(noises, confidence: try Confidence(confidence)))
            let covered = law[(middle - size)...(middle + size)].reduce(0, +)
            #expect(covered >= confidence - 1e-12)
            let narrower = size == 0 ? 0 : covered - 2 * law[middle + size]
            #expect(size == 0 || narrower < confidence + 2e-4 * (1 - confidence))
        }
    }

    @Test("an empty sum has no noise; a sum of one is that noise")
    func trivialSums() throws {
        let noise = try SamplerLawTests.noise(sensitivity: 20, epsilon: "0.3")
        #expect(NoiseInterval.ofSum([]) == 0)
        #expect(NoiseInterval.ofSum([noise]) == noise.interval())
    }

    @Test("many equal noises approach the normal law")
    func manyTerms() throws {
        let noise = try SamplerLawTests.noise(sensitivity: 20, epsilon: "0.5")
        let size = NoiseInterval.ofSum(Array(repeating: noise, count: 1000))
        let normal = 1.959_963_985 * (1000 * noise.variance).squareRoot()
        #expect(abs(Double(size) / normal - 1) < 0.001)
    }

    @Test("scales from one to far beyond: the half-width scales with the noise")
    func largeScales() throws {
        func width(_ sensitivity: Int) throws -> Double {
            let noise = try SamplerLawTests.noise(sensitivity: sensitivity, epsilon: "1")
            return Double(NoiseInterval.ofSum([noise, noise, noise])) / noise.scale
        }
        let reference = try width(10_000)
        for sensitivity in [1_000_000, 100_000_000, 4_000_000_000] {
            #expect(abs(try width(sensitivity) / reference - 1) < 0.001)
        }
        // One large noise rules a small one, and the sum is never narrower than the large one alone.
        let large = try SamplerLawTests.noise(sensitivity: 1_000_000, epsilon: "1")
        let small = try SamplerLawTests.noise(sensitivity: 1, epsilon: "1")
        let both = NoiseInterval.ofSum([large, small])
        #expect(both >= large.interval())
        #expect(Double(both) < Double(large.interval()) * 1.0001)
    }

    /// 20,000 releases each; six standard deviations of the share are 0.0092.
    @Test("measured coverage of 95 % intervals is between 94 % and 96.5 %")
    func measured() throws {
        let noise = try SamplerLawTests.noise(sensitivity: 1000, epsilon: "0.3")
        var random = SecureRandom()
        let releases = 20_000
        let half = noise.interval()
        let single = (0..<releases).count { _ in abs(noise.sample(using: &random)) <= half }
        #expect(abs(Double(single) / Double(releases) - 0.95) < 0.0095)
        let week = NoiseInterval.ofSum(Array(repeating: noise, count: 7))
        #expect(NoiseInterval.ofSum(noise, times: 7) == week)
        #expect(NoiseInterval.ofSum(noise, times: 1) == noise.interval())
        #expect(NoiseInterval.ofSum(noise, times: 0) == 0)
        let sums = (0..<releases).count { _ in
            abs((0..<7).reduce(0) { sum, _ in sum + noise.sample(using: &random) }) <= week
        }
        #expect(abs(Double(sums) / Double(releases) - 0.95) < 0.0095)
    }

    @Test("a confidence is a probability up to 0.999999")
    func confidence() throws {
        for probability in [0, -1, 1, 1.5, 0.9999999, .nan, .infinity] {
            #expect(throws: PrivacyError.self) { try Confidence(probability) }
        }
        let noise = try SamplerLawTests.noise(sensitivity: 1, epsilon: "0.5")
        let strict = try Confidence(0.999_999)
        let size = NoiseInterval.ofSum([noise, noise], confidence: strict)
        #expect(size > NoiseInterval.ofSum([noise, noise]))
    }

    private static func convolve(_ left: [Double], _ right: [Double], reach: Int) -> [Double] {
        var result = [Double](repeating: 0, count: left.count + right.count - 1)
        for (index, value) in left.enumerated() {
            for (other, factor) in right.enumerated() { result[index + other] += value * factor }
        }
        let excess = max(0, result.count / 2 - reach)
        return Array(result.dropFirst(excess).dropLast(excess))
    }
}
