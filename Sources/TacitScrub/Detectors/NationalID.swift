/// The format of a number that a state or its agencies give to a person (or, as a tax number, to a business).
struct NationalID: Sendable {
    /// How much has to speak for a number before it is taken.
    enum Trust: Sendable {
        /// Structure and check sum turn away all but about one random text in a thousand.
        case alone
        /// As `alone` if written in its groups; bare digits need a key word.
        case grouped
        /// A key word stands nearby, or nothing but the number is there and about one in fifty passes.
        case whole
        /// A key word stands nearby.
        case worded
        /// A key word stands nearby, and the number is written in its groups.
        case divided
    }

    let rule: RuleID
    /// `9` a digit, `A` a letter, `*` either, anything else itself.
    let pattern: StaticString
    let trust: Trust
    /// How the number is grouped, as in `0x324` for `078-05-1120`. Other groupings are not taken.
    let shapes: SIMD4<UInt32>
    /// Whether `/` may join the groups: Czech birth numbers and German tax numbers.
    private(set) var isWrittenWithSlash = false
    let check: @Sendable (Compact) -> Bool
    /// Where the pattern asks for a digit, for a letter, and for one certain character; bit 0 is the first.
    let digits: UInt64
    let letters: UInt64
    let others: UInt64

    init(
        _ rule: StaticString, _ pattern: StaticString, _ trust: Trust, _ shapes: [UInt32] = [],
        check: @escaping @Sendable (Compact) -> Bool = { _ in true }
    ) {
        self.rule = RuleID(rule)
        self.pattern = pattern
        self.trust = trust
        var four = SIMD4<UInt32>(repeating: 0)
        for (i, shape) in shapes.enumerated() { four[i] = shape }
        self.shapes = four
        self.check = check
        func places(_ isMeant: (UInt8) -> Bool) -> UInt64 {
            // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
            (0..<pattern.utf8CodeUnitCount).reduce(0) { $0 | (isMeant(pattern.utf8Start[$1]) ? 1 << UInt64($1) : 0) }
        }
        digits = places { $0 == "9" }
        letters = places { $0 == "A" }
        others = places { $0 != "9" && $0 != "A" && $0 != "*" }
    }

    func writtenWithSlash() -> NationalID {
        var copy = self
        copy.isWrittenWithSlash = true
        return copy
    }

    /// `digits` says where the number has digits.
    @inline(__always) func fits(_ number: Compact, digits found: UInt64) -> Bool {
        guard digits & ~found == 0, letters & found == 0 else { return false }
        return others == 0 || hasOthers(number)
    }

    private func hasOthers(_ number: Compact) -> Bool {
        // Safe: as in `init`.
        for i in 0..<pattern.utf8CodeUnitCount where others >> UInt64(i) & 1 == 1 {
            if number[i] != pattern.utf8Start[i] { return false }
        }
        return true
    }
}

/// The formats, sorted by their number of letters and digits.
struct NationalIDTable: @unchecked Sendable {
    // Sendable: the blocks are written once, in `init`, and never changed or freed.
    let formats: UnsafePointer<NationalID>
    private let starts: UnsafePointer<Int>

    static let standard = NationalIDTable(NationalID.all)

    init(_ all: [NationalID]) {
        let sorted = all.sorted { $0.pattern.utf8CodeUnitCount < $1.pattern.utf8CodeUnitCount }
        let formats = UnsafeMutablePointer<NationalID>.allocate(capacity: sorted.count)
        let starts = UnsafeMutablePointer<Int>.allocate(capacity: Self.lengths.count + 1)
        for (i, format) in sorted.enumerated() { (formats + i).initialize(to: format) }
        for i in 0...Self.lengths.count {
            let length = Self.lengths.lowerBound + i
            (starts + i).initialize(to: sorted.firstIndex { $0.pattern.utf8CodeUnitCount >= length } ?? sorted.count)
        }
        self.formats = UnsafePointer(formats)
        self.starts = UnsafePointer(starts)
    }

    static let lengths = 8...20

