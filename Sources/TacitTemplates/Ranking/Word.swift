/// A word of the text: where it stands, and a number that it shares with its other forms.
struct Word {
    let start: Int32
    let length: Int32
    let stem: Int32
    let isStop: Bool
    let isNumber: Bool

    var range: Range<Int> { Int(start)..<Int(start + length) }
}

/// Numbers the stems of a text in the order of their first appearance. A stem is the beginning of a word, so none is copied.
struct Vocabulary {
    private let text: LentText
    private var slots: [Int32]
    private var starts: [Int32] = []
    private var lengths: [Int32] = []

    init(_ text: LentText) {
        self.text = text
        slots = Array(repeating: -1, count: 1024)
    }

    var count: Int { starts.count }

    mutating func number(of word: Range<Int>) -> Int32 {
        let stem = word.lowerBound..<word.lowerBound + Self.stemLength(text, word)
        var slot = Int(truncatingIfNeeded: Words.hash(text, stem) & UInt64(slots.count - 1))
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if Int(lengths[known]) == stem.count, same(Int(starts[known]), stem) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(starts.count)
        starts.append(Int32(stem.lowerBound))
        lengths.append(Int32(stem.count))
        if starts.count * 2 > slots.count { grow() }
        return Int32(starts.count - 1)
    }

    private func same(_ start: Int, _ stem: Range<Int>) -> Bool {
        for offset in 0..<stem.count where text.folded[start + offset] != text.folded[stem.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for known in starts.indices {
            let start = Int(starts[known])
            var slot = Int(
                truncatingIfNeeded: Words.hash(text, start..<start + Int(lengths[known])) & UInt64(slots.count - 1))
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(known)
        }
    }

    private static let endings = [
        "ations", "ation", "ings", "ments", "ment", "ing", "ies", "ied", "ers", "es", "ed", "er", "ly", "'s", "s", "y",
        "e",
    ].map { Array($0.utf8) }

    /// Without the ending that inflection gives it, of which four letters must stay.
    static func stemLength(_ text: LentText, _ word: Range<Int>) -> Int {
        for ending in endings where word.count - ending.count >= 4 {
            if text.matches(ending, at: word.upperBound - ending.count, in: word.upperBound) {
                let last = text.folded[word.upperBound - ending.count - 1]
                if ending == [UInt8(ascii: "s")], last == UInt8(ascii: "s") { continue }
                return word.count - ending.count
            }
        }
        return word.count
    }
}

/// Cuts ranges of a text into words.
struct WordReader {
    let text: LentText

    func forEachWord(in range: Range<Int>, _ body: (Range<Int>, _ isNumber: Bool) -> Void) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text.folded[index]
            if isUnspaced(byte, index) {
                index = unspaced(from: index, to: range.upperBound, body)
            } else if isWord(byte, index) {
                let start = index
                var isNumber = true
                while index < range.upperBound, continues(index, range.upperBound) {
                    let byte = text.folded[index]
                    if byte >= 0x61 { isNumber = false }
                    index += 1
                }
                body(start..<index, isNumber)
            } else {
                index += 1
            }
        }
    }

    private func isWord(_ byte: UInt8, _ index: Int) -> Bool {
        if byte < 0x80 { return byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 }
        return !isPunctuation(index)
    }

    /// The general punctuation of Unicode, and that of Chinese and Japanese.
    private func isPunctuation(_ index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        let (first, second) = (text.folded[index], text.folded[index + 1])
        return first == 0xE2 || first == 0xE3 && second == 0x80 || first == 0xEF && second >= 0xBC || first == 0xC2
            || (first == 0x80 || first < 0xC0 && index > 0 && !isInside(index))
    }

    /// Whether a continuation byte follows on a letter.
    private func isInside(_ index: Int) -> Bool {
        var lead = index
        while lead > 0, index - lead < 4, text.folded[lead] & 0xC0 == 0x80 { lead -= 1 }
        return text.folded[lead] >= 0xC0 && !isPunctuation(lead)
    }

    private func continues(_ index: Int, _ limit: Int) -> Bool {
        let byte = text.folded[index]
        if isWord(byte, index) { return !isUnspaced(byte, index) }
        guard index + 1 < limit else { return false }
        let next = text.folded[index + 1]
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "&"):
            return next >= 0x61 && next <= 0x7A || next >= 0x80
        case UInt8(ascii: "."), UInt8(ascii: ","):
            return next >= 0x30 && next <= 0x39 && index > 0 && text.folded[index - 1] >= 0x30
                && text.folded[index - 1] <= 0x39
        default: return false
        }
    }

    /// Chinese, Japanese, Thai, Lao and Khmer put no blanks between words.
    private func isUnspaced(_ byte: UInt8, _ index: Int) -> Bool {
        if byte >= 0xE3, byte <= 0xE9 { return !isPunctuation(index) }
        guard byte == 0xE0 || byte == 0xE1, index + 1 < text.count else { return false }
        return byte == 0xE0
            ? text.folded[index + 1] >= 0xB8 && text.folded[index + 1] <= 0xBB
            : text.folded[index + 1] >= 0x9E && text.folded[index + 1] <= 0x9F
    }

    /// Each pair of neighbouring characters stands for a word.
    private func unspaced(from start: Int, to limit: Int, _ body: (Range<Int>, Bool) -> Void) -> Int {
        var index = start
        while index < limit, isUnspaced(text.folded[index], index) {
            let isPair = index + 6 <= limit && isUnspaced(text.folded[index + 3], index + 3)
            if isPair || index == start { body(index..<min(index + (isPair ? 6 : 3), limit), false) }
            index += 3
        }
        return max(index, start + 1)
    }
}
