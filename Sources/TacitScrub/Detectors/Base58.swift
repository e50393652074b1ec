/// A number that is written in base58check: its last four bytes are the beginning of the double SHA-256 of the rest.
///
/// Up to 58 characters, which is as long as an encrypted private key of Bitcoin is (BIP 38).
struct Base58 {
    /// How many bytes it has, with the sum.
    let count: Int

    /// `isRipple` says that the digits are those of the XRP Ledger. The 2^-32 of random texts that pass are left to
    /// chance.
    init?(_ text: Text, _ range: Range<Int>, isRipple: Bool) {
        precondition(range.count <= 58, "348 bits")
        // The lowest word first. A digit has less than six bits.
        var number = SIMD8<UInt64>(repeating: 0)
        let words = (6 * range.count + 63) / 64
        // A leading zero is a byte of its own.
        var zeros = 0
        var isLeading = true
        for i in range {
            guard let digit = isRipple ? Self.rippleDigit(text[i]) : Self.digit(text[i]) else { return nil }
            isLeading = isLeading && digit == 0
            if isLeading { zeros += 1 }
            var carry = UInt64(digit)
            for k in 0..<words {
                let product = number[k].multipliedFullWidth(by: 58)
                let (sum, overflows) = product.low.addingReportingOverflow(carry)
                number[k] = sum
                carry = product.high + (overflows ? 1 : 0)
            }
        }
        var bits = 64 * words
        for k in (0..<words).reversed() {
            bits -= number[k].leadingZeroBitCount
            if number[k] != 0 { break }
        }
        count = zeros + (bits + 7) / 8
        // Of zeros alone, no sum is left.
        guard (5...59).contains(count), zeros <= count - 4 else { return nil }
        var payload = SIMD64<UInt8>(repeating: 0)
        for k in zeros..<(count - 4) {
            let place = count - 1 - k
            payload[k] = UInt8(truncatingIfNeeded: number[place / 8] >> UInt64(8 * (place % 8)))
        }
        let digest = Digest(of: payload, count: count - 4).again().words[0]
        guard digest == UInt32(truncatingIfNeeded: number[0]) else { return nil }
    }

    /// The digit that a character is in Bitcoin's alphabet: no 0, O, I, l.
    @inline(__always) static func digit(_ b: UInt8) -> UInt8? {
        switch b {
        case "1"..."9": b - 0x31
        case "A"..."H": b - 0x41 + 9
        case "J"..."N": b - 0x4A + 17
        case "P"..."Z": b - 0x50 + 22
        case "a"..."k": b - 0x61 + 33
        case "m"..."z": b - 0x6D + 44
        default: nil
        }
    }

    /// The same characters in the order of the XRP Ledger.
    private static func rippleDigit(_ b: UInt8) -> UInt8? {
        let alphabet: StaticString = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
        // Safe: 58 bytes.
        for value in 0..<58 where alphabet.utf8Start[value] == b { return UInt8(value) }
        return nil
    }
}
