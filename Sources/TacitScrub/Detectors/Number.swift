extension Scanner {
    /// What begins with a digit, or has one early on: addresses, cards, phone numbers, national numbers, accounts,
    /// wallets. Looks at the shape first, at check sums next, and last at the words nearby. Leaves the run of digits.
    mutating func number(at start: Int) -> Match? {
        var end = start + 1
        while text[end].isDigit { end += 1 }
        state.cursor = end
        if end - start > 64 { return nil }
        var token = start
        let limit = start - 90
        while token > limit, text[token - 1].isAlphanumeric { token -= 1 }
        let before = text[token - 1]
        // `card_4111_1111_1111_1111`
        if before == "_", token == start, end - start == 4 { return cardInFours(at: start) }
        if token == limit || before == "_" { return nil }
        if token < start { return lettered(at: token, digit: start) }
        // `%204.2.1.0`: the first two digits are an escape's; what stands behind is looked at by itself.
        if before == "%", text.escapedJoint(at: start - 1) != nil { return nil }
        // A fraction, a time, the tail of an id in several parts.
        if before == ":", text[token - 2].isDigit {
            // `ipv4:192.0.2.7`
            if text.hasAnyCase("ipv4", at: token - 5), let match = dottedAddress(at: start) { return match }
            return end - start > 3 ? plainCard(at: start) : nil
        }
        if end - start <= 3, text[end] == ".", text[end + 1].isDigit, let match = dottedAddress(at: start) {
            return match
        }
        if before == ".", text[token - 2].isDigit { return nil }
        // A card stays a card behind a plus: a policy may keep phone numbers.
        if before == "+" || before == "(", let match = plainCard(at: start) ?? signedPhone(at: start, sign: before) {
            return match
        }
        if text[end] == ":" || text[end] == "|", end - start >= 8, let match = numberedToken(at: start, end: end) {
            return match
        }
        let isPart = before == "-" && text[token - 2].isWord
        return isPart ? nil : plainNumber(at: start, end: end)
    }

    /// A card as its issuer writes it, whatever sign stands before.
    private mutating func plainCard(at start: Int) -> Match? {
        let groups = Groups(in: text, at: start)
        guard groups.count > 0, groups.compact.count >= 13 else { return nil }
        var words = WordsBefore()
        return card(groups, words: &words)
    }

    /// Behind a word such as `card`, a card whose digits are joined in another way: `4111+1111+1111+1111`, `4 1 1 1 …`.
    private func spokenCard(at start: Int, words: inout WordsBefore) -> Match? {
        guard words.contexts(in: self, before: start).near.contains(.card), let end = cardEnd(at: start) else {
            return nil
        }
        return Match(.creditCard, start, end, .card)
    }

    /// `social is 5 3 6 2 2 8 7 1 2`: digits with a blank between each two of them, behind a word that names the number.
    private func spelledDigits(at start: Int, words: inout WordsBefore) -> Match? {
        guard text[start + 1] == " ", text[start + 2].isDigit, text[start + 3] == " ",
            text[start - 1] != " " || !text[start - 2].isDigit
        else { return nil }
        var number = Compact()
        var i = start
        while number.count < 12, text[i].isDigit, !text[i + 1].isWord {
            number.append(text[i])
            i += 2
            if text[i - 1] != " " { break }
        }
        guard number.count == 9, !text[i].isDigit, Self.isIssued(number),
            words.contexts(in: self, before: start).near.contains(.socialSecurity)
        else { return nil }
        return Match(.usSSN, start, i - 1, RuleID("id.us.ssn"))
    }

    /// A number that no letter, sign or other number stands before.
    private mutating func plainNumber(at start: Int, end: Int) -> Match? {
        if text[end].isLetter, text[start + 25].isAlphanumeric, let match = wallet(at: start) {
            return match
        }
        if end - start == 4, let match = cardInFours(at: start) { return match }
        if let match = hexadecimalTrack(at: start, end: end) { return match }
        let groups = Groups(in: text, at: start)
        guard groups.count > 0 else { return nil }
        var words = WordsBefore()
        // `8 (495) 123-45-67`: the first digits stand alone.
        guard groups.compact.count >= 4 else { return phone(groups, words: &words) }
        if let match = spelledDigits(at: start, words: &words) { return match }
        if isDate(groups) { return birthDate(groups, words: &words) }
        if let match = socialSecurity(groups, words: &words) { return match }
        if let card = card(groups, words: &words) {
            let track = Match(.creditCard, card.start, secondTrackEnd(behind: card.end), card.rule)
            let match = text[card.end] == "^" ? trackData(at: card.start) ?? card : track
            state.cursor = max(state.cursor, match.end)
            return match
        }
        if let match = spokenCard(at: groups.start, words: &words) { return match }
        if let match = phone(groups, words: &words) { return match }
        if let match = letteredNumber(beforeDigits: groups, words: &words) { return match }
        if let match = nationalID(groups, words: &words) { return match }
        if let match = bankNumber(groups, words: &words) { return match }
        if let match = document(groups, words: &words) { return match }
        return coordinate(groups, words: &words)
    }

    /// A token that begins with letters and holds digits; `digit` is where the first shown run of them begins.
    private mutating func lettered(at start: Int, digit: Int) -> Match? {
        let before = text[start - 1]
        if before == "-" || before == ".", text[start - 2].isAlphanumeric {
            // `AB-12 34…` and `1EG4-TE5-MK73`: the whole begins further left.
            return digit - start > 12 ? nil : joined(at: start)
        }
        if before == "@" || before == "%" || before == "&" { return nil }
        var end = digit
        while end - start < 100, text[end].isAlphanumeric { end += 1 }
        if end - start >= 26 {
            if let match = wallet(at: start) { return match }
            if end - start > Compact.capacity { return nil }
        }
        let groups = Groups(in: text, at: start)
        guard groups.count > 0, groups.compact.count >= 7 else { return nil }
        if let match = iban(groups) { return match }
        guard groups.length(1) <= 20 else { return nil }
        var words = WordsBefore()
        if let match = nationalID(groups, words: &words) { return match }
        return document(groups, words: &words)
    }

    /// The number of several parts, the first of which stands before the part at `part`.
    private mutating func joined(at part: Int) -> Match? {
        var start = part - 1
        let limit = part - 6
        while start > limit, text[start - 1].isAlphanumeric { start -= 1 }
        guard start > limit, !text[start - 1].isWord, text[start - 1] != "-" else { return nil }
        let groups = Groups(in: text, at: start)
        guard groups.count > 0 else { return nil }
        var words = WordsBefore()
        return iban(groups) ?? nationalID(groups, words: &words)
    }

    /// `AB 12 34 56 C`: letters and a space or dash stand before the first digits.
    private func letteredNumber(beforeDigits groups: Groups, words: inout WordsBefore) -> Match? {
        let joint = text[groups.start - 1]
        guard joint == " " || joint == "-", text[groups.start - 2].isUpper else { return nil }
        var start = groups.start - 1
        let limit = groups.start - 8
        while start > limit, text[start - 1].isUpper { start -= 1 }
        guard start > limit, !text[start - 1].isWord else { return nil }
        let whole = Groups(in: text, at: start)
        guard whole.count > 0 else { return nil }
        return nationalID(whole, words: &words) ?? britishLicense(whole, words: &words)
    }
}
