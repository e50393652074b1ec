extension Scanner {
    /// A token of a vendor that no list knows: a short name, `_` or `-`, and thirty letters and digits or more that
    /// look drawn at random (`acme_live_x7Kd…`); and four formats of parts with dots between them.
    ///
    /// Not hashes (`sha256-…`, or small hexadecimal digits behind a name that doesn't say that they are secret), not
    /// identifiers of fewer characters, not names in programs. `start` is where a run of base64url begins.
    func randomToken(at start: Int) -> Match? {
        guard !text[start - 1].isWord, text[start].isLetter || text[start].isDigit else { return nil }
        return dottedToken(at: start) ?? namedToken(at: start)
    }

    private func namedToken(at start: Int) -> Match? {
        var part = start
        for number in 0..<4 {
            guard let end = nameEnd(ofTokenAt: part) else { return nil }
            if number == 0, isDigestName(part..<end) { return nil }
            let body = end + 1
            var i = body
            while i - body < 256, text[i].isAlphanumeric { i += 1 }
            let length = i - body
            if length >= 30, length < 256, !goesOn(at: i) {
                let isSecret = isDrawn(body..<i) || length >= 32 && isSecretName(part..<end) && isHexadecimal(body..<i)
                return isSecret ? Match(.secret, start, i, RuleID("token.random")) : nil
            }
            part = body
        }
        return nil
    }

    /// Whether a sign joins more to the token; then another rule may know it better.
    private func goesOn(at i: Int) -> Bool {
        switch text[i] {
        case "-", "/", "+", "=", "~": true
        case ".": text[i + 1].isAlphanumeric
        default: text[i].isWord
        }
    }

    /// The end of a name of 2 to 12 letters of one case, perhaps with a number behind, before `_` or `-`.
    private func nameEnd(ofTokenAt start: Int) -> Int? {
        var i = start
        let isUpper = text[start].isUpper
        while i - start < 12, isUpper ? text[i].isUpper : text[i].isLower { i += 1 }
        guard i > start else { return nil }
        while i - start < 13, text[i].isDigit { i += 1 }
        return i - start >= 2 && (text[i] == "_" || text[i] == "-") ? i : nil
    }

    private func isDigestName(_ name: Range<Int>) -> Bool {
        for digest in ["sha1", "sha256", "sha384", "sha512", "md5", "blk", "sha", "hash", "etag", "integrity"]
            as [StaticString] where text.equalsAnyCase(digest, name)
        { return true }
        return false
    }

    private func isSecretName(_ name: Range<Int>) -> Bool {
        for word in ["key", "sk", "secret", "token", "pat", "api", "apikey", "auth", "access", "live"] as [StaticString]
        where text.equalsAnyCase(word, name) { return true }
        return false
    }

    private func isHexadecimal(_ range: Range<Int>) -> Bool { range.allSatisfy { text[$0].isHex } }

    /// Digits and both cases, and no words of small letters as names in programs have them.
    private func isDrawn(_ range: Range<Int>) -> Bool {
        var digits = 0
        var uppers = 0
        var lowers = 0
        var inWords = 0
        var run = 0
        for i in range.prefix(64) {
            let b = text[i]
            if b.isLower {
                lowers += 1
                run += 1
                continue
            }
            if run >= 3 { inWords += run }
            run = 0
            if b.isDigit { digits += 1 } else { uppers += 1 }
        }
        if run >= 3 { inWords += run }
        return digits >= 2 && uppers >= 4 && lowers >= 4 && inWords * 2 < uppers + lowers
    }

    /// Discord bots (`M….6.27`), Airtable (`pat….64 hex`), Harness (`pat.….24 hex.20`).
    private func dottedToken(at start: Int) -> Match? {
        var first = start
        while first - start < 32, text[first].isBase64URL { first += 1 }
        guard text[first] == "." else { return nil }
        func end(of length: ClosedRange<Int>, from part: Int, _ isMember: (UInt8) -> Bool) -> Int? {
            var i = part
            while i - part <= length.upperBound, isMember(text[i]) { i += 1 }
            return length.contains(i - part) ? i : nil
        }
        let length = first - start
        if length == 17, text.has("pat", at: start), let end = end(of: 64...64, from: first + 1, \.isHex) {
            return Match(.secret, start, end, RuleID("token.airtable"))
        }
        if length == 22, text.has("pat.", at: start - 4) || text.has("sat.", at: start - 4),
            let second = end(of: 24...24, from: first + 1, \.isHex), text[second] == ".",
            let last = end(of: 20...20, from: second + 1, \.isAlphanumeric)
        {
            return Match(.secret, start - 4, last, RuleID("token.harness"))
        }
        guard (23...28).contains(length), (0x4D...0x4F).contains(text[start]), isDrawn(start..<first),
            let second = end(of: 6...6, from: first + 1, \.isBase64URL), text[second] == ".",
            let last = end(of: 27...45, from: second + 1, \.isBase64URL), !text[last].isWord
        else { return nil }
        return Match(.secret, start, last, RuleID("token.discord"))
    }
}
