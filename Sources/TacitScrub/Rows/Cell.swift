extension Scanner {
    /// The list before `VALUES`, or before the rows of `COPY … FROM stdin`, whose names say what the rows hold.
    mutating func beginRows(behind end: Int, from start: Int, ofCopy isCopy: Bool) {
        let text = viewOfRows
        var i = end
        while i - end < 64, text[i] == " " || text[i] == "\t" { i += 1 }
        guard state.columns?.isReplaceable != false, !isDecoded,
            isCopy || text[i] == "(" || text[i] == "\\" || text[i].isLineEnd && i < text.count,
            let names = ColumnNames(inBracketsBefore: start, of: text)
        else { return }
        if isCopy {
            // `FROM stdin;`, `FROM stdin WITH (…);`
            let line = end..<min(text.count, end + Reach.shape)
            guard let lineEnd = text.firstIndex(of: "\n", in: line) else { return }
            begin(NamedColumns(names, .separated(by: 0x09, hasQuotes: false), from: lineEnd + 1, in: text, by: keys))
        } else {
            begin(NamedColumns(names, .tuples, from: end, in: text, by: keys))
        }
    }

    /// A table, at the line of dashes below the names of its columns.
    mutating func beginTable(at sign: Int) {
        guard state.columns?.isReplaceable != false, !isDecoded else { return }
        let text = viewOfRows
        let start = text.indexBehindLast("\n", in: max(text.lower, sign - Reach.left)..<sign)
        guard let end = ColumnNames.endOfRule(at: start, in: text), end < text.count,
            let names = ColumnNames(above: start, of: text)
        else { return }
        begin(NamedColumns(names, names.layoutOfLines, from: end + 1, in: text, by: keys))
    }

    /// The first line of a record as `psql` writes it: `-[ RECORD 1 ]-+-----`.
    mutating func beginRecord(behind end: Int) {
        guard state.columns?.isReplaceable != false, !isDecoded else { return }
        let text = viewOfRows
        let line = end..<min(text.count, end + Reach.shape)
        guard let lineEnd = text.firstIndex(of: "\n", in: line) else { return }
        begin(NamedColumns(.record, ofPeople: false, from: lineEnd + 1))
    }

    /// A statement, at a placeholder that a column is compared with: `WHERE dob = ?`.
    /// Returns whether it is one.
    mutating func beginParameters(at mark: Int) -> Bool {
        guard state.columns?.isReplaceable != false, !isDecoded else { return false }
        // It was read to its end already.
        if let start = state.columns?.start, mark < start { return true }
        let text = viewOfRows
        let line = text.indexBehindLast("\n", in: max(text.lower, mark - Reach.left)..<mark)
        guard let start = (line..<mark).first(where: { isStatement(at: $0) }) else { return false }
        // Of a long statement only its end may be in view.
        let isWhole =
            line == text.lower || text[line - 1] == "\n"
            || !text.hasAnyCase("where ", at: start) && !text.hasAnyCase("set ", at: start)
        var parameters = StatementParameters()
        let rest = mark..<min(text.count, mark + Reach.rejection)
        let lineEnd = text.firstIndex(of: "\n", in: rest) ?? rest.upperBound
        let end = parameters.read(
            start..<lineEnd, of: text, by: keys, isWhole: isWhole,
            isCut: lineEnd == text.count && state.edge != nil)
        if parameters.arePromising {
            begin(NamedColumns(ValueSearch(parameters), ofPeople: parameters.areOfPeople, from: max(mark, end)))
        }
        return true
    }

    private func isStatement(at i: Int) -> Bool {
        guard !text[i - 1].isWord else { return false }
        for verb in ["select ", "update ", "insert ", "delete ", "where ", "set "] as [StaticString]
        where text.hasAnyCase(verb, at: i) {
            return true
        }
        return false
    }

    /// `Key (last_name, dob)=(Roe, 1994-06-09)`, as PostgreSQL says which row it refuses. `start` is where the first bracket closes,
    /// `end` behind the second.
    mutating func beginRefusedRow(behind end: Int, from start: Int) {
        let text = viewOfRows
        guard state.columns?.isReplaceable != false, !isDecoded,
            let names = ColumnNames(inBracketsBefore: start + 1, of: text),
            !text[names.range.lowerBound - 2].isWord,
            let rules = names.rules(in: text, by: keys)
        else { return }
        var cells: [NamedColumns.Cell] = []
        var i = end
        for (index, rule) in rules.enumerated() {
            let value = i
            while i - end < Reach.rejection, !text[i].isLineEnd,
                index + 1 < rules.count ? !text.has(", ", at: i) : text[i] != ")"
            {
                i += 1
            }
            guard text[i] == "," || text[i] == ")" else { return }
            if let rule, i > value { cells.append(NamedColumns.Cell(range: value..<i, rule: rule, isOpen: false)) }
            i += text[i] == "," ? 2 : 1
        }
        if !cells.isEmpty {
            begin(
                NamedColumns(ValueSearch(cells), ofPeople: cells.contains { $0.rule?.saysPerson ?? false }, from: end))
        }
    }

    /// What the cell holds by the name of its column, if it is one.
    func cellValue(_ cell: Range<Int>, by rule: KeyRule, ofPerson: Bool) -> Match? {
        guard !cell.isEmpty, !holdsPlaceholder(cell), !text.isHarmless(cell) else { return nil }
        let isValue: Bool
        switch rule.form {
        case .name:
            isValue = ofPerson && isWrittenAsName(cell) && !isOrganization(cell)
        case .opaque where rule.kind == .geoCoordinate:
            isValue = coordinateEnd(at: cell.lowerBound, decimals: 3) == cell.upperBound
        case .opaque where rule.kind != .secret:
            isValue = addressEnd(at: cell.lowerBound) == cell.upperBound
        case .opaque:
            isValue =
                cell.count >= 12 && text.isOpaque(cell) && !text.isUUID(cell) && !text.isName(cell)
                && !text.isFingerprint(cell)
        case .hardware:
            isValue = text.isHardwareAddress(cell, isNamed: true)
        default:
            isValue = isPlausible(
                rule, from: cell.lowerBound, terminator: .quote(text[cell.upperBound]), separator: cell.lowerBound - 1)
        }
        return isValue ? Match(rule.kind, cell.lowerBound, cell.upperBound, rule.rule) : nil
    }

    /// `Jane Doe`, `DOE, JANE`, `José M. O'Neill-García`: up to five words.
    private func isWrittenAsName(_ cell: Range<Int>) -> Bool {
        guard text[cell.lowerBound].isUpper || text[cell.lowerBound] >= 0x80 else { return false }
        let blanks = cell.reduce(0) { $0 + (text[$1] == " " ? 1 : 0) }
        return cell.count > 1 && blanks < 5
            && cell.allSatisfy {
                text[$0].isLetter || text[$0] >= 0x80 || text[$0] == " " || text[$0] == "." || text[$0] == "'"
                    || text[$0] == "-" || text[$0] == ","
            }
    }
}
