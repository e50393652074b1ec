/// Running totals, one after each step, all for the price of one ``ContinualPlan``.
///
/// ```swift
/// var counter = ContinualCounter(plan)
/// let total = try counter.add(today, using: &random)     // of all days up to this one
/// ```
///
/// Adding up noisy days makes the error of a year 19 times that of a day. Here each step's noise is shared between all totals,
/// so that the error grows with the logarithm of the number of steps.
///
/// - Guarantee: rho of the plan for all totals of all counters of one figure together.
/// - Shape: `Int64` in, `Double` out (rounding is the reader's, and adds 1/12 to the variance), one entry of a figure; take a counter for each entry. Unit: that of the
///   figure. Range: totals up to 2⁵⁰; what is released beyond that is cut.
/// - Adjacency: add or remove one contributor of one step; see ``ContinualPlan``.
/// - Refused: a step past the horizon.
/// - Memory and time: two numbers and two products for each step before.
/// - Not protected: the counter itself. It holds the exact steps until the horizon, so it is kept and sealed like an open
///   window. The time a sample takes varies with the random words, so with the noise, not with the data.
public struct ContinualCounter: Sendable {
    /// What is spent, and how precise totals are.
    public let plan: ContinualPlan
    /// P(Z = k) proportional to exp(−k² / (2 sigma²)).
    private let noise: SteppedSampler
    /// The exact steps, and u: what the mechanism has released of them.
    package private(set) var steps: [Int64] = []
    package private(set) var released: [Int64] = []

    /// A counter before its first step.
    public init(_ plan: ContinualPlan) {
        self.plan = plan
        // Below 2⁶³: the plan refuses a sigma² of 2⁶² and more.
        noise = SteppedSampler(degree: 2, numerator: 1, denominator: 2 * plan.sigmaSquared)
    }

    /// A counter that goes on where another one of the same plan was; `nil` where no such counter can have been there.
    package func resuming(steps: some Collection<Int64>, released: some Collection<Int64>) -> ContinualCounter? {
        guard steps.count == released.count, steps.count <= plan.horizon else { return nil }
        var counter = self
        // With room for the next step: an array that grows leaves what it held in the memory that it gives back.
        counter.steps.reserveCapacity(steps.count + 1)
        counter.steps.append(contentsOf: steps)
        counter.released.append(contentsOf: released)
        return counter
    }

    /// Overwrites the exact steps. The counter must be the only copy, else the others keep theirs.
    package mutating func destroy() {
        for index in steps.indices { steps[index] = 0 }
    }

    /// How many steps were added.
    public var count: Int { steps.count }

    /// Adds the next step and returns the noisy total of all steps so far.
    public mutating func add<Source: NoiseSource>(_ step: Int64, using source: inout Source) throws(PrivacyError)
        -> Double
    {
        guard count < plan.horizon else {
            throw PrivacyError(
                .budgetTooSmall, "All \(plan.horizon) steps of the plan are spent.", at: "horizon",
                remedy: "Start a new plan, with a rho of its own.")
        }
        steps.append(step)
        // At most 2^14 products below 2^76: the sum fits in 128 bits.
        var spread = Int128(noise.sample(using: &source))
        for (coefficient, step) in zip(plan.factor.spread, steps.reversed()) {
            spread += Int128(coefficient) * Int128(step)
        }
        // Beyond Int64 what is released is cut: a function of u alone, which costs no privacy.
        released.append(Int64(clamping: spread))
        return zip(plan.factor.gather, released.reversed()).reduce(0) { $0 + $1.0 * Double($1.1) }
    }
}
