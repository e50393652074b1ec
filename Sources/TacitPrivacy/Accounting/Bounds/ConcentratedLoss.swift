/// What zero-concentrated differential privacy with some rho proves: divergences of rho · α for every order α > 1.
///
/// The best order is searched for; any order is valid, so an imprecise search costs tightness, never truth.
/// Adjacency: add or remove one contributor.
struct ConcentratedLoss {
    let rho: Double

    /// rho + √(4·rho·ln(1/δ)): Bun, Steinke 2016, arXiv 1605.02065, proposition 1.3.
    func simpleEpsilon(delta: Double) -> Double {
        (rho + 2 * (rho * -Real.logarithm(delta)).squareRoot()).raised(16)
    }

    /// By ``RenyiLoss``, over all orders.
    func epsilon(delta: Double) -> Double {
        guard rho > 0 else { return 0 }
        guard rho.isFinite else { return .infinity }
        let start = (-Real.logarithm(delta) / rho).squareRoot()
        return max(0, least(from: start) { at($0).epsilon(delta: delta) })
    }

    /// By ``RenyiLoss``, over all orders.
    func delta(epsilon: Double) -> Double {
        guard rho > 0 else { return 0 }
        guard rho.isFinite else { return 1 }
        // Where epsilon is next to nothing the best order is about 1 + 1 / √(2·rho).
        let start = max((epsilon - rho) / (2 * rho), 1 / (2 * rho).squareRoot())
        return min(1, least(from: start) { at($0).delta(epsilon: epsilon) })
    }

    private func at(_ above: Double) -> RenyiLoss.Divergence {
        RenyiLoss.Divergence(order: 1 + above, value: (rho * (1 + above)).raised())
    }

    /// The least value over orders 1 + e^x around a start: a grid, then golden sections.
    private func least(from start: Double, _ value: (Double) -> Double) -> Double {
        let center = Real.logarithm(start)
        func at(_ place: Double) -> Double { value(Real.exponential(place)) }
        let coarse = (-20...20).map { center + Double($0) * 0.25 }.min { at($0) < at($1) } ?? center
        var (low, high) = (coarse - 0.25, coarse + 0.25)
        let section = 0.381_966_011_250_105_2
        for _ in 0..<48 {
            let (left, right) = (low + section * (high - low), high - section * (high - low))
            if at(left) < at(right) { high = right } else { low = left }
        }
        return min(at(low), at(coarse))
    }
}
