import TacitCatalog
import TacitPrivacy
import TacitStores

extension ReleaseTerms {
    /// What protects the release. It follows from the terms alone, so the one who draws the noise and the one who later
    /// states its interval can't disagree.
    func protection() throws(PrivacyError) -> Protection {
        try Protection(
            BudgetSplit.Metric(rawValue: kind) ?? .count, bounds: bounds(), epsilon: epsilon(),
            delta: isClosed && horizon == nil ? .zero : Delta(units: deltaUnits), k: k, isOpen: !isClosed,
            horizon: horizon)
    }

    /// `nil` where there is no noise, and so no formal guarantee.
    private func epsilon() throws(PrivacyError) -> Epsilon? {
        epsilonMillionths == 0 ? nil : try Epsilon(millionths: epsilonMillionths)
    }

    func bounds() throws(PrivacyError) -> ContributionBounds {
        try ContributionBounds(
            maxCells: maxCells, maxPerCell: maxPerCell,
            values: try range.map { (range) throws(PrivacyError) in
                try ValueRange(range.lower...range.upper, granularity: range.granularity)
            })
    }
}
