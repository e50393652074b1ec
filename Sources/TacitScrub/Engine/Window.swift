import CTacitScan

/// Where verifiers have to look, as the vector scan has marked it for a stretch of a view.
///
/// There are two stretches: a long one of the text ahead, and a short one for what stands right beside a barrier, whose
/// marks may be others than before. Past these, the long stretch stays right: it may mark too much, never too little.
struct Window {
    /// What is marked at a place.
    struct Mark: OptionSet {
        let rawValue: UInt8
        static let shape = Mark(rawValue: 1)
        static let literal = Mark(rawValue: 2)
        /// A byte that a pattern of the user's may begin with.
        static let pattern = Mark(rawValue: 4)
    }

    /// How many words a caller lends: marks, literals and patterns of all blocks.
    static let words = 3 * (longest + shortest)
    private static let longest = 32
    private static let shortest = 6
    /// Marks depend on so many bytes to their left at most: two blocks.
    private static let memory = 128

    private struct Stretch {
        let marks: UnsafeMutablePointer<UInt64>
        let literals: UnsafeMutablePointer<UInt64>
        let patterns: UnsafeMutablePointer<UInt64>
        var range = 0..<0

        init(_ base: UnsafeMutablePointer<UInt64>, blocks: Int) {
            marks = base
            literals = base + blocks
            patterns = base + 2 * blocks
        }

        @inline(__always) func word(_ block: Int, _ hasPatterns: Bool) -> UInt64 {
            // Safe: callers ask for blocks that were written.
            let word = marks[block] | literals[block]
            return hasPatterns ? word | patterns[block] : word
        }

        @inline(__always) func mark(_ block: Int, _ bit: Int, _ hasPatterns: Bool) -> Mark {
            // Safe: as above.
            var mark = marks[block] >> UInt64(bit) & 1 | (literals[block] >> UInt64(bit) & 1) << 1
            if hasPatterns { mark |= (patterns[block] >> UInt64(bit) & 1) << 2 }
            return Mark(rawValue: UInt8(truncatingIfNeeded: mark))
        }
    }

    private var ahead: Stretch
    private var near: Stretch
    /// From here on, `ahead` is right.
    private var settled = 0
    /// Whether the end of a view that ends at a barrier touches what goes on behind the barrier.
    private var isCutWithin = false
    private var growth = 4

    /// Whether every `=` is marked, not only those behind what may be a key.
    var marksEveryPair = false {
        didSet { if marksEveryPair != oldValue { forget() } }
    }

    // Safe: the plan that holds it outlives the window.
    private let marker: Unmanaged<PatternMarker>?

    /// `storage` has `words` words and outlives the window, and so does the marker.
    init(_ storage: UnsafeMutableBufferPointer<UInt64>, marker: PatternMarker?) {
        precondition(storage.count >= Self.words)
        let base = storage.baseAddress!
        ahead = Stretch(base, blocks: Self.longest)
        near = Stretch(base + 3 * Self.longest, blocks: Self.shortest)
        self.marker = marker.map(Unmanaged.passUnretained)
    }

    /// The view now ends at `end`. Where a blank or sign stands before it that no date comes before, nothing can be
    /// marked now that was not marked before: numbers, keys and tokens read the same.
    mutating func viewEnds(at end: Int, in text: Text) {
        let last = text[end - 1]
        isCutWithin = last >= 0x80 || last.isAlphanumeric || text[end - 2].isDigit
        if isCutWithin { near.range = 0..<0 }
    }

    /// The view now begins at `lower`. Marks stay right behind a byte that joins neither a number, a key nor a token;
    /// what stands before the first such byte may be marked otherwise, and so may all that is near a word that was cut.
    mutating func viewBegins(at lower: Int, in text: Text) {
        near.range = 0..<0
        settled = lower
        let limit = min(lower + Self.memory, text.count)
        if text[lower].isAlphanumeric || text[lower] >= 0x80 {
            settled = limit
        } else {
            while settled < limit, !Self.isApart(text[settled]) { settled += 1 }
        }
    }

    private static func isApart(_ byte: UInt8) -> Bool {
        switch byte {
        case "\t", "\n", "\r", " "..."$", "&"...")", ",", ";", "<", ">", "@", "]", "{"..."~": true
        default: false
        }
    }

    private mutating func forget() {
        near.range = 0..<0
        ahead.range = 0..<0
    }

    /// The next marked place of the view from `cursor` on, before `limit`, with what is marked there. `isCut` says that
    /// the view ends at a barrier.
    @inline(__always)
    mutating func next(
        from cursor: Int, to limit: Int, in text: Text, isCut: Bool, triggers: TriggerTable
    ) -> (at: Int, mark: Mark)? {
        // Nothing is marked beyond the view.
        precondition(limit <= text.count)
        var i = cursor
        while i < limit {
            if !near.range.contains(i), isCut && isCutWithin || i < settled || !ahead.range.contains(i) {
                fill(from: i, in: text, isCut: isCut, triggers: triggers)
            }
            let stretch = near.range.contains(i) ? near : ahead
            let start = stretch.range.lowerBound
            // Safe: i lies in the stretch, whose words were written.
            var block = (i - start) >> 6
            let end = min(stretch.range.upperBound, limit)
            let last = (end - 1 - start) >> 6
            let hasPatterns = marker != nil
            var word = stretch.word(block, hasPatterns) & (~0 << UInt64((i - start) & 63))
            while word == 0, block < last {
                block += 1
                word = stretch.word(block, hasPatterns)
            }
            if word != 0 {
                let bit = word.trailingZeroBitCount
                let at = start + block << 6 + bit
                guard at < limit else { return nil }
                return (at, stretch.mark(block, bit, hasPatterns))
            }
            i = end
        }
        return nil
    }

    private mutating func fill(from cursor: Int, in text: Text, isCut: Bool, triggers: TriggerTable) {
        // What was marked ahead is of use again behind the barrier.
        let patches = isCut || (cursor < settled && ahead.range.contains(settled))
        let reach = patches ? (isCut ? cursor + Self.shortest << 6 : settled) : cursor + growth << 6
        let range = cursor..<min(reach, text.count)
        let stretch = patches ? near : ahead
        // Safe: the view is lent for the time of the scan, `cursor` lies in it, and both arrays have as many words.
        tacit_scan(
            triggers.tables, marksEveryPair ? 1 : 0, text.base, text.lower, text.count, cursor, range.upperBound,
            stretch.marks, stretch.literals)
        marker?._withUnsafeGuaranteedRef { $0.mark(stretch.patterns, range, of: text) }
        if patches {
            near.range = range
        } else {
            ahead.range = range
            near.range = 0..<0
            settled = min(settled, cursor)
            growth = min(2 * growth, Self.longest)
        }
    }
}
