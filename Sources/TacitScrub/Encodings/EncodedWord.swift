extension Scanner {
    /// The words that mail writes other letters with, whole, if something is found in what they read as:
    /// `=?utf-8?Q?J=C3=BCrgen?=`, `=?utf-8?B?SsO8cmdlbg==?=` (RFC 2047).
    func encodedWords(at start: Int) -> Match? {
        guard !isDecoded else { return nil }
        return Decoded.make(from: start) { decoded in
            guard let end = text.appendWords(at: start, to: &decoded) else { return nil }
            decoded.finish(at: end)
            return decoded.anyMatch(in: self).map { Match($0.kind, start, end, $0.rule) }
        }
    }

    /// The same as the value of a key: `From: =?utf-8?Q?Jane_Doe?= <jane@example.com>`. `key` is where it begins, `sign`
    /// its separator.
    func encodedWords(at start: Int, behind sign: Int, key: Int) -> Match? {
        guard !isDecoded, text[start] == "=", text[start + 1] == "?" else { return nil }
        return Decoded.make(from: key) { decoded in
            for i in key..<start { decoded.append(text[i], from: i) }
            guard let end = text.appendWords(at: start, to: &decoded) else { return nil }
            // The address that a name belongs to.
            var i = end
            while i - end < 96, !text[i].isLineEnd {
                decoded.append(text[i], from: i)
                i += 1
            }
            decoded.finish(at: i)
            let match = decoded.match(like: self) { $0.keyedValue(separator: sign - key) }
            return match.flatMap { $0.start < end ? Match($0.kind, start, max(end, $0.end), $0.rule) : nil }
        }
    }
}

extension Text {
    /// Appends what the encoded words from `start` on read as; blanks between two of them are none of the text. Returns
    /// where the last one ends.
    fileprivate func appendWords(at start: Int, to decoded: inout Decoded) -> Int? {
        var end: Int?
        var i = start
        while i - start < Reach.shape, let next = appendWord(at: i, to: &decoded) {
            end = next
            i = next
            while self[i] == " " { i += 1 }
        }
        return end
    }

    /// `=?charset?Q?text?=`: a word of UTF-8, of Latin-1, or of a set whose lower half is ASCII.
    private func appendWord(at start: Int, to decoded: inout Decoded) -> Int? {
        guard self[start] == "=", self[start + 1] == "?" else { return nil }
        var i = start + 2
        while i - start < 32, self[i].isKey { i += 1 }
        let isLatin = !hasAnyCase("utf", at: start + 2)
        let isBase64 = hasAnyCase("?b?", at: i)
        guard i > start + 2, isBase64 || hasAnyCase("?q?", at: i) else { return nil }
        let first = i + 3
        i = first
        // A word has 75 characters at most; some programs write longer ones.
        while i - first < 256, self[i] > 0x20, !has("?=", at: i) { i += 1 }
        guard has("?=", at: i) else { return nil }
        let end = i + 2
        func append(_ byte: UInt8, from origin: Int) {
            if byte < 0x80 || !isLatin { return decoded.append(byte, from: origin) }
            decoded.append(0xC0 | byte >> 6, from: origin)
            decoded.append(0x80 | byte & 0x3F, from: origin)
        }
        i = first
        while i < end - 2 {
            if isBase64 {
                let signs = self[i + 3] == "=" ? (self[i + 2] == "=" ? 2 : 1) : 0
                guard let word = sextets(at: i, signs: signs) else { return nil }
                for shift in [16, 8, 0].prefix(3 - signs) { append(UInt8(word >> UInt32(shift) & 0xFF), from: i) }
                i += 4
            } else {
                let (scalar, width) = unescaped(.quotedPrintable, at: i)
                // An underscore is a blank.
                append(width > 1 ? UInt8(scalar) : self[i] == "_" ? UInt8(ascii: " ") : self[i], from: i)
                i += width
            }
        }
        return end
    }
}
