/// How far the noise of a total can reach: totals over cells, buckets or windows whose noises are independent.
///
/// ```swift
/// let week = NoiseInterval.ofSum(Array(repeating: daily, count: 7))
/// // the true total of seven days lies in (sum of seven releases) ± week, 95 times in 100
/// ```
///
/// The half-width is never below the true quantile and above it by at most what one ten-thousandth of the missing
/// probability is worth: for 95 % the law is met between 95 % and 95.0005 % (or by the next integer).
///
/// - Adjacency: none of its own; that of the noise it is given, add or remove one contributor.
/// - Unit: that of the figure. Range: 0…`Int64.max`. No privacy is spent: it depends on declared parameters only.
///
/// **Method.** With φ(u) = ∏ 1 / (1 + aᵢ sin²(u/2)), aᵢ = 1 / sinh²(1 / (2 scaleᵢ)), the characteristic function of the
/// sum S (Feller 1971, "An Introduction to Probability Theory and Its Applications" II, chapter XV.3, for the inversion
/// formula), P(|S| ≤ m) = 1/π ∫₀^π φ(u) sin((m + ½)u) / sin(u/2) du. The rectangle rule with N points is not an
/// approximation of unknown size: it is the exact probability that S *modulo N* lies in −m…m, too large by at most
/// P(|S| ≥ N − m), and Chernoff's bound gives an N for which that is below a set error. φ decreases, so the sum over
/// points stops where the rest is below the set error too. Both errors are subtracted.
public enum NoiseInterval {
    /// The half-width m with P(|S| ≤ m) ≥ confidence for S the sum of independent samples of these noises.
    ///
    /// An empty sum has half-width 0, and a sum of one noise is ``DiscreteLaplace/interval(confidence:)``.
    public static func ofSum(_ noises: [DiscreteLaplace], confidence: Confidence = .percent95) -> Int64 {
        guard let first = noises.first else { return 0 }
        guard noises.count > 1 else { return first.interval(confidence: confidence) }
        var counts: [Double: Int] = [:]
        for noise in noises { counts[noise.scale, default: 0] += 1 }
        return NoiseSum(counts, confidence: confidence).halfWidth()
    }

    /// The same for the sum of `count` samples of one noise.
    public static func ofSum(
        _ noise: DiscreteLaplace, times count: Int, confidence: Confidence = .percent95
    ) -> Int64 {
        switch count {
        case ..<1: 0
        case 1: noise.interval(confidence: confidence)
        default: NoiseSum([noise.scale: count], confidence: confidence).halfWidth()
        }
    }
}
