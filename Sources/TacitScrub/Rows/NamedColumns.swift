/// Rows whose columns were named before them: `INSERT INTO people (name, dob) VALUES (…)`, the lines of CSV, of a table
/// and of `COPY`; and the values of a statement's parameters, which are written down behind it. Says cell by cell where
/// it stands and what its column promises.
///
/// A cell is a text by itself: nothing is found across its edges. So scrubbed rows have the same cells, and scrubbing
/// them again finds the same columns.
struct NamedColumns {
    enum Layout {
        /// `('Jane', 4), ('Joe', 5)`, as SQL writes them.
        case tuples
        /// One row a line, and this byte between two cells; a cell may stand in quotes.
        case separated(by: UInt8, hasQuotes: Bool)
        /// `Jane | 4`, or `| Jane | 4 |` where it is framed.
        case table(isFramed: Bool)
        /// Cells that are known, or may stand on one of the next lines. What stands beside them is a text like any other.
        case values
    }

    struct Cell {
        private(set) var range: Range<Int>
        /// What the name of the column says of it.
        let rule: KeyRule?
        /// Its quotes close on a later line, or nowhere.
        let isOpen: Bool

        mutating func shift(by offset: Int) {
            range = range.lowerBound + offset..<range.upperBound + offset
        }
    }

    private enum Place {
        case betweenRows
        case betweenCells
        /// In a cell whose end was not seen yet.
        case open(Opening)
        case end
    }

    private enum Opening {
        /// On a later line.
        case quotes(Quote)
        /// Further than is looked at once.
        case far
    }

    private struct Quote {
        let sign: UInt8
        /// `\"`, as in JSON.
        var isEscaped = false
    }

    /// Where the first row begins, behind the names.
    private(set) var start: Int
    /// Where to ask for the next cell. What stands before it belongs to the last one.
    private(set) var next: Int
    /// Where what is looked at begins anew, if not where it did.
    private(set) var viewStart: Int?
    /// Whether the text that is looked at ends there.
    var isCut = false
    /// Whether people have what the columns hold, so that a `name` is one of theirs.
    let areOfPeople: Bool

    private var layout: Layout
    private let rules: [KeyRule?]
    /// The placeholders among the cells of SQL.
    private var parameters = StatementParameters()
    private var search = ValueSearch([])
    private var place = Place.betweenRows
    private var column = 0
    /// Brackets within a cell: `crypt('x', gen_salt('bf'))`.
    private var depth = 0
    /// Behind the last cell and its quote.
    private var resume: Int
    /// The strings of the row stand in no quotes, as one of them has shown: `values (Jane Doe, jane@example.com, x)`.
    private var isUnquoted = false
    /// A line with more cells than columns: what follows is something else.
    private var isLastRow = false

    init?(_ names: ColumnNames, _ layout: Layout, from start: Int, in text: Text, by keys: KeyTable) {
        guard let rules = names.rules(in: text, by: keys) else { return nil }
        self.layout = layout
        self.rules = rules
        areOfPeople = rules.contains { $0?.saysPerson ?? false }
        self.start = start
        next = start
        resume = start
    }

    /// Values that are looked for from `start` on.
    init(_ search: ValueSearch, ofPeople areOfPeople: Bool, from start: Int) {
        layout = .values
        rules = []
        self.search = search
        self.areOfPeople = areOfPeople
        self.start = start
        next = search.cells.first?.range.lowerBound ?? start
        resume = next
    }

    var isAtEnd: Bool { if case .end = place { true } else { false } }

    /// Whether other rows may begin before these end.
    var isReplaceable: Bool { if case .values = layout { true } else { false } }

    /// Whether the next cell begins where to ask for it.
    var isBeforeValue: Bool { !search.cells.isEmpty }

    mutating func shift(by offset: Int) {
        start += offset
        next += offset
        resume += offset
        search.shift(by: offset)
    }

    /// Goes on to the next cell; `nil` where there is none yet. Where to ask again, `next` says then.
    ///
    /// Nothing behind the end of the line is looked at, and nothing further than one finding may be long.
    mutating func cell(in text: Text, floor: Int, by keys: KeyTable) -> Cell? {
        if case .values = layout { return value(in: text, floor: floor, by: keys) }
        if floor > next {
            // What was found reaches over the end: it is a part of the cell.
            guard case .open = place else { return end(at: floor) }
            resume = floor
        }
        if case .tuples = layout { return cellOfTuple(in: text, by: keys) }
        return cellOfLine(in: text)
    }

    private var rule: KeyRule? { column < rules.count ? rules[column] : nil }

