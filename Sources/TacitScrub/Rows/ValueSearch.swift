/// Looks line by line for values that something before them has named: the parameters of a statement, the record of `psql`.
struct ValueSearch {
    private enum Source {
        /// The line that ends the statement and the next ones may have them.
        case statement(StatementParameters)
        /// Each line has a name and a value.
        case record
    }

    private let source: Source?
    /// What was found and not handed over yet.
    private(set) var cells: ArraySlice<NamedColumns.Cell>
    /// On how many lines more it looks.
    private var lines = Self.mostLines

    private static let mostLines = 6
    /// How many values were found that stand on a line each.
    private var found = 0

    init(_ parameters: StatementParameters) { (source, cells) = (.statement(parameters), []) }

    static let record = ValueSearch(.record)

    private init(_ source: Source?) { (self.source, cells) = (source, []) }

    /// What is found already, on one line.
    init(_ cells: [NamedColumns.Cell]) {
        source = nil
        self.cells = cells[...]
    }

    mutating func shift(by offset: Int) {
        for i in cells.indices { cells[i].shift(by: offset) }
    }

    /// Leaves out the cells that something was found in, up to `floor`.
    mutating func drop(before floor: Int) {
        while let first = cells.first, first.range.lowerBound < floor { cells.removeFirst() }
    }

    mutating func next() -> NamedColumns.Cell? { cells.popFirst() }

    /// Where a line ends.
    mutating func passLineEnd() {
        if case .statement = source { lines -= 1 }
    }

    /// Looks for cells in a line or what is left of it; returns whether they may stand there or on the next one.
    mutating func look(in line: Range<Int>, of text: Text, by keys: KeyTable) -> Bool {
        switch source {
        case .statement(let parameters) where lines > 0:
            let isOfStatement = lines == Self.mostLines
            cells = parameters.values(in: line, of: text, by: keys, isOfStatement: isOfStatement)[...]
            // Some programs write a line for each value.
            if !cells.isEmpty {
                found += 1
                let isList = cells.count > 1 || found >= parameters.rules.count
                lines = isList ? isCut(line) ? lines : 0 : Self.mostLines - 1
            }
            return true
        case .record:
            guard let cell = Self.cellOfRecord(line, of: text, by: keys) else {
                return text.has("-[ RECORD ", at: line.lowerBound)
            }
            cells = [cell].filter { !$0.range.isEmpty && $0.rule != nil }[...]
            return true
        case .statement, nil: return false
        }
    }

    /// Whether more rows of a list may follow than are read at once.
    private func isCut(_ line: Range<Int>) -> Bool {
        cells.last.map { $0.range.upperBound - line.lowerBound > Reach.finding - Reach.rejection } ?? false
    }

    /// `dob | 1994-06-09`; `nil` where a line has no name and value.
    private static func cellOfRecord(_ line: Range<Int>, of text: Text, by keys: KeyTable) -> NamedColumns.Cell? {
        guard let bar = text.firstIndex(of: "|", in: line) else { return nil }
        let name = ColumnNames.trimmed(line.lowerBound..<bar, in: text)
        let value = ColumnNames.trimmed(bar + 1..<line.upperBound, in: text)
        return NamedColumns.Cell(range: value, rule: keys.ruleOfCells(for: name, in: text), isOpen: false)
    }
}
