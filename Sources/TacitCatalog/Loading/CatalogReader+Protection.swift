import TacitPrivacy

extension CatalogReader {
    /// The guarantee of a metric: what it states itself, then its insights and its own level, then `defaults`, then the
    /// catalog's level.
    mutating func guarantee(
        _ stated: GuaranteeDraft, over defaults: MetricDefaults, type: String?, isOpen: Bool, isRunning: Bool,
        measured: InsightField?, dimensions: [InsightField], section: Section
    ) -> Guarantee? {
        let chosen = stated.privacy ?? defaults.level
        if let chosen, chosen.value == nil { return nil }
        let preset = MetricPreset(
            level: chosen?.value ?? .balanced, isOwn: stated.privacy != nil, measured: measured, dimensions: dimensions)

        let window = self.window(stated, defaults, level: chosen?.value, section)
        let spend = self.spend(stated, defaults, preset, isOpen: isOpen, isRunning: isRunning, type: type, section)
        let cap = preset.contributionCap
        let maxCells = self.part("max_cells", stated.maxCells, cap, defaults.guarantee.maxCells, section)
        let maxPerCell =
            type == "contributors"
            ? 1 : self.part("max_per_cell", stated.maxPerCell, cap, defaults.guarantee.maxPerCell, section)
        let k = self.k(stated, defaults, preset, isAsked: chosen != nil || preset.epsilon != nil)
        guard let window, let spend, let maxCells, let maxPerCell, let k else { return nil }
        return Guarantee(
            level: preset.level, window: window, epsilon: spend.epsilon, delta: spend.delta, maxCells: maxCells,
            maxPerCell: maxPerCell, k: k)
    }

    /// What the metric states, what its insight gives, or what stands in `defaults`.
    private mutating func part<Wrapped>(
        _ key: String, _ stated: GuaranteeDraft.Part<Wrapped>?, _ preset: Wrapped?,
        _ standard: GuaranteeDraft.Part<Wrapped>?, _ section: Section
    ) -> Wrapped? {
        if let stated { return stated.value }
        if let preset { return preset }
        if let standard { return standard.value }
        note(
            .missingKey, at: section.place.child(key, at: nil), "is missing here and in `defaults`",
            remedy: "state it in the metric or in `defaults`")
        return nil
    }

    private mutating func window(
        _ stated: GuaranteeDraft, _ defaults: MetricDefaults, level: PrivacyLevel?, _ section: Section
    ) -> WindowLength? {
        guard let window = part("window", stated.window, nil, defaults.guarantee.window, section) else { return nil }
        let place = (stated.window ?? defaults.guarantee.window)?.place ?? section.place
        if let level, window.seconds < level.timeBucketSeconds {
            noteOnce(
                .windowTooShort, at: place,
                "a window of \(window.seconds) s is shorter than the \(level.timeBucketSeconds) s that the level "
                    + "\(level.rawValue) cuts times to",
                remedy:
                    "use hour or day; `first_look` of the configuration has windows of a minute, and says what they are"
            )
            return nil
        }
        if window == .minute {
            noteOnce(
                .minuteWindow, at: place,
                "the unit is one contributor and minute, so a person is protected minute by minute only",
                remedy: "use hour or day; a minute is for a first look")
        }
        return window
    }

    // MARK: Epsilon and delta

    private mutating func spend(
        _ stated: GuaranteeDraft, _ defaults: MetricDefaults, _ preset: MetricPreset, isOpen: Bool, isRunning: Bool,
        type: String?, _ section: Section
    ) -> (epsilon: Epsilon?, delta: Delta)? {
        guard preset.level.addsNoise else {
            noteWithoutNoise(stated, "the level \(preset.level.rawValue) has no noise and so no formal guarantee")
            if type == "histogram" {
                note(
                    .needsNoise, at: section["type"]?.place ?? section.place,
                    "a bucket of an exact histogram may rest on one contributor, and k is about whole cells",
                    remedy: "count by a field with buckets, whose cells each need k, or use a level with noise")
            }
            return (nil, .zero)
        }
        let standard = defaults.guarantee.epsilon
        if let wanted = preset.epsilon, let own = stated.epsilon, let value = own.value, value > wanted {
            note(
                .epsilonAbovePreset, at: own.place, "epsilon \(value) is above \(wanted), which the insight has",
                remedy: "take it out, unless the figure is worth that")
        }
        // The stricter of the insight's and the usual one.
        let usual = preset.epsilon.map { min($0, standard?.value ?? $0) }
        let epsilon = part("epsilon", stated.epsilon, usual, standard, section)
        let delta = self.delta(stated.delta, defaults.guarantee.delta, isOpen: isOpen, isRunning: isRunning, section)
        guard let epsilon, let delta else { return nil }
        return (epsilon, delta)
    }

    private mutating func delta(
        _ stated: GuaranteeDraft.Part<Delta>?, _ standard: GuaranteeDraft.Part<Delta>?, isOpen: Bool,
        isRunning: Bool, _ section: Section
    ) -> Delta? {
        guard isOpen || isRunning else {
            if let place = stated?.place {
                note(
                    .deltaUnused, at: place, "all dimensions of the metric are closed, so no delta is spent",
                    remedy: "take it out")
            }
            return .zero
        }
        let delta = stated ?? standard
        if delta == nil || delta?.value == .zero {
            note(
                .deltaMissing, at: delta?.place ?? section.place.child("delta", at: nil),
                isRunning
                    ? "running totals have Gaussian noise, which costs a delta"
                    : "a dimension of the metric is open: which cells exist is itself a secret, and costs a delta",
                remedy: "state a delta such as 1e-8")
        }
        return delta?.value
    }

    /// What has no meaning without noise would look like a promise.
    mutating func noteWithoutNoise(_ stated: GuaranteeDraft, _ reason: String) {
        let parts = [("epsilon", stated.epsilon?.place), ("delta", stated.delta?.place)]
        for case (let name, let place?) in parts {
            note(
                .epsilonWithoutNoise, at: place, "\(reason): \(name) would promise what is not kept",
                remedy: "take it out, or use balanced or maximum")
        }
    }

    // MARK: k

    private mutating func k(
        _ stated: GuaranteeDraft, _ defaults: MetricDefaults, _ preset: MetricPreset, isAsked: Bool
    ) -> Int? {
        let standard = defaults.guarantee.k
        if stated.k == nil, preset.isNearer { return max(preset.leastGroup, standard?.value ?? 0) }
        guard let written = stated.k ?? standard else { return preset.leastGroup }
        if let k = written.value, isAsked, k < preset.leastGroup {
            noteOnce(
                .kBelowPreset, at: written.place, "k \(k) is below \(preset.leastGroup), which \(preset.origin) has",
                remedy: "take it out, or make sure that so small a group tells nothing of its members")
        }
        return written.value
    }
}
