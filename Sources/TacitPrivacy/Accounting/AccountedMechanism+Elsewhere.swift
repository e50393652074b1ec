/// Noise that was drawn elsewhere, by another library or an earlier system, and still has to be accounted for.
///
/// ```swift
/// var accountant = Accountant(.pld)
/// try accountant.add(.gaussian(shift: 0.2), times: 100)          // sigma is 5 times what one contributor moves
/// try accountant.add(.laplace(epsilon: 0.1), times: 50)
/// ```
///
/// No sampler of this module draws these laws from a bare number: what is added here is believed, not enforced.
///
/// - Adjacency: add or remove one contributor; for ``response(uniform:choices:)`` another answer of the one contributor.
/// - Refused: what is not a positive finite number, or outside the range that is stated.
extension AccountedMechanism {
    /// Continuous Laplace noise whose scale is the L1 sensitivity over `epsilon`, 10⁻⁶…100.
    public static func laplace(epsilon: Double) throws(PrivacyError) -> AccountedMechanism {
        try check(epsilon, in: 1e-6...100, at: "epsilon")
        return AccountedMechanism(.laplace(epsilon: epsilon))
    }

    /// Continuous Gaussian noise; one contributor moves the figure by `shift` standard deviations (L2), 10⁻⁶…100.
    public static func gaussian(shift: Double) throws(PrivacyError) -> AccountedMechanism {
        try check(shift, in: 1e-6...100, at: "shift")
        return AccountedMechanism(.gaussian(shift: shift))
    }

    /// The same on a sample that each contributor enters with this probability (Poisson sampling); below 1, from 10⁻⁶.
    public static func sampledGaussian(
        probability: Double, shift: Double
    ) throws(PrivacyError) -> AccountedMechanism {
        try check(shift, in: 1e-6...100, at: "shift")
        try check(probability, in: 1e-6...1, at: "probability")
        guard probability < 1 else { return AccountedMechanism(.gaussian(shift: shift)) }
        return AccountedMechanism(.sampledGaussian(probability: probability, shift: shift))
    }

    /// Discrete Laplace noise, P(k) proportional to exp(−`rate` · |k|), on a figure that one contributor moves by `shift` (L1).
    ///
    /// `rate` · `shift`, the epsilon, is 10⁻⁶…100.
    public static func discreteLaplace(rate: Double, shift: Int64) throws(PrivacyError) -> AccountedMechanism {
        try check(Double(shift), in: 1...0x1p43, at: "shift")
        try check(rate * Double(shift), in: 1e-6...100, at: "rate")
        return AccountedMechanism(.discreteLaplace(rate: rate, shift: shift))
    }

    /// Discrete Gaussian noise, P(k) proportional to exp(−k² / (2 · `sigma`²)), on one entry that a contributor moves by `shift`.
    ///
    /// `shift` / `sigma` is 10⁻⁶…100.
    public static func discreteGaussian(sigma: Double, shift: Int64) throws(PrivacyError) -> AccountedMechanism {
        try check(Double(shift), in: 1...0x1p43, at: "shift")
        try check(Double(shift) / sigma, in: 1e-6...100, at: "sigma")
        return AccountedMechanism(.discreteGaussian(sigma: sigma, shift: shift))
    }

    /// A response that is the truth, or with probability `uniform` (above 0, below 1) any of 2…65,536 choices.
    public static func response(uniform: Double, choices: Int) throws(PrivacyError) -> AccountedMechanism {
        try check(Double(choices), in: 2...65_536, at: "choices")
        try check(uniform, in: 1e-15...(1 - 1e-9), at: "uniform")
        let other = uniform / Double(choices)
        return AccountedMechanism(.response(truth: 1 - uniform + other, other: other, choices: choices))
    }

    private static func check(
        _ value: Double, in range: ClosedRange<Double>, at place: String
    ) throws(PrivacyError) {
        guard range.contains(value) else {
            throw PrivacyError(
                .noiseMismatch,
                "The \(place) of the noise makes \(value), outside \(range.lowerBound)…\(range.upperBound).", at: place,
                remedy: "State it in the unit that is documented; noise outside that range says nothing useful.")
        }
    }
}
