/// A privacy loss that takes finitely many values: randomized response, thresholds, noise on few integers.
struct AtomicLossLaw: LossLaw {
    struct Atom {
        /// Never below the true loss.
        var loss: Double
        /// Its probability; never below the truth.
        var mass: Double
    }

    /// From the largest loss down.
    let atoms: [Atom]
    let infinite: Double
    let lattice: Double?

    var top: Double { atoms.first?.loss ?? 0 }
    var bottom: Double { atoms.last?.loss ?? 0 }

    init(_ atoms: some Sequence<Atom>, infinite: Double = 0, lattice: Double? = nil) {
        self.atoms = atoms.filter { $0.mass > 0 }.sorted { $0.loss > $1.loss }
        self.infinite = infinite
        self.lattice = lattice
    }

    func piece(above low: Double, through high: Double) -> LossPiece {
        var piece = LossPiece.none
        var index = firstIndex(through: high)
        while index < atoms.count, atoms[index].loss > low {
            let atom = atoms[index]
            piece.mass += atom.mass
            piece.excess -= atom.mass * Real.exponentialLessOne((low - atom.loss).lowered())
            index += 1
        }
        // Sums of positive terms err by a unit for each of them at most.
        let units = Double(index) + 8
        return LossPiece(mass: piece.mass.raised(units), excess: piece.excess.raised(units))
    }

    /// The first atom with a loss of at most `high`.
    private func firstIndex(through high: Double) -> Int {
        var (start, end) = (0, atoms.count)
        while start < end {
            let middle = (start + end) / 2
            if atoms[middle].loss > high { start = middle + 1 } else { end = middle }
        }
        return start
    }
}

extension AtomicLossLaw {
    /// The worst law of any (epsilon, delta) mechanism.
    ///
    /// Kairouz, Oh, Viswanath 2015, "The Composition Theorem for Differential Privacy", ICML, arXiv 1311.0776, section 3:
    /// every such mechanism is a post-processing of this randomized response.
    static func approximate(epsilon: Double, delta: Double) -> AtomicLossLaw {
        let share = 1 / (1 + Real.exponential(-epsilon))
        let rest = (1 - delta).raised()
        return AtomicLossLaw(
            [
                Atom(loss: epsilon, mass: (rest * share).raised()),
                Atom(loss: -epsilon.lowered(), mass: (rest * share * Real.exponential(-epsilon)).raised(8 + epsilon)),
            ], infinite: delta)
    }

    /// k-ary randomized response: the true answer with probability `truth`, each of the others with `other`.
    ///
    /// Adjacency: another answer of the one contributor (replace one), which is the unit of local noise.
    static func response(truth: Double, other: Double, choices: Int) -> AtomicLossLaw {
        let loss = Real.logarithm(truth / other)
        return AtomicLossLaw([
            Atom(loss: loss.raised(), mass: truth), Atom(loss: 0, mass: Double(choices - 2) * other),
            Atom(loss: -loss.lowered(), mass: other),
        ])
    }

    /// Discrete Gaussian noise of a scale for which adding up the law integer by integer is cheap.
    ///
    /// The loss of the outcome k is shift · (2k − shift) / (2 sigma²) for k drawn around the shift. Outcomes beyond 14 sigma,
    /// a share below 10⁻⁴³, count as infinite losses on one side and as the smallest loss on the other.
    static func discreteGaussian(sigma: Double, shift: Int64) -> AtomicLossLaw {
        let reach = Int64((14 * sigma).rounded(.up)) + 1
        let weights = (-reach...reach).map { Real.exponential(-0.5 * (Double($0) / sigma) * (Double($0) / sigma)) }
        let total = weights.reduce(0, +).lowered(Double(weights.count))
        let scale = Double(shift) / (2 * sigma * sigma)
        return AtomicLossLaw(
            zip(-reach...reach, weights).map { offset, weight in
                Atom(
                    loss: (scale * Double(2 * offset + shift)).raised(8),
                    mass: (weight / total).raised(128))
            }, infinite: 1e-43, lattice: shift.isMultiple(of: 2) ? 2 * scale : scale)
    }
}
