/// The factor that running totals are noised through: integers near the square root of the summing matrix.
///
/// The lower triangle of ones, A, has a square root whose entries depend on the distance j from the diagonal only:
/// f(0) = 1, f(j) = f(j − 1)·(1 − 1/(2j)). Here C holds c(j) = f(j)·4,096, rounded to integers, and B = A·C⁻¹ takes it back,
/// exactly: rounding moves work between the two factors and biases nothing.
///
/// Fichtenberger, Henzinger, Upadhyay 2023, "Constant Matters: Fine-grained Error Bound on Differentially Private Continual
/// Observation", ICML, arXiv 2202.11205 (the factor); Henzinger, Upadhyay, Upadhyay 2023, "Almost Tight Error Bounds on
/// Differentially Private Continual Counting", SODA, arXiv 2211.05006 (its mean error is optimal up to a constant).
package struct SquareRootFactor: Hashable, Sendable {
    /// c(j): a step moves what is noised j steps later by this much.
    package let spread: [Int64]
    /// b(j): what was noised j steps ago counts this much in the total.
    package let gather: [Double]

    /// The square of the Euclidean norm of the longest column of C, exactly: how far one step of size 1 moves all that is
    /// noised. The first column is the longest, the others are its beginnings.
    package var squaredSensitivity: UInt64 { spread.reduce(0) { $0 + UInt64($1 * $1) } }

    init(horizon: Int) {
        var (factor, spread) = (1.0, [Int64]())
        spread.reserveCapacity(horizon)
        for distance in 0..<horizon {
            if distance > 0 { factor *= 1 - 0.5 / Double(distance) }
            spread.append(Int64((factor * 4_096).rounded()))
        }
        // A has ones only: Σ c(i)·b(j − i) = 1 for every j, solved from the first on. Rounding does not grow, because the
        // inverse of the square root has a bounded sum; and it could cost precision only, never privacy.
        var gather: [Double] = []
        gather.reserveCapacity(horizon)
        for place in 0..<horizon {
            var rest = 1.0
            for distance in 0..<place { rest -= Double(spread[place - distance]) * gather[distance] }
            gather.append(rest / Double(spread[0]))
        }
        self.spread = spread
        self.gather = gather
    }
}
