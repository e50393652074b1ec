/// All the noise of one metric's running totals: what is drawn when a window closes and what readers later compute intervals
/// from. It follows from the declared terms alone.
///
/// ```swift
/// let noise = try RunningNoise(.count, bounds: bounds, epsilon: Epsilon("1"), delta: Delta("1e-8"), k: 5, horizon: 365)
/// noise.figureInterval(from: 0, to: 30)      // half of the total's 95 % interval after thirty windows
/// noise.figureInterval(from: 23, to: 30)     // and of the last seven of them
/// ```
///
/// **Guarantee.** (epsilon, delta) for all totals of all cells, figures and contributors together, for one contributor of one
/// window. They spend rho, the largest that proves (epsilon, delta): a third is for the running number of contributors, which
/// the threshold is compared with, and two thirds for the figure; all of it where the contributors are the figure. Which
/// cells are shown follows from the noisy contributors, and differences of totals follow from totals, so both are free.
///
/// - Adjacency: add or remove one contributor of one window. Who counts in n windows of a plan is protected by n² · rho.
/// - Unit: that of the figure; contributors are added up window by window, so who is in two windows counts twice.
package struct RunningNoise: Hashable, Sendable {
    /// Of the running number of contributors.
    package let contributors: ContinualPlan
    /// Of the running figure; `nil` where the contributors are the figure.
    package let figure: ContinualPlan?
    package let k: Int64
    /// What everything spends.
    package let price: Price
    /// The noisy number of contributors from which a total is shown: k, or more than the noise of an empty cell reaches in
    /// the last window but once in 40 times.
    package let threshold: Int64

    /// The noise of a count, a sum or a number of contributors under these terms.
    package init(
        _ metric: BudgetSplit.Metric, bounds: ContributionBounds, epsilon: Epsilon, delta: Delta, k: Int, horizon: Int
    ) throws(PrivacyError) {
        guard k >= 2 else {
            throw PrivacyError(
                .thresholdOutOfRange, "k is \(k), so a figure could rest on one person alone.", at: "k",
                remedy: "Declare a k of at least 2; 5 is usual, 10 for sensitive metrics.")
        }
        price = try .running(epsilon: epsilon, delta: delta)
        let sensitivity: Sensitivity? =
            switch metric {
            case .contributors: nil
            case .count: try .count(bounds)
            case .sum: try .sum(bounds)
            case .mean, .variance, .histogram:
                throw PrivacyError(
                    .noiseMismatch, "There is no running \(metric.rawValue).", at: "type",
                    remedy: "Declare a count, a sum or contributors.")
            }
        let third = sensitivity == nil ? price.rho : try Rho(units: max(1, price.rho.units / 3))
        let people = try ContinualPlan(horizon: horizon, sensitivity: .contributors(bounds), rho: third)
        contributors = people
        if let sensitivity {
            figure = try ContinualPlan(
                people.factor, sensitivity: sensitivity, rho: Rho(units: price.rho.units - third.units))
        } else {
            figure = nil
        }
        self.k = Int64(k)
        threshold = max(Int64(k), Self.interval(people, from: 0, to: horizon) + 1)
    }

    /// How many windows there are.
    package var horizon: Int { contributors.horizon }

    /// Half of the 95 % interval of the figure's total in the windows after `start` up to `end`, rounded up; of the sum of
    /// so many cells.
    package func figureInterval(from start: Int, to end: Int, cells: Int = 1) -> Int64 {
        Self.interval(figure ?? contributors, from: start, to: end, cells: cells)
    }

    /// The same for the number of contributors.
    package func contributorsInterval(from start: Int, to end: Int) -> Int64 {
        Self.interval(contributors, from: start, to: end)
    }

    /// Whether a difference of totals is shown: like a total, by the noise that it has itself.
    package func shows(noisyContributors: Int64, from start: Int, to end: Int) -> Bool {
        noisyContributors >= max(k, contributorsInterval(from: start, to: end) + 1)
    }

    /// Totals are rounded when they are released, each by at most a half.
    private static func interval(_ plan: ContinualPlan, from start: Int, to end: Int, cells: Int = 1) -> Int64 {
        let variance = plan.variance(from: start, to: end) + (start == 0 ? 1.0 : 2.0) / 12
        let reach = Real.normalReach(miss: Confidence.percent95.miss) * (Double(cells) * variance).squareRoot()
        return Int64(reach.rounded(.up))
    }
}
