/// The step of the grid that laws of losses are put on: as coarse as 0.002 % of epsilon allows.
///
/// Splitting a loss between grid points raises the logarithm of its moment of order λ by λ(λ + 1)·step²/12 on average, and
/// epsilon by that over λ for each draw, where λ is the tilt that decides. No draw is raised by more than one step, so
/// step of that share of epsilon for each draw is fine enough in any case. The step is a choice of precision: any step
/// proves a valid bound.
enum GridStep {
    private static let precision = 2e-5

    /// About what the answer will be, from Rényi divergences.
    struct Estimate {
        /// Below this an epsilon is as good as 0.
        static let least = 1e-6

        var epsilon: Double
        let tilt: Double

        /// For a question about the epsilon of a delta.
        init(of summands: Summands, delta: Double) {
            let setAside = summands.setAside
            let best = Self.loss(of: summands).best(delta: delta > setAside ? delta - setAside : delta)
            epsilon = min(max(best.epsilon, Self.least), summands.largestLoss)
            tilt = best.order - 1
        }

        /// For a question about the delta of an epsilon. A relative error of delta is tilt times the error of epsilon, so
        /// more precision is wanted the larger the tilt is.
        init(of summands: Summands, epsilon: Double) {
            let best = Self.loss(of: summands).divergences.min {
                $0.delta(epsilon: epsilon) < $1.delta(epsilon: epsilon)
            }
            tilt = (best?.order ?? 2) - 1
            self.epsilon = min(max(epsilon, 1 / (1 + tilt)) / (1 + tilt), summands.largestLoss) / 2
        }

        private static func loss(of summands: Summands) -> RenyiLoss {
            RenyiLoss(
                divergences: RenyiBound.orders.map { order in
                    RenyiLoss.Divergence(order: order, value: summands.total { $0.renyiDivergence(order: order) })
                })
        }
    }

    static func suited(to summands: Summands, _ estimate: Estimate, direction: LossDirection) -> Double {
        let (count, epsilon) = (Double(summands.count), estimate.epsilon)
        let finest = precision * epsilon / count
        let wanted = max(finest, (12 * finest / (estimate.tilt + 1)).squareRoot())
        let laws = summands.all.map { (law: $0.mechanism.law(direction), mechanism: $0.mechanism, count: $0.count) }
        let range = laws.reduce(0) { max($0, $1.law.top - $1.law.bottom) }
        let step = max(wanted, range / Double(LossComposition.mostPoints))
        // The heaviest law is put on the grid itself, so that nothing is lost where it decides: all its losses, or the largest.
        let units = laws.compactMap { law, mechanism, count -> (unit: Double, weight: Double)? in
            let lattice = law.lattice.flatMap { $0 >= step ? $0 : nil }
            guard let unit = lattice ?? (mechanism.largestLoss.isFinite ? law.top : nil) else { return nil }
            return (unit, min(law.top, epsilon) * Double(count))
        }
        guard let heaviest = units.max(by: { $0.weight < $1.weight }) else { return step }
        return heaviest.unit / (heaviest.unit / step).rounded(.up)
    }
}
