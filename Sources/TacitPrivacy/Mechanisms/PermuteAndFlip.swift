/// The name of the largest entry, without its value: report noisy max by permute-and-flip, exactly.
///
/// ```swift
/// let choice = try PermuteAndFlip(sensitivity: .count(bounds), epsilon: Epsilon("0.5"))
/// let most = choice.choose(among: counts, using: &random)      // an index
/// ```
///
/// Entries are visited in random order. Each is chosen with probability exp(−gap / scale), where gap is how far it is
/// below the largest; the largest itself is chosen for sure when its turn comes.
///
/// **Guarantee.** epsilon-differentially private, however many entries there are. The expected gap of the chosen one is at
/// most that of the exponential mechanism, and up to half of it.
///
/// **Proof.** The scale is 2 L∞ / epsilon, and L∞ / epsilon where one more contributor moves all entries the same way
/// (``Sensitivity/isMonotone``). When entry r is visited, the entries before it in the order have all failed. With the
/// scale given, lowering or raising every entry by at most L∞ changes gap(r) and each other gap by at most 2 L∞ (by L∞
/// if all move the same way), and the probability of r is proportional to exp(−gap(r) / scale) times an average of
/// products of (1 − exp(−gap / scale)) that doesn't fall when the others' gaps grow (McKenna and Sheldon, theorem 1).
///
/// - Shape: any number of `Int64` entries in, an index out. Range: every `Int64`.
/// - Sensitivity: L∞, from the bounds. Adjacency: add or remove one contributor.
/// - Paper: McKenna, Sheldon 2020, "Permute-and-Flip: A New Mechanism for Differentially Private Selection", NeurIPS,
///   arXiv 2010.12603, algorithm 1 and theorem 1 (page 4). The coin is ``NoiseSource`` with probability exp(−x), exact.
/// - Not protected: the time grows with the number of entries that failed, so it says a little about the gaps.
public struct PermuteAndFlip: Hashable, Sendable {
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
        var order = Array(entries.indices)
        for turn in order.indices {
            order.swapAt(turn, turn + Int(source.uniform(below: UInt64(order.count - turn))))
            if coin.falls(for: entries[order[turn]], below: largest, using: &source) { return order[turn] }
        }
        // The largest entry has gap 0 and is chosen for sure.
        preconditionFailure("Permute-and-flip chooses before the order ends")
    }

    /// The probability with which each entry is chosen, for readers of *made-up* entries: of real ones it tells them exactly.
    ///
    /// An entry whose turn comes at a uniform time t is chosen if its coin falls and no coin before did: the probability is
    /// q(r) · ∫ Π (1 − t q(i)) dt over t from 0 to 1 and the other i, a polynomial, summed piece by piece.
    public func probabilities(among entries: [Int64]) -> [Double] {
        let falls = coin.probabilities(of: entries)
        var chosen = [Double](repeating: 0, count: falls.count)
        for (time, weight) in Quadrature.towardsZero {
            // The product falls like exp(−t Σ q), so it is added up as a logarithm.
            let none = falls.reduce(0) { $0 + Real.logarithmOfOnePlus(-time * $1) }
            for (index, fall) in falls.enumerated() {
                chosen[index] += weight * fall * Real.exponential(none - Real.logarithmOfOnePlus(-time * fall))
            }
        }
        return chosen
    }
}