    /// The rule for the lines of a cell behind its first. Quotes that never close must not make other lines its value.
    private var ruleOfRest: KeyRule? { rule?.kind == .streetAddress ? rule : nil }

    private mutating func end(at i: Int) -> Cell? {
        place = .end
        next = i
        viewStart = i
        return nil
    }

    private mutating func goOn(at i: Int) -> Cell? {
        next = i
        resume = i
        viewStart = i
        return nil
    }

    private mutating func found(
        _ range: Range<Int>, resumingAt end: Int, rule: KeyRule?, _ open: Opening? = nil
    ) -> Cell? {
        if let open { place = .open(open) }
        next = range.upperBound
        viewStart = next
        resume = end
        return range.isEmpty ? nil : Cell(range: range, rule: rule, isOpen: open != nil)
    }

    // MARK: Tuples

    private mutating func cellOfTuple(in text: Text, by keys: KeyTable) -> Cell? {
        if case .open(.quotes(let quote)) = place {
            if resume < text.count, text[resume].isLineEnd { return goOn(at: resume + 1) }
            return string(quote, from: resume, in: text, by: ruleOfRest)
        }
        var i = resume
        let limit = min(text.count, i + 256)
        while i < limit {
            if text[i].isBlank {
                // Behind a row that ends its line no other follows, if there are values to wait for.
                if text[i].isLineEnd, !parameters.rules.isEmpty, text[i - 1] == ")", case .betweenRows = place {
                    return endOfTuples(at: i, in: text, by: keys)
                }
                i += 1
                if text[i - 1].isLineEnd { break }
                continue
            }
            // `\n` in a string of JSON.
            if text[i] == "\\", text[i + 1] == "n" || text[i + 1] == "t" || text[i + 1] == "r" {
                i += 2
                continue
            }
            guard case .betweenCells = place else {
                switch text[i] {
                case ",": break
                case "(":
                    place = .betweenCells
                    (column, depth) = (0, 0)
                default: return endOfTuples(at: i, in: text, by: keys)
                }
                i += 1
                continue
            }
            switch text[i] {
            case "(": depth += 1
            case ")" where depth > 0: depth -= 1
            case ")": place = .betweenRows
            case "," where depth == 0:
                column += 1
                if column >= rules.count { return end(at: i) }
            case ",": break
            case "\"", "'": return string(Quote(sign: text[i]), from: i + 1, in: text, by: rule)
            case "\\" where text[i + 1] == "\"" || text[i + 1] == "'":
                return string(Quote(sign: text[i + 1], isEscaped: true), from: i + 2, in: text, by: rule)
            default: return bareCell(from: i, in: text)
            }
            i += 1
        }
        return goOn(at: i)
    }

    /// A number, a word of SQL, or what a program put there without quotes.
    private mutating func bareCell(from start: Int, in text: Text) -> Cell? {
        var i = start
        let limit = min(text.count, start + Reach.rejection)
        scan: while i < limit {
            switch text[i] {
            case "\n", "\r", "\"", "'", "(", ")", ",": break scan
            case "\\" where text[i + 1] == "\"" || text[i + 1] == "'": break scan
            default: i += 1
            }
        }
        // `E'…'`, `N'…'`: the letter belongs to the string.
        if i - start < 2, text[i] == "'" { return goOn(at: i) }
        var end = i
        while end > start, text[end - 1] == " " || text[end - 1] == "\t" { end -= 1 }
        // No row ends like this; it is prose.
        guard i < limit, text[i] != "\n", text[i] != "\r", !holdsKey(start..<end, column: column, in: text) else {
            return self.end(at: start)
        }
        if depth == 0, let mark = StatementParameters.mark(at: start, in: text), mark.end <= end {
            parameters.add(rule, number: mark.number)
        }
        let isNumber = text[start].isDigit || text[start] == "+" || text[start] == "-" || text[start] == "."
        // A name of several words, as a program shows a statement whose strings it has left without quotes.
        let isName =
            rule?.kind == .person && text.firstIndex(of: " ", in: start..<end) != nil && !text[start + 1].isUpper
        if isName || text.firstIndex(of: "@", in: start..<end).map({ $0 > start }) == true { isUnquoted = true }
        let isSecret = isUnquoted && rule?.kind == .secret && text[i] != "("
        return found(start..<end, resumingAt: i, rule: (isNumber || isName || isSecret) && depth == 0 ? rule : nil)
    }

