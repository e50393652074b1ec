extension Literal {
    /// Where a Cyrillic letter stands beside a Latin one in the words that keys end in.
    static let confusables: [Literal] =
        [
            "pа", "aѕ", "sѕ", "wо", "tо", "kе", "sе", "eс", "rе", "eу", "aр", "pі", "iк", "mа", "aі", "cа", "hо", "nе",
            "uт", "hе", "рa", "тo", "ѕe", "аp", "еm", "сa", "рh", "ѕs", "кe", "аu", "іb",
        ].map { Literal($0, .confusable, withinWords: true) }
}

extension Scanner {
    /// The value behind a key that has Cyrillic letters in the place of Latin ones (`pаsswоrd=hunter2`), letters that
    /// are escaped as in JSON (`pass\u0077ord`), or what can't be seen between them.
    func confusedKey(at place: Int) -> Match? {
        guard !isDecoded else { return nil }
        var start = place
        let limit = max(text.lower, place - 48)
        while start > limit, isOfConfusedKey(text[start - 1]) { start -= 1 }
        return Decoded.make(from: start) { decoded in
            var i = start
            while i - start < 96, isOfConfusedKey(text[i]) {
                let invisible = text.folded(at: i)
                if let letter = text.latin(at: i) {
                    decoded.append(letter, from: i)
                    i += 2
                } else if text[i] >= 0x80, invisible.isFolded, invisible.ascii == 0 {
                    i += invisible.width
                } else if text[i] == "\\" {
                    let (scalar, width) = text.unescaped(.json, at: i)
                    guard width > 1 else { break }
                    guard scalar < 0x80, UInt8(scalar).isLetter else { return nil }
                    decoded.append(UInt8(scalar), from: i)
                    i += width
                } else {
                    guard text[i] < 0x80 else { return nil }
                    decoded.append(text[i], from: i)
                    i += 1
                }
            }
            // The sign comes next, but for a quote and a blank.
            let end = i
            while i - end < 3, text[i] != ":", text[i] != "=" { i += 1 }
            guard text[i] == ":" || text[i] == "=" else { return nil }
            let sign = decoded.count + i - end
            i = end
            while i - end < 512, i < text.count, !text[i].isLineEnd {
                decoded.append(text[i], from: i)
                i += 1
            }
            decoded.finish(at: i)
            return decoded.match(behind: sign, in: self)
        }
    }

    private func isOfConfusedKey(_ b: UInt8) -> Bool { b.isKey || b >= 0x80 || b == "\\" }
}

extension Text {
    /// The Latin letter that the Cyrillic one at `i` looks like.
    fileprivate func latin(at i: Int) -> UInt8? {
        let pair = UInt16(self[i]) << 8 | UInt16(self[i + 1])
        switch pair {
        case 0xD0B0, 0xD090: return UInt8(ascii: "a")
        case 0xD0B5, 0xD095: return UInt8(ascii: "e")
        case 0xD0BE, 0xD09E: return UInt8(ascii: "o")
        case 0xD180, 0xD0A0: return UInt8(ascii: "p")
        case 0xD181, 0xD0A1: return UInt8(ascii: "c")
        case 0xD183, 0xD0A3: return UInt8(ascii: "y")
        case 0xD185, 0xD0A5: return UInt8(ascii: "x")
        case 0xD196, 0xD086: return UInt8(ascii: "i")
        case 0xD195, 0xD085: return UInt8(ascii: "s")
        case 0xD0BA, 0xD09A: return UInt8(ascii: "k")
        case 0xD182, 0xD0A2: return UInt8(ascii: "t")
        case 0xD0BC, 0xD09C: return UInt8(ascii: "m")
        default: return nil
        }
    }
}
