/// The law of a weighted sum of independent discrete Laplace noises, for readers' intervals.
///
/// The weights are real, so the sum has no lattice of its own; its tail is that of the sum of continuous Laplace numbers
/// of the same scales: P(|X| > x) = Σ cᵢ exp(−x / aᵢ), cᵢ = Π aᵢ² / (aᵢ² − aⱼ²) over the other j. (Partial fractions of
/// the characteristic function Π 1 / (1 + aᵢ² u²); Kotz, Kozubowski, Podgórski 2001, "The Laplace Distribution and
/// Generalizations", section 2.2.)
struct LaplaceSum {
    private let terms: [(factor: Double, scale: Double)]

    /// - Parameter scales: the noise's scale times the size of its weight; zeros are left out.
    init(_ scales: [Double]) {
        let largest = scales.max() ?? 0
        // Below a millionth of the largest a term moves no digit that is shown.
        var used = scales.filter { $0 > largest * 1e-6 }.sorted(by: >)
        // Equal scales have no partial fractions; a ten-thousandth apart they have, and the wider one is on the safe side.
        for index in used.indices.dropLast().reversed() {
            used[index] = max(used[index], used[index + 1] * (1 + 1e-4))
        }
        terms = used.map { own in
            let factor = used.reduce(1.0) { product, other in
                other == own ? product : product * own * own / (own * own - other * other)
            }
            return (factor, own)
        }
    }

    /// P(|X| > `size`).
    func tail(beyond size: Double) -> Double {
        terms.reduce(0) { $0 + $1.factor * Real.exponential(-size / $1.scale) }
    }
}
