/// How the characters of a token may be written with ASCII signs.
enum Escape: Sendable, Equatable {
    /// `%40`, `%2540`
    case percent
    /// `\u0040`, `\u{40}`
    case json
    /// `\x40`
    case hexadecimal
    /// `\\100`
    case octal
    /// `=40`
    case quotedPrintable
    /// `&#64;`, `&#x40;`, `&commat;`
    case entity

    /// Whether it stands for a byte, not a character.
    var isOfByte: Bool {
        switch self {
        case .percent, .hexadecimal, .octal, .quotedPrintable: true
        case .json, .entity: false
        }
    }
}

extension Literal {
    /// What begins an escaped `@`, `.`, `+`, `:`, `=`, digit or letter.
    static let escapes: [Literal] =
        [
            "%40", "%25", "%22", "%2C", "%2c", "%2B", "%2b", "%3A", "%3a", "%3D", "%3d", "%2E", "%2e", "%30", "%31",
            "%32", "%33", "%34", "%35", "%36", "%37", "%38", "%39", "%20",
        ].map { Literal($0, .escape(.percent)) }
        + ["\\u0", "\\u{"].map { Literal($0, .escape(.json)) }
        + [Literal("\\100", .escape(.octal))]
        + ["\\x2", "\\x3", "\\x4", "\\x5", "\\x6", "\\x7"].map { Literal($0, .escape(.hexadecimal)) }
        + [
            "&#x", "&#X", "&#0", "&#1", "&#3", "&#4", "&#5", "&#6", "&#7", "&#8", "&#9", "&commat;", "&period;",
            "&plus;", "&quot;:", "&colon;", "&equals;", "&amp;#",
        ]
        .map { Literal($0, .escape(.entity)) }
}

extension Scanner {
    /// What a token with escapes reads as once they are undone, if something is found across the escape at `place`. The
    /// finding is the text as it is written.
    mutating func unescaped(_ escape: Escape, at place: Int) -> Match? {
        guard !isDecoded else { return nil }
        // `\\x6a616e65…`, as databases write bytes.
        if escape == .hexadecimal, let match = hexadecimal(at: place + 2) { return match }
        if let match = escapedPair(escape, at: place) ?? escapedWhole(escape, at: place) { return match }
        if text.has("&quot;", at: place) { return nil }
        let (scalar, width) = text.unescaped(escape, at: place)
        // A letter of a key.
        if escape == .json, width > 1, scalar < 0x80, UInt8(scalar).isLetter, let match = confusedKey(at: place) {
            return match
        }
        // Blanks are everywhere; between digits they may group a number.
        if text.has("%20", at: place), !text[place - 1].isDigit || !text[place + 3].isDigit {
            return token(behindJointAt: place)
        }
        var start = place
        var escapes = 0
        let limit = max(text.lower, place - 128)
        while start > limit, isTokenPart(text[start - 1]) {
            start -= 1
            if text[start] == text[place] { escapes += 1 }
        }
        // What is all escapes is no number, and each of them would be tried; but it may be a whole address.
        guard escapes < 12 || scalar == "@" else { return nil }
        return Decoded.make(from: start) { decoded in
            var i = start
            let end = place + 256
            while i < end, !decoded.isFull {
                guard isTokenPart(text[i]) || text.unescaped(escape, at: i).width > 1 else { break }
                i += decoded.append(escape, at: i, of: text)
            }
            decoded.finish(at: i)
            let match = goingOn(decoded.match(at: place..<place + width, in: self), escape, cutAt: i)
            // `jane%40example.com@mail.example.com` is one address.
            if let match, match.kind == .email, text[match.end] == "@" { return nil }
            return match
        }
    }

