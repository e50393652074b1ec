import TacitPrivacy
import TacitStores

/// What the last windows of running totals add up to: differences of totals that are released already, so they cost nothing.
struct MovingFigures {
    private let noise: RunningNoise
    private let granularity: Double
    /// A week and a month of days.
    static let lengths = [7, 30]

    init(_ noise: RunningNoise, granularity: Double) {
        self.noise = noise
        self.granularity = granularity
    }

    /// By the labels of each cell, as far back as its plan has windows, where their number of contributors is shown.
    ///
    /// - Parameter earlier: the releases before, newest first.
    func figures(
        of release: Release, after earlier: some Sequence<Release>
    ) -> [[String]: [MetricReport.Moving]] {
        guard let end = release.step else { return [:] }
        var figures: [[String]: [MetricReport.Moving]] = [:]
        for length in Self.lengths where length <= end {
            let start = end - length
            let before = start == 0 ? [] : cells(at: start, of: release, in: earlier)
            guard let before else { continue }
            let half = noise.figureInterval(from: start, to: end)
            let known = Dictionary(before.map { ($0.labels, $0) }) { first, _ in first }
            for cell in release.cells where start == 0 || known[cell.labels] != nil {
                let base = known[cell.labels]
                let contributors = cell.contributors &- (base?.contributors ?? 0)
                guard noise.shows(noisyContributors: contributors, from: start, to: end) else { continue }
                let value = cell.figures.first.map { $0 &- (base?.figures.first ?? 0) } ?? contributors
                figures[cell.labels, default: []].append(
                    MetricReport.Moving(
                        windows: length, figure: Figure(value, plusMinus: half, times: granularity)))
            }
        }
        return figures
    }

    /// The totals after an earlier window of the same plan: the steps before it descend without a break of terms.
    private func cells(
        at start: Int, of release: Release, in earlier: some Sequence<Release>
    ) -> [ReleasedCell]? {
        var step = release.step ?? 0
        for candidate in earlier {
            guard let found = candidate.step, found < step, release.terms.goesOn(from: candidate.terms) else {
                return nil
            }
            if found <= start { return found == start ? candidate.cells : nil }
            step = found
        }
        return nil
    }
}
