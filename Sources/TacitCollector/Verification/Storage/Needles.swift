import CTacitScan

/// Byte strings that are looked for in one pass, however many there are (Wu and Manber 1994).
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
    /// How far the window may move when its last two bytes are these.
    private var shifts: [UInt8] = []
    /// By the last two bytes of their first `window` ones.
    private var byEnd: [UInt16: [Int]] = [:]

    /// - Parameter needles: of two bytes or more; shorter ones are never found.
    package init(_ needles: [[UInt8]]) {
        self.needles = needles
        longest = needles.map(\.count).max() ?? 0
        let searched = needles.indices.filter { needles[$0].count >= 2 }
        window = min(searched.map { needles[$0].count }.min() ?? 0, 255)
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

    /// Calls `body` with the number of a needle and the place where it begins, in the order of their places.
    package func forEachMatch(in bytes: UnsafeRawBufferPointer, _ body: (Int, Int) -> Void) {
        guard window >= 2, bytes.count >= window, let base = bytes.baseAddress else { return }
        shifts.withUnsafeBufferPointer { shifts in
            // Safe: no byte at or behind the count is read, and there is a shift for each pair of bytes.
            let text = base.assumingMemoryBound(to: UInt8.self)
            var last = window - 1
            while true {
                // Safe: as above.
                last = tacit_next_window(text, last, bytes.count, shifts.baseAddress)
                guard last < bytes.count else { return }
                let start = last - window + 1
                let pair = Self.pair(bytes[last - 1], bytes[last])
                for number in byEnd[pair] ?? [] where isAt(start, number, bytes) { body(number, start) }
                last += 1
            }
        }
    }

    private func isAt(_ start: Int, _ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let needle = needles[number]
        guard bytes.count - start >= needle.count else { return false }
        for place in needle.indices where bytes[start + place] != needle[place] { return false }
        return true
    }
}
