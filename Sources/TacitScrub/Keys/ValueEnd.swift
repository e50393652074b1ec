extension Scanner {
    /// `password="p@ss"word1"`: where a quote within a password is not escaped, behind the next one, which nothing but
    /// what ends a value follows.
    func endBehindQuote(_ quote: Int, from start: Int) -> Int {
        guard text[quote] == text[start - 1], text[quote + 1].isAlphanumeric, text[quote - 1] != "=" else {
            return quote
        }
        var i = quote + 1
        while i - quote < 64, !text[i].isBlank, text[i] != text[quote] {
            switch text[i] {
            case ",", ":", ";", "=", "&", "(", "{", "[", "<", "\"", "'": return quote
            default: i += 1
            }
        }
        guard text[i] == text[quote] else { return quote }
        switch text[i + 1] {
        case ",", ";", ")", "]", "}", ">": return i
        default: return text[i + 1].isBlank ? i : quote
        }
    }

    /// `password: p@ss,w0rd;x`: a sign between the parts of a password ends it only where it could end a field; here the
    /// line ends behind the last part, and none of them is a pair.
    func endOfLine(behind end: Int, separator: Int) -> Int {
        guard text[separator] == ":", text[end] == "," || text[end] == ";", !text[end + 1].isBlank else {
            return end
        }
        var i = end
        var digits = 0
        while i - end < 64, !text[i].isBlank {
            switch text[i] {
            case ":", "=", "\"", "'", "`", "(", ")", "[", "]", "{", "}", "<", ">", "\\", "/": return end
            case let b where b.isDigit: digits += 1
            default: break
            }
            i += 1
        }
        return digits > 0 && text[i].isLineEnd ? i : end
    }

    /// `recovery codes: a1b2c-3d4e5, f6g7h-8i9j0`: behind the last of the codes that are written like the first.
    func endOfCodes(_ first: Range<Int>) -> Int {
        func shape(_ b: UInt8) -> UInt8 { b.isAlphanumeric ? UInt8(ascii: "a") : b }
        var end = first.upperBound
        for _ in 0..<32 {
            var next = end
            while next - end < 3, text[next] == "," || text[next] == " " || text[next] == ";" { next += 1 }
            let isLike =
                next > end
                && (0..<first.count).allSatisfy {
                    shape(text[next + $0]) == shape(text[first.lowerBound + $0])
                }
            guard isLike, !text[next + first.count].isWord,
                (next..<next + first.count).contains(where: { text[$0].isDigit })
            else { break }
            end = next + first.count
        }
        return end
    }

    /// `536 - 22 - 8712`
    func spacedNumberEnd(at start: Int) -> Int? {
        var i = start
        for (count, joint) in [(3, " - "), (2, " - "), (4, "")] as [(Int, StaticString)] {
            guard (i..<i + count).allSatisfy({ text[$0].isDigit }), count == 4 || text.has(joint, at: i + count) else {
                return nil
            }
            i += count + joint.utf8CodeUnitCount
        }
        return text[i].isWord ? nil : i
    }

    /// `abcd efgh ijkl mnop`, as Google draws passwords of programs: two of the four at least are no word.
    func endOfFours(at start: Int) -> Int? {
        var strange = 0
        for group in 0..<4 {
            let first = start + 5 * group
            guard (first..<first + 4).allSatisfy({ text[$0].isLower }), group == 3 || text[first + 4] == " "
            else {
                return nil
            }
            if !text.isWordLike(first..<first + 4) { strange += 1 }
        }
        let end = start + 19
        return strange > 1 && (text[end].isLineEnd || text[end].isQuote) ? end : nil
    }

    /// `{"day":12,"month":3,"year":1984}`, in any order: from the first number to the last.
    func dateInParts(at brace: Int, by rule: KeyRule) -> Match? {
        guard text[brace] == "{" else { return nil }
        var (first, last, parts) = (0, 0, 0)
        var i = brace + 1
        while parts < 3, i - brace < 160 {
            while i - brace < 160, Self.isBetweenParts(text[i]) { i += 1 }
            let word = i
            while i - word < 12, text[i].isLetter { i += 1 }
            guard Self.parts.contains(word..<i, in: text) else { return nil }
            while i - brace < 160, Self.isBetweenParts(text[i]) { i += 1 }
            let number = i
            while i - number < 5, text[i].isDigit { i += 1 }
            guard (1...4).contains(i - number), !text[i].isWord else { return nil }
            if parts == 0 { first = number }
            last = i
            parts += 1
        }
        return parts == 3 ? Match(.dateOfBirth, first, last, rule.rule) : nil
    }

    private static func isBetweenParts(_ b: UInt8) -> Bool {
        b.isQuote || b == " " || b == ":" || b == "," || b == "\\" || b == "=" || b == "\n" || b == "\r"
    }

    private static let parts: WordSet = ["day", "month", "year", "monat", "tag", "jahr", "dia", "mes", "jour", "mois"]

    /// The end of a string whose parts a program joins, if it is a sum: `"x7Kd" + "9fPq"`; or of a value and what it is changed
    /// to: `"x7Kd" -> "9fPq"`. `first` is the first.
    func joinedEnd(_ first: Range<Int>, quote: UInt8, isSum: Bool) -> Int {
        var end = first.upperBound
        for _ in 0..<8 {
            var i = end + 1
            while i - end < 8, text[i] == " " || text[i] == "\t" { i += 1 }
            guard text[end] == quote else { return end }
            if isSum, text[i] == "+" {
                i += 1
            } else if text.has("->", at: i) || text.has("=>", at: i) {
                i += 2
            } else if text.has("→", at: i) {
                i += 3
            } else if text[i] == ",", let other = otherValue(of: first.lowerBound, behind: i, quote: quote) {
                i = other
            } else {
                return end
            }
            while i - end < 16, text[i] == " " || text[i] == "\t" { i += 1 }
            // A finding has an end, and so has what a verifier may look at.
            guard text[i] == quote, i - first.lowerBound < Reach.shape else { return end }
            let last = min(text.count, i + 1 + Reach.shape)
            guard let next = (i + 1..<last).first(where: { text[$0] == quote || text[$0].isLineEnd }) else {
                return end
            }
            end = next
        }
        return end
    }

    /// Whether what a quote ends at `quote` is the first of a pair: `('password'`, but not `scrypt('password'`, nor the names of
    /// columns: `("full_name", "ssn")`.
    func isFirstOfTuple(before quote: Int) -> Bool {
        var i = quote
        while quote - i < 64, text[i - 1].isKey { i -= 1 }
        guard i < quote, text[i - 1] == text[quote], text[i - 2] == "(", !text[i - 3].isWord else {
            return false
        }
        let second = quote + 4
        var end = second
        while end - second < 64, text[end].isKey { end += 1 }
        return text[end] != text[quote] || keys.rule(for: second..<end, in: text).map { $0.kind == .secret } ?? true
    }

    /// What a value was and what it is, one level below its key: `{"phone":{"old":"2025550165","new":"2025550166"}}`.
    static let changes: WordSet = [
        "from", "to", "old", "new", "before", "after", "previous", "current", "was", "is", "oldvalue", "newvalue",
        "old_value", "new_value",
    ]

    /// The quote of the other value of a change, behind the comma at `i`, if the first begins at `first`.
    private func otherValue(of first: Int, behind comma: Int, quote: UInt8) -> Int? {
        func isName(_ word: Range<Int>) -> Bool {
            text[word.lowerBound - 1] == quote && Self.changes.contains(word, in: text)
        }
        func isBetween(_ b: UInt8) -> Bool { b == " " || b == ":" || b == quote }
        var end = first - 1
        while first - end < 6, isBetween(text[end - 1]) { end -= 1 }
        var i = end
        while end - i < 10, text[i - 1].isLetter || text[i - 1] == "_" { i -= 1 }
        guard isName(i..<end) else { return nil }
        i = comma + 1
        while i - comma < 8, text[i] == " " || text[i] == quote { i += 1 }
        let word = i
        while i - word < 10, text[i].isLetter || text[i] == "_" { i += 1 }
        guard isName(word..<i), text[i] == quote else { return nil }
        i += 1
        while i - comma < 24, text[i] == " " || text[i] == ":" { i += 1 }
        return text[i] == quote ? i : nil
    }

    /// Where the value ends; a value longer than one finding is left to be continued.
    mutating func valueEnd(from start: Int, terminator: ValueTerminator, kind: Kind, rule: RuleID) -> Int {
        var i = start
        let limit = start + Reach.finding
        scan: while i < limit, i < text.count {
            let b = text[i]
            // No value ends in the middle of a word.
            if b.isAlphanumeric {
                i += 1
                continue
            }
            switch terminator {
            case .plain:
                if b.isBlank || text.endsPlainValue(at: i) { break scan }
            case .groups:
                if b == " "
                    ? !text.goesOnWithGroup(at: i + 1) : b.isBlank || (b != ")" && text.endsPlainValue(at: i))
                {
                    break scan
                }
            case .quote(let quote):
                if b == quote, text.isDoubledQuote(at: i), i > start {
                    i += 2
                    continue scan
                }
                if b == quote || b.isLineEnd { break scan }
                if b == "\\", text[i + 1] == quote || text[i + 1] == "\\" { i += 1 }
            case .escapedQuote(let quote):
                if (b == "\\" && text[i + 1] == quote) || b == quote || b.isLineEnd { break scan }
            case .line:
                if b.isLineEnd || b.isQuote { break scan }
            case .parameters:
                if b.isLineEnd { break scan }
                if b.isQuote {
                    guard let end = text.endOfParameter(at: i) else { break scan }
                    i = end
                }
            }
            i += 1
        }
        if i >= limit, i < text.count {
            state.continuation = Continuation(kind: kind, rule: rule, terminator: terminator)
        }
        var end = min(i, text.count)
        if terminator.endsLines {
            while end > start, text[end - 1].isBlank { end -= 1 }
        } else if case .escapedQuote = terminator, end < limit {
            // Of JSON within JSON within JSON.
            while end > start, text[end - 1] == "\\" { end -= 1 }
        } else if case .plain = terminator, end < limit {
            while end > start, text[end - 1] == "." || text[end - 1] == "," || text[end - 1] == ":" { end -= 1 }
        }
        return end
    }
}
