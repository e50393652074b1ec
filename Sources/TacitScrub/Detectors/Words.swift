/// What the words before a number or token say about it.
struct Context: OptionSet, Sendable {
    let rawValue: UInt32

    static let phone = Context(rawValue: 1)
    static let card = Context(rawValue: 2)
    static let account = Context(rawValue: 4)
    /// `account` alone: only right before the number.
    static let someAccount = Context(rawValue: 8)
    static let socialSecurity = Context(rawValue: 16)
    static let nationalID = Context(rawValue: 32)
    static let passport = Context(rawValue: 64)
    static let license = Context(rawValue: 128)
    static let birth = Context(rawValue: 256)
    static let address = Context(rawValue: 512)
    static let place = Context(rawValue: 1024)
    static let money = Context(rawValue: 2048)
    static let device = Context(rawValue: 4096)
    static let routing = Context(rawValue: 8192)
    static let wallet = Context(rawValue: 16384)
    /// `nit`, `nid`, which mean other things, too: only numbers with dashes or of nine digits and more.
    static let longNationalID = Context(rawValue: 32768)
    /// `no`, `number`, `is`, `#`: says nothing itself, and the word before it counts as the nearest.
    static let filler = Context(rawValue: 1 << 30)
}

/// The contexts of one place, looked up once when first asked for.
struct WordsBefore {
    private var known: (near: Context, all: Context)?
    private var place = -1

    mutating func contexts(in scanner: borrowing Scanner, before start: Int) -> (near: Context, all: Context) {
        if place == start, let known { return known }
        let found = scanner.contexts(before: start)
        known = found
        place = start
        return found
    }
}

extension Scanner {
    /// The contexts that up to eight words before `start`, on the same line and at most 80 bytes away, name; and those
    /// that the nearest word names which is no filler. `cardNumber`, `card_number` and `card number` are two words.
    func contexts(before start: Int) -> (near: Context, all: Context) {
        var near: Context = []
        var all: Context = []
        var i = start
        let limit = start - 80
        var words = 0
        var previous: UInt64?
        while i > limit, words < 8 {
            let gap = i
            while i > limit, !Self.isWordByte(text[i - 1]) {
                if text[i - 1].isLineEnd { return (near, all) }
                i -= 1
            }
            // Two words are read as one only if next to each other.
            if gap - i > 1 || text[i] == ":" { previous = nil }
            var hash = ContextWords.seed
            var pair = previous
            var joined: Context = []
            let end = i
            while i > limit, Self.isWordByte(text[i - 1]) {
                i -= 1
                let byte = text[i]
                hash = ContextWords.add(byte, to: hash)
                if let known = pair { pair = ContextWords.add(byte, to: known) }
                // Chinese and Japanese have no blanks: with each character a word may begin.
                if byte.isEastAsian, Self.isWordByte(text[i - 1]) {
                    joined.formUnion(ContextWords.standard[hash])
                }
                if byte.isUpper, text[i - 1].isLower { break }
                // `\\nphone 5550100`, `%20phone%205550100`: the letter or digit is the escape's.
                if text[i - 2] == "\\" || text[i - 3] == "%", text.escapedJoint(endingAt: i) != nil { break }
            }
            // A word that begins further left is none.
            guard i < end, i > limit || !Self.isWordByte(text[i - 1]) else { break }
            words += 1
            var found = ContextWords.standard[hash].union(joined)
            if let pair { found.formUnion(ContextWords.standard[pair]) }
            if found.contains(.filler) {
                if found != .filler { found.remove(.filler) }
            }
            if found != .filler {
                all.formUnion(found)
                if near.isEmpty {
                    near = found.isEmpty ? .filler : found
                } else if let pair {
                    near.formUnion(ContextWords.standard[pair].subtracting(.filler))
                }
            }
            previous = end - i > 1 ? hash : nil
        }
        near.remove(.filler)
        return (near, all)
    }

    @inline(__always) private static func isWordByte(_ b: UInt8) -> Bool { b.isLetter || b >= 0x80 }
}
