extension Scanner {
    /// A token of base64, base64url or hexadecimal digits that reads as text, if something is found in that text. The
    /// finding is the whole token, and what it decodes to is not decoded again. Else, a wallet or a token drawn at
    /// random.
    ///
    /// Not hashes, identifiers and paths: they don't read as text.
    mutating func encodedRun(at start: Int) -> Match? {
        guard !isDecoded, !text[start - 1].isBase64, !text[start - 1].isBase64URL else { return nil }
        if let match = hexadecimal(at: start) ?? base64(at: start) { return match }
        if text[start + 25].isAlphanumeric, let match = wallet(at: start) { return match }
        // A vendor that is known knows better where its token ends.
        return literal(thirdAt: start + 2) ?? randomToken(at: start)
    }

    private func base64(at start: Int) -> Match? {
        // Most tokens end here: what they begin with is no text.
        guard let first = text.sextets(at: start), Self.isASCII(first), let second = text.sextets(at: start + 4),
            Self.isASCII(second)
        else { return nil }
        return Decoded.make(from: start) { decoded in
            var i = start
            while !decoded.isFull, let word = text.sextets(at: i) {
                for shift in [16, 8, 0] as [UInt32] {
                    let byte = UInt8(truncatingIfNeeded: word >> shift)
                    guard Self.isText(byte) else { return nil }
                    decoded.append(byte, from: i)
                }
                i += 4
            }
            var end = i
            while end - i < 4, text.sextet(at: end) != nil { end += 1 }
            if !decoded.isFull, end - i == 2 || end - i == 3 {
                let word = (0..<end - i).reduce(UInt32(0)) { $0 << 6 | UInt32(text.sextet(at: i + $1)!) }
                let bits = UInt32(6 * (end - i))
                decoded.append(UInt8(truncatingIfNeeded: word >> (bits - 8)), from: i)
                if bits == 18 { decoded.append(UInt8(truncatingIfNeeded: word >> 2), from: i) }
            }
            guard decoded.count >= 12 else { return nil }
            decoded.finish(at: end)
            return whole(decoded, from: start) { self.text.sextet(at: $0) != nil }
        }
    }

    /// `/unsubscribe/amFuZUBleGFtcGxlLmNvbQ/all`: base64url that is a part of a path, from its first character.
    func encodedPart(at start: Int) -> Match? {
        guard !isDecoded, let first = text.sextets(at: start), Self.isASCII(first),
            let second = text.sextets(at: start + 4), Self.isASCII(second)
        else { return nil }
        return Decoded.make(from: start) { decoded in
            guard let last = text.appendBase64(at: start, to: &decoded, withSlashes: false), decoded.count >= 8 else {
                return nil
            }
            var end = last
            while end - last < 2, text[end] == "=" { end += 1 }
            decoded.finish(at: end)
            return decoded.anyMatch(in: self).map { Match($0.kind, start, end, $0.rule) }
        }
    }

    /// Hexadecimal digits behind `0x`, which is a part of the token.
    func hexadecimal(behindSign start: Int) -> Match? {
        hexadecimal(at: start).map { Match($0.kind, start - 2, $0.end, $0.rule) }
    }

    /// `6a:61:6e:65:40:…`, from the first digit.
    func hexadecimalPairs(at start: Int) -> Match? {
        guard !isDecoded, (0..<4).allSatisfy({ Self.isText(text.hexPair(at: start + 3 * $0)) }) else { return nil }
        return Decoded.make(from: start) { decoded in
            var i = start
            while !decoded.isFull, text[i].isHex, text[i + 1].isHex {
                let byte = text.hexPair(at: i)
                guard Self.isText(byte) else { return nil }
                decoded.append(byte, from: i)
                i += 2
                guard text[i] == ":", text[i + 1].isHex, text[i + 2].isHex else { break }
                i += 1
            }
            guard decoded.count >= 8, !text[i].isAlphanumeric else { return nil }
            decoded.finish(at: i)
            return decoded.anyMatch(in: self).map { Match($0.kind, start, i, $0.rule) }
        }
    }

    /// Hexadecimal digits that read as text.
    func hexadecimal(at start: Int) -> Match? {
        guard !isDecoded, (start..<start + 8).allSatisfy({ text[$0].isHex }),
            (0..<4).allSatisfy({ Self.isText(text.hexPair(at: start + 2 * $0)) })
        else { return nil }
        return Decoded.make(from: start) { decoded in
            var i = start
            while !decoded.isFull, text[i].isHex, text[i + 1].isHex {
                let byte = text.hexPair(at: i)
                guard Self.isText(byte) else { return nil }
                decoded.append(byte, from: i)
                i += 2
            }
            guard decoded.count >= 8, !text[i].isAlphanumeric || decoded.isFull else { return nil }
            decoded.finish(at: i)
            return whole(decoded, from: start) { self.text[$0].isHex }
        }
    }

