import Foundation

/// Pearson's test of counts against expected counts.
enum ChiSquare {
    /// How many standard deviations the statistic lies above its mean (Wilson and Hilferty's cube-root transform).
    ///
    /// Neighbouring cells are pooled until at least 10 are expected in each.
    static func deviation(observed: [Int], expected: [Double]) -> Double {
        var cells: [(observed: Double, expected: Double)] = []
        var open = (observed: 0.0, expected: 0.0)
        for (seen, due) in zip(observed, expected) {
            open.observed += Double(seen)
            open.expected += due
            if open.expected >= 10 {
                cells.append(open)
                open = (0, 0)
            }
        }
        if let last = cells.indices.last {
            cells[last].observed += open.observed
            cells[last].expected += open.expected
        }
        guard cells.count > 1 else { return 0 }
        let statistic = cells.reduce(0) { $0 + ($1.observed - $1.expected) * ($1.observed - $1.expected) / $1.expected }
        let freedom = Double(cells.count - 1)
        let spread = 2 / (9 * freedom)
        return (cbrt(statistic / freedom) - (1 - spread)) / spread.squareRoot()
    }
}
