/// Reads a pattern into a tree.
struct PatternSyntax {
    /// What must hold where a match begins or ends.
    enum Edge: Sendable {
        case none
        case line
        case word
    }

    indirect enum Tree: Sendable {
        case bytes(ByteSet)
        case sequence([Tree])
        case choice([Tree])
        /// `most` is `nil` where there is no limit.
        case repeated(Tree, least: Int, most: Int?)
    }

    private let bytes: [UInt8]
    private var i = 0
    private var anyCase = false
    private var depth = 0
    private(set) var starts = Edge.none
    private(set) var ends = Edge.none

    init(_ expression: String) {
        bytes = Array(expression.utf8)
    }

    mutating func parse() throws(ScrubPolicyError) -> Tree {
        if has("(?i)") {
            anyCase = true
            i += 4
        }
        if has("^") {
            starts = .line
            i += 1
        } else if has("\\b") {
            starts = .word
            i += 2
        }
        let tree = try choice()
        guard i == bytes.count else { throw refusal("a bracket is closed that was not opened") }
        return tree
    }

    private mutating func choice() throws(ScrubPolicyError) -> Tree {
        depth += 1
        guard depth <= 64 else { throw refusal("brackets are nested too deeply") }
        defer { depth -= 1 }
        var branches = [try sequence()]
        while has("|") {
            i += 1
            branches.append(try sequence())
        }
        if branches.count > 1, depth == 1, starts != .none || ends != .none {
            throw refusal("`^`, `$` and `\\b` beside `|` need brackets around the alternatives")
        }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(ScrubPolicyError) -> Tree {
        var items: [Tree] = []
        while i < bytes.count, !has("|"), !has(")") {
            if depth == 1, i + 1 == bytes.count, has("$") {
                ends = .line
                i += 1
            } else if depth == 1, i + 2 == bytes.count, has("\\b") {
                ends = .word
                i += 2
            } else {
                items.append(try quantified(try atom()))
            }
        }
        return .sequence(items)
    }

    private mutating func quantified(_ atom: Tree) throws(ScrubPolicyError) -> Tree {
        var tree = atom
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "*"): tree = .repeated(tree, least: 0, most: nil)
            case UInt8(ascii: "+"): tree = .repeated(tree, least: 1, most: nil)
            case UInt8(ascii: "?"): tree = .repeated(tree, least: 0, most: 1)
            case UInt8(ascii: "{"):
                guard let (least, most, end) = bounds() else { return tree }
                guard least <= most ?? least, (most ?? least) <= 1000 else {
                    throw refusal("the repeat is out of order")
                }
                tree = .repeated(tree, least: least, most: most)
                i = end
            default: return tree
            }
            i += 1
            if has("?") { i += 1 }
        }
        return tree
    }

    /// `{n}`, `{n,}`, `{n,m}`, and the index of the closing brace; otherwise the brace stands for itself.
    private func bounds() -> (least: Int, most: Int?, end: Int)? {
        var k = i + 1
        func number() -> Int? {
            var value: Int?
            while k < bytes.count, bytes[k].isDigit, k < i + 12 {
                value = (value ?? 0) * 10 + Int(bytes[k] & 15)
                k += 1
            }
            return value
        }
        guard let least = number(), k < bytes.count else { return nil }
        if bytes[k] == UInt8(ascii: "}") { return (least, least, k) }
        guard bytes[k] == UInt8(ascii: ",") else { return nil }
        k += 1
        let most = number()
        guard k < bytes.count, bytes[k] == UInt8(ascii: "}") else { return nil }
        return (least, most, k)
    }

    private mutating func atom() throws(ScrubPolicyError) -> Tree {
        let byte = bytes[i]
        switch byte {
        case UInt8(ascii: "("):
            i += 1
            if has("?:") {
                i += 2
            } else if has("?") {
                throw refusal("look-around, names and flags in brackets are not supported")
            }
            let tree = try choice()
            guard has(")") else { throw refusal("a bracket is not closed") }
            i += 1
            return tree
        case UInt8(ascii: "["): return .bytes(try set())
        case UInt8(ascii: "."):
            i += 1
            return .bytes(ByteSet.all)
        case UInt8(ascii: "\\"): return .bytes(try escape())
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw refusal("there is nothing to repeat")
        case UInt8(ascii: "^"), UInt8(ascii: "$"): throw refusal("`^` and `$` are only supported at the ends")
        default:
            // A character of several bytes is one, also for what repeats it.
            var character: [Tree] = []
            repeat { character.append(.bytes(cased(ByteSet(next())))) } while i < bytes.count && bytes[i] & 0xC0 == 0x80
            return character.count == 1 ? character[0] : .sequence(character)
        }
    }

    private mutating func set() throws(ScrubPolicyError) -> ByteSet {
        i += 1
        var set = ByteSet()
        let isNegated = has("^")
        if isNegated { i += 1 }
        var isFirst = true
        while i < bytes.count, isFirst || !has("]") {
            isFirst = false
            guard bytes[i] < 0x80 else { throw refusal("classes hold ASCII characters only") }
            guard bytes[i] != UInt8(ascii: "[") || !has("[:") else { throw refusal("named classes are not supported") }
            let low = has("\\") ? try escape() : ByteSet(next())
            guard let first = low.single, has("-"), i + 1 < bytes.count, bytes[i + 1] != UInt8(ascii: "]") else {
                set.formUnion(low)
                continue
            }
            i += 1
            let high = has("\\") ? try escape() : ByteSet(next())
            guard let last = high.single, first <= last else { throw refusal("a range is out of order") }
            for byte in first...last { set.insert(byte) }
        }
        guard has("]") else { throw refusal("a class is not closed") }
        i += 1
        return isNegated ? cased(set).inverted : cased(set)
    }

    private mutating func next() -> UInt8 {
        defer { i += 1 }
        return bytes[i]
    }

    private mutating func escape() throws(ScrubPolicyError) -> ByteSet {
        guard i + 1 < bytes.count else { throw refusal("a backslash stands at the end") }
        let byte = bytes[i + 1]
        i += 2
        switch byte {
        case UInt8(ascii: "d"): return .digits
        case UInt8(ascii: "D"): return ByteSet.digits.inverted
        case UInt8(ascii: "w"): return .word
        case UInt8(ascii: "W"): return ByteSet.word.inverted
        case UInt8(ascii: "s"): return .blank
        case UInt8(ascii: "S"): return ByteSet.blank.inverted
        case UInt8(ascii: "t"): return ByteSet(0x09)
        case UInt8(ascii: "1")...UInt8(ascii: "9"): throw refusal("back references are not supported")
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"):
            throw refusal("`\\b` is only supported at the ends, `\\B`, `\\A`, `\\z` and `\\Z` are not")
        case _ where byte.isAlphanumeric: throw refusal("this escape is not supported")
        default: return ByteSet(byte)
        }
    }

    private func cased(_ set: ByteSet) -> ByteSet {
        guard anyCase else { return set }
        var both = set
        for byte in UInt8(ascii: "a")...UInt8(ascii: "z") where set.contains(byte) || set.contains(byte ^ 0x20) {
            both.insert(byte)
            both.insert(byte ^ 0x20)
        }
        return both
    }

    private func has(_ text: StaticString) -> Bool {
        // Safe: a StaticString literal holds utf8CodeUnitCount bytes.
        i + text.utf8CodeUnitCount <= bytes.count
            && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[i + $0] == text.utf8Start[$0] }
    }

    private func refusal(_ why: String) -> ScrubPolicyError { .pattern(why, at: i) }
}

/// A set of bytes.
struct ByteSet: Hashable, Sendable {
    private var words: SIMD4<UInt64> = .zero

    init() {}

    init(_ byte: UInt8) { insert(byte) }

    static let digits = ByteSet { $0.isDigit }
    static let word = ByteSet { $0.isAlphanumeric || $0 == "_" }
    static let blank = ByteSet { $0.isBlank && $0 != 0 }
    static let all = ByteSet { _ in true }

    init(_ belongs: (UInt8) -> Bool) {
        for byte in UInt8.min...UInt8.max where belongs(byte) { insert(byte) }
    }

    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

    mutating func formUnion(_ other: ByteSet) { words |= other.words }

    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    var inverted: ByteSet {
        var other = self
        other.words = ~words
        return other
    }

    /// The only byte, if there is just one.
    var single: UInt8? {
        let members = (UInt8.min...UInt8.max).filter(contains)
        return members.count == 1 ? members[0] : nil
    }
}
