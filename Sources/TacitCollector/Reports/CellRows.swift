import TacitPages

/// The cells of one window as lines for a terminal: each figure with its spread, unit and 95 % interval.
struct CellRows {
    private let metric: MetricReport
    /// What stands where a cell is not shown.
    private let hidden: String
    /// Cells of one window; the rest are counted.
    private static let most = 30

    init(_ metric: MetricReport, hidden: String) {
        self.metric = metric
        self.hidden = hidden
    }

    func lines(_ window: MetricReport.Window) -> [String] {
        var rows: [[String]] = []
        for cell in window.cells.prefix(Self.most) { rows += self.rows(cell) }
        if let total = window.total { rows.append(row("all shown cells", total, metric.unit)) }
        if rows.isEmpty { rows.append([hidden]) }
        let rest = window.cells.count - Self.most
        return Columns.aligned(rows, indent: 4) + (rest > 0 ? ["    and \(rest) more cells"] : [])
    }

    private func rows(_ cell: MetricReport.Cell) -> [[String]] {
        let name = cell.labels.isEmpty ? "all" : CellText.joined(cell.labels)
        guard cell.shown else { return [[name, hidden]] }
        if let value = cell.value {
            return [row(name, value, metric.unit)]
                + (cell.moving ?? []).map {
                    row("\(name), last \(metric.text.counted($0.windows))", $0.figure, metric.unit)
                }
        }
        return zip(cell.buckets, bucketNames).map { figure, bucket in
            row("\(name)  \(bucket)", figure, "events")
        }
    }

    private func row(_ name: String, _ figure: Figure, _ unit: String) -> [String] {
        let text = FigureText(figure)
        return [name, text.estimate, text.spread, unit, figure.isExact ? text.interval : "95 % \(text.interval)"]
    }

    private var bucketNames: [String] {
        let edges = metric.edges.map { "\(NumberText.plain($0)) \(metric.unit)" }
        return edges.map { "< \($0)" } + [edges.last.map { "≥ \($0)" } ?? ""]
    }
}
