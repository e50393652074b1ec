/// A hash of bytes for tables that live as long as one look, eight bytes in one step.
enum ByteHash {
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Below `1 << power`.
    static func of(_ bytes: UnsafeRawBufferPointer, power: Int) -> Int {
        var hash = UInt64(truncatingIfNeeded: bytes.count)
        var place = 0
        while place + 8 <= bytes.count {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        return Int(mixed(hash ^ rest) >> UInt64(64 - power))
    }

    @inline(__always)
    private static func mixed(_ word: UInt64) -> UInt64 {
        let product = word &* factor
        return product ^ product >> 32
    }
}