    /// The whole token, if what it decodes to holds something.
    private func whole(_ decoded: Decoded, from start: Int, while belongs: (Int) -> Bool) -> Match? {
        guard let inner = decoded.anyMatch(in: self) ?? decoded.matchOfBase64(in: self) else { return nil }
        var end = start
        while end - start < Reach.finding, belongs(end) { end += 1 }
        var signs = 0
        while signs < 2, text[end] == "=" {
            end += 1
            signs += 1
        }
        return Match(inner.kind, start, end, inner.rule)
    }

    /// Whether three bytes are printable ASCII or white space.
    private static func isASCII(_ word: UInt32) -> Bool {
        isText(UInt8(word >> 16 & 0xFF)) && isText(UInt8(word >> 8 & 0xFF)) && isText(UInt8(word & 0xFF))
            && word & 0x80_8080 == 0
    }

    private static func isText(_ b: UInt8) -> Bool { b >= 0x20 && b != 0x7F || b == "\n" || b == "\r" || b == "\t" }
}

extension Decoded {
    /// The same for what is base64 once more.
    func matchOfBase64(in scanner: borrowing Scanner) -> Match? {
        let text = content
        return Decoded.make(from: 0) { again in
            guard let end = text.appendBase64(at: 0, to: &again), end > 15 else { return nil }
            again.finish(at: end)
            return again.anyMatch(in: scanner)
        }
    }
}

extension Text {
    /// Appends what base64 from `start` on reads as, if it is printable ASCII; returns where it ends, without the signs.
    func appendBase64(at start: Int, to decoded: inout Decoded, withSlashes: Bool = true, isASCII: Bool = true) -> Int?
    {
        var i = start
        var end = start
        while end - start < 512, sextet(at: end) != nil, withSlashes || self[end] != "/" { end += 1 }
        guard end - start > 7, (end - start) % 4 != 1 else { return nil }
        while i < end {
            let digits = min(4, end - i)
            let word = (0..<digits).reduce(UInt32(0)) { $0 << 6 | UInt32(sextet(at: i + $1)!) }
            for k in 1..<digits {
                let byte = UInt8(truncatingIfNeeded: word >> UInt32(6 * digits - 8 * k))
                guard byte >= 0x20, byte < 0x7F || !isASCII && byte >= 0x80 else { return nil }
                decoded.append(byte, from: i)
            }
            i += digits
        }
        return end
    }

    /// The same for hexadecimal digits, an even number of them.
    func appendHexadecimal(at start: Int, to decoded: inout Decoded) -> Int? {
        var i = start
        while i - start < 256, self[i].isHex, self[i + 1].isHex {
            let byte = hexPair(at: i)
            guard byte >= 0x20, byte < 0x7F else { return nil }
            decoded.append(byte, from: i)
            i += 2
        }
        return i - start > 11 && !self[i].isAlphanumeric ? i : nil
    }

    /// The value of a character of base64 or base64url.
    fileprivate func sextet(at i: Int) -> UInt8? {
        let b = self[i]
        if b.isUpper { return b - 0x41 }
        if b.isLower { return b - 0x61 + 26 }
        if b.isDigit { return b - 0x30 + 52 }
        if b == "+" || b == "-" { return 62 }
        return b == "/" || b == "_" ? 63 : nil
    }

    /// Four characters, the last of which may be signs of equality, as 24 bits.
    func sextets(at i: Int, signs: Int) -> UInt32? {
        guard signs > 0 else { return sextets(at: i) }
        guard let a = sextet(at: i), let b = sextet(at: i + 1) else { return nil }
        let c = signs == 1 ? sextet(at: i + 2) : 0
        return c.map { UInt32(a) << 18 | UInt32(b) << 12 | UInt32($0) << 6 }
    }

    /// Four characters, as 24 bits.
    fileprivate func sextets(at i: Int) -> UInt32? {
        guard let a = sextet(at: i), let b = sextet(at: i + 1), let c = sextet(at: i + 2), let d = sextet(at: i + 3)
        else {
            return nil
        }
        return UInt32(a) << 18 | UInt32(b) << 12 | UInt32(c) << 6 | UInt32(d)
    }

    fileprivate func hexPair(at i: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: self[i].hexValue << 4 | self[i + 1].hexValue)
    }
}
