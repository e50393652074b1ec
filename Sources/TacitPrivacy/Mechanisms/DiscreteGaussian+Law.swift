/// What the distribution is, for readers: intervals, charts, tests. Nothing in it depends on collected values; what must
/// not be too small is rounded to the safe side.
extension DiscreteGaussian {
    /// P(Z = `k`).
    public func probability(of k: Int64) -> Double { weight(of: Double(k)) / normalizer }

    /// The variance, in squared units of the figure. It is a little below sigma² where sigma is small.
    public var variance: Double {
        guard sigma < Self.smooth else { return sigma * sigma }
        var sum = 0.0
        for k in 1...Self.summed { sum += Double(k * k) * weight(of: Double(k)) }
        return 2 * sum / normalizer
    }

    /// P(|Z| > `size`), both sides together, or an upper bound of it that is too large by less than a part in 1,000.
    ///
    /// Above a sigma of 4,096 the sum is bounded by the integral from half a unit earlier: the density is convex beyond
    /// sigma, where each term is at most its integral over the unit around it, and concave terms are counted as the
    /// density one unit earlier.
    public func tail(beyond size: Int64) -> Double {
        guard size >= 0 else { return 1 }
        let first = Double(size) + 1
        guard sigma <= 4096 else {
            return min(1, 2 * Real.gaussianTail((first - (first > sigma + 1 ? 0.5 : 1)) / sigma))
        }
        var (sum, k) = (0.0, first)
        while true {
            let term = weight(of: k)
            sum += term
            if term <= sum * 1e-17 { break }
            k += 1
        }
        return min(1, 2 * sum / normalizer)
    }

    /// The half-width of the interval: a smallest m with P(|Z| ≤ m) ≥ the confidence (above a sigma of 4,096 at most one
    /// unit more). In the unit of the figure.
    public func interval(confidence: Confidence = .percent95) -> Int64 {
        // Beyond 9 sigma the tail is below 10⁻¹⁸, and the least confidence misses more.
        var (low, high) = (Int64(-1), Int64(9 * sigma) + 9)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            // A relative margin of 10⁻¹² is above the rounding of the tail, and on the safe side.
            if tail(beyond: middle) * (1 + 1e-12) <= confidence.miss { high = middle } else { low = middle }
        }
        return high
    }

    /// From here on the sum of the weights is its integral to more digits than a `Double` has.
    private static let smooth = 2.0
    /// For a smaller sigma, weights beyond this are below 10⁻³⁰⁰.
    private static let summed = 80

    private func weight(of k: Double) -> Double { Real.exponential(-k * k / (2 * sigma * sigma)) }

    /// The sum of all weights. By Poisson's summation formula it is √(2π) sigma (1 + 2 exp(−2 π² sigma²) + …).
    private var normalizer: Double {
        guard sigma < Self.smooth else { return (2 * Double.pi).squareRoot() * sigma }
        var sum = 0.0
        for k in 1...Self.summed { sum += weight(of: Double(k)) }
        return 1 + 2 * sum
    }
}
