extension MetricReading {
    /// The cells of the latest window, with links that choose one.
    func cellTable(_ links: Links) -> FigureTable {
        guard let window = metric.windows.last, !metric.dimensions.isEmpty else { return .empty }
        func figure(_ cell: MetricReport.Cell) -> Figure? { metric.peak(cell)?.figure ?? metric.figure(cell) }
        let marks = RangeMark(window.cells.compactMap(figure))
        let showsContributors =
            metric.kind != "contributors" && window.cells.contains { $0.shown && $0.contributors != nil }
        let rows = window.cells.map { cell in
            var row = FigureRow(
                cell.labels, figure: figure(cell), unit: metric.figureUnit,
                state: CellText.hidden(metric), marks: marks)
            row.columns = showsContributors ? 4 : 3
            row.href = links.metric(metric.name, cell: cell.labels)
            row.current = cell.labels == labels
            if let peak = metric.peak(cell) {
                row.remark = BucketText.range(peak.index, edges: metric.edges, unit: metric.edgeUnit)
            }
            if showsContributors, cell.shown, let contributors = cell.contributors {
                row.contributors = FigureView(contributors, unit: "\(window.unit.noun)s")
            }
            return row
        }
        return FigureTable(rows: rows, lower: marks.ends.lower, upper: marks.ends.upper)
    }

    /// The buckets of the chosen cell in the latest window.
    func bucketTable() -> FigureTable {
        guard let window = metric.windows.last, let cell = cell(in: window), cell.shown, metric.isHistogram else {
            return .empty
        }
        let marks = RangeMark(cell.buckets)
        let rows = cell.buckets.enumerated().map { index, figure in
            FigureRow(
                [BucketText.range(index, edges: metric.edges, unit: metric.edgeUnit)], figure: figure,
                unit: metric.figureUnit, state: "", marks: marks)
        }
        return FigureTable(rows: rows, lower: marks.ends.lower, upper: marks.ends.upper)
    }

    /// What the last windows add up to, for the chosen cell, or for all cells where none is chosen.
    func movingTable() -> FigureTable {
        guard let window = metric.windows.last, !isUndeclared else { return .empty }
        let cells = window.cells.filter { labels == nil || $0.labels == labels }
        let moving = cells.flatMap { cell in (cell.moving ?? []).map { (cell.labels, $0) } }
        let marks = RangeMark(moving.map(\.1.figure))
        let rows = moving.map { labels, moving in
            FigureRow(
                labels + ["last \(counted(moving.windows))"], figure: moving.figure, unit: metric.figureUnit, state: "",
                marks: marks)
        }
        return FigureTable(rows: rows, lower: marks.ends.lower, upper: marks.ends.upper)
    }

    /// The windows behind the chart over time, newest first.
    func windowTable() -> FigureTable {
        guard !metric.isHistogram, !isUndeclared else { return .empty }
        let windows = metric.windows.suffix(Self.longest)
        let marks = RangeMark(windows.compactMap(figure(in:)))
        let rows = windows.reversed().map { window in
            var row = FigureRow(
                [window.name], figure: figure(in: window), unit: metric.figureUnit,
                state: CellText.hidden(metric), marks: marks)
            row.remark = [window.partialRemark, window.unit.remark]
                .compactMap { $0 }.joined(separator: ", ")
            if row.remark == "" { row.remark = nil }
            return row
        }
        return FigureTable(rows: rows, lower: marks.ends.lower, upper: marks.ends.upper)
    }
}
