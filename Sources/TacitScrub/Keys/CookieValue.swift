extension Scanner {
    /// A pair of a Cookie or Set-Cookie header: secret, unless its name is one of the harmless ones.
    func cookieValue(separator: Int, name: Range<Int>) -> Match? {
        guard text[separator] == "=", startsCookiePair(name.lowerBound) else { return nil }
        if Self.harmlessCookies.contains(name, in: text) { return nil }
        let start = separator + 1
        var end = start
        while end - start < Reach.finding, !text[end].isBlank, text[end] != ";", text[end] != "\"",
            text[end] != ","
        {
            end += 1
        }
        guard end - start >= 8, !isHarmless(start..<end), !holdsPlaceholder(start..<end) else { return nil }
        return Match(.secret, start, end, .cookie)
    }

    private func startsCookiePair(_ start: Int) -> Bool {
        let before = text[start - 1]
        return before.isBlank || before == ";" || before == ":" || before.isQuote
    }

    mutating func isInCookie(_ index: Int) -> Bool {
        // Looked at beyond the view: a line goes on behind what was found in it.
        state.cookie?.reaches(index, in: text) ?? false
    }

    private static let harmlessCookies: WordSet = [
        "theme", "lang", "language", "locale", "currency", "path", "domain", "expires", "max-age", "samesite",
        "version", "tz", "timezone", "consent", "country",
    ]
}
