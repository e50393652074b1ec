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
    @_transparent func firstIndex(of character: Unicode.Scalar, in range: Range<Int>) -> Int? {
        firstIndex(of: UInt8(ascii: character), in: range)
    }

    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= lower && range.upperBound <= count)
        guard let base else { return nil }
        // Safe: the precondition above.
        let offset = tacit_first(base + range.lowerBound, byte, range.count)
        return offset < range.count ? range.lowerBound + offset : nil
    }

    /// The index behind the last `character` in the range, or its lower bound.
    func indexBehindLast(_ character: Unicode.Scalar, in range: Range<Int>) -> Int {
        precondition(range.lowerBound >= lower && range.upperBound <= count)
        guard let base else { return range.lowerBound }
        // Safe: the precondition above.
        return range.lowerBound + tacit_behind_last(base + range.lowerBound, UInt8(ascii: character), range.count)
    }

    /// Whether `literal` stands at `index`. The first byte tells most times, and is looked at without a call.
    @inline(__always) func has(_ literal: StaticString, at index: Int) -> Bool {
        // Safe: a StaticString literal ends in NUL, so that it has a byte.
        self[index] == literal.utf8Start[0] && hasAll(literal, at: index)
    }

    private func hasAll(_ literal: StaticString, at index: Int) -> Bool {
        let n = literal.utf8CodeUnitCount
        guard index >= lower, index + n <= count else { return false }
        // Safe: a StaticString literal holds n bytes for the life of the process; the view holds n from `index` on.
        let bytes = base.unsafelyUnwrapped + index
        for k in 0..<n where bytes[k] != literal.utf8Start[k] { return false }
        return true
    }

    /// Whether `literal`, given in lower case, stands at `index` in any case.
    @inline(__always) func hasAnyCase(_ literal: StaticString, at index: Int) -> Bool {
        // Safe: as above.
        self[index].lowercased == literal.utf8Start[0] && hasAllAnyCase(literal, at: index)
    }

    private func hasAllAnyCase(_ literal: StaticString, at index: Int) -> Bool {
        let n = literal.utf8CodeUnitCount
        guard index >= lower, index + n <= count else { return false }
        // Safe: as above.
        let bytes = base.unsafelyUnwrapped + index
        for k in 0..<n where bytes[k].lowercased != literal.utf8Start[k] { return false }
        return true
    }

    /// Whether the range reads as `literal`, given in lower case, in any case.
    func equalsAnyCase(_ literal: StaticString, _ range: Range<Int>) -> Bool {
        range.count == literal.utf8CodeUnitCount && hasAnyCase(literal, at: range.lowerBound)
    }

    /// The bytes of the character of UTF-8 at `i`; `nil` where there is none.
    func characterWidth(at i: Int) -> Int? {
        let width: Int
        switch self[i] {
        case ..<0x80: return 1
        case 0xC2...0xDF: width = 2
        case 0xE0...0xEF: width = 3
        case 0xF0...0xF4: width = 4
        default: return nil
        }
        for k in 1..<width where self[i + k] & 0xC0 != 0x80 { return nil }
        return width
    }

    /// The character that byte `i` belongs to, from 0x80 on; `nil` where it belongs to none.
    func character(around i: Int) -> Range<Int>? {
        guard self[i] >= 0x80 else { return nil }
        var start = i
        while i - start < 3, self[start] & 0xC0 == 0x80 { start -= 1 }
        guard let width = characterWidth(at: start), start + width > i else { return nil }
        return start..<start + width
    }
}
