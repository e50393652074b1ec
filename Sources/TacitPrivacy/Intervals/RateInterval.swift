/// A rate from two noisy counts of one histogram, with an interval that holds: so many successes, so many others.
///
/// ```swift
/// let rate = RateInterval(noisySuccesses: 912, noisyOthers: 88, noise: histogramNoise)
/// rate.estimate     // 0.912
/// rate.interval     // 0.894...0.930
/// ```
///
/// A record is a success or not, so both counts together cost what one costs (``Sensitivity/histogram(_:)``).
///
/// **Coverage.** For the true rate r, (1 − r) · successes − r · others is a difference of noises alone; the interval is
/// all r for which it is within its quantile (Fieller 1954).
///
/// - Adjacency: none of its own; that of the noise it is given, add or remove one contributor.
/// - Unit: none. Range: 0…1. No privacy is spent: it is computed from released figures and declared parameters.
public struct RateInterval: Hashable, Sendable {
    /// The noisy rate, within the interval.
    public let estimate: Double
    /// Where the true rate lies at the wanted confidence.
    public let interval: ClosedRange<Double>

    /// The rate of one cell.
    public init(
        noisySuccesses: Int64, noisyOthers: Int64, noise: DiscreteLaplace, confidence: Confidence = .percent95
    ) {
        let scale = noise.scale
        (estimate, interval) = LinearInterval(
            level: Double(noisySuccesses), slope: Double(noisySuccesses) + Double(noisyOthers), range: 0...1
        ) { LaplaceSum([(1 - $0) * scale, $0 * scale]) }
        .solve(confidence: confidence)
    }
}
