extension Scanner {
    /// What stands behind a `+` or `(`: `+49 151 1234 5678`, `+15550100123`, `(415) 555-0132`.
    func signedPhone(at start: Int, sign: UInt8) -> Match? {
        let sign = start - 1
        switch left(sign - 1) {
        case 0x7E, 0x2B, 0x5E, 0x2A, 0x5F, 0x24, 0x29, 0x2E: return nil
        case let before where Byte.isAlphanumeric(before): return nil
        default: break
        }
        if text[sign] == 0x2B { return internationalPhone(at: start, from: sign, prefix: 0) }
        let digits = PhoneDigits(in: text, at: start, limit: 10)
        guard digits.count == 10, text[start + 3] == 0x29, digits.isNorthAmerican(in: text) else { return nil }
        return Match(.phone, sign, digits.endOfExtension(in: text), RuleID("phone.national"))
    }

    /// A country code that is given out and as many digits as that country uses (ITU-T E.164). `prefix` is the number of
    /// digits before the country code: two for `00`.
    private func internationalPhone(at start: Int, from first: Int, prefix: Int) -> Match? {
        guard let code = threeDigits(at: start + prefix) else { return nil }
        let lengths = CallingCode.lengths(code)
        guard lengths.upperBound > 0 else { return nil }
        let digits = PhoneDigits(in: text, at: start, limit: prefix + lengths.upperBound)
        guard lengths.contains(digits.count - prefix), !digits.isDecimal, digits.endsNumber(in: text) else {
            return nil
        }
        return Match(.phone, first, digits.endOfExtension(in: text), RuleID("phone.international"))
    }

    /// The number that the first three digits say, whatever signs stand between them.
    private func threeDigits(at start: Int) -> Int? {
        var value = 0
        var count = 0
        var i = start
        while count < 3 {
            if Byte.isDigit(text[i]) {
                value = value * 10 + Int(text[i] & 15)
                count += 1
            } else if i - start > 8 || Byte.isWord(text[i]) || Byte.isLineEnd(text[i]) {
                return nil
            }
            i += 1
        }
        return value
    }

    /// National forms: `415-555-0132`, `1-800-555-0199`, `0532 123 45 67`, `01.84.17.61.18`; and behind a word such as
    /// `phone` or `sms`, any seven to fifteen digits.
    ///
    /// Not bare digits or digits with spaces that no word names, and not North American exchanges that can't exist.
    func phone(_ groups: Groups, words: inout WordsBefore) -> Match? {
        let start = groups.start
        if text[start] == 0x30, text[start + 1] == 0x30 {
            if groups.count > 1 || words.contexts(in: self, before: start).all.contains(.phone),
                let match = internationalPhone(at: start, from: start, prefix: 2)
            {
                return match
            }
        }
        let digits = PhoneDigits(in: text, at: start, limit: 15)
        guard digits.count >= 6, digits.endsNumber(in: text) else { return nil }
        if isNationalPhone(digits, at: start), !isNumberOfThing(before: start), !isInDump(digits, at: start) {
            return Match(.phone, start, digits.endOfExtension(in: text), RuleID("phone.national"))
        }
        // Another number may follow behind a space.
        if digits.count > 11 {
            let ten = PhoneDigits(in: text, at: start, limit: 10)
            if ten.count == 10, ten.endsNumber(in: text), isNationalPhone(ten, at: start), !isInDump(ten, at: start) {
                return Match(.phone, start, ten.endOfExtension(in: text), RuleID("phone.national"))
            }
        }
        let contexts = words.contexts(in: self, before: start)
        let isNamed = digits.groups > 1 ? contexts.all.contains(.phone) : contexts.near.contains(.phone)
        guard isNamed, digits.count >= 7 || digits.groups > 1, !isNumberOfThing(before: start) else { return nil }
        return Match(.phone, firstGroup(before: start), digits.endOfExtension(in: text), RuleID("phone.named"))
    }

    /// Where a number begins whose area code stands apart: `030 / 901820-14`, `(030) - 901820`.
    private func firstGroup(before start: Int) -> Int {
        if left(start - 1) == 0x28 { return start - 1 }
        var i = start
        while start - i < 3, left(i - 1) == 0x20 || left(i - 1) == 0x2F || left(i - 1) == 0x2D || left(i - 1) == 0x29 {
            i -= 1
        }
        guard start - i == 3 else { return start }
        let end = i
        while end - i < 6, Byte.isDigit(left(i - 1)) { i -= 1 }
        guard (2...5).contains(end - i), text[i] == 0x30, !Byte.isWord(left(i - 1)), left(i - 1) != 0x2E else {
            return start
        }
        return left(i - 1) == 0x28 ? i - 1 : i
    }

