extension Scanner {
    /// A PEM or PGP private key block, whole: with real or escaped line ends, and also when its end was cut off.
    mutating func privateKey(at start: Int) -> Match? {
        guard let body = headerEnd(at: start) else { return nil }
        var i = body
        let limit = start + Reach.finding
        while i < limit, isBody(text[i]) {
            if text[i] == 0x2D, text.has("-----END", at: i) {
                let end = footerEnd(at: i)
                if end >= text.count, !isFinal {
                    unfinished = start
                    return nil
                }
                return Match(.privateKey, start, end, .privateKey)
            }
            if text[i] == 0x2D, text.has("-----BEGIN", at: i) { break }
            i += 1
        }
        if i >= text.count, i < limit, !isFinal {
            unfinished = start
            return nil
        }
        let end = truncatedEnd(from: body, to: i)
        return end > body ? Match(.privateKey, start, end, .privateKey) : nil
    }

    /// The end of a block that was cut off: as far as there are lines of base64.
    private func truncatedEnd(from body: Int, to limit: Int) -> Int {
        var i = body
        var end = body
        while i < limit {
            while i < limit, let width = lineSeparator(at: i) { i += width }
            let line = i
            while i < limit, Byte.isBase64(text[i]) || text[i] == 0x3D { i += 1 }
            // The last line may be short, but then nothing else stands on it.
            guard i - line >= 16 || (i > line && end > body && endsLine(at: i)) else { break }
            end = i
            if i - line < 16 || lineSeparator(at: i) == nil { break }
        }
        return end
    }

    /// The width of a line end, be it real or escaped.
    private func lineSeparator(at i: Int) -> Int? {
        switch text[i] {
        case 0x0A, 0x0D: 1
        case 0x5C where text[i + 1] == 0x6E || text[i + 1] == 0x72: 2
        default: nil
        }
    }

    private func endsLine(at i: Int) -> Bool {
        Byte.isLineEnd(text[i]) || text[i] == 0x5C || Byte.isQuote(text[i])
    }

    /// The end of `-----BEGIN … PRIVATE KEY …-----`.
    private func headerEnd(at start: Int) -> Int? {
        var i = start + 10
        var isPrivate = false
        while i < start + 64, Byte.isUpper(text[i]) || text[i] == 0x20 || Byte.isDigit(text[i]) {
            if text[i] == 0x50, text.has("PRIVATE KEY", at: i) { isPrivate = true }
            i += 1
        }
        return isPrivate && text.has("-----", at: i) ? i + 5 : nil
    }

    private func footerEnd(at start: Int) -> Int {
        var i = start + 8
        while i < start + 64, text[i] != 0x2D, !Byte.isLineEnd(text[i]) { i += 1 }
        while i < start + 72, text[i] == 0x2D { i += 1 }
        return i
    }

    /// base64, white space, escaped line ends, and the header lines of encrypted keys and PGP blocks.
    private func isBody(_ b: UInt8) -> Bool {
        Byte.isBase64(b) || b == 0x3D || (Byte.isBlank(b) && b != 0) || b == 0x5C || b == 0x3A || b == 0x2C || b == 0x2D
            || b == 0x2E
    }
}