    /// The value behind a key and a sign that is escaped, or stands behind a quote that is: `password%3Dhunter2`,
    /// `Authorization%3A%20Bearer%20x`, `&quot;token&quot;:&quot;x&quot;`.
    private func escapedPair(_ escape: Escape, at place: Int) -> Match? {
        let (scalar, signWidth) = text.unescaped(escape, at: place)
        switch scalar {
        case ":", "=": break
        case "\"", "'": guard text[place + signWidth] == ":" || text[place + signWidth] == "=" else { return nil }
        default: return nil
        }
        guard signWidth > 1 else { return nil }
        var end = place
        // A quote that is escaped in the same way ends the key.
        for k in 3...8 where scalar != "\"" && scalar != "'" {
            let (quote, length) = text.unescaped(escape, at: place - k)
            if length == k, quote == "\"" || quote == "'" { end = place - k }
        }
        var start = end
        let limit = max(text.lower, end - 64)
        while start > limit, text[start - 1].isKey || text[start - 1] >= 0x80 { start -= 1 }
        var isWritten = true
        while start > limit, text[start - 1] == (escape == .percent ? UInt8(ascii: "%") : UInt8(ascii: "\\")) {
            // `%22password`, `\u0022password`: the escape before is no part of the key; `api\u005fkey`: it is one.
            let (joint, width) = text.unescaped(escape, at: start - 1)
            guard width > 1 else { break }
            start += width - 1
            guard joint == "_" || joint == "-" || joint == "." else { break }
            start -= width
            isWritten = false
            while start > limit, text[start - 1].isKey || text[start - 1] >= 0x80 { start -= 1 }
        }
        guard end - start > 1 else { return nil }
        if isWritten {
            guard let rule = keys.rule(for: start..<end, in: text), rule.scope == .everywhere, !rule.isCommon else {
                return nil
            }
        }
        return Decoded.make(from: start) { decoded in
            var i = start
            var sign = 0
            while i < place + 512, !decoded.isFull {
                guard
                    isTokenPart(text[i]) || i >= place && i < place + 12 && text[i] == "="
                        || text.unescaped(escape, at: i).width > 1
                else { break }
                if i <= place { sign = decoded.count }
                // A plus is a blank in a form.
                if escape == .percent, text[i] == "+", i == place + signWidth {
                    decoded.append(UInt8(ascii: " "), from: i)
                    i += 1
                } else {
                    i += decoded.append(escape, at: i, of: text)
                }
            }
            decoded.finish(at: i)
            return goingOn(decoded.match(behind: sign, in: self), escape, cutAt: i)
        }
    }

    /// What a run of escapes reads as, in which nothing is written plainly: `%70%61%73%73%77%6F%72%64%3D…`. The first
    /// escape of the run that a scan looks for stands for all of it.
    private func escapedWhole(_ escape: Escape, at place: Int) -> Match? {
        var start = place
        let limit = max(text.lower, place - 448)
        while start > limit, let width = (3...9).first(where: { text.unescaped(escape, at: start - $0).width == $0 }) {
            start -= width
            if isSought(escape, at: start) { return nil }
        }
        var count = 0
        var end = start
        while count < 12, case let width = text.unescaped(escape, at: end).width, width > 1 {
            end += width
            count += 1
        }
        guard count == 12 else { return nil }
        return Decoded.make(from: start) { decoded in
            var i = start
            // What is found here must not hang on more of the text than a rejection may.
            let end = place + Reach.rejection - 16
            while i < end, !decoded.isFull, text.unescaped(escape, at: i).width > 1 {
                i += decoded.append(escape, at: i, of: text)
            }
            decoded.finish(at: i)
            return goingOn(decoded.first(in: self), escape, cutAt: i)
        }
    }

    /// What ends where decoding was cut off, as far as its token goes.
    private func goingOn(_ match: Match?, _ escape: Escape, cutAt end: Int) -> Match? {
        guard let match, match.end == end else { return match }
        var last = end
        while last - match.start < Reach.finding {
            let (scalar, width) = text.unescaped(escape, at: last)
            guard scalar < 0x80 else { break }
            let byte = width > 1 ? UInt8(scalar) : text[last]
            guard byte.isBase64 || byte.isBase64URL || byte == "." || byte == "=" && width > 1 else {
                break
            }
            last += width
        }
        return Match(match.kind, match.start, last, match.rule)
    }

    /// Whether the scan looks for the escape at `i`.
    private func isSought(_ escape: Escape, at i: Int) -> Bool {
        Literal.escapes.contains { literal in
            guard case .escape(escape) = literal.verifier else { return false }
            return text.has(literal.prefix, at: i)
        }
    }

