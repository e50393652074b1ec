/// The privacy loss of Gaussian noise and its kin, where the loss grows with the outcome.
///
/// Outcomes are in units of sigma (of integers for the discrete Gaussian). An interval of losses is one of outcomes, and its
/// share of P and of Q a difference of tails.
struct GaussianLossLaw: LossLaw {
    enum Noise {
        /// Continuous, one contributor moves the figure by `shift` sigma: P = N(shift, 1), Q = N(0, 1).
        case continuous(shift: Double)
        /// On the integers, sigma 1,024 or more: P around `shift`, Q around 0.
        case discrete(sigma: Double, shift: Double)
        /// The contributor is in the sample with some probability: P = the mixture, Q = N(0, 1).
        case sampled(probability: Double, shift: Double)
        /// The same the other way around: P = N(0, 1), Q = the mixture, outcomes counted downwards.
        case unsampled(probability: Double, shift: Double)
    }

    let noise: Noise
    var infinite: Double { 0 }

    /// How many sigma of P are looked at: the tail beyond 14 is 7.8 · 10⁻⁴⁵, the one beyond 10 is 7.7 · 10⁻²⁴.
    private static let reach = (up: 14.0, down: 10.0)

    var top: Double {
        switch noise {
        case .continuous(let shift): loss(at: shift + Self.reach.up)
        case .discrete(let sigma, let shift): loss(at: shift + Self.reach.up * sigma)
        case .sampled(_, let shift): loss(at: shift + Self.reach.up)
        case .unsampled(let probability, _): -Real.logarithmOfOnePlus(-probability)
        }
    }

    var bottom: Double {
        switch noise {
        case .continuous(let shift): loss(at: shift - Self.reach.down)
        case .discrete(let sigma, let shift): loss(at: shift - Self.reach.down * sigma)
        case .sampled(let probability, _): Real.logarithmOfOnePlus(-probability)
        case .unsampled: loss(at: -Self.reach.down)
        }
    }

    func piece(above low: Double, through high: Double) -> LossPiece {
        let (start, end) = (outcome(atLoss: low), outcome(atLoss: high))
        let (present, absent) = (self.present(start, end), self.absent(start, end))
        let factor = Real.exponential(low)
        // Each tail is off by a relative (z² + some) · 2⁻⁵², because its argument is; the factor by |low| · 2⁻⁵².
        let z = (min(start.magnitude, end.magnitude) + shift) / unit
        let units = 64 + 4 * z * z + 2 * (low.isFinite ? low.magnitude : 0)
        let error = units * 0x1p-52 * (present.scale + (factor > 0 ? factor * absent.scale : 0))
        guard present.scale > 0 else { return .none }
        let excess = factor > 0 ? present.mass - factor * absent.mass : present.mass
        return LossPiece(mass: present.mass + error, excess: max(0, excess) + error)
    }

    private var unit: Double {
        if case .discrete(let sigma, _) = noise { sigma } else { 1 }
    }

    private var shift: Double {
        switch noise {
        case .continuous(let shift), .discrete(_, let shift), .sampled(_, let shift), .unsampled(_, let shift): shift
        }
    }

    private func present(_ start: Double, _ end: Double) -> GaussianSpan {
        switch noise {
        case .continuous(let shift): GaussianSpan(standard: start - shift, end - shift)
        case .discrete(let sigma, let shift): GaussianSpan(integersFrom: start - shift, to: end - shift, sigma: sigma)
        case .sampled(let probability, let shift): mixture(start, end, probability, shift)
        case .unsampled: GaussianSpan(standard: start, end)
        }
    }

    private func absent(_ start: Double, _ end: Double) -> GaussianSpan {
        switch noise {
        case .continuous, .sampled: GaussianSpan(standard: start, end)
        case .discrete(let sigma, _): GaussianSpan(integersFrom: start, to: end, sigma: sigma)
        case .unsampled(let probability, let shift): mixture(start, end, probability, -shift)
        }
    }

    private func mixture(_ start: Double, _ end: Double, _ probability: Double, _ shift: Double) -> GaussianSpan {
        let (out, within) = (GaussianSpan(standard: start, end), GaussianSpan(standard: start - shift, end - shift))
        return GaussianSpan(
            mass: (1 - probability) * out.mass + probability * within.mass,
            scale: (1 - probability) * out.scale + probability * within.scale)
    }

    private func loss(at outcome: Double) -> Double {
        switch noise {
        case .continuous(let shift): shift * (outcome - shift / 2)
        case .discrete(let sigma, let shift): shift * (outcome - shift / 2) / (sigma * sigma)
        case .sampled(let probability, let shift):
            Real.logarithmOfOnePlus(probability * Real.exponentialLessOne(shift * (outcome - shift / 2)))
        case .unsampled(let probability, let shift):
            -Real.logarithmOfOnePlus(probability * Real.exponentialLessOne(shift * (-outcome - shift / 2)))
        }
    }

    /// The outcome above which the loss is above `loss`. The discrete one lies halfway between two integers.
    private func outcome(atLoss loss: Double) -> Double {
        guard loss.isFinite else { return loss }
        switch noise {
        case .continuous(let shift):
            return loss / shift + shift / 2
        case .discrete(let sigma, let shift):
            return (loss * sigma * sigma / shift + shift / 2).rounded(.down) + 0.5
        case .sampled(let probability, let shift):
            let odds = 1 + Real.exponentialLessOne(loss) / probability
            return odds > 0 ? Real.logarithm(odds) / shift + shift / 2 : -.infinity
        case .unsampled(let probability, let shift):
            let odds = 1 + Real.exponentialLessOne(-loss) / probability
            return odds > 0 ? -(Real.logarithm(odds) / shift + shift / 2) : .infinity
        }
    }
}
