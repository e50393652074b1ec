extension Scanner {
    /// A PEM or PGP private key block, whole: with real or escaped line ends, and also when its end was cut off.
    mutating func privateKey(at start: Int) -> Match? {
        guard let body = headerEnd(at: start), !isProse(at: body) else { return nil }
        var i = body
        let limit = start + Reach.finding
        while i < limit {
            guard isBody(text[i]) else {
                guard let width = listSeparator(at: i) else { break }
                i += width
                continue
            }
            if text[i] == "-", text.has("-----END", at: i) {
                let end = footerEnd(at: i)
                if end >= text.count, !isFinal {
                    unfinished = start
                    return nil
                }
                return Match(.privateKey, start, end, .privateKey)
            }
            if text[i] == "-", text.has("-----BEGIN", at: i) { break }
            i += 1
        }
        if i >= text.count, i < limit, !isFinal {
            unfinished = start
            return nil
        }
        let end = max(truncatedEnd(from: body, to: i), prefixedEnd(from: body, to: limit))
        if end >= text.count, end < limit, !isFinal {
            unfinished = start
            return nil
        }
        return end > body ? Match(.privateKey, start, end, .privateKey) : nil
    }

    /// The lines of base64 behind `Private-Lines: 14` in a key of PuTTY's, which ends with a `Private-MAC`.
    mutating func puttyKey(behind end: Int, from start: Int) -> Match? {
        var header = end
        while header - end < 4, text[header].isDigit { header += 1 }
        var body = header
        while body - header < 8, let width = lineSeparator(at: body) { body += width }
        guard header > end else { return nil }
        if body + 20 > text.count, !isFinal {
            unfinished = start
            return nil
        }
        // The lines of a key, not another header.
        let isKey =
            body > header && (body..<body + 4).allSatisfy { text[$0].isBase64 }
            && headerLineEnd(at: body) == nil
        guard isKey else { return nil }
        let last = truncatedEnd(from: header, to: start + Reach.finding)
        // The next line may not be there yet, or not all of it.
        var next = last
        while next - last < 8, let width = lineSeparator(at: next) { next += width }
        while next - last < 128, text[next].isBase64 || text[next] == "-" { next += 1 }
        if next >= text.count, !isFinal {
            unfinished = start
            return nil
        }
        return body < last ? Match(.privateKey, body, last, .privateKey) : nil
    }

    /// `-----BEGIN PRIVATE KEY----- in file a.pem`: a word stands behind the header, and no key.
    private func isProse(at body: Int) -> Bool {
        guard text[body] == " " else { return false }
        var i = body + 1
        while i - body < 20, text[i].isBase64 { i += 1 }
        return i - body < 17 && (i > body + 1) && text[i] != ":" && text[i] != "-" && i < text.count
    }

    /// The end of a block whose lines have something before them, as `docker compose` and syslog write it
    /// (`web-1  | MIIE…`), or quotes and signs around them: as far as lines end in base64, up to the footer.
    private func prefixedEnd(from body: Int, to limit: Int) -> Int {
        var end = body
        var hasShortLine = false
        var i = body
        while i - body < 8, i < limit, !text[i].isLineEnd { i += 1 }
        while i < min(limit, text.count), text[i].isLineEnd {
            while i < limit, text[i] == "\n" || text[i] == "\r" { i += 1 }
            if i >= text.count { return isFinal ? end : text.count }
            let line = i
            while i < limit, i - line < 512, !text[i].isLineEnd {
                if text[i] == "-", text.has("-----END", at: i) { return footerEnd(at: i) }
                i += 1
            }
            var last = i
            // The line may go on.
            if i >= text.count, !isFinal { return text.count }
            if i >= text.count, isCut { return end }
            // A plus behind a quote joins strings.
            while last > line, !text[last - 1].isBase64 && text[last - 1] != "=" || text.has(" +", at: last - 2) {
                last -= 1
            }
            if last - line > 2, text[last - 1] == "n", text[last - 2] == "\\" { last -= 2 }
            var first = last
            while first > line, text[first - 1].isBase64 || text[first - 1] == "=" { first -= 1 }
            if last - first >= 16 {
                guard !hasShortLine else { return end }
                end = last
            } else {
                // The last line may be short, if the footer comes next.
                guard end > body, last - first >= 2, !hasShortLine else { return end }
                hasShortLine = true
            }
        }
        return end
    }

    /// The end of a block that was cut off: as far as there are lines of base64.
    private func truncatedEnd(from body: Int, to limit: Int) -> Int {
        var i = body
        var end = body
        while i < limit {
            while i < limit, let width = lineSeparator(at: i) { i += width }
            if end == body, let header = headerLineEnd(at: i) {
                i = header
                continue
            }
            let line = i
            while i < limit, let width = base64Width(at: i) { i += width }
            // The last line may be short, but then nothing else stands on it.
            guard i - line >= 16 || (i > line && end > body && endsLine(at: i)) else { break }
            end = i
            if i - line < 16 || lineSeparator(at: i) == nil { break }
        }
        return end
    }

    /// The width of a line end, be it real, escaped, turned into a blank, or that of strings in a list.
    private func lineSeparator(at i: Int) -> Int? {
        switch text[i] {
        case "\n", "\r", " ", "\t": 1
        case "\\":
            switch text[i + 1] {
            case "n", "r": 2
            case "\\" where text[i + 2] == "n" || text[i + 2] == "r": 3
            default: listSeparator(at: i)
            }
        case "%" where text.has("%0A", at: i) || text.has("%0D", at: i) || text.has("%20", at: i): 3
        case "%" where text.has("%0a", at: i) || text.has("%0d", at: i): 3
        default: listSeparator(at: i)
        }
    }

    /// `", "` between the strings of a list.
    private func listSeparator(at start: Int) -> Int? {
        var i = start
        while i - start < 4, text[i] == "\\" { i += 1 }
        let quote = text[i]
        guard quote == "\"" || quote == "'" else { return nil }
        i += 1
        while i - start < 8, text[i] == " " { i += 1 }
        guard text[i] == "," else { return nil }
        i += 1
        while i - start < 40, text[i].isBlank, text[i] != 0 { i += 1 }
        while i - start < 44, text[i] == "\\" { i += 1 }
        return text[i] == quote ? i + 1 - start : nil
    }

    /// The width of a character of base64, which may be written with a percent sign.
    private func base64Width(at i: Int) -> Int? {
        if text[i].isBase64 || text[i] == "=" { return 1 }
        let isEscaped = text.hasAnyCase("%2b", at: i) || text.hasAnyCase("%2f", at: i) || text.hasAnyCase("%3d", at: i)
        return isEscaped ? 3 : nil
    }

    /// The end of a line such as `Proc-Type: 4,ENCRYPTED`, which may stand before what is encrypted.
    private func headerLineEnd(at start: Int) -> Int? {
        var i = start
        while i - start < 20, text[i].isLetter || text[i] == "-" { i += 1 }
        guard i > start, text[i] == ":", text[i + 1] == " " else { return nil }
        while i - start < 128, !text[i].isLineEnd, text[i] != "\\", !text[i].isQuote {
            if text[i] == "-", text.has("-----BEGIN", at: i) { return nil }
            i += 1
        }
        return lineSeparator(at: i).map { i + $0 }
    }

    private func endsLine(at i: Int) -> Bool {
        if i >= text.count, isCut { return false }
        return text[i].isLineEnd || text[i] == "\\" || text[i].isQuote
    }

    /// The end of `-----BEGIN … PRIVATE KEY …-----`.
    private func headerEnd(at start: Int) -> Int? {
        var i = start + 10
        var isPrivate = false
        while i < start + 64 {
            if text[i] == "%", text.has("%20", at: i) {
                i += 3
                continue
            }
            guard text[i].isUpper || text[i] == " " || text[i] == "+" || text[i].isDigit else { break }
            if text[i] == "P", text.has("PRIVATE", at: i) {
                let blank = text.has("%20", at: i + 7) ? 3 : 1
                if text.has("KEY", at: i + 7 + blank) { isPrivate = true }
            }
            i += 1
        }
        return isPrivate && text.has("-----", at: i) ? i + 5 : nil
    }

    private func footerEnd(at start: Int) -> Int {
        var i = start + 8
        while i < start + 64, text[i] != "-", !text[i].isLineEnd { i += 1 }
        while i < start + 72, text[i] == "-" { i += 1 }
        return i
    }

    /// base64, white space, escaped line ends, and the header lines of encrypted keys and PGP blocks.
    private func isBody(_ b: UInt8) -> Bool {
        b.isBase64 || b == "=" || (b.isBlank && b != 0) || b == "\\" || b == ":" || b == "," || b == "-"
            || b == "." || b == "%"
    }
}
