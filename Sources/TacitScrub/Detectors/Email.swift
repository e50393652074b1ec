extension Scanner {
    /// `jane.doe+news@mail.example.com`, `o'hara@example.com`, `jürgen@bücher.example`, `jane%40example.com`.
    ///
    /// Not `icon@2x.png`, `getty@tty1.service`, `@acme/widgets@1.2.3`, `CartImpl@fba7e205`, nor `git@host`.
    /// `at` is the sign, `width` the bytes it takes.
    func email(at: Int, width: Int) -> Match? {
        var start = at
        let limit = max(state.floor, at - 128)
        while start > limit, isLocalPart(text[start - 1]) { start -= 1 }
        while start < at, !Byte.isAlphanumeric(text[start]), text[start] < 0x80 { start += 1 }
        if text[start] == 0x32, text.has("2F", at: start), left(start - 1) == 0x25 { start += 2 }
        guard start < at, at - start <= 96, text[at - 1] != 0x2E else { return nil }
        guard let end = domainEnd(from: at + width) else { return nil }
        if text.equalsAnyCase("git", start..<at) { return nil }
        return Match(.email, start, end, .email)
    }

    private func isLocalPart(_ b: UInt8) -> Bool {
        Byte.isWord(b) || b == 0x2E || b == 0x2B || b == 0x2D || b == 0x27 || b == 0x25
    }

    /// The end of a host name with two labels or more that ends in a top-level domain of letters.
    private func domainEnd(from start: Int) -> Int? {
        var i = start
        var label = start
        var end: Int?
        let limit = start + 255
        while i <= limit {
            let b = text[i]
            if Byte.isAlphanumeric(b) || b >= 0x80 || (b == 0x2D && i > label) {
                i += 1
                continue
            }
            guard i > label, i - label <= 63 else { break }
            if label > start, isTopLevel(label..<i) { end = i }
            guard b == 0x2E else { break }
            i += 1
            label = i
        }
        return end
    }

    private func isTopLevel(_ range: Range<Int>) -> Bool {
        guard range.count >= 2 else { return false }
        if text.hasAnyCase("xn--", at: range.lowerBound) { return true }
        for i in range where !Byte.isLetter(text[i]) && text[i] < 0x80 { return false }
        guard range.count <= 24 else { return false }
        for ending in Self.noTopLevel where text.equalsAnyCase(ending, range) { return false }
        return true
    }

    /// Endings of file names and of systemd units.
    private static let noTopLevel: [StaticString] = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "css", "js", "ts", "jsx", "tsx", "json", "html", "xml",
        "yaml", "yml", "swift", "java", "go", "rb", "txt", "log", "gz", "zip", "jar", "dll",
        "service", "socket", "timer", "mount", "target", "slice", "scope", "path", "device",
    ]
}
