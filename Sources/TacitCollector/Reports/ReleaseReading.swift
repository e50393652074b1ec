import TacitCatalog
import TacitPrivacy
import TacitStores

/// Reads releases of the same terms: what protects them, and so their intervals, are the same.
struct ReleaseReading {
    private let terms: ReleaseTerms
    private let protection: Protection
    private let values: ValueRange?
    /// Half of the 95 % interval of a number of contributors, and of each figure.
    private var contributorsHalf: Int64
    private var halves: [Int64]

    init(_ terms: ReleaseTerms) throws {
        self.terms = terms
        protection = try terms.protection()
        values = try terms.bounds().values
        contributorsHalf = protection.halves().contributors
        halves = protection.noise?.figures.map { $0.interval(confidence: .percent95) } ?? []
    }

    private var noise: MetricNoise? { protection.noise }

    /// The reading of running totals that add up so many windows.
    private func at(_ step: Int) -> ReleaseReading {
        var reading = self
        let halves = protection.halves(at: step)
        (reading.contributorsHalf, reading.halves) = (halves.contributors, [halves.figure])
        return reading
    }

    /// - Parameter earlier: the releases before, newest first; running totals are compared with them.
    func window(_ release: Release, after earlier: some Sequence<Release> = []) -> MetricReport.Window {
        guard let step = release.step, case .running(let noise) = protection else { return reading(release) }
        var window = at(step).reading(release)
        window.step = step
        let moving = MovingFigures(noise, granularity: granularity).figures(of: release, after: earlier)
        for index in window.cells.indices where window.cells[index].shown {
            window.cells[index].moving = moving[window.cells[index].labels] ?? []
        }
        return window
    }

    private var granularity: Double { terms.kind == "sum" ? values?.granularity ?? 1 : 1 }

    /// A cell that was altered out of shape is not shown; `tacit verify privacy` names it.
    private func reading(_ stored: Release) -> MetricReport.Window {
        var release = stored
        release.cells.removeAll { !terms.fits($0) }
        return MetricReport.Window(
            start: release.window.start, end: release.window.end, releasedAt: release.releasedAt,
            observedFrom: release.observedFrom, unit: release.unit, epsilon: terms.shownEpsilon,
            delta: terms.shownDelta, cells: cells(release), total: total(release))
    }

    /// Declared cells in their order where all dimensions are closed; else what is shown, largest first.
    private func cells(_ release: Release) -> [MetricReport.Cell] {
        guard terms.isClosed else {
            return release.cells.map(cell).filter(\.shown).sorted { $0.size > $1.size }
        }
        let shown = Dictionary(release.cells.map { ($0.labels, $0) }) { first, _ in first }
        return declaredCells.map { labels in
            shown[labels].map(cell) ?? hidden(labels)
        }
    }

    private func hidden(_ labels: [String]) -> MetricReport.Cell {
        MetricReport.Cell(labels: labels, shown: false, contributors: nil, value: nil, buckets: [])
    }

    private var declaredCells: [[String]] {
        terms.dimensions.compactMap(\.domain).reduce([[]]) { cells, domain in
            cells.flatMap { labels in domain.map { labels + [$0] } }
        }
    }

    private func cell(_ cell: ReleasedCell) -> MetricReport.Cell {
        let contributors = figure(cell.contributors, plusMinus: contributorsHalf)
        var value: Figure?
        var buckets: [Figure] = []
        switch terms.kind {
        case "contributors": value = contributors
        case "mean":
            guard let mean = mean(cell) else { return hidden(cell.labels) }
            value = mean
        case "histogram": buckets = cell.figures.map { figure($0, plusMinus: halves.first ?? 0) }
        default: value = figure(cell.figures[0], plusMinus: halves.first ?? 0, times: values?.granularity ?? 1)
        }
        return MetricReport.Cell(
            labels: cell.labels, shown: true, contributors: contributors, value: value, buckets: buckets)
    }

    private func figure(_ value: Int64, plusMinus half: Int64, times granularity: Double = 1) -> Figure {
        protection.price == nil
            ? Figure(exact: Double(value) * granularity) : Figure(value, plusMinus: half, times: granularity)
    }

    /// `nil` where the mean is perhaps one of no records, or may lie anywhere in its range.
    private func mean(_ cell: ReleasedCell) -> Figure? {
        guard let values else { return nil }
        let (sum, count) = (cell.figures[0], cell.figures[1])
        guard let noise else {
            return count > 0
                ? Figure(
                    exact: values.value(ofQuanta: Double(values.middleQuanta) + Double(sum) / Double(count))) : nil
        }
        guard count > halves[1] else { return nil }
        let mean = RatioInterval(
            noisyCenteredSum: sum, sumNoise: noise.figures[0], noisyCount: count, countNoise: noise.figures[1],
            values: values)
        let range = values.value(ofQuanta: values.lowerQuanta)...values.value(ofQuanta: values.upperQuanta)
        guard mean.interval != range else { return nil }
        return Figure(estimate: mean.estimate, lower: mean.interval.lowerBound, upper: mean.interval.upperBound)
    }

    /// The sum over the shown cells; a sum of contributors would count those twice who touch two cells.
    private func total(_ release: Release) -> Figure? {
        guard terms.kind == "count" || terms.kind == "sum", !terms.dimensions.isEmpty, !release.cells.isEmpty else {
            return nil
        }
        let sum = release.cells.reduce(0) { $0 &+ $1.figures[0] }
        let half =
            switch protection {
            case .noise(let noise): NoiseInterval.ofSum(noise.figures[0], times: release.cells.count)
            case .running(let noise):
                noise.figureInterval(from: 0, to: release.step ?? noise.horizon, cells: release.cells.count)
            case .groups: Int64(0)
            }
        return figure(sum, plusMinus: half, times: values?.granularity ?? 1)
    }
}

extension ReleaseTerms {
    /// `nil`, as delta is, where there is no noise.
    var shownEpsilon: Double? { epsilonMillionths == 0 ? nil : Double(epsilonMillionths) / 1e6 }
    var shownDelta: Double? { epsilonMillionths == 0 ? nil : Double(deltaUnits) / 1e15 }
}

extension MetricReport.Cell {
    fileprivate var size: Double {
        value?.estimate ?? (buckets.isEmpty ? contributors?.estimate ?? 0 : buckets.reduce(0) { $0 + $1.estimate })
    }
}
