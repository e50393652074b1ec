extension LentText {
    /// Whether the text is the HTML of a page or mail rather than prose that mentions a tag.
    var looksLikeMarkup: Bool {
        var start = 0
        while start < count, bytes[start] <= 0x20 { start += 1 }
        for opening in Tags.openings where matches(opening, at: start, in: count) { return true }
        var seen = 0
        var index = start
        while index + 2 < count {
            if bytes[index] == UInt8(ascii: "<"), Tags.common.contains(where: { matches($0, at: index, in: count) }) {
                seen += 1
                if seen == 3 { return true }
            }
            index += 1
        }
        return false
    }

    /// Turns HTML into lines: a line a block, with marks for headings, items, rules and links. What is not shown to a
    /// reader (scripts, styles, comments, hidden preheaders) goes.
    mutating func removeMarkup() {
        var markup = MarkupReader(self)
        markup.run()
        count = markup.place.written
    }
}

/// One pass over HTML, in place. Each search for an end either moves the reading place there or is never made again, so
/// that no input costs more than a few passes.
private struct MarkupReader {
    var place: InPlace
    private let text: LentText
    private var ignoresQuotes = false
    private var hasHiddenEnds = true
    private var lastAngle: Int

    init(_ text: LentText) {
        self.text = text
        place = InPlace(text)
        lastAngle = text.count - 1
        while lastAngle >= 0, text.bytes[lastAngle] != UInt8(ascii: ">") { lastAngle -= 1 }
    }

    mutating func run() {
        while !place.isAtEnd {
            switch place.next {
            case UInt8(ascii: "<") where place.read < lastAngle && isTag: tag()
            case UInt8(ascii: "&"): entity()
            case 0x0A, 0x20:
                place.read += 1
                if let last = place.last, last > Mark.space || last == Mark.linkEnd { place.write(Mark.space) }
            default: place.copy(1)
            }
        }
    }

    private var isTag: Bool {
        let next = place.peek(1) | 0x20
        return next >= 0x61 && next <= 0x7A
            || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(place.peek(1))
    }

    private mutating func tag() {
        let start = place.read
        if text.matches(Tags.comment, at: start, in: text.count) {
            // Outlook reads what stands in conditional comments; others don't.
            place.read = end(of: Tags.commentEnd, from: start + 4) ?? text.count
            return
        }
        let isClosing = place.peek(1) == UInt8(ascii: "/")
        let nameStart = start + (isClosing ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < text.count, nameEnd - nameStart < 12, isNameByte(text.folded[nameEnd]) { nameEnd += 1 }
        let tagEnd = endOfTag(from: nameEnd)
        let tag = Tags.kind(text, nameStart..<nameEnd)
        place.read = tagEnd
        if !isClosing, tag == .unread {
            skipElement(nameStart..<nameEnd)
        } else if !isClosing, tag.canHide, hasHiddenEnds, isHidden(nameEnd..<tagEnd) {
            skipNested(nameStart..<nameEnd)
        } else {
            write(tag, isClosing)
        }
    }

    private mutating func write(_ tag: Tags.Kind, _ isClosing: Bool) {
        switch tag {
        case .block: place.breakLine()
        case .rule:
            place.breakLine()
            place.write(Mark.rule)
            place.write(Mark.newline)
        case .heading(let level):
            place.breakLine()
            if !isClosing {
                place.write(Mark.heading)
                place.write(UInt8(ascii: "0") + level)
            }
        case .item:
            place.breakLine()
            if !isClosing { place.write(Mark.item) }
        case .link: place.write(isClosing ? Mark.linkEnd : Mark.linkStart)
        case .inline, .hidable, .unread: break
        }
    }

    private func isNameByte(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 }

    /// Behind the `>` of the tag, which may stand in quotes before.
    private mutating func endOfTag(from start: Int) -> Int {
        var quote: UInt8 = 0
        var first: Int?
        var index = start
        while index < text.count {
            let byte = text.bytes[index]
            if byte == UInt8(ascii: ">") {
                if quote == 0 || ignoresQuotes { return index + 1 }
                if first == nil { first = index + 1 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
            }
            index += 1
        }
        // A quote that never closes: from here on they mean nothing.
        ignoresQuotes = true
        return first ?? text.count
    }

    private func end(of mark: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + mark.count <= text.count {
            if text.matches(mark, at: index, in: text.count) { return index + mark.count }
            index += 1
        }
        return nil
    }

    /// To behind the end tag of what holds no text for readers.
    private mutating func skipElement(_ name: Range<Int>) {
        var index = place.read
        while index + name.count + 2 <= text.count {
            if text.bytes[index] == UInt8(ascii: "<"), text.bytes[index + 1] == UInt8(ascii: "/"),
                same(name, at: index + 2)
            {
                place.read = endOfTag(from: index + 2 + name.count)
                return
            }
            index += 1
        }
        place.read = text.count
    }

    private func same(_ name: Range<Int>, at start: Int) -> Bool {
        guard start + name.count <= text.count else { return false }
        for offset in 0..<name.count where text.folded[start + offset] != text.folded[name.lowerBound + offset] {
            return false
        }
        return start + name.count == text.count || !isNameByte(text.folded[start + name.count])
    }

    private func isHidden(_ attributes: Range<Int>) -> Bool {
        Tags.hiding.first(in: text, attributes.lowerBound..<min(attributes.upperBound, attributes.lowerBound + 2048))
            != nil
    }

    /// To behind the end of an element that may have others of its name in it. One that is never closed is read.
    private mutating func skipNested(_ name: Range<Int>) {
        var depth = 1
        var index = place.read
        while index + name.count + 1 <= text.count {
            if text.bytes[index] == UInt8(ascii: "<") {
                if text.bytes[index + 1] == UInt8(ascii: "/"), same(name, at: index + 2) {
                    depth -= 1
                    if depth == 0 {
                        place.read = endOfTag(from: index + 2 + name.count)
                        return
                    }
                } else if same(name, at: index + 1) {
                    depth += 1
                }
            }
            index += 1
        }
        hasHiddenEnds = false
    }

    private mutating func entity() {
        var end = place.read + 1
        while end < text.count, end - place.read < 12,
            isNameByte(text.folded[end]) || text.bytes[end] == UInt8(ascii: "#")
        {
            end += 1
        }
        guard end < text.count, text.bytes[end] == UInt8(ascii: ";"),
            let scalar = Entities.scalar(text, place.read + 1..<end)
        else {
            place.copy(1)
            return
        }
        place.read = end + 1
        switch scalar.value {
        case 0x20, 0xA0: if let last = place.last, last > Mark.space { place.write(Mark.space) }
        case 0x2018, 0x2019: place.write(UInt8(ascii: "'"))
        case 0x201C, 0x201D: place.write(UInt8(ascii: "\""))
        case ..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x034F, 0xFEFF, 0x1F000...:
            break
        // The shortest name or number of each is as long as its bytes, so that nothing unread is written over.
        // Every scalar has a form in UTF-8.
        default: for byte in UTF8.encode(scalar)! { place.write(byte) }
        }
    }
}
