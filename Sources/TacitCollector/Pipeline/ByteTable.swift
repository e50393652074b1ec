#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds a byte string among a fixed set without making a `String`: attribute names, event names, closed values.
struct ByteTable: Sendable {
    private var slots: [Int32]
    private(set) var keys: [[UInt8]] = []
    private let mask: Int
    private let longest: Int

    /// Equal strings get the number of the first.
    init(_ strings: [String]) {
        var capacity = 8
        while capacity < strings.count * 4 { capacity *= 2 }
        mask = capacity - 1
        longest = strings.map(\.utf8.count).max() ?? 0
        slots = Array(repeating: -1, count: capacity)
        for string in strings {
            let key = Array(string.utf8)
            let slot = key.withUnsafeBytes { probe($0) }
            if slots[slot] < 0 { slots[slot] = Int32(keys.count) }
            keys.append(key)
        }
    }

    /// The position of `bytes` in the list that the table was made from.
    func find(_ bytes: UnsafeRawBufferPointer) -> Int? {
        // What clients send may be long, and the same for every record: it is hashed only where it can be a key.
        guard bytes.count <= longest else { return nil }
        let found = slots[probe(bytes)]
        return found < 0 ? nil : Int(found)
    }

    private func probe(_ bytes: UnsafeRawBufferPointer) -> Int {
        var slot = Int(truncatingIfNeeded: bytes.fnv1a) & mask
        while slots[slot] >= 0, !keys[Int(slots[slot])].withUnsafeBytes({ $0.equals(bytes) }) {
            slot = (slot + 1) & mask
        }
        return slot
    }
}

extension UnsafeRawBufferPointer {
    func equals(_ other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        return count == 0 || memcmp(baseAddress!, other.baseAddress!, count) == 0
    }

    /// A quick hash for tables whose keys the operator chose. Tables of what clients send use `Dictionary`, which is
    /// seeded.
    fileprivate var fnv1a: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in self { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }
}
