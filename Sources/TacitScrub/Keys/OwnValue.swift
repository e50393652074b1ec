extension Scanner {
    /// `"amount": {"value": "47731.56", "currency": "EUR"}`: an amount, as the field beside it says. Or the amount
    /// itself: `amount: 71,454.53 USD`.
    func price(behind start: Int, before key: Int) -> Match? {
        var i = start
        while i - start < 4, text[i] == " " || text[i].isQuote { i += 1 }
        // Not `value: $0` and `$0.1`: a parameter, and a member of it.
        let isParameter = text[i] == "$" && text[i + 2] == "." && !text[i + 4].isDigit
        let named = amountEnd(at: i, mustSayCurrency: true).flatMap { $0 - i > 3 && !isParameter ? $0 : nil }
        guard let end = named ?? amountEnd(at: i, mustSayCurrency: false) else { return nil }
        var behind = end
        while behind - end < 8, !text[behind].isLetter, !text[behind].isLineEnd { behind += 1 }
        // `"currency":"EUR","amount":"`
        let isPriced =
            named != nil || text.has("currency", at: behind)
            || (12...20).contains { text.hasAnyCase("currency", at: key - $0) }
        return isPriced ? Match(.moneyAmount, i, end, RuleID("key.money")) : nil
    }

    /// The value of a kind that has its own way of ending, where no quotes tell: a date with spaces, an amount, a pair
    /// of degrees, an address, a name of several words.
    func ownValue(of rule: KeyRule, at start: Int) -> Match? {
        let end: Int?
        var start = start
        switch rule.kind {
        case .dateOfBirth: end = dateEnd(at: start) ?? epochEnd(at: start)
        case .moneyAmount: end = amountEnd(at: start, mustSayCurrency: false)
        case .geoCoordinate:
            while text[start] == "[" || text[start] == "(" || text[start] == " " { start += 1 }
            end = coordinateEnd(at: start, decimals: rule.form == .opaque ? 3 : 1)
        case .streetAddress:
            // `pickup: 10 Items`, `dropoff: Terminal 4`
            let isPlace = rule.form == .opaque && isPickup(before: start)
            end = addressEnd(at: start).flatMap { last in
                !isPlace || (start..<last).contains { text[$0] == "," } ? last : nil
            }
        case .nationalID:
            let groups = Groups(in: text, at: start)
            var words = WordsBefore()
            return groups.count > 0 ? nationalID(groups, words: &words) : nil
        case .person where rule.form == .plain:
            // `Vorname: Nachname: `: the next key.
            let last =
                travellerEnd(at: start)
                ?? (nameEnd(at: start, few: 1).map { givenNameEnd(behind: $0, from: start) }
                ?? shoutedNameEnd(at: start))
                .flatMap { text.isHarmless(start..<$0) || text[$0] == ":" ? nil : $0 }
                ?? (text[start - 1] == "=" ? smallNameEnd(at: start) : nil)
            end = last.flatMap { isNoName(start..<$0) || isRemark(from: start, behind: $0) ? nil : $0 }
        default: end = nil
        }
        return end.map { Match(rule.kind, start, $0, rule.rule) }
    }

    private func isPickup(before start: Int) -> Bool {
        (start - 12..<start).contains { text.hasAnyCase("pickup", at: $0) || text.hasAnyCase("dropoff", at: $0) }
    }
}
