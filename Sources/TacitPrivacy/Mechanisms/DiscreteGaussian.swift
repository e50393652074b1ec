/// Integer noise for many cells at once: the discrete Gaussian distribution, sampled exactly.
///
/// ```swift
/// let bounds = try ContributionBounds(maxCells: 50, maxPerCell: 10)
/// let noise = try DiscreteGaussian(sensitivity: .count(bounds), rho: Rho("0.01"))
/// var random = SecureRandom()
/// noise.addNoise(to: &counts, using: &random)
/// let halfWidth = noise.interval()             // each truth is in its figure ± halfWidth, 95 times in 100
/// ```
///
/// **Guarantee.** Adding an independent sample to every entry of a figure of that ``Sensitivity`` is rho-zCDP for adding
/// or removing one contributor, whatever the data. It grows with the L2 sensitivity, so where a contributor touches many
/// cells it needs less noise than ``DiscreteLaplace``, at the price of a delta.
///
/// **Proof.** For one entry that moves by the integer d, the Rényi divergence of order a is at most a d² / (2 sigma²): with
/// y = (1 − a) d, Σ exp(−(a k² + (1 − a)(k − d)²) / 2 sigma²) = exp(a (a − 1) d² / 2 sigma²) Σ exp(−(k + y)² / 2 sigma²),
/// and the last sum is largest at y = 0 (Poisson's summation formula has positive terms). Divided by the normalizer and
/// under (1 / (a − 1)) log this is the claim. Independent entries add up to a L2² / (2 sigma²) = a rho. And
/// L2² ≤ L1 · L∞ (Hölder), which is an equality for one contributor at all its bounds.
///
/// - Shape: `Int64` in, `Int64` out, an independent sample for each entry. Unit: that of the figure.
/// - Law: P(Z = k) proportional to exp(−k² / (2 sigma²)) for all integers k, with sigma² = L1 · L∞ / (2 rho).
/// - Range: sigma² is a fraction below 2⁶²; where it doesn't fit it is rounded up, which is more noise.
/// - Sensitivity: L2, from the contribution bounds. Adjacency: add or remove one contributor.
/// - Paper: Canonne, Kamath, Steinke 2020, "The Discrete Gaussian for Differential Privacy", NeurIPS, arXiv 2004.00010,
///   theorem 4 (page 4) for one entry, theorem 14 for many; the sampler is that of ``DiscreteLaplace``.
/// - Not protected: the time a sample takes varies with the random words it uses, so with the noise, not with the data.
public struct DiscreteGaussian: Sendable {
    /// How far one contributor can move the figure.
    public let sensitivity: Sensitivity
    /// What adding this noise to the whole figure spends.
    public let rho: Rho
    /// sigma² is `varianceNumerator / varianceDenominator`.
    public let varianceNumerator: UInt64
    /// See ``varianceNumerator``.
    public let varianceDenominator: UInt64
    let sampler: SteppedSampler

    /// The mechanism for a figure of this sensitivity that spends this rho.
    public init(sensitivity: Sensitivity, rho: Rho) throws(PrivacyError) {
        // L1 · L∞ / (2 units / 10¹⁵). The product is at most 2⁸⁶, twice the units less than 2⁶⁴.
        let square = UInt128(sensitivity.l1) * UInt128(sensitivity.lInfinity)
        guard square < 1 << 76 else { throw Self.tooWide(sensitivity, rho) }
        var numerator = square * UInt128(Rho.unitsPerOne)
        var denominator = 2 * UInt128(rho.units)
        let divisor = Self.greatestCommonDivisor(numerator, denominator)
        (numerator, denominator) = (numerator / divisor, denominator / divisor)
        if numerator >= 1 << 62 {
            // The nearest fraction above with a power of two below it, as fine as fits.
            let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
            guard whole < 1 << 61 else { throw Self.tooWide(sensitivity, rho) }
            let places = UInt128(whole.leadingZeroBitCount - 67)
            // The rest is below 2⁶⁴, so the shifted one is below 2¹²⁵.
            numerator = (whole << places) + ((rest << places) + denominator - 1) / denominator
            denominator = 1 << places
        } else if denominator >= 1 << 63 {
            (numerator, denominator) = ((numerator + 1) >> 1, denominator >> 1)
        }
        self.sensitivity = sensitivity
        self.rho = rho
        varianceNumerator = UInt64(numerator)
        varianceDenominator = UInt64(denominator)
        // exp(−k² / (2 sigma²))
        sampler = SteppedSampler(
            degree: 2, numerator: UInt64(denominator), denominator: 2 * UInt64(numerator))
    }

    /// The parameter sigma of the law, in the unit of the figure; the nearest `Double`, for readers. From 1 up it is the
    /// standard deviation to ten digits.
    public var sigma: Double { (Double(varianceNumerator) / Double(varianceDenominator)).squareRoot() }

    /// One exact sample of the noise, cut at ±`Int64.max`: a function of the noisy figure alone, which costs no privacy.
    @specialized(where Source == SecureRandom)
    public func sample<Source: NoiseSource>(using source: inout Source) -> Int64 { sampler.sample(using: &source) }

    /// The figure's entry with a fresh sample added, kept within `Int64` (which costs no privacy).
    @specialized(where Source == SecureRandom)
    public func addNoise<Source: NoiseSource>(to exact: Int64, using source: inout Source) -> Int64 {
        exact.addingSaturating(sampler.sample(using: &source))
    }

    /// Every entry with a fresh, independent sample added: the whole figure at the price of ``rho``.
    @specialized(where Source == SecureRandom)
    public func addNoise<Source: NoiseSource>(to entries: inout [Int64], using source: inout Source) {
        for index in entries.indices {
            entries[index] = entries[index].addingSaturating(sampler.sample(using: &source))
        }
    }

    private static func tooWide(_ sensitivity: Sensitivity, _ rho: Rho) -> PrivacyError {
        PrivacyError(
            .sensitivityOverflow,
            "The variance \(sensitivity.l1) × \(sensitivity.lInfinity) / (2 × \(rho)) is above 2^61, or its numerator "
                + "above 2^76.",
            at: "rho", remedy: "Declare a coarser granularity, lower contribution bounds or a larger rho.")
    }

    private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension DiscreteGaussian: Hashable {
    public static func == (left: DiscreteGaussian, right: DiscreteGaussian) -> Bool {
        left.sensitivity == right.sensitivity && left.rho == right.rho
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(sensitivity)
        hasher.combine(rho)
    }
}
