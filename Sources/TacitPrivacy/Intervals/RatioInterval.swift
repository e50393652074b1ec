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
/// (Li, Lyu, Su, Yang 2016, "Differential Privacy: From Theory to Practice".)
///
/// **Coverage.** For the true mean m, noisy sum − m · noisy count is a difference of two noises, whatever the data. The
/// interval is all m for which that difference is within its quantile, so it holds as often as it says with many records
/// and with few (Fieller 1954). Then it is cut to the declared range, in which every true mean lies.
///
/// - Adjacency: none of its own; that of the noise it is given, add or remove one contributor.
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
        let middle = Double(values.middleQuanta)
        let (sumScale, countScale) = (sumNoise.scale, countNoise.scale)
        let centered = LinearInterval(
            level: Double(noisyCenteredSum), slope: Double(noisyCount),
            range: Double(values.lowerQuanta) - middle...Double(values.upperQuanta) - middle
        ) { LaplaceSum([sumScale, abs($0) * countScale]) }
        .solve(confidence: confidence)
        estimate = values.value(ofQuanta: middle + centered.estimate)
        let low = values.value(ofQuanta: middle + centered.interval.lowerBound)
        interval = low...values.value(ofQuanta: middle + centered.interval.upperBound)
    }
}
