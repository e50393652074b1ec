extension Scanner {
    /// `jane.doe+news@mail.example.com`, `o'hara@example.com`, `jürgen@bücher.example`, `jane%40example.com`.
    ///
    /// Not `icon@2x.png`, `getty@tty1.service`, `@acme/widgets@1.2.3`, `CartImpl@fba7e205`, nor `git@host`.
    /// `at` is the sign, `width` the bytes it takes.
    func email(at: Int, width: Int) -> Match? {
        var start = at
        let limit = max(state.floor, at - 128)
        if text[at - 1] == 0x22 { return quotedEmail(at: at) }
        while start > limit, isLocalPart(text[start - 1]) { start -= 1 }
        start = text.behindEscapes(from: start, to: at)
        while start < at, !Byte.isAlphanumeric(text[start]), text[start] < 0x80 { start += 1 }
        // `sip:+447700900156@example.com`
        if left(start - 1) == 0x2B, Byte.isDigit(text[start]), start > state.floor { start -= 1 }
        guard start < at, at - start <= 96, text[at - 1] != 0x2E else { return nil }
        guard let end = domainEnd(from: at + width) else { return nil }
        if text.equalsAnyCase("git", start..<at) || !isText(start..<end) { return nil }
        return Match(.email, start, end, .email)
    }

    /// `"jane..doe"@example.com`: a name in quotes may hold what is no name without them (RFC 5322).
    private func quotedEmail(at: Int) -> Match? {
        var start = at - 1
        let limit = max(state.floor, at - 66)
        while start > limit, text[start - 1] != 0x22, !Byte.isBlank(text[start - 1]) { start -= 1 }
        guard start > limit, text[start - 1] == 0x22, start < at - 1, !Byte.isWord(left(start - 2)),
            let end = domainEnd(from: at + 1)
        else { return nil }
        return Match(.email, start - 1, end, .email)
    }

    /// `From: jane=2Edoe=40example.com`, as mails with other letters write their headers (RFC 2045).
    ///
    /// Not `timeout=40s.example`: a name of three letters stands before, and a host's name of three behind.
    func quotedPrintableEmail(at sign: Int) -> Match? {
        let token = quotedPrintableToken(around: sign)
        guard token.contains(where: { $0 != sign && text.unescaped(.quotedPrintable, at: $0).width > 1 }) else {
            let isNamed = (1...3).allSatisfy {
                Byte.isAlphanumeric(left(sign - $0)) && Byte.isLetter(text[sign + 2 + $0])
            }
            return isNamed ? email(at: sign, width: 3) : nil
        }
        return Decoded.make(from: token.lowerBound) { decoded in
            var i = token.lowerBound
            while i < token.upperBound {
                i += decoded.append(.quotedPrintable, at: i, of: text)
            }
            decoded.finish(at: i)
            return decoded.match(at: sign..<sign + 3, in: self)
        }
    }

    /// What an address may be made of around its sign, all of which may be escaped.
    private func quotedPrintableToken(around sign: Int) -> Range<Int> {
        var start = sign
        let limit = max(state.floor, sign - 128)
        while start > limit {
            if start - 3 >= limit, text.unescaped(.quotedPrintable, at: start - 3).width == 3 {
                start -= 3
            } else if isLocalPart(left(start - 1)) {
                start -= 1
            } else {
                break
            }
        }
        var end = sign
        while end - sign < 256 {
            let width = text.unescaped(.quotedPrintable, at: end).width
            guard width > 1 || isLocalPart(text[end]) else { break }
            end += width
        }
        return start..<end
    }

    /// Whether an address is made of whole characters, and does not stand by chance among bytes that are no text:
    /// there, only a long one is believed.
    private func isText(_ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            guard let width = text.characterWidth(at: i) else { return false }
            i += width
        }
        let before = range.lowerBound - 4..<range.lowerBound
        // A stream may not have the next line yet.
        let behind = (range.upperBound..<range.upperBound + 4).prefix { text[$0] != 0x0A }
        let strange =
            before.count { text.isNoText(left($0), at: $0) } + behind.count { text.isNoText(text[$0], at: $0) }
        // Messages of protobuf have a byte or two of control before each text.
        return strange < 3 || range.count >= 12
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
        return range.count <= 24 && !Self.noTopLevel.contains(range, in: text)
    }

    /// Endings of file names and of systemd units.
    private static let noTopLevel: WordSet = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "css", "js", "ts", "jsx", "tsx", "json", "html", "xml",
        "yaml", "yml", "swift", "java", "go", "rb", "txt", "log", "gz", "zip", "jar", "dll", "service", "socket",
        "timer", "mount", "target", "slice", "scope", "path", "device",
    ]
}

extension Text {
    /// Whether a byte is a control character, or one from 0x80 on that belongs to no character.
    fileprivate func isNoText(_ byte: UInt8, at i: Int) -> Bool {
        if byte < 0x20 { return byte != 0 && !(0x09...0x0D).contains(byte) && byte != 0x1B }
        guard byte >= 0x80 else { return byte == 0x7F }
        return character(around: i) == nil
    }
}
