/// Scrubs lines of which each is a JSON value: what a member holds is judged with its keys, and the output is JSON
/// wherever the input is.
///
/// ```swift
/// var lines = JSONLineScrubber(Scrubber())
/// lines.scrub(Array(#"{"user": {"name": "Jane", "visits": 3}}"#.utf8), into: &output)
/// lines.finish(into: &output)
/// // {"user": {"name": "[PERSON]", "visits": 3}}
/// ```
///
/// - Keys are joined with dots (`user.name`). The items of an array have the array's key. In
///   `{"key": "user.email", "value": …}`, and with `name` for `key`, the string is the key of the value.
/// - Strings are understood without their escapes. A number in which something is found becomes a string.
/// - Keys are scrubbed as text. A field to be dropped goes with its key; an item of an array becomes `null`.
/// - All other bytes stay as they are: spaces, escapes, forms of numbers, the order, line ends.
/// - A line that is no JSON is scrubbed as text, and so is one that is nested deeper than 128 or longer than 16 MiB.
///
/// The output is the same for every way of cutting the input, and scrubbing it again changes nothing.
public struct JSONLineScrubber: Sendable {
    private var lines = LineCutter(longest: Self.longestLine)
    private var writer: Writer

    private static let longestLine = 16 << 20

    public init(_ scrubber: Scrubber = Scrubber()) { writer = Writer(scrubber) }

    /// How many findings there were, by kind.
    public var report: ScrubReport { writer.report }

    /// Takes a chunk and appends the lines that are complete.
    public mutating func scrub(_ chunk: UnsafeRawBufferPointer, into output: inout [UInt8]) {
        scrub(chunk, into: &output) { _ in }
    }

    /// The same; also says what was found, in order. Its offsets are those of the whole text, from its first byte on.
    public mutating func scrub(
        _ chunk: UnsafeRawBufferPointer, into output: inout [UInt8], found: (Finding) -> Void
    ) {
        lines.cut(chunk) { line, isWhole in writer.write(line, isWhole: isWhole, into: &output, found) }
    }

    /// Takes a chunk and appends the lines that are complete.
    public mutating func scrub(_ chunk: [UInt8], into output: inout [UInt8]) {
        chunk.withUnsafeBytes { scrub($0, into: &output) }
    }

    /// Ends the text: appends what was held back. Another text may follow.
    public mutating func finish(into output: inout [UInt8]) {
        finish(into: &output) { _ in }
    }

    /// The same; also says what was found, with offsets in the whole text.
    public mutating func finish(into output: inout [UInt8], found: (Finding) -> Void) {
        lines.finish { line, isWhole in writer.write(line, isWhole: isWhole, into: &output, found) }
        writer.endText(into: &output, found)
        writer.reset()
    }

    /// Tells JSON from text. Lines of text that follow each other are one text: a private key has many lines.
    private struct Writer {
        private var json: JSONRewriter
        private var text: StreamScrubber
        private var isInText = false
        /// What was a text may be JSON without what was found in it, and is then scrubbed as such, as it would be the
        /// next time.
        private var lines = LineCutter(longest: JSONLineScrubber.longestLine)
        private var scrubbed: [UInt8] = []
        /// How many bytes came before this line, and before the text that it belongs to.
        private var position = 0
        private var textStart = 0

        init(_ scrubber: Scrubber) {
            json = JSONRewriter(scrubber)
            text = StreamScrubber(scrubber)
        }

        var report: ScrubReport {
            var sum = json.report
            sum.add(text.report)
            return sum
        }

        mutating func reset() { position = 0 }

        mutating func write(
            _ line: UnsafeRawBufferPointer, isWhole: Bool, into output: inout [UInt8], _ found: (Finding) -> Void
        ) {
            let start = position
            position += line.count
            if isWhole, JSONReader.mayBegin(line) {
                // Text that is held back comes first.
                let end = output.count
                if json.rewrite(line, into: &output) {
                    if isInText {
                        let value = Array(output[end...])
                        output.removeSubrange(end...)
                        let places = json.places
                        endText(into: &output, found)
                        output.append(contentsOf: value)
                        for finding in places { found(finding.moved(by: start)) }
                    } else {
                        for finding in json.places { found(finding.moved(by: start)) }
                    }
                    return
                }
            }
            if !isInText { textStart = start }
            isInText = true
            let origin = textStart
            text.scrub(line, into: &scrubbed) { found($0.moved(by: origin)) }
            pass(into: &output)
        }

        mutating func endText(into output: inout [UInt8], _ found: (Finding) -> Void) {
            guard isInText else { return }
            isInText = false
            let origin = textStart
            text.finish(into: &scrubbed) { found($0.moved(by: origin)) }
            pass(into: &output)
            lines.finish { line, isWhole in Self.pass(line, isWhole, &json, &output) }
        }

        private mutating func pass(into output: inout [UInt8]) {
            scrubbed.withUnsafeBytes { bytes in
                lines.cut(bytes) { line, isWhole in Self.pass(line, isWhole, &json, &output) }
            }
            scrubbed.removeAll(keepingCapacity: true)
        }

        private static func pass(
            _ line: UnsafeRawBufferPointer, _ isWhole: Bool, _ json: inout JSONRewriter, _ output: inout [UInt8]
        ) {
            if isWhole, JSONReader.mayBegin(line), json.rewrite(line, into: &output) { return }
            output.append(contentsOf: line)
        }
    }
}
