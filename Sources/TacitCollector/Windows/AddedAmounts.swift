/// What each contributor has added to the integers of a tally, so that it can be taken out again.
///
/// ```swift
/// added.add(20, of: place, to: integer)
/// integers[integer] -= added.take(of: place, from: integer)
/// ```
///
/// These are exact figures too. They lie in two arrays that are overwritten when they grow and at the end, so that none is
/// left in memory that was given back. An entry has 16 bytes, and there are 1 1/3 to 2 2/3 places for each; a contributor
/// has at most one for each cell that it touches, or one for each of the cell's buckets.
struct AddedAmounts {
    /// The contributor's place plus one, then the integer; 0 where there is no entry.
    private var keys: [UInt64] = []
    private var amounts: [Int64] = []
    private var count = 0
    /// Odd, and nobody else's: who chooses the order in which cells arise can't choose which entries meet.
    private let factor = UInt64.random(in: .min ... .max) | 1

    var capacity: Int { keys.count }

    mutating func add(_ amount: Int64, of place: Int, to integer: Int) {
        if 4 * (count + 1) > 3 * keys.count { grow() }
        let (index, isKnown) = find(Self.key(place, integer))
        if !isKnown {
            keys[index] = Self.key(place, integer)
            count += 1
        }
        amounts[index] &+= amount
    }

    /// What was added, which is forgotten. The entry stays for what may still come from the same contributor.
    mutating func take(of place: Int, from integer: Int) -> Int64 {
        guard !keys.isEmpty else { return 0 }
        let (index, isKnown) = find(Self.key(place, integer))
        guard isKnown else { return 0 }
        defer { amounts[index] = 0 }
        return amounts[index]
    }

    /// Overwrites all amounts.
    mutating func destroy() {
        wipe()
        self = AddedAmounts()
    }

    private static func key(_ place: Int, _ integer: Int) -> UInt64 {
        UInt64(place + 1) << 32 | UInt64(UInt32(integer))
    }

    /// Where the entry is, or where it would be. There is always a free place.
    private func find(_ key: UInt64) -> (index: Int, isKnown: Bool) {
        let mask = keys.count - 1
        // The upper half of the product depends on all bits of the key.
        var index = Int(truncatingIfNeeded: (key &* factor) >> 32) & mask
        while keys[index] != 0 {
            if keys[index] == key { return (index, true) }
            index = (index + 1) & mask
        }
        return (index, false)
    }

    /// Twice as large, without the entries of which nothing is left.
    private mutating func grow() {
        var larger = AddedAmounts()
        larger.keys = Array(repeating: 0, count: max(64, 2 * keys.count))
        larger.amounts = Array(repeating: 0, count: larger.keys.count)
        for index in keys.indices where keys[index] != 0 && amounts[index] != 0 {
            let place = larger.find(keys[index]).index
            larger.keys[place] = keys[index]
            larger.amounts[place] = amounts[index]
            larger.count += 1
        }
        wipe()
        self = larger
    }

    private mutating func wipe() {
        for index in amounts.indices { amounts[index] = 0 }
        for index in keys.indices { keys[index] = 0 }
    }
}
