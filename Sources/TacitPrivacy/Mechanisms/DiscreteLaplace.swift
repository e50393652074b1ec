/// Integer noise that makes a figure differentially private: the discrete Laplace distribution, sampled exactly.
///
/// ```swift
/// let bounds = try ContributionBounds(maxCells: 1, maxPerCell: 10)
/// let noise = try DiscreteLaplace(sensitivity: .count(bounds), epsilon: Epsilon("0.5"))
/// var random = SecureRandom()
/// let released = noise.addNoise(to: count, using: &random)
/// let halfWidth = noise.interval()             // the truth is in released ± halfWidth, 95 times in 100
/// ```
///
/// **Guarantee.** Adding an independent sample to every entry of a figure of that ``Sensitivity`` is epsilon-differentially
/// private (delta 0) for adding or removing one contributor, whatever the data: the probabilities of an outcome differ
/// by a factor of at most exp(L1 / scale) = exp(epsilon).
///
/// - Shape: `Int64` in, `Int64` out, an independent sample for each entry. Unit: that of the figure.
/// - Law: P(Z = k) = (1 − t) / (1 + t) · t^|k| for all integers k, t = exp(−1 / scale), scale = L1 / epsilon.
/// - Range: the scale is a fraction of two integers, both below 2⁶³; nothing is rounded.
/// - Sensitivity: L1, from the contribution bounds. Adjacency: add or remove one contributor.
/// - Papers: Ghosh, Roughgarden, Sundararajan 2009, "Universally Utility-Maximizing Privacy Mechanisms", STOC, 351–360
///   (the geometric mechanism). The sampler proposes from an integer table and keeps by an exact comparison (von Neumann's
///   rejection); no floating point takes part.
/// - Not protected: the time a sample takes varies with the random words it uses, so with the noise, not with the data.
public struct DiscreteLaplace: Hashable, Sendable {
    /// How far one contributor can move the figure.
    public let sensitivity: Sensitivity
    /// What adding this noise to the whole figure spends.
    public let epsilon: Epsilon
    /// The scale is `numerator / denominator`, in lowest terms.
    let numerator: UInt64
    let denominator: UInt64
    let sampler: SteppedSampler

    /// The mechanism for a figure of this sensitivity that spends this epsilon.
    public init(sensitivity: Sensitivity, epsilon: Epsilon) throws(PrivacyError) {
        // scale = L1 / (millionths / 10^6) = L1 · 10^6 / millionths, reduced step by step so that it stays small.
        let l1 = UInt64(sensitivity.l1)
        let millionths = UInt64(epsilon.millionths)
        let first = Self.greatestCommonDivisor(l1, millionths)
        let second = Self.greatestCommonDivisor(1_000_000, millionths / first)
        let (product, overflow) = (l1 / first).multipliedReportingOverflow(by: 1_000_000 / second)
        guard !overflow, product <= UInt64(Int64.max) else {
            throw PrivacyError(
                .sensitivityOverflow,
                "The noise scale \(sensitivity.l1) / \(epsilon) needs a numerator above 2^63.", at: "epsilon",
                remedy: "Declare a coarser granularity, lower contribution bounds or a larger epsilon.")
        }
        self.sensitivity = sensitivity
        self.epsilon = epsilon
        numerator = product
        denominator = millionths / first / second
        sampler = SteppedSampler(degree: 1, numerator: denominator, denominator: numerator)
    }

    /// The scale of the noise, in the unit of the figure; the nearest `Double`, for readers.
    public var scale: Double { Double(numerator) / Double(denominator) }

    private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension DiscreteLaplace {
    public static func == (left: DiscreteLaplace, right: DiscreteLaplace) -> Bool {
        left.sensitivity == right.sensitivity && left.epsilon == right.epsilon
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(sensitivity)
        hasher.combine(epsilon)
    }
}
