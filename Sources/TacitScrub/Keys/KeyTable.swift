import CTacitScan

/// Looks keys up by a hash that is computed backwards over their last tokens, without cutting out a string.
struct KeyTable: @unchecked Sendable {
    // Sendable: the blocks are written once, in `init`, and never changed or freed.

    private struct Slot {
        var hash: UInt64 = 0
        var length: UInt8 = 0
        var rule: Int16 = -1
    }

    private let slots: UnsafePointer<Slot>
    private let rules: UnsafePointer<KeyRule>
    /// 512 words, a bit for each three letters that a known word ends in. Turns most keys away at once.
    private let endings: UnsafePointer<UInt64>
    /// The same, and whole words, of those that name a class within a text, too.
    let endingsInText: UnsafePointer<UInt64>
    let tailsInText: UnsafeMutablePointer<UInt64>
    /// 512 words, a bit for the hash of the last four letters of each of these words that has as many.
    let foursInText: UnsafePointer<UInt64>
    private let longest: Int

    static let standard = KeyTable(KeyWords.all)

    init(_ entries: [KeyWords.Entry]) {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: Self.capacity)
        slots.initialize(repeating: Slot(), count: Self.capacity)
        var longest = 0
        let rules = UnsafeMutablePointer<KeyRule>.allocate(capacity: entries.count)
        let endings = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.endingWords)
        endings.initialize(repeating: 0, count: Self.endingWords)
        let endingsInText = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.endingWords)
        endingsInText.initialize(repeating: 0, count: Self.endingWords)
        let tails = TailSet()
        let fours = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.endingWords)
        fours.initialize(repeating: 0, count: Self.endingWords)
        var used = 0
        for (index, entry) in entries.enumerated() {
            (rules + index).initialize(
                to: KeyRule(kind: entry.kind, rule: RuleID(entry.rule), scope: entry.scope, form: entry.form))
            let isInText = entry.scope == .everywhere && entry.form != .harmless
            for word in entry.words {
                if isInText { tails.insert(word) }
                if isInText, word.utf8CodeUnitCount > 3 {
                    // Safe: the last four bytes of the word; a hash is below 32768.
                    let last = word.utf8Start + (word.utf8CodeUnitCount - 4)
                    let hash = tacit_hash((0..<4).reduce(0) { $0 | UInt32(last[$1]) << UInt32(8 * $1) })
                    fours[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
                }
                var hash = Self.seed
                let length = word.utf8CodeUnitCount
                // Safe: a StaticString literal holds `length` bytes, two or more; slots are masked, endings are in
                // bounds.
                for i in (0..<length).reversed() { hash = Self.add(word.utf8Start[i], to: hash) }
                var slot = Self.slot(hash)
                while slots[slot].rule >= 0 { slot = (slot + 1) & (Self.capacity - 1) }
                slots[slot] = Slot(hash: hash, length: UInt8(length), rule: Int16(index))
                // What stands before a word of two letters may be anything.
                for third in length > 2 ? word.utf8Start[length - 3]...word.utf8Start[length - 3] : 0...31 {
                    let ending = tacit_ending(third, word.utf8Start[length - 2], word.utf8Start[length - 1])
                    endings[Int(ending >> 6)] |= 1 << UInt64(ending & 63)
                    if isInText { endingsInText[Int(ending >> 6)] |= 1 << UInt64(ending & 63) }
                }
                longest = max(longest, length)
                used += 1
            }
        }
        precondition(used <= Self.capacity / 2, "the table is to stay half empty")
        self.slots = UnsafePointer(slots)
        self.rules = UnsafePointer(rules)
        self.endings = UnsafePointer(endings)
        self.endingsInText = UnsafePointer(endingsInText)
        tailsInText = tails.bits
        foursInText = UnsafePointer(fours)
        self.longest = longest
    }

    /// The rule for the key in `range`, by the longest run of its last tokens that is known.
    func rule(for range: Range<Int>, in text: Text) -> KeyRule? {
        var i = range.upperBound
        // `address_line1`, `password_2`: a number at the end only counts.
        while i > range.lowerBound, Byte.isDigit(text[i - 1]) { i -= 1 }
        while i > range.lowerBound, !Self.isLetterOfKey(text[i - 1]) { i -= 1 }
        guard i > range.lowerBound + 1, isEnding(i, from: range.lowerBound, in: text) else { return nil }
        var hash = Self.seed
        var length = 0
        var found: Int16 = -1
        while i > range.lowerBound, length < longest {
            i -= 1
            let byte = text[i]
            guard Self.isLetterOfKey(byte) || Byte.isDigit(byte) else { continue }
            hash = Self.add(Self.lowercased(byte, at: i, in: text), to: hash)
            length += 1
            if isTokenStart(i, from: range.lowerBound, in: text) {
                let rule = find(hash, length)
                if rule >= 0 { found = rule }
            }
        }
        // Safe: a rule that is found is the index of an entry.
        return found < 0 || rules[Int(found)].form == .harmless ? nil : rules[Int(found)]
    }

    /// Whether some word ends in the last three letters before `end`.
    private func isEnding(_ end: Int, from start: Int, in text: Text) -> Bool {
        var third = end - 3
        while third >= start, !Self.isLetterOfKey(text[third]), !Byte.isDigit(text[third]) { third -= 1 }
        let ending = tacit_ending(third < start ? 0 : text[third], text[end - 2], text[end - 1])
        // Safe: an ending is below 64 times the number of words.
        return endings[Int(ending >> 6)] >> UInt64(ending & 63) & 1 == 1
    }

    private func find(_ hash: UInt64, _ length: Int) -> Int16 {
        var slot = Self.slot(hash)
        // Safe: the slot index is masked to the capacity. Ends, as half of the slots are empty.
        while slots[slot].rule >= 0 {
            if slots[slot].hash == hash, Int(slots[slot].length) == length { return slots[slot].rule }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        return -1
    }

    private func isTokenStart(_ i: Int, from start: Int, in text: Text) -> Bool {
        if i == start { return true }
        let before = text[i - 1]
        if !Self.isLetterOfKey(before) && !Byte.isDigit(before) { return true }
        // Chinese and Japanese have no spaces, Korean joins nouns: with each character a word may begin.
        if Byte.isEastAsian(text[i]) { return true }
        guard Byte.isUpper(text[i]) else { return false }
        return !Byte.isUpper(before) || Byte.isLower(text[i + 1])
    }

    /// A byte of a letter in small: of the Latin ones (with an accent C3 80 to C3 9E), and of the Russian ones (D0 90
    /// to D0 AF, small D0 B0 to D1 8F).
    @inline(__always) private static func lowercased(_ byte: UInt8, at i: Int, in text: Text) -> UInt8 {
        if byte < 0x80 { return Byte.lowercased(byte) }
        switch byte {
        case 0x90...0x9F where text[i - 1] == 0xD0: return byte + 0x20
        case 0xA0...0xAF where text[i - 1] == 0xD0: return byte - 0x20
        case 0x80...0x9E where text[i - 1] == 0xC3: return byte + 0x20
        case 0xD0 where (0xA0...0xAF).contains(text[i + 1]): return 0xD1
        default: return byte
        }
    }

    @inline(__always) private static func isLetterOfKey(_ b: UInt8) -> Bool { Byte.isLetter(b) || b >= 0x80 }

    private static let capacity = 8192
    static let endingWords = 512
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    @inline(__always) private static func slot(_ hash: UInt64) -> Int {
        Int((hash ^ hash >> 29) & UInt64(capacity - 1))
    }
}
