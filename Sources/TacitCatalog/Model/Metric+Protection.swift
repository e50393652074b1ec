package import TacitPrivacy

extension Metric {
    /// What one contributor may add to the metric in one window; `event` is the one that the metric is made from.
    package func contributionBounds(in event: Event) throws(PrivacyError) -> ContributionBounds {
        let bounds = kind.field.flatMap { event.field(named: $0) }?.measure?.bounds
        var values: ValueRange?
        if let bounds { values = try bounds.valueRange() }
        return try ContributionBounds(
            maxCells: guarantee.maxCells, maxPerCell: guarantee.maxPerCell, values: values)
    }

    /// What stands between the metric's exact figures and what is shown. The catalog is refused where it can't exist: a
    /// sensitivity of zero, or one too large to compute with.
    package func protection(in event: Event) throws(PrivacyError) -> Protection {
        try Protection(
            kind.figure, bounds: contributionBounds(in: event), epsilon: guarantee.epsilon, delta: guarantee.delta,
            k: guarantee.k, isOpen: isOpen(in: event), horizon: mode.horizon)
    }

    /// How the metric's epsilon is divided among all that it shows; `nil` where it spends nothing.
    package func price() throws(PrivacyError) -> Price? {
        guard let epsilon = guarantee.epsilon else { return nil }
        guard mode.horizon == nil else { return try .running(epsilon: epsilon, delta: guarantee.delta) }
        return try BudgetSplit.price(of: kind.figure, epsilon: epsilon, delta: guarantee.delta)
    }

    /// How far one contributor moves the metric's main figure, in its quanta: noise or none, it must be possible.
    func sensitivity(in event: Event) throws(PrivacyError) -> Sensitivity {
        let bounds = try contributionBounds(in: event)
        return switch kind {
        case .count: try .count(bounds)
        case .sum: try .sum(bounds)
        case .mean: try .centeredSum(bounds)
        case .histogram: try .histogram(bounds)
        case .contributors: try .contributors(bounds)
        }
    }

    /// Whether some dimension's labels are not known beforehand.
    package func isOpen(in event: Event) -> Bool {
        dimensions.contains { dimension in
            event.field(named: dimension.field).map { $0.domain(at: dimension.level) == nil } ?? false
        }
    }
}

extension Metric.Kind {
    /// The same as the privacy engine knows it.
    fileprivate var figure: BudgetSplit.Metric {
        switch self {
        case .count: .count
        case .sum: .sum
        case .mean: .mean
        case .histogram: .histogram
        case .contributors: .contributors
        }
    }
}
