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
        @Test("a tie of 64 digits is decided by the next ones, however long it lasts")
        func ties() {
            let digits = (0..<4).map(InverseE.word(at:))
            func coin(_ words: [UInt64]) -> Bool {
                var source = SteppedSamplerTests.ScriptedWords(words: words)
                let isHeads = source.bernoulliInverseE()
                #expect(source.words.isEmpty)
                return isHeads
            }
            #expect(!coin([.max]))
            #expect(coin([digits[0] - 1]))
            #expect(!coin([digits[0] + 1]))
            #expect(coin([digits[0], digits[1] - 1]))
            #expect(!coin([digits[0], digits[1] + 1]))
            #expect(coin([digits[0], digits[1], digits[2], digits[3] - 1]))
            #expect(!coin([digits[0], digits[1], digits[2], digits[3] + 1]))
        }
    #endif
}
