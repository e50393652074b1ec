import TacitCatalog
import TacitPrivacy
import TacitStores

/// The running totals of one metric, for as long as it takes to close a window: read, moved on by one window, sealed again.
///
/// It holds the exact figures of every window of its plan, so it is destroyed as soon as they are sealed.
struct RunningTotals {
    private let noise: RunningNoise
    /// How many windows the totals add up.
    private(set) var step = 0
    private var cells: [Cell]

    private struct Cell {
        let labels: [String]
        var contributors: ContinualCounter
        /// `nil` where the contributors are the figure.
        var figure: ContinualCounter?
    }

    /// Totals before their first window; `nil` for metrics that have none.
    init?(_ metric: MetricPlan) {
        guard case .running(let noise) = metric.protection else { return nil }
        self.noise = noise
        let (contributors, figure) = (ContinualCounter(noise.contributors), noise.figure.map(ContinualCounter.init))
        cells = (0..<metric.closedCells).map {
            Cell(labels: metric.labels(closed: $0, open: []), contributors: contributors, figure: figure)
        }
    }

    /// Totals that go on after so many windows; `nil` where what was kept does not fit the metric.
    init?(_ metric: MetricPlan, after step: Int, kept: [ExactWindow.Cell]) {
        self.init(metric)
        guard kept.map(\.labels) == cells.map(\.labels), (0..<noise.horizon).contains(step) else { return nil }
        for (index, kept) in kept.enumerated() {
            func part(_ number: Int) -> ArraySlice<Int64> { kept.figures[number * step..<(number + 1) * step] }
            guard kept.figures.count == step * (noise.figure == nil ? 2 : 4),
                let contributors = cells[index].contributors.resuming(steps: part(0), released: part(1))
            else { return nil }
            cells[index].contributors = contributors
            guard let figure = cells[index].figure else { continue }
            cells[index].figure = figure.resuming(steps: part(2), released: part(3))
        }
        self.step = step
    }

    /// Whether there is no window left in the plan.
    var isAtEnd: Bool { step == noise.horizon }

    /// Adds a window, and answers with the cells that are shown. All noise is drawn either way.
    mutating func add(_ tally: borrowing Tally, using source: inout some NoiseSource) -> [ReleasedCell] {
        var (shown, index) = ([ReleasedCell](), 0)
        tally.forEachCell(labels: []) { labels, contributors, figures in
            defer { index += 1 }
            // A step past the horizon has no total.
            guard let people = try? cells[index].contributors.add(contributors, using: &source) else { return }
            let total = figures.first.flatMap { try? cells[index].figure?.add($0, using: &source) }
            guard Int64(rounding: people) >= noise.threshold else { return }
            shown.append(
                ReleasedCell(
                    labels: labels, contributors: Int64(rounding: people),
                    figures: total.map { [Int64(rounding: $0)] } ?? []))
        }
        step += 1
        return shown
    }

    /// What has to be kept: for each cell the exact steps and what was released of them, of contributors and figure.
    func bytes() -> [UInt8] {
        let figures = step * (noise.figure == nil ? 2 : 4)
        var exact = ExactBytes(
            capacity: cells.reduce(0) { $0 + ExactBytes.size(labels: $1.labels, figures: figures) })
        for cell in cells {
            let counters = [cell.contributors] + (cell.figure.map { [$0] } ?? [])
            exact.append(
                labels: cell.labels, contributors: 0, figures: counters.flatMap { $0.steps + $0.released })
        }
        return exact.finish()
    }

    /// Overwrites the exact figures.
    mutating func destroy() {
        for index in cells.indices {
            cells[index].contributors.destroy()
            cells[index].figure?.destroy()
        }
    }
}

extension Int64 {
    /// The nearest integer, at the ends of the range where there is none.
    fileprivate init(rounding total: Double) {
        self = Int64(exactly: total.rounded()) ?? (total > 0 ? .max : .min)
    }
}
