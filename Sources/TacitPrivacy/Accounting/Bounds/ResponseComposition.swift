/// The exact composition of equal binary randomized responses, the worst of all mechanisms of one epsilon.
///
/// The loss after n responses is (n − 2·i)·ε, where i is binomial: δ = Σ P(i)·max(0, 1 − exp(epsilon − (n − 2i)·ε)).
/// Kairouz, Oh, Viswanath 2015, arXiv 1311.0776, theorem 3.3; between the epsilons that it names, the same sum.
struct ResponseComposition {
    let epsilon: Double
    let count: Int

    /// The smallest epsilon of at least 0 that goes with a delta; never below the truth.
    func epsilon(delta: Double) -> Double {
        var sums = Sums()
        while let term = next(&sums) {
            // Between this loss and the one before, delta is excess + weight·(1 − exp(epsilon − loss)).
            let room = delta.lowered(units) - sums.excess
            guard room > 0 else { return max(0, term.loss) }
            let ratio = room / sums.weight
            if ratio < (-Real.exponentialLessOne(-2 * epsilon)).raised() {
                return max(0, (term.loss + Real.logarithmOfOnePlus(-ratio)).raised(16))
            }
            guard term.loss > 0 else { return 0 }
        }
        return 0
    }

    /// The smallest delta that goes with an epsilon; never below the truth.
    func delta(epsilon target: Double) -> Double {
        var (sum, weights) = (0.0, Sums())
        while let term = next(&weights), term.loss > target {
            sum -= term.mass * Real.exponentialLessOne((target - term.loss).lowered())
        }
        return sum.raised(units)
    }

    /// The terms so far, from the largest loss down.
    private struct Sums {
        var place = 0
        var logarithm = 0.0
        /// Σ P·(1 − exp(loss of the last term − own loss)), and Σ P·exp(loss of the last term − own loss).
        var excess = 0.0
        var weight = 0.0
    }

    /// The logarithms of binomial coefficients err by a few units for each factor, and so does, relatively, a probability.
    private var units: Double { 64 + 64 * Double(count) }

    private func next(_ sums: inout Sums) -> (loss: Double, mass: Double)? {
        guard sums.place <= count else { return nil }
        let (place, total) = (Double(sums.place), Double(count))
        if sums.place > 0 { sums.logarithm += Real.logarithm((total - place + 1) / place) }
        // P(i) = C(n, i)·e^(ε(n − i)) / (1 + e^ε)^n = C(n, i)·e^(−ε·i) / (1 + e^−ε)^n.
        let spread = total * Real.logarithmOfOnePlus(Real.exponential(-epsilon))
        let mass = Real.exponential(sums.logarithm - epsilon * place - spread)
        let share = -Real.exponentialLessOne(-2 * epsilon)
        sums.excess += sums.weight * share
        sums.weight = sums.weight * (1 - share) + mass
        sums.place += 1
        return ((total - 2 * place) * epsilon, mass)
    }
}
