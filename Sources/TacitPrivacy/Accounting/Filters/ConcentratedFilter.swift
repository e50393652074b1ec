/// A limit on rho and delta that holds even if each question is chosen after seeing all answers before.
///
/// ```swift
/// var filter = try ConcentratedFilter(proving: Epsilon("1"), Delta("1e-6"), setAside: Delta("1e-7"))
/// filter.spend(ConcentratedSpend(Rho(try Epsilon("0.05")))).isAdmitted
/// ```
///
/// Whatever is asked, everything that was admitted together is limit-rho zero-concentrated differentially private but for the
/// limit delta; ``epsilon(delta:)`` says what that means as epsilon and delta. Sums stop it, in integers.
///
/// - Unit: 10⁻¹⁵ of rho and of delta. Adjacency: add or remove one contributor of one window.
/// - Papers: Feldman, Zrnic 2021, "Individual Privacy Accounting via a Rényi Filter", NeurIPS, arXiv 2008.11193;
///   Whitehouse, Ramdas, Rogers, Wu 2023, "Fully-Adaptive Composition in Differential Privacy", ICML, arXiv 2203.05481
///   (with a delta for each spend): the sum of rhos is a valid filter, at the price of no constant at all.
public struct ConcentratedFilter: Hashable, Sendable {
    /// The most that is ever admitted.
    public let limit: ConcentratedSpend
    /// What was admitted.
    public private(set) var spent: ConcentratedSpend

    /// A filter that has admitted `spent` already; refuses one that is past its limit.
    public init(limit: ConcentratedSpend, spent: ConcentratedSpend = .zero) throws(PrivacyError) {
        guard spent.rhoUnits <= limit.rhoUnits, spent.deltaUnits <= limit.deltaUnits else {
            throw PrivacyError(
                .budgetOverflow,
                "The spent rho \(spent.rhoDescription) or delta \(spent.deltaDescription) is past the limit of "
                    + "\(limit.rhoDescription) and \(limit.deltaDescription).",
                at: "budget", remedy: "Check the ledger: a filter never admits more than its limit.")
        }
        self.limit = limit
        self.spent = spent
    }

    /// The largest filter whose whole limit proves an epsilon and a delta.
    ///
    /// `setAside` of the delta is for mechanisms that need some of their own, such as showing open cells; the rest pays for
    /// turning rho into epsilon.
    public init(
        proving epsilon: Epsilon, _ delta: Delta, setAside: Delta = .zero
    ) throws(PrivacyError) {
        let rest = Delta(unchecked: max(0, delta.units - setAside.units))
        guard let rho = Rho.most(epsilon: epsilon, delta: rest) else {
            throw PrivacyError(
                .deltaMissing, "No rho proves an epsilon of \(epsilon) with a delta of \(rest).", at: "delta",
                remedy: "Declare a delta such as 1e-8, above what is set aside.")
        }
        try self.init(limit: ConcentratedSpend(rho, setAside))
    }

    /// What may still be spent.
    public var left: ConcentratedSpend {
        // `spent` never passes `limit`, neither in `init` nor in `spend`.
        ConcentratedSpend(
            unchecked: limit.rhoUnits - spent.rhoUnits, deltaUnits: limit.deltaUnits - spent.deltaUnits)
    }

    /// Admits the amount and takes it off, or refuses and changes nothing.
    public mutating func spend(_ amount: ConcentratedSpend) -> FilterDecision<ConcentratedSpend> {
        guard let sum = spent.adding(amount), sum.rhoUnits <= limit.rhoUnits, sum.deltaUnits <= limit.deltaUnits else {
            return .refused(left: left)
        }
        spent = sum
        return .admitted(left: left)
    }

    /// What was spent so far, as the epsilon that holds but for a probability of `delta`, the delta spent included.
    public func epsilon(delta: Delta) -> Double {
        let rest = delta.units - spent.deltaUnits
        guard spent.rhoUnits > 0 else { return rest >= 0 ? 0 : .infinity }
        guard rest > 0 else { return .infinity }
        return Rho(unchecked: spent.rhoUnits).epsilon(delta: Delta(unchecked: rest))
    }
}
