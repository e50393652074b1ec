import Crypto
import Testing

@testable import TacitSeal

@Suite("A pseudonym is one contributor in one window, and nothing without the window's key")
struct PseudonymTests {
    private func pseudonym(_ pseudonymizer: Pseudonymizer, _ text: String) -> Pseudonym {
        Array(text.utf8).withUnsafeBytes { pseudonymizer.pseudonym(of: $0) }
    }

    /// RFC 4231, section 4: test cases 1, 2, 5 (which the RFC itself cuts to 128 bits), 6 and 7.
    @Test(
        "is HMAC-SHA256 cut to 128 bits",
        arguments: [
            ([UInt8](repeating: 0x0B, count: 20), "Hi There", 0xb034_4c61_d8db_3853, 0x5ca8_afce_af0b_f12b),
            (Array("Jefe".utf8), "what do ya want for nothing?", 0x5bdc_c146_bf60_754e, 0x6a04_2426_0895_75c7),
            ([UInt8](repeating: 0x0C, count: 20), "Test With Truncation", 0xa3b6_1674_7310_0ee0, 0x6e0c_796c_2955_552b),
            (
                [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                0x60e4_3159_1ee0_b67f, 0x0d8a_26aa_cbf5_b77f
            ),
            (
                [UInt8](repeating: 0xAA, count: 131),
                "This is a test using a larger than block-size key and a larger than block-size data. "
                    + "The key needs to be hashed before being used by the HMAC algorithm.",
                0x9b09_ffa7_1b94_2fcb, 0x2763_5fbc_d5b0_e944
            ),
        ] as [([UInt8], String, UInt64, UInt64)])
    func vectors(key: [UInt8], text: String, high: UInt64, low: UInt64) {
        let pseudonymizer = Pseudonymizer(key: SymmetricKey(data: key))
        // Twice: a value leaves nothing behind for the next.
        for _ in 0..<2 { #expect(pseudonym(pseudonymizer, text) == Pseudonym(high: high, low: low)) }
    }

    @Test("is the same for one value and one key, and another for every other value or key") func equality() {
        let (a, b) = (WindowKey(since: 0), WindowKey(since: 0))
        let values = (0..<500).map { "contributor-\($0)" } + ["", " ", "contributor-1 "]
        let first = values.map { pseudonym(a.pseudonymizer(), $0) }
        #expect(values.map { pseudonym(a.pseudonymizer(), $0) } == first)
        let second = values.map { pseudonym(b.pseudonymizer(), $0) }
        #expect(Set(first + second).count == 2 * values.count)
    }
}
