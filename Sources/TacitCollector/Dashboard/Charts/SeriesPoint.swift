/// One window of a series: its figure, or why there is none.
struct SeriesPoint {
    let start: Int64
    let end: Int64
    /// `nil` where the cell is below the threshold, or empty.
    let figure: Figure?
    /// The collector saw only a part of the window.
    let partial: Bool
    /// Running totals begin anew here.
    var isFirst = false

    /// Runs of neighbours that all have a figure; a gap in time, a hidden cell or a new
    /// plan of running totals ends a run.
    static func runs(_ points: [SeriesPoint]) -> [[(point: SeriesPoint, figure: Figure)]] {
        var runs: [[(point: SeriesPoint, figure: Figure)]] = []
        var end: Int64?
        for point in points {
            guard let figure = point.figure else {
                end = nil
                continue
            }
            if end == point.start, !point.isFirst, !runs.isEmpty {
                runs[runs.count - 1].append((point, figure))
            } else {
                runs.append([(point, figure)])
            }
            end = point.end
        }
        return runs
    }

    static func values(_ points: [SeriesPoint]) -> [Double] {
        points.compactMap(\.figure).flatMap { [$0.lower, $0.estimate, $0.upper] }
    }
}
