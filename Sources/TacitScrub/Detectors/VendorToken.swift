/// The format of a token that its vendor gave a fixed beginning.
struct VendorToken: Sendable {
    enum Alphabet: Sendable {
        case hex
        case upperDigits
        case alphanumeric
        case base64URL
        case base64
        /// base64url with dots: tokens of several parts.
        case dotted
    }

    let prefix: StaticString
    let rule: RuleID
    let alphabet: Alphabet
    /// How many characters of the alphabet follow the prefix.
    let length: ClosedRange<Int>
    /// Where a vendor sets no limit, a longer run is taken too.
    var limit: Int { length.upperBound < 200 ? length.upperBound : Reach.finding }

    init(_ prefix: StaticString, _ rule: StaticString, _ alphabet: Alphabet, _ length: ClosedRange<Int>) {
        self.prefix = prefix
        self.rule = RuleID(rule)
        self.alphabet = alphabet
        self.length = length
    }

    init(_ prefix: StaticString, _ rule: StaticString, _ alphabet: Alphabet, _ length: Int) {
        self.init(prefix, rule, alphabet, length...length)
    }

    func admits(_ byte: UInt8) -> Bool {
        switch alphabet {
        case .hex: Byte.isHex(byte)
        case .upperDigits: Byte.isUpper(byte) || Byte.isDigit(byte)
        case .alphanumeric: Byte.isAlphanumeric(byte)
        case .base64URL: Byte.isBase64URL(byte)
        case .base64: Byte.isBase64(byte) || byte == 0x3D
        case .dotted: Byte.isBase64URL(byte) || byte == 0x2E
        }
    }
}

extension Scanner {
    /// A token stands alone: no letter or digit touches it, and its length is one that the vendor uses.
    func vendorToken(_ token: VendorToken, at start: Int, afterPrefix body: Int) -> Match? {
        guard !Byte.isAlphanumeric(left(start - 1)) else { return nil }
        var end = body
        let limit = min(body + token.limit, start + Reach.finding)
        while end < limit, token.admits(text[end]) { end += 1 }
        if case .dotted = token.alphabet {
            while end > body, text[end - 1] == 0x2E { end -= 1 }
        }
        guard end - body >= token.length.lowerBound, end == start + Reach.finding || !Byte.isAlphanumeric(text[end])
        else { return nil }
        return Match(.secret, start, end, token.rule)
    }
}
