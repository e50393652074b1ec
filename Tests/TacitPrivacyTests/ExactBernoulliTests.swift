import TacitPrivacy
import Testing

@Suite("Digits of 1/e decide without end")
struct ExactBernoulliTests {
    @Test("the digits are those of 1/e")
    func digits() {
        let known: [UInt64] = [
            0x5E2D_58D8_B3BC_DF1A, 0xBADE_C782_9054_F90D, 0xDA98_05AA_B56C_7733, 0x3024_B9D0_A507_DAED,
            0xB164_00BF_472B_4215,
        ]
        #expect(InverseE.firstWord == known[0])
        #expect(known.indices.map(InverseE.word(at:)) == known)
    }

    #if DEBUG
        /// Words that are handed out in order; after the last one, nothing may be asked.
        struct ScriptedWords: NoiseSource {
            var words: [UInt64]
            static var vouched: NoiseSourceVoucher { NoiseSourceVoucher() }
            mutating func next() -> UInt64 { words.removeFirst() }
        }

        /// Scale 1: U is 0 and accepted, V counts words below 1/e, then the sign.
        @Test("a tie of 64 digits is decided by the next ones, however long it lasts")
        func ties() throws {
            let noise = try SamplerLawTests.noise(sensitivity: 1, epsilon: "1")
            let uniform: [UInt64] = [7, 7]
            let plus: UInt64 = 0
            let ends = UInt64.max
            let digits = (0..<4).map(InverseE.word(at:))
            func sample(_ words: [UInt64]) -> Int64 {
                var source = ScriptedWords(words: uniform + words)
                let sample = noise.sample(using: &source)
                #expect(source.words.isEmpty)
                return sample
            }
            #expect(sample([ends, plus]) == 0)
            #expect(sample([digits[0] - 1, ends, plus]) == 1)
            #expect(sample([digits[0] + 1, plus]) == 0)
            #expect(sample([digits[0], digits[1] - 1, ends, plus]) == 1)
            #expect(sample([digits[0], digits[1] + 1, plus]) == 0)
            #expect(sample([digits[0], digits[1], digits[2], digits[3] - 1, ends, plus]) == 1)
            #expect(sample([digits[0], digits[1], digits[2], digits[3] + 1, plus]) == 0)
            #expect(sample([0, 0, ends, .max]) == -2)
        }

        @Test("minus zero is drawn again")
        func minusZero() throws {
            let noise = try SamplerLawTests.noise(sensitivity: 1, epsilon: "1")
            var source = ScriptedWords(words: [7, 7, .max, .max, 7, 7, 0, .max, 0])
            #expect(noise.sample(using: &source) == 1)
            #expect(source.words.isEmpty)
        }

        @Test("a size beyond Int64 is cut, not wrapped")
        func hugeSizes() throws {
            let bounds = try ContributionBounds(
                maxCells: 1, maxPerCell: 1, values: ValueRange(0...8_796_093_022_207, granularity: 1))
            let noise = try DiscreteLaplace(sensitivity: .sum(bounds), epsilon: Epsilon("0.000001"))
            let manyWholes = [UInt64](repeating: 0, count: 40)
            var source = ScriptedWords(words: [1, 1] + manyWholes + [.max, 0])
            #expect(noise.sample(using: &source) == .max)
            source = ScriptedWords(words: [1, 1] + manyWholes + [.max, .max])
            #expect(noise.sample(using: &source) == -.max)
        }

        @Test("a product beyond 64 bits is divided exactly")
        func wideProducts() throws {
            let bounds = try ContributionBounds(
                maxCells: 1, maxPerCell: 1, values: ValueRange(0...8_796_093_022_207, granularity: 1))
            let noise = try DiscreteLaplace(sensitivity: .sum(bounds), epsilon: Epsilon("0.999999"))
            // U = 0 and V = 40: ⌊40 · 8,796,093,022,207,000,000 / 999,999⌋.
            var source = ScriptedWords(words: [1, 1] + [UInt64](repeating: 0, count: 40) + [.max, 0])
            #expect(noise.sample(using: &source) == 351_844_072_732_352)
        }
    #endif
}