    /// `SKU 012-345-6789`: the word right before says that the number is that of a thing.
    func isNumberOfThing(before start: Int) -> Bool {
        var i = start
        while start - i < 3, left(i - 1) == 0x20 || left(i - 1) == 0x3A || left(i - 1) == 0x23 || left(i - 1) == 0x3D {
            i -= 1
        }
        for filler in [" no.", " no", " number", " nr.", " nr", " #"] as [StaticString]
        where text.hasAnyCase(filler, at: i - filler.utf8CodeUnitCount) {
            i -= filler.utf8CodeUnitCount
            break
        }
        let end = i
        while end - i < 16, Byte.isLetter(left(i - 1)) { i -= 1 }
        return Self.things.contains { text.equalsAnyCase($0, i..<end) }
    }

    private static let things: [StaticString] = [
        "sku", "part", "item", "order", "invoice", "isbn", "issn", "ref", "reference", "ticket", "case", "model", "product",
        "catalog", "lot", "batch", "tracking", "upc", "ean", "asin", "po", "article", "artikel", "doc", "document", "oid",
        "revision", "version", "doi", "parcel", "shipment", "serial", "bugzilla", "bug", "issue", "pmid", "arxiv", "rfc",
    ]

    /// `08 01 12 23 34 45 56`: more pairs of hexadecimal digits stand before or behind.
    private func isInDump(_ digits: PhoneDigits, at start: Int) -> Bool {
        guard digits.groups >= 4, digits.separator == 0x20, digits.firstGroup == 2 else { return false }
        if left(start - 1) == 0x20, Byte.isDigit(left(start - 2)) { return true }
        func isPair(_ i: Int) -> Bool { Byte.isHex(text[i]) && Byte.isHex(text[i + 1]) }
        return text[digits.end] == 0x20 && isPair(digits.end + 1) && !Byte.isWord(text[digits.end + 3])
            || left(start - 1) == 0x20 && isPair(start - 3) && !Byte.isWord(left(start - 4))
    }

    private func isNationalPhone(_ digits: PhoneDigits, at start: Int) -> Bool {
        let isDivided = digits.separator == 0x2D || digits.separator == 0x2E
        if digits.count == 10, digits.groups == 3, isDivided, digits.isUniform, digits.isNorthAmerican(in: text),
            Byte.isDigit(text[start + 2]), !Byte.isDigit(text[start + 3]), !Byte.isDigit(text[start + 7])
        {
            return true
        }
        if digits.count == 11, digits.groups == 4, isDivided, text[start] == 0x31, digits.firstGroup == 1,
            digits.isUniform
        {
            return PhoneDigits(in: text, at: start + 2, limit: 10).isNorthAmerican(in: text)
        }
        guard text[start] == 0x30, text[start + 1] != 0x30 || !Byte.isDigit(text[start + 1]),
            (10...11).contains(digits.count), digits.isUniform, digits.separator != 0x2F
        else { return false }
        if digits.groups == 5, digits.count == 10 { return true }
        if digits.groups == 1 { return isAllThereIs(start..<digits.end) }
        return digits.groups >= 3 && (2...5).contains(digits.firstGroup) && digits.groups <= 4
    }
}

/// The digits of a phone number and how they are written.
struct PhoneDigits {
    private(set) var count = 0
    private(set) var end: Int
    private(set) var groups = 0
    private(set) var firstGroup = 0
    /// What stands between the first two groups; 0 if nothing does.
    private(set) var separator: UInt8 = 0
    private(set) var isUniform = true
    /// The digits, four bits each, the last one lowest.
    private var digits: UInt64 = 0

    /// Reads whole groups, until there are `limit` digits or something else comes.
    init(in text: Text, at start: Int, limit: Int) {
        end = start
        var i = start
        while true {
            let group = i
            var number = digits
            while Byte.isDigit(text[i]), i - group < 20 {
                number = number << 4 | UInt64(text[i] & 15)
                i += 1
            }
            guard i > group, count + i - group <= max(limit, 3) || count == 0 else { break }
            count += i - group
            digits = number
            groups += 1
            if groups == 1 { firstGroup = i - group }
            end = i
            if count >= limit { break }
            let gap = Self.gap(in: text, at: i)
            guard gap > 0, Byte.isDigit(text[i + gap]) else { break }
            if groups == 1 { separator = text[i] } else if text[i] != separator { isUniform = false }
            i += gap
        }
    }

