/// Composition of pure mechanisms of which only the epsilons are known: better than their sum for many small ones.
///
/// At small counts it is not, so the least of all bounds is taken. Adjacency: add or remove one contributor.
/// Kairouz, Oh, Viswanath 2015, arXiv 1311.0776: theorem 3.3 (equal epsilons, optimal), theorem 3.5 (any).
struct AdvancedBound: CompositionBound {
    let summands: Summands

    init(_ summands: Summands) { self.summands = summands }

    func epsilon(delta: Delta) -> Double {
        let basic = BasicBound(summands).epsilon(delta: delta)
        let rest = summands.remaining(of: delta)
        guard basic.isFinite, rest > 0 else { return basic }
        return min(basic, deviation(delta: rest), responses?.epsilon(delta: rest) ?? .infinity)
    }

    func delta(epsilon: Double) -> Double {
        let basic = BasicBound(summands).delta(epsilon: epsilon)
        guard basic == 1, summands.largestLoss.isFinite else { return basic }
        return min(1, summands.whole(min(deviation(epsilon: epsilon), responses?.delta(epsilon: epsilon) ?? 1)))
    }

    /// The optimal bound, where all epsilons are equal and adding up its terms is cheap.
    private var responses: ResponseComposition? {
        let largest = summands.all.reduce(0) { max($0, $1.mechanism.largestLoss) }
        let isEqual = summands.all.allSatisfy { $0.mechanism.largestLoss == largest }
        return isEqual && summands.count <= 1_000_000
            ? ResponseComposition(epsilon: largest, count: summands.count) : nil
    }

    /// The mean loss of randomized responses, Σ ε·tanh(ε/2), and their Σ ε².
    private var sums: (mean: Double, square: Double) {
        (
            summands.total { $0.largestLoss * Real.hyperbolicTangent($0.largestLoss / 2) },
            summands.total { $0.largestLoss * $0.largestLoss }
        )
    }

    /// Mean + √(2·Σε²·ln(1/δ)), or with e + √Σε²/δ in place of 1/δ where that is less.
    private func deviation(delta: Double) -> Double {
        let (mean, square) = sums
        let odds = min(1 / delta, 2.718_281_828_459_045_1 + square.squareRoot() / delta)
        return (mean + (2 * square * Real.logarithm(odds)).squareRoot()).raised(16)
    }

    /// The same solved for delta, with 1/δ.
    private func deviation(epsilon: Double) -> Double {
        let (mean, square) = sums
        let excess = (epsilon - mean).lowered(8)
        guard excess > 0 else { return 1 }
        let exponent = excess * excess / (2 * square)
        return Real.exponential(-exponent).raised(16 + 8 * exponent)
    }
}
