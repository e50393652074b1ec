/// The privacy loss of many independent releases, as far as a question about epsilon and delta needs it.
///
/// The law of a sum of losses is a convolution, done by Fourier transforms of a law that is tilted first: each probability is
/// multiplied by exp(tilt · loss), normalized, and the factor is taken out of the result. The tilt puts the middle of the
/// tilted sum near the epsilon asked for. That does two things:
///
/// - rounding errors, which are relative to the largest probability, become relative to the delta asked for, so a delta of
///   10⁻¹⁵ is as precise as one of 0.1;
/// - the grid needs to hold a few standard deviations around epsilon only. What lies above it is bounded by Chernoff's
///   inequality and counts as infinite loss; what lies below it wraps around to larger losses, which claims more loss.
///
/// Everything that is added up is at least the truth, and what the transforms may have erred is added on top.
///
/// Adjacency: add or remove one contributor. Koskela, Jälkö, Honkela 2020, "Computing Tight Differential Privacy Guarantees
/// Using FFT", AISTATS, arXiv 1906.03049; Gopi, Lee, Wutschitz 2021, "Numerical Composition of Differential Privacy",
/// NeurIPS, arXiv 2106.02848; Alghamdi, Gomez, Asoodeh, Calmon, Kosut, Sankar 2023, "The Saddle-Point Method in Differential
/// Privacy", ICML, arXiv 2208.09595 (the tilt).
struct LossComposition {
    struct Part {
        let law: PrivacyLossDistribution
        let count: Int
    }

    /// The most points of a grid, 2²⁰: some tens of megabytes and a tenth of a second.
    static let mostPoints = 1_048_576

    let parts: [Part]
    let step: Double
    /// The probability of an infinite loss of any part.
    let infinite: Double

    init(_ parts: [Part], step: Double) {
        self.parts = parts
        self.step = step
        let kept = parts.reduce(0.0) { $0 + Double($1.count) * Real.logarithmOfOnePlus(-min($1.law.infinite, 0.5)) }
        let certain = parts.contains { $0.law.infinite > 0.5 }
        infinite = certain ? 1 : (-Real.exponentialLessOne(kept)).raised(32)
    }

    /// The smallest epsilon of at least 0 that goes with this delta; infinite if there is none. Never below the truth.
    ///
    /// `nil` if the grid is too fine for ``mostPoints``.
    func epsilon(delta: Double) -> Double? {
        let budget = (delta - infinite).lowered()
        guard budget > 0 else { return .infinity }
        let (best, negligible) = (saddle(delta: budget), budget * 1e-9)
        if let calm = calm(below: best), let tail = tail(tilt: calm, negligible: negligible) {
            let epsilon = tail.epsilon(delta: budget)
            if tail.isPrecise(epsilon: epsilon, delta: budget) { return epsilon }
        }
        return tail(tilt: best, negligible: negligible)?.epsilon(delta: budget)
    }

    /// The smallest delta that goes with this epsilon of at least 0. Never below the truth.
    ///
    /// `nil` if the grid is too fine for ``mostPoints``.
    func delta(epsilon: Double) -> Double? {
        let best = saddle(epsilon: epsilon)
        let moments = moments(tilt: best)
        // Chernoff's bound is near enough to the answer to say what is negligible beside it.
        let negligible = min(1, Real.exponential(moments.logarithm - best * epsilon)) * 1e-12
        func whole(_ tail: LossTail) -> Double { min(1, (tail.delta(epsilon: epsilon) + infinite).raised()) }
        if let calm = calm(below: best), let tail = tail(tilt: calm, negligible: negligible),
            tail.isPrecise(epsilon: epsilon, delta: tail.delta(epsilon: epsilon))
        {
            return whole(tail)
        }
        return tail(tilt: best, negligible: negligible).map(whole)
    }

    func moments(tilt: Double) -> PrivacyLossDistribution.Moments {
        var sum = PrivacyLossDistribution.Moments()
        for part in parts {
            let (one, count) = (part.law.moments(tilt: tilt), Double(part.count))
            sum.logarithm += count * one.logarithm
            sum.mean += count * one.mean
            sum.variance += count * one.variance
            sum.uncertainty += count * (one.uncertainty + one.logarithm.magnitude * 0x1p-50)
        }
        return sum
    }

    /// A smaller tilt, where the saddle's makes the law much wider than it was: then it has a second hump far out, as sampling
    /// has one, and needs a long grid. `nil` where it does not.
    private func calm(below saddle: Double) -> Double? {
        let deviation = moments(tilt: 0).variance.squareRoot()
        func isWide(_ tilt: Double) -> Bool { moments(tilt: tilt).variance.squareRoot() > 3 * deviation }
        guard isWide(saddle) else { return nil }
        var (low, high) = (0.0, saddle)
        for _ in 0..<12 {
            let middle = (low + high) / 2
            if isWide(middle) { high = middle } else { low = middle }
        }
        return low > 0 ? low : nil
    }

    /// The largest tilt that is of use: two steps weigh e⁴ apart.
    private var steepest: Double { 2 / step }

    /// The tilt t that bounds a delta best, as Rényi divergences do: with K = ln E[exp(t · L)],
    /// delta ≤ exp(K − t · epsilon) · tᵗ / (t + 1)^(t + 1), and epsilon is least where t·K′ − K + ln(t + 1) = ln(1/delta).
    ///
    /// Any tilt gives a valid bound; a near one makes it precise.
    private func saddle(delta: Double) -> Double {
        let level = -Real.logarithm(delta)
        let deviation = max(moments(tilt: 0).variance.squareRoot(), step)
        return root(near: (2 * level).squareRoot() / deviation) { tilt, moments in
            let miss = tilt * moments.mean - moments.logarithm + Real.logarithmOfOnePlus(tilt) - level
            let slope = tilt * tilt * moments.variance + tilt / (1 + tilt)
            return miss.magnitude < 0.25 ? nil : (miss > 0, tilt * Real.exponential(-miss / slope))
        }
    }

    /// The same for an epsilon: delta is least where K′ − ln(1 + 1/t) = epsilon.
    private func saddle(epsilon: Double) -> Double {
        let deviation = max(moments(tilt: 0).variance.squareRoot(), step)
        return root(near: 1 / deviation) { tilt, moments in
            let miss = moments.mean - Real.logarithmOfOnePlus(1 / tilt) - epsilon
            let slope = moments.variance + 1 / (tilt * (1 + tilt))
            return miss * miss < 0.0625 * slope ? nil : (miss > 0, tilt - miss / slope)
        }
    }

    /// Where a condition that grows with the tilt is met: Newton's steps, kept between what was too small and too large,
    /// with bisection of the logarithm where they don't get there soon.
    private func root(
        near start: Double, _ judge: (Double, PrivacyLossDistribution.Moments) -> (tooLarge: Bool, next: Double)?
    ) -> Double {
        var (low, high) = (0.0, steepest)
        var tilt = min(start, steepest)
        for round in 0..<64 {
            guard let (tooLarge, next) = judge(tilt, moments(tilt: tilt)) else { break }
            if tooLarge { high = tilt } else { low = tilt }
            // Nothing below the steepest tilt is enough.
            guard low < high else { return high }
            if round < 8, next > max(low, tilt / 4), next < min(high, tilt * 4) {
                tilt = next
            } else {
                tilt = low > 0 ? (low * min(high, low * 16)).squareRoot() : high / 4
            }
        }
        return tilt
    }
}
