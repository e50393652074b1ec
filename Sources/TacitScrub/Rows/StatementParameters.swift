/// What the placeholders of a statement stand for, by the columns beside them: `VALUES ($1, ?)`, `WHERE dob = $2`.
///
/// Databases and their drivers write the values down apart from the statement, behind it or on one of the next lines.
struct StatementParameters {
    /// What the column of each parameter says of its value, in their order.
    private(set) var rules: [KeyRule?] = []

    /// Whether a value of some parameter is worth waiting for.
    var arePromising: Bool { rules.contains { $0 != nil } }

    var areOfPeople: Bool { rules.contains { $0?.saysPerson ?? false } }

    /// Takes in one more placeholder, or the one with this number, counted from 1.
    mutating func add(_ rule: KeyRule?, number: Int?) {
        let index = (number ?? rules.count + 1) - 1
        guard index < Self.most else { return }
        while rules.count <= index { rules.append(nil) }
        if let rule { rules[index] = rule }
    }

    private static let most = 256

    /// Takes in the placeholders of a part of the statement, up to where the values begin; returns where the last one ends.
    ///
    /// - Parameters:
    ///   - isWhole: where others may stand before the part, only numbers tell which is which.
    ///   - isCut: the part ends where something was found.
    mutating func read(
        _ range: Range<Int>, of text: Text, by keys: KeyTable, isWhole: Bool = true, isCut: Bool = false
    ) -> Int {
        var i = range.lowerBound
        var end = i
        while i < range.upperBound {
            if text[i] == "'" {
                guard let close = text.firstIndex(of: "'", in: i + 1..<range.upperBound) else {
                    // Where the strings are can't be told, unless something was found in one.
                    if !isCut { rules = [] }
                    return end
                }
                // The same as if it were found now.
                if (i..<close).contains(where: { text[$0] == "[" && Placeholder.end(in: text, at: $0) != nil }) {
                    return end
                }
                i = close + 1
            } else if text[i] == "=", let column = Self.column(before: i + 1, in: text),
                Self.mark(at: text[i + 1] == " " ? i + 2 : i + 1, in: text) == nil,
                keys.rule(for: column, in: text) != nil
            {
                // Its value may be found, with what stands in it.
                rules = []
                return end
            } else if text[i] == "[", text[i + 1].isQuote || text.has("[[\"", at: i) || text.has("[['", at: i) {
                break
            } else if let mark = Self.mark(at: i, in: text), !text.has(" = ", at: mark.end),
                !Self.isOfValue(at: i, in: text)
            {
                guard isWhole || mark.number != nil else {
                    rules = []
                    return end
                }
                add(
                    Self.column(before: i, in: text).flatMap { keys.ruleOfCells(for: $0, in: text) },
                    number: mark.number)
                i = mark.end
                end = i
            } else {
                i += 1
            }
        }
        return end
    }

    /// A placeholder of SQL: `?`, `$1`, `:1`, `%s`.
    static func mark(at i: Int, in text: Text) -> (end: Int, number: Int?)? {
        let first = text[i]
        guard first == "?" || first == "$" || first == ":" || first == "%" else { return nil }
        let before = text[i - 1]
        guard before == " " || before == "(" || before == "," || before == "<" || before == "=" || before == ">"
        else { return nil }
        var end = i + 1
        var number: Int?
        if first == "%" {
            guard text[end] == "s" else { return nil }
            end += 1
        } else if first != "?" {
            while end - i < 4, text[end].isDigit {
                number = (number ?? 0) * 10 + Int(text[end] & 15)
                end += 1
            }
            guard let number, number > 0 else { return nil }
        }
        let next = text[end]
        guard
            next.isBlank || next == "," && !text[end + 1].isDigit || next == ")" || next == ";"
                || next == "]"
                || next.isQuote || next == "\\" || next == ":" && text[end + 1] == ":"
        else { return nil }
        return (end, number)
    }

    /// `password=a=?`: the sign belongs to a value.
    private static func isOfValue(at mark: Int, in text: Text) -> Bool {
        var i = mark
        while text[i - 1] == "=" { i -= 1 }
        guard i < mark else { return false }
        while mark - i < 64, text[i - 1].isWord { i -= 1 }
        return text[i - 1] == "="
    }

