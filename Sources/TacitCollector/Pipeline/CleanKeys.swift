#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keys that were found clean, so that the few that all records have are not scrubbed in each of them.
///
/// It holds a fixed number of short keys; one that takes the place of another costs the other a scrubbing, nothing else.
struct CleanKeys {
    private static let slots = 512
    private static let longest = 48

    private var text = [UInt8](repeating: 0, count: slots * longest)
    /// Zero where there is none: the empty key is never asked for.
    private var counts = [UInt8](repeating: 0, count: slots)

    func contains(_ key: UnsafeRawBufferPointer) -> Bool {
        guard key.count <= Self.longest, !key.isEmpty else { return key.isEmpty }
        let slot = Self.slot(key)
        guard Int(counts[slot]) == key.count else { return false }
        // Both sides have `key.count` bytes, at most `longest`; a slot's bytes end before the next one's.
        return text.withUnsafeBytes { memcmp($0.baseAddress! + slot * Self.longest, key.baseAddress!, key.count) == 0 }
    }

    mutating func insert(_ key: UnsafeRawBufferPointer) {
        guard key.count <= Self.longest, !key.isEmpty else { return }
        let slot = Self.slot(key)
        counts[slot] = UInt8(key.count)
        for (offset, byte) in key.enumerated() { text[slot * Self.longest + offset] = byte }
    }

    /// Clients may choose keys that share a slot: they gain nothing, for a slot is looked at once.
    private static func slot(_ key: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots - 1)
    }
}
