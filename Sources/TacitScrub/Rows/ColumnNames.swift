/// The names of columns as they are written before the rows: where each stands.
struct ColumnNames {
    let range: Range<Int>
    private let delimiter: UInt8
    /// Where the line of the names ends.
    let lineEnd: Int
    /// Whether the line begins and ends with a delimiter: `| name | dob |`.
    private let isFramed: Bool

    /// How the rows below the line of the names are written.
    var layoutOfLines: NamedColumns.Layout {
        delimiter == "|" ? .table(isFramed: isFramed) : .separated(by: delimiter, hasQuotes: true)
    }

    /// What the names promise, or `nil` where something else stands among them, or none promises anything.
    func rules(in text: Text, by keys: KeyTable) -> [KeyRule?]? {
        var promises = false
        var count = 0
        var named = 0
        forEach(in: text) { name in
            count += 1
            guard !name.isEmpty else { return true }
            named += 1
            guard KeyTable.isColumn(name, in: text) else {
                named = 0
                return false
            }
            if let rule = keys.rule(for: name, in: text), rule.promisesCells { promises = true }
            return true
        }
        guard promises, named > 0, count > 1 || delimiter == "," else { return nil }
        // Memory is only taken from here on.
        var rules: [KeyRule?] = []
        forEach(in: text) { name in
            rules.append(name.isEmpty ? nil : keys.ruleOfCells(for: name, in: text))
            return true
        }
        return rules
    }

    /// Hands over the range of each name, without its quotes, until `body` returns false.
    private func forEach(in text: Text, _ body: (Range<Int>) -> Bool) {
        var start = range.lowerBound
        while start <= range.upperBound {
            let rest = start..<range.upperBound
            let end = text.firstIndex(of: delimiter, in: rest) ?? rest.upperBound
            guard body(Self.bare(start..<end, in: text)) else { return }
            start = end + 1
        }
    }

    /// A name without blanks, quotes and brackets: `"Name"`, `[Name]`, `\"Name\"`.
    private static func bare(_ range: Range<Int>, in text: Text) -> Range<Int> {
        let name = trimmed(range, in: text)
        guard name.count > 2 else { return name }
        let (start, end) = (name.lowerBound, name.upperBound)
        // What was scrubbed is no name.
        if text[start] == "[", text[end - 1] == "]", Placeholder.end(in: text, at: start) == nil {
            return start + 1..<end - 1
        }
        if text[start] == "\\", text[start + 1].isQuote, text[end - 2] == "\\", end - start > 4 {
            return start + 2..<end - 2
        }
        if text[start].isQuote, text[end - 1] == text[start] { return start + 1..<end - 1 }
        return name
    }

    // MARK: Where they are

    /// The first line of a text, if it may be one of CSV or of a table.
    init?(atBeginningOf text: Text) {
        // A byte order mark.
        let start = text.has("\u{FEFF}", at: 0) ? 3 : 0
        var i = start
        var delimiter: UInt8 = 0
        // In a name, and behind a delimiter.
        var (blanks, isWide, isSpaced) = (0, false, false)
        while i - start < Reach.shape, text[i] != "\n" {
            switch text[i] {
            case ",", ";", "\t", "|":
                if delimiter == 0 { delimiter = text[i] }
                if text[i] == delimiter { blanks = 0 }
            case " " where i > start && text[i - 1] == delimiter: isSpaced = true
            case " ":
                blanks += 1
                isWide = true
                // Most texts end here, or with their first sign.
                if blanks > 3, delimiter != "|" { return nil }
            case "\"", "(", ")", "/", "#", 0x80...: break
            case "\r": guard text[i + 1] == "\n" else { return nil }
            default: guard text[i].isKey else { return nil }
            }
            i += 1
        }
        // `name, email` may be columns; `name, email and phone` is a sentence.
        guard delimiter != 0, text[i] == "\n", delimiter == "|" || !(isSpaced && isWide) else { return nil }
        self.delimiter = delimiter
        lineEnd = i
        isFramed = delimiter == "|" && Self.isFramed(start..<i, in: text)
        range = isFramed ? Self.withoutFrame(start..<i, in: text) : start..<i
    }

