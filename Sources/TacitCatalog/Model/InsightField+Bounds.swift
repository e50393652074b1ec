import TacitPrivacy

extension InsightField {
    /// The range, the step and the unit that a field of this kind has unless it says otherwise.
    var fieldBounds: (bounds: Field.Bounds, unit: String) {
        switch self {
        case .confidenceScore, .performanceScore: (Field.Bounds(min: 0, max: 1, granularity: 0.01), "score")
        case .velocity: (Field.Bounds(min: 0, max: 10, granularity: 0.1), "points")
        case .teamSize: (Field.Bounds(min: 1, max: 1_000, granularity: 1), "people")
        case .taskCount: (Field.Bounds(min: 0, max: 5, granularity: 1), "tasks")
        }
    }

    /// How many cells a contributor touches, and how many records it adds to each, unless a metric says otherwise: one
    /// record, so that the field's range is all that a contributor moves.
    static let contributionCap = 1
}
