/// Exact discrete Gaussian noise of an integer variance parameter.
package protocol GaussianIntegers: Sendable {
    /// Noise with P(Z = k) proportional to exp(−k² / (2 · `sigmaSquared`)).
    init(sigmaSquared: UInt64) throws(PrivacyError)

    /// One exact sample.
    func sample<Source: NoiseSource>(using source: inout Source) -> Int64
}