    /// The formats of a length that lies in `lengths`.
    @inline(__always) func range(_ length: Int) -> Range<Int> {
        // Safe: one more start than there are lengths.
        starts[length - Self.lengths.lowerBound]..<starts[length - Self.lengths.lowerBound + 1]
    }
}

extension Scanner {
    /// A national number at the start of `groups`: of some 140 formats, most of them with a check sum. What one random
    /// number in ten would pass needs a key word nearby.
    ///
    /// Not numbers without a check sum or structure, unless a key names them.
    func nationalID(_ groups: Groups, words: inout WordsBefore) -> Match? {
        let table = NationalIDTable.standard
        var n = min(groups.count, 8)
        while n >= 1 {
            defer { n -= 1 }
            let length = groups.length(n)
            guard NationalIDTable.lengths.contains(length), groups.ends(n) else { continue }
            let found = groups.digits & (1 << UInt64(length) - 1)
            let shape = n > 1 ? UInt32(truncatingIfNeeded: groups.shape(n)) : 0
            guard shape == 0 || triggers.hasShape(shape) else { continue }
            // Safe: the range lies within the table.
            for i in table.range(length) where table.formats[i].fits(groups.compact, digits: found) {
                guard shape == 0 || isGrouped(groups, shape, i, table),
                    mayBeTrusted(table.formats[i].trust, groups, n, &words)
                else { continue }
                let number = groups.compact.prefix(length)
                guard number.isVaried, table.formats[i].check(number),
                    isTrusted(table.formats[i].trust, groups, n, &words)
                else { continue }
                var end = groups.end(n)
                if text[end] == ")", n > 1, groups.joint(after: n - 1) == "(" { end += 1 }
                return Match(.nationalID, groups.start, end, table.formats[i].rule)
            }
        }
        return nil
    }

    private func isGrouped(_ groups: Groups, _ shape: UInt32, _ i: Int, _ table: NationalIDTable) -> Bool {
        // Safe: `i` is the index of a format.
        let shapes = table.formats[i].shapes
        guard shapes[0] == shape || shapes[1] == shape || shapes[2] == shape || shapes[3] == shape else { return false }
        return groups.joint(after: 1) != "/" || table.formats[i].isWrittenWithSlash
    }

    /// Turns away what needs a key word where none stands, before any check sum is worked out.
    private func mayBeTrusted(
        _ trust: NationalID.Trust, _ groups: Groups, _ n: Int, _ words: inout WordsBefore
    ) -> Bool {
        switch trust {
        case .worded: isNamed(groups, n, &words)
        case .divided: n > 1 && isNamed(groups, n, &words)
        case .alone, .grouped, .whole: true
        }
    }

    private func isTrusted(
        _ trust: NationalID.Trust, _ groups: Groups, _ n: Int, _ words: inout WordsBefore
    ) -> Bool {
        // Lists of numbers have spaces between them, too.
        let isJoined = n > 1 && groups.joint(after: 1) != " "
        let isUpper = groups.lowers == 0 || !(groups.start..<groups.end(n)).contains { text[$0].isLower }
        switch trust {
        case .alone where isUpper: return true
        case .grouped where isJoined && isUpper: return !isNumberOfThing(before: groups.start)
        case .whole where isJoined: return !isNumberOfThing(before: groups.start)
        case .divided: if n == 1 { return false }
        case .worded: break
        case .alone, .whole: if isAllThereIs(groups.start..<groups.end(n)) { return true }
        case .grouped: if n > 1, isAllThereIs(groups.start..<groups.end(n)) { return true }
        }
        return isNamed(groups, n, &words)
    }

    /// Whether a key word stands before the first `n` groups.
    private func isNamed(_ groups: Groups, _ n: Int, _ words: inout WordsBefore) -> Bool {
        let all = words.contexts(in: self, before: groups.start).all
        if all.contains(.nationalID) { return true }
        let isLong = groups.length(n) > 8 || n > 1 && groups.joint(after: 1) == "-"
        return isLong && all.contains(.longNationalID)
    }

    /// Whether a number is all there is on its line.
    func isAllThereIs(_ range: Range<Int>) -> Bool {
        text[range.lowerBound - 1].isLineEnd && text[range.upperBound].isLineEnd
    }
}