    /// The column that a placeholder is compared with or put into: `"users"."dob" = $1`, `name ILIKE ?`.
    private static func column(before mark: Int, in text: Text) -> Range<Int>? {
        var end = mark
        func passBlanks() { while mark - end < 12, text[end - 1] == " " { end -= 1 } }
        passBlanks()
        let sign = end
        while text[end - 1] == "<" || text[end - 1] == "=" || text[end - 1] == ">" || text[end - 1] == "!" {
            end -= 1
        }
        if end == sign {
            while sign - end < 6, text[end - 1].isLetter { end -= 1 }
            guard text.equalsAnyCase("like", end..<sign) || text.equalsAnyCase("ilike", end..<sign) else { return nil }
        }
        passBlanks()
        while mark - end < 16, text[end - 1].isQuote || text[end - 1] == "\\" || text[end - 1] == "]" {
            end -= 1
        }
        var start = end
        while end - start < 64, text[start - 1].isWord { start -= 1 }
        return start < end && Placeholder.end(in: text, at: start - 1) == nil ? start..<end : nil
    }

    // MARK: Their values

    /// The values of the parameters whose columns say something, if a list of them begins in `line`.
    func values(in line: Range<Int>, of text: Text, by keys: KeyTable, isOfStatement: Bool) -> [NamedColumns.Cell] {
        var i = line.lowerBound
        while i < line.upperBound {
            var cells: [NamedColumns.Cell]?
            switch text[i] {
            case "[" where isOfStatement || isAnnounced(at: i, in: text),
                "(" where isOfStatement || isAnnounced(at: i, in: text):
                cells = pairs(at: i, of: text, by: keys) ?? rows(at: i, of: text)
            case "{" where isOfStatement || isAnnounced(at: i, in: text): cells = object(at: i, of: text)
            case ";" where isOfStatement: cells = list(at: i + 1, of: text, closing: nil)?.cells
            case "$":
                let (found, end) = numbered(at: i, of: text)
                cells = found
                // What was read and says nothing is not read again.
                i = max(i, end - 1)
            case "P", "p": cells = typed(at: i, of: text)
            default: break
            }
            if let cells, !cells.isEmpty { return cells }
            i += 1
        }
        return []
    }

    /// Whether words before a bracket on a line below the statement say that its values are in it: `[parameters: (`, `args=[`,
    /// `[cached since 4s ago] (`.
    private func isAnnounced(at bracket: Int, in text: Text) -> Bool {
        let isTimed = text.has("] ", at: bracket - 2)
        let words = isTimed ? Self.timings : ["param", "args", "bind", "values"]
        var i = bracket
        while bracket - i < (isTimed ? 40 : 24), !text[i - 1].isLineEnd {
            i -= 1
            if words.contains(where: { text.hasAnyCase($0, at: i) }) { return true }
        }
        return false
    }

    /// What SQLAlchemy says of its cache.
    private static let timings: [StaticString] = [
        "[cached since", "[generated in", "[no key", "[raw sql", "[caching disabled", "[dialect",
    ]

    private func cell(_ value: ListedValue, at index: Int) -> NamedColumns.Cell? {
        guard index < rules.count, let rule = rules[index], !value.range.isEmpty else { return nil }
        return NamedColumns.Cell(range: value.range, rule: rule, isOpen: false)
    }

    /// `("Jane", 4), ("Joe", 5)`, from the first bracket on.
    private func rows(at bracket: Int, of text: Text) -> [NamedColumns.Cell] {
        let closing: UInt8 = text[bracket] == "(" ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var cells: [NamedColumns.Cell] = []
        var i = bracket
        while i - bracket < Reach.finding, let row = list(at: i + 1, of: text, closing: closing) {
            cells += row.cells
            guard text.has(", ", at: row.end + 1), text[row.end + 3] == text[bracket] else { break }
            i = row.end + 3
        }
        return cells
    }

