import CTacitScan

/// Which literals (`eyJ`, `ghp_`, `/home/`) are known, and how they are found.
///
/// A literal is found by a hash of its first three or four bytes, which the scan looks up at the beginning of each
/// word, and wherever vectors see the fingerprint of one that begins with a sign. So the table can hold hundreds at the
/// price of one.
struct TriggerTable: @unchecked Sendable {
    // Sendable: the blocks are written once, in `init`, and never changed or freed.

    /// What the vector scan looks for.
    let tables: UnsafePointer<tacit_scan_tables>
    /// 32768 entries: 1 + the index of the first literal with that hash, or 0.
    private let heads: UnsafePointer<UInt16>
    private let literals: UnsafePointer<Literal>
    /// The prefix of each literal, apart from what stands behind it: most comparisons end here.
    private let prefixes: UnsafePointer<Prefix>
    /// The first sixteen bytes of each literal, as the scan compares them.
    private let beginnings: UnsafePointer<tacit_literal>
    /// For each literal, 1 + the index of the next one with the same hash, or 0.
    private let links: UnsafePointer<UInt16>

    private struct Prefix {
        let prefix: StaticString
        let anyCase: Bool
    }

    static let standard = TriggerTable(
        Literal.standard + Literal.escapes + Literal.joints + Literal.confusables + Literal.spelled
            + Placeholder.literals,
        keys: .standard)

    init(_ literals: [Literal], keys: KeyTable) {
        let tables = UnsafeMutablePointer<tacit_scan_tables>.allocate(capacity: 1)
        tables.initialize(to: tacit_scan_tables())
        let raw = UnsafeMutableRawPointer(tables)
        let fourths = UnsafeMutablePointer<UInt32>.allocate(capacity: 8192)
        fourths.initialize(repeating: 0, count: 8192)
        let threes = UnsafeMutablePointer<UInt64>.allocate(capacity: 1024)
        threes.initialize(repeating: 0, count: 1024)
        let fives = UnsafeMutablePointer<UInt64>.allocate(capacity: 1024)
        fives.initialize(repeating: 0, count: 1024)
        let heads = UnsafeMutablePointer<UInt16>.allocate(capacity: 32768)
        heads.initialize(repeating: 0, count: 32768)
        // Safe: a member of the struct, as an array of its elements.
        let endings = (raw + MemoryLayout.offset(of: \tacit_scan_tables.endings)!).assumingMemoryBound(to: UInt64.self)
        endings.update(from: keys.endingsInText, count: KeyTable.endingWords)
        tables.pointee.key_fours = keys.foursInText
        tables.pointee.keys = UnsafePointer(keys.tailsInText)
        tables.pointee.encodings = UnsafePointer(keys.tailsOfEncodings)
        tables.pointee.words = UnsafePointer(ContextWords.standard.tails)
        NationalIDTable.standard.write(to: tables)
        Fingerprints(of: literals).write(to: raw)
        // Safe: a member of the struct, as an array of its elements.
        let triples = (raw + MemoryLayout.offset(of: \tacit_scan_tables.triples)!).assumingMemoryBound(to: UInt8.self)
        Triples(of: literals.filter(\.isAnywhere), buckets: 8).write(to: triples)
        Triples(of: literals.filter { !$0.isAnywhere }, buckets: 16).write(to: triples + Triples.size)
        let beginnings = UnsafeMutablePointer<tacit_literal>.allocate(capacity: literals.count)
        let links = UnsafeMutablePointer<UInt16>.allocate(capacity: literals.count)
        links.initialize(repeating: 0, count: literals.count)
        let copies = UnsafeMutablePointer<Literal>.allocate(capacity: literals.count)
        let prefixes = UnsafeMutablePointer<Prefix>.allocate(capacity: literals.count)
        // Safe: every index below is a hash within the bounds of its table, or below the number of literals.
        for (index, literal) in literals.enumerated() {
            (copies + index).initialize(to: literal)
            (prefixes + index).initialize(to: Prefix(prefix: literal.prefix, anyCase: literal.anyCase))
            let hash = Int(literal.hash)
            fourths[Int(tacit_triple(literal.beginning))] |= literal.fourths
            if literal.prefix.utf8CodeUnitCount == 3 {
                let three = tacit_three(literal.beginning)
                threes[Int(three >> 6)] |= 1 << UInt64(three & 63)
            }
            for fifth in literal.fifths {
                let five = tacit_five(literal.beginning, fifth)
                fives[Int(five >> 6)] |= 1 << UInt64(five & 63)
            }
            // The longest of the prefixes with the same hash comes last, so that it is compared first.
            (beginnings + index).initialize(to: tacit_literal(literal, next: heads[hash]))
            links[index] = heads[hash]
            heads[hash] = UInt16(index + 1)
        }
        tables.pointee.fourths = UnsafePointer(fourths)
        tables.pointee.threes = UnsafePointer(threes)
        tables.pointee.fives = UnsafePointer(fives)
        tables.pointee.heads = UnsafePointer(heads)
        tables.pointee.literals = UnsafePointer(beginnings)
        self.heads = UnsafePointer(heads)
        self.literals = UnsafePointer(copies)
        self.prefixes = UnsafePointer(prefixes)
        self.links = UnsafePointer(links)
        self.beginnings = UnsafePointer(beginnings)
        self.tables = UnsafePointer(tables)
    }

