import Foundation
import TacitPrivacy
import Testing

@Suite("A sample is decided by as many digits as it takes")
struct SteppedSamplerTests {
    @Test(
        "the bounds of exp(−x) enclose it and are a few units apart",
        arguments: [(0, 1), (1, 1), (1, 1_000_000_000), (999_999, 7), (14, 1), (700, 3), (1, 3)] as [(UInt64, UInt64)])
    func bounds(numerator: UInt64, denominator: UInt64) {
        let exact = exp(-Double(numerator) / Double(denominator))
        for bits in [62, 128, 256, 1000] {
            let (lower, upper) = ExponentialBounds.of(minus: Natural(numerator), over: denominator, bits: bits)
            #expect(lower <= upper && upper - lower < Natural(4 as UInt64))
            if bits == 62 {
                #expect(Double(lower.small!) * 0x1p-62 <= exact * (1 + 1e-13) + 0x1p-62)
                #expect(Double(upper.small!) * 0x1p-62 >= exact * (1 - 1e-13))
            }
            // More digits stay within the bounds of fewer.
            let finer = ExponentialBounds.of(minus: Natural(numerator), over: denominator, bits: bits + 64)
            #expect(finer.lower >> 64 >= lower && (finer.upper - Natural(1 as UInt64)) >> 64 <= upper)
        }
    }

    @Test("the digits of exp(−1) are those of 1/e")
    func inverseE() {
        let (lower, _) = ExponentialBounds.of(minus: Natural(1 as UInt64), over: 1, bits: 128)
        #expect((lower >> 64).small == InverseE.firstWord)
    }

    #if DEBUG
        /// Words that are handed out in order; after the last one, nothing may be asked.
        struct ScriptedWords: NoiseSource {
            var words: [UInt64]
            static var vouched: NoiseSourceVoucher { NoiseSourceVoucher() }
            mutating func next() -> UInt64 { words.removeFirst() }
        }

        /// Slot, side of the cut, sign and the first digits of the uniform number.
        static func word(slot: UInt64, cut: UInt64 = 0, negative: Bool = false, digits: UInt64 = 0) -> UInt64 {
            slot | (cut << 9) | ((negative ? 1 : 0) << 31) | (digits << 32)
        }

        @Test("one word makes a small sample, a slot's own step below its cut")
        func oneWord() {
            let sampler = SteppedSampler(degree: 2, numerator: 1, denominator: 2)
            for (negative, sample) in [(false, Int64(1)), (true, -1)] {
                var source = ScriptedWords(words: [Self.word(slot: 1, negative: negative)])
                #expect(sampler.sample(using: &source) == sample && source.words.isEmpty)
            }
            // Without the sign, zero is zero.
            for negative in [false, true] {
                var source = ScriptedWords(words: [Self.word(slot: 0, negative: negative)])
                #expect(sampler.sample(using: &source) == 0 && source.words.isEmpty)
            }
        }

        @Test("a large sample takes its place in the step from a second word; minus zero is drawn again")
        func twoWords() {
            // Rate 1/1,000: the smallest reach of 511 steps beyond 14,000 has steps of 32.
            let sampler = SteppedSampler(degree: 1, numerator: 1, denominator: 1000)
            var source = ScriptedWords(words: [Self.word(slot: 3), 5 << 59])
            #expect(sampler.sample(using: &source) == 3 * 32 + 5)
            let negative = Self.word(slot: 0, negative: true)
            source = ScriptedWords(words: [negative, 0, negative, 1 << 59])
            #expect(sampler.sample(using: &source) == -1)
            #expect(source.words.isEmpty)
        }

        /// The uniform number is fed the exact digits of the keeping probability, for as long as wanted.
        @Test("a tie of any length is decided by the digit after it", arguments: [0, 1, 3])
        func ties(words: Int) {
            // Magnitude 3 of step 0: kept with probability C exp(−3/1000) / W. The quick digits are all ones.
            let sampler = SteppedSampler(degree: 1, numerator: 1, denominator: 1000)
            let places = 64 * (words + 2)
            let law = ExponentialBounds.of(minus: Natural(3 as UInt64), over: 1000, bits: places + 64)
            let kept = ((law.lower * Natural(sampler.decision.scale)) / sampler.decision.weights[0]) >> 64
            func digits(_ count: Int) -> UInt64 {
                ((kept >> (places - 64 * count)) - ((kept >> (places - 64 * (count - 1))) << 64)).small!
            }
            let first = digits(1)
            for (nudge, isKept) in [(-1, true), (1, false)] as [(Int64, Bool)] {
                var script = [Self.word(slot: 0, digits: first >> 32), 3 << 59, (first & 0xFFFF_FFFF) << 32]
                for word in 0..<words { script.append(digits(word + 2)) }
                let last = digits(words + 2)
                script.append(nudge < 0 ? last - 1 : last + 1)
                if !isKept { script += [Self.word(slot: 1), 0] }
                var source = ScriptedWords(words: script)
                #expect(sampler.sample(using: &source) == (isKept ? 3 : 32))
                #expect(source.words.isEmpty)
            }
        }

        @Test("the tail goes on piece by piece, and a size beyond Int64 is cut, not wrapped")
        func tail() {
            let sampler = SteppedSampler(degree: 1, numerator: 1, denominator: 1000)
            // The tail's digits are 0, so the piece is kept. Pieces are 32 steps of 32, beginning at 511 · 32.
            var source = ScriptedWords(words: [Self.word(slot: 511), 0, .max, 0, 7 << 54, 0])
            #expect(sampler.sample(using: &source) == 511 * 32 + 32 * 32 + 7)
            #expect(source.words.isEmpty)
            let huge = SteppedSampler(degree: 1, numerator: 1, denominator: 1 << 62)
            let pieces = [UInt64](repeating: .max, count: 30)
            source = ScriptedWords(words: [Self.word(slot: 511, negative: true)] + pieces + [0, 0, 0])
            #expect(huge.sample(using: &source) == -.max)
        }
    #endif

    static let rates: [(UInt64, UInt64)] = [
        (1, 1), (5, 2), (1, 10), (1, 37), (1, 1000), (1, 1_000_000_007), (1, 1 << 61), (1 << 61, 1),
    ]

    @Test("the alias table gives each step its whole parts of 2³¹, and the parts are all there", arguments: [1, 2])
    func proposals(degree: Int) {
        for (numerator, denominator) in Self.rates {
            let sampler = SteppedSampler(degree: degree, numerator: numerator, denominator: denominator)
            var parts = [UInt64](repeating: 0, count: 512)
            for (index, slot) in sampler.slots.enumerated() {
                parts[index] += UInt64(slot.cut)
                parts[Int(slot.other)] += (1 << 22) - UInt64(slot.cut)
            }
            #expect(sampler.decision.weights.reduce(0, +) == 1 << 31)
            #expect(Array(parts.prefix(sampler.decision.weights.count)) == sampler.decision.weights)
        }
    }
}
