/// What the distribution is, for readers: intervals, charts, thresholds, tests. Floating point is fine here, because
/// nothing in it depends on collected values; what must not be too small is rounded to the safe side.
extension DiscreteLaplace {
    /// P(Z = `k`).
    public func probability(of k: Int64) -> Double {
        Real.hyperbolicTangent(0.5 / scale) * power(of: Double(k.magnitude))
    }

    /// The variance, 1 / (2 sinh²(1 / (2 scale))), in squared units of the figure.
    public var variance: Double {
        let sine = Real.hyperbolicSine(0.5 / scale)
        return 0.5 / (sine * sine)
    }

    /// P(|Z| > `size`), both sides together: 2 t^(size + 1) / (1 + t).
    ///
    /// ```swift
    /// noise.tail(beyond: noise.interval())     // at most 0.05
    /// ```
    public func tail(beyond size: Int64) -> Double {
        size < 0 ? 1 : 2 * power(of: Double(size) + 1) / (1 + ratio)
    }

    /// P(Z ≥ `k`), one side.
    public func probability(ofAtLeast k: Int64) -> Double {
        k > 0 ? power(of: Double(k)) / (1 + ratio) : 1 - power(of: 1 - Double(k)) / (1 + ratio)
    }

    /// The half-width of the interval: the smallest m with P(|Z| ≤ m) ≥ the confidence.
    ///
    /// The true entry lies in `released ± m` at least that often, whatever it is. In the unit of the figure.
    public func interval(confidence: Confidence = .percent95) -> Int64 {
        // 2 t^(m + 1) / (1 + t) ≤ miss; the estimate is then moved to the smallest m for which it holds.
        let estimate = Real.logarithm(confidence.miss * (1 + ratio) / 2) * -scale
        guard estimate < 0x1p62 else { return .max }
        var size = max(0, Int64(estimate) - 2)
        // A relative margin of 10⁻¹² is far above the rounding of the tail, and on the safe side.
        while tail(beyond: size) * (1 + 1e-12) > confidence.miss { size += 1 }
        return size
    }

    /// t = exp(−1 / scale).
    var ratio: Double { Real.exponential(-1 / scale) }

    private func power(of exponent: Double) -> Double { Real.exponential(-exponent / scale) }
}
