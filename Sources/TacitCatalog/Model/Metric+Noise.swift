package import TacitPrivacy

extension Metric {
    /// How the metric's epsilon is divided among all that it shows.
    package func price() throws(PrivacyError) -> Price {
        try BudgetSplit.price(of: figure, epsilon: guarantee.epsilon, delta: guarantee.delta)
    }

    private var figure: BudgetSplit.Metric {
        switch kind {
        case .count: .count
        case .sum: .sum
        case .mean: .mean
        case .histogram: .histogram
        case .contributors: .contributors
        }
    }

    /// What one contributor may add to the metric in one window; `event` is the one that the metric is made from.
    package func contributionBounds(in event: Event) throws(PrivacyError) -> ContributionBounds {
        let bounds = kind.field.flatMap { event.field(named: $0) }?.measure?.bounds
        var values: ValueRange?
        if let bounds { values = try bounds.valueRange() }
        return try ContributionBounds(
            maxCells: guarantee.maxCells, maxPerCell: guarantee.maxPerCell, values: values)
    }

    /// The noise of the metric's release and the threshold of its cells. The catalog is refused where it can't exist: a
    /// sensitivity of zero, or one too large to compute with.
    package func noise(in event: Event) throws(PrivacyError) -> MetricNoise {
        try MetricNoise(
            figure, bounds: contributionBounds(in: event), epsilon: guarantee.epsilon, delta: guarantee.delta,
            k: guarantee.k, isOpen: dimensions.contains { event.field(named: $0)?.isOpen ?? false })
    }
}
