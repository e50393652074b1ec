package import TacitPrivacy

extension Metric {
    /// How the metric's epsilon is divided among all that it shows.
    package func price() throws(PrivacyError) -> Price {
        let figure: BudgetSplit.Metric =
            switch kind {
            case .count: .count
            case .sum: .sum
            case .mean: .mean
            case .histogram: .histogram
            case .contributors: .contributors
            }
        return try BudgetSplit.price(of: figure, epsilon: guarantee.epsilon, delta: guarantee.delta)
    }

    /// What one contributor may add to the metric in one window; `event` is the one that the metric is made from.
    package func contributionBounds(in event: Event) throws(PrivacyError) -> ContributionBounds {
        let bounds = kind.field.flatMap { event.field(named: $0) }?.measure?.bounds
        var values: ValueRange?
        if let bounds { values = try bounds.valueRange() }
        return try ContributionBounds(
            maxCells: guarantee.maxCells, maxPerCell: guarantee.maxPerCell, values: values)
    }

    /// The noise of the number of contributors and of each figure, and the threshold of a cell. The catalog is refused
    /// where one of them can't exist: a sensitivity of zero, or one too large to compute with.
    package func noise(
        in event: Event
    ) throws(PrivacyError) -> (contributors: DiscreteLaplace, figures: [DiscreteLaplace], threshold: CellThreshold) {
        let price = try price()
        let bounds = try contributionBounds(in: event)
        let contributors = try DiscreteLaplace(sensitivity: .contributors(bounds), epsilon: price.contributors)
        let sensitivities: [Sensitivity] =
            switch kind {
            case .contributors: []
            case .count: [try .count(bounds)]
            case .sum: [try .sum(bounds)]
            case .mean: [try .centeredSum(bounds), try .count(bounds)]
            case .histogram: [try .histogram(bounds)]
            }
        var figures: [DiscreteLaplace] = []
        for (sensitivity, epsilon) in zip(sensitivities, price.values) {
            figures.append(try DiscreteLaplace(sensitivity: sensitivity, epsilon: epsilon))
        }
        let isOpen = dimensions.contains { event.field(named: $0)?.isOpen ?? false }
        let threshold =
            isOpen
            ? try CellThreshold.open(k: guarantee.k, delta: guarantee.delta, bounds: bounds, noise: contributors)
            : try CellThreshold.closed(k: guarantee.k, noise: contributors)
        return (contributors, figures, threshold)
    }
}
