extension Literal {
    /// Escaped blanks and signs whose last letter or digit hides where the token behind begins. What a line begins with
    /// behind `\\n` is mostly a word, so only digits, accounts and web tokens are looked for there.
    static let joints: [Literal] =
        [
            "%0A", "%0a", "%09", "%0D", "%0d", "%21", "%23", "%24", "%26", "%27", "%28", "%29", "%2A", "%2a", "%2F",
            "%2f", "%3B", "%3b", "%3C", "%3c", "%3E", "%3e", "%3F", "%3f", "%5B", "%5b", "%5C", "%5c", "%5D", "%5d",
            "%5E", "%5e", "%60", "%7B", "%7b", "%7C", "%7c", "%7D", "%7d", "%7E", "%7e", "\\x0",
            "\\n0", "\\n1", "\\n2", "\\n3", "\\n4", "\\n5", "\\n6", "\\n7", "\\n8", "\\n9", "\\ney",
            "\\r0", "\\r1", "\\r2", "\\r3", "\\r4", "\\r5", "\\r6", "\\r7", "\\r8", "\\r9", "\\rey",
            "\\t0", "\\t1", "\\t2", "\\t3", "\\t4", "\\t5", "\\t6", "\\t7", "\\t8", "\\t9", "\\tey",
        ].map { Literal($0, .joint) }
}

extension Scanner {
    /// The token that begins right behind an escaped blank or sign: `peer%7C203.0.113.9`, `refused\\n203.0.113.9`.
    mutating func token(behindJointAt start: Int) -> Match? {
        guard !isDecoded, let width = text.escapedJoint(at: start)?.width, text[start + width].isAlphanumeric,
            let range = text.betweenEscapes(around: start + width)?.range
        else { return nil }
        if let match = apart(range, from: start, { $0.beginning(at: start + width) }) { return match }
        state.cursor = start + 3
        return nil
    }

    private mutating func beginning(at start: Int) -> Match? {
        var end = start
        while end - start < 4, text[end].isHex { end += 1 }
        if text[end] == ":", let match = colonAddress(at: end) { return match }
        if let match = literal(thirdAt: start + 2) { return match }
        var digit = start
        while digit - start < 4, text[digit].isLetter { digit += 1 }
        return text[digit].isDigit ? number(at: digit) : nil
    }
}

extension Text {
    /// The token around `place`, where escaped blanks or signs join it to others: `203.0.113.9` in
    /// `from%20203.0.113.9%20port` and in `peer\\n203.0.113.9`, whose escapes end in what looks like a part of it. Also
    /// `place`, or where the token begins if `place` is in the escape. `nil` where nothing is escaped nearby.
    func betweenEscapes(around place: Int) -> (place: Int, range: Range<Int>)? {
        var start = place
        var escapeEnd: Int?
        while start > place - 64, start >= lower, !self[start].isBlank {
            if let joint = escapedJoint(at: start) {
                escapeEnd = start + joint.width
                break
            }
            start -= 1
        }
        let first = max(place, escapeEnd ?? place)
        guard first < count else { return nil }
        var end = first + 1
        let limit = min(first + 96, count)
        // The value behind a sign goes on to where its own rules end it.
        while end < limit, self[first].isAlphanumeric, !self[end].isBlank {
            if escapedJoint(at: end) != nil { return (first, (escapeEnd ?? lower)..<end) }
            end += 1
        }
        return escapeEnd.map { (first, $0..<count) }
    }

    /// Where the last token of a range begins, behind the escaped blanks and signs in it and the one that ends where it
    /// begins.
    func behindEscapes(from start: Int, to end: Int) -> Int {
        var first = start
        if start > lower, self[start - 1] == "\\", !isDomain(endingAt: start - 1),
            let joint = escapedJoint(at: start - 1)
        {
            first += joint.width - 1
        }
        for i in stride(from: end - 1, through: first, by: -1) where self[i] == "%" {
            if let joint = escapedJoint(at: i) { return i + joint.width }
        }
        return first
    }

    /// `CORP` of `CORP\nancy`: a domain of Windows, behind which no line ends.
    private func isDomain(endingAt end: Int) -> Bool {
        var start = end
        while end - start < 16, self[start - 1].isUpper || self[start - 1].isDigit { start -= 1 }
        return end - start > 1 && !self[start - 1].isAlphanumeric
    }

    /// Where the escaped blanks and signs of the same line begin, three at most, the last of which ends at `end`; or
    /// `end`.
    func indexBeforeJoints(endingAt end: Int) -> Int {
        var start = end
        for _ in 0..<3 {
            guard let joint = escapedJoint(endingAt: start), joint.sign >= 0x20 else { break }
            start -= joint.width
        }
        return start
    }

    /// The escaped blank or sign that ends at `end`.
    func escapedJoint(endingAt end: Int) -> (sign: UInt8, width: Int)? {
        // Most times a blank or a sign stands there, which none ends in.
        guard self[end - 1].isAlphanumeric || self[end - 1] == "}" else { return nil }
        // `%09` to `%25252509`; of backslashes, all.
        for start in stride(from: end - 9, through: end - 2, by: 1) {
            if let joint = escapedJoint(at: start), joint.width == end - start { return joint }
        }
        return nil
    }

    /// An escaped blank, line end or sign, which no token goes on behind, and how many bytes it is written with.
    @inline(__always) func escapedJoint(at i: Int) -> (sign: UInt8, width: Int)? {
        switch self[i] {
        case "%": joint(.percent, at: i)
        case "\\": joint(behindBackslash: i)
        default: nil
        }
    }

    private func joint(behindBackslash i: Int) -> (sign: UInt8, width: Int)? {
        var letter = i + 1
        while letter - i < 4, self[letter] == "\\" { letter += 1 }
        switch self[letter] {
        case "n": return (0x0A, letter + 1 - i)
        case "r": return (0x0D, letter + 1 - i)
        case "t": return (0x09, letter + 1 - i)
        case "x": return joint(.hexadecimal, at: i)
        default: return joint(.json, at: i)
        }
    }

    private func joint(_ escape: Escape, at i: Int) -> (sign: UInt8, width: Int)? {
        let (scalar, width) = unescaped(escape, at: i)
        guard width > 1, scalar < 0x80 else { return nil }
        switch UInt8(scalar) {
        case "+", "-", ".", "@", "_": return nil
        case let sign: return sign.isAlphanumeric ? nil : (sign, width)
        }
    }
}
