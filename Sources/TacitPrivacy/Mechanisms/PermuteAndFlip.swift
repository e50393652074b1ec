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
    /// A gap of one unit is exp(−unit / denominator).
    private let unit: UInt64
    private let denominator: UInt64

    /// The choice among the entries of a figure of this sensitivity.
    public init(sensitivity: Sensitivity, epsilon: Epsilon) {
        self.sensitivity = sensitivity
        self.epsilon = epsilon
        unit = UInt64(epsilon.millionths)
        // At most 2 · 2⁴³ · 10⁶ < 2⁶⁴.
        denominator = (sensitivity.isMonotone ? 1 : 2) * UInt64(sensitivity.lInfinity) * 1_000_000
    }

    /// The index of the chosen entry, or `nil` where there is none to choose.
    @specialized(where Source == SecureRandom)
    public func choose<Source: NoiseSource>(among entries: [Int64], using source: inout Source) -> Int? {
        guard let largest = entries.max() else { return nil }
        var order = Array(entries.indices)
        for turn in order.indices {
            order.swapAt(turn, turn + Int(source.uniform(below: UInt64(order.count - turn))))
            let gap = UInt128(Int128(largest) - Int128(entries[order[turn]])) * UInt128(unit)
            let (whole, part) = gap.quotientAndRemainder(dividingBy: UInt128(denominator))
            if source.bernoulliExp(minus: UInt64(clamping: whole), and: UInt64(part), over: denominator) {
                return order[turn]
            }
        }
        // The largest entry has gap 0 and is chosen for sure.
        preconditionFailure("Permute-and-flip chooses before the order ends")
    }
}