    /// `'Jane', 4` up to the bracket that closes it, or, where none does, to the end of the line: as many as there are parameters.
    private func list(at start: Int, of text: Text, closing: UInt8?) -> (cells: [NamedColumns.Cell], end: Int)? {
        var i = start
        var cells: [NamedColumns.Cell] = []
        var count = 0
        var hasValues = false
        while count < rules.count, let value = ListedValue(at: i, of: text) {
            hasValues = hasValues || value.isQuoted || value.isNumber
            if let cell = cell(value, at: count), !isOption(cell, in: text) { cells.append(cell) }
            count += 1
            i = value.end
            guard text[i] == "," else { break }
            // `('Jane',)`
            if text[i + 1] == closing { i += 1 }
            guard text[i] == ",", count < rules.count else { break }
            i += 1
        }
        let isClosed = closing.map { text[i] == $0 } ?? (i >= text.count || text[i].isLineEnd)
        return isClosed && count == rules.count && hasValues ? (cells, i) : nil
    }

    /// `args = ["--verbose"]`
    private func isOption(_ cell: NamedColumns.Cell, in text: Text) -> Bool {
        cell.rule?.kind == .secret && text.has("--", at: cell.range.lowerBound)
    }

    /// `{"1":"Jane","2":4}`: as many as there are parameters, counted from 1.
    private func object(at start: Int, of text: Text) -> [NamedColumns.Cell]? {
        var i = start + 1
        var cells: [NamedColumns.Cell] = []
        for index in rules.indices {
            guard let name = ListedName(at: i, of: text), name.number == index + 1,
                let value = ListedValue(at: name.end, of: text)
            else { return nil }
            if let cell = cell(value, at: index) { cells.append(cell) }
            i = value.end
            if text[i] == "," { i += 1 }
        }
        return text[i] == "}" ? cells : nil
    }

    /// `$1 = 'Jane', $2 = NULL`, and where they end.
    private func numbered(at start: Int, of text: Text) -> (cells: [NamedColumns.Cell], end: Int) {
        var i = start
        var cells: [NamedColumns.Cell] = []
        while i - start < Reach.finding, text[i] == "$", let mark = Self.mark(at: i, in: text),
            let number = mark.number,
            text.has(" = ", at: mark.end), let value = ListedValue(at: mark.end + 3, of: text)
        {
            if let cell = cell(value, at: number - 1) { cells.append(cell) }
            i = value.end
            if text[i] == ",", text[i + 1] == " " { i += 2 }
        }
        return (cells, i)
    }

    /// `[["dob", "1994-06-09"], ["LIMIT", 1]]`: each says itself what it is.
    private func pairs(at start: Int, of text: Text, by keys: KeyTable) -> [NamedColumns.Cell]? {
        var i = start + 1
        var cells: [NamedColumns.Cell] = []
        while i - start < Reach.finding, text[i] == "[", let name = ListedValue(at: i + 1, of: text), name.isQuoted,
            text[name.end] == ",",
            let value = ListedValue(at: name.end + 1, of: text), text[value.end] == "]"
        {
            if let rule = keys.ruleOfCells(for: name.range, in: text), !value.range.isEmpty {
                cells.append(NamedColumns.Cell(range: value.range, rule: rule, isOpen: false))
            }
            i = value.end + 1
            if text[i] == ",", text[i + 1] == " " { i += 2 }
        }
        return cells.isEmpty ? nil : cells
    }

