import TacitPrivacy

extension CatalogComparison {
    mutating func compare(_ before: Metric, _ after: Metric) {
        let name = after.name
        let category = new.event(named: after.event)?.consent.category ?? ""
        let (was, now) = (before.guarantee, after.guarantee)
        func words(_ epsilon: Epsilon?) -> String { epsilon.map { "epsilon \($0)" } ?? "no noise, and no guarantee" }
        // Without noise more is told than by any epsilon.
        more(
            .metric, name, if: was.epsilon?.millionths ?? .max, isBelow: now.epsilon?.millionths ?? .max,
            "has \(words(now.epsilon)), before \(words(was.epsilon))", of: category)
        more(
            .metric, name, if: was.delta.approximation, isBelow: now.delta.approximation,
            "has delta \(figure(now.delta.approximation)), before \(figure(was.delta.approximation))", of: category)
        more(
            .metric, name, if: now.k, isBelow: was.k, "is shown from \(now.k) contributors on, before from \(was.k)",
            of: category)
        more(
            .metric, name, if: now.window.seconds, isBelow: was.window.seconds,
            "is released for each \(now.window.rawValue), before for each \(was.window.rawValue)", of: category)
        more(
            .metric, name, if: before.mode.keepDays ?? 0, isBelow: after.mode.keepDays ?? 0,
            after.mode.keepDays.map { "keeps exact figures, encrypted, for \($0) days" }
                ?? "no longer keeps exact figures for questions", of: category)
        more(
            .metric, name, if: before.mode.horizon ?? 0, isBelow: after.mode.horizon ?? 0,
            after.mode.horizon.map { "keeps exact figures, encrypted, for running totals of \($0) windows" }
                ?? "no longer keeps exact figures for running totals", of: category)
        if before.event != after.event {
            note(.metric, name, .other, "is made from \(after.event), before from \(before.event)")
        }
        if before.kind != after.kind || before.dimensions != after.dimensions {
            let by = after.dimensions.map(\.name).joined(separator: " and ")
            note(
                .metric, name, .other,
                "is another figure: \(after.kind.label)\(after.kind.field.map { " of \($0)" } ?? "")"
                    + (by.isEmpty ? "" : " by \(by)"))
        }
        if was.maxCells != now.maxCells || was.maxPerCell != now.maxPerCell {
            note(
                .metric, name, .other,
                "counts at most \(now.maxCells) cells with \(now.maxPerCell) records each of one contributor, "
                    + "before \(was.maxCells) with \(was.maxPerCell)")
        }
        if before.description != after.description {
            note(.metric, name, .other, "is now described: \(after.description)")
        }
    }
}
