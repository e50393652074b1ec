/// The law of the privacy loss of one release, L = ln(P(outcome) / Q(outcome)) for an outcome drawn from P.
///
/// P and Q are the two laws of the release that are hardest to keep apart, with the contributor and without. All that an
/// accountant asks of a mechanism is how much of P has a loss in an interval, and what that part adds to delta.
///
/// Adjacency: add or remove one contributor; a mechanism has one law for each ``LossDirection``.
/// Sommer, Meiser, Mohammadi 2019, "Privacy Loss Classes", PoPETs 2019(2), 245–269 (the loss as a random variable);
/// Zhu, Dong, Wang 2022, "Optimal Accounting of Differential Privacy via Characteristic Function", AISTATS,
/// arXiv 2106.08567, definition 7 and theorem 10 (a pair that is at least as bad for every epsilon composes).
protocol LossLaw: Sendable {
    /// No finite loss is larger, but for a share of P below 10⁻⁴³.
    var top: Double { get }
    /// No loss is smaller, but for a share of P below 10⁻²².
    var bottom: Double { get }
    /// The probability of outcomes that Q can't have; never below the truth.
    var infinite: Double { get }

    /// A loss that all losses are whole multiples of, where there is one: on such a grid the law needs no splitting.
    var lattice: Double? { get }

    /// The part of P with a finite loss above `low` and at most `high`.
    ///
    /// Intervals that touch give parts that together hold everything: what lies on the border is in exactly one.
    func piece(above low: Double, through high: Double) -> LossPiece
}

extension LossLaw {
    var lattice: Double? { nil }

    /// The smallest delta that goes with an epsilon: E[max(0, 1 − exp(epsilon − L))]. Never below the truth.
    ///
    /// Balle, Wang 2018, "Improving the Gaussian Mechanism for Differential Privacy", ICML, theorem 5.
    func delta(epsilon: Double) -> Double {
        min(1, (infinite + piece(above: epsilon, through: .infinity).excess).raised())
    }

    /// The smallest epsilon of at least 0 that goes with a delta; infinite if there is none. Never below the truth.
    func epsilon(delta target: Double) -> Double {
        guard delta(epsilon: 0) > target else { return 0 }
        var (low, high) = (0.0, max(top, 0))
        while delta(epsilon: high) > target {
            (low, high) = (high, high * 2 + 1)
            guard high < 1e9 else { return .infinity }
        }
        // Bisection down to two neighbouring numbers, of which the larger one holds.
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return high }
            if delta(epsilon: middle) > target { low = middle } else { high = middle }
        }
    }
}
