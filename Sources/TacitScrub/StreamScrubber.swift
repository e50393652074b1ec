/// Scrubs a text that comes in chunks, in constant memory: what crosses the edge of a chunk is found all the same, and
/// the output is the same for every way of cutting the input.
///
/// ```swift
/// var stream = StreamScrubber(Scrubber())
/// while let chunk = try input.read() { stream.scrub(chunk, into: &output); write(&output) }
/// stream.finish(into: &output)
/// print(stream.report)      // EMAIL 3, IP_ADDRESS 12
/// ```
///
/// Complete lines leave at once, so that a followed log stays live; a line without an end leaves in pieces.
public struct StreamScrubber: Sendable {
    private let scrubber: Scrubber
    private var buffer: [UInt8] = []
    private var state = Scanner.State()
    /// Everything before this index of the buffer was written already; the rest of it is only context.
    private var written = 0
    /// Behind the last line end that was seen.
    private var lineEnd = 0
    /// How many bytes of this text came before the buffer.
    private var forgotten = 0
    /// How many findings there were, by kind.
    public private(set) var report = ScrubReport()

    public init(_ scrubber: Scrubber = Scrubber()) {
        self.scrubber = scrubber
    }

    /// Takes a chunk and appends what can be said by now.
    public mutating func scrub(_ chunk: UnsafeRawBufferPointer, into output: inout [UInt8]) {
        scrub(chunk, into: &output) { _ in }
    }

    /// The same; also says what was found, in order. Its offsets are those of the whole text, from its first byte on.
    ///
    /// ```swift
    /// stream.scrub(chunk, into: &output) { print("\($0.range.lowerBound) \($0.rule)") }
    /// ```
    public mutating func scrub(
        _ chunk: UnsafeRawBufferPointer, into output: inout [UInt8], found: (Finding) -> Void
    ) {
        var rest = chunk[...]
        // Pieces keep the buffer small however large the chunk is.
        while !rest.isEmpty {
            let piece = rest.prefix(Self.piece)
            rest = rest.dropFirst(piece.count)
            let offset = buffer.count
            buffer.append(contentsOf: piece)
            if let newline = piece.lastIndex(of: UInt8(ascii: "\n")) {
                lineEnd = offset + newline - piece.startIndex + 1
                advance(isFinal: false, into: &output, found)
            } else if buffer.count - state.cursor >= Self.piece + Reach.right {
                advance(isFinal: false, into: &output, found)
            }
        }
    }

    /// Takes a chunk and appends what can be said by now.
    public mutating func scrub(_ chunk: [UInt8], into output: inout [UInt8]) {
        chunk.withUnsafeBytes { scrub($0, into: &output) }
    }

    /// Ends the text: appends what was held back. Another text may follow.
    public mutating func finish(into output: inout [UInt8]) {
        finish(into: &output) { _ in }
    }

    /// The same; also says what was found, with offsets in the whole text.
    public mutating func finish(into output: inout [UInt8], found: (Finding) -> Void) {
        advance(isFinal: true, into: &output, found)
        buffer.removeAll(keepingCapacity: true)
        state = Scanner.State()
        written = 0
        lineEnd = 0
        forgotten = 0
    }

    private static let piece = 65_536

    private mutating func advance(isFinal: Bool, into output: inout [UInt8], _ found: (Finding) -> Void) {
        // What lies before `limit` can be judged: its line is complete, or the longest look ahead is in the buffer.
        let limit = isFinal ? buffer.count : max(lineEnd, buffer.count - Reach.right)
        guard limit > state.cursor || isFinal else { return }
        // A copy of its own is held once, not again for every finding.
        let scrubber = scrubber
        buffer.withUnsafeBytes { bytes in
            let text = Text(bytes)
            scrubber.withScanner(of: text, state: state, isFinal: isFinal) { scanner in
                while let match = scanner.next(upTo: limit) {
                    output.append(contentsOf: bytes[written..<match.start])
                    scrubber.append(match, of: bytes, to: &output)
                    written = match.end
                    report.count(match.kind)
                    let range = forgotten + match.start..<forgotten + match.end
                    found(Finding(kind: match.kind, range: range, rule: match.rule))
                }
                state = scanner.state
            }
            // What is still to come may make a part of the cursor's line to be looked at again, but no earlier one.
            let least = max(written, state.cursor - Reach.cascade - Reach.left)
            let settled = isFinal ? bytes.count : text.indexBehindLast("\n", in: least..<max(least, state.cursor))
            output.append(contentsOf: bytes[written..<settled])
            written = settled
        }
        forget()
    }

    /// Drops what no verifier can look at any more.
    private mutating func forget() {
        // What was written is not looked at again; verifiers of what comes behind it only read a little to their left.
        let keep = max(0, written - 2 * Reach.left)
        guard keep > 0 else { return }
        buffer.removeSubrange(..<keep)
        forgotten += keep
        written -= keep
        lineEnd = max(0, lineEnd - keep)
        state.shift(by: -keep)
    }
}
