extension Scanner {
    /// The end of an amount of money: `$85,000.00`, `EUR 1.234,50`, `12 500 SEK`, `€40k`. `mustSayCurrency` asks for a
    /// sign or code of a currency.
    func amountEnd(at start: Int, mustSayCurrency: Bool) -> Int? {
        var i = start
        var saysCurrency = false
        if text[i] == "-" || text[i] == "+" { i += 1 }
        if let end = currencyEnd(at: i) {
            saysCurrency = true
            i = end
            if text[i] == " " { i += 1 }
            if text[i] == "-" { i += 1 }
        }
        let number = i
        while i - number < 24 {
            if text[i].isDigit {
                i += 1
            } else if text[i] == "," || text[i] == "." || text[i] == "'" || text[i] == " ", i > number,
                text[i + 1].isDigit, text[i] != " " || isThousand(at: i + 1)
            {
                i += 1
            } else {
                break
            }
        }
        guard i > number else { return nil }
        // `balance = $1`: a parameter of a statement.
        if text[number - 1] == "$", i - number < 3, text[i] == " " || text[i].isLineEnd || text[i] == "," {
            return nil
        }
        if text[i] | 0x20 == "k" || text[i] | 0x20 == "m", !text[i + 1].isWord { i += 1 }
        let code = text[i] == " " ? i + 1 : i
        if let end = currencyEnd(at: code) {
            saysCurrency = true
            i = end
        }
        return (saysCurrency || !mustSayCurrency) && !text[i].isWord ? i : nil
    }

    /// An amount within the next words behind `salary`, `balance` and their like.
    ///
    /// Not amounts that no such word stands before, such as the prices of orders; and not counts without a currency.
    func amount(behind end: Int, from start: Int) -> Match? {
        // `technical debt 5 lei`
        if text.hasAnyCase("technical ", at: start - 10) || text.hasAnyCase("tech ", at: start - 5) { return nil }
        var i = end
        while i - end < 24, !text[i].isLineEnd, text[i] != ";" {
            if !text[i - 1].isWord || text[i] >= 0xC2, currencyEnd(at: i) != nil || text[i].isDigit {
                return amountEnd(at: i, mustSayCurrency: true).map { Match(.moneyAmount, i, $0, RuleID("amount")) }
            }
            i += 1
        }
        return nil
    }

    /// `<InstdAmt Ccy="EUR">21496.00</InstdAmt>`, as ISO 20022 writes an amount. `end` is behind the quote.
    func elementOfAmount(behind end: Int) -> Match? {
        guard (end..<end + 3).allSatisfy({ text[$0].isUpper }), text.has("\">", at: end + 3),
            let last = amountEnd(at: end + 5, mustSayCurrency: false)
        else { return nil }
        return Match(.moneyAmount, end + 5, last, RuleID("amount"))
    }

    /// `:32A:250603EUR45304,50` and `:59:/5635380375`: the amount of a transfer and the account that it is for or from
    /// with the name and address on the lines below, in the messages of SWIFT. `end` is behind the name of the field.
    mutating func fieldOfTransfer(at start: Int, behind end: Int) -> Match? {
        guard !text[start - 1].isAlphanumeric else { return nil }
        if text[end - 1] == "/" {
            var i = end
            while i - end < 34, text[i].isAlphanumeric { i += 1 }
            let digits = (end..<i).count { text[$0].isDigit }
            guard digits >= 5, !text[i].isWord, !holdsPlaceholder(end..<i) else { return nil }
            guard let last = partyEnd(behind: i) else {
                unfinished = start
                return nil
            }
            return Match(.bankAccount, end, last, RuleID("bank-account"))
        }
        var i = end
        while i - end < 6, text[i].isDigit { i += 1 }
        guard i == end || i - end == 6, (i..<i + 3).allSatisfy({ text[$0].isUpper }),
            let last = amountEnd(at: i + 3, mustSayCurrency: false)
        else { return nil }
        return Match(.moneyAmount, i + 3, last, RuleID("amount"))
    }

    /// Where the name and the address end that stand on up to four lines below an account; `nil` if more may come.
    private func partyEnd(behind account: Int) -> Int? {
        var end = account
        for _ in 0..<4 {
            var i = end
            if text[i] == "\r" { i += 1 }
            guard i < text.count || isFinal else { return nil }
            guard text[i] == "\n" else { break }
            let line = i + 1
            i = line
            while i - line < 36, i < text.count, !text[i].isLineEnd { i += 1 }
            guard i < text.count || isFinal else { return nil }
            guard i - line < 36, text[line].isWord, (line..<i).contains(where: { text[$0].isLetter }),
                !holdsPlaceholder(line..<i), !isSentence(line..<i)
            else { break }
            end = i
        }
        return end
    }

    /// `Transfer queued now`, `error: x`: the next record of a log. Banks write capitals.
    private func isSentence(_ line: Range<Int>) -> Bool {
        line.contains { i in
            text[i].isLower && (i == line.lowerBound || text[i - 1] == " ") || text.has(": ", at: i)
        }
    }

    private func isThousand(at i: Int) -> Bool {
        text[i].isDigit && text[i + 1].isDigit && text[i + 2].isDigit && !text[i + 3].isDigit
    }

    /// A sign or an ISO 4217 code.
    private func currencyEnd(at i: Int) -> Int? {
        switch text[i] {
        case "$": return i + 1
        case 0xC2 where text[i + 1] == 0xA3 || text[i + 1] == 0xA5 || text[i + 1] == 0xA2: return i + 2
        case 0xE2 where text[i + 1] == 0x82: return i + 3
        default: break
        }
        for sign in Self.signs where text.has(sign, at: i) {
            let end = i + sign.utf8CodeUnitCount
            return text[end].isLetter ? nil : end
        }
        if text[i].isUpper, text[i + 1] == "$" { return i + 2 }
        guard text[i].isUpper, text[i + 1].isUpper, text[i + 2].isUpper, !text[i + 3].isLetter
        else { return nil }
        for code in Self.currencies where text.has(code, at: i) { return i + 3 }
        return nil
    }

    /// What people write for a currency in their own language.
    private static let signs: [StaticString] = [
        "円", "元", "원", "zł", "руб.", "руб", "грн", "лв", "Kč", "TL", "kr.", "kr", "lei", "Ft", "Fr.", "din",
    ]

    private static let currencies: [StaticString] = [
        "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "CNY", "HKD", "SGD", "SEK", "NOK", "DKK", "PLN", "CZK",
        "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "INR", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "NGN", "KES",
        "EGP", "SAR", "AED", "QAR", "KWD", "ILS", "KRW", "TWD", "THB", "IDR", "MYR", "PHP", "VND", "PKR", "BDT", "ISK",
        "BTC", "ETH", "USDT", "JOD", "BHD", "OMR", "MAD",
    ]
}
