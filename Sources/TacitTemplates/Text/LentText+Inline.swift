extension LentText {
    /// Takes addresses of the web, Markdown's emphasis and pictures out, and marks its links as such.
    mutating func removeInlineMarks(isMarkdown: Bool) {
        var reader = InlineReader(self, isMarkdown: isMarkdown)
        reader.run()
        count = reader.place.written
    }
}

private struct InlineReader {
    var place: InPlace
    private let text: LentText
    private let isMarkdown: Bool

    init(_ text: LentText, isMarkdown: Bool) {
        self.text = text
        self.isMarkdown = isMarkdown
        place = InPlace(text)
    }

    private static let addresses = PhraseSet(["http://", "https://", "www.", "mailto:"])
    private static let merges = [("*|", "|*"), ("{{", "}}"), ("%%", "%%")].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    mutating func run() {
        while !place.isAtEnd {
            let byte = place.next
            switch byte {
            case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "m"):
                if isAddress(at: place.read) { skipAddress() } else { place.copy(1) }
            case UInt8(ascii: "<") where isAddress(at: place.read + 1):
                place.read += 1
                skipAddress()
                if !place.isAtEnd, place.next == UInt8(ascii: ">") { place.read += 1 }
            case UInt8(ascii: "("), UInt8(ascii: "["):
                if !bracket() { place.copy(1) }
            case UInt8(ascii: "!") where isMarkdown && place.peek(1) == UInt8(ascii: "["):
                if let (_, end) = link(from: place.read + 1) { place.read = end } else { place.copy(1) }
            case UInt8(ascii: "*"), UInt8(ascii: "{"), UInt8(ascii: "%"):
                if !merge() { emphasis() }
            case UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"): emphasis()
            case UInt8(ascii: "\\") where isMarkdown: place.read += 1
            default: place.copy(1)
            }
        }
    }

    /// Whether an address begins here, rather than within a word.
    private func isAddress(at index: Int) -> Bool {
        guard index < text.count else { return false }
        if index > 0, index == place.read, let last = place.last, last > 0x2F, last != UInt8(ascii: ":"),
            last != UInt8(ascii: "<")
        {
            if last >= 0x80 || Self.isLetter(last) { return false }
        }
        return Self.addresses.prefix(of: text, index..<min(index + 8, text.count)) != nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    /// Leaves an empty link in the place of an address.
    private mutating func skipAddress() {
        while !place.isAtEnd, place.next > 0x20, place.next != UInt8(ascii: ">"), place.next != UInt8(ascii: ")"),
            place.next != UInt8(ascii: "]"), place.next != UInt8(ascii: "\"")
        { place.read += 1 }
        place.write(Mark.linkStart)
        place.write(Mark.linkEnd)
    }

    /// `[text](address)`, `[text][1]`, and what brackets hold that is an address alone.
    private mutating func bracket() -> Bool {
        let isSquare = place.next == UInt8(ascii: "[")
        if isAddress(at: place.read + 1) {
            place.read += 1
            skipAddress()
            if !place.isAtEnd, place.next == UInt8(ascii: ")") || place.next == UInt8(ascii: "]") { place.read += 1 }
            return true
        }
        guard isSquare, isMarkdown, let (label, end) = link(from: place.read) else { return false }
        place.write(Mark.linkStart)
        place.read = label.lowerBound
        while place.read < label.upperBound {
            switch place.next {
            case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "_"): place.read += 1
            default: place.copy(1)
            }
        }
        place.write(Mark.linkEnd)
        place.read = end
        return true
    }

    /// A link's text and where it ends.
    private func link(from start: Int) -> (Range<Int>, Int)? {
        var index = start + 1
        while index < text.count, index - start < 240, text.bytes[index] != UInt8(ascii: "]"),
            text.bytes[index] != Mark.newline
        {
            index += 1
        }
        guard index + 1 < text.count, text.bytes[index] == UInt8(ascii: "]") else { return nil }
        let label = start + 1..<index
        let close: UInt8
        switch text.bytes[index + 1] {
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        default: return nil
        }
        var end = index + 2
        while end < text.count, end - index < 2048, text.bytes[end] != close, text.bytes[end] != Mark.newline {
            end += 1
        }
        guard end < text.count, text.bytes[end] == close else { return nil }
        return (label, end + 1)
    }

    /// `*|FNAME|*` and its like, which a mail program would have filled in.
    private mutating func merge() -> Bool {
        for (open, close) in Self.merges where text.matches(open, at: place.read, in: text.count, isFolded: false) {
            var index = place.read + 2
            while index < text.count, index - place.read < 80, text.bytes[index] != Mark.newline {
                if text.matches(close, at: index, in: text.count, isFolded: false) {
                    place.read = index + 2
                    return true
                }
                index += 1
            }
        }
        return false
    }

    /// Drops marks of emphasis; a star that begins a line as a bullet stays, and so does what stands between digits or words.
    private mutating func emphasis() {
        let byte = place.next
        let next = place.peek(1)
        let last = place.last ?? Mark.newline
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "%") {
            place.copy(1)
            return
        }
        if byte == next {
            let isRule = last == Mark.newline || last == byte
            if isRule, place.peek(2) == byte || last == byte { place.copy(2) } else { place.read += 2 }
            return
        }
        let isBullet = byte == UInt8(ascii: "*") && next == Mark.space
        let isWithin = byte != UInt8(ascii: "`") && Self.isWord(last) && Self.isWord(next)
        if isBullet || isWithin || byte == UInt8(ascii: "~") || last == byte { place.copy(1) } else { place.read += 1 }
    }

    private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 || byte >= 0x30 && byte <= 0x39 }
}
