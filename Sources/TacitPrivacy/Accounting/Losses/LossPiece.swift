/// A part of P. Neither number is below the truth.
struct LossPiece {
    /// The probability of the part.
    var mass: Double
    /// What the part adds to delta at an epsilon of the interval's lower end: E[1 − exp(low − L)] over the part.
    var excess: Double

    static let none = LossPiece(mass: 0, excess: 0)

    static func + (left: LossPiece, right: LossPiece) -> LossPiece {
        LossPiece(mass: left.mass + right.mass, excess: left.excess + right.excess)
    }
}
