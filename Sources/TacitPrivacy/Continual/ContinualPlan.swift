/// Running totals over a fixed number of steps for one rho: what noise they need and how precise they get.
///
/// ```swift
/// let plan = try ContinualPlan(horizon: 365, sensitivity: .count(bounds), rho: Rho("0.05"))
/// var counter = ContinualCounter(plan)
/// plan.variance(at: 365)                 // of the last total
/// plan.variance(from: 335, to: 365)      // of the last thirty days
/// ```
///
/// **Guarantee.** All totals of all steps together are rho zero-concentrated differentially private, for a contributor who
/// counts in one step. Let C be the integer matrix of the factor and x the exact steps. The mechanism releases u = C·x + z,
/// where each z is a discrete Gaussian of variance parameter sigma². One contributor moves one step by a vector (one entry
/// for each cell) of squared length at most l1 · lInfinity, so it moves u by a squared length of at most
/// l1 · lInfinity · Σ c(j)², an integer; and sigma² is at least that over 2·rho, rounded up to an integer. Totals are computed
/// from u alone, so they tell nothing more, however they are rounded.
///
/// - Range: 1…16,384 steps. Refused: other horizons, and noise of a variance of 2⁶² or more.
/// - Adjacency: add or remove one contributor of one step. Who counts in n steps is protected by n² · rho.
/// - Unit: that of the figure. Paper: Canonne, Kamath, Steinke 2020, arXiv 2004.00010, theorem 14 (many entries), and those of the factor.
/// - At a horizon of 1,024 and rho 1/2 the variance is at most 10.8 for a number of contributors; a binary tree has 110.
public struct ContinualPlan: Hashable, Sendable {
    /// How many steps there are.
    public let horizon: Int
    /// How far one contributor can move one step.
    public let sensitivity: Sensitivity
    /// What all totals together spend.
    public let rho: Rho
    /// The variance parameter of the noise on each entry of u.
    package let sigmaSquared: UInt64
    package let factor: SquareRootFactor

    /// The most steps: a year of hours and more.
    public static let longestHorizon = 16_384

    /// A plan for 1…16,384 steps.
    public init(horizon: Int, sensitivity: Sensitivity, rho: Rho) throws(PrivacyError) {
        guard (1...Self.longestHorizon).contains(horizon) else {
            throw PrivacyError(
                .contributionLimitOutOfRange, "A horizon of \(horizon) steps is outside 1…16,384.", at: "horizon",
                remedy: "Declare how many windows the running figure is for, such as 365.")
        }
        try self.init(SquareRootFactor(horizon: horizon), sensitivity: sensitivity, rho: rho)
    }

    /// The same with a factor that other plans of the horizon have too.
    init(_ factor: SquareRootFactor, sensitivity: Sensitivity, rho: Rho) throws(PrivacyError) {
        // sigma² = Σ c² · l1 · lInfinity · 10^15 / (2 · rho units), rounded up. Σ c² is below 2^27 and the product of the
        // sensitivities at most 2^86, so the product with 10^15 may pass 128 bits, which is refused.
        let reach = UInt128(sensitivity.l1) * UInt128(sensitivity.lInfinity) * UInt128(factor.squaredSensitivity)
        let (scaled, overflow) = reach.multipliedReportingOverflow(by: UInt128(Rho.unitsPerOne))
        let twice = 2 * UInt128(rho.units)
        let quotient = overflow ? .max : scaled / twice + (scaled % twice == 0 ? 0 : 1)
        guard quotient < 1 << 62 else {
            throw PrivacyError(
                .sensitivityOverflow,
                "The noise for a sensitivity of \(sensitivity.l1) and a rho of \(rho) has a variance of 2^62 or more.",
                at: "rho",
                remedy: "Declare a coarser granularity, lower contribution bounds or a larger rho.")
        }
        horizon = factor.spread.count
        self.sensitivity = sensitivity
        self.rho = rho
        self.factor = factor
        sigmaSquared = UInt64(quotient)
    }

    /// The variance of the total after `step` steps, 1…horizon.
    public func variance(at step: Int) -> Double { variance(from: 0, to: step) }

    /// The variance of the difference of two totals: the steps after `start` up to `end`. From 0 nothing is subtracted.
    public func variance(from start: Int, to end: Int) -> Double {
        precondition(0 <= start && start < end && end <= horizon, "0 ≤ start < end ≤ horizon")
        let squares = (0..<end).reduce(0.0) { sum, distance in
            let place = distance - (end - start)
            let weight = factor.gather[distance] - (place >= 0 ? factor.gather[place] : 0)
            return sum + weight * weight
        }
        return Double(sigmaSquared) * squares
    }
}
