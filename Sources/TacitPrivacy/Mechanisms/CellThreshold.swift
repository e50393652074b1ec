/// The noisy number of contributors that a cell needs to be shown.
///
/// ```swift
/// let threshold = try CellThreshold.open(k: 5, delta: Delta("1e-8"), bounds: bounds, noise: contributorsNoise)
/// if threshold.shows(noisyContributors: noisy) { … }
/// ```
///
/// **Closed dimensions** (all values declared): every cell is released, empty ones too, so absence says nothing. `k` hides
/// figures that rest on few people, and ``least`` those that the noise alone may have made: it is one more than the
/// half-width of the 95 % interval, so that an empty cell shows at most once in 40 times.
///
/// **Open dimensions** (a version, an error code): a cell exists only because somebody is in it, so its appearance can
/// give one contributor away. It is shown from `tau` on, the smallest integer for which a cell with a single contributor
/// is shown with probability at most 1 − (1 − delta)^(1/maxCells). The one contributor touches at most maxCells such
/// cells, with independent noise, so with probability at least 1 − delta none of them is shown.
///
/// - Guarantee: (epsilon of the noise, delta) for the set of shown cells and their noisy contributors.
/// - Unit: contributors. Adjacency: add or remove one contributor. Sensitivity: 1 in at most maxCells cells.
/// - Papers: Korolova, Kenthapadi, Mishra, Ntoulas 2009, "Releasing Search Queries and Clicks Privately", WWW, 171–180;
///   Wilson et al. 2020, "Differentially Private SQL with Bounded User Contribution", PoPETs 2020(2), 230–250 (the
///   threshold τ); Desfontaines, Voss, Gipson, Mandayam 2022, "Differentially private partition selection", PoPETs
///   2022(1), 339–352.
public struct CellThreshold: Hashable, Sendable {
    /// The declared minimum, at least 2.
    public let k: Int64
    /// What the noise needs: for open dimensions the tau of private partition selection, for closed ones more than the
    /// noise of an empty cell reaches but once in 40 times.
    public let least: Int64
    /// What showing or hiding open cells spends; zero for closed dimensions.
    public let delta: Delta

    /// The smallest noisy number of contributors that is shown.
    public var value: Int64 { max(k, least) }

    /// Whether a cell with this noisy number of contributors is shown. This is the only comparison there is, and
    /// ``least`` is derived from it.
    public func shows(noisyContributors: Int64) -> Bool { noisyContributors >= value }

    /// The threshold of a metric whose dimensions are all closed; `noise` is that of its contributors.
    public static func closed(k: Int, noise: DiscreteLaplace) throws(PrivacyError) -> CellThreshold {
        CellThreshold(k: try checked(k), least: noise.interval() + 1, delta: .zero)
    }

    /// The threshold of a metric with an open dimension; `noise` is that of its contributors.
    public static func open(
        k: Int, delta: Delta, bounds: ContributionBounds, noise: DiscreteLaplace
    ) throws(PrivacyError) -> CellThreshold {
        let k = try checked(k)
        guard delta > .zero else {
            throw PrivacyError(
                .deltaMissing, "An open dimension shows or hides cells by chance, and delta is 0.", at: "delta",
                remedy: "Declare a delta such as 1e-8, or close the dimension by declaring its values.")
        }
        let expected = try Sensitivity.contributors(bounds)
        guard noise.sensitivity == expected else {
            throw PrivacyError(
                .noiseMismatch,
                "The noise is for a \(noise.sensitivity.figure.rawValue) of sensitivity \(noise.sensitivity.l1), "
                    + "the contributors of these bounds have sensitivity \(expected.l1).",
                at: "noise", remedy: "Make the noise from the contributors' sensitivity of the same bounds.")
        }
        // 1 − (1 − delta)^(1/maxCells), less a margin above the rounding of what follows.
        let each =
            -Real.exponentialLessOne(Real.logarithmOfOnePlus(-delta.approximation) / Double(bounds.maxCells))
            * (1 - 1e-12)
        return CellThreshold(k: k, least: smallestTau(noise: noise, probability: each), delta: delta)
    }

    /// The probability that any cell of a single contributor is shown from `value` on: the delta that such a threshold has.
    ///
    /// ```swift
    /// CellThreshold.delta(of: 15, bounds: bounds, noise: noise)      // 6.08e-7 for one cell and a scale of 1
    /// ```
    ///
    /// For readers of thresholds that were set elsewhere; ``open(k:delta:bounds:noise:)`` goes the other way.
    public static func delta(of value: Int64, bounds: ContributionBounds, noise: DiscreteLaplace) -> Double {
        // `value` itself is shown, so the noise on the one contributor is at least value − 1.
        let single = noise.probability(ofAtLeast: value == .min ? .min : value - 1)
        return -Real.exponentialLessOne(Double(bounds.maxCells) * Real.logarithmOfOnePlus(-single))
    }

    /// The smallest tau with P(1 + Z ≥ tau) ≤ probability: `shows` holds from tau on, so Z ≥ tau − 1.
    private static func smallestTau(noise: DiscreteLaplace, probability: Double) -> Int64 {
        // t^(tau − 1) / (1 + t) = probability, then moved to the smallest integer for which it holds.
        let estimate = -noise.scale * Real.logarithm(probability * (1 + noise.ratio))
        var tau = max(1, Int64(estimate) - 1)
        while noise.probability(ofAtLeast: tau - 1) > probability { tau += 1 }
        return tau
    }

    private static func checked(_ k: Int) throws(PrivacyError) -> Int64 {
        guard k >= 2 else {
            throw PrivacyError(
                .thresholdOutOfRange, "k is \(k), so a figure could rest on one person alone.", at: "k",
                remedy: "Declare a k of at least 2; 5 is usual, 10 for sensitive metrics.")
        }
        return Int64(k)
    }
}
