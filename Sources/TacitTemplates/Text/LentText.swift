/// A text in lent memory: as it reads, and the same in lower case, offset by offset.
///
/// All work on the text is done here, by offset; a `String` is made of what goes into an answer only.
struct LentText {
    // Invariant: both point into the memory that one run of the processor was lent, each at `capacity` bytes of their
    // own, and this value does not outlive the run. Offsets below `count` were written.
    let bytes: UnsafeMutablePointer<UInt8>
    let folded: UnsafeMutablePointer<UInt8>
    let capacity: Int
    var count: Int

    /// How much memory an input takes.
    static func workingBytes(forInput count: Int) -> Int { 2 * max(count, 1) }

    /// Copies the input into the lent memory, which has at least `workingBytes(forInput:)` bytes.
    init(_ input: UnsafeRawBufferPointer, in memory: UnsafeMutableRawBufferPointer) {
        precondition(memory.count >= Self.workingBytes(forInput: input.count), "too little memory was lent")
        capacity = max(input.count, 1)
        count = input.count
        // Of at least two bytes, so there is a base; and nothing else is bound to this memory.
        let base = memory.bindMemory(to: UInt8.self).baseAddress!
        bytes = base
        folded = base + capacity
        memory.copyMemory(from: input)
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// The range without blanks and link marks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    /// Whether the text at `place` starts with `prefix`, which is in lower case where `isFolded`.
    func matches(_ prefix: [UInt8], at place: Int, in end: Int, isFolded: Bool = true) -> Bool {
        guard place + prefix.count <= end else { return false }
        let source = isFolded ? folded : bytes
        for index in prefix.indices where source[place + index] != prefix[index] { return false }
        return true
    }

    /// Writes the lower-case copy: Latin, Greek and Cyrillic letters; all others stay.
    func fold() {
        var index = 0
        while index < count {
            let byte = bytes[index]
            if byte >= 0x41, byte <= 0x5A {
                folded[index] = byte | 0x20
            } else if byte < 0xC0 || index + 1 == count {
                folded[index] = byte
            } else {
                let (first, second) = Self.folded(byte, bytes[index + 1])
                folded[index] = first
                folded[index + 1] = second
                index += 1
            }
            index += 1
        }
    }

    private static func folded(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
        switch (first, second) {
        case (0xC3, 0x80...0x96), (0xC3, 0x98...0x9E): (first, second + 0x20)
        case (0xC4, 0x80...0xB7), (0xC5, 0x8A...0xB7): (first, second | 1)
        case (0xCE, 0x91...0x9F): (first, second + 0x20)
        case (0xCE, 0xA0...0xA9): (0xCF, second - 0x20)
        case (0xD0, 0x90...0x9F): (first, second + 0x20)
        case (0xD0, 0xA0...0xAF): (0xD1, second - 0x20)
        default: (first, second)
        }
    }
}

/// What the stages write into the text between its words.
enum Mark {
    static let linkStart: UInt8 = 0x01
    static let linkEnd: UInt8 = 0x02
    static let rule: UInt8 = 0x03
    /// A digit follows, the level.
    static let heading: UInt8 = 0x04
    static let item: UInt8 = 0x05
    static let newline: UInt8 = 0x0A
    static let space: UInt8 = 0x20
}

/// Reads ahead and writes behind in the same bytes. Invariant: never writes past what was read.
struct InPlace {
    let text: LentText
    var read = 0
    var written = 0

    init(_ text: LentText) { self.text = text }

    var isAtEnd: Bool { read >= text.count }
    var next: UInt8 { text.bytes[read] }
    var last: UInt8? { written > 0 ? text.bytes[written - 1] : nil }

    func peek(_ offset: Int) -> UInt8 { read + offset < text.count ? text.bytes[read + offset] : 0 }

    mutating func write(_ byte: UInt8) {
        text.bytes[written] = byte
        written += 1
    }

    /// Takes so many bytes over as they are.
    mutating func copy(_ count: Int) {
        for _ in 0..<min(count, text.count - read) {
            write(next)
            read += 1
        }
    }

    mutating func breakLine() { if let last, last != Mark.newline { write(Mark.newline) } }
}
