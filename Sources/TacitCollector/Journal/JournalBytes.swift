import TacitSeal

/// Numbers and texts as a journal has them: LEB128, the small ones in one byte.
struct JournalWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ value: Int) { write(UInt64(value)) }

    /// Zigzag: small ones are short on both sides of zero.
    mutating func write(signed value: Int64) { write(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    mutating func write(_ pseudonym: Pseudonym) {
        withUnsafeBytes(of: (pseudonym.high.littleEndian, pseudonym.low.littleEndian)) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ content: some Collection<UInt8>) {
        write(content.count)
        bytes.append(contentsOf: content)
    }
}

/// Reads what ``JournalWriter`` wrote. Every length is checked against what is there.
struct JournalReader {
    struct Fault: Error {}

    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) { rest = Array(bytes)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number() throws(Fault) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard let byte = rest.popFirst() else { throw Fault() }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw Fault()
    }

    /// How many of something follow, each of at least a byte.
    mutating func count() throws(Fault) -> Int {
        let value = try number()
        guard value <= UInt64(rest.count) else { throw Fault() }
        return Int(value)
    }

    mutating func index(below limit: Int) throws(Fault) -> Int {
        let value = try number()
        guard value < UInt64(limit) else { throw Fault() }
        return Int(value)
    }

    mutating func signed() throws(Fault) -> Int64 {
        let value = try number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func pseudonym() throws(Fault) -> Pseudonym {
        guard rest.count >= 16 else { throw Fault() }
        var words: [UInt64] = []
        for _ in 0..<2 {
            words.append(UInt64(littleEndianBytes: rest.prefix(8)))
            rest = rest.dropFirst(8)
        }
        return Pseudonym(high: words[0], low: words[1])
    }

    mutating func bytes() throws(Fault) -> ArraySlice<UInt8> {
        let count = try count()
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func text() throws(Fault) -> String {
        guard let text = String(validating: try bytes(), as: UTF8.self) else { throw Fault() }
        return text
    }
}
