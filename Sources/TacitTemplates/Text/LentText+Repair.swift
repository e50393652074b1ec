extension LentText {
    /// Makes any bytes a text: broken UTF-8, controls, invisible and direction marks go, blanks and quotes become plain
    /// ones, line ends are newlines.
    mutating func repair() {
        var place = InPlace(self)
        while !place.isAtEnd {
            let byte = place.next
            switch byte {
            case 0x0D:
                place.read += 1
                if place.isAtEnd || place.next != 0x0A { place.write(Mark.newline) }
            case 0x09:
                place.read += 1
                place.write(Mark.space)
            case 0x0A, 0x20...0x7E: place.copy(1)
            case 0..<0x80: place.read += 1
            default:
                guard let length = validLength(at: place.read) else {
                    place.read += 1
                    if place.last != Mark.space { place.write(Mark.space) }
                    continue
                }
                switch Self.replacement(place.next, place.peek(1), place.peek(2), length) {
                case .keep: place.copy(length)
                case .drop: place.read += length
                case .byte(let plain):
                    place.read += length
                    place.write(plain)
                }
            }
        }
        count = place.written
    }

    private enum Replacement {
        case keep, drop
        case byte(UInt8)
    }

    private static func replacement(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ length: Int) -> Replacement {
        switch (a, b, c) {
        case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _): .drop
        case (0xC2, 0xA0, _): .byte(Mark.space)
        case (0xCD, 0x8F, _): .drop
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): .byte(Mark.space)
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF): .drop
        case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): .byte(Mark.newline)
        case (0xE2, 0x80, 0x98...0x9B): .byte(UInt8(ascii: "'"))
        case (0xE2, 0x80, 0x9C...0x9F): .byte(UInt8(ascii: "\""))
        case (0xE2, 0x80, 0xA2), (0xE2, 0x97, 0xA6), (0xE2, 0x96, 0xAA), (0xE2, 0x9C, 0x93...0x94):
            .byte(UInt8(ascii: "*"))
        // Symbols and pictographs say nothing that is counted here.
        case (0xE2, 0x98...0x9E, _): .drop
        case (0xEF, 0xBB, 0xBF), (0xEF, 0xB8, 0x80...0x8F), (0xEF, 0xBF, 0xB9...0xBD): .drop
        case (0xF0, 0x9F, _): .drop
        default: .keep
        }
    }

    /// How long the character at `place` is, if it is well-formed.
    private func validLength(at place: Int) -> Int? {
        let lead = bytes[place]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, place + length <= count else { return nil }
        for offset in 1..<length where bytes[place + offset] & 0xC0 != 0x80 { return nil }
        switch (lead, bytes[place + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
        default: return length
        }
    }
}
