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
        Rho(unchecked: ([contributors] + values).reduce(0) { $0 + Rho($1).units })
    }

    init(contributors: Epsilon, values: [Epsilon], delta: Delta) {
        self.contributors = contributors
        self.values = values
        self.delta = delta
    }
}

extension Price: CustomStringConvertible {
    public var description: String {
        guard !values.isEmpty else { return "\(epsilon) for the contributors" }
        let parts = values.map(\.description).joined(separator: " + ")
        return "\(epsilon) = \(contributors) for the contributors + \(parts) for the value"
    }
}
