/// Words in small letters of less than 32 bytes, told whatever the case they are written in. Most others are told apart
/// by their length and first letter.
struct WordSet: ExpressibleByArrayLiteral, @unchecked Sendable {
    // Sendable: the blocks are written once, in `init`, and never changed or freed.

    /// A bit for each of the low five bits of the first byte, by length.
    private let firsts: UnsafePointer<UInt32>
    /// The hashes of the words; 0 where there is none.
    private let slots: UnsafePointer<UInt64>
    private let mask: Int

    init(arrayLiteral words: StaticString...) { self.init(words) }

    init(_ words: [StaticString]) {
        var capacity = 8
        while capacity < 4 * words.count { capacity *= 2 }
        let firsts = UnsafeMutablePointer<UInt32>.allocate(capacity: 32)
        firsts.initialize(repeating: 0, count: 32)
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        for word in words {
            let count = word.utf8CodeUnitCount
            precondition((1..<32).contains(count))
            // Safe: a StaticString literal holds `count` bytes; slot numbers are masked.
            firsts[count] |= 1 << UInt32(word.utf8Start[0] & 31)
            let hash = (0..<count).reduce(Self.seed) { Self.add(word.utf8Start[$1], to: $0) }
            var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (capacity - 1)
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = hash
        }
        self.firsts = UnsafePointer(firsts)
        self.slots = UnsafePointer(slots)
        mask = capacity - 1
    }

    /// Whether the range of the text reads as one of the words.
    func contains(_ range: Range<Int>, in text: Text) -> Bool {
        // Safe: the length is below 32, and slot numbers are masked. Ends, as most of the slots are empty.
        guard range.count < 32, firsts[range.count] >> UInt32(text[range.lowerBound] & 31) & 1 == 1 else {
            return false
        }
        var hash = Self.seed
        for i in range { hash = Self.add(text[i].lowercased, to: hash) }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
