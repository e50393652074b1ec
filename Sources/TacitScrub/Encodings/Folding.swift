extension Scanner {
    /// What a text with other digits, full-width signs or invisible characters reads as in ASCII, if something is found
    /// across the character at `place`. The finding is the text as it is written.
    func folded(at place: Int) -> Match? {
        guard !isDecoded, text.folded(at: place).isFolded else { return nil }
        var start = place
        let limit = max(text.lower, place - 96)
        while start > limit, !text[start - 1].isLineEnd { start -= 1 }
        // Not in the middle of a character or word.
        if start == limit, start > text.lower {
            while start < place, !text[start - 1].isBlank { start += 1 }
        }
        if text.folded(at: place).ascii == 0, text[place - 1].isLetter, let match = confusedKey(at: place) {
            return match
        }
        return Decoded.make(from: start) { decoded in
            var i = start
            let end = place + 128
            while i < end, !decoded.isFull, !text[i].isLineEnd {
                let character = text.folded(at: i)
                if character.isFolded {
                    if character.ascii != 0 { decoded.append(character.ascii, from: i) }
                } else {
                    for k in i..<i + character.width { decoded.append(text[k], from: k) }
                }
                i += character.width
            }
            decoded.finish(at: i)
            return decoded.match(at: place..<place, in: self)
        }
    }
}

extension Text {
    /// The character at `i` in ASCII, 0 for what is not to be seen; and its bytes.
    func folded(at i: Int) -> (ascii: UInt8, isFolded: Bool, width: Int) {
        let a = self[i]
        // What is no UTF-8 stands for itself, byte by byte.
        if a == 0xF0, self[i + 1] == 0x9D, self[i + 2] == 0x9F, (0x8E...0xBF).contains(self[i + 3]) {
            // Mathematical digits, U+1D7CE to U+1D7FF: five alphabets of ten.
            return (0x30 + (self[i + 3] - 0x8E) % 10, true, 4)
        }
        guard a >= 0xC2, a < 0xF0, self[i + 1] & 0xC0 == 0x80, a < 0xE0 || self[i + 2] & 0xC0 == 0x80 else {
            return (a, false, 1)
        }
        let b = UInt32(self[i + 1]) & 0x3F
        if a < 0xE0 {
            let scalar = UInt32(a & 0x1F) << 6 | b
            let ascii = Self.ascii(scalar)
            return (ascii ?? 0, ascii != nil, 2)
        }
        let scalar = UInt32(a & 0x0F) << 12 | b << 6 | UInt32(self[i + 2]) & 0x3F
        let ascii = Self.ascii(scalar)
        return (ascii ?? 0, ascii != nil, 3)
    }

    /// What a character stands for; 0 for invisible ones, `nil` for those that stand for themselves.
    private static func ascii(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xFF01...0xFF5E: return UInt8(scalar - 0xFF01 + 0x21)
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return 0x20
        case 0x00AD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: return 0
        case 0x2010...0x2015, 0x2212: return 0x2D
        case 0x2024, 0x3002, 0xFE52: return 0x2E
        case 0xFE6B: return 0x40
        default: break
        }
        for zero in zeros where scalar >= zero && scalar < zero + 10 { return UInt8(0x30 + scalar - zero) }
        return nil
    }

    /// The zeros of the decimal digits of Unicode's Basic Multilingual Plane that are in use.
    private static let zeros: [UInt32] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0,
        0x0F20, 0x1040, 0x17E0, 0x1810,
    ]
}
