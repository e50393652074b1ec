import TacitPrivacy
import Testing

@Suite("Randomness for noise is unpredictable, and named where it isn't")
struct RandomnessTests {
    @Test("bits and bytes are uniform (false alarm below 10⁻⁸)")
    func uniform() {
        let random = SecureRandom()
        var bytes = [Int](repeating: 0, count: 256)
        var bits = [Int](repeating: 0, count: 64)
        let words = 100_000
        for _ in 0..<words {
            let word = random.next()
            for place in 0..<64 where (word >> UInt64(place)) & 1 == 1 { bits[place] += 1 }
            for place in 0..<8 { bytes[Int(truncatingIfNeeded: word >> UInt64(8 * place)) & 0xFF] += 1 }
        }
        let expected = [Double](repeating: Double(words) * 8 / 256, count: 256)
        #expect(ChiSquare.deviation(observed: bytes, expected: expected) < 6)
        // 64 places, each within seven standard deviations of one half.
        for ones in bits { #expect(abs(Double(ones) - Double(words) / 2) < 7 * Double(words).squareRoot() / 2) }
    }

    @Test("no word comes twice across blocks and reseeding, and two instances differ")
    func neverRepeats() {
        let first = SecureRandom()
        let second = SecureRandom()
        var seen = Set<UInt64>()
        // 150,000 words are 73 blocks, past the first reseeding. A repeat by chance has probability below 10⁻⁸.
        for _ in 0..<75_000 {
            #expect(seen.insert(first.next()).inserted)
            #expect(seen.insert(second.next()).inserted)
        }
        for _ in 0..<75_000 { seen.insert(first.next()) }
        #expect(seen.count == 225_000)
    }

    @Test("a second name for a generator shares its state, so no noise is drawn twice")
    func copiesShare() {
        let random = SecureRandom()
        let alias = random
        #expect(random.next() != alias.next())
    }

    @Test("made-up data is reproducible, and its generator can't make noise")
    func synthetic() {
        var first = SyntheticRandom(seed: 42)
        var second = SyntheticRandom(seed: 42)
        #expect((0..<100).allSatisfy { _ in first.next() == second.next() })
        #expect(!(first as Any is any NoiseSource))
        // Reference output of SplitMix64 for the seed 1234567.
        var reference = SyntheticRandom(seed: 1_234_567)
        #expect(reference.next() == 6_457_827_717_110_365_317)
        #expect(reference.next() == 3_203_168_211_198_807_973)
    }

    #if DEBUG
        @Test("the insecure noise source repeats, and exists in debug builds only")
        func seeded() throws {
            var first = SeededRandom.insecureForTesting(seed: 1)
            var second = SeededRandom.insecureForTesting(seed: 1)
            let noise = try SamplerLawTests.noise(sensitivity: 10, epsilon: "0.3")
            let samples = (0..<100).map { _ in noise.sample(using: &first) }
            #expect(samples == (0..<100).map { _ in noise.sample(using: &second) })
        }
    #endif
}
