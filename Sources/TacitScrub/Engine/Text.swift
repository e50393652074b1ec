import CTacitScan

/// The bytes under examination: a view of a text between two barriers. Reading outside of the view gives 0, so no
/// verifier can run off an end or see what was found before.
struct Text {
    let base: UnsafePointer<UInt8>?
    /// The first index of the view.
    private(set) var lower: Int
    /// The end of the view: an index, not a length.
    private(set) var count: Int

    /// The view is only used within the call that lent `bytes`.
    init(_ bytes: UnsafeRawBufferPointer) {
        base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        lower = 0
        count = base == nil ? 0 : bytes.count
    }

    /// A smaller view, with the same indices.
    func view(from lower: Int, to end: Int) -> Text {
        precondition(lower >= self.lower && lower <= end && end <= count)
        var view = self
        view.lower = lower
        view.count = end
        return view
    }

    @inline(__always) subscript(_ index: Int) -> UInt8 {
        // Safe: the index lies in lower..<count, which is empty where there is no base.
        UInt(bitPattern: index &- lower) < UInt(bitPattern: count &- lower) ? base.unsafelyUnwrapped[index] : 0
    }

    /// The bytes of a range that lies within the view.
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        precondition(range.lowerBound >= lower && range.upperBound <= count)
        // Safe: the precondition above.
        return UnsafeRawBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
    }

    /// The eight bytes from `index` on, the first one lowest, if the view holds as many.
    @inline(__always) func eightBytes(at index: Int) -> UInt64? {
        guard index >= lower, index + 8 <= count, let base else { return nil }
        // Safe: the view holds eight bytes from `index` on.
        return UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }

    /// The first index in the range whose byte is `byte`.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= lower && range.upperBound <= count)
        guard let base else { return nil }
        // Safe: the precondition above.
        let offset = tacit_first(base + range.lowerBound, byte, range.count)
        return offset < range.count ? range.lowerBound + offset : nil
    }

    /// The index behind the last `byte` in the range, or its lower bound.
    func indexBehindLast(_ byte: UInt8, in range: Range<Int>) -> Int {
        precondition(range.lowerBound >= lower && range.upperBound <= count)
        guard let base else { return range.lowerBound }
        // Safe: the precondition above.
        return range.lowerBound + tacit_behind_last(base + range.lowerBound, byte, range.count)
    }

    /// Whether `literal` stands at `index`.
    func has(_ literal: StaticString, at index: Int) -> Bool {
        let n = literal.utf8CodeUnitCount
        guard index >= lower, index + n <= count else { return false }
        // Safe: a StaticString literal holds n bytes for the life of the process; the view holds n from `index` on.
        let bytes = base.unsafelyUnwrapped + index
        for k in 0..<n where bytes[k] != literal.utf8Start[k] { return false }
        return true
    }

    /// Whether `literal`, given in lower case, stands at `index` in any case.
    func hasAnyCase(_ literal: StaticString, at index: Int) -> Bool {
        let n = literal.utf8CodeUnitCount
        guard index >= lower, index + n <= count else { return false }
        // Safe: as above.
        let bytes = base.unsafelyUnwrapped + index
        for k in 0..<n where Byte.lowercased(bytes[k]) != literal.utf8Start[k] { return false }
        return true
    }

    /// Whether the range reads as `literal`, given in lower case, in any case.
    func equalsAnyCase(_ literal: StaticString, _ range: Range<Int>) -> Bool {
        range.count == literal.utf8CodeUnitCount && hasAnyCase(literal, at: range.lowerBound)
    }
}
