/// Hexadecimal text, in which OTLP/JSON writes trace and span ids. Both cases are digits.
enum Hexadecimal {
    @inline(__always)
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Appends the bytes that the text means; `false` when it is no hexadecimal text.
    static func decode(_ text: UnsafeRawBufferPointer, into out: inout ProtoWriter) -> Bool {
        guard text.count.isMultiple(of: 2) else { return false }
        for at in stride(from: 0, to: text.count, by: 2) {
            guard let high = value(of: text[at]), let low = value(of: text[at + 1]) else { return false }
            out.raw(byte: high << 4 | low)
        }
        return true
    }
}

/// Base64 in any of its dialects: standard or URL-safe letters, padded or not.
enum Base64 {
    /// Appends the bytes that the text means; `false` when it is no base64.
    static func decode(_ text: UnsafeRawBufferPointer, into out: inout ProtoWriter) -> Bool {
        var count = text.count
        if count.isMultiple(of: 4) {
            // Padding fills up to four letters, so only here can it be complete.
            for _ in 0..<2 where count > 0 && text[count - 1] == UInt8(ascii: "=") { count -= 1 }
        }
        guard count % 4 != 1 else { return false }
        var bits: UInt32 = 0
        var held = 0
        for at in 0..<count {
            guard let value = value(of: text[at]) else { return false }
            bits = bits << 6 | UInt32(value)
            held += 6
            if held >= 8 {
                held -= 8
                out.raw(byte: UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        return true
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
