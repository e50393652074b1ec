/// `[EMAIL]`, `[CREDIT_CARD:4242]`: what scrubbing leaves, and what scrubbing again must leave alone.
enum Placeholder {
    /// The end of the placeholder that starts at `start`.
    static func end(in text: Text, at start: Int) -> Int? {
        guard text[start] == "[", text[start + 1].isUpper, text[start + 2].isUpper else { return nil }
        for literal in literals where text.has(literal.prefix, at: start) {
            var i = start + literal.prefix.utf8CodeUnitCount
            if text[i] == "]" { return i + 1 }
            guard text[i] == ":" else { continue }
            i += 1
            let limit = i + 20
            while i < limit, text[i].isAlphanumeric || text[i] == "*" { i += 1 }
            if text[i] == "]" { return i + 1 }
        }
        return nil
    }

    static func append(_ kind: Kind, to output: inout [UInt8]) {
        begin(kind, in: &output)
        output.append(UInt8(ascii: "]"))
    }

    private static func begin(_ kind: Kind, in output: inout [UInt8]) {
        let beginning = beginnings[kind.index]
        // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
        output.append(
            contentsOf: UnsafeBufferPointer(start: beginning.utf8Start, count: beginning.utf8CodeUnitCount))
    }

    /// The last letters and digits, at most half of those that there are; what stands between them doesn't count.
    static func append(_ kind: Kind, last: Int, of value: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        let all = value.reduce(0) { $0 + ($1.isAlphanumeric ? 1 : 0) }
        let shown = min(last, all / 2)
        guard shown > 0 else { return append(kind, to: &output) }
        begin(kind, in: &output)
        output.append(UInt8(ascii: ":"))
        var hidden = all - shown
        for byte in value where byte.isAlphanumeric {
            if hidden > 0 { hidden -= 1 } else { output.append(byte) }
        }
        output.append(UInt8(ascii: "]"))
    }

    static func append(_ kind: Kind, code: UInt64, to output: inout [UInt8]) {
        begin(kind, in: &output)
        output.append(UInt8(ascii: ":"))
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8((code >> UInt64(shift)) & 15)
            output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// How each placeholder begins, by the index of its kind.
    private static let beginnings: [StaticString] = [
        "[EMAIL", "[PHONE", "[CREDIT_CARD", "[IBAN", "[US_SSN", "[NATIONAL_ID", "[IP_ADDRESS", "[MAC_ADDRESS",
        "[URL_CREDENTIAL", "[SECRET", "[JWT", "[PRIVATE_KEY", "[CRYPTO_WALLET", "[DATE_OF_BIRTH", "[PERSON",
        "[STREET_ADDRESS", "[GEO_COORDINATE", "[USERNAME_IN_PATH", "[BANK_ACCOUNT", "[MONEY_AMOUNT", "[PASSPORT",
        "[DRIVER_LICENSE", "[DEVICE_ID",
    ]

    static let literals = beginnings.map { Literal($0, .placeholder) }
}

extension Scanner {
    /// The placeholder that stands at `start`, as a barrier.
    func placeholder(at start: Int) -> Match? {
        guard let end = Placeholder.end(in: text, at: start) else { return nil }
        var barrier = Match(.secret, start, end, .placeholder)
        barrier.isPlaceholder = true
        return barrier
    }
}

/// Looks ahead for placeholders, each byte once as long as one asks from left to right.
struct PlaceholderSearch {
    /// No placeholder starts here.
    private var free = 0..<0

    mutating func first(in range: Range<Int>, of text: Text) -> Int? {
        if range.lowerBound < free.lowerBound || range.lowerBound > free.upperBound {
            free = range.lowerBound..<range.lowerBound
        }
        while free.upperBound < range.upperBound {
            guard let bracket = text.firstIndex(of: "[", in: free.upperBound..<range.upperBound) else {
                free = free.lowerBound..<range.upperBound
                break
            }
            if Placeholder.end(in: text, at: bracket) != nil {
                free = free.lowerBound..<bracket
                return bracket
            }
            free = free.lowerBound..<bracket + 1
        }
        return nil
    }
}