    private mutating func string(_ quote: Quote, from start: Int, in text: Text, by rule: KeyRule?) -> Cell? {
        place = .betweenCells
        let (end, isClosed) = endOfString(quote, from: start, in: text)
        if !isClosed { return found(start..<end, resumingAt: end, rule: rule, .quotes(quote)) }
        return found(start..<end, resumingAt: end + (quote.isEscaped ? 2 : 1), rule: rule)
    }

    /// Where the string ends, or the line does.
    private func endOfString(_ quote: Quote, from start: Int, in text: Text) -> (end: Int, isClosed: Bool) {
        var i = start
        let limit = min(text.count, start + Self.longest)
        while i < limit, !text[i].isLineEnd {
            if text[i] == "\\" {
                if quote.isEscaped, text[i + 1] == quote.sign { return (i, true) }
                i += text[i + 1].isLineEnd ? 1 : 2
            } else if text[i] == quote.sign, !quote.isEscaped {
                guard text[i + 1] == quote.sign else { return (i, true) }
                i += 2
            } else {
                i += 1
            }
        }
        return (min(i, limit), false)
    }

    /// Where the rows end the values of their placeholders may follow.
    private mutating func endOfTuples(at i: Int, in text: Text, by keys: KeyTable) -> Cell? {
        guard !parameters.rules.isEmpty else { return end(at: i) }
        let line = i..<endOfLine(from: i, in: text)
        let end = max(i, parameters.read(line, of: text, by: keys))
        guard parameters.arePromising else { return self.end(at: i) }
        layout = .values
        search = ValueSearch(parameters)
        (start, next, resume, viewStart) = (end, end, end, i)
        return nil
    }

    // MARK: Values

    private mutating func value(in text: Text, floor: Int, by keys: KeyTable) -> Cell? {
        if floor > next {
            search.drop(before: floor)
            resume = max(resume, floor)
        }
        viewStart = isCut ? resume : nil
        if let first = search.cells.first {
            guard first.range.lowerBound > resume else {
                return search.next().flatMap { found($0.range, resumingAt: $0.range.upperBound, rule: $0.rule) }
            }
            // What stands between two values comes first.
            next = first.range.lowerBound
        } else if resume < text.count, text[resume] == "\n" {
            search.passLineEnd()
            next = resume + 1
        } else {
            let line = resume..<endOfLine(from: resume, in: text)
            guard resume < text.count, search.look(in: line, of: text, by: keys) else { return end(at: resume) }
            next = search.cells.first?.range.lowerBound ?? line.upperBound
        }
        resume = next
        return nil
    }

    /// Where the line ends, or how far it is looked at.
    private func endOfLine(from start: Int, in text: Text) -> Int {
        let range = start..<min(text.count, start + Reach.rejection)
        return text.firstIndex(of: "\n", in: range) ?? range.upperBound
    }

    // MARK: Lines

    private mutating func cellOfLine(in text: Text) -> Cell? {
        switch place {
        case .betweenRows: return beginLine(at: resume, in: text)
        case .end: return nil
        case .betweenCells:
            guard resume < text.count, text[resume] != "\n" else {
                if isLastRow { return end(at: resume) }
                place = .betweenRows
                return goOn(at: min(text.count, resume + 1))
            }
            column += 1
            return take(span(at: resume + 1, in: text), by: rule)
        case .open(.quotes):
            if resume < text.count, text[resume].isLineEnd { return goOn(at: resume + 1) }
            guard let span = quotedSpan(from: resume, in: text), fits(from: span, as: column + 1, in: text) else {
                return end(at: resume)
            }
            return take(span, by: ruleOfRest)
        case .open(.far):
            let span = bareSpan(at: resume, in: text)
            return fits(from: span, as: column + 1, in: text) ? take(span, by: ruleOfRest) : end(at: resume)
        }
    }

    private mutating func beginLine(at start: Int, in text: Text) -> Cell? {
        if case .table = layout, let end = ColumnNames.endOfRule(at: start, in: text) {
            return goOn(at: min(text.count, end + 1))
        }
        let first = span(at: behindFrame(at: start, in: text), in: text)
        guard fits(from: first, as: 1, in: text) else { return end(at: start) }
        column = 0
        return take(first, by: rule)
    }

    private mutating func take(_ span: Span, by rule: KeyRule?) -> Cell? {
        place = .betweenCells
        return found(span.content, resumingAt: span.end, rule: rule, span.open)
    }

