/// A limit on epsilon and delta that holds even if each question is chosen after seeing all answers before.
///
/// ```swift
/// var filter = try PrivacyFilter(limit: PrivacySpend(Epsilon("1"), Delta("1e-6")))
/// switch filter.spend(price.spend) {
/// case .admitted: …                        // draw the noise
/// case .refused(let left): print("only \(left.epsilonDescription) is left")
/// }
/// ```
///
/// Whatever is asked, everything that was admitted together is (limit epsilon, limit delta)-differentially private: the sums
/// of epsilons and deltas stop it, in integers.
///
/// - Unit: millionths of epsilon and 10⁻¹⁵ of delta. Adjacency: add or remove one contributor of one window.
/// - Paper: Rogers, Roth, Ullman, Vadhan 2016, "Privacy Odometers and Filters: Pay-as-you-Go Composition", NeurIPS,
///   arXiv 1605.08294 (basic composition is a valid filter).
public struct PrivacyFilter: Hashable, Sendable {
    /// The most that is ever admitted.
    public let limit: PrivacySpend
    /// What was admitted.
    public private(set) var spent: PrivacySpend

    /// A filter that has admitted `spent` already; refuses one that is past its limit.
    public init(limit: PrivacySpend, spent: PrivacySpend = .zero) throws(PrivacyError) {
        guard !LedgerArithmetic.wouldExceed(limit: limit, spent: spent, adding: .zero) else {
            throw PrivacyError(
                .budgetOverflow,
                "The spent epsilon \(spent.epsilonDescription) or delta \(spent.deltaDescription) is past the limit "
                    + "of \(limit.epsilonDescription) and \(limit.deltaDescription).",
                at: "budget", remedy: "Check the ledger: a filter never admits more than its limit.")
        }
        self.limit = limit
        self.spent = spent
    }

    /// What may still be spent.
    public var left: PrivacySpend {
        // `spent` never passes `limit`, neither in `init` nor in `spend`.
        PrivacySpend(
            unchecked: limit.epsilonMillionths - spent.epsilonMillionths,
            deltaUnits: limit.deltaUnits - spent.deltaUnits)
    }

    /// Admits the amount and takes it off, or refuses and changes nothing.
    public mutating func spend(_ amount: PrivacySpend) -> FilterDecision<PrivacySpend> {
        guard !LedgerArithmetic.wouldExceed(limit: limit, spent: spent, adding: amount) else {
            return .refused(left: left)
        }
        spent = PrivacySpend(
            unchecked: spent.epsilonMillionths + amount.epsilonMillionths,
            deltaUnits: spent.deltaUnits + amount.deltaUnits)
        return .admitted(left: left)
    }
}