    /// The list in brackets before `end`: `(name, dob) VALUES`, `people (name, dob) FROM stdin`.
    init?(inBracketsBefore end: Int, of text: Text) {
        var close = end
        while end - close < 64, text[close - 1].isBlank && text[close - 1] != 0 { close -= 1 }
        guard text[close - 1] == ")" else { return nil }
        var open = close - 1
        let limit = max(text.lower, end - Reach.left)
        while open > limit, text[open - 1] != "(", text[open - 1] != ")" { open -= 1 }
        guard open > limit, text[open - 1] == "(" else { return nil }
        range = open..<close - 1
        (delimiter, lineEnd, isFramed) = (0x2C, close, false)
    }

    /// The line above the one that begins at `line`, of a table.
    init?(above line: Int, of text: Text) {
        guard text[line - 1] == "\n" else { return nil }
        var start = line - 1
        let limit = max(text.lower, line - Reach.left)
        while start > limit, text[start - 1] != "\n" { start -= 1 }
        // Not what is left of a line in which something was found.
        guard start == 0 || text[start - 1] == "\n" else { return nil }
        (delimiter, lineEnd) = (0x7C, line - 1)
        isFramed = Self.isFramed(start..<lineEnd, in: text)
        range = isFramed ? Self.withoutFrame(start..<lineEnd, in: text) : start..<lineEnd
    }

    private static func isFramed(_ line: Range<Int>, in text: Text) -> Bool {
        let inner = trimmed(line, in: text)
        return inner.count > 2 && text[inner.lowerBound] == "|" && text[inner.upperBound - 1] == "|"
    }

    private static func withoutFrame(_ line: Range<Int>, in text: Text) -> Range<Int> {
        let inner = trimmed(line, in: text)
        return inner.lowerBound + 1..<inner.upperBound - 1
    }

    static func trimmed(_ range: Range<Int>, in text: Text) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isBlank { start += 1 }
        while end > start, text[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// The end of the line below or above the names of a table: `+----+----+`, `|:---|---:|`, `-----+-----`.
    static func endOfRule(at start: Int, in text: Text) -> Int? {
        var i = start
        var hasDash = false
        while i - start < Reach.shape {
            switch text[i] {
            case "-": hasDash = true
            case "|", "+", ":", "=", " ", "\t", "\r": break
            default: return hasDash && (text[i] == "\n" || i >= text.count) ? i : nil
            }
            i += 1
        }
        return nil
    }
}

extension KeyTable {
    /// What the name of a column says of its cells.
    func ruleOfCells(for name: Range<Int>, in text: Text) -> KeyRule? {
        guard Self.isColumn(name, in: text) else { return nil }
        return rule(for: name, in: text).flatMap { $0.isOfCells ? $0 : nil }
    }

    /// Words of letters, digits and the signs of names; no sentence is as short.
    fileprivate static func isColumn(_ name: Range<Int>, in text: Text) -> Bool {
        guard (1...64).contains(name.count) else { return false }
        let first = text[name.lowerBound]
        guard first.isLetter || first == "_" || first >= 0x80 else { return false }
        var blanks = 0
        for i in name {
            switch text[i] {
            case " ": blanks += 1
            case "(", ")", "/", "#": continue
            default: guard text[i].isKey || text[i] >= 0x80 else { return false }
            }
        }
        return blanks < 4
    }
}

extension KeyRule {
    /// Whether the name of a column says so much that its cells are judged by it.
    fileprivate var isOfCells: Bool {
        guard scope == .everywhere else { return false }
        switch form {
        case .plain, .code, .strange, .authorization, .opaque, .name, .hardware: return true
        default: return false
        }
    }

    /// The same, and whether it says it alone.
    fileprivate var promisesCells: Bool { isOfCells && form != .name && form != .opaque }
}
