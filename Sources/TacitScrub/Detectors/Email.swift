extension Scanner {
    /// `jane.doe+news@mail.example.com`, `o'hara@example.com`, `jürgen@bücher.example`, `jane%40example.com`.
    ///
    /// Not `icon@2x.png`, `getty@tty1.service`, `@acme/widgets@1.2.3`, `CartImpl@fba7e205`, nor `git@host`.
    /// `at` is the sign, `width` the bytes it takes.
    func email(at: Int, width: Int) -> Match? {
        var start = at
        let limit = max(state.floor, at - 128)
        if text[at - 1] == "\"" { return quotedEmail(at: at) }
        if text[at - 1] == ">", text[at + width] == "<" { return taggedEmail(at: at, width: width) }
        // `jane\\.doe\\@example\\.com`, as patterns and programs write it.
        let isEscaped = text[at - 1] == "\\" && isLocalPart(text[at - 2])
        if isEscaped { start -= 1 }
        while start > limit, isLocalPart(text[start - 1]) || isEscaped && text.has("\\.", at: start - 1) { start -= 1 }
        if !isEscaped { start = text.behindEscapes(from: start, to: at) }
        while start < at, !text[start].isAlphanumeric, text[start] < 0x80 { start += 1 }
        // `sip:+447700900156@example.com`
        if text[start - 1] == "+", text[start].isDigit, start > state.floor { start -= 1 }
        guard start < at, at - start <= 96, text[at - 1] != "." else { return nil }
        guard let end = domainEnd(from: at + width) else { return nil }
        if text[start - 1] == "=", let first = startOfReturnPath(before: start, to: at) { start = first }
        if text.equalsAnyCase("git", start..<at) || isAlgorithm(start..<at, of: at + width..<end)
            || !isText(start..<end) || text.hasAnyCase("call-id: ", at: start - 9)
        {
            return nil
        }
        return Match(.email, start, end, .email)
    }

    /// `jane<span>@</span>example.com`: the sign in an element of its own.
    private func taggedEmail(at: Int, width: Int) -> Match? {
        var end = at - 1
        while at - end < 40, text[end] != "<", !text[end].isLineEnd { end -= 1 }
        var behind = at + width
        while behind - at < 40, text[behind] != ">", !text[behind].isLineEnd { behind += 1 }
        guard text[end] == "<", text[end + 1].isLetter, text[at + width + 1] == "/", text[behind] == ">" else {
            return nil
        }
        var start = end
        while end - start < 64, isLocalPart(text[start - 1]) { start -= 1 }
        guard start < end, text[start].isAlphanumeric, let last = domainEnd(from: behind + 1) else { return nil }
        return Match(.email, start, last, .email)
    }

    /// `bounce-jane=example.com@lists.example.org`, `bounce-NJQW4ZKA…`: the recipient in the address that a mail comes back
    /// to (VERP), with another sign in the place of its own, or in base32.
    func returnPath(behind start: Int, from word: Int) -> Match? {
        guard !text[word - 1].isWord else { return nil }
        var i = start
        while i - start < 128, isLocalPart(text[i]) { i += 1 }
        if text[i] == "=", i > start, let domain = domainEnd(from: i + 1) {
            // The number of the list or message may stand before.
            let last = text[domain] == "@" ? domainEnd(from: domain + 1) ?? domain : domain
            return Match(.email, start, last, .email)
        }
        return base32Email(at: start)
    }

    /// `<jane=example.org@bounce.example.com>`: the recipient in the address that a mail comes back to, with no word before.
    private func startOfReturnPath(before domain: Int, to at: Int) -> Int? {
        var start = domain - 1
        while domain - start < 64, start > state.floor,
            text[start - 1].isWord || text[start - 1] == "."
                || text[start - 1] == "+" || text[start - 1] == "-"
        { start -= 1 }
        return start < domain - 1 && text[start - 1] == "<" && domainEnd(from: domain) == at ? start : nil
    }

    private func base32Email(at start: Int) -> Match? {
        Decoded.make(from: start) { decoded in
            var i = start
            var bits: UInt32 = 0
            var count: UInt32 = 0
            while i - start < 256 {
                let b = text[i].lowercased
                guard b.isLower || (0x32...0x37).contains(b) else { break }
                bits = bits << 5 | UInt32(b.isLower ? b - 0x61 : b - 0x32 + 26)
                count += 5
                i += 1
                guard count >= 8 else { continue }
                count -= 8
                let byte = UInt8(truncatingIfNeeded: bits >> count)
                guard byte >= 0x20, byte < 0x7F else { return nil }
                decoded.append(byte, from: i - 1)
            }
            guard decoded.count >= 8, !text[i].isAlphanumeric else { return nil }
            while text[i] == "=", i - start < 264 { i += 1 }
            decoded.finish(at: i)
            return decoded.anyMatch(in: self).map { Match($0.kind, start, i, $0.rule) }
        }
    }

    /// `hmac-sha2-256-etm@openssh.com`, `zlib@openssh.com`: how SSH names what one vendor added (RFC 4251, 6).
    private func isAlgorithm(_ name: Range<Int>, of domain: Range<Int>) -> Bool {
        guard Self.vendorsOfSSH.contains(domain, in: text) else { return false }
        return text.equalsAnyCase("zlib", name)
            || name.contains { text[$0].isDigit } && name.contains { text[$0] == "-" }
            || name.contains { text[$0] == "-" } && Self.namesOfSSH.contains { text.has($0, at: name.lowerBound) }
    }

    private static let vendorsOfSSH: WordSet = [
        "openssh.com", "libssh.org", "ssh.com", "lysator.liu.se", "libassh.org", "dropbear.nl",
        "putty.projects.tartarus.org",
    ]

    private static let namesOfSSH: [StaticString] = [
        "rijndael", "eow", "no-more", "posix-", "lsetstat", "limits", "expand-", "copy-data", "home-directory",
        "publickey-", "ext-info", "agent-", "session-bind", "restrict-", "auth-agent", "tun-", "ping", "fsync",
    ]

    /// `"jane..doe"@example.com`: a name in quotes may hold what is no name without them (RFC 5322).
    private func quotedEmail(at: Int) -> Match? {
        var start = at - 1
        let limit = max(state.floor, at - 66)
        while start > limit, text[start - 1] != "\"", !text[start - 1].isBlank { start -= 1 }
        guard start > limit, text[start - 1] == "\"", start < at - 1, !text[start - 2].isWord,
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
            let isNamed = (1...3).allSatisfy { text[sign - $0].isAlphanumeric }
            let isHost =
                (1...3).allSatisfy { text[sign + 2 + $0].isLetter }
                || Self.shortHosts.contains { text.hasAnyCase($0, at: sign + 3) }
            return isNamed && isHost ? email(at: sign, width: 3) : nil
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

    /// Mail hosts whose names are shorter than three letters, or begin with digits.
    private static let shortHosts: [StaticString] = [
        "qq.com", "me.com", "163.com", "126.com", "139.com", "189.cn", "wp.pl", "o2.pl", "bk.ru", "ya.ru",
        "t-online.de",
        "hi2.in", "op.pl",
    ]

    /// What an address may be made of around its sign, all of which may be escaped.
    private func quotedPrintableToken(around sign: Int) -> Range<Int> {
        var start = sign
        let limit = max(state.floor, sign - 128)
        while start > limit {
            if start - 3 >= limit, text.unescaped(.quotedPrintable, at: start - 3).width == 3 {
                start -= 3
            } else if isLocalPart(text[start - 1]) {
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
        let behind = (range.upperBound..<range.upperBound + 4).prefix { text[$0] != "\n" }
        let strange =
            before.count { text.isNoText(text[$0], at: $0) } + behind.count { text.isNoText(text[$0], at: $0) }
        // Messages of protobuf have a byte or two of control before each text.
        return strange < 3 || range.count >= 12
    }

    private func isLocalPart(_ b: UInt8) -> Bool {
        b.isWord || b == "." || b == "+" || b == "-" || b == "'" || b == "%"
    }

    /// The end of a host name with two labels or more that ends in a top-level domain of letters.
    private func domainEnd(from start: Int) -> Int? {
        var i = start
        var label = start
        var end: Int?
        let limit = start + 255
        while i <= limit {
            let b = text[i]
            if b.isAlphanumeric || b >= 0x80 || (b == "-" && i > label) {
                i += 1
                continue
            }
            guard i > label, i - label <= 63 else { break }
            if label > start, isTopLevel(label..<i) { end = i }
            // `example\\.com` in a pattern.
            if b == "\\", text[i + 1] == ".", i > start { i += 1 } else if b != "." { break }
            i += 1
            label = i
        }
        return end
    }

    private func isTopLevel(_ range: Range<Int>) -> Bool {
        guard range.count >= 2 else { return false }
        if text.hasAnyCase("xn--", at: range.lowerBound) { return true }
        for i in range where !text[i].isLetter && text[i] < 0x80 { return false }
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
