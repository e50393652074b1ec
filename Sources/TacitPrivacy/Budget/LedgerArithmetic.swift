/// The sums behind the ledger: integers, checked, never rounded.
///
/// ```swift
/// if LedgerArithmetic.wouldExceed(limit: limit, spent: spent, adding: price.spend) {
///     // refuse before any noise is drawn
/// }
/// ```
///
/// Amounts of one scope add up (basic composition: Dwork, Roth 2014, theorem 3.16, page 43), also when the next question
/// depends on the last answer (Rogers, Roth, Ullman, Vadhan 2016, "Privacy Odometers and Filters", NeurIPS). Windows hold
/// disjoint contributors by definition of the unit, so each window has a scope of its own (parallel composition: McSherry
/// 2009, "Privacy Integrated Queries", SIGMOD, theorem 4).
///
/// - Unit: millionths of epsilon and 10⁻¹⁵ of delta. Adjacency: add or remove one contributor of one window.
public enum LedgerArithmetic {
    /// The amounts added up; refuses a total that does not fit.
    public static func total(_ amounts: some Sequence<PrivacySpend>) throws(PrivacyError) -> PrivacySpend {
        var total = PrivacySpend.zero
        for amount in amounts {
            guard let sum = sum(total, amount) else {
                throw PrivacyError(
                    .budgetOverflow,
                    "\(total.epsilonMillionths) + \(amount.epsilonMillionths) millionths of epsilon, or "
                        + "\(total.deltaUnits) + \(amount.deltaUnits) units of delta, is above 2^63 − 1.",
                    at: "budget", remedy: "Check the ledger: no honest history reaches such a total.")
            }
            total = sum
        }
        return total
    }

    /// Whether spending `price` on top of `spent` passes the limit, in epsilon or in delta. A sum that overflows does.
    public static func wouldExceed(limit: PrivacySpend, spent: PrivacySpend, adding price: PrivacySpend) -> Bool {
        guard let sum = sum(spent, price) else { return true }
        return sum.epsilonMillionths > limit.epsilonMillionths || sum.deltaUnits > limit.deltaUnits
    }

    private static func sum(_ left: PrivacySpend, _ right: PrivacySpend) -> PrivacySpend? {
        let (epsilon, epsilonOverflow) = left.epsilonMillionths.addingReportingOverflow(right.epsilonMillionths)
        let (delta, deltaOverflow) = left.deltaUnits.addingReportingOverflow(right.deltaUnits)
        guard !epsilonOverflow, !deltaOverflow else { return nil }
        return PrivacySpend(unchecked: epsilon, deltaUnits: delta)
    }
}
