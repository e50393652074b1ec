/// What ends a value that stands behind a key.
enum ValueTerminator: Sendable {
    /// White space, or a sign that separates pairs.
    case plain
    /// As `plain`, but groups of digits with single spaces between them belong together.
    case groups
    /// This quote; escaped quotes belong to the value.
    case quote(UInt8)
    /// This quote with a backslash before it, as in JSON within JSON.
    case escapedQuote(UInt8)
    /// The end of the line, or the quote that the whole header stands in.
    case line
}

extension Scanner {
    /// The value behind `key=`, `key: ` or `"key":` if the key names a class. `separator` is the sign.
    mutating func keyedValue(separator: Int) -> Match? {
        guard let key = key(before: separator) else { return nil }
        guard let rule = keys.rule(for: key, in: text) else {
            return separator < state.cookieEnd ? cookieValue(separator: separator, name: key) : nil
        }
        guard rule.scope == .everywhere else { return nil }
        var start = separator + 1
        if text[separator] == 0x3A, text[start] == 0x3D { start += 1 }
        let spaces = start + 4
        while start < spaces, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        if rule.form == .cookie {
            // Once a line: a header that says "cookie" again and again would be read again and again.
            if start >= state.cookieEnd { state.cookieEnd = lineEnd(from: start, within: 8 * Reach.shape) }
            return nil
        }
        var terminator = ValueTerminator.plain
        if text[start] == 0x5C, Byte.isQuote(text[start + 1]) {
            terminator = .escapedQuote(text[start + 1])
            start += 2
        } else if Byte.isQuote(text[start]) {
            terminator = .quote(text[start])
            start += 1
        }
        if case .plain = terminator, Self.hasGroups(rule.kind) { terminator = .groups }
        if rule.form == .authorization {
            start = schemeEnd(at: start)
            if case .plain = terminator { terminator = .line }
        }
        guard isPlausible(rule, from: start, terminator: terminator, separator: separator) else { return nil }
        let end = valueEnd(from: start, terminator: terminator, kind: rule.kind, rule: rule.rule)
        guard end > start else { return nil }
        let id = rule.form == .authorization ? RuleID.authorization : rule.rule
        return Match(rule.kind, start, end, id)
    }

    private static func hasGroups(_ kind: Kind) -> Bool {
        switch kind {
        case .phone, .creditCard, .usSSN, .nationalID, .bankAccount: true
        default: false
        }
    }

    /// The key that ends at a separator, which spaces and a closing quote may come before.
    private func key(before separator: Int) -> Range<Int>? {
        var end = separator
        let spaces = max(state.floor, separator - 4)
        while end > spaces, text[end - 1] == 0x20 { end -= 1 }
        if end > state.floor, Byte.isQuote(text[end - 1]) {
            end -= 1
            if end > state.floor, text[end - 1] == 0x5C { end -= 1 }
        } else if end > state.floor, text[end - 1] == 0x5D {
            end -= 1
        }
        var start = end
        let limit = max(state.floor, end - 64)
        while start > limit, Byte.isKey(text[start - 1]) || text[start - 1] >= 0x80 { start -= 1 }
        return start < end ? start..<end : nil
    }

    /// A pair of a Cookie or Set-Cookie header: secret, unless its name is one of the harmless ones.
    private func cookieValue(separator: Int, name: Range<Int>) -> Match? {
        guard text[separator] == 0x3D, startsCookiePair(name.lowerBound) else { return nil }
        for harmless in Self.harmlessCookies where text.equalsAnyCase(harmless, name) { return nil }
        let start = separator + 1
        var end = start
        while end < state.cookieEnd, !Byte.isBlank(text[end]), text[end] != 0x3B, text[end] != 0x22, text[end] != 0x2C {
            end += 1
        }
        guard end - start >= 8, !isHarmless(start..<end), !holdsPlaceholder(start..<end) else { return nil }
        return Match(.secret, start, end, .cookie)
    }

    private func startsCookiePair(_ start: Int) -> Bool {
        let before = left(start - 1)
        return Byte.isBlank(before) || before == 0x3B || before == 0x3A || Byte.isQuote(before)
    }

    private static let harmlessCookies: [StaticString] = [
        "theme", "lang", "language", "locale", "currency", "path", "domain", "expires", "max-age", "samesite",
        "version", "tz", "timezone", "consent", "country",
    ]

    func lineEnd(from start: Int, within bytes: Int) -> Int {
        var i = start
        while i - start < bytes, !Byte.isLineEnd(text[i]) { i += 1 }
        return i
    }

    /// Where the value ends; a value longer than one finding is left to be continued.
    mutating func valueEnd(from start: Int, terminator: ValueTerminator, kind: Kind, rule: RuleID) -> Int {
        var i = start
        let limit = start + Reach.finding
        scan: while i < limit, i < text.count {
            let b = text[i]
            switch terminator {
            case .plain:
                if Byte.isBlank(b) || text.endsPlainValue(at: i) { break scan }
            case .groups:
                if b == 0x20 ? !isGroup(at: i + 1) : Byte.isBlank(b) || (b != 0x29 && text.endsPlainValue(at: i)) {
                    break scan
                }
            case .quote(let quote):
                if b == quote || Byte.isLineEnd(b) { break scan }
                if b == 0x5C, text[i + 1] == quote || text[i + 1] == 0x5C { i += 1 }
            case .escapedQuote(let quote):
                if (b == 0x5C && text[i + 1] == quote) || b == quote || Byte.isLineEnd(b) { break scan }
            case .line:
                if Byte.isLineEnd(b) || Byte.isQuote(b) { break scan }
            }
            i += 1
        }
        if i >= limit, i < text.count {
            state.continuation = Continuation(kind: kind, rule: rule, terminator: terminator)
        }
        var end = min(i, text.count)
        if case .line = terminator {
            while end > start, Byte.isBlank(text[end - 1]) { end -= 1 }
        } else if case .plain = terminator, end < limit {
            while end > start, text[end - 1] == 0x2E || text[end - 1] == 0x2C || text[end - 1] == 0x3A { end -= 1 }
        }
        return end
    }

    private func isGroup(at i: Int) -> Bool {
        Byte.isDigit(text[i]) || (text[i] == 0x28 && Byte.isDigit(text[i + 1]))
    }
}

extension Text {
    /// `; , " ' < > ) ] }` end a value that stands in no quotes; so does `&`, where another pair or nothing follows.
    func endsPlainValue(at i: Int) -> Bool {
        switch self[i] {
        case 0x3B, 0x2C, 0x22, 0x27, 0x60, 0x3C, 0x3E, 0x29, 0x5D, 0x7D: true
        case 0x26: startsPair(at: i + 1)
        default: false
        }
    }

    private func startsPair(at start: Int) -> Bool {
        var i = start
        while i - start < 48, Byte.isKey(self[i]) { i += 1 }
        return self[i] == 0x3D || Byte.isBlank(self[start]) || self[start] == 0x26
    }
}
