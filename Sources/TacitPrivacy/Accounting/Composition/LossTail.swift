/// The upper part of a tilted law of losses, read from the top down.
struct LossTail {
    /// The tilted law times 1 / `scale`; the point `index` is at `index` modulo their number.
    let values: ContiguousArray<Double>
    let scale: Double
    /// The first and the last index.
    let start: Int
    let top: Int
    let step: Double
    let tilt: Double
    /// What the tilt has multiplied by: a probability is a value times exp(logarithm − tilt · loss).
    let logarithm: Double
    /// The Euclidean norm of the values' errors (after scaling).
    let error: Double
    /// The probability of losses above the top.
    let above: Double

    /// Sums over all losses above a grid point, with each probability rounded up.
    private struct Sums {
        /// The index of the grid point.
        var index: Int
        /// Σ p·(1 − exp(point − loss)) over losses above the point.
        var excess = 0.0
        /// Σ p·exp(point − loss) over losses at the point and above.
        var weight = 0.0
    }

    /// The smallest epsilon of at least 0 whose delta is at most `budget`.
    func epsilon(delta budget: Double) -> Double {
        // At the top nothing but what is not known exactly is left. If that is too much already, nothing is proven.
        guard above + uncertainty(above: Double(top) * step) <= budget.lowered() else { return .infinity }
        var sums = Sums(index: top)
        include(&sums)
        let share = -Real.exponentialLessOne(-step)
        while true {
            let below = Double(sums.index - 1) * step
            let room = (budget - above - uncertainty(above: below)).lowered() - sums.excess
            guard room > 0 else { return max(0, (Double(sums.index) * step).raised()) }
            // Between the points delta is excess + weight·(1 − exp(epsilon − point)).
            let ratio = room / sums.weight
            guard ratio >= share.raised(8) else {
                let epsilon = Double(sums.index) * step + Real.logarithmOfOnePlus(-ratio)
                return max(0, epsilon.raised(8) + step * 1e-12)
            }
            guard below > 0 else { return 0 }
            // At the point below the window all losses above it were added up, and delta is small enough there.
            guard sums.index > start else { return below.raised() }
            descend(&sums, share: share)
        }
    }

    /// Whether what the errors may hide from this delta of this epsilon is less than a hundred-thousandth of it.
    func isPrecise(epsilon: Double, delta: Double) -> Bool {
        epsilon.isFinite && uncertainty(above: epsilon) <= delta * 1e-5
    }

    /// The delta of an epsilon.
    ///
    /// Below the window the chord from the window's start to a delta of 1 at epsilon −∞ is taken, in exp(epsilon).
    func delta(epsilon: Double) -> Double {
        let first = Double(start) * step
        guard epsilon >= first else {
            return 1 - (Real.exponential(epsilon - first) * (1 - delta(epsilon: first))).lowered(16)
        }
        var sums = Sums(index: top)
        include(&sums)
        let share = -Real.exponentialLessOne(-step)
        while sums.index > start, Double(sums.index - 1) * step > epsilon { descend(&sums, share: share) }
        let distance = epsilon - Double(sums.index) * step
        let own = distance < 0 ? sums.excess - sums.weight * Real.exponentialLessOne(distance.lowered(8)) : 0
        return (own + above + uncertainty(above: epsilon)).raised(8)
    }

    /// Moves to the next lower point.
    private func descend(_ sums: inout Sums, share: Double) {
        sums.excess = (sums.excess + sums.weight * share).raised(4)
        sums.weight = (sums.weight * (1 - share)).raised(4)
        sums.index -= 1
        include(&sums)
    }

    /// Takes the point itself into the weight.
    private func include(_ sums: inout Sums) {
        let value = values[sums.index & (values.count - 1)] * scale
        guard value > 0 else { return }
        let exponent = tilt * (Double(sums.index) * step)
        let units = 16 + 4 * (exponent.magnitude + logarithm.magnitude)
        sums.weight = (sums.weight + (value * Real.exponential(logarithm - exponent)).raised(units)).raised(1)
    }

    /// What the errors of the values may hide from the delta of `epsilon`: by the Cauchy–Schwarz inequality at most their norm
    /// times that of the factors exp(logarithm − tilt · loss) over the losses above epsilon, a geometric sum.
    private func uncertainty(above epsilon: Double) -> Double {
        let decay = -Real.exponentialLessOne(-2 * tilt * step)
        let points = min(decay > 0 ? 1 / decay : .infinity, Double(values.count))
        let exponent = tilt * epsilon
        let units = 16 + 4 * (exponent.magnitude + logarithm.magnitude)
        return (error * points.squareRoot() * Real.exponential(logarithm - exponent)).raised(units)
    }
}
