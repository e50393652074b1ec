import TacitPages

/// How a metric's releases are read for a page.
extension MetricReport {
    var isHistogram: Bool { kind == "histogram" }

    /// What its figures count or measure. A histogram counts events; its unit is that of its edges.
    var figureUnit: String { isHistogram ? "events" : unit }

    var edgeUnit: String { isHistogram && unit != "events" ? unit : "" }

    var text: GuaranteeText { GuaranteeText(terms: guarantee) }

    var isExact: Bool { guarantee.epsilon == nil }

    var spreadText: SpreadText { SpreadText(isExact: isExact) }

    /// The figure that stands for the whole metric in a window: the total, or that of the only cell.
    func headline(_ window: Window) -> Figure? {
        if let total = window.total { return total }
        return dimensions.isEmpty ? window.cells.first.flatMap(figure) : nil
    }

    func figure(_ cell: Cell) -> Figure? {
        guard cell.shown, !isHistogram else { return nil }
        return cell.value ?? cell.contributors
    }

    func cell(_ labels: [String], in window: Window) -> Cell? { window.cells.first { $0.labels == labels } }

    /// The fullest bucket of a shown histogram cell.
    func peak(_ cell: Cell) -> (index: Int, figure: Figure)? {
        guard cell.shown, isHistogram else { return nil }
        return cell.buckets.enumerated().max { $0.element.estimate < $1.element.estimate }.map {
            ($0.offset, $0.element)
        }
    }

    /// One point a window; `pick` says which figure.
    func series(last limit: Int, _ pick: (Window) -> Figure?) -> [SeriesPoint] {
        windows.suffix(limit).map {
            SeriesPoint(
                start: $0.start, end: $0.end, figure: pick($0), partial: $0.observedFrom > $0.start,
                isFirst: $0.step == 1)
        }
    }

    /// Shown cells of a window, largest figure first.
    func largest(_ window: Window) -> [Cell] {
        func size(_ cell: Cell) -> Double {
            isHistogram
                ? cell.buckets.reduce(0) { $0 + $1.estimate } : figure(cell)?.estimate ?? -Double.infinity
        }
        return window.cells.filter(\.shown).sorted { size($0) > size($1) }
    }
}

extension MetricReport.Window {
    var name: String { TimeText.window(from: start, to: end) }

    /// Said where the collector did not see the whole window.
    var partialRemark: String? {
        guard observedFrom > start else { return nil }
        return
            "seen in part, from \(TimeText.day(observedFrom) == TimeText.day(start) ? TimeText.clock(observedFrom) : TimeText.minute(observedFrom))"
    }
}
