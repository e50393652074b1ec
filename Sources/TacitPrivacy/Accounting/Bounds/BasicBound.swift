/// Epsilons add up, and the largest losses are all that is known.
///
/// Dwork, Roth 2014, "The Algorithmic Foundations of Differential Privacy", theorem 3.16, page 43. Adjacency: add or remove
/// one contributor.
struct BasicBound: CompositionBound {
    let summands: Summands

    init(_ summands: Summands) { self.summands = summands }

    func epsilon(delta: Delta) -> Double {
        summands.isSetAside(within: delta) ? summands.largestLoss : .infinity
    }

    func delta(epsilon: Double) -> Double {
        epsilon >= summands.largestLoss ? summands.setAside : 1
    }
}
