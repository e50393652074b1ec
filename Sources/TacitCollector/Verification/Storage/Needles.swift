import CTacitScan

/// Byte strings that are looked for in one pass, however many there are.
///
/// ```swift
/// let needles = Needles([key, other])
/// needles.forEachMatch(in: bytes) { number, place in … }
/// ```
package struct Needles: Sendable {
    /// As they were given; their numbers are their indices.
    package let needles: [[UInt8]]
    /// Of the longest one; 0 where there is none.
    package let longest: Int
    /// What is compared of each: the length of the shortest.
    private let window: Int
    private let search: Search

    private enum Search: Sendable {
        case few(ShiftedSearch)
        case many(MarkedSearch)
    }

    /// So many that hardly a pair of bytes is in none of them.
    private static let many = 1024

    /// - Parameter needles: of two bytes or more; shorter ones are never found.
    package init(_ needles: [[UInt8]]) {
        self.needles = needles
        longest = needles.map(\.count).max() ?? 0
        let searched = needles.indices.filter { needles[$0].count >= 2 }
        window = min(searched.map { needles[$0].count }.min() ?? 0, 255)
        search =
            searched.count > Self.many && window >= MarkedSearch.size
            ? .many(MarkedSearch(searched, of: needles, window: window))
            : .few(ShiftedSearch(searched, of: needles, window: window))
    }

    /// Calls `body` with the number of a needle and the place where it begins, in the order of their places.
    package func forEachMatch(in bytes: UnsafeRawBufferPointer, _ body: (Int, Int) -> Void) {
        guard window >= 2, bytes.count >= window else { return }
        func look(_ start: Int, _ number: Int) { if isAt(start, number, bytes) { body(number, start) } }
        switch search {
        case .few(let search): search.forEachCandidate(in: bytes, look)
        case .many(let search): search.forEachCandidate(in: bytes, look)
        }
    }

    private func isAt(_ start: Int, _ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let needle = needles[number]
        guard bytes.count - start >= needle.count else { return false }
        for place in needle.indices where bytes[start + place] != needle[place] { return false }
        return true
    }
}

/// Moves a window over the bytes, by as much as its last two allow (Wu and Manber 1994).
private struct ShiftedSearch: Sendable {
    private let window: Int
    /// How far the window may move when its last two bytes are these.
    private var shifts: [UInt8] = []
    /// By the last two bytes of their first `window` ones.
    private var byEnd: [UInt16: [Int]] = [:]

    init(_ searched: [Int], of needles: [[UInt8]], window: Int) {
        self.window = window
        guard window >= 2 else { return }
        shifts = [UInt8](repeating: UInt8(window - 1), count: 1 << 16)
        for number in searched {
            for end in 1..<window {
                let pair = Self.pair(needles[number][end - 1], needles[number][end])
                shifts[Int(pair)] = min(shifts[Int(pair)], UInt8(window - 1 - end))
                if end == window - 1 { byEnd[pair, default: []].append(number) }
            }
        }
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) | UInt16(second) << 8 }

    func forEachCandidate(in bytes: UnsafeRawBufferPointer, _ body: (_ start: Int, _ number: Int) -> Void) {
        shifts.withUnsafeBufferPointer { shifts in
            // Safe: no byte at or behind the count is read, and there is a shift for each pair of bytes.
            let text = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var last = window - 1
            while true {
                // Safe: as above.
                last = tacit_next_window(text, last, bytes.count, shifts.baseAddress)
                guard last < bytes.count else { return }
                for number in byEnd[Self.pair(bytes[last - 1], bytes[last])] ?? [] { body(last - window + 1, number) }
                last += 1
            }
        }
    }
}

/// Looks at every place whether the last eight bytes of a window may be those of a needle.
private struct MarkedSearch: Sendable {
    /// Bytes that are compared of each needle.
    static let size = 8

    private let window: Int
    private let power: UInt32
    /// A bit for each of `1 << power` hashes.
    private var bits: [UInt64]
    /// The last eight bytes of each needle's first `window` ones, in order, and its number.
    private let words: [(word: UInt64, number: Int)]

    init(_ searched: [Int], of needles: [[UInt8]], window: Int) {
        self.window = window
        words = searched.map { number in
            (needles[number].withUnsafeBytes { Self.word($0, at: window - Self.size) }, number)
        }.sorted { $0.word < $1.word }
        // Sixteen bits or more for each, so that one place in sixteen at most is looked at in vain.
        power = UInt32(64 - (16 * searched.count).leadingZeroBitCount)
        bits = [UInt64](repeating: 0, count: 1 << (power - 6))
        for (word, _) in words {
            let mark = tacit_mark(word, power)
            bits[Int(mark >> 6)] |= 1 << (mark & 63)
        }
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    func forEachCandidate(in bytes: UnsafeRawBufferPointer, _ body: (_ start: Int, _ number: Int) -> Void) {
        bits.withUnsafeBufferPointer { bits in
            // Safe: no byte at or behind the count is read, none before the first, and there is a bit for each hash.
            let text = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var last = window - 1
            while true {
                // Safe: as above.
                last = tacit_next_mark(text, last, bytes.count, bits.baseAddress, power)
                guard last < bytes.count else { return }
                let word = Self.word(bytes, at: last + 1 - Self.size)
                for index in firstIndex(of: word)..<words.count {
                    guard words[index].word == word else { break }
                    body(last - window + 1, words[index].number)
                }
                last += 1
            }
        }
    }

    private func firstIndex(of word: UInt64) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].word < word { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
