/// A variance from three noisy figures, with an interval that holds: count, centered sum and sum of centered squares.
///
/// ```swift
/// let variance = VarianceInterval(
///     noisyCount: count, countNoise: countNoise, noisyCenteredSum: sum, sumNoise: sumNoise,
///     noisyCenteredSquares: squares, squaresNoise: squaresNoise, values: seconds)
/// variance.estimate     // in squared seconds
/// ```
///
/// **Coverage.** With the mean m and the variance v, squares − (v − m²) · count − 2 m · sum moves with the noises alone,
/// with weights 1, v − m² and 2 m, but for products of two noises over the count. The interval is all v for which it is
/// within its quantile; the products' size is added to it, so that it holds from a noisy count of ten times the count's
/// noise scale on. Below that the interval is the whole range, 0 up to the squared half of the width (Popoviciu 1935).
///
/// - Adjacency: none of its own; that of the noise it is given, add or remove one contributor.
/// - Unit: that of the value, squared. No privacy is spent: it is computed from released figures.
public struct VarianceInterval: Hashable, Sendable {
    /// The noisy variance, in the squared unit of the value, within the interval.
    public let estimate: Double
    /// Where the true variance lies at the wanted confidence.
    public let interval: ClosedRange<Double>

    /// The variance of one cell.
    public init(
        noisyCount: Int64, countNoise: DiscreteLaplace, noisyCenteredSum: Int64, sumNoise: DiscreteLaplace,
        noisyCenteredSquares: Int64, squaresNoise: DiscreteLaplace, values: ValueRange,
        confidence: Confidence = .percent95
    ) {
        let half = Double(values.upperQuanta - values.lowerQuanta) / 2
        let range = 0...half * half
        let count = Double(noisyCount)
        let unit = values.value(ofQuanta: 1.0) * values.value(ofQuanta: 1.0)
        let scales = (count: countNoise.scale, sum: sumNoise.scale, squares: squaresNoise.scale)
        guard count >= 10 * scales.count else {
            estimate = half * half / 2 * unit
            interval = 0...half * half * unit
            return
        }
        let mean = Double(noisyCenteredSum) / count
        // The expected size of the product of the sum's noise with itself, over the count.
        let product = 2 * scales.sum * scales.sum / count
        let solved = LinearInterval(
            level: Double(noisyCenteredSquares) - mean * mean * count, slope: count, range: range
        ) { LaplaceSum([scales.squares, abs(2 * mean) * scales.sum, abs($0 - mean * mean) * scales.count, product]) }
        .solve(confidence: confidence)
        estimate = solved.estimate * unit
        interval = solved.interval.lowerBound * unit...solved.interval.upperBound * unit
    }
}