    /// White space, quotes and brackets end a token, and so do the signs that join pairs.
    private func isTokenPart(_ b: UInt8) -> Bool {
        switch b {
        case "\"", "'", "`", "(", ")", "<", ">", "[", "]", "{", "}", ",", "=", "?", "/": false
        default: !b.isBlank
        }
    }
}

extension Text {
    /// The kind of escape that may begin at `i`, by its sign.
    func escape(at i: Int) -> Escape {
        switch self[i] {
        case "\\": self[i + 1] == "x" ? .hexadecimal : self[i + 1] & 0xFC == "0" ? .octal : .json
        case "&": .entity
        // Of other letters, which have two bytes at least.
        case "=" where self[i + 1] >= 0x38 && (self[i + 3] == "=" || self[i - 3] == "="): .quotedPrintable
        default: .percent
        }
    }

    /// The character at `i`, and how many bytes it is written with: one where nothing is escaped.
    func unescaped(_ escape: Escape, at i: Int) -> (scalar: UInt32, width: Int) {
        switch escape {
        case .percent:
            guard self[i] == "%" else { break }
            var digits = i + 1
            // `%2540` is `%40`, escaped again.
            while self[digits] == "2", self[digits + 1] == "5", digits - i < 8, isHex(digits + 2, 2) { digits += 2 }
            guard isHex(digits, 2) else { break }
            return (UInt32(hex(digits, 2)), digits + 2 - i)
        case .json:
            // A backslash that is escaped itself, as in JSON within JSON.
            var u = i
            while u - i < 4, self[u] == "\\" { u += 1 }
            guard u > i, self[u] == "u" else { break }
            if isHex(u + 1, 4) { return (UInt32(hex(u + 1, 4)), u + 5 - i) }
            var digits = 0
            while digits < 6, self[u + 2 + digits].isHex { digits += 1 }
            guard self[u + 1] == "{", digits > 0, self[u + 2 + digits] == "}" else { break }
            return (UInt32(hex(u + 2, digits)), u + digits + 3 - i)
        case .hexadecimal:
            guard self[i] == "\\", self[i + 1] == "x", isHex(i + 2, 2) else { break }
            return (UInt32(hex(i + 2, 2)), 4)
        case .octal:
            let digits = i + 1..<i + 4
            guard self[i] == "\\", self[i + 1] < 0x34, digits.allSatisfy({ self[$0] & 0xF8 == "0" }) else { break }
            return (digits.reduce(0) { $0 << 3 | UInt32(self[$1] & 7) }, 4)
        case .quotedPrintable:
            guard self[i] == "=", isHex(i + 1, 2), !self[i + 1].isLower, !self[i + 2].isLower else {
                break
            }
            return (UInt32(hex(i + 1, 2)), 3)
        case .entity:
            guard self[i] == "&" else { break }
            // `&amp;#64;` is `&#64;`, escaped again.
            var number = i + 1
            while number - i < 9, has("amp;#", at: number) { number += 4 }
            for (name, scalar) in Self.entities where number == i + 1 && has(name, at: i) {
                return (scalar, name.utf8CodeUnitCount)
            }
            guard self[number] == "#" else { break }
            let isHex = self[number + 1] | 0x20 == "x"
            var end = number + (isHex ? 2 : 1)
            let first = end
            var scalar: UInt32 = 0
            while end - first < 7, isHex ? self[end].isHex : self[end].isDigit {
                scalar = scalar * (isHex ? 16 : 10) + UInt32(self[end].hexValue)
                end += 1
            }
            guard end > first, self[end] == ";" else { break }
            return (scalar, end + 1 - i)
        }
        return (0, 1)
    }

    private func isHex(_ i: Int, _ n: Int) -> Bool { (i..<i + n).allSatisfy { self[$0].isHex } }

    private func hex(_ i: Int, _ n: Int) -> Int { (i..<i + n).reduce(0) { $0 << 4 | self[$1].hexValue } }

    private static let entities: [(StaticString, UInt32)] = [
        ("&commat;", 0x40), ("&period;", 0x2E), ("&plus;", 0x2B), ("&hyphen;", 0x2D), ("&colon;", 0x3A),
        ("&equals;", 0x3D), ("&quot;", 0x22), ("&apos;", 0x27), ("&amp;", 0x26), ("&nbsp;", 0x20),
    ]
}
