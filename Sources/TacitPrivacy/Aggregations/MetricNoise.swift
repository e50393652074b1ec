/// All the noise of one metric's release: what is drawn when a window closes and what readers later compute intervals from.
///
/// ```swift
/// let noise = try MetricNoise(.mean, bounds: bounds, epsilon: Epsilon("1"), delta: .zero, k: 5, isOpen: false)
/// if let cell = noise.release(contributors: 812, figures: [-3120, 4077], using: &random) { show(cell) }
/// ```
///
/// It follows from the declared terms alone, so the one who draws and the one who states intervals can't disagree.
///
/// - Guarantee: (``Price/epsilon``, ``Price/delta``) for all cells of the metric in one window, values, contributors and
///   the choice of shown cells together. Adjacency: add or remove one contributor.
/// - Sensitivity: each figure's, from the same bounds.
public struct MetricNoise: Hashable, Sendable {
    /// The noise of the number of contributors, which the threshold is compared with.
    public let contributors: DiscreteLaplace
    /// The noises of the figures: one for a count, sum or histogram; sum and count for a mean; count, sum and squares for
    /// a variance; none where the contributors are the figure.
    public let figures: [DiscreteLaplace]
    /// What a cell needs to be shown.
    public let threshold: CellThreshold
    /// What it all spends.
    public let price: Price

    /// The noise of a metric under these terms; `isOpen` where cells exist only because somebody is in them.
    public init(
        _ metric: BudgetSplit.Metric, bounds: ContributionBounds, epsilon: Epsilon, delta: Delta, k: Int, isOpen: Bool
    ) throws(PrivacyError) {
        price = try BudgetSplit.price(of: metric, epsilon: epsilon, delta: isOpen ? delta : .zero)
        contributors = try DiscreteLaplace(sensitivity: .contributors(bounds), epsilon: price.contributors)
        let sensitivities: [Sensitivity] =
            switch metric {
            case .contributors: []
            case .count: [try .count(bounds)]
            case .sum: [try .sum(bounds)]
            case .mean: [try .centeredSum(bounds), try .count(bounds)]
            case .variance: [try .centeredSquares(bounds), try .centeredSum(bounds), try .count(bounds)]
            case .histogram: [try .histogram(bounds)]
            }
        var figures: [DiscreteLaplace] = []
        for (sensitivity, epsilon) in zip(sensitivities, price.values) {
            figures.append(try DiscreteLaplace(sensitivity: sensitivity, epsilon: epsilon))
        }
        self.figures = figures
        threshold =
            isOpen
            ? try .open(k: k, delta: delta, bounds: bounds, noise: contributors)
            : try .closed(k: k, noise: contributors)
    }

    /// The noise of one figure of a cell; all buckets of a histogram have the same.
    public func noise(ofFigure index: Int) -> DiscreteLaplace { figures[min(index, figures.count - 1)] }

    /// A released cell: noisy figures only.
    public struct Cell: Hashable, Sendable {
        public let contributors: Int64
        public let figures: [Int64]
    }

    /// The noisy cell, or `nil` where it is not shown. All noise is drawn either way, so the time says nothing about that.
    @specialized(where Source == SecureRandom, Figures == ArraySlice<Int64>)
    public func release<Source: NoiseSource, Figures: Collection<Int64>>(
        contributors exact: Int64, figures exactFigures: Figures, using source: inout Source
    ) -> Cell? {
        let noisy = contributors.addNoise(to: exact, using: &source)
        var released: [Int64] = []
        released.reserveCapacity(exactFigures.count)
        for figure in exactFigures {
            released.append(noise(ofFigure: released.count).addNoise(to: figure, using: &source))
        }
        return threshold.shows(noisyContributors: noisy) ? Cell(contributors: noisy, figures: released) : nil
    }
}
