extension Scanner {
    /// `full_name=J%C3%BCrgen+Muster&`, `"full_name":"J\\u00fcrgen"`, `name: Anna&#32;Muster`: the value of a kind that
    /// has words, if what it reads as once its escapes are undone holds one; of names and addresses, all of it.
    /// `start` is where it begins, `terminator` how it ends.
    func escapedField(
        _ key: Range<Int>, separator: Int, at start: Int, terminator: ValueTerminator, by rule: KeyRule
    ) -> Match? {
        guard !isDecoded, Self.hasWords(rule.kind) || rule.kind == .phone && holdsEntity(at: start) else { return nil }
        let isForm = text[separator] == "=" && start == separator + 1
        var end = start
        var isEscaped = false
        while end - start < 256, !text[end].isLineEnd,
            !endsField(at: end, terminator) || isEscaped && goesOnEscaped(behind: end)
        {
            let width = widthOfEscape(at: end)
            // `full_name=first+last` is a sum in a program.
            if width > 1 || isForm && text[end] == "+" && text[end + 1].isUpper { isEscaped = true }
            end += width
        }
        if isForm, text[end] == "&", (start..<end).contains(where: { text[$0] == "+" }) { isEscaped = true }
        guard isEscaped, !holdsPlaceholder(start..<end) else { return nil }
        let hasPercent = (start..<end).contains { text[$0] == "%" }
        let match = Decoded.make(from: key.lowerBound) { decoded in
            var i = key.lowerBound
            while i < start {
                decoded.append(text[i], from: i)
                i += 1
            }
            while i < end {
                if text[i] == "+", i > start, isForm || hasPercent {
                    decoded.append(UInt8(ascii: " "), from: i)
                    i += 1
                } else {
                    i += decoded.append(text.escape(at: i), at: i, of: text)
                }
            }
            if text[end].isQuote { decoded.append(text[end], from: end) }
            decoded.finish(at: end)
            return decoded.match(like: self) { $0.keyedValue(separator: separator - key.lowerBound) }
        }
        guard let match, match.kind == .person || match.kind == .streetAddress else { return match }
        // What was too long to decode belongs to it, too.
        while end - start < Reach.finding, !text[end].isLineEnd,
            !endsField(at: end, terminator) || goesOnEscaped(behind: end)
        {
            end += widthOfEscape(at: end)
        }
        return Match(match.kind, start, end, match.rule)
    }

    /// Where a field ends that escapes may stand in: with its quote, or like a plain value, whose blanks go on.
    private func endsField(at i: Int, _ terminator: ValueTerminator) -> Bool {
        switch terminator {
        case .quote(let quote): text[i] == quote
        case .escapedQuote: text[i] == "\\" && text[i + 1].isQuote
        default:
            text[i].isBlank || (text[i] == "&" || text.endsPlainValue(at: i)) && widthOfEscape(at: i) == 1
        }
    }

    /// Whether another word that begins with an escaped letter, of other scripts than Latin, stands behind a blank.
    private func goesOnEscaped(behind blank: Int) -> Bool {
        guard text[blank] == " " else { return false }
        let (scalar, width) = text.unescaped(text.escape(at: blank + 1), at: blank + 1)
        return width > 1 && scalar >= 0x80
    }

    /// Whether a character reference stands in the next bytes of a number: `+33&nbsp;6`.
    private func holdsEntity(at start: Int) -> Bool {
        (start..<start + 20).contains { text[$0] == "&" && text.unescaped(.entity, at: $0).width > 1 }
    }

    /// How many bytes the character at `i` is written with, in whatever escape; one where none begins.
    private func widthOfEscape(at i: Int) -> Int { text.unescaped(text.escape(at: i), at: i).width }

    private static func hasWords(_ kind: Kind) -> Bool {
        switch kind {
        case .person, .streetAddress, .dateOfBirth, .moneyAmount, .geoCoordinate: true
        default: false
        }
    }
}
