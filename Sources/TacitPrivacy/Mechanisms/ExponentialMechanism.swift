/// The name of a large entry, without its value: the exponential mechanism, exactly.
///
/// ```swift
/// let choice = try ExponentialMechanism(sensitivity: .count(bounds), epsilon: Epsilon("0.5"))
/// let large = choice.choose(among: counts, using: &random)      // an index
/// ```
///
/// Each entry is chosen with a probability proportional to exp(−gap / scale), where gap is how far it is below the largest.
/// ``PermuteAndFlip`` has the same guarantee and an expected gap that is never larger: take that one, unless an analysis
/// rests on these probabilities (choosing k times with these and a k-th of epsilon is a known law, for example).
///
/// **Guarantee.** epsilon-differentially private, however many entries there are.
///
/// **Proof.** The scale is 2 L∞ / epsilon, and L∞ / epsilon where one more contributor moves all entries the same way. One
/// contributor multiplies each entry's weight exp(entry / scale) by a factor from exp(−L∞ / scale) to exp(L∞ / scale), and the
/// sum of the weights too, so their quotient by at most exp(2 L∞ / scale) = exp(epsilon). Where all move up, both factors are
/// from 1 to exp(L∞ / scale), and the quotient stays within exp(±L∞ / scale) = exp(±epsilon).
///
/// **Exactness.** An entry is proposed uniformly and kept with probability exp(−gap / scale), until one is kept: which one
/// follows exactly that law. The coin is exact.
///
/// - Shape: any number of `Int64` entries in, an index out. Range: every `Int64`.
/// - Sensitivity: L∞, from the bounds. Adjacency: add or remove one contributor.
/// - Papers: McSherry, Talwar 2007, "Mechanism Design via Differential Privacy", FOCS; Dwork, Roth 2014, "The Algorithmic
///   Foundations of Differential Privacy", section 3.4.
/// - Not protected: the number of proposals, and so the time, grows with how far most entries are below the largest.
public struct ExponentialMechanism: Hashable, Sendable {
    /// How far one contributor can move an entry.
    public let sensitivity: Sensitivity
    /// What one choice spends.
    public let epsilon: Epsilon
    private let coin: GapCoin

    /// The choice among the entries of a figure of this sensitivity.
    public init(sensitivity: Sensitivity, epsilon: Epsilon) {
        self.sensitivity = sensitivity
        self.epsilon = epsilon
        coin = GapCoin(sensitivity: sensitivity, epsilon: epsilon)
    }

    /// The index of the chosen entry, or `nil` where there is none to choose.
    @specialized(where Source == SecureRandom)
    public func choose<Source: NoiseSource>(among entries: [Int64], using source: inout Source) -> Int? {
        guard let largest = entries.max() else { return nil }
        while true {
            let index = Int(source.uniform(below: UInt64(entries.count)))
            if coin.falls(for: entries[index], below: largest, using: &source) { return index }
        }
    }

    /// The probability with which each entry is chosen, for readers of *made-up* entries: of real ones it tells them exactly.
    public func probabilities(among entries: [Int64]) -> [Double] {
        let weights = coin.probabilities(of: entries)
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }
}
