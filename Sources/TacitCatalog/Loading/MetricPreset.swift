import TacitPrivacy

/// What metrics have unless they say otherwise, as the catalog's top level declares it.
struct MetricDefaults {
    let contributor: [String]?
    /// `nil` where no level is stated, which means `balanced`.
    let level: GuaranteeDraft.Part<PrivacyLevel>?
    let guarantee: GuaranteeDraft
}

/// What a metric's level, and the insights that it is made of, ask for.
struct MetricPreset {
    let level: PrivacyLevel
    /// Of the measured field, else the smallest of the dimensions; `nil` without an insight.
    let epsilon: Epsilon?
    /// The larger of level and class decides.
    let leastGroup: Int
    /// `nil` without an insight.
    let contributionCap: Int?
    /// Whether it stands nearer to the metric than `defaults`, which then may only be stricter.
    let isNearer: Bool
    /// Who asks for the group, in words.
    let origin: String

    init(level: PrivacyLevel, isOwn: Bool, measured: InsightField?, dimensions: [InsightField]) {
        let insights = [measured].compactMap(\.self) + dimensions
        self.level = level
        epsilon = measured?.epsilon ?? dimensions.map(\.epsilon).min()
        contributionCap = insights.isEmpty ? nil : InsightField.contributionCap
        isNearer = isOwn || !insights.isEmpty
        let asking = insights.filter { $0.figureClass.leastGroup > level.leastGroup }
            .max { $0.figureClass.leastGroup < $1.figureClass.leastGroup }
        leastGroup = asking?.leastGroup(at: level) ?? level.leastGroup
        origin = asking.map { "the insight \($0.rawValue)" } ?? "the level \(level.rawValue)"
    }
}
