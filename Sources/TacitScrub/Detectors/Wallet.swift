extension Scanner {
    /// An address or a private key of a crypto-currency, as far as its form or its check sum tells: the whole token of
    /// letters and digits that begins at `start`.
    func wallet(at start: Int) -> Match? {
        var end = start
        var digits = 0
        while end - start < 120, text[end].isAlphanumeric {
            if text[end].isDigit { digits += 1 }
            end += 1
        }
        // One without a digit is one in two hundred, and names in programs have none.
        guard end - start >= 26, text[end] != "_", digits > 0 else { return nil }
        switch end - start {
        case 56: return stellarKey(at: start) ?? bech32(at: start, to: end)
        case 95, 106: return moneroWallet(at: start, to: end) ?? bech32(at: start, to: end)
        case 26...36, 51...52, 58: return base58Key(at: start, to: end) ?? bech32(at: start, to: end)
        default: return bech32(at: start, to: end)
        }
    }

    /// Base58check: an address of Bitcoin, Litecoin, Dogecoin, Dash or Tron has 25 bytes, one of Zcash 26, one of Tezos
    /// 27; a private key (WIF) has 37 or 38, an encrypted one (BIP 38) 43. In the digits of the XRP Ledger, an address
    /// has 25 and a seed 21.
    private func base58Key(at start: Int, to end: Int) -> Match? {
        let isRipple = text[start] == "r" || text[start] == "s" && end - start == 29
        guard let number = Base58(text, start..<end, isRipple: isRipple) else { return nil }
        switch number.count {
        case 25...27: return Match(.cryptoWallet, start, end, RuleID("wallet.base58"))
        case 21: return isRipple ? Match(.secret, start, end, RuleID("token.xrp-seed")) : nil
        case 37, 38, 43: return isRipple ? nil : Match(.secret, start, end, RuleID("token.wif"))
        default: return nil
        }
    }

    /// Stellar's strkey (SEP 23): a public key `G…` or a secret one `S…` in base32, a kind in one byte, 32 bytes and a
    /// CRC-16 (XMODEM).
    private func stellarKey(at start: Int) -> Match? {
        guard text[start] == "G" || text[start] == "S" else { return nil }
        var (sum, last, bits, width): (UInt16, UInt16, UInt32, Int) = (0, 0, 0, 0)
        var count = 0
        for i in start..<(start + 56) {
            switch text[i] {
            case "A"..."Z": bits = bits << 5 | UInt32(text[i] - 0x41)
            case "2"..."7": bits = bits << 5 | UInt32(text[i] - 0x32 + 26)
            default: return nil
            }
            width += 5
            guard width >= 8 else { continue }
            width -= 8
            let byte = UInt16(bits >> UInt32(width) & 0xFF)
            count += 1
            if count > 33 {
                // The lower byte comes first.
                last |= byte << UInt16(count == 34 ? 0 : 8)
                continue
            }
            sum ^= byte << 8
            for _ in 0..<8 { sum = sum << 1 ^ (sum >> 15 == 1 ? 0x1021 : 0) }
        }
        guard sum == last else { return nil }
        return text[start] == "G"
            ? Match(.cryptoWallet, start, start + 56, RuleID("wallet.stellar"))
            : Match(.secret, start, start + 56, RuleID("token.stellar"))
    }

    /// An address of Monero: blocks of eleven digits of base58 that are eight bytes each and a shorter one, the first
    /// byte of which names the network.
    private func moneroWallet(at start: Int, to end: Int) -> Match? {
        guard text[start] == "4" || text[start] == "8" else { return nil }
        var i = start
        while i < end {
            let length = min(11, end - i)
            var number: UInt64 = 0
            for k in i..<(i + length) {
                guard let digit = Base58.digit(text[k]) else { return nil }
                let product = number.multipliedFullWidth(by: 58)
                let (sum, overflows) = product.low.addingReportingOverflow(UInt64(digit))
                guard product.high == 0, !overflows else { return nil }
                number = sum
            }
            // Seven digits are five bytes.
            if length == 7, number >> 40 != 0 { return nil }
            if i == start, ![18, 19, 42].contains(number >> 56) { return nil }
            i += length
        }
        return Match(.cryptoWallet, start, end, RuleID("wallet.monero"))
    }

    /// `bc1q…`, `ltc1…`, `addr1…`, `cosmos1…`: a bech32 or bech32m address (BIP 173, BIP 350), told by its check sum.
    ///
    /// Not public keys of `age` and Nostr; a Nostr secret key (`nsec1…`) is a secret.
    private func bech32(at start: Int, to end: Int) -> Match? {
        var separator = start
        while separator < start + 11, text[separator] != "1" { separator += 1 }
        guard separator > start + 1, text[separator] == "1", (33...110).contains(end - separator)
        else { return nil }
        var sum: UInt32 = 1
        for i in start..<separator {
            guard text[i].isLetter else { return nil }
            Self.step(&sum, UInt32(text[i].lowercased >> 5))
        }
        Self.step(&sum, 0)
        for i in start..<separator { Self.step(&sum, UInt32(text[i] & 31)) }
        for i in (separator + 1)..<end {
            guard let value = Self.bech32(text[i].lowercased) else { return nil }
            Self.step(&sum, value)
        }
        guard sum == 1 || sum == 0x2BC8_30A3 else { return nil }
        if text.hasAnyCase("nsec", at: start) { return Match(.secret, start, end, RuleID("token.nostr")) }
        if text.hasAnyCase("age", at: start) || text.hasAnyCase("npub", at: start) { return nil }
        return Match(.cryptoWallet, start, end, RuleID("wallet.bech32"))
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

    /// `bitcoincash:qrp2…`: 42 characters, the last eight of which are a check sum over all.
    func cashAddress(behind start: Int) -> Match? {
        let end = start + 42
        guard text[start] == "q" || text[start] == "p", !text[end].isWord else { return nil }
        // Over `bitcoincash`, 0, and the characters.
        var sum: UInt64 = 1
        for i in start - 12..<end {
            let value = i < start ? (text[i] == ":" ? 0 : UInt32(text[i] & 31)) : Self.bech32(text[i])
            guard let value else { return nil }
            let top = sum >> 35
            sum = (sum & 0x7_FFFF_FFFF) << 5 ^ UInt64(value)
            for (bit, generator) in Self.cashGenerators.enumerated() where top >> UInt64(bit) & 1 == 1 {
                sum ^= generator
            }
        }
        return sum == 1 ? Match(.cryptoWallet, start - 12, end, RuleID("wallet.cashaddr")) : nil
    }

    private static let cashGenerators: [UInt64] = [
        0x98_F2BC_8E61, 0x79_B76D_99E2, 0xF3_3E5F_B3C4, 0xAE_2EAB_E2A8, 0x1E_4F43_E470,
    ]

    /// `0x` and forty hex digits: an account of Ethereum and its relatives.
    ///
    /// Not longer or shorter numbers: hashes have 64 digits, memory addresses at most sixteen.
    func etherWallet(at start: Int) -> Match? {
        if text[start - 1].isWord { return nil }
        var i = start + 2
        while i - start < 43, text[i].isHex { i += 1 }
        guard i - start == 42, !text[i].isWord else { return nil }
        // Zero and a dead end that tokens are sent to are nobody's.
        var isVaried = false
        for k in (start + 3)..<(i - 4) where text[k] != text[start + 2] { isVaried = true }
        return isVaried ? Match(.cryptoWallet, start, i, RuleID("wallet.ether")) : nil
    }
}
