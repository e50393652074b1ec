#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The forms in which a value may hide in bytes.
struct PlantedValue {
    let forms: [[UInt8]]

    init(_ value: String) {
        let bytes = Array(value.utf8)
        let digits = Array("0123456789abcdef".utf8)
        let hex = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        let percent = bytes.flatMap { byte in
            Self.isUnreserved(byte) ? [byte] : [UInt8(ascii: "%")] + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        // Base64 depends on where the value begins within three bytes; what surely is the same is what is searched for.
        let base64 = (0..<3).map { shift -> [UInt8] in
            let text = Self.base64(Array(repeating: 0, count: shift) + bytes)
            return Array(text.dropFirst(shift == 0 ? 0 : shift + 1).dropLast(4))
        }
        forms = ([bytes, hex, percent.map(Self.upper), percent] + base64).filter { !$0.isEmpty }
    }

    static func isFound(_ form: [UInt8], in text: [UInt8]) -> Bool {
        text.withUnsafeBytes { text in
            form.withUnsafeBytes { form in
                guard let base = text.baseAddress, let value = form.baseAddress else { return false }
                var start = 0
                // `start` + `form.count` never passes the end of the text, so neither search nor comparison does.
                while start + form.count <= text.count,
                    let hit = memchr(base + start, Int32(form[0]), text.count - form.count - start + 1)
                {
                    if memcmp(hit, value, form.count) == 0 { return true }
                    start = UnsafeRawPointer(hit) - base + 1
                }
                return false
            }
        }
    }

    private static func upper(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
            for place in 0..<4 { text.append(alphabet[group >> (18 - 6 * place) & 63]) }
        }
        return text
    }
}
