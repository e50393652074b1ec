/// A privacy loss on a grid, which claims at least as much loss as the mechanism has, at every epsilon.
///
/// Loss `index · step` has probability `masses[index − lowest]`, an infinite loss `infinite`. Each part of the true law
/// between two grid points is split between them so that both its P and its Q probability stay what they are. The delta of
/// the result is the true one at the grid points, and between them its chord as a function of exp(epsilon), which lies
/// above, since that function is convex. The error falls with the square of the step, where rounding losses up to the grid
/// costs a step. Composition keeps what is claimed (Zhu, Dong, Wang 2022, arXiv 2106.08567, theorem 10); probabilities may
/// add up to slightly more than 1.
///
/// Adjacency: add or remove one contributor. Doroshenko, Ghazi, Kamath, Kumar, Manurangsi 2022, "Connect the Dots: Tighter
/// Discrete Approximations of Privacy Loss Distributions", PoPETs 2022(4), arXiv 2207.04380, section 3.
struct PrivacyLossDistribution: Sendable {
    let step: Double
    let lowest: Int
    private(set) var masses: ContiguousArray<Double>
    private(set) var infinite: Double

    var highest: Int { lowest + masses.count - 1 }

    init(_ law: any LossLaw, step: Double) {
        self.step = step
        lowest = Int((law.bottom / step).rounded(.down)) - 1
        let highest = Int((law.top / step).rounded(.up)) + 1
        masses = ContiguousArray(repeating: 0, count: highest - lowest + 1)
        let ends = (low: Double(lowest) * step, high: Double(highest) * step)
        // What lies below the grid moves up to it, what lies above it counts as infinite.
        infinite = law.infinite + law.piece(above: ends.high, through: .infinity).mass
        masses[0] = law.piece(above: -.infinity, through: ends.low).mass
        spread(law)
    }

    /// Splits the part P of each interval into `upper` at its end and the rest at its start. To keep Q as well,
    /// upper · (1 − exp(−step)) = E[1 − exp(start − L)], the excess. An excess that is too large moves mass up.
    private mutating func spread(_ law: any LossLaw) {
        let share = -Real.exponentialLessOne(-step)
        for index in 0..<masses.count - 1 {
            let piece = law.piece(
                above: Double(lowest + index) * step, through: Double(lowest + index + 1) * step)
            let upper = (piece.excess / share).raised()
            masses[index + 1] += upper
            masses[index] += max(0, piece.mass - upper).raised()
        }
    }
}

extension PrivacyLossDistribution {
    /// The moments of the law tilted by exp(tilt · loss): what the saddle point is found with.
    struct Moments {
        /// ln E[exp(tilt · L)] over finite losses; right up to ``uncertainty``.
        var logarithm = 0.0
        /// The derivatives of ``logarithm``: the mean and the variance of the tilted loss.
        var mean = 0.0
        var variance = 0.0
        var uncertainty = 0.0
    }

    func moments(tilt: Double) -> Moments {
        // Weights are powers relative to the end that is heaviest, so they are at most 1 and may only vanish.
        let ratio = Real.exponential(-tilt.magnitude * step)
        var (weight, sum, first, second) = (1.0, 0.0, 0.0, 0.0)
        for offset in 0..<masses.count {
            let mass = weight * masses[tilt < 0 ? offset : masses.count - 1 - offset]
            let distance = Double(offset)
            sum += mass
            first += mass * distance
            second += mass * distance * distance
            weight *= ratio
        }
        let (mean, end) = (first / sum, Double(tilt < 0 ? lowest : highest) * step)
        return Moments(
            logarithm: Real.logarithm(sum) + tilt * end, mean: end + (tilt < 0 ? mean : -mean) * step,
            variance: max(0, second / sum - mean * mean) * step * step,
            uncertainty: (Double(4 * masses.count) + 8 * (tilt * end).magnitude + 16) * 0x1p-52)
    }
}
