extension LossComposition {
    /// A run of grid points that the tilted sum is computed on.
    private struct Window {
        /// The index of the first point, and how many there are (a power of two).
        let start: Int
        let count: Int
        /// A bound for the probability of a finite loss above the window.
        let above: Double
    }

    /// The law of the sum above some loss, tilted by `tilt`, without what has a probability below `negligible`; `nil` if it
    /// has too many points.
    func tail(tilt: Double, negligible: Double) -> LossTail? {
        guard let window = window(tilt: tilt, negligible: negligible) else { return nil }
        let transform = FourierTransform(count: window.count)
        var product = ComplexSignal(zeros: window.count)
        for index in product.real.indices { product.real[index] = 1 }

        // Of each part: the norms of its tilted law, and how far its factor can push the error of the product.
        var (logarithm, growth, error, total) = (0.0, 0.0, 0.0, 0.0)
        for part in parts {
            var signal = ComplexSignal(zeros: window.count)
            let normalizer = part.law.moments(tilt: tilt).logarithm
            let (sum, square) = part.law.addTilted(tilt: tilt, normalizer: normalizer, into: &signal.real)
            transform.forward(&signal)
            product.multiply(by: signal, power: part.count)
            let count = Double(part.count)
            let own = transform.relativeError * square.squareRoot()
            logarithm += count * normalizer
            growth += count * Real.logarithm(sum + own * Double(window.count).squareRoot())
            error += count * (own + 4 * 0x1p-53)
            total += count
        }
        transform.backward(&product)

        // Coefficients are at most exp(growth) in size, and each error of one factor is multiplied by the others: the norm of
        // the result's error is that of the parts, what the powers and products erred, and that of the way back.
        let largest = Real.exponential(growth).raised()
        let norm = largest * (error + transform.relativeError + 8 * Double(parts.count) * 0x1p-53) + 1e-90
        let top = min(window.start + window.count - 1, parts.reduce(0) { $0 + $1.law.highest * $1.count })
        return LossTail(
            values: product.real, scale: 1 / Double(window.count), start: window.start, top: top, step: step,
            tilt: tilt,
            logarithm: logarithm, error: norm, above: window.above)
    }

    /// Where the tilted sum lies, by Chernoff's inequality on both sides.
    private func window(tilt: Double, negligible: Double) -> Window? {
        let here = moments(tilt: tilt)
        let deviation = max(here.variance.squareRoot(), step)
        let ends = parts.reduce((low: 0.0, high: 0.0)) { ends, part in
            let count = Double(part.count)
            return (
                ends.low + count * Double(part.law.lowest) * step, ends.high + count * Double(part.law.highest) * step
            )
        }
        var (low, rare, thin) = (ends.low, ends.high, ends.high)
        for distance in [0.1, 0.3, 1.0, 3, 5, 7, 9, 12, 20] {
            // P(L ≥ x) ≤ exp(K(t) − t·x), which is `negligible` at this x; K is taken with its uncertainty.
            let (up, down) = (tilt + distance / deviation, tilt - distance / deviation)
            let above = moments(tilt: up)
            rare = min(rare, (above.logarithm + above.uncertainty - Real.logarithm(negligible)) / up)
            // The tilted probability of L ≥ x, or of L ≤ x, is at most exp(K(t) − K(tilt) + (tilt − t)·x): here exp(−25).
            thin = min(thin, (above.logarithm - here.logarithm + 25) / (up - tilt))
            low = max(low, (here.logarithm - moments(tilt: down).logarithm - 25) / (tilt - down))
        }
        // What is above the window must be rare, and what of it wraps around to small losses must be little.
        let high = max(rare, thin)
        guard high - low < Double(Self.mostPoints - 4) * step else { return nil }
        let start = Int((min(low, high) / step).rounded(.down)) - 1
        let length = Int((high / step).rounded(.up)) + 2 - start
        let count = 1 << (Int.bitWidth - (length - 1).leadingZeroBitCount)
        return Window(start: start, count: count, above: high < ends.high ? negligible : 0)
    }
}

extension PrivacyLossDistribution {
    /// Adds the law times exp(tilt · loss − normalizer) to the places index mod count; returns its sum and sum of squares.
    fileprivate func addTilted(
        tilt: Double, normalizer: Double, into column: inout ContiguousArray<Double>
    ) -> (sum: Double, square: Double) {
        let mask = column.count - 1
        var (sum, square) = (0.0, 0.0)
        for offset in masses.indices where masses[offset] > 0 {
            let exponent = tilt * (Double(lowest + offset) * step)
            let argument = exponent - normalizer
            // The exponent errs by a few units of its terms, and so does, relatively, its exponential.
            let units = 8 + 4 * (exponent.magnitude + normalizer.magnitude)
            let mass = (masses[offset] * Real.exponential(argument)).raised(units)
            column[(lowest + offset) & mask] += mass
            sum += mass
            square += mass * mass
        }
        // Where the law is longer than the window, masses fold, and their sum is what bounds the square.
        let folds = Double(masses.count / column.count + 1)
        return (sum.raised(Double(masses.count)), (square * folds).raised(Double(masses.count)))
    }
}
