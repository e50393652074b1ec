/// A kind of data that insights are made of, with the bounds and the epsilon that suit it.
///
/// ```swift
/// let field = InsightField.velocity
/// try field.noise().scale        // 500 tenths: 10 points / 0.2
/// field.leastGroup(at: .balanced)
/// ```
///
/// | field | one contributor adds at most | epsilon | class |
/// |---|---|---|---|
/// | `confidence_score`, `performance_score` | 1 | 0.1 | sensitive metric |
/// | `velocity` | 10 | 0.2 | sensitive metric |
/// | `team_size` | 1 | 0.2 | team composition |
/// | `task_count` | 5 | 0.2 | workflow pattern |
///
/// The sensitivity follows from the bounds, as for any metric. Adjacency: add or remove one contributor of one window.
public enum InsightField: String, Hashable, Sendable, CaseIterable {
    /// A number from 0 to 1.
    case confidenceScore = "confidence_score"
    /// A number from 0 to 1.
    case performanceScore = "performance_score"
    /// Points from 0 to 10.
    case velocity
    /// Contributors of a team.
    case teamSize = "team_size"
    /// Tasks, at most 5 of one contributor.
    case taskCount = "task_count"

    /// The epsilon of one release.
    public var epsilon: Epsilon {
        switch self {
        case .confidenceScore, .performanceScore: Epsilon(unchecked: 100_000)
        case .velocity, .teamSize, .taskCount: Epsilon(unchecked: 200_000)
        }
    }

    /// How sensitive the figure is.
    public var figureClass: FigureClass {
        switch self {
        case .confidenceScore, .performanceScore, .velocity: .sensitiveMetric
        case .teamSize: .teamComposition
        case .taskCount: .workflowPattern
        }
    }

    /// The number of contributors that a figure is shown from.
    public func leastGroup(at level: PrivacyLevel) -> Int { figureClass.leastGroup(at: level) }

    /// How much one contributor may add, in one cell; scores in hundredths, points in tenths.
    public func bounds() throws(PrivacyError) -> ContributionBounds {
        switch self {
        case .confidenceScore, .performanceScore:
            try ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(0...1, granularity: 0.01))
        case .velocity:
            try ContributionBounds(maxCells: 1, maxPerCell: 1, values: ValueRange(0...10, granularity: 0.1))
        case .teamSize: try ContributionBounds(maxCells: 1, maxPerCell: 1)
        case .taskCount: try ContributionBounds(maxCells: 1, maxPerCell: 5)
        }
    }

    /// How far one contributor moves the figure, in its quanta.
    public func sensitivity() throws(PrivacyError) -> Sensitivity {
        switch self {
        case .confidenceScore, .performanceScore, .velocity: try .sum(bounds())
        case .teamSize: try .contributors(bounds())
        case .taskCount: try .count(bounds())
        }
    }

    /// The noise of one release.
    public func noise() throws(PrivacyError) -> DiscreteLaplace {
        try DiscreteLaplace(sensitivity: sensitivity(), epsilon: epsilon)
    }
}