    /// How wide the separator at `i` is: one sign, or a space or bracket with one.
    private static func gap(in text: Text, at i: Int) -> Int {
        var gap = 0
        while gap < 4 {
            switch text[i + gap] {
            case 0x20, 0x2D, 0x2E, 0x28, 0x29, 0x2F: gap += 1
            case 0xC2 where text[i + gap + 1] == 0xA0: gap += 2
            case 0xE2 where text[i + gap + 1] == 0x80 && (0x90...0x93).contains(text[i + gap + 2]): gap += 3
            default: return gap > 3 || (gap == 2 && text[i] == text[i + 1]) ? 0 : gap
            }
        }
        return 0
    }

    /// Two groups with a point: `6073641856.9`.
    var isDecimal: Bool { groups == 2 && separator == 0x2E }

    /// The number that a range of the first sixteen digits stands for.
    func value(of range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + Int(digits >> UInt64(4 * (min(count, 16) - 1 - $1)) & 15) }
    }

    /// Ten digits whose area and exchange don't begin with 0 or 1.
    func isNorthAmerican(in text: Text) -> Bool {
        guard count == 10 else { return false }
        return value(of: 0..<1) > 1 && value(of: 3..<4) > 1 && endsNumber(in: text)
    }

    /// What stands behind a dash in a list of somebody's numbers.
    private static let uses: [StaticString] = ["fax", "office", "home", "mobile", "cell", "work", "private"]

    /// The end of the number with its extension: `x769`, ` ext. 12`.
    func endOfExtension(in text: Text) -> Int {
        var i = end
        for sign in [" ext. ", " ext.", " ext ", " x", "x", " extension ", ", ext. "] as [StaticString]
        where text.hasAnyCase(sign, at: i) {
            i += sign.utf8CodeUnitCount
            break
        }
        let first = i
        while i - first < 6, Byte.isDigit(text[i]) { i += 1 }
        return i > first && first > end && i - first < 6 && !Byte.isWord(text[i]) ? i : end
    }

    func endsNumber(in text: Text) -> Bool {
        let next = text[end]
        if next | 0x20 == 0x78, Byte.isDigit(text[end + 1]) { return true }
        if Byte.isAlphanumeric(next) || next == 0x5F || next == 0x40 { return false }
        if next == 0x2D, Self.uses.contains(where: { text.hasAnyCase($0, at: end + 1) }) { return true }
        if next == 0x2D || next == 0x2E || next == 0x2F || next == 0x3A { return !Byte.isAlphanumeric(text[end + 1]) }
        return !(next == 0x20 && groups == 1 && Byte.isDigit(text[end + 1]) && count < 7)
    }
}

/// Country calling codes, and how many digits numbers under them have (country code included).
enum CallingCode {
    /// By the first three digits; 0...0 for codes that are not given out.
    static func lengths(_ head: Int) -> ClosedRange<Int> {
        switch head / 100 {
        case 1, 7: return head % 100 < 20 ? 0...0 : 11...11
        case 0: return 0...0
        default: break
        }
        switch head / 10 {
        case 20, 31, 33, 34, 41, 48, 61, 51, 56, 66: return 11...12
        case 27, 32, 36, 40, 90, 91, 92, 98, 57, 58, 63: return 10...13
        case 30: return 12...12
        case 44: return 11...12
        case 45, 47, 65: return 10...10
        case 46, 39, 64, 43, 60, 62, 93, 94, 95, 53: return 9...14
        case 49: return 10...14
        case 52, 54, 55: return 12...13
        case 81, 82, 84, 86: return 10...13
        default: break
        }
        switch head {
        case 211...213, 216, 218, 220...258, 260...269, 290, 291, 297...299, 350...359, 370...378, 380...383, 385...387,
            389, 420, 421, 423, 500...509, 590...599, 670, 672...683, 685...692, 850, 852, 853, 855, 856, 880, 886,
            960...968, 970...977, 992...996, 998:
            return 9...13
        default: return 0...0
        }
    }
}
