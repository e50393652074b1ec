/// How much of a Gaussian lies between two points, with the size of the numbers it was taken from.
struct GaussianSpan {
    /// The probability, with an error of a few units of `scale`.
    let mass: Double
    /// What was subtracted: rounding errors are relative to this, not to the mass.
    let scale: Double

    init(mass: Double, scale: Double) {
        self.mass = mass
        self.scale = scale
    }

    /// The span of a continuous standard Gaussian from `start` to `end`.
    init(standard start: Double, _ end: Double) {
        self.init(from: start, to: end, tail: Real.gaussianTail)
    }

    /// The span of a discrete Gaussian from `start` to `end`, both halfway between integers, with sigma 1,024 or more.
    ///
    /// The Euler–Maclaurin formula with two corrections: the next term is 31/967,680 · z⁵ / sigma⁶ of the tail, below 10⁻¹⁷
    /// for the 14 sigma looked at, and the sum of all weights is sigma · √(2π) up to 2·exp(−2π²·sigma²).
    init(integersFrom start: Double, to end: Double, sigma: Double) {
        self.init(from: start / sigma, to: end / sigma) { z in
            guard z.isFinite else { return Real.gaussianTail(z) }
            let slope = -z / (24 * sigma * sigma)
            let bend = 7 * (z * z * z - 3 * z) / (5_760 * sigma * sigma * sigma * sigma)
            return Real.gaussianTail(z) + Real.gaussianDensity(z) * (slope + bend)
        }
    }

    private init(from start: Double, to end: Double, tail: (Double) -> Double) {
        if start >= end {
            (mass, scale) = (0, 0)
        } else if start > 0 {
            scale = tail(start)
            mass = scale - tail(end)
        } else if end < 0 {
            scale = tail(-end)
            mass = scale - tail(-start)
        } else {
            scale = 1
            mass = 1 - tail(-start) - tail(end)
        }
    }
}
