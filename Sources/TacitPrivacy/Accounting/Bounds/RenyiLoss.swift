/// Rényi divergences of some orders, and what epsilon and delta they prove.
///
/// Canonne, Kamath, Steinke 2020, "The Discrete Gaussian for Differential Privacy", arXiv 2004.00010, proposition 12:
/// δ = exp((α − 1)·(D − ε)) / (α − 1) · (1 − 1/α)^α. The same in Balle, Barthe, Gaboardi, Hsu, Sato 2020, "Hypothesis Testing
/// Interpretations and Rényi Differential Privacy", AISTATS, theorem 21; Bun, Steinke 2016 lack the last two factors.
///
/// Adjacency: add or remove one contributor.
struct RenyiLoss {
    struct Divergence {
        let order: Double
        let value: Double

        /// ln of the two last factors: −ln(α − 1) + α·ln(1 − 1/α).
        private var factor: Double {
            order * Real.logarithmOfOnePlus(-1 / order) - Real.logarithm(order - 1)
        }

        func epsilon(delta: Double) -> Double {
            let room = (factor - Real.logarithm(delta)) / (order - 1)
            return (value + room).raised(16) + room.magnitude * 0x1p-46
        }

        func delta(epsilon: Double) -> Double {
            let exponent = (order - 1) * (value - epsilon)
            return Real.exponential(exponent + factor).raised(32 + 8 * exponent.magnitude)
        }
    }

    let divergences: [Divergence]

    /// The order that proves the least epsilon for a delta.
    func best(delta: Double) -> (order: Double, epsilon: Double) {
        divergences.reduce((order: 1, epsilon: .infinity)) { best, one in
            let epsilon = one.epsilon(delta: delta)
            return epsilon < best.epsilon ? (one.order, epsilon) : best
        }
    }

    func epsilon(delta: Double) -> Double { max(0, best(delta: delta).epsilon) }

    func delta(epsilon: Double) -> Double { divergences.reduce(1) { min($0, $1.delta(epsilon: epsilon)) } }
}
