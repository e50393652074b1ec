/// What one metric spends when one window closes: everything that it shows has its part here.
///
/// ```swift
/// let price = try BudgetSplit.price(of: .mean, epsilon: Epsilon("0.9"), delta: Delta("1e-8"))
/// price.contributors       // 0.3, for the noisy number of contributors
/// price.values             // [0.3, 0.3], for the sum and the count
/// price.epsilon            // 0.9, the sum of the parts to the millionth
/// ```
///
/// The guarantee of the whole is the sum of the parts (basic composition: Dwork, Roth 2014, theorem 3.16, page 43).
/// Adjacency: add or remove one contributor of one window.
public struct Price: Hashable, Sendable {
    /// The part for the noisy number of contributors, which the threshold is compared with.
    public let contributors: Epsilon
    /// The parts for the values, in the order sum, count for a mean; empty where the contributors are the figure.
    public let values: [Epsilon]
    /// The probability that an open cell of one contributor is shown; zero for closed dimensions.
    public let delta: Delta

    /// The whole epsilon: the parts added up exactly.
    public var epsilon: Epsilon {
        // `BudgetSplit` makes the parts from a whole that is in range, and nobody else can make a price.
        Epsilon(unchecked: values.reduce(contributors.millionths) { $0 + $1.millionths })
    }

    /// What the ledger is charged.
    public var spend: PrivacySpend { PrivacySpend(epsilon, delta) }

    /// What the ledger is charged where it adds up rhos: ε²/2 of each part.
    public var rho: Rho {
        // Every part is at most 100, and there are at most four: the sum fits.
        proving ?? Rho(unchecked: ([contributors] + values).reduce(0) { $0 + Rho($1).units })
    }

    /// For running totals, the rho that proves epsilon and delta: nothing is divided into epsilons.
    package let proving: Rho?

    init(contributors: Epsilon, values: [Epsilon], delta: Delta, proving: Rho? = nil) {
        self.contributors = contributors
        self.values = values
        self.delta = delta
        self.proving = proving
    }

    /// What all running totals cost one contributor of one window: the largest rho that proves epsilon and delta.
    package static func running(epsilon: Epsilon, delta: Delta) throws(PrivacyError) -> Price {
        guard delta > .zero else {
            throw PrivacyError(
                .deltaMissing, "Gaussian noise needs a delta above 0.", at: "delta",
                remedy: "Declare a delta such as 1e-8.")
        }
        // Two parts at least.
        guard let rho = Rho.most(epsilon: epsilon, delta: delta), rho.units > 1 else {
            throw PrivacyError(
                .budgetTooSmall, "No rho proves an epsilon of \(epsilon) with a delta of \(delta).", at: "epsilon",
                remedy: "Declare a larger epsilon or delta.")
        }
        return Price(contributors: epsilon, values: [], delta: delta, proving: rho)
    }
}

extension Price: CustomStringConvertible {
    public var description: String {
        if let proving { return "\(epsilon) and \(delta), proven by rho \(proving), for all totals together" }
        guard !values.isEmpty else { return "\(epsilon) for the contributors" }
        let parts = values.map(\.description).joined(separator: " + ")
        return "\(epsilon) = \(contributors) for the contributors + \(parts) for the value"
    }
}
