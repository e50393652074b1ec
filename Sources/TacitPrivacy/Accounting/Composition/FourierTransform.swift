/// The discrete Fourier transform of a power of two of complex numbers, forwards and back.
///
/// Forwards takes the natural order and leaves bit-reversed order, backwards takes that and restores the natural one, so
/// nothing is ever reordered: a product of transforms does not care.
///
/// **Rounding.** The angle of a factor errs by a relative 1.4 units of 2⁻⁵³, so a factor by less than 5 such units; a transform
/// of 2^t numbers then errs by less than 11·t units in the Euclidean norm, relative to the norm of its result: Higham 2002,
/// "Accuracy and Stability of Numerical Algorithms", theorem 24.2. ``relativeError`` is that, rounded up.
package struct FourierTransform {
    package let count: Int
    private let cosines: ContiguousArray<Double>
    private let sines: ContiguousArray<Double>

    /// The error of one transform in the Euclidean norm, relative to that of its result.
    package var relativeError: Double { 12 * Double(count.trailingZeroBitCount) * 0x1p-53 }

    /// For `count` numbers, a power of two.
    package init(count: Int) {
        precondition(count > 0 && count.nonzeroBitCount == 1, "a power of two")
        self.count = count
        let angle = -2 * Double.pi / Double(count)
        cosines = ContiguousArray((0..<max(1, count / 2)).map { Real.cosine(angle * Double($0)) })
        sines = ContiguousArray((0..<max(1, count / 2)).map { Real.sine(angle * Double($0)) })
    }

    /// Σ x(j)·exp(−2πi·jk/count), in bit-reversed order of k.
    package func forward(_ signal: inout ComplexSignal) {
        var half = count / 2
        while half > 0 {
            pass(&signal, half: half) { real, imaginary, low, high, cosine, sine in
                let (x, y) = (real[low] - real[high], imaginary[low] - imaginary[high])
                real[low] += real[high]
                imaginary[low] += imaginary[high]
                real[high] = x * cosine - y * sine
                imaginary[high] = x * sine + y * cosine
            }
            half /= 2
        }
    }

    /// The inverse of ``forward(_:)``, times `count`.
    package func backward(_ signal: inout ComplexSignal) {
        var half = 1
        while half < count {
            pass(&signal, half: half) { real, imaginary, low, high, cosine, sine in
                let x = real[high] * cosine + imaginary[high] * sine
                let y = imaginary[high] * cosine - real[high] * sine
                real[high] = real[low] - x
                imaginary[high] = imaginary[low] - y
                real[low] += x
                imaginary[low] += y
            }
            half *= 2
        }
    }

    private typealias Column = UnsafeMutableBufferPointer<Double>

    /// One butterfly for each pair of numbers `half` apart.
    @inline(__always)
    private func pass(
        _ signal: inout ComplexSignal, half: Int,
        butterfly: (Column, Column, _ low: Int, _ high: Int, _ cosine: Double, _ sine: Double) -> Void
    ) {
        precondition(signal.real.count == count && signal.imaginary.count == count, "one number for each place")
        let stride = count / (2 * half)
        // The pointers live for the closure. low + half < count, because start runs in steps of 2·half that divide count, and
        // place · stride < half · stride = count / 2, the number of factors.
        signal.real.withUnsafeMutableBufferPointer { real in
            signal.imaginary.withUnsafeMutableBufferPointer { imaginary in
                cosines.withUnsafeBufferPointer { cosines in
                    sines.withUnsafeBufferPointer { sines in
                        for start in Swift.stride(from: 0, to: count, by: 2 * half) {
                            for place in 0..<half {
                                let low = start + place
                                butterfly(
                                    real, imaginary, low, low + half, cosines[place * stride], sines[place * stride])
                            }
                        }
                    }
                }
            }
        }
    }
}
