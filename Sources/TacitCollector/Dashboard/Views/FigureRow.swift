/// A row of a table of figures.
struct FigureRow {
    /// A piece of the row's name; each is isolated so that its writing direction stays its own.
    struct Part {
        let text: String
        let last: Bool
    }

    let parts: [Part]
    var href: String?
    var current = false
    var remark: String?
    let figure: FigureView?
    /// How many contributors stand behind the figure, where the table says so.
    var contributors: FigureView?
    /// How many columns the words take that stand where there is no figure.
    var columns = 3
    /// The words that stand where there is no figure.
    let state: String
    let mark: String

    init(_ names: [String], figure: Figure?, unit: String, state: String, marks: RangeMark) {
        parts = names.enumerated().map {
            Part(text: $0.element.isEmpty ? CellText.empty : $0.element, last: $0.offset == names.count - 1)
        }
        self.figure = figure.map { FigureView($0, unit: unit) }
        self.state = state
        mark = figure.map(marks.draw) ?? ""
    }
}

/// A table of figures whose marks share one scale.
struct FigureTable {
    let rows: [FigureRow]
    let lower: String
    let upper: String

    static let empty = FigureTable(rows: [], lower: "", upper: "")
}
