/// How a metric's epsilon is divided among what it shows: always the same way, in integers, with nothing lost.
///
/// ```swift
/// let price = try BudgetSplit.price(of: .count, epsilon: Epsilon("1"), delta: .zero)
/// price.contributors       // 0.333333
/// price.values             // [0.666667]
/// ```
///
/// One third goes to the number of contributors and two thirds to the value. The error of each figure is inversely
/// proportional to its part. The value is what is read and drawn, so it gets more; the number of contributors is mostly
/// compared with a threshold, but its noise sets how many contributors an open cell needs (about 1/epsilon · ln(1/delta)),
/// so it can't be starved: a third keeps that within 3 times of what the whole would give, and costs the value a
/// factor of 1.5. A mean divides the value's part evenly between sum and count, because the relative errors of the two add
/// up in the quotient; a variance does so with its three. Millionths that don't divide go to the value, and there to the
/// first part.
///
/// - Unit: millionths of epsilon. Adjacency: add or remove one contributor of one window.
public enum BudgetSplit {
    /// What a metric shows.
    public enum Metric: String, Hashable, Sendable, CaseIterable {
        /// The number of contributors is the figure: it gets the whole.
        case contributors
        case count
        case sum
        /// A sum and a count.
        case mean
        /// A sum of squares, a sum and a count.
        case variance
        case histogram
    }

    /// The parts of `epsilon` for a metric.
    public static func price(of metric: Metric, epsilon: Epsilon, delta: Delta) throws(PrivacyError) -> Price {
        let figures: Int64 =
            switch metric {
            case .contributors: 0
            case .count, .sum, .histogram: 1
            case .mean: 2
            case .variance: 3
            }
        let parts = figures + 1
        guard epsilon.millionths >= 3 * figures else {
            throw PrivacyError(
                .budgetTooSmall, "An epsilon of \(epsilon) can't be divided into \(parts) parts of whole millionths.",
                at: "epsilon", remedy: "Declare an epsilon of at least 0.000009.")
        }
        guard parts > 1 else { return Price(contributors: epsilon, values: [], delta: delta) }
        let contributors = epsilon.millionths / 3
        let value = epsilon.millionths - contributors
        let each = value / figures
        let values = [value - each * (figures - 1)] + Array(repeating: each, count: Int(figures - 1))
        return Price(
            contributors: Epsilon(unchecked: contributors), values: values.map(Epsilon.init(unchecked:)), delta: delta)
    }
}
