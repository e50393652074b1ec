/// How sensitive a figure is, and so how large the group behind it must be.
public enum FigureClass: String, Hashable, Sendable, CaseIterable {
    /// Scores and speeds, which say something about how people do.
    case sensitiveMetric = "sensitive_metric"
    /// Who works together, and how many.
    case teamComposition = "team_composition"
    /// How work flows.
    case workflowPattern = "workflow_pattern"

    /// The number of contributors that a figure of the class is shown from.
    public var leastGroup: Int {
        switch self {
        case .sensitiveMetric: 10
        case .teamComposition: 5
        case .workflowPattern: 3
        }
    }

    /// The same under a level: the larger of the two decides.
    public func leastGroup(at level: PrivacyLevel) -> Int { max(leastGroup, level.leastGroup) }
}
