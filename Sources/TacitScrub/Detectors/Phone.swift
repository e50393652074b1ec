extension Scanner {
    /// What stands behind a `+` or `(`: `+49 151 1234 5678`, `+15550100123`, `(415) 555-0132`.
    func signedPhone(at start: Int, sign: UInt8) -> Match? {
        let sign = start - 1
        switch text[sign - 1] {
        case "~", "+", "^", "*", "_", "$", ")", ".": return nil
        case let before where before.isAlphanumeric: return nil
        default: break
        }
        if text[sign] == "+" { return internationalPhone(at: start, from: sign, prefix: 0) }
        let digits = PhoneDigits(in: text, at: start, limit: 10)
        guard digits.count == 10, text[start + 3] == ")", digits.isNorthAmerican(in: text) else { return nil }
        return Match(.phone, sign, digits.endOfExtension(in: text), RuleID("phone.national"))
    }

    /// A country code that is given out and as many digits as that country uses (ITU-T E.164). `prefix` is the number
    /// of digits before the country code: two for `00`.
    private func internationalPhone(at start: Int, from first: Int, prefix: Int) -> Match? {
        guard let code = threeDigits(at: start + prefix) else { return nil }
        let lengths = CallingCode.lengths(code)
        guard lengths.upperBound > 0 else { return nil }
        // `+44 (0) 1632 960123`: what is dialled within the country only.
        let trunk = (start + prefix..<start + prefix + 5).contains { text.has("(0)", at: $0) } ? 1 : 0
        let digits = PhoneDigits(in: text, at: start, limit: prefix + lengths.upperBound + trunk)
        guard lengths.contains(digits.count - prefix - trunk), !digits.isDecimal, digits.endsNumber(in: text) else {
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
            if text[i].isDigit {
                value = value * 10 + Int(text[i] & 15)
                count += 1
            } else if i - start > 8 || text[i].isWord || text[i].isLineEnd {
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
        if text[start] == "0", text[start + 1] == "0" {
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
        // `gcloud/12.30.81`: the version of a program.
        let isVersion = digits.separator == "." && text[start - 1] == "/" && text[start - 2].isWord
        guard isNamed, digits.count >= 7 || digits.groups > 1, !digits.isDecimal || digits.count < 12, !isVersion,
            !isNumberOfThing(before: start)
        else { return nil }
        return Match(
            .phone, firstGroup(before: start, to: digits.end), digits.endOfExtension(in: text), RuleID("phone.named"))
    }

    /// Where a number begins whose area code stands apart: `030 / 901820-14`, `(030) - 901820`.
    private func firstGroup(before start: Int, to last: Int) -> Int {
        // `+ 44 20 7946 0958`
        if text.has("+ ", at: start - 2), !text[start - 3].isWord { return start - 2 }
        if text[start - 1] == "+", !text[start - 2].isWord { return start - 1 }
        if text[start - 1] == "(" { return (start..<last).contains { text[$0] == ")" } ? start - 1 : start }
        var i = start
        while start - i < 3, text[i - 1] == " " || text[i - 1] == "/" || text[i - 1] == "-" || text[i - 1] == ")" {
            i -= 1
        }
        guard start - i == 3 else { return start }
        let end = i
        while end - i < 6, text[i - 1].isDigit { i -= 1 }
        guard (2...5).contains(end - i), text[i] == "0", !text[i - 1].isWord, text[i - 1] != "." else {
            return start
        }
        return text[i - 1] == "(" ? i - 1 : i
    }

    /// `SKU 012-345-6789`: the word right before says that the number is that of a thing.
    func isNumberOfThing(before start: Int) -> Bool {
        var i = start
        while start - i < 3, text[i - 1] == " " || text[i - 1] == ":" || text[i - 1] == "#" || text[i - 1] == "=" {
            i -= 1
        }
        for filler in [" no.", " no", " number", " nr.", " nr", " #"] as [StaticString]
        where text.hasAnyCase(filler, at: i - filler.utf8CodeUnitCount) {
            i -= filler.utf8CodeUnitCount
            break
        }
        // The signalling of a call has a number of its own.
        if text.hasAnyCase("call id", at: i - 7) || text.hasAnyCase("call-id", at: i - 7) { return true }
        let end = i
        while end - i < 16, text[i - 1].isLetter { i -= 1 }
        return Self.things.contains(i..<end, in: text)
    }

    private static let things: WordSet = [
        "sku", "part", "item", "order", "invoice", "isbn", "issn", "ref", "reference", "ticket", "case", "model",
        "product", "catalog", "lot", "batch", "tracking", "upc", "ean", "asin", "po", "article", "artikel", "doc",
        "document", "oid", "revision", "version", "doi", "parcel", "shipment", "serial", "bugzilla", "bug", "issue",
        "pmid", "arxiv", "rfc", "build",
    ]

    /// `08 01 12 23 34 45 56`: more pairs of hexadecimal digits stand before or behind.
    private func isInDump(_ digits: PhoneDigits, at start: Int) -> Bool {
        guard digits.groups >= 4, digits.separator == " ", digits.firstGroup == 2 else { return false }
        if text[start - 1] == " ", text[start - 2].isDigit { return true }
        func isPair(_ i: Int) -> Bool { text[i].isHex && text[i + 1].isHex }
        return text[digits.end] == " " && isPair(digits.end + 1) && !text[digits.end + 3].isWord
            || text[start - 1] == " " && isPair(start - 3) && !text[start - 4].isWord
    }

    private func isNationalPhone(_ digits: PhoneDigits, at start: Int) -> Bool {
        let isDivided = digits.separator == "-" || digits.separator == "."
        if digits.count == 10, digits.groups == 3, isDivided, digits.isUniform, digits.isNorthAmerican(in: text),
            text[start + 2].isDigit, !text[start + 3].isDigit, !text[start + 7].isDigit
        {
            return true
        }
        if digits.count == 11, digits.groups == 4, isDivided, text[start] == "1", digits.firstGroup == 1,
            digits.isUniform
        {
            return PhoneDigits(in: text, at: start + 2, limit: 10).isNorthAmerican(in: text)
        }
        guard text[start] == "0", text[start + 1] != "0" || !text[start + 1].isDigit,
            (10...11).contains(digits.count), digits.isUniform, digits.separator != "/"
        else { return false }
        if digits.groups == 5, digits.count == 10 { return true }
        if digits.groups == 1 { return isAllThereIs(start..<digits.end) }
        return digits.groups >= 3 && (2...5).contains(digits.firstGroup) && digits.groups <= 4
    }
}
