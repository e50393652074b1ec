/// A counter of intake in words: `12 480 ± 310`, and `3` where it is exact.
enum CounterText {
    static func text(_ count: Figure) -> String {
        guard count.upper > count.lower else { return NumberText.integer(Int64(count.estimate)) }
        // Less than nothing did not come in; the noise may say so all the same.
        let (shown, half) = (max(0, count.estimate), (count.upper - count.lower) / 2)
        let text = FigureText(Figure(estimate: shown, lower: shown - half, upper: shown + half))
        return "\(text.estimate) \(text.spread)"
    }

    /// What stands beside every table of counters.
    static let protection =
        "Each carries noise that hides one record, ε\u{A0}=\u{A0}\(IntakeNoise.epsilon), δ\u{A0}=\u{A0}0 in each counter, "
        + "with its 95 % spread; only requests that were refused whole are counted exactly."
}