    /// 1 + the index of the first literal of more than three bytes that may begin at `start`, or 0.
    @inline(__always) func longLiteral(in text: Text, at start: Int) -> Int {
        // Safe: a hash is below 32768.
        Int(heads[Int(tacit_hash(text.bytes(three: start) | UInt32(text[start + 3]) << 24))])
    }

    /// 1 + the index of the first literal of three bytes that may begin at `start`, or 0.
    @inline(__always) func shortLiteral(in text: Text, at start: Int) -> Int {
        // Safe: as above.
        Int(heads[Int(tacit_hash(text.bytes(three: start)))])
    }

    // Safe: numbers come from `heads` and `links`, which hold 1...count and 0 for the end.
    func literal(_ number: Int) -> Literal { literals[number - 1] }
    func literal(after number: Int) -> Int { Int(links[number - 1]) }

    /// Whether a number may be grouped in this way.
    func hasShape(_ shape: UInt32) -> Bool {
        let hash = tacit_shape_hash(shape)
        // Safe: a hash is below 16384, and the set has as many bits.
        return tables.pointee.shapes[Int(hash >> 6)] >> UInt64(hash & 63) & 1 == 1
    }

    /// Whether the literal's prefix stands at `start`.
    func stands(_ number: Int, in text: Text, at start: Int) -> Bool {
        let known = prefixes[number - 1]
        if let bytes = text.eightBytes(at: start) {
            // Safe: as above.
            let first = beginnings[number - 1]
            guard (bytes | first.fold.0) & first.mask.0 == first.bytes.0 else { return false }
            if known.prefix.utf8CodeUnitCount <= 8 { return true }
            if let more = text.eightBytes(at: start + 8) {
                guard (more | first.fold.1) & first.mask.1 == first.bytes.1 else { return false }
                if known.prefix.utf8CodeUnitCount <= 16 { return true }
            }
        }
        return known.anyCase ? text.hasAnyCase(known.prefix, at: start) : text.has(known.prefix, at: start)
    }
}

extension Text {
    @inline(__always) fileprivate func bytes(three start: Int) -> UInt32 {
        UInt32(self[start]) | UInt32(self[start + 1]) << 8 | UInt32(self[start + 2]) << 16
    }
}

extension Literal {
    /// Its first four bytes, or three if it has no more.
    fileprivate var beginning: UInt32 {
        // Safe: a prefix has three bytes or more.
        (0..<min(4, prefix.utf8CodeUnitCount)).reduce(0) { $0 | UInt32(prefix.utf8Start[$1]) << UInt32(8 * $1) }
    }

    fileprivate var hash: UInt32 { tacit_hash(beginning) }

    /// A bit for each of the low five bits that its fourth byte may have.
    fileprivate var fourths: UInt32 { prefix.utf8CodeUnitCount == 3 ? .max : 1 << (beginning >> 24 & 31) }

    /// The low five bits that its fifth byte may have; none if it has three.
    fileprivate var fifths: Range<UInt8> {
        let count = prefix.utf8CodeUnitCount
        if count < 5 { return count == 3 ? 0..<0 : 0..<32 }
        // Safe: it has five bytes.
        let fifth = prefix.utf8Start[4] & 31
        return fifth..<fifth + 1
    }

    /// How many characters of base64url or base64 follow the prefix at least.
    fileprivate var run: Int {
        switch verifier {
        case .etherWallet: 22 - prefix.utf8CodeUnitCount
        case .vendorToken(let token): token.isOfBase64 ? token.length.lowerBound : 0
        default: 0
        }
    }

    /// Whether it is looked for at every byte: it begins with a sign, or may begin within a word.
    fileprivate var isAnywhere: Bool { withinWords || !prefix.utf8Start[0].isAlphanumeric }
}

