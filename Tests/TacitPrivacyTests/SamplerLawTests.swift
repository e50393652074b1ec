import TacitPrivacy
import Testing

/// Each chi-square and mean test uses fresh noise and fails by chance less than once in 10⁸ runs (six standard
/// deviations); all together stay below 10⁻⁶.
@Suite("Noise follows the exact law")
struct SamplerLawTests {
    static let draws = 300_000

    @Test("matches the exact probabilities, edges pooled, and the exact variance", arguments: ExactLaw.all)
    func exactTables(law: ExactLaw) throws {
        let noise = try Self.noise(sensitivity: law.sensitivity, epsilon: law.epsilon)
        let last = law.probabilities.count - 1
        // Cells −last…last, then everything below and everything above.
        var observed = [Int](repeating: 0, count: 2 * last + 3)
        var random = SecureRandom()
        var (sum, squares) = (0.0, 0.0)
        for _ in 0..<Self.draws {
            let sample = Int(noise.sample(using: &random))
            observed[max(0, min(2 * last + 2, sample + last + 1))] += 1
            sum += Double(sample)
            squares += Double(sample * sample)
        }
        let middle = law.probabilities.dropFirst().reversed() + law.probabilities
        let expected = ([law.upperTail] + middle + [law.upperTail]).map { $0 * Double(Self.draws) }
        #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)

        let count = Double(Self.draws)
        #expect(abs(sum / count) < 6 * (law.variance / count).squareRoot())
        // The fourth moment of a discrete Laplace is at most 6 variance² + variance.
        let spread = ((5 * law.variance * law.variance + law.variance) / count).squareRoot()
        #expect(abs(squares / count - law.variance) < 6 * spread)
    }

    @Test(
        "matches the law at small, rational and large scales, in bins of equal weight",
        arguments: [
            (1, "100"), (1, "3.7"), (7, "0.333333"), (10, "0.3"), (1000, "0.3"), (999_983, "0.999999"),
            (1_000_000, "1"),
        ])
    func closedForm(sensitivity: Int, epsilon: String) throws {
        let noise = try Self.noise(sensitivity: sensitivity, epsilon: epsilon)
        // 61 edges at equal steps of the scale, from −6 to 6 scales; below a scale of 5 some bins are empty and pooled.
        let edges = (-30...30).map { Int64((Double($0) * noise.scale / 5).rounded()) }
        var observed = [Int](repeating: 0, count: edges.count + 1)
        var random = SecureRandom()
        for _ in 0..<Self.draws {
            let sample = noise.sample(using: &random)
            observed[Self.bin(of: sample, edges)] += 1
        }
        let upper = edges.map { noise.probability(ofAtLeast: $0) }
        let expected = zip([1] + upper, upper + [0]).map { ($0 - $1) * Double(Self.draws) }
        #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)
    }

    @Test("is fine-grained at a large scale: the last digit is uniform")
    func lastDigit() throws {
        let noise = try Self.noise(sensitivity: 1_000_000, epsilon: "1")
        var observed = [Int](repeating: 0, count: 10)
        var random = SecureRandom()
        for _ in 0..<Self.draws { observed[Int(noise.sample(using: &random).magnitude % 10)] += 1 }
        let expected = [Double](repeating: Double(Self.draws) / 10, count: 10)
        #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)
    }

    @Test("counts zero once and both signs alike")
    func zeroAndSigns() throws {
        let noise = try Self.noise(sensitivity: 1, epsilon: "2.5")
        var counts = [0, 0, 0]
        var random = SecureRandom()
        for _ in 0..<Self.draws { counts[Int(noise.sample(using: &random).signum()) + 1] += 1 }
        let zero = 0.848_283_639_957_512_88
        let expected = [(1 - zero) / 2, zero, (1 - zero) / 2].map { $0 * Double(Self.draws) }
        #expect(ChiSquare.deviation(observed: counts, expected: expected) < 6)
    }

    @Test("the law that readers see is the exact one", arguments: ExactLaw.all)
    func readersLaw(law: ExactLaw) throws {
        let noise = try Self.noise(sensitivity: law.sensitivity, epsilon: law.epsilon)
        for (k, probability) in law.probabilities.enumerated() {
            #expect(abs(noise.probability(of: Int64(k)) / probability - 1) < 1e-12)
            #expect(noise.probability(of: Int64(-k)) == noise.probability(of: Int64(k)))
        }
        let last = Int64(law.probabilities.count - 1)
        #expect(abs(noise.probability(ofAtLeast: last + 1) / law.upperTail - 1) < 1e-12)
        #expect(abs(noise.tail(beyond: last) / (2 * law.upperTail) - 1) < 1e-12)
        #expect(abs(noise.probability(ofAtLeast: -last) + law.upperTail - 1) < 1e-12)
        #expect(abs(noise.variance / law.variance - 1) < 1e-12)
    }

    @Test("adding noise to the largest and smallest integers stays within Int64")
    func saturates() throws {
        let noise = try Self.noise(sensitivity: 1_000_000, epsilon: "0.000001")
        var random = SecureRandom()
        for _ in 0..<200 {
            #expect(noise.addNoise(to: .max, using: &random) > 0)
            #expect(noise.addNoise(to: .min, using: &random) < 0)
        }
    }

    @Test("noises every entry of a figure afresh")
    func entries() throws {
        let noise = try Self.noise(sensitivity: 1_000_000, epsilon: "1")
        var random = SecureRandom()
        var entries = [Int64](repeating: 0, count: 1000)
        noise.addNoise(to: &entries, using: &random)
        // Two equal samples among a thousand happen with probability below 0.13; ten pairs below 10⁻¹⁵.
        #expect(Set(entries).count > 990)
    }

    /// The number of edges at or below `sample`, by halving.
    private static func bin(of sample: Int64, _ edges: [Int64]) -> Int {
        var (low, high) = (0, edges.count)
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] <= sample { low = middle + 1 } else { high = middle }
        }
        return low
    }

    static func noise(sensitivity: Int, epsilon: String) throws -> DiscreteLaplace {
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: sensitivity)
        return try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon(epsilon))
    }
}
