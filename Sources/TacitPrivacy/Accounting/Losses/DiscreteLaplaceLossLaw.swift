/// The privacy loss of discrete Laplace noise with ratio t = exp(−rate) on a figure that one contributor moves by `shift`.
///
/// Outcomes k = 0…shift between the two figures have the loss rate · (shift − 2k); beyond them it stays at ± rate · shift.
/// Sums over runs of k are geometric, so a piece costs the same for any shift.
///
/// **Why one entry is the worst case.** A contributor may spread its L1 over several entries. That never tells more than
/// moving one entry by all of it. With z = exp(s · rate), the law's measure, divided by what depends on the loss alone, has the
/// transform (U(n+1) − t·U(n−1)) / (1 + t), U(n) = (zⁿ − z⁻ⁿ) / (z − z⁻¹). From U(m+n+1) = U(m+1)·U(n+1) − U(m)·U(n) follows
/// that the measure for m + n less the product of those for m and n is t/(1+t)² · U(m)·U(n) · (z² + z⁻² − t − t⁻¹). The
/// last factor is the difference operator that takes the delta curve to its measure; so the delta curve of m + n exceeds
/// that of the two apart by a multiple of the measure U(m)·U(n), whose coefficients are not negative.
struct DiscreteLaplaceLossLaw: LossLaw {
    let rate: Double
    let shift: Int64

    var top: Double { (rate * Double(shift)).raised() }
    var bottom: Double { -top }
    var infinite: Double { 0 }
    var lattice: Double? { shift.isMultiple(of: 2) ? 2 * rate : rate }

    func piece(above low: Double, through high: Double) -> LossPiece {
        let odds = 1 + Real.exponential(-rate)
        var piece = LossPiece.none
        for (loss, mass) in [(top, 1 / odds), (bottom, Real.exponential(-top) / odds)] where loss > low && loss <= high
        {
            piece.mass += mass
            piece.excess -= mass * Real.exponentialLessOne((low - loss).lowered())
        }
        let (first, last) = (max(1, outcome(atLoss: high)), min(shift - 1, outcome(atLoss: low) - 1))
        if first <= last {
            // The run's smallest loss lies `gap` above the interval's lower end, and the others 2·rate, 4·rate, … above it.
            let length = Double(last - first + 1)
            let smallest = rate * Double(shift - 2 * last)
            let gap = max(0, (smallest - low).raised() + (smallest.magnitude + low.magnitude) * 0x1p-50)
            let start = Real.exponential(-rate * Double(first)) / odds
            let mass = start * -Real.exponentialLessOne(-rate * length)
            let inside = mass * -Real.exponentialLessOne(-rate * (length - 1))
            piece.mass += mass
            let added =
                low == -.infinity ? mass : mass * -Real.exponentialLessOne(-gap) + Real.exponential(-gap) * inside
            piece.excess += added
        }
        let units = 64 + 8 * top
        return LossPiece(mass: piece.mass.raised(units), excess: piece.excess.raised(units))
    }

    /// The first outcome whose loss is at most `loss`, between 0 and the shift.
    private func outcome(atLoss loss: Double) -> Int64 {
        let place = ((Double(shift) - loss / rate) / 2).rounded(.up)
        return Int64(min(max(place, 0), Double(shift)))
    }
}