extension tacit_literal {
    /// The first sixteen bytes of a literal.
    fileprivate init(_ literal: Literal, next: UInt16) {
        self.init()
        self.next = UInt32(next)
        anywhere = literal.isAnywhere ? 1 : 0
        let count = literal.prefix.utf8CodeUnitCount
        for i in count..<min(66, count + literal.run) { run |= 1 << UInt64(i - 2) }
        (bytes.0, mask.0, fold.0) = literal.word(from: 0)
        (bytes.1, mask.1, fold.1) = literal.word(from: 8)
    }
}

extension Literal {
    /// Up to eight bytes of the prefix, which of them there are, and which bits the comparison sets before.
    fileprivate func word(from start: Int) -> (bytes: UInt64, mask: UInt64, fold: UInt64) {
        var (bytes, mask, fold): (UInt64, UInt64, UInt64) = (0, 0, 0)
        for i in start..<max(start, min(start + 8, prefix.utf8CodeUnitCount)) {
            // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
            let byte = prefix.utf8Start[i]
            let shift = UInt64(8 * (i - start))
            bytes |= UInt64(byte) << shift
            mask |= 0xFF << shift
            if anyCase, byte.isLower { fold |= 0x20 << shift }
        }
        return (bytes, mask, fold)
    }
}

/// Distributes the first three bytes of literals over buckets: in order, as neighbours have most in common, each to the
/// bucket that then admits least more.
private struct Triples {
    /// How many bytes tell of eight buckets, one for each place and the low seven bits of a byte.
    static let size = 3 * 128

    private var tables: [UInt8]

    init(of literals: [Literal], buckets: Int) {
        tables = Array(repeating: 0, count: Self.size * buckets / 8)
        let triples = Set(literals.map(Triple.init)).sorted { ($0.folded, $0.bytes) < ($1.folded, $1.bytes) }
        var rows = Array(repeating: Admitted(), count: buckets)
        for triple in triples {
            // Where it makes least more to be admitted.
            let single = triple.admitted
            var best = (cost: Int.max, bucket: 0)
            for number in rows.indices {
                let cost = rows[number].joined(with: single).size - rows[number].size
                if cost < best.cost { best = (cost, number) }
            }
            rows[best.bucket] = rows[best.bucket].joined(with: single)
        }
        for (bucket, row) in rows.enumerated() {
            for place in 0..<3 {
                for byte in 0..<128 where row.has(byte, at: place) {
                    tables[(bucket / 8 * 3 + place) * 128 + byte] |= 1 << UInt8(bucket % 8)
                }
            }
        }
    }

    /// Which bytes a bucket admits at each of the three places, by their low seven bits.
    private struct Admitted {
        private var low: SIMD3<UInt64> = .zero
        private var high: SIMD3<UInt64> = .zero

        mutating func admit(_ byte: UInt8, at place: Int) {
            let bit: UInt64 = 1 << UInt64(byte & 63)
            if byte & 64 == 0 { low[place] |= bit } else { high[place] |= bit }
        }

        func has(_ byte: Int, at place: Int) -> Bool { (byte < 64 ? low : high)[place] >> UInt64(byte & 63) & 1 == 1 }

        func joined(with other: Admitted) -> Admitted {
            var union = self
            union.low |= other.low
            union.high |= other.high
            return union
        }

        /// How often a triple of a log is admitted, on a scale of its own.
        var size: Int { size(at: 0) * size(at: 1) * size(at: 2) }

        private func size(at place: Int) -> Int {
            // Control characters are rare enough not to count; nor do bytes from 0x80 on, which share their bits.
            commonness(ofRow: low[place] >> 32, from: 0) + commonness(ofRow: high[place], from: 32) + 1
        }

        private func commonness(ofRow bits: UInt64, from start: Int) -> Int {
            Commonness.withParts { parts in
                var sum = 0
                var rest = bits
                while rest != 0 {
                    sum += parts[start + rest.trailingZeroBitCount]
                    rest &= rest - 1
                }
                return sum
            }
        }
    }

    private struct Triple: Hashable {
        /// The first byte highest.
        let bytes: UInt32
        let anyCase: Bool

        init(_ literal: Literal) {
            // Safe: a prefix has three bytes or more.
            bytes = (0..<3).reduce(0) { $0 << 8 | UInt32(literal.prefix.utf8Start[$1]) }
            anyCase = literal.anyCase
        }

        var folded: UInt32 { bytes | 0x202020 }

        var admitted: Admitted {
            var admitted = Admitted()
            for place in 0..<3 {
                let byte = UInt8(truncatingIfNeeded: bytes >> UInt32(16 - 8 * place))
                admitted.admit(byte, at: place)
                if anyCase, byte.isLower { admitted.admit(byte ^ 0x20, at: place) }
            }
            return admitted
        }
    }

    func write(to bytes: UnsafeMutablePointer<UInt8>) { bytes.update(from: tables, count: tables.count) }
}

