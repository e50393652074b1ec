/// Which cells of an open dimension are shown, by the number of contributors alone: the best rule there is.
///
/// ```swift
/// let selection = try PartitionSelection(epsilon: Epsilon("0.5"), delta: Delta("1e-8"), bounds: bounds)
/// var random = SecureRandom()
/// let shown = cells.filter { selection.shows(contributors: $0.contributors, using: &random) }
/// ```
///
/// A cell without contributors is never shown. Of all rules with the same guarantee this one shows each cell with the
/// largest probability, from 2 to 3 times as many rare cells as a noisy threshold (``CellThreshold``). Only *that* a cell
/// exists is said: a figure in it needs noise of its own.
///
/// **Guarantee.** (epsilon, delta) for the set of shown cells, for adding or removing one contributor who is in at most
/// `maxCells` cells.
///
/// **Proof.** A cell of n contributors is shown with probability p(n): p(0) = 0 and, with e = epsilon / maxCells and
/// d = 1 − (1 − delta)^(1 / maxCells), p(n) = min(exp(e) p(n − 1) + d, 1 − exp(−e) (1 − p(n − 1) − d), 1). That is the
/// largest number for which both P(shown) and P(hidden) with n contributors are within exp(e) and d of those with n − 1;
/// the other direction holds because p doesn't fall. Each of the contributor's cells is decided by itself, so all
/// together they are (maxCells · e, 1 − (1 − d)^maxCells)-private.
///
/// **Exactness.** The numbers p(n) are kept as whole parts of 2⁻¹²⁸. Each is computed from the kept one before, with a
/// lower bound of exp(e), an upper bound of exp(−e) and a d that is rounded down, and is then rounded down itself. A
/// smaller p(n) meets both conditions as well, so they hold for the very numbers that decisions are made with. A decision
/// compares 64 uniform digits, and 64 more on a tie.
///
/// - Shape: a number of contributors in, shown or not out. Unit: contributors. Adjacency: add or remove one contributor.
/// - Sensitivity: 1 in at most `maxCells` cells, from the bounds.
/// - Refused: delta 0; a k below 2; an epsilon so small that a cell would need 65,536 contributors to be shown for sure.
/// - Paper: Desfontaines, Voss, Gipson, Mandayam 2022, "Differentially private partition selection", PoPETs 2022(1),
///   339–352, theorem 1 (the rule and that it is the best), section 4 (several cells), section 5 (with a k).
/// - Not protected: the time of a decision doesn't depend on the number of contributors, but that of the loop around it
///   says how many cells there were before the decision.
public struct PartitionSelection: Hashable, Sendable {
    /// What showing the cells spends.
    public let epsilon: Epsilon
    /// The probability with which the guarantee may fail.
    public let delta: Delta
    /// The cells that one contributor touches at most.
    public let maxCells: Int
    /// Cells of fewer contributors are never shown; 1 where no k was declared.
    public let k: Int64
    /// p(1), p(2), … up to the last one below 1.
    private let probabilities: [DyadicProbability]

    /// The rule for cells of these bounds; with a `k`, cells of fewer contributors are hidden, and the rule counts from there.
    public init(
        epsilon: Epsilon, delta: Delta, bounds: ContributionBounds, k: Int? = nil
    ) throws(PrivacyError) {
        guard delta > .zero else {
            throw PrivacyError(
                .deltaMissing, "An open dimension shows or hides cells by chance, and delta is 0.", at: "delta",
                remedy: "Declare a delta such as 1e-8, or close the dimension by declaring its values.")
        }
        if let k, k < 2 {
            throw PrivacyError(
                .thresholdOutOfRange, "k is \(k), so a figure could rest on one person alone.", at: "k",
                remedy: "Declare a k of at least 2; 5 is usual, 10 for sensitive metrics.")
        }
        self.epsilon = epsilon
        self.delta = delta
        maxCells = bounds.maxCells
        self.k = Int64(k ?? 1)
        probabilities = try Self.probabilities(epsilon: epsilon, delta: delta, maxCells: bounds.maxCells)
    }

    /// Whether a cell of so many contributors is shown this time.
    @specialized(where Source == SecureRandom)
    public func shows<Source: NoiseSource>(contributors: Int64, using source: inout Source) -> Bool {
        let place = contributors < k ? -1 : contributors - k
        guard place >= 0, place < probabilities.count else {
            // Takes as long as the others.
            _ = source.next()
            return place >= 0
        }
        return probabilities[Int(place)].decide(using: &source)
    }

    /// The probability with which a cell of so many contributors is shown.
    public func probability(contributors: Int64) -> Double {
        guard contributors >= k else { return 0 }
        let place = contributors - k
        return place < probabilities.count ? probabilities[Int(place)].approximation : 1
    }

    /// The probability with which the rule of any real epsilon and delta would show a cell, for planning and comparison.
    ///
    /// ```swift
    /// PartitionSelection.probability(contributors: 12, epsilon: 1, delta: 1e-5)      // 0.760…
    /// ```
    ///
    /// Right to twelve digits. Decisions are made with the exact parts of a rule, never with this number.
    ///
    /// - Parameters:
    ///   - contributors: the contributors of the cell.
    ///   - epsilon: above 0, for all cells of one contributor together.
    ///   - delta: 0…1, likewise.
    ///   - maxCells: the cells that one contributor touches at most.
    public static func probability(
        contributors: Int64, epsilon: Double, delta: Double, maxCells: Int = 1
    ) -> Double {
        precondition(epsilon > 0 && (0...1).contains(delta) && maxCells > 0, "A rule has an epsilon and a delta")
        let (rise, fall) = (epsilon / Double(maxCells), Real.exponential(-epsilon / Double(maxCells)))
        let step = -Real.exponentialLessOne(Real.logarithmOfOnePlus(-delta) / Double(maxCells))
        guard contributors > 0, step > 0 else { return 0 }
        var (shown, place) = (0.0, Int64(0))
        while place < contributors, shown < 1 {
            // exp(e) p + d, and 1 − exp(−e) (1 − p − d), without losing the digits of what is left to 1.
            let grown = shown + shown * Real.exponentialLessOne(rise) + step
            let hidden = fall * max(0, 1 - shown - step)
            shown = min(grown, 1 - hidden, 1)
            place += 1
        }
        return shown
    }

    /// The smallest number of contributors that is always shown.
    public var surelyShown: Int64 { Int64(probabilities.count) + k }

    /// The probability in parts of 2⁻¹²⁸, as decisions are made with it.
    package func parts(contributors: Int64) -> Natural {
        guard contributors >= k else { return Natural(0 as UInt64) }
        let place = contributors - k
        return place < probabilities.count ? probabilities[Int(place)].parts : DyadicProbability.one
    }
}
