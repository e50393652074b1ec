import TacitPrivacy
import Testing

/// A million draws a row from the cryptographic generator, tail and edges pooled. Six standard deviations each: a false
/// alarm once in 10⁸ runs and row, below 10⁻⁶ all together.
@Suite("Samplers match the published probability tables")
struct ProbabilityTableTests {
    static let draws = 1_000_000

    @Test("noise has the exact probabilities, mean, variance and share of zeros", arguments: ProbabilityTables.all.pmf)
    func noise(law: ProbabilityTables.Law) throws {
        var random = SecureRandom()
        let sampler = try Self.sampler(of: law)
        let last = law.last
        var observed = [Int](repeating: 0, count: 2 * last + 3)
        var (sum, squares) = (0.0, 0.0)
        for _ in 0..<Self.draws {
            let sample = Int(sampler(&random))
            observed[max(0, min(2 * last + 2, sample + last + 1))] += 1
            sum += Double(sample)
            squares += Double(sample * sample)
        }
        let half = law.probabilities
        let expected = ([law.upperTail] + half.dropFirst().reversed() + half + [law.upperTail])
            .map { $0 * Double(Self.draws) }
        #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)

        let (count, variance) = (Double(Self.draws), Double(law.variance)!)
        #expect(abs(sum / count) < 6 * (variance / count).squareRoot())
        // The fourth moment of a discrete Laplace is at most 6 variance² + variance.
        let fourth = law.fourthMoment.map { Double($0)! } ?? 6 * variance * variance + variance
        #expect(abs(squares / count - variance) < 6 * ((fourth - variance * variance) / count).squareRoot())
        let zeros = half[0] * count
        #expect(abs(Double(observed[last + 1]) - zeros) < 6 * (zeros * (1 - half[0])).squareRoot())
    }

    @Test("the law that readers see is the table's", arguments: ProbabilityTables.all.pmf)
    func readersLaw(law: ProbabilityTables.Law) throws {
        if law.family == "discrete_laplace" {
            let noise = try Self.laplace(law)
            #expect(abs(noise.variance / Double(law.variance)! - 1) < 1e-12)
            for (k, p) in law.probabilities.enumerated() {
                #expect(abs(noise.probability(of: Int64(k)) / p - 1) < 1e-11)
            }
            #expect(abs(noise.tail(beyond: Int64(law.last)) / (2 * law.upperTail) - 1) < 1e-11)
        } else {
            let noise = try Self.gaussian(law)
            #expect(abs(noise.variance / Double(law.variance)! - 1) < 1e-12)
            for (k, p) in law.probabilities.enumerated() {
                #expect(abs(noise.probability(of: Int64(-k)) / p - 1) < 1e-11)
            }
            #expect(abs(noise.tail(beyond: Int64(law.last)) / (2 * law.upperTail) - 1) < 1e-11)
        }
    }

    @Test(
        "the coin of probability exp(−x) falls as it should",
        arguments: ProbabilityTables.all.bernoulliExpMinusGamma)
    func coin(_ coin: ProbabilityTables.Coin) {
        var random = SecureRandom()
        let thousandths = UInt64((coin.gamma * 1000).rounded())
        let draws = 300_000
        let heads = (0..<draws).count { _ in
            random.bernoulliExp(minus: thousandths / 1000, and: thousandths % 1000, over: 1000)
        }
        let p = Double(coin.probability)!
        #expect(abs(Double(heads) - Double(draws) * p) <= 6 * (Double(draws) * p * (1 - p)).squareRoot())
    }

