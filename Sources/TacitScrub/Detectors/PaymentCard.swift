extension Scanner {
    /// `4111111111111111`, `4111 1111 1111 1111`, `3782-822463-10005`, `4111.1111.1111.1111`: a known issuer range, a
    /// length that the issuer uses and a right check digit (ISO/IEC 7812-1). Behind a word such as `card`, any
    /// issuer and grouping.
    ///
    /// Not a part of a longer number, of a UUID or of a decimal fraction, and not what fails the check digit.
    func card(_ groups: Groups, words: inout WordsBefore) -> Match? {
        var n = min(groups.count, 6)
        while n >= 1 {
            defer { n -= 1 }
            let length = groups.length(n)
            guard (12...19).contains(length), groups.ends(n) else { continue }
            guard groups.isDigits(0..<length) else { continue }
            let number = groups.compact.prefix(length)
            guard number.isVaried, CheckDigits.luhn(number) else { continue }
            // `EAN 4006381333931`
            if length < 15, n == 1, isNumberOfThing(before: groups.start) { continue }
            if length == 16, n == 1, isSpan(before: groups.start) { continue }
            // Bare digits of that length are ids and nonces more often than cards.
            let isLong = n == 1 && length > 16 && !isAllThereIs(groups.start..<groups.end(1))
            let isKnown = Self.isOfIssuer(number) && !isLong && (n == 1 || Self.cardShapes.contains(groups.shape(n)))
            guard isKnown && !isInTable(groups, n) || words.contexts(in: self, before: groups.start).all.contains(.card)
            else { continue }
            return Match(.creditCard, groups.start, groups.end(n), .card)
        }
        return nil
    }

    /// `span_id=4111111111111111`, `"parentSpanId": "…"`: sixteen hexadecimal digits, none of which happens to be a letter.
    private func isSpan(before start: Int) -> Bool {
        var end = start
        while start - end < 5, Self.isBesideKey(text[end - 1]) { end -= 1 }
        guard text.hasAnyCase("id", at: end - 2) else { return false }
        return text.hasAnyCase("span", at: end - 6) || text.hasAnyCase("span", at: end - 7)
    }

    private static func isBesideKey(_ b: UInt8) -> Bool {
        b == " " || b == "\"" || b == "'" || b == ":" || b == "=" || b == "\\"
    }

    /// The end of a card behind a key, with up to three signs between its digits: `4111 - 1111 - 1111 - 1111`,
    /// `4111+1111+1111+1111`.
    func cardEnd(at start: Int) -> Int? {
        var digits = Compact()
        var i = start
        var end = start
        while digits.count <= 19, i - start < 80 {
            if text[i].isDigit {
                digits.append(text[i])
                i += 1
                end = i
                continue
            }
            if end > start, i == end, text.has("&nbsp;", at: i) {
                i += 6
                continue
            }
            guard end > start, i - end < 3, Self.joinsCard(text[i]) else { break }
            i += 1
        }
        guard (13...19).contains(digits.count), digits.isVaried, CheckDigits.luhn(digits),
            !text[end].isWord || text[end] == "_"
        else { return nil }
        return end
    }

    /// `5219+2600+7472+4333`, `5292_7347_4350_4946`, `4014·9541·0433·4366`: four groups with the same sign between them
    /// that no number has but a card.
    func cardInFours(at start: Int) -> Match? {
        let width =
            switch text[start + 4] {
            case "\t", "+", "_": 1
            case 0xC2 where text[start + 5] == 0xB7: 2
            case " " where text.has(" - ", at: start + 4) || text.has(" . ", at: start + 4): 3
            default: 0
            }
        guard width > 0 else { return nil }
        func joins(at i: Int) -> Bool { (0..<width).allSatisfy { text[i + $0] == text[start + 4 + $0] } }
        var number = Compact()
        for group in 0..<4 {
            let first = start + group * (4 + width)
            for i in first..<first + 4 {
                guard text[i].isDigit else { return nil }
                number.append(text[i])
            }
            if group < 3, !joins(at: first + 4) { return nil }
        }
        let end = start + 16 + 3 * width
        // A fifth group, before or behind, belongs to a table.
        guard !text[end].isWord || text[end] == "_", !joins(at: end) || !text[end + width].isDigit,
            !joins(at: start - width) || !text[start - width - 1].isDigit,
            number.isVaried, CheckDigits.luhn(number), Self.isOfIssuer(number)
        else { return nil }
        return Match(.creditCard, start, end, .card)
    }

    /// The number in the first track of a card with the name behind it, `%B4111111111111111^DOE/JANE^…`, from its first
    /// digit.
    func trackData(at start: Int) -> Match? {
        guard let end = cardEnd(at: start), text[end] == "^" else { return nil }
        // Two to 26 characters of the holder's name, which belongs to the card.
        var name = end + 1
        while name - end < 28, text[name].isUpper || Self.isInTrack(text[name]) { name += 1 }
        let hasName = text[name] == "^" && name - end > 2 && text[end + 1].isUpper
        return Match(.creditCard, start, hasName ? name : end, .card)
    }

    /// Where the second track of a card ends that begins with the card, or where the card does:
    /// `4111111111111111=30041010000000000`. Behind the sign stand the expiry, and what the code on the back is made of.
    func secondTrackEnd(behind card: Int) -> Int {
        guard text[card] == "=" || text[card] == "D" else { return card }
        var i = card + 1
        while i - card < 28, text[i].isDigit { i += 1 }
        let month = (text[card + 3] & 15) * 10 + (text[card + 4] & 15)
        // Four digits of the expiry, and three of what the card may be used for.
        guard i - card > 7, (1...12).contains(month) else { return card }
        while i - card < 30, text[card] == "D", text[i] == "F" { i += 1 }
        return text[i].isWord ? card : i
    }

    /// The same in a message's hexadecimal digits, where `D` stands for the sign: `4111111111111111D30041010000000F`.
    func hexadecimalTrack(at start: Int, end: Int) -> Match? {
        guard text[end] == "D", (13...19).contains(end - start) else { return nil }
        var number = Compact()
        for i in start..<end { number.append(text[i]) }
        let last = secondTrackEnd(behind: end)
        guard last > end, number.isVaried, CheckDigits.luhn(number), Self.isOfIssuer(number) else { return nil }
        return Match(.creditCard, start, last, .card)
    }

    private static func isInTrack(_ b: UInt8) -> Bool {
        b == "/" || b == " " || b == "." || b == "'" || b == "-"
    }

    private static func joinsCard(_ b: UInt8) -> Bool {
        switch b {
        case "\t", " ", "+", "-", ".", "/", "_", 0xB7, 0xC2: true
        default: false
        }
    }

    /// `52BB 5352 5354 5353 5351`: more groups of four hexadecimal digits stand before or behind.
    private func isInTable(_ groups: Groups, _ n: Int) -> Bool {
        guard n == 4, groups.shape(4) == 0x4444, groups.joint(after: 1) == " " else { return false }
        func isFour(_ start: Int) -> Bool { (start..<start + 4).allSatisfy { text[$0].isHex } }
        let (start, end) = (groups.start, groups.end(4))
        return text[end] == " " && isFour(end + 1) && !text[end + 5].isWord
            || text[start - 1] == " " && isFour(start - 5) && !text[start - 6].isWord
    }

    /// How cards are grouped, as in `0x4444`.
    static let cardShapes: [Int] = [
        0x4444, 0x44443, 0x4441, 0x4442, 0x4443, 0x464, 0x465, 0x88, 0x6A, 0x64, 0x4445, 0x4446, 0x466, 0xC4,
    ]

    /// Issuer ranges as the schemes publish them, with the lengths in use.
    private static func isOfIssuer(_ n: Compact) -> Bool {
        switch n.number(0..<6) {
        case 400_000...499_999: n.count == 13 || n.count == 16 || n.count == 19
        case 510_000...559_999, 222_100...272_099: n.count == 16
        case 220_000...220_499: n.count >= 16
        case 340_000...349_999, 370_000...379_999: n.count == 15
        case 300_000...305_999, 309_500...309_599, 360_000...369_999, 380_000...399_999:
            n.count == 14 || n.count == 16 || n.count == 19
        case 352_800...358_999: n.count >= 16
        case 601_100...601_199, 644_000...659_999: n.count >= 16
        case 603_500...608_999: n.count == 16
        case 979_200...979_289: n.count == 16
        case 620_000...629_999, 810_000...817_199: n.count >= 16
        case 500_000...509_999, 560_000...589_999, 630_000...639_999, 670_000...679_999: true
        default: false
        }
    }
}
