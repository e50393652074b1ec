/// The bytes under examination. Reading outside of them gives 0, so no verifier can run off an end.
struct Text {
    private let base: UnsafePointer<UInt8>?
    let count: Int

    /// The view is only used within the call that lent `bytes`.
    init(_ bytes: UnsafeRawBufferPointer) {
        base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        count = base == nil ? 0 : bytes.count
    }

    @inline(__always) subscript(_ index: Int) -> UInt8 {
        // Safe: the index lies in 0..<count, and count is 0 where there is no base.
        UInt(bitPattern: index) < UInt(bitPattern: count) ? base.unsafelyUnwrapped[index] : 0
    }

    /// The bytes of a range that lies within the text.
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        // Safe: the precondition above.
        return UnsafeRawBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
    }

    /// The first index from `start` on, below `end`, whose byte has a non-zero entry in `table` (256 entries).
    @inline(__always) func firstIndex(from start: Int, to end: Int, in table: UnsafePointer<UInt8>) -> Int {
        let end = min(end, count)
        var i = start
        guard let base else { return max(start, end) }
        // Safe: i < end <= count, and a UInt8 can't exceed the 256 entries.
        while i < end, table[Int(base[i])] == 0 { i += 1 }
        return i
    }

    /// Whether `literal` stands at `index`.
    func has(_ literal: StaticString, at index: Int) -> Bool {
        let n = literal.utf8CodeUnitCount
        guard index >= 0, index + n <= count else { return false }
        // Safe: a StaticString literal holds n bytes for the life of the process.
        for k in 0..<n where self[index + k] != literal.utf8Start[k] { return false }
        return true
    }

    /// Whether `literal`, given in lower case, stands at `index` in any case.
    func hasAnyCase(_ literal: StaticString, at index: Int) -> Bool {
        let n = literal.utf8CodeUnitCount
        guard index >= 0, index + n <= count else { return false }
        // Safe: as above.
        for k in 0..<n where Byte.lowercased(self[index + k]) != literal.utf8Start[k] { return false }
        return true
    }

    /// Whether the range reads as `literal`, given in lower case, in any case.
    func equalsAnyCase(_ literal: StaticString, _ range: Range<Int>) -> Bool {
        range.count == literal.utf8CodeUnitCount && hasAnyCase(literal, at: range.lowerBound)
    }
}
