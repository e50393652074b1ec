/// A counter of intake in words: `12 480 ± 310`, and `3` where it is exact.
enum CounterText {
    static func text(_ count: Figure) -> String {
        [estimate(count), spread(count)].compactMap { $0 }.joined(separator: " ")
    }

    static func estimate(_ count: Figure) -> String { rounded(count).estimate }

    /// `nil` where the count is exact.
    static func spread(_ count: Figure) -> String? { count.upper > count.lower ? rounded(count).spread : nil }

    /// Less than nothing did not come in; the noise may say so all the same.
    private static func rounded(_ count: Figure) -> FigureText {
        let (shown, half) = (max(0, count.estimate), (count.upper - count.lower) / 2)
        return FigureText(Figure(estimate: shown, lower: shown - half, upper: shown + half))
    }

    /// What stands beside every table of counters.
    static let protection =
        "Each carries noise that hides one record, ε\u{A0}=\u{A0}\(IntakeNoise.epsilon), δ\u{A0}=\u{A0}0 in each counter, "
        + "with its 95 % spread; only requests that were refused whole are counted exactly."
}
