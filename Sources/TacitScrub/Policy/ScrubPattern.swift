/// A pattern of the user's, in a subset of regular expressions that runs in linear time whatever the text.
///
/// ```swift
/// let order = try ScrubPattern("\\bORD-[0-9]{6,9}\\b")
/// ```
///
/// Understood: characters, `.`, classes (`[a-z_]`, `[^ ]`, `\d \w \s` and their opposites), groups, `|`, `*`, `+`, `?`,
/// `{n}`, `{n,}`, `{n,m}`, `(?i)` in front, and `^`, `$`, `\b` at the two ends. Repeats take as much as they can, `?`
/// behind them changes nothing. A match stays on its line and is at most 1,024 bytes long. Ends of lines, and
/// placeholders, count as ends for `^` and `$`. Refused: back references, look-around, and what can match nothing.
public struct ScrubPattern: Sendable, Hashable, CustomStringConvertible {
    /// As it was written.
    public let expression: String
    private let automaton: PatternAutomaton
    private let starts: PatternSyntax.Edge
    private let ends: PatternSyntax.Edge
    /// For the search of where matches begin.
    let tree: PatternSyntax.Tree

    public init(_ expression: String) throws(ScrubPolicyError) {
        var syntax = PatternSyntax(expression)
        let tree = try syntax.parse()
        self.expression = expression
        self.tree = tree
        starts = syntax.starts
        ends = syntax.ends
        automaton = try PatternAutomaton(tree)
        if automaton.accepts(0) { throw .pattern("it can match nothing at all", at: 0) }
    }

    public var description: String { expression }

    public static func == (a: Self, b: Self) -> Bool { a.expression == b.expression }

    public func hash(into hasher: inout Hasher) { hasher.combine(expression) }

    /// Whether a match may begin with this byte.
    func mayBegin(with byte: UInt8) -> Bool { automaton.next(0, byte) != PatternAutomaton.dead }

    /// The end of the longest match that begins at `start`.
    func end(in text: Text, at start: Int) -> Int? {
        guard holds(starts, at: start, in: text) else { return nil }
        var state = 0
        var end: Int?
        var i = start
        let limit = min(text.count, start + Reach.shape)
        while i < limit, !text[i].isLineEnd {
            state = automaton.next(state, text[i])
            if state == PatternAutomaton.dead { break }
            i += 1
            if automaton.accepts(state), holds(ends, at: i, in: text) { end = i }
        }
        return end
    }

    /// Whether a match begins and ends with the text.
    func matchesAll(of text: Text) -> Bool { end(in: text, at: text.lower) == text.count }

    /// Whether there is a match anywhere in the first kilobyte.
    func isFound(in text: Text) -> Bool {
        (text.lower..<min(text.count, text.lower + Reach.shape)).contains { end(in: text, at: $0) != nil }
    }

    private func holds(_ edge: PatternSyntax.Edge, at i: Int, in text: Text) -> Bool {
        switch edge {
        case .none: true
        case .line: i == text.lower || i == text.count || text[i - 1].isLineEnd || text[i].isLineEnd
        case .word: text[i - 1].isWord != text[i].isWord
        }
    }
}
