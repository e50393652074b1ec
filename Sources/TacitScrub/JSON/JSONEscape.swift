/// A byte of a JSON string, or an escape of it, and what it stands for.
///
/// `\n` is two bytes that stand for one, `\u00e9` six for two, `\ud83d\ude00` twelve for four. Half of a surrogate pair
/// stands for the three bytes it would have; what is no escape stands for itself.
struct JSONEscape {
    /// Behind the byte or escape.
    let end: Int
    /// UTF-8, the first byte in the lowest bits.
    let bytes: UInt32
    /// How many bytes there are.
    let count: Int

    private init(end: Int, byte: UInt8) {
        self.end = end
        bytes = UInt32(byte)
        count = 1
    }

    private init(end: Int, scalar: UInt32) {
        self.end = end
        switch scalar {
        case ..<0x80:
            bytes = scalar
            count = 1
        case ..<0x800:
            bytes = 0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8
            count = 2
        case ..<0x1_0000:
            bytes = 0x80_80E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16
            count = 3
        default:
            bytes =
                0x8080_80F0 | scalar >> 18 | (scalar >> 12 & 0x3F) << 8 | (scalar >> 6 & 0x3F) << 16
                | (scalar & 0x3F) << 24
            count = 4
        }
    }

    /// Reads what stands at `start`, inside of a string.
    init(in text: Text, at start: Int) {
        guard text[start] == "\\" else {
            self.init(end: start + 1, byte: text[start])
            return
        }
        let end = start + 2
        switch text[start + 1] {
        case "\"", "\\", "/": self.init(end: end, byte: text[start + 1])
        case "b": self.init(end: end, byte: 0x08)
        case "f": self.init(end: end, byte: 0x0C)
        case "n": self.init(end: end, byte: UInt8(ascii: "\n"))
        case "r": self.init(end: end, byte: UInt8(ascii: "\r"))
        case "t": self.init(end: end, byte: UInt8(ascii: "\t"))
        case "u":
            guard let first = Self.hex(in: text, at: end) else { fallthrough }
            if first >> 10 == 0x36, text[end + 4] == "\\", text[end + 5] == "u",
                let second = Self.hex(in: text, at: end + 6), second >> 10 == 0x37
            {
                self.init(end: end + 10, scalar: 0x1_0000 + (first & 0x3FF) << 10 | second & 0x3FF)
            } else {
                self.init(end: end + 4, scalar: first)
            }
        default:
            self.init(end: start + 1, byte: UInt8(ascii: "\\"))
        }
    }

    private static func hex(in text: Text, at start: Int) -> UInt32? {
        var value: UInt32 = 0
        for i in start..<start + 4 {
            guard text[i].isHex else { return nil }
            value = value << 4 | UInt32(text[i].hexValue)
        }
        return value
    }
}
