import TacitPrivacy
import TacitStores

extension ReleaseTerms {
    /// The noise of the release. It follows from the terms alone, so the one who draws it and the one who later states its
    /// interval can't disagree.
    func noise() throws(PrivacyError) -> MetricNoise {
        try MetricNoise(
            BudgetSplit.Metric(rawValue: kind) ?? .count, bounds: bounds(),
            epsilon: Epsilon(millionths: epsilonMillionths), delta: isClosed ? .zero : Delta(units: deltaUnits), k: k,
            isOpen: !isClosed)
    }

    func bounds() throws(PrivacyError) -> ContributionBounds {
        try ContributionBounds(
            maxCells: maxCells, maxPerCell: maxPerCell,
            values: try range.map { (range) throws(PrivacyError) in
                try ValueRange(range.lower...range.upper, granularity: range.granularity)
            })
    }
}
