import TacitPrivacy
import TacitStores

/// The noise of a metric's release. It follows from the terms alone, so the one who draws it and the one who later states
/// its interval can't disagree.
struct ReleaseNoise: Sendable {
    let contributors: DiscreteLaplace
    /// One for a count, sum or histogram; sum and count for a mean; none where the contributors are the figure.
    let figures: [DiscreteLaplace]
    let threshold: CellThreshold
    let price: Price

    init(_ terms: ReleaseTerms) throws(PrivacyError) {
        let bounds = try terms.bounds()
        let delta = terms.isClosed ? Delta.zero : try Delta(units: terms.deltaUnits)
        price = try BudgetSplit.price(
            of: BudgetSplit.Metric(rawValue: terms.kind) ?? .count,
            epsilon: try Epsilon(millionths: terms.epsilonMillionths), delta: delta)
        contributors = try DiscreteLaplace(sensitivity: .contributors(bounds), epsilon: price.contributors)
        let sensitivities: [Sensitivity] =
            switch terms.kind {
            case "count": [try .count(bounds)]
            case "sum": [try .sum(bounds)]
            case "mean": [try .centeredSum(bounds), try .count(bounds)]
            case "histogram": [try .histogram(bounds)]
            default: []
            }
        var figures: [DiscreteLaplace] = []
        for (sensitivity, epsilon) in zip(sensitivities, price.values) {
            figures.append(try DiscreteLaplace(sensitivity: sensitivity, epsilon: epsilon))
        }
        self.figures = figures
        threshold =
            terms.isClosed
            ? try .closed(k: terms.k, noise: contributors)
            : try .open(k: terms.k, delta: delta, bounds: bounds, noise: contributors)
    }

    /// The noise of one figure of a cell.
    func noise(ofFigure index: Int) -> DiscreteLaplace { figures[min(index, figures.count - 1)] }
}

extension ReleaseTerms {
    func bounds() throws(PrivacyError) -> ContributionBounds {
        try ContributionBounds(
            maxCells: maxCells, maxPerCell: maxPerCell,
            values: try range.map { (range) throws(PrivacyError) in
                try ValueRange(range.lower...range.upper, granularity: range.granularity)
            })
    }
}
