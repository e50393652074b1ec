import CTacitScan
import TacitSeal

/// Byte strings that are looked for in one pass, however many there are.
///
/// ```swift
/// let needles = Needles([key, other])
/// needles.forEachMatch(in: bytes) { number, place in … }
/// ```
package struct Needles: Sendable {
    /// As they were given; their numbers are their indices.
    package let needles: ByteStrings
    /// Of the longest one; 0 where there is none.
    package let longest: Int
    /// How many bytes of each are found by their hash: the length of the shortest.
    private let window: Int
    private let probes: Probes
    /// By the hash of its window one more than a needle's number, and by that number the next one; 0 where there is none.
    private var heads: [Int32]
    private var nexts: [Int32]
    private let power: Int

    /// - Parameter needles: of two bytes or more; shorter ones are never found.
    package init(_ needles: [[UInt8]]) { self.init(ByteStrings(needles)) }

    package init(_ needles: ByteStrings) {
        self.needles = needles
        let lengths = (0..<needles.count).lazy.map { needles.range(of: $0).count }
        longest = lengths.max() ?? 0
        window = min(lengths.filter { $0 >= 2 }.min() ?? 0, Self.widest)
        probes = Probes(needles, window: window)
        power = max(1, Int.bitWidth - needles.count.leadingZeroBitCount)
        heads = [Int32](repeating: 0, count: 1 << power)
        nexts = [Int32](repeating: 0, count: needles.count)
        // The last one first, so that those that are alike are found in the order of their numbers.
        needles.bytes.withUnsafeBytes { bytes in
            for number in (0..<needles.count).reversed() where needles.range(of: number).count >= max(2, window) {
                let slot = hash(bytes, needles.range(of: number).lowerBound)
                nexts[number] = heads[slot]
                heads[slot] = Int32(number + 1)
            }
        }
    }

    /// So many bytes tell needles apart.
    private static let widest = 64

    /// Calls `body` with the number of a needle and the place where it begins, in the order of their places.
    package func forEachMatch(in bytes: UnsafeRawBufferPointer, _ body: (Int, Int) -> Void) {
        guard window >= 2 else { return }
        probes.forEachCandidate(in: bytes) { start in
            guard start + window <= bytes.count else { return }
            var next = heads[hash(bytes, start)]
            while next != 0 {
                let number = Int(next) - 1
                if isAt(start, number, bytes) { body(number, start) }
                next = nexts[number]
            }
        }
    }

    private func hash(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
        ByteHash.of(UnsafeRawBufferPointer(rebasing: bytes[start..<start + window]), power: power)
    }

    private func isAt(_ start: Int, _ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let needle = needles.range(of: number)
        guard bytes.count - start >= needle.count else { return false }
        let there = UnsafeRawBufferPointer(rebasing: bytes[start..<start + needle.count])
        return needles.bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[needle]).equals(there) }
    }
}

/// Looks at every eighth place whether the eight bytes there may be some of a needle's.
///
/// Of each needle the eight bytes at each of eight places in a row have a mark, so wherever it lies, one of them is met. The places
/// are those where the needles are most alike: what is sealed begins with the same counts and lengths, and is marked by few words.
private struct Probes: Sendable {
    /// Where in a needle the first of the marked words begins.
    private let first: Int
    /// How many bytes a word has, and how many places in a row are marked: eight, where the needles are long enough.
    private let size: Int
    private let step: Int
    private let power: UInt32
    /// By the hash of a word, a bit for each of the places at which a needle has it.
    private let marks: [UInt8]

    init(_ needles: ByteStrings, window: Int) {
        size = min(8, window)
        step = min(8, window - size + 1)
        first = Self.mostAlike(needles, window: window, size: size, step: step)
        var power: UInt32 = 12
        var marks = Self.marks(of: needles, window, first, step, size, power)
        // One mark in sixteen at most is looked at in vain.
        while power < Self.largest, marks.count(where: { $0 != 0 }) > marks.count / 16 {
            power += 2
            marks = Self.marks(of: needles, window, first, step, size, power)
        }
        self.power = power
        self.marks = marks
    }

    /// Sixteen million marks are memory enough.
    private static let largest: UInt32 = 24

    private static func marks(
        of needles: ByteStrings, _ window: Int, _ first: Int, _ step: Int, _ size: Int, _ power: UInt32
    ) -> [UInt8] {
        var marks = [UInt8](repeating: 0, count: 1 << power)
        needles.bytes.withUnsafeBytes { bytes in
            for number in 0..<needles.count where needles.range(of: number).count >= max(2, window) {
                let start = needles.range(of: number).lowerBound + first
                for place in 0..<step {
                    marks[Int(tacit_mark(word(bytes, start + place, size), power))] |= 1 << UInt8(place)
                }
            }
        }
        return marks
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ size: Int) -> UInt64 {
        if size == 8 { return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
        return UInt64(littleEndianBytes: bytes[place..<place + size])
    }

    /// Where some of the needles have the fewest words between them. One whose bytes are all the same lies everywhere.
    private static func mostAlike(_ needles: ByteStrings, window: Int, size: Int, step: Int) -> Int {
        guard window > size else { return 0 }
        let sample = stride(from: 0, to: needles.count, by: max(1, needles.count / 256)).map { needles.range(of: $0) }
            .filter { $0.count >= window }
        let costs = needles.bytes.withUnsafeBytes { bytes in
            (0...window - size).map { place in
                let words = Set(sample.map { word(bytes, $0.lowerBound + place, size) })
                return words.count + 1000 * words.count { $0 == $0 << 8 | $0 >> 56 }
            }
        }
        let sums = (0...costs.count - step).map { costs[$0..<$0 + step].reduce(0, +) }
        return sums.indices.min { sums[$0] < sums[$1] } ?? 0
    }

    /// Calls `body` with each place where a needle may begin, in order.
    func forEachCandidate(in bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
        marks.withUnsafeBufferPointer { marks in
            // Safe: no byte at or behind the count is read, and there is a mark for each hash.
            let text = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var place = 0
            var mark: UInt8 = 0
            while true {
                // Safe: as above.
                place = tacit_next_mark(text, place, bytes.count, step, size, marks.baseAddress, power, &mark)
                guard place < bytes.count else { return }
                for before in (0..<step).reversed() where mark >> UInt8(before) & 1 == 1 {
                    let start = place - first - before
                    if start >= 0 { body(start) }
                }
                place += step
            }
        }
    }
}
