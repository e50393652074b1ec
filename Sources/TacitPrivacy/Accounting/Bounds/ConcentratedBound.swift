/// Rhos add up: Bun, Steinke 2016, arXiv 1605.02065, lemma 1.7. Adjacency: add or remove one contributor.
struct ConcentratedBound: CompositionBound {
    private let summands: Summands
    private let loss: ConcentratedLoss

    init(_ summands: Summands) {
        self.summands = summands
        loss = ConcentratedLoss(rho: summands.total { $0.rho })
    }

    func epsilon(delta: Delta) -> Double {
        let rest = summands.remaining(of: delta)
        return rest > 0 ? loss.epsilon(delta: rest) : .infinity
    }

    func delta(epsilon: Double) -> Double { summands.whole(loss.delta(epsilon: epsilon)) }
}
