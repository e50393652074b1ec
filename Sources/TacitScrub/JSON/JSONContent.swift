/// What a string or number of a JSON text stands for, and where each byte of it stands.
struct JSONContent: Sendable {
    private var range = 0..<0
    private var hasEscapes = false
    private var decoded: [UInt8] = []

    /// Reads what stands in a range; of a string, that is between its quotes.
    mutating func read(_ range: Range<Int>, of text: Text) {
        self.range = range
        hasEscapes = text.firstIndex(of: "\\", in: range) != nil
        guard hasEscapes else { return }
        decoded.removeAll(keepingCapacity: true)
        var i = range.lowerBound
        while i < range.upperBound {
            let unit = JSONEscape(in: text, at: i)
            for k in 0..<unit.count { decoded.append(UInt8(truncatingIfNeeded: unit.bytes >> UInt32(8 * k))) }
            i = unit.end
        }
    }

    /// Lends the content without escapes.
    func withBytes<R>(of text: Text, _ body: (UnsafeRawBufferPointer) -> R) -> R {
        hasEscapes ? decoded.withUnsafeBytes { body($0) } : body(text.bytes(range))
    }

    /// Where a range of the content stands in the text, with its escapes.
    func range(of part: Range<Int>, in text: Text) -> Range<Int> {
        guard hasEscapes else { return range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound }
        var i = range.lowerBound
        var offset = 0
        var start = i
        while i < range.upperBound, offset < part.upperBound {
            if offset <= part.lowerBound { start = i }
            let unit = JSONEscape(in: text, at: i)
            offset += unit.count
            i = unit.end
        }
        return start..<i
    }

    /// Writes the content as it stands, with its escapes, but for what was found in it.
    func write(_ found: [Finding], of text: Text, by scrubber: Scrubber, into output: inout [UInt8]) {
        var copied = range.lowerBound
        var i = range.lowerBound
        var offset = 0
        for finding in found {
            // An escape of several bytes goes whole if one of them is found.
            while i < range.upperBound {
                let unit = JSONEscape(in: text, at: i)
                if offset + unit.count > finding.range.lowerBound { break }
                offset += unit.count
                i = unit.end
            }
            output.append(contentsOf: text.bytes(copied..<i))
            let match = Match(finding.kind, finding.range.lowerBound, finding.range.upperBound, finding.rule)
            withBytes(of: text) { scrubber.append(match, of: $0, to: &output) }
            while i < range.upperBound, offset < finding.range.upperBound {
                let unit = JSONEscape(in: text, at: i)
                offset += unit.count
                i = unit.end
            }
            copied = i
        }
        output.append(contentsOf: text.bytes(copied..<range.upperBound))
    }
}
