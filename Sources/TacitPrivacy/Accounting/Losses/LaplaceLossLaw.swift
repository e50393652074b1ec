/// The privacy loss of continuous Laplace noise: between −epsilon and epsilon, with an atom at either end.
///
/// P(L = epsilon) = 1/2, P(L = −epsilon) = exp(−epsilon)/2, and in between the density is exp(−(epsilon − l)/2) / 4:
/// Balle, Barthe, Gaboardi 2020, "Privacy Profiles and Amplification by Subsampling", JPC 10(1), theorem 3 (the profile).
/// There is no such sampler here; the law is for comparing with mechanisms of other libraries.
struct LaplaceLossLaw: LossLaw {
    let epsilon: Double

    var top: Double { epsilon }
    var bottom: Double { -epsilon }
    var infinite: Double { 0 }

    func piece(above low: Double, through high: Double) -> LossPiece {
        var piece = LossPiece.none
        for (loss, mass) in [(epsilon, 0.5), (-epsilon, 0.5 * Real.exponential(-epsilon))]
        where loss > low && loss <= high {
            piece.mass += mass
            piece.excess -= mass * Real.exponentialLessOne((low - loss).lowered())
        }
        let (from, to) = (max(low, -epsilon), min(high, epsilon))
        if from < to {
            // ∫ of the density from `from` to `to`, and of the density times 1 − exp(from − l): both free of cancellation.
            let width = (to - from).raised()
            let height = Real.exponential((from - epsilon) / 2)
            let mass = 0.5 * height * Real.exponentialLessOne(width / 2)
            let half = Real.hyperbolicSine(width / 4)
            let kept = Real.exponential(low - from)
            piece.mass += mass
            piece.excess += mass * -Real.exponentialLessOne(low - from) + kept * 2 * half * half * height
        }
        let units = 32 + epsilon
        return LossPiece(mass: piece.mass.raised(units), excess: piece.excess.raised(units))
    }
}
