import TacitWire

/// Writes the same kind of request as no encoder would, but any may: fields in another order, singular messages in parts,
/// unknown fields between them, values sent twice.
struct Scrambler {
    var random: SeededGenerator

    mutating func scramble(_ bytes: [UInt8], as message: OTLPMessage) -> [UInt8] {
        var parts = fields(bytes).map { rewritten($0, message) }
        if random.chance(40) { parts.append(unknown()) }
        if random.chance(15), let twice = parts.randomElement(using: &random) { parts.append(twice) }
        if random.chance(60) { parts.shuffle(using: &random) }
        return parts.flatMap { $0 }
    }

    private struct Field {
        var number: Int
        var wire: Int
        var whole: [UInt8]
        var body: [UInt8]
    }

    private mutating func rewritten(_ field: Field, _ message: OTLPMessage) -> [UInt8] {
        let known = OTLPSchema.fields(of: message).first { Int($0.number) == field.number }
        guard let known, case .message(let child) = known.kind else { return field.whole }
        if !known.isRepeated, random.chance(25) {
            // Two halves of a message are read as one.
            let inner = fields(field.body).map(\.whole)
            let cut = Int.random(in: 0...inner.count, using: &random)
            return wrapped(field.number, scramble(Array(inner[..<cut].joined()), as: child))
                + wrapped(field.number, scramble(Array(inner[cut...].joined()), as: child))
        }
        return wrapped(field.number, scramble(field.body, as: child))
    }

    private func wrapped(_ number: Int, _ body: [UInt8]) -> [UInt8] {
        Self.varint(UInt64(number << 3 | 2)) + Self.varint(UInt64(body.count)) + body
    }

    /// Fields that no version of OTLP has, of every wire type, and a known number with another type.
    private mutating func unknown() -> [UInt8] {
        let number = UInt64([21, 31, 32, 500, 70_000, 1 << 28].randomElement(using: &random)!)
        return switch Int.random(in: 0...5, using: &random) {
        case 0: Self.varint(number << 3) + [0xFF, 0xFF, 0x03]
        case 1: Self.varint(number << 3 | 1) + [1, 2, 3, 4, 5, 6, 7, 8]
        case 2: Self.varint(number << 3 | 2) + [3, 0xFF, 0xFE, 0xFD]
        case 3: Self.varint(number << 3 | 5) + [1, 2, 3, 4]
        case 4: Self.varint(number << 3 | 3) + [0x08, 0x01, 0x13, 0x14] + Self.varint(number << 3 | 4)
        default: [0x0D, 9, 9, 9, 9]
        }
    }

    static func varint(_ value: UInt64) -> [UInt8] {
        var rest = value
        var out: [UInt8] = []
        while rest >= 0x80 {
            out.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return out + [UInt8(rest)]
    }

    /// The fields of a well-formed message without groups.
    private func fields(_ bytes: [UInt8]) -> [Field] {
        var out: [Field] = []
        var at = 0
        func varint() -> Int {
            var value = 0
            var shift = 0
            while true {
                let next = Int(bytes[at])
                at += 1
                if shift < 63 { value |= (next & 0x7F) << shift }
                shift += 7
                if next < 0x80 { return value }
            }
        }
        while at < bytes.count {
            let start = at
            let tag = varint()
            var body = at..<at
            switch tag & 7 {
            case 0: _ = varint()
            case 1: at += 8
            case 2:
                let count = varint()
                body = at..<at + count
                at += count
            default: at += 4
            }
            out.append(
                Field(number: tag >> 3, wire: tag & 7, whole: Array(bytes[start..<at]), body: Array(bytes[body])))
        }
        return out
    }
}
