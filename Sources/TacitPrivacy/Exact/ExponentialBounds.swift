/// Proven bounds of exp(−x) for a fraction x, to as many binary digits as are asked for. Integer arithmetic only.
package enum ExponentialBounds {
    /// Integers with lower ≤ exp(−numerator / denominator) · 2^bits ≤ upper, a few units apart.
    ///
    /// **Method.** With r such that y = x / 2^r is below 2⁻⁸, exp(−y) is summed as its Taylor series in fixed point with
    /// 32 spare digits, and squared r times.
    ///
    /// **Bounds.** y is cut off by less than a unit, which moves exp(−y) down by less than a unit. Each of the `count`
    /// terms is cut off by less than 2 units (the error of the term before, times y, plus one for the product and one
    /// for the quotient), and the terms after the first that is zero add up to less than one more. So the sum is off by
    /// less than 2 count + 2 units, and squaring rounds the lower bound down and the upper bound up. An x of at least
    /// `bits` has exp(−x) < 2^−bits, which is one unit.
    package static func of(
        minus numerator: Natural, over denominator: UInt64, bits: Int
    ) -> (lower: Natural, upper: Natural) {
        let one = Natural(1 as UInt64)
        guard numerator < Natural(denominator) * Natural(UInt64(bits)) else { return (Natural(0 as UInt64), one) }
        let spare = 32
        let digits = bits + spare
        let halvings = (numerator / denominator).bitWidth + 8
        let y = ((numerator << digits) / denominator) >> halvings

        let unit = Natural.power(ofTwo: digits)
        var (positive, negative) = (unit, Natural(0 as UInt64))
        var (term, count) = (unit, UInt64(1))
        while true {
            term = ((term * y) >> digits) / count
            if term.bitWidth == 0 { break }
            if count & 1 == 0 { positive = positive + term } else { negative = negative + term }
            count += 1
        }
        let sum = positive - negative
        let error = Natural(2 * count + 3)
        var (lower, upper) = (sum - error, min(unit, sum + error))
        for _ in 0..<halvings {
            lower = (lower * lower) >> digits
            upper = ((upper * upper) >> digits) + one
        }
        return (lower >> spare, (upper >> spare) + one)
    }
}
