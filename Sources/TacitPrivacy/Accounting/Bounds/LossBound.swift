/// Composition by laws of the privacy loss; also never above the sum of the largest losses.
///
/// Adjacency: add or remove one contributor. Where the two directions differ, each is composed with itself, because a
/// contributor is either there in all releases or in none, and the worse one counts.
struct LossBound: CompositionBound {
    private let summands: Summands
    private let directions: [LossDirection]

    init(_ summands: Summands) {
        self.summands = summands
        directions = summands.all.allSatisfy(\.mechanism.isSymmetric) ? [.removal] : LossDirection.allCases
    }

    func epsilon(delta: Delta) -> Double {
        let basic = BasicBound(summands).epsilon(delta: delta)
        guard summands.count == 1 || delta > .zero else { return basic }
        let epsilon = directions.reduce(0) { worst, direction in
            guard worst.isFinite else { return worst }
            if let law = single(direction) { return max(worst, law.epsilon(delta: delta.lower)) }
            return max(worst, composed(direction, delta: delta))
        }
        return min(basic, epsilon)
    }

    /// The estimate that the grid's step follows from may be too large; the step is then suited to the answer.
    private func composed(_ direction: LossDirection, delta: Delta) -> Double {
        var estimate = GridStep.Estimate(of: summands, delta: delta.lower)
        while true {
            let step = GridStep.suited(to: summands, estimate, direction: direction)
            let epsilon = answer(direction, step: step) {
                $0.epsilon(delta: delta.lower)
            } orAtMost: {
                $0.epsilon(delta: delta)
            }
            guard epsilon < estimate.epsilon / 2, epsilon > GridStep.Estimate.least else { return epsilon }
            estimate.epsilon = epsilon
        }
    }

    func delta(epsilon: Double) -> Double {
        let basic = BasicBound(summands).delta(epsilon: epsilon)
        let delta = directions.reduce(0) { worst, direction in
            if let law = single(direction) { return max(worst, law.delta(epsilon: epsilon)) }
            let step = GridStep.suited(
                to: summands, GridStep.Estimate(of: summands, epsilon: epsilon), direction: direction)
            return max(
                worst,
                answer(direction, step: step) {
                    $0.delta(epsilon: epsilon)
                } orAtMost: {
                    $0.delta(epsilon: epsilon)
                })
        }
        return min(basic, delta)
    }

    /// The law itself where there is one draw only: nothing is composed, so nothing needs a grid.
    private func single(_ direction: LossDirection) -> (any LossLaw)? {
        summands.count == 1 ? summands.all.first?.mechanism.law(direction) : nil
    }

    /// The answer of a composition. Where the wanted grid has too many points a coarser one is taken, and then the other
    /// bounds may prove less loss; all are valid, so the least is.
    private func answer(
        _ direction: LossDirection, step wanted: Double, _ ask: (LossComposition) -> Double?,
        orAtMost askOther: (any CompositionBound) -> Double
    ) -> Double {
        let laws = summands.all.map { (law: $0.mechanism.law(direction), count: $0.count) }
        var step = wanted
        while true {
            let parts = laws.map {
                LossComposition.Part(law: PrivacyLossDistribution($0.law, step: step), count: $0.count)
            }
            if let answer = ask(LossComposition(parts, step: step)) {
                guard step > wanted else { return answer }
                return min(
                    answer, askOther(AdvancedBound(summands)), askOther(RenyiBound(summands)),
                    askOther(ConcentratedBound(summands)))
            }
            step *= 2
        }
    }
}