    /// `Parameters: Jane(String), 4(Integer)`, `binding parameter [1] as [VARCHAR] - [Jane]`, `parameter (1:VARCHAR) <- [Jane]`
    private func typed(at start: Int, of text: Text) -> [NamedColumns.Cell]? {
        guard text.hasAnyCase("parameter", at: start) else { return nil }
        var i = start + 9
        if text[i] == " " {
            guard text[i + 1] == "[" || text[i + 1] == "(", text[i + 2].isDigit else { return nil }
            var number = 0
            i += 2
            while i - start < 16, text[i].isDigit {
                number = number * 10 + Int(text[i] & 15)
                i += 1
            }
            while i - start < 80, !text.has("- [", at: i), !text[i].isLineEnd { i += 1 }
            guard text.has("- [", at: i), number > 0, Placeholder.end(in: text, at: i + 2) == nil else { return nil }
            let end = endOfLine(from: i + 3, of: text)
            // The last bracket may be that of what was found.
            let last = (i + 3..<end).last { text[$0] == "[" }
            guard text[end - 1] == "]", end - 1 > i + 3, last.flatMap({ Placeholder.end(in: text, at: $0) }) != end,
                let rule = number <= rules.count ? rules[number - 1] : nil
            else { return nil }
            return [NamedColumns.Cell(range: i + 3..<end - 1, rule: rule, isOpen: false)]
        }
        guard text.has("s: ", at: i) else { return nil }
        i += 3
        var cells: [NamedColumns.Cell] = []
        var count = 0
        let end = endOfLine(from: i, of: text)
        var value = i
        while i < end {
            var type = i + 1
            if text[i] == "(" { while type - i < 24, text[type].isLetter { type += 1 } }
            guard type > i + 1, text[type] == ")", type + 1 == end || text.has(", ", at: type + 1) else {
                i += 1
                continue
            }
            if let cell = cell(ListedValue(value..<i), at: count) { cells.append(cell) }
            count += 1
            i = min(end, type + 3)
            value = i
        }
        return count == rules.count ? cells : nil
    }

    private func endOfLine(from start: Int, of text: Text) -> Int {
        var end = start
        while end - start < Reach.rejection, !text[end].isLineEnd { end += 1 }
        while end > start, text[end - 1] == " " { end -= 1 }
        return end
    }
}

/// `"1":`, the number of a parameter in an object.
private struct ListedName {
    let number: Int
    /// Behind the colon.
    let end: Int

    init?(at start: Int, of text: Text) {
        var i = start
        while i - start < 4, text[i] == " " || text[i] == "\"" || text[i] == "\\" { i += 1 }
        var number = 0
        let first = i
        while i - first < 3, text[i].isDigit {
            number = number * 10 + Int(text[i] & 15)
            i += 1
        }
        guard i > first else { return nil }
        while text[i] == "\"" || text[i] == "\\" { i += 1 }
        guard text[i] == ":" else { return nil }
        (self.number, end) = (number, i + 1)
    }
}

/// One value of a list that a program wrote on one line: in quotes, or as a number or word.
private struct ListedValue {
    /// Without the quotes.
    let range: Range<Int>
    /// Where the comma or bracket behind it stands.
    let end: Int
    let isQuoted: Bool
    /// Or what was found in place of one.
    private(set) var isNumber = false

    init(_ range: Range<Int>) { (self.range, end, isQuoted) = (range, range.upperBound, false) }

    init?(at start: Int, of text: Text) {
        var i = start
        while i - start < 8, text[i] == " " { i += 1 }
        // `b'…'`, `N'…'`
        if text[i].isLetter, text[i + 1] == "'" { i += 1 }
        let isEscaped = text[i] == "\\"
        let sign = text[isEscaped ? i + 1 : i]
        isQuoted = sign == "\"" || sign == "'"
        let limit = i + Reach.rejection
        if isQuoted {
            i += isEscaped ? 2 : 1
            let first = i
            while i < limit, !text[i].isLineEnd {
                if isEscaped, text[i] == "\\", text[i + 1] == sign { break }
                if !isEscaped, text[i] == sign {
                    guard sign == "'", text[i + 1] == sign else { break }
                    i += 1
                } else if text[i] == "\\", !text[i + 1].isLineEnd {
                    i += 1
                }
                i += 1
            }
            guard i < limit, text[isEscaped ? i + 1 : i] == sign else { return nil }
            range = first..<i
            i += isEscaped ? 2 : 1
        } else {
            let first = i
            isNumber = text[i].isDigit || Placeholder.end(in: text, at: i) != nil
            while i < limit, !Self.endsPlain(text[i]) {
                i = text[i] == "[" || text[i] == "(" ? Placeholder.end(in: text, at: i) ?? limit : i + 1
            }
            guard i < limit, i > first else { return nil }
            range = first..<i
        }
        while i < limit, text[i] == " " { i += 1 }
        end = i
    }

    private static func endsPlain(_ b: UInt8) -> Bool {
        b == "," || b == ")" || b == "]" || b == "}" || b == ";" || b.isLineEnd
    }
}