/// Distributes the triples that may stand anywhere over eight buckets so that buckets admit little besides their own
/// triples.
private struct Fingerprints {
    private var buckets = Array(repeating: Bucket(), count: 8)
    private var sizes = Array(repeating: 0, count: 8)

    init(of literals: [Literal]) {
        var known: Set<Bucket> = []
        for literal in literals where literal.isAnywhere {
            let single = Bucket(literal)
            if known.insert(single).inserted { join(single) }
        }
    }

    /// Puts a triple where it makes least more to be admitted.
    private mutating func join(_ single: Bucket) {
        var best = (cost: Int.max, bucket: 0, union: single, size: 0)
        for number in buckets.indices {
            let union = buckets[number].joined(with: single)
            let size = union.size
            if size - sizes[number] < best.cost { best = (size - sizes[number], number, union, size) }
        }
        buckets[best.bucket] = best.union
        sizes[best.bucket] = best.size
    }

    /// Writes the tables: 3 times 16 bytes for low nibbles, then as many for high ones.
    func write(to bytes: UnsafeMutableRawPointer) {
        for (number, bucket) in buckets.enumerated() {
            for place in 0..<3 {
                for nibble in 0..<16 {
                    let low = bucket.low[place] >> nibble & 1 == 1
                    let high = bucket.high[place] >> nibble & 1 == 1
                    // Safe: offsets are below 96, which is where the struct's first two members end.
                    let bit = UInt8(1) << UInt8(number)
                    let (i, j) = (16 * place + nibble, 48 + 16 * place + nibble)
                    if low {
                        bytes.storeBytes(
                            of: bytes.load(fromByteOffset: i, as: UInt8.self) | bit, toByteOffset: i, as: UInt8.self)
                    }
                    if high {
                        bytes.storeBytes(
                            of: bytes.load(fromByteOffset: j, as: UInt8.self) | bit, toByteOffset: j, as: UInt8.self)
                    }
                }
            }
        }
    }

    /// Which nibbles are admitted at each of the three places.
    private struct Bucket: Hashable {
        var low: SIMD3<UInt16> = .zero
        var high: SIMD3<UInt16> = .zero

        init() {}

        init(_ literal: Literal) {
            for place in 0..<3 {
                // Safe: a prefix has three bytes or more.
                let byte = literal.prefix.utf8Start[place]
                admit(byte, at: place)
                if literal.anyCase, byte.isLower { admit(byte ^ 0x20, at: place) }
            }
        }

        mutating func admit(_ byte: UInt8, at place: Int) {
            low[place] |= 1 << UInt16(byte & 15)
            high[place] |= 1 << UInt16(byte >> 4)
        }

        func joined(with other: Bucket) -> Bucket {
            var union = self
            union.low |= other.low
            union.high |= other.high
            return union
        }

        /// How often a triple of a log is admitted, on a scale of its own.
        var size: Int { size(at: 0) * size(at: 1) * size(at: 2) }

        private func size(at place: Int) -> Int {
            Commonness.withParts { parts in
                var sum = 1
                // Other bytes than ASCII are rare enough not to count.
                var highs = high[place] & 0x00FC
                while highs != 0 {
                    let row = (highs.trailingZeroBitCount - 2) << 4
                    highs &= highs - 1
                    var lows = low[place]
                    while lows != 0 {
                        sum += parts[row + lows.trailingZeroBitCount]
                        lows &= lows - 1
                    }
                }
                return sum
            }
        }
    }
}

/// How often printable ASCII stands in logs, in parts of a thousand.
private enum Commonness {
    static func withParts<R>(_ body: (UnsafeBufferPointer<Int>) -> R) -> R { parts.withUnsafeBufferPointer(body) }

    private static let parts: [Int] = [
        // Space and signs.
        120, 1, 6, 1, 2, 1, 1, 2, 6, 6, 2, 1, 6, 25, 30, 15,
        // Digits, then : ; < = > ?
        40, 40, 30, 20, 20, 20, 20, 20, 20, 20, 25, 1, 2, 10, 2, 1,
        // @ and A to O, P to Z and signs.
        1, 9, 4, 8, 8, 10, 5, 3, 4, 9, 2, 2, 6, 6, 8, 6, 7, 1, 8, 9, 10, 3, 3, 3, 2, 2, 1, 5, 1, 5, 1, 12,
        // ` and a to o, p to z and signs.
        1, 50, 12, 35, 30, 75, 15, 15, 18, 45, 3, 8, 30, 20, 45, 50, 20, 2, 45, 45, 50, 18, 8, 8, 4, 10, 2, 1, 1, 1,
        1, 1,
    ]
}
