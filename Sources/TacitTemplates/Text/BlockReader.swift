/// Reads a text line by line into blocks; lines that were wrapped come together again.
struct BlockReader {
    private var text: LentText
    /// Whether a line may go on in the next one. In what was HTML a line is a block.
    private let isWrapped: Bool
    private(set) var blocks: [Block] = []
    private var isAfterBlank = true
    private var isInFence = false

    private static let maxHeading = 90

    init(_ text: LentText, isWrapped: Bool, from start: Int) {
        self.text = text
        self.isWrapped = isWrapped
        read(from: start)
        for index in blocks.indices { finish(index) }
        blocks.removeAll { $0.range.isEmpty && $0.kind != .rule }
    }

    private mutating func read(from start: Int) {
        var place = start
        while place < text.count {
            var end = place
            while end < text.count, text.bytes[end] != Mark.newline { end += 1 }
            line(place..<end)
            place = end + 1
        }
    }

    private mutating func line(_ raw: Range<Int>) {
        var line = raw
        // Quotations, however deep, are read as what they quote.
        while let first = line.first,
            text.bytes[first] == Mark.space || isWrapped && text.bytes[first] == UInt8(ascii: ">")
        {
            line = line.dropFirst()
        }
        while let last = line.last, text.bytes[last] == Mark.space { line = line.dropLast() }
        guard let first = line.first else {
            isAfterBlank = true
            return
        }
        defer { isAfterBlank = false }
        if isFence(line) {
            isInFence.toggle()
            return
        }
        guard !isInFence else { return }
        switch text.bytes[first] {
        case Mark.rule: blocks.append(Block(kind: .rule, range: line))
        case Mark.heading:
            let level = line.count > 1 ? Int(text.bytes[first + 1]) - 0x30 : 1
            blocks.append(Block(kind: .heading(level: level), range: line.dropFirst(2)))
        case Mark.item: blocks.append(Block(kind: .item(isNumbered: false), range: line.dropFirst()))
        case UInt8(ascii: "#") where isWrapped:
            let level = line.prefix(while: { text.bytes[$0] == UInt8(ascii: "#") }).count
            blocks.append(Block(kind: .heading(level: min(level, 6)), range: line.dropFirst(level)))
        case UInt8(ascii: "|"): break
        default: prose(line)
        }
    }

