extension Scanner {
    /// `4111111111111111`, `4111 1111 1111 1111`, `3782-822463-10005`: a known issuer range, a length that the issuer
    /// uses and a right check digit (Luhn, ISO/IEC 7812-1).
    ///
    /// Not a part of a longer number, of a UUID or of a decimal fraction.
    mutating func card(at start: Int, firstRun: Int) -> Match? {
        if left(start - 1) == 0x2E || (left(start - 1) == 0x2D && Byte.isWord(left(start - 2))) { return nil }
        var digits = CardDigits()
        var end = start
        var groups = 0
        var shape = 0
        let separator = separatorWidth(at: start + firstRun)
        while true {
            let group = end
            while Byte.isDigit(text[end]), digits.count < 20 {
                digits.append(text[end] & 15)
                end += 1
            }
            shape = shape * 10 + min(end - group, 9)
            groups += 1
            guard separator > 0, digits.count < 19, groups < 5, separatorWidth(at: end) == separator,
                text[end] == text[start + firstRun], Byte.isDigit(text[end + separator])
            else { break }
            end += separator
        }
        guard digits.count >= 12, digits.count <= 19, digits.isCard else { return nil }
        guard groups == 1 || [4444, 44443, 464, 465, 88].contains(shape) else { return nil }
        let next = text[end]
        if Byte.isWord(next) && next < 0x80 { return nil }
        if next == 0x2E && Byte.isDigit(text[end + 1]) { return nil }
        if next == 0x2D && Byte.isAlphanumeric(text[end + 1]) { return nil }
        return Match(.creditCard, start, end, .card)
    }

    /// 1 for a space or a dash, 2 for a no-break space, 0 for anything else.
    private func separatorWidth(at i: Int) -> Int {
        switch text[i] {
        case 0x20, 0x2D: 1
        case 0xC2 where text[i + 1] == 0xA0: 2
        default: 0
        }
    }
}

/// The digits of a candidate, gathered in one go: count, first six and check sum for both parities.
struct CardDigits {
    private(set) var count = 0
    private var head = 0
    private var plain = (even: 0, odd: 0)
    private var doubled = (even: 0, odd: 0)
    private var first = UInt8.max
    private var varied = false

    mutating func append(_ digit: UInt8) {
        let value = Int(digit)
        let twice = value > 4 ? 2 * value - 9 : 2 * value
        if count % 2 == 0 {
            plain.even += value
            doubled.even += twice
        } else {
            plain.odd += value
            doubled.odd += twice
        }
        if count < 6 { head = head * 10 + value }
        if count == 0 { first = digit } else if digit != first { varied = true }
        count += 1
    }

    /// The last digit counts plainly, the one before it doubled, and so on.
    private var passesLuhn: Bool {
        let sum = count % 2 == 0 ? doubled.even + plain.odd : plain.even + doubled.odd
        return sum % 10 == 0
    }

    /// Issuer ranges as the schemes publish them, with the lengths in use.
    var isCard: Bool {
        guard varied, passesLuhn, count >= 12 else { return false }
        switch head {
        case 400_000...499_999: return count == 13 || count == 16 || count == 19
        case 510_000...559_999, 222_100...272_099: return count == 16
        case 220_000...220_499: return (16...19).contains(count)
        case 340_000...349_999, 370_000...379_999: return count == 15
        case 300_000...305_999, 309_500...309_599, 360_000...369_999, 380_000...399_999:
            return count == 14 || count == 16 || count == 19
        case 352_800...358_999: return (16...19).contains(count)
        case 601_100...601_199, 644_000...659_999: return (16...19).contains(count)
        case 620_000...629_999, 810_000...817_199: return (16...19).contains(count)
        case 500_000...509_999, 560_000...589_999, 630_000...639_999, 670_000...679_999:
            return (12...19).contains(count)
        default: return false
        }
    }
}
