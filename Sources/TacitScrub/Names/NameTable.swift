/// What is known of a word: whether people are called so, and whether it means other things as well.
///
/// Built from `NameLists` and `NameWords` when it is first asked, which takes a few milliseconds.
struct NameTable: @unchecked Sendable {
    // Sendable: the block is written once, in `init`, and never changed or freed.

    /// What a word may be.
    struct Uses: OptionSet {
        let rawValue: UInt64
        static let given = Uses(rawValue: 1)
        static let family = Uses(rawValue: 2)
        /// A name that is also an ordinary word, a place, a company or the like.
        static let ambiguousGiven = Uses(rawValue: 4)
        static let ambiguousFamily = Uses(rawValue: 8)
        /// Makes what stands before it no name: `Station`, `Hotel`, `Language`, `The`.
        static let noName = Uses(rawValue: 16)
        /// May stand in small letters within a name: `van`, `de`.
        static let particle = Uses(rawValue: 32)
        /// Tells that a name may follow: `by`, `from`, `signed`.
        static let cue = Uses(rawValue: 64)
        /// Tells that a name follows: `Mr`.
        static let title = Uses(rawValue: 128)
        static let all = Uses(rawValue: 255)

        /// A name that is listed among other words, too, means other things as well.
        var weighed: Uses {
            guard contains(.noName), !isDisjoint(with: [.given, .family]) else { return self }
            var uses = subtracting([.given, .family])
            if contains(.given) { uses.insert(.ambiguousGiven) }
            if contains(.family) { uses.insert(.ambiguousFamily) }
            return uses
        }
    }

    static let standard = NameTable()

    /// The hash of a word, with its uses in place of the last bits; 0 is empty.
    private let slots: UnsafePointer<UInt64>

    private init() {
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.capacity)
        slots.initialize(repeating: 0, count: Self.capacity)
        self.slots = UnsafePointer(slots)
        var used = 0
        for (list, uses, ambiguous) in Self.lists {
            var hash = Self.seed
            var isAmbiguous = false
            var length = 0
            for i in 0...list.utf8CodeUnitCount {
                // Safe: below the number of bytes of the literal.
                let byte = i < list.utf8CodeUnitCount ? list.utf8Start[i] : UInt8(ascii: " ")
                if byte != " " {
                    if byte.isUpper { isAmbiguous = true }
                    hash = Self.add(byte, to: hash)
                    length += 1
                    continue
                }
                if length > 0, Self.insert(hash, isAmbiguous ? ambiguous : uses, into: slots) { used += 1 }
                hash = Self.seed
                isAmbiguous = false
                length = 0
            }
        }
        precondition(used <= Self.capacity / 2, "the table is to stay half empty")
    }

    /// What the word with this hash may be.
    subscript(_ hash: UInt64) -> Uses {
        var slot = Self.slot(hash)
        // Safe: the index is masked to the capacity. Ends, as half of the slots are empty.
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) & ~Uses.all.rawValue == 0 { return Uses(rawValue: slots[slot] & Uses.all.rawValue) }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        return []
    }

    /// Whether the word is new.
    private static func insert(_ hash: UInt64, _ uses: Uses, into slots: UnsafeMutablePointer<UInt64>) -> Bool {
        var slot = Self.slot(hash)
        // Safe: as above.
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) & ~Uses.all.rawValue == 0 {
                slots[slot] |= uses.rawValue
                return false
            }
            slot = (slot + 1) & (capacity - 1)
        }
        slots[slot] = hash & ~Uses.all.rawValue | uses.rawValue
        return true
    }

    private static let lists: [(StaticString, Uses, Uses)] = [
        (NameLists.given, .given, .ambiguousGiven), (NameLists.family, .family, .ambiguousFamily),
        (NameWords.noNames, .noName, .noName), (NameWords.particles, .particle, .particle),
        (NameWords.titles, [.title, .cue, .noName], .title), (NameWords.cues, .cue, .cue),
    ]

    private static let capacity = 65_536
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes an ASCII letter of either case.
    @inline(__always) static func add(_ letter: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(letter | 0x20)) &* 0x0000_0100_0000_01B3
    }

    @inline(__always) private static func slot(_ hash: UInt64) -> Int {
        Int((hash ^ hash >> 31) >> 8 & UInt64(capacity - 1))
    }
}