    @Test("selections choose as the tables say", arguments: ProbabilityTables.all.selection)
    func selection(_ vector: ProbabilityTables.Selection) throws {
        // The table's scores may move in both directions: sums of numbers from −1 to 1.
        let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(-1...1, granularity: 1))
        let flip = try PermuteAndFlip(sensitivity: .sum(bounds), epsilon: Epsilon(vector.epsilon))
        let exponential = try ExponentialMechanism(sensitivity: .sum(bounds), epsilon: Epsilon(vector.epsilon))
        var random = SecureRandom()
        try Self.check(vector.permuteAndFlip, flip.probabilities(among: vector.scores)) {
            try #require(flip.choose(among: vector.scores, using: &random))
        }
        try Self.check(vector.exponentialMechanism, exponential.probabilities(among: vector.scores)) {
            try #require(exponential.choose(among: vector.scores, using: &random))
        }
    }

    private static func check(_ table: [String], _ stated: [Double], _ choose: () throws -> Int) throws {
        let exact = table.map { Double($0)! }
        #expect(zip(stated, exact).allSatisfy { abs($0 / $1 - 1) < 1e-12 })
        var observed = [Int](repeating: 0, count: exact.count)
        for _ in 0..<300_000 { observed[try choose()] += 1 }
        #expect(ChiSquare.deviation(observed: observed, expected: exact.map { $0 * 300_000 }) < 6)
    }

    @Test("unary encoding has the table's probabilities and error", arguments: ProbabilityTables.all.unaryEncoding)
    func unary(_ vector: ProbabilityTables.Unary) throws {
        for (kind, row) in [(UnaryEncoding.Kind.optimized, vector.oue), (.symmetric, vector.sueRapporBasic)] {
            let encoding = try UnaryEncoding(choices: 6, epsilon: Epsilon(vector.epsilon), kind: kind)
            let (p, q) = (Double(row.p)!, Double(row.q)!)
            #expect(abs(encoding.truthProbability / p - 1) < 1e-12)
            #expect(abs(encoding.otherProbability / q - 1) < 1e-12)
            #expect(abs(encoding.variancePerResponse / Double(row.variancePerUser)! - 1) < 1e-12)
            var random = SecureRandom()
            // Pairs of bits, the true one and a false one: their four outcomes come independently.
            var observed = [0, 0, 0, 0]
            for _ in 0..<200_000 {
                let bits = encoding.respond(2, using: &random)
                observed[(bits[2] ? 2 : 0) + (bits[4] ? 1 : 0)] += 1
            }
            let expected = [(1 - p) * (1 - q), (1 - p) * q, p * (1 - q), p * q].map { $0 * 200_000 }
            #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)
        }
    }

    @Test(
        "randomized response has the table's probabilities and error",
        arguments: ProbabilityTables.all.kRandomizedResponse)
    func response(_ vector: ProbabilityTables.Response) throws {
        let response = try RandomizedResponse(choices: vector.k, epsilon: Epsilon(vector.epsilon))
        let (p, q) = (Double(vector.pTruth)!, Double(vector.pEachOther)!)
        #expect(abs(response.truthProbability / p - 1) < 1e-12)
        #expect(abs(response.otherProbability / q - 1) < 1e-12)
        #expect(abs(response.variancePerResponse / Double(vector.variancePerUserAtF0)! - 1) < 1e-12)
        var random = SecureRandom()
        let truth = vector.k / 2
        var observed = [Int](repeating: 0, count: vector.k)
        for _ in 0..<300_000 { observed[response.respond(truth, using: &random)] += 1 }
        let expected = (0..<vector.k).map { ($0 == truth ? p : q) * 300_000 }
        #expect(ChiSquare.deviation(observed: observed, expected: expected) < 6)
    }

    private static func sampler(of law: ProbabilityTables.Law) throws -> (inout SecureRandom) -> Int64 {
        if law.family == "discrete_laplace" {
            let noise = try laplace(law)
            return { noise.sample(using: &$0) }
        }
        let noise = try gaussian(law)
        return { noise.sample(using: &$0) }
    }

    private static func laplace(_ law: ProbabilityTables.Law) throws -> DiscreteLaplace {
        let scale = try #require(law.scale)
        return scale < 1
            ? try SamplerLawTests.noise(sensitivity: 1, epsilon: "\(1 / scale)")
            : try SamplerLawTests.noise(sensitivity: Int(scale), epsilon: "1")
    }

    private static func gaussian(_ law: ProbabilityTables.Law) throws -> DiscreteGaussian {
        let sigma = try #require(law.sigma)
        return sigma < 1
            ? try GaussianTests.noise(sensitivity: 1, rho: "\(0.5 / (sigma * sigma))")
            : try GaussianTests.noise(sensitivity: Int(sigma), rho: "0.5")
    }
}
