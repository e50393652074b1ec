import TacitPages

extension MetricReading {
    /// The chart of the page: buckets for a histogram, else the figures over time, from the second window on.
    func chart() -> (markup: String, caption: String)? {
        guard let window = metric.windows.last, !isUndeclared else { return nil }
        return metric.isHistogram ? histogram(window) : series()
    }

    private func histogram(_ window: MetricReport.Window) -> (markup: String, caption: String)? {
        guard let cell = cell(in: window), cell.shown, !cell.buckets.isEmpty else { return nil }
        let chart = HistogramChart(
            buckets: cell.buckets, edges: metric.edges, edgeUnit: metric.edgeUnit, unit: metric.figureUnit,
            title: "\(metric.name)\(suffix), \(window.name): \(metric.figureUnit) per bucket",
            description:
                "A bar a bucket. \(metric.spreadText.bars) The table below has the figures.")
        return (chart.markup, "\(window.name). \(metric.spreadText.bars)")
    }

    private func series() -> (markup: String, caption: String)? {
        let points = metric.series(last: Self.longest, figure(in:))
        guard points.count > 1, points.contains(where: { $0.figure != nil }) else { return nil }
        let chart = SeriesChart(
            points: points, unit: metric.figureUnit,
            title: "\(metric.name)\(suffix), "
                + (metric.guarantee.horizon == nil
                    ? "\(metric.figureUnit) per \(metric.guarantee.window)"
                    : "running total of \(metric.figureUnit), \(metric.guarantee.window) by \(metric.guarantee.window)"),
            description: "\(metric.spreadText.line) The table of windows has the figures.",
            absence: CellText.hidden(metric))
        var caption = [
            "\(TimeText.window(metric.windows.suffix(Self.longest))). \(metric.spreadText.line)"
        ]
        if points.contains(where: { $0.partial }) { caption.append("A hollow dot is a window that was seen in part.") }
        if points.contains(where: { $0.figure == nil }) {
            caption.append("A cross is a window \(CellText.hidden(metric)).")
        }
        if zip(points, points.dropFirst()).contains(where: { $0.end != $1.start }) {
            caption.append("Where the line breaks nothing was released.")
        }
        if let horizon = metric.guarantee.horizon {
            caption.append("Each point is the total so far; totals begin anew from zero after \(counted(horizon)).")
        }
        if metric.windows.count > Self.longest {
            caption.append("The last \(Self.longest) of \(metric.windows.count) windows.")
        }
        return (chart.markup, caption.joined(separator: " "))
    }

    /// The largest cells side by side, as links.
    func multiples(_ links: Links) -> [MetricView.Multiple] {
        guard let window = metric.windows.last, !metric.dimensions.isEmpty,
            metric.isHistogram || metric.windows.count > 1
        else { return [] }
        return metric.largest(window).prefix(8).map { cell in
            let label = CellText.joined(cell.labels)
            let title = "\(label), \(metric.spreadText.suffix)"
            return MetricView.Multiple(
                href: links.metric(metric.name, cell: cell.labels), label: label, current: cell.labels == labels,
                picture: metric.isHistogram
                    ? Sparkline.histogram(cell.buckets, title: title)
                    : Sparkline.series(
                        metric.series(last: Self.longest) { metric.cell(cell.labels, in: $0).flatMap(metric.figure) },
                        title: title),
                figure: (metric.peak(cell)?.figure ?? metric.figure(cell)).map {
                    FigureView($0, unit: metric.figureUnit)
                })
        }
    }

    private var suffix: String { labels.map { ", \(CellText.joined($0))" } ?? "" }
}

extension TimeText {
    /// What a run of windows is called: `2026-03-01 to 2026-03-14`.
    static func window(_ windows: ArraySlice<MetricReport.Window>) -> String {
        guard let first = windows.first, let last = windows.last else { return CellText.noRelease }
        return windows.count == 1 ? first.name : "\(first.name) to \(last.name)"
    }
}
