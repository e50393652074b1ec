extension Text {
    /// Whether groups of digits go on at `i`, which a blank stands before: with digits, or with one letter or slash and
    /// digits behind it (`65 170839 J 008`, `030 / 901820`).
    func goesOnWithGroup(at i: Int) -> Bool {
        if self[i].isDigit || self[i] == "(" && self[i + 1].isDigit { return true }
        return (self[i].isUpper || self[i] == "/") && self[i + 1] == " " && self[i + 2].isDigit
    }

    /// `; , " ' < > ) ] }` end a value that stands in no quotes; so does `&`, where another pair or nothing follows.
    func endsPlainValue(at i: Int) -> Bool {
        switch self[i] {
        case ",", "\"", "'", "`", "<", ">": true
        case ";": !endsCharacterReference(at: i)
        case "\\": isEscapedEnd(at: i)
        // Within a word, a bracket is a sign like others.
        case ")", "]", "}": !self[i + 1].isAlphanumeric
        case "&": has("&quot;", at: i) || startsPair(at: has("&amp;", at: i) ? i + 5 : i + 1)
        // `，；）` and `、。`
        case 0xEF: self[i + 1] == 0xBC && (self[i + 2] == 0x8C || self[i + 2] == 0x9B || self[i + 2] == 0x89)
        case 0xE3: self[i + 1] == 0x80 && (self[i + 2] == 0x81 || self[i + 2] == 0x82)
        default: false
        }
    }

    /// `&#45;`: a sign of the value, as HTML writes it.
    private func endsCharacterReference(at i: Int) -> Bool {
        var start = i
        while i - start < 6, self[start - 1].isHex || self[start - 1] == "x" { start -= 1 }
        return start < i && self[start - 1] == "#" && self[start - 2] == "&"
    }

    /// An escaped line end, tab or quote, as the value stands in a string of JSON or of a program; not `C:\new`.
    private func isEscapedEnd(at i: Int) -> Bool {
        var behind = i + 1
        while behind - i < 8, self[behind] == "\\" { behind += 1 }
        switch self[behind] {
        case "\"", "'": return true
        case "n", "r", "t": return self[i - 1] != ":"
        default: return false
        }
    }

    /// `key=`, `user[phone]=`, `user%5Bphone%5D=`
    private func startsPair(at start: Int) -> Bool {
        var i = start
        while i - start < 64, self[i].isKey || i > start && isBracketOfKey(at: i) { i += 1 }
        return self[i] == "=" || self[start].isBlank || self[start] == "&"
    }

    /// `'it''s'`: a quote within a string of SQL.
    func isDoubledQuote(at i: Int) -> Bool { self[i] == "'" && self[i + 1] == "'" && self[i + 2].isWord }

    private func isBracketOfKey(at i: Int) -> Bool {
        self[i] == "[" || self[i] == "]" || hasAnyCase("%5b", at: i) || hasAnyCase("%5d", at: i)
    }
}
