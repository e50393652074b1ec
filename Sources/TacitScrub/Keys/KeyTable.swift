import CTacitScan

/// Looks keys up by a hash that is computed backwards over their last tokens, without cutting out a string.
struct KeyTable: @unchecked Sendable {
    // Sendable: the blocks are written once, in `init`, and never changed or freed.

    private struct Slot {
        var hash: UInt64 = 0
        var length: UInt8 = 0
        var rule: Int16 = -1
        /// Says the same at the end of a longer word: `rpcpassword`.
        var isEnd = false
        /// Names other things as well, so within a longer word it must follow a person: `고객이름`, but `파일이름`.
        var isVague = false
    }

    private let slots: UnsafePointer<Slot>
    private let rules: UnsafePointer<KeyRule>
    /// 512 words, a bit for each three letters that a known word ends in. Turns most keys away at once.
    private let endings: UnsafePointer<UInt64>
    /// The same, and whole words, of those that name a class within a text, too.
    let endingsInText: UnsafePointer<UInt64>
    let tailsInText: UnsafeMutablePointer<UInt64>
    let tailsOfEncodings: UnsafeMutablePointer<UInt64>
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
        let encodings = TailSet()
        let fours = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.endingWords)
        fours.initialize(repeating: 0, count: Self.endingWords)
        var used = 0
        for (index, entry) in entries.enumerated() {
            (rules + index).initialize(
                to: KeyRule(kind: entry.kind, rule: RuleID(entry.rule), scope: entry.scope, form: entry.form))
            let isInText = entry.scope == .everywhere && entry.form != .harmless
            for word in entry.words {
                var hash = Self.seed
                let length = word.utf8CodeUnitCount
                // Safe: a StaticString literal holds `length` bytes; slots are masked.
                for i in (0..<length).reversed() { hash = Self.add(word.utf8Start[i], to: hash) }
                var slot = Self.slot(hash)
                while slots[slot].rule >= 0 { slot = (slot + 1) & (Self.capacity - 1) }
                slots[slot] = Slot(
                    hash: hash, length: UInt8(length), rule: Int16(index),
                    isEnd: length == 8 && KeyWords.ends.contains("\(word)"),
                    isVague: !word.isASCII && KeyWords.vague.contains("\(word)"))
                longest = max(longest, length)
                for bytes in Self.spellings(of: word) {
                    let last = bytes.count - 1
                    // What stands before a word of two letters may be anything.
                    for third in last > 1 ? bytes[last - 2]...bytes[last - 2] : 0...31 {
                        let ending = tacit_ending(third, bytes[last - 1], bytes[last])
                        // Safe: an ending is below 64 times the number of words.
                        endings[Int(ending >> 6)] |= 1 << UInt64(ending & 63)
                        if isInText { endingsInText[Int(ending >> 6)] |= 1 << UInt64(ending & 63) }
                    }
                    guard isInText else { continue }
                    tails.insert(bytes)
                    Self.insertLastFour(of: bytes, into: fours)
                }
                used += 1
            }
        }
        for word in KeyWords.encodings {
            let bytes = Self.spellings(of: word)[0]
            encodings.insert(bytes)
            guard bytes.count > 2 else { continue }
            let ending = tacit_ending(bytes[bytes.count - 3], bytes[bytes.count - 2], bytes[bytes.count - 1])
            // Safe: as above.
            endingsInText[Int(ending >> 6)] |= 1 << UInt64(ending & 63)
            Self.insertLastFour(of: bytes, into: fours)
        }
        precondition(used <= Self.capacity / 2, "the table is to stay half empty")
        precondition(KeyWords.ends.allSatisfy { $0.utf8.count == 8 }, "the scan compares eight bytes")
        self.slots = UnsafePointer(slots)
        self.rules = UnsafePointer(rules)
        self.endings = UnsafePointer(endings)
        self.endingsInText = UnsafePointer(endingsInText)
        tailsInText = tails.bits
        tailsOfEncodings = encodings.bits
        foursInText = UnsafePointer(fours)
        self.longest = longest
    }

    private static func insertLastFour(of word: [UInt8], into fours: UnsafeMutablePointer<UInt64>) {
        guard word.count > 3 else { return }
        let hash = tacit_hash(word.suffix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) })
        // Safe: a hash is below 32768.
        fours[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
    }

    /// The word as it is listed and, as the scan knows no capitals but those of ASCII, in capitals.
    private static func spellings(of word: StaticString) -> [[UInt8]] {
        // Safe: a StaticString literal holds utf8CodeUnitCount bytes for the life of the process.
        if word.isASCII { return [Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))] }
        let name = "\(word)"
        // `ŞİFRE`: the capital of `ı` is `I`, and that of `i` is read as one of `ı`.
        let turkish = String(name.map { $0 == "ı" ? "İ" : $0 })
        return [name, name.uppercased(), turkish.uppercased()].map { Array($0.utf8) }
    }

    /// The rule for the key in `range`, by the longest run of its last tokens that is known.
    func rule(for range: Range<Int>, in text: Text) -> KeyRule? {
        if let rule = rule(ofName: range, in: text) { return rule.form == .harmless ? nil : rule }
        guard let name = nameOfEncoded(range, in: text) else { return nil }
        return rule(ofName: name, in: text).flatMap { $0.form == .harmless ? nil : $0 }
    }

    /// The same, also a rule that says that the value is harmless.
    private func rule(ofName range: Range<Int>, in text: Text) -> KeyRule? {
        var i = range.upperBound
        // `address_line1`, `password_2`: a number at the end only counts.
        while i > range.lowerBound, text[i - 1].isDigit { i -= 1 }
        while i > range.lowerBound, !Self.isLetterOfKey(text[i - 1]) { i -= 1 }
        guard i > range.lowerBound + 1, isEnding(i, from: range.lowerBound, in: text) else { return nil }
        var hash = Self.seed
        var length = 0
        var found: Int16 = -1
        var ending: Int16 = -1
        while i > range.lowerBound, length < longest {
            i -= 1
            let byte = text[i]
            guard Self.isLetterOfKey(byte) || byte.isDigit else { continue }
            hash = Self.add(Self.lowercased(byte, at: i, in: text), to: hash)
            length += 1
            guard isTokenStart(i, from: range.lowerBound, in: text) else {
                if length == 8, let slot = find(hash, length), slot.isEnd, !isRefused(before: i, in: text) {
                    ending = slot.rule
                }
                continue
            }
            guard let slot = find(hash, length) else { continue }
            if slot.isVague, i > range.lowerBound, text[i - 1] >= 0x80 || text[i - 1].isAlphanumeric,
                !isOfPerson(range.lowerBound..<i, in: text)
            {
                continue
            }
            found = slot.rule
        }
        if found < 0 { found = ending }
        // Safe: a rule that is found is the index of an entry.
        return found < 0 ? nil : rules[Int(found)]
    }

    /// `password` of `password_b64` and `password_hex`: the name of what is encoded.
    private func nameOfEncoded(_ key: Range<Int>, in text: Text) -> Range<Int>? {
        var end = key.upperBound
        while end > key.lowerBound, text[end - 1].isDigit { end -= 1 }
        var i = end
        while i > key.lowerBound, end - i < 10, text[i - 1].isLetter { i -= 1 }
        guard i > key.lowerBound + 1, text[i - 1] == "_", Self.encodings.contains(i..<end, in: text) else {
            return nil
        }
        return key.lowerBound..<i - 1
    }

    /// Whether what stands before a word says that no value of it follows: `forgotpassword`, `nopassword`.
    private func isRefused(before end: Int, in text: Text) -> Bool {
        var start = end
        while end - start < 12, text[start - 1].isLetter { start -= 1 }
        return Self.refusals.contains(start..<end, in: text)
    }

    private static let encodings = WordSet(KeyWords.encodings)

    private static let refusals: WordSet = [
        "no", "non", "forgot", "forgotten", "lost", "reset", "is", "has", "show", "hide", "change", "with", "without",
        "check", "verify", "validate", "update", "require", "requires", "need", "use", "ask", "prompt", "empty", "bad",
        "invalid", "wrong", "expired", "missing", "toggle", "enter", "save", "remember", "store", "strong", "weak",
    ]

    /// Whether some word ends in the last three letters before `end`.
    private func isEnding(_ end: Int, from start: Int, in text: Text) -> Bool {
        var third = end - 3
        while third >= start, !Self.isLetterOfKey(text[third]), !text[third].isDigit { third -= 1 }
        let ending = tacit_ending(third < start ? 0 : text[third], text[end - 2], text[end - 1])
        // Safe: an ending is below 64 times the number of words.
        return endings[Int(ending >> 6)] >> UInt64(ending & 63) & 1 == 1
    }

    /// Whether what stands before a word of Chinese, Japanese or Korean says that it is somebody's: `客户的`, `고객`.
    private func isOfPerson(_ range: Range<Int>, in text: Text) -> Bool {
        for particle in ["的", "の", "의"] as [StaticString] where text.has(particle, at: range.upperBound - 3) {
            return true
        }
        return rule(for: range, in: text)?.kind == .person
    }

    private func find(_ hash: UInt64, _ length: Int) -> Slot? {
        var slot = Self.slot(hash)
        // Safe: the slot index is masked to the capacity. Ends, as half of the slots are empty.
        while slots[slot].rule >= 0 {
            if slots[slot].hash == hash, Int(slots[slot].length) == length { return slots[slot] }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        return nil
    }

    private func isTokenStart(_ i: Int, from start: Int, in text: Text) -> Bool {
        if i == start { return true }
        let before = text[i - 1]
        if !Self.isLetterOfKey(before) && !before.isDigit { return true }
        // Chinese and Japanese have no spaces, Korean joins nouns: with each character a word may begin.
        if text[i].isEastAsian { return true }
        guard text[i].isUpper else { return false }
        return !before.isUpper || text[i + 1].isLower
    }

    /// A byte of a letter in small: of the Latin ones, also with accents up to U+017E, the Greek and the Russian ones.
    @inline(__always) private static func lowercased(_ byte: UInt8, at i: Int, in text: Text) -> UInt8 {
        if byte < 0x80 { return byte.lowercased }
        if byte >= 0xC0 { return byte > 0xD0 ? byte : lowercased(byte, text[i + 1]).0 }
        let lead = text[i - 1]
        return lead < 0xC3 || lead > 0xD0 ? byte : lowercased(lead, byte).1
    }

    /// The two bytes of a letter in small.
    private static func lowercased(_ lead: UInt8, _ byte: UInt8) -> (UInt8, UInt8) {
        let letter = Int(lead & 31) << 6 | Int(byte & 63)
        let step =
            switch letter {
            case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: 32
            case 0x100...0x137, 0x14A...0x177: ~letter & 1
            case 0x139...0x148, 0x179...0x17E: letter & 1
            case 0x400...0x40F: 80
            default: 0
            }
        // Safe: letters below U+0800 have two bytes.
        return (0xC0 | UInt8((letter + step) >> 6), 0x80 | UInt8((letter + step) & 63))
    }

    @inline(__always) private static func isLetterOfKey(_ b: UInt8) -> Bool { b.isLetter || b >= 0x80 }

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
