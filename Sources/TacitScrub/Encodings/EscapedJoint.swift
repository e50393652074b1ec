extension Literal {
    /// Escaped blanks and signs whose last letter or digit hides where the token behind begins. What a line begins with behind
    /// `\\n` is mostly a word, so only digits and web tokens are looked for there.
    static let joints: [Literal] =
        [
            "%0A", "%0a", "%09", "%0D", "%0d", "%26", "%27", "%28", "%2F", "%2f", "%3B", "%3b", "%3C", "%3c", "%5B",
            "%5b", "%7B", "%7b", "%7C", "%7c", "\\x0",
            "\\n0", "\\n1", "\\n2", "\\n3", "\\n4", "\\n5", "\\n6", "\\n7", "\\n8", "\\n9", "\\ney",
            "\\t0", "\\t1", "\\t2", "\\t3", "\\t4", "\\t5", "\\t6", "\\t7", "\\t8", "\\t9", "\\tey",
        ].map { Literal($0, .joint) }
}

extension Scanner {
    /// The token that begins right behind an escaped blank or sign: `peer%7C203.0.113.9`, `refused\\n203.0.113.9`.
    mutating func token(behindJointAt start: Int) -> Match? {
        guard !isDecoded, let width = text.escapedJoint(at: start), Byte.isAlphanumeric(text[start + width]),
            let range = text.betweenEscapes(around: start + width)?.range
        else { return nil }
        if let match = apart(range, from: start, { $0.beginning(at: start + width) }) { return match }
        state.cursor = start + 3
        return nil
    }

    private mutating func beginning(at start: Int) -> Match? {
        var end = start
        while end - start < 4, Byte.isHex(text[end]) { end += 1 }
        if text[end] == 0x3A, let match = colonAddress(at: end) { return match }
        if let match = literal(thirdAt: start + 2) { return match }
        var digit = start
        while digit - start < 4, Byte.isLetter(text[digit]) { digit += 1 }
        return Byte.isDigit(text[digit]) ? number(at: digit) : nil
    }
}

extension Text {
    /// Where the token around `place` begins and ends if escaped blanks or signs join it to others, as the two `0` and `n` that
    /// stand beside the addresses of `from%20203.0.113.9%20port` and `peer\\n203.0.113.9`; and `place`, or where the token
    /// begins if that is in the escape. `nil` where nothing is escaped nearby.
    func betweenEscapes(around place: Int) -> (place: Int, range: Range<Int>)? {
        var start = place
        var escapeEnd: Int?
        while start > place - 64, start >= lower, !Byte.isBlank(self[start]) {
            if let width = escapedJoint(at: start) {
                escapeEnd = start + width
                break
            }
            start -= 1
        }
        let first = max(place, escapeEnd ?? place)
        guard first < count else { return nil }
        var end = first + 1
        let limit = min(first + 96, count)
        // The value behind a sign goes on to where its own rules end it.
        while end < limit, Byte.isAlphanumeric(self[first]), !Byte.isBlank(self[end]) {
            if escapedJoint(at: end) != nil { return (first, (escapeEnd ?? lower)..<end) }
            end += 1
        }
        return escapeEnd.map { (first, $0..<count) }
    }

    /// Where the last token of a range begins, behind the escaped blanks and signs in it and the one that ends where it begins.
    func behindEscapes(from start: Int, to end: Int) -> Int {
        var first = start
        if start > lower, self[start - 1] == 0x5C, let width = escapedJoint(at: start - 1) { first += width - 1 }
        for i in stride(from: end - 1, through: first, by: -1) where self[i] == 0x25 {
            if let width = escapedJoint(at: i) { return i + width }
        }
        return first
    }

    /// The width of an escaped blank, line end or sign that no token goes on behind.
    func escapedJoint(at i: Int) -> Int? {
        switch self[i] {
        case 0x25: return joint(.percent, at: i)
        case 0x5C:
            var letter = i + 1
            while letter - i < 4, self[letter] == 0x5C { letter += 1 }
            switch self[letter] {
            case 0x6E, 0x72, 0x74: return letter + 1 - i
            case 0x78: return joint(.hexadecimal, at: i)
            default: return joint(.json, at: i)
            }
        default: return nil
        }
    }

    private func joint(_ escape: Escape, at i: Int) -> Int? {
        let (scalar, width) = unescaped(escape, at: i)
        guard width > 1, scalar < 0x80 else { return nil }
        switch UInt8(scalar) {
        case 0x2B, 0x2D, 0x2E, 0x40, 0x5F: return nil
        case let sign: return Byte.isAlphanumeric(sign) ? nil : width
        }
    }
}
