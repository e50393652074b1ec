import TacitPages

/// One metric and the cell of it that a page is about.
struct MetricReading {
    /// A chart and its table take no more windows than that.
    static let longest = 366

    let metric: MetricReport
    /// The chosen cell; `nil` for the total of all cells.
    let labels: [String]?
    /// A cell was asked for that no release of a closed metric has.
    let isUndeclared: Bool

    init(_ metric: MetricReport, cell: [String]?) {
        self.metric = metric
        let latest = metric.windows.last
        if let cell, !metric.dimensions.isEmpty {
            labels = cell
            let known = metric.windows.contains { window in window.cells.contains { $0.labels == cell } }
            isUndeclared =
                !known && (metric.closed && latest != nil || cell.count != metric.dimensions.count)
        } else {
            let whole = metric.dimensions.isEmpty || metric.windows.contains { $0.total != nil }
            labels =
                whole ? nil : latest.flatMap { metric.largest($0).first?.labels ?? $0.cells.first?.labels }
            isUndeclared = false
        }
    }

    func cell(in window: MetricReport.Window) -> MetricReport.Cell? {
        if let labels { return metric.cell(labels, in: window) }
        return metric.dimensions.isEmpty ? window.cells.first : nil
    }

    func figure(in window: MetricReport.Window) -> Figure? {
        labels == nil ? metric.headline(window) : cell(in: window).flatMap(metric.figure)
    }

    /// The figure of the latest window; a histogram answers with its fullest bucket.
    var answer: Figure? {
        guard let window = metric.windows.last else { return nil }
        return peak?.figure ?? figure(in: window)
    }

    private var peak: (index: Int, figure: Figure)? {
        metric.windows.last.flatMap { cell(in: $0) }.flatMap(metric.peak)
    }

    /// What is said where there is no answer.
    var absence: String {
        if isUndeclared { return CellText.notDeclared }
        return metric.windows.isEmpty ? metric.text.noRelease : CellText.hidden(metric)
    }

    /// What the answer is about: its window, and what must be known of it.
    func about(_ report: Report) -> String {
        if isUndeclared { return "The catalog declares no such cell of this metric." }
        guard let window = metric.windows.last else {
            if metric.guarantee.keepDays != nil { return "Ask with tacit query; --price shows what an answer costs." }
            let open = report.openWindows.filter { $0.length == metric.guarantee.window }
            return open.min { $0.closesAt < $1.closesAt }.map {
                "The first \(metric.guarantee.window) closes \(TimeText.relative($0.closesAt, to: report.generatedAt)), "
                    + "at \(TimeText.minute($0.closesAt))."
            } ?? "The first counted item opens a window; its figures are released when it closes."
        }
        var parts = [window.name]
        if let step = window.step, let horizon = metric.guarantee.horizon {
            parts.append("the total of \(counted(step)) of \(horizon)")
        }
        if let remark = window.partialRemark { parts.append(remark) }
        if let remark = window.unit.remark { parts.append(remark) }
        if let peak {
            let range = BucketText.range(peak.index, edges: metric.edges, unit: metric.edgeUnit)
            parts.insert("\(range), the fullest bucket", at: 0)
        }
        if labels == nil, !metric.dimensions.isEmpty { parts.append("all shown cells together") }
        if let contributors = contributors(window) { parts.append(contributors) }
        return parts.joined(separator: ", ")
    }

    /// `1 day`, `7 days`
    func counted(_ windows: Int) -> String { metric.text.counted(windows) }

    private func contributors(_ window: MetricReport.Window) -> String? {
        guard metric.kind != "contributors", let cell = cell(in: window), cell.shown, let figure = cell.contributors
        else { return nil }
        return "from " + FigureView(figure, unit: "\(window.unit.noun)s").sentence
    }
}
