/// Cuts a text that comes in chunks into lines, and holds a line until its end has come.
///
/// Lines are the same for every way of cutting the text into chunks. A line that is longer than `longest` comes in
/// parts, which are not held.
struct LineCutter: Sendable {
    private let longest: Int
    private var held: [UInt8] = []
    /// The rest of this line comes in parts.
    private var isOverlong = false

    init(longest: Int) { self.longest = longest }

    /// Calls `body` with each line, its end included, and whether it is a whole one.
    mutating func cut(_ chunk: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, _ isWhole: Bool) -> Void) {
        let text = Text(chunk)
        var start = 0
        while let newline = text.firstIndex(of: "\n", in: start..<text.count) {
            take(text.bytes(start..<newline + 1), isEnd: true, body)
            start = newline + 1
        }
        if start < text.count { take(text.bytes(start..<text.count), isEnd: false, body) }
    }

    /// Ends the text: the last line may have no end.
    mutating func finish(_ body: (UnsafeRawBufferPointer, _ isWhole: Bool) -> Void) {
        if !held.isEmpty { held.withUnsafeBytes { body($0, true) } }
        held.removeAll(keepingCapacity: true)
        isOverlong = false
    }

    private mutating func take(
        _ piece: UnsafeRawBufferPointer, isEnd: Bool, _ body: (UnsafeRawBufferPointer, Bool) -> Void
    ) {
        if isOverlong || held.count + piece.count > longest {
            if !held.isEmpty { held.withUnsafeBytes { body($0, false) } }
            held.removeAll()
            body(piece, false)
            isOverlong = !isEnd
        } else if isEnd, held.isEmpty {
            body(piece, true)
        } else {
            held.append(contentsOf: piece)
            guard isEnd else { return }
            held.withUnsafeBytes { body($0, true) }
            held.removeAll(keepingCapacity: true)
        }
    }
}
