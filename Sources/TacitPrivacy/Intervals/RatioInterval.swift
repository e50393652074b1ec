/// A mean from two noisy figures, with an interval that holds: the centered noisy sum and the noisy count.
///
/// ```swift
/// let mean = RatioInterval(
///     noisyCenteredSum: sum, sumNoise: sumNoise, noisyCount: count, countNoise: countNoise, values: seconds)
/// mean.estimate     // 2.41
/// mean.interval     // 2.28...2.55
/// ```
///
/// Both parts are noised: a noisy sum over the exact count would give the count away. The sum is of numbers less the
/// middle of their range (``Sensitivity/centeredSum(_:)``), which halves the noise, and the middle is added back here.
/// (Li, Lyu, Su, Yang 2016, "Differential Privacy: From Theory to Practice"; Bonferroni's inequality.)
///
/// **Coverage.** Each part gets an interval with half of the missing probability, so both hold together at the wanted
/// confidence, and then the ratio lies between its extremes over that box. The count's lower edge is at least 1,
/// because a mean of no records does not exist. Both ends are then clamped to the declared range: every number was
/// clamped to it, so the true mean is in there, and cutting an interval down to where the truth must be can't lose it.
///
/// - Unit: that of the value. No privacy is spent: it is computed from released figures and declared parameters.
/// - Meaning: the mean of the *bounded* contributions (clamped numbers, at most `max_per_cell` each).
public struct RatioInterval: Hashable, Sendable {
    /// The noisy mean, in the unit of the value, within the interval.
    public let estimate: Double
    /// Where the true mean lies at the wanted confidence, in the unit of the value.
    public let interval: ClosedRange<Double>

    /// The mean of one cell.
    public init(
        noisyCenteredSum: Int64, sumNoise: DiscreteLaplace, noisyCount: Int64, countNoise: DiscreteLaplace,
        values: ValueRange, confidence: Confidence = .percent95
    ) {
        let each = confidence.split(among: 2)
        let (sumHalfWidth, countHalfWidth) = (
            sumNoise.interval(confidence: each), countNoise.interval(confidence: each)
        )
        let sum = Double(noisyCenteredSum)
        let (lowSum, highSum) = (sum - Double(sumHalfWidth), sum + Double(sumHalfWidth))
        let lowCount = max(1, Double(noisyCount) - Double(countHalfWidth))
        let highCount = max(1, Double(noisyCount) + Double(countHalfWidth))
        // The extremes of s / c over the box: a negative numerator is smallest over the small count, and so on.
        let low = lowSum / (lowSum < 0 ? lowCount : highCount)
        let high = highSum / (highSum < 0 ? highCount : lowCount)

        func clamped(_ centered: Double) -> Double {
            let quanta = Double(values.middleQuanta) + centered
            return values.value(
                ofQuanta: min(max(quanta, Double(values.lowerQuanta)), Double(values.upperQuanta)))
        }
        interval = clamped(low)...clamped(high)
        estimate = min(max(clamped(sum / max(1, Double(noisyCount))), interval.lowerBound), interval.upperBound)
    }
}
