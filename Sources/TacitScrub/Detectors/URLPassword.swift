extension Scanner {
    /// The same in a URL that was percent-encoded: `https%3A%2F%2Fjane%3Ahunter2%40host`. `start` is behind `://`.
    func encodedURLPassword(behind start: Int) -> Match? {
        var i = start
        var separator: Int?
        while i - start < Reach.shape,
            text[i].isBase64URL || text[i] == "." || text[i] == "%" || text[i] == "~"
        {
            if separator == nil, text.hasAnyCase("%3a", at: i) { separator = i + 3 }
            if text.has("%40", at: i) {
                guard let separator, i > separator, !isHarmless(separator..<i) else { return nil }
                return Match(.urlCredential, separator, i, .urlPassword)
            }
            if text.hasAnyCase("%2f", at: i) { return nil }
            i += 1
        }
        return nil
    }

    /// `app:x7Kd…@tcp(db:3306)/shop`: the password of a data source, as Go's driver of MySQL takes it. `sign` is behind it.
    func driverPassword(before sign: Int) -> Match? {
        var start = sign
        while sign - start < 128, !text[start - 1].isBlank, !text[start - 1].isQuote { start -= 1 }
        guard sign - start < 128, let colon = (start..<sign).first(where: { text[$0] == ":" }) else { return nil }
        let password = colon + 1..<sign
        guard colon > start, !password.isEmpty, !isHarmless(password), !holdsPlaceholder(password) else { return nil }
        return Match(.urlCredential, password.lowerBound, sign, .urlPassword)
    }

    /// The password of `scheme://user:password@host`. The colon is that of `://`.
    func urlPassword(colon: Int) -> Match? {
        let start = colon + 3
        var i = start
        var separator: Int?
        var sign: Int?
        let limit = start + Reach.shape
        while i < limit {
            let b = text[i]
            if b.isBlank || b == "/" || b == "?" || b == "#" || b.isQuote || b == "<" || b == ">" {
                break
            }
            if b == ":", separator == nil { separator = i }
            if b == "@" { sign = i }
            i += 1
        }
        guard let separator, let sign, separator + 1 < sign else { return nil }
        let password = separator + 1..<sign
        guard text[sign + 1].isWord || text[sign + 1] == "[" else { return nil }
        guard !isHarmless(password), !holdsPlaceholder(password) else { return nil }
        // `https://$USER:$PASS@host`
        if text.isReference(start..<separator), text.isReference(password) { return nil }
        return Match(.urlCredential, separator + 1, sign, .urlPassword)
    }
}