    private mutating func prose(_ line: Range<Int>) {
        if isRule(line) {
            let mark = text.bytes[line.lowerBound]
            if !isAfterBlank, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), let last = blocks.indices.last,
                blocks[last].kind == .paragraph, blocks[last].range.count <= Self.maxHeading
            {
                blocks[last].kind = .heading(level: mark == UInt8(ascii: "=") ? 1 : 2)
            } else {
                blocks.append(Block(kind: .rule, range: line))
            }
        } else if let (length, isNumbered) = bullet(line) {
            blocks.append(Block(kind: .item(isNumbered: isNumbered), range: line.dropFirst(length)))
        } else if isWrapped, !isAfterBlank, let last = blocks.indices.last, continues(blocks[last], line) {
            for index in blocks[last].range.upperBound..<line.lowerBound { text.bytes[index] = Mark.space }
            blocks[last].range = blocks[last].range.lowerBound..<line.upperBound
        } else {
            blocks.append(Block(kind: .paragraph, range: line))
        }
    }

    /// A short line without an end is a title or a verse rather than the start of a wrapped paragraph.
    private func continues(_ block: Block, _ line: Range<Int>) -> Bool {
        guard block.kind == .paragraph || block.isItem else { return false }
        var start = block.range.upperBound
        while start > block.range.lowerBound, text.bytes[start - 1] != Mark.newline { start -= 1 }
        if block.kind == .paragraph, block.range.count <= 60, isCapitals(block.range) { return false }
        guard block.kind == .paragraph, block.range.count < 45, let last = block.range.last else { return true }
        let ends = [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ",")]
        let isTitle = !ends.contains(text.bytes[last]) || text.bytes[last] == UInt8(ascii: ":")
        let startsAnew = text.bytes[line.lowerBound] != text.folded[line.lowerBound]
        return !(isTitle && startsAnew)
    }

    private func isFence(_ line: Range<Int>) -> Bool {
        line.count >= 3 && line.prefix(3).allSatisfy { text.bytes[$0] == UInt8(ascii: "`") }
    }

    private func isRule(_ line: Range<Int>) -> Bool {
        var marks = 0
        let first = text.bytes[line.lowerBound]
        for index in line where text.bytes[index] != Mark.space {
            guard text.bytes[index] == first else { return false }
            marks += 1
        }
        return marks >= 3 && Array("-=*_~#+.".utf8).contains(first)
    }

    /// How long the bullet or number of an item is.
    private func bullet(_ line: Range<Int>) -> (length: Int, isNumbered: Bool)? {
        let first = text.bytes[line.lowerBound]
        let second = line.count > 1 ? text.bytes[line.lowerBound + 1] : 0
        if Array("-*+".utf8).contains(first), second == Mark.space { return (2, false) }
        for dash in ["\u{2013} ", "\u{2014} ", "\u{2192} ", "\u{00B7} "]
        where text.matches(Array(dash.utf8), at: line.lowerBound, in: line.upperBound, isFolded: false) {
            return (dash.utf8.count, false)
        }
        let digits = line.prefix(while: { text.bytes[$0] >= 0x30 && text.bytes[$0] <= 0x39 }).count
        guard digits > 0, digits <= 2, line.count > digits + 1, text.bytes[line.lowerBound + digits + 1] == Mark.space,
            [UInt8(ascii: "."), UInt8(ascii: ")")].contains(text.bytes[line.lowerBound + digits])
        else { return nil }
        return (digits + 2, true)
    }

    // MARK: Finishing

    /// Counts and removes link marks, closes the gaps and tells titles that nothing marked as such.
    private mutating func finish(_ index: Int) {
        let range = blocks[index].range
        var written = range.lowerBound
        var depth = 0
        for place in range {
            let byte = text.bytes[place]
            switch byte {
            case Mark.linkStart:
                depth = 1
                blocks[index].links += 1
            case Mark.linkEnd: depth = 0
            case ..<Mark.space: break
            case Mark.space where written == range.lowerBound || text.bytes[written - 1] == Mark.space: break
            case UInt8(ascii: ")") where written > range.lowerBound && text.bytes[written - 1] == UInt8(ascii: "("):
                written -= 1
            default:
                if Self.closing.contains(byte), written > range.lowerBound, text.bytes[written - 1] == Mark.space {
                    written -= 1
                }
                blocks[index].linkBytes += depth
                text.bytes[written] = byte
                text.folded[written] = text.folded[place]
                written += 1
            }
        }
        blocks[index].range = text.trimmed(range.lowerBound..<written)
        if blocks[index].kind == .paragraph, isTitle(blocks[index].range) { blocks[index].kind = .heading(level: 4) }
        if blocks[index].isHeading { blocks[index].range = withoutNumber(blocks[index].range) }
    }

    private static let closing = Array(".,;:!?".utf8)

    private func isTitle(_ range: Range<Int>) -> Bool {
        guard range.count >= 4, range.count <= 80, let first = range.first, let last = range.last else { return false }
        if Array(".!?;,\"".utf8).contains(text.bytes[last]) { return false }
        // The full stops of other scripts.
        if SentenceSplitter.wideEnds.contains(where: {
            range.count >= $0.count
                && text.matches($0, at: range.upperBound - $0.count, in: range.upperBound, isFolded: false)
        }) {
            return false
        }
        let words = range.count { text.bytes[$0] == Mark.space } + 1
        guard words <= 10 else { return false }
        return text.bytes[first] != text.folded[first] || text.bytes[first] >= 0x80 || text.bytes[first] < 0x3A
    }

    private func isCapitals(_ range: Range<Int>) -> Bool {
        var letters = 0
        for index in range where text.bytes[index] >= 0x41 && text.bytes[index] < 0x80 {
            guard text.bytes[index] <= 0x5A else { return false }
            letters += 1
        }
        return letters >= 4
    }

    /// "1. Title", "#3: Title" and "Title:" are read as "Title".
    private func withoutNumber(_ range: Range<Int>) -> Range<Int> {
        var range = range
        let digits = range.prefix(while: {
            text.bytes[$0] >= 0x30 && text.bytes[$0] <= 0x39 || text.bytes[$0] == UInt8(ascii: "#")
        })
        if !digits.isEmpty, digits.count < range.count, Array(".):".utf8).contains(text.bytes[digits.upperBound]) {
            range = text.trimmed(digits.upperBound + 1..<range.upperBound)
        }
        while let last = range.last, text.bytes[last] == UInt8(ascii: ":") || text.bytes[last] == UInt8(ascii: "#") {
            range = text.trimmed(range.dropLast())
        }
        return range
    }
}
