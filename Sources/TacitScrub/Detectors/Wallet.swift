extension Scanner {
    /// A Bitcoin, Litecoin, Dogecoin, Dash, Zcash or Tron address in base58check: 25 bytes whose last four are the
    /// beginning of the double SHA-256 of the rest. The 2^-32 that a random text passes is left to chance.
    func base58Wallet(at start: Int, to end: Int) -> Match? {
        guard (26...35).contains(end - start), text[end] != 0x5F else { return nil }
        // The lowest word first. 35 digits have 206 bits at most.
        var number = SIMD4<UInt64>(repeating: 0)
        for i in start..<end {
            guard let digit = Self.base58(text[i]) else { return nil }
            var carry = UInt64(digit)
            for k in 0..<4 {
                let product = number[k].multipliedFullWidth(by: 58)
                let (sum, overflows) = product.low.addingReportingOverflow(carry)
                number[k] = sum
                carry = product.high + (overflows ? 1 : 0)
            }
        }
        guard number[3] >> 8 == 0 else { return nil }
        var payload = SIMD64<UInt8>(repeating: 0)
        for k in 0..<21 {
            let place = 24 - k
            payload[k] = UInt8(truncatingIfNeeded: number[place / 8] >> UInt64(8 * (place % 8)))
        }
        let digest = Digest(of: payload, count: 21).again().words[0]
        let sum = UInt32(truncatingIfNeeded: number[0])
        return digest == sum ? Match(.cryptoWallet, start, end, RuleID("wallet.base58")) : nil
    }

    /// Bitcoin's alphabet: no 0, O, I, l.
    private static func base58(_ b: UInt8) -> UInt8? {
        switch b {
        case 0x31...0x39: b - 0x31
        case 0x41...0x48: b - 0x41 + 9
        case 0x4A...0x4E: b - 0x4A + 17
        case 0x50...0x5A: b - 0x50 + 22
        case 0x61...0x6B: b - 0x61 + 33
        case 0x6D...0x7A: b - 0x6D + 44
        default: nil
        }
    }

    /// `bc1q…`, `ltc1…`, `addr1…`, `cosmos1…`: a bech32 or bech32m address (BIP 173, BIP 350), told by its check sum.
    ///
    /// Not public keys of `age` and Nostr; a Nostr secret key (`nsec1…`) is a secret.
    func bech32(at start: Int, to end: Int) -> Match? {
        var separator = start
        while separator < start + 11, text[separator] != 0x31 { separator += 1 }
        guard separator > start + 1, text[separator] == 0x31, (33...110).contains(end - separator), text[end] != 0x5F
        else { return nil }
        var sum: UInt32 = 1
        for i in start..<separator {
            guard Byte.isLetter(text[i]) else { return nil }
            Self.step(&sum, UInt32(Byte.lowercased(text[i]) >> 5))
        }
        Self.step(&sum, 0)
        for i in start..<separator { Self.step(&sum, UInt32(text[i] & 31)) }
        for i in (separator + 1)..<end {
            guard let value = Self.bech32(Byte.lowercased(text[i])) else { return nil }
            Self.step(&sum, value)
        }
        guard sum == 1 || sum == 0x2BC8_30A3 else { return nil }
        if text.hasAnyCase("nsec", at: start) { return Match(.secret, start, end, RuleID("token.nostr")) }
        if text.hasAnyCase("age", at: start) || text.hasAnyCase("npub", at: start) { return nil }
        return Match(.cryptoWallet, start, end, RuleID("wallet.bech32"))
    }

    /// The same, from a prefix that is known.
    func bech32Literal(at start: Int) -> Match? {
        if Byte.isWord(left(start - 1)) { return nil }
        var end = start
        while end - start < 120, Byte.isAlphanumeric(text[end]) { end += 1 }
        return bech32(at: start, to: end)
    }

    private static func step(_ sum: inout UInt32, _ value: UInt32) {
        let top = sum >> 25
        sum = (sum & 0x1FF_FFFF) << 5 ^ value
        if top & 1 != 0 { sum ^= 0x3B6A_57B2 }
        if top & 2 != 0 { sum ^= 0x2650_8E6D }
        if top & 4 != 0 { sum ^= 0x1EA1_19FA }
        if top & 8 != 0 { sum ^= 0x3D42_33DD }
        if top & 16 != 0 { sum ^= 0x2A14_62B3 }
    }

    private static func bech32(_ b: UInt8) -> UInt32? {
        let alphabet: StaticString = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
        // Safe: 32 bytes.
        for value in 0..<32 where alphabet.utf8Start[value] == b { return UInt32(value) }
        return nil
    }

    /// `0x` and forty hex digits: an account of Ethereum and its relatives.
    ///
    /// Not longer or shorter numbers: hashes have 64 digits, memory addresses at most sixteen.
    func etherWallet(at start: Int) -> Match? {
        if Byte.isWord(left(start - 1)) { return nil }
        var i = start + 2
        while i - start < 43, Byte.isHex(text[i]) { i += 1 }
        guard i - start == 42, !Byte.isWord(text[i]) else { return nil }
        // Zero and a dead end that tokens are sent to are nobody's.
        var isVaried = false
        for k in (start + 3)..<(i - 4) where text[k] != text[start + 2] { isVaried = true }
        return isVaried ? Match(.cryptoWallet, start, i, RuleID("wallet.ether")) : nil
    }
}
