/// The coin that selections throw: it falls with probability exp(−gap / scale), where gap is how far an entry is below the
/// largest, and scale is 2 L∞ / epsilon (L∞ / epsilon where one contributor moves all entries the same way).
struct GapCoin: Hashable, Sendable {
    /// A gap of one unit is exp(−unit / denominator).
    private let unit: UInt64
    private let denominator: UInt64

    init(sensitivity: Sensitivity, epsilon: Epsilon) {
        unit = UInt64(epsilon.millionths)
        // At most 2 · 2⁴³ · 10⁶ < 2⁶⁴.
        denominator = (sensitivity.isMonotone ? 1 : 2) * UInt64(sensitivity.lInfinity) * 1_000_000
    }

    /// One exact throw for an entry that is at most the largest.
    @inline(__always)
    func falls<Source: NoiseSource>(for entry: Int64, below largest: Int64, using source: inout Source) -> Bool {
        let gap = UInt128(Int128(largest) - Int128(entry)) * UInt128(unit)
        let (whole, part) = gap.quotientAndRemainder(dividingBy: UInt128(denominator))
        return source.bernoulliExp(minus: UInt64(clamping: whole), and: UInt64(part), over: denominator)
    }

    /// Its probability for each entry, for readers.
    func probabilities(of entries: [Int64]) -> [Double] {
        guard let largest = entries.max() else { return [] }
        let rate = Double(unit) / Double(denominator)
        return entries.map { Real.exponential(-Double(Int128(largest) - Int128($0)) * rate) }
    }
}