    /// Whether there are as many cells on the line as columns. More end the rows with this line. Of a very long line,
    /// the beginning has to do.
    private mutating func fits(from first: Span, as number: Int, in text: Text) -> Bool {
        var cells = number
        var last = first
        // The lines of a private key are no rows.
        while last.isQuoted || !holdsKey(last.content, column: cells - 1, in: text) {
            let isFar = last.end - first.content.lowerBound >= Self.longest
            guard !isFar, last.open == nil, last.end < text.count, text[last.end] != "\n" else {
                if cells > rules.count { isLastRow = true }
                return isFar || last.open != nil || cells >= rules.count
            }
            last = span(at: last.end + 1, in: text)
            cells += 1
        }
        return false
    }

    /// How long a cell or its quotes may be, and how far is looked for the end of its row.
    private static let longest = 6144

    /// Whether a private key begins there, or one stood there that is not what the column promises.
    private func holdsKey(_ cell: Range<Int>, column: Int, in text: Text) -> Bool {
        let isPromised = column < rules.count && rules[column]?.kind == .privateKey
        return cell.contains { i in
            text.has("-----BEGIN", at: i)
                && (i..<min(i + 48, cell.upperBound)).contains { text.has("PRIVATE KEY", at: $0) }
                || text.has("PuTTY-User-Key-File", at: i) || !isPromised && text.has("[PRIVATE_KEY", at: i)
        }
    }

    /// A cell as it is written, up to the delimiter or line end at `end`.
    private struct Span {
        let content: Range<Int>
        let end: Int
        var isQuoted = false
        var open: Opening?
    }

    private func span(at start: Int, in text: Text) -> Span {
        let first = behindBlanks(at: start, in: text)
        guard case .separated(_, true) = layout, text[first] == "\"" else { return bareSpan(at: first, in: text) }
        if let span = quotedSpan(from: first + 1, in: text) { return span }
        // More stands behind the quotes, so they belong to the cell.
        let close = endOfString(Quote(sign: UInt8(ascii: "\"")), from: first + 1, in: text).end
        let rest = bareSpan(at: close + 1, in: text)
        return Span(content: first..<rest.content.upperBound, end: rest.end, open: rest.open)
    }

    private func bareSpan(at start: Int, in text: Text) -> Span {
        var i = start
        let limit = min(text.count, start + Self.longest)
        while i < limit, text[i] != "\n", text[i] != delimiter {
            i += delimiter == "|" && text[i] == "\\" && text[i + 1] == "|" ? 2 : 1
        }
        i = min(i, limit)
        var end = i
        while end > start, text[end - 1].isBlank { end -= 1 }
        // What stands behind the last delimiter of a frame is no cell.
        if case .table(true) = layout, text[i] == delimiter {
            let behind = behindBlanks(at: i + 1, in: text)
            if behind >= text.count || text[behind].isLineEnd { i = text[behind] == "\r" ? behind + 1 : behind }
        }
        let isFar = i == limit && i < text.count
        return Span(content: start..<end, end: min(i, text.count), open: isFar ? .far : nil)
    }

    /// What stands in quotes; `nil` where more follows before the delimiter.
    private func quotedSpan(from start: Int, in text: Text) -> Span? {
        let (end, isClosed) = endOfString(Quote(sign: UInt8(ascii: "\"")), from: start, in: text)
        guard isClosed else {
            return Span(content: start..<end, end: end, isQuoted: true, open: .quotes(Quote(sign: UInt8(ascii: "\""))))
        }
        let behind = behindBlanks(at: end + 1, in: text)
        let next = text[behind] == "\r" ? behind + 1 : behind
        guard next >= text.count || text[next] == "\n" || text[next] == delimiter else { return nil }
        return Span(content: start..<end, end: min(next, text.count), isQuoted: true)
    }

    private func behindBlanks(at start: Int, in text: Text) -> Int {
        var i = start
        while i - start < Reach.shape, text[i] == " " || text[i] == "\t" && delimiter != "\t" { i += 1 }
        return i
    }

    private var delimiter: UInt8 { if case .separated(let delimiter, _) = layout { delimiter } else { 0x7C } }

    private func behindFrame(at start: Int, in text: Text) -> Int {
        guard case .table(true) = layout else { return start }
        let first = behindBlanks(at: start, in: text)
        return text[first] == delimiter ? first + 1 : start
    }
}

extension KeyRule {
    /// Whether what the key names is had by people.
    var saysPerson: Bool {
        guard form == .plain else { return false }
        switch kind {
        case .person, .phone, .email, .dateOfBirth, .streetAddress, .usSSN, .nationalID, .passport, .driverLicense,
            .bankAccount, .iban, .creditCard:
            return true
        default: return rule == .password
        }
    }
}
