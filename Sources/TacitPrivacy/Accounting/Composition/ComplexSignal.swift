/// Complex numbers, as a column of real and one of imaginary parts.
package struct ComplexSignal {
    package var real: ContiguousArray<Double>
    package var imaginary: ContiguousArray<Double>

    package init(zeros count: Int) {
        real = ContiguousArray(repeating: 0, count: count)
        imaginary = real
    }

    /// Multiplies each number by the same place of `factor` to the power of `exponent`, by repeated squaring.
    ///
    /// A product errs by at most √5 units of 2⁻⁵³ (Brent, Percival, Zimmermann 2007, Math. Comp. 76, theorem 1), and a
    /// relative error doubles with each squaring, so the power errs by less than 4 · exponent such units. A square below 10⁻²⁰⁰
    /// counts as zero before numbers become subnormal, which would be slow.
    package mutating func multiply(by factor: ComplexSignal, power exponent: Int) {
        for index in real.indices {
            var (x, y) = (factor.real[index], factor.imaginary[index])
            var (u, v) = (real[index], imaginary[index])
            var bits = exponent
            while true {
                if bits & 1 == 1 { (u, v) = (u * x - v * y, u * y + v * x) }
                bits >>= 1
                guard bits > 0 else { break }
                (x, y) = (x * x - y * y, 2 * x * y)
                guard x * x + y * y > 1e-200 else {
                    (u, v) = (0, 0)
                    break
                }
            }
            (real[index], imaginary[index]) = (u, v)
        }
    }
}
