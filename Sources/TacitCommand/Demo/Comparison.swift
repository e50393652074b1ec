import TacitCollector

/// What was released beside what was true: the error, and the error that the interval promised.
struct Comparison: Encodable {
    private(set) var rows: [Row] = []

    struct Row: Encodable {
        var metric: String
        var window: Int64
        var cell: String
        var truth: Double
        var released: Double
        var lower: Double
        var upper: Double

        var error: Double { released - truth }
        var isWithin: Bool { lower <= truth && truth <= upper }
    }

    init(_ report: TacitCollector.Report, truths: [Int64: Truth]) {
        for metric in report.metrics {
            for window in metric.windows {
                guard let truth = truths[window.start] else { continue }
                for cell in window.cells where cell.shown { add(cell, metric, window.start, truth) }
            }
        }
    }

    private mutating func add(
        _ cell: MetricReport.Cell, _ metric: MetricReport, _ window: Int64, _ truth: Truth
    ) {
        let name = cell.labels.isEmpty ? "all" : cell.labels.joined(separator: " · ")
        if let value = cell.value {
            rows.append(Row(metric.name, window, name, truth.value(metric.name, cell.labels), value))
        }
        for (bucket, figure) in cell.buckets.enumerated() {
            let edge =
                bucket < metric.edges.count ? "< \(Int(metric.edges[bucket]))" : "≥ \(Int(metric.edges[bucket - 1]))"
            rows.append(
                Row(metric.name, window, edge, truth.value(metric.name, cell.labels, bucket: bucket), figure))
        }
    }

    /// The share of figures whose interval holds the truth.
    var coverage: Double { rows.isEmpty ? 0 : Double(rows.filter(\.isWithin).count) / Double(rows.count) }

    /// The last day's figures as a table.
    func text(style: TextStyle) -> String {
        let last = rows.map(\.window).max() ?? 0
        let table = rows.filter { $0.window == last }.map { row in
            let figure = FigureText(Figure(estimate: row.released, lower: row.lower, upper: row.upper))
            return [
                row.metric, row.cell, figure.alike(row.truth), figure.estimate,
                (row.error > 0 ? "+" : "") + figure.alike(row.error), figure.spread,
                row.isWithin ? "within" : "outside",
            ]
        }
        let head = ["metric", "cell", "true", "released", "error", "promised", "95 % interval"]
        let lines = Columns.aligned([head] + table, indent: 0, figures: [2, 3, 4, 5])
        return ([lines.first.map(style.bold) ?? ""] + lines.dropFirst()).joined(separator: "\n")
    }
}

extension Comparison.Row {
    fileprivate init(_ metric: String, _ window: Int64, _ cell: String, _ truth: Double, _ figure: Figure) {
        self.init(
            metric: metric, window: window, cell: cell, truth: truth, released: figure.estimate, lower: figure.lower,
            upper: figure.upper)
    }
}
