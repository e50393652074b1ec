/// Splits blocks into sentences: at full stops that are neither of an abbreviation, a number, an initial nor an address.
struct SentenceSplitter {
    let text: LentText

    /// Longer ones are cut: nobody would read them as one.
    static let longest = 600

    func sentences(in blocks: [Block]) -> [Sentence] {
        var sentences: [Sentence] = []
        var heading: Int?
        for (index, block) in blocks.enumerated() {
            switch block.kind {
            case .rule: heading = nil
            case .heading:
                heading = index
                sentences.append(
                    Sentence(
                        range: block.range, block: index, heading: index, isFirstOfBlock: true, isItem: false,
                        isNumbered: false, isHeading: true))
            case .paragraph, .item:
                var isFirst = true
                for range in split(block.range) {
                    sentences.append(
                        Sentence(
                            range: range, block: index, heading: heading, isFirstOfBlock: isFirst, isItem: block.isItem,
                            isNumbered: block.kind == .item(isNumbered: true), isHeading: false))
                    isFirst = false
                }
            }
        }
        return sentences
    }

    func split(_ block: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = block.lowerBound
        var index = start
        func close(_ end: Int) {
            let range = text.trimmed(start..<end)
            if !range.isEmpty { ranges.append(range) }
            start = end
        }
        while index < block.upperBound {
            if let end = endOfSentence(at: index, start, block.upperBound) {
                index = end
                close(end)
            } else if index - start >= Self.longest, text.bytes[index] & 0xC0 != 0x80 {
                close(index)
                index += 1
            } else {
                index += 1
            }
        }
        close(block.upperBound)
        return ranges
    }

    /// Behind the sentence's closing quotes, where the byte at `index` ends it.
    private func endOfSentence(at index: Int, _ start: Int, _ limit: Int) -> Int? {
        let byte = text.bytes[index]
        // 。！？ and the full stops of Arabic, Urdu and Hindi.
        for mark in Self.wideEnds where text.matches(mark, at: index, in: limit, isFolded: false) {
            return index + mark.count
        }
        let isEllipsis = text.matches(Self.ellipsis, at: index, in: limit, isFolded: false)
        guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || isEllipsis else {
            return nil
        }
        var end = index + (isEllipsis ? 3 : 1)
        while end < limit, Array(".!?".utf8).contains(text.bytes[end]) { end += 1 }
        let isRun = end > index + 1
        while end < limit, Array("\"')]".utf8).contains(text.bytes[end]) { end += 1 }
        if end == limit { return end }
        guard text.bytes[end] == Mark.space else { return nil }
        var next = end
        while next < limit, text.bytes[next] == Mark.space { next += 1 }
        guard next < limit else { return limit }
        var opener = next
        while opener < limit, Array("\"'([".utf8).contains(text.bytes[opener]) { opener += 1 }
        guard opener < limit, startsSentence(text.bytes[opener]) else { return nil }
        if byte == UInt8(ascii: "."), !isRun, !endsAtDot(index, start, next: opener, limit) { return nil }
        return end
    }

    private func startsSentence(_ byte: UInt8) -> Bool {
        byte >= 0x41 && byte <= 0x5A || byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "$")
    }

    private func endsAtDot(_ dot: Int, _ start: Int, next: Int, _ limit: Int) -> Bool {
        var word = dot
        while word > start, text.bytes[word - 1] > 0x20, !Array("(\"'[".utf8).contains(text.bytes[word - 1]) {
            word -= 1
        }
        let length = dot - word
        if length == 0 { return true }
        let isNumber = (word..<dot).allSatisfy { text.bytes[$0] >= 0x30 && text.bytes[$0] <= 0x39 }
        // "1. Do this" at the start is a number of a list, not a sentence.
        if isNumber, word == start { return false }
        if length == 1, text.bytes[word] >= 0x41, text.bytes[word] <= 0x5A {
            return text.bytes[word] == UInt8(ascii: "I")
        }
        if Self.abbreviations.contains(text, word..<dot) { return false }
        if Self.endingAbbreviations.contains(text, word..<dot) {
            var end = next
            while end < limit, text.folded[end] >= 0x61 && text.folded[end] <= 0x7A { end += 1 }
            return Self.openers.contains(text, next..<end)
        }
        return true
    }

    private static let ellipsis = Array("\u{2026}".utf8)
    static let wideEnds = ["\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{0964}", "\u{06D4}", "\u{061F}"].map {
        Array($0.utf8)
    }
    private static let abbreviations = WordSet(
        """
        mr mrs ms dr prof sr jr st vs eg e.g ie i.e no nos vol fig approx dept est gen gov sen rep rev hon capt sgt \
        col al cf ca art sec ch pp ed jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur \
        thurs fri ave blvd z.b d.h bzw usw evtl ggf nr str avg max min tel ext viz
        """)
    /// They may end a sentence as well: what comes next tells.
    private static let endingAbbreviations = WordSet(
        "etc inc ltd co corp llc u.s u.k e.u u.n a.m p.m b.c a.d ph.d bros plc")
    private static let openers = WordSet(
        """
        the a an it its this that these those we you they he she our your their in on at if when while but and so \
        for to as there here what most many some each every one two three after before since because by with from no \
        not how why then
        """)
}
