/// The law of a sum of independent discrete Laplace noises, prepared for one confidence. See ``NoiseInterval``.
struct NoiseSum {
    /// Noises of one scale, how many there are, and aᵢ = 1 / sinh²(1 / (2 scale)).
    private struct Group {
        let scale: Double
        let count: Int
        let spread: Double
    }

    private let confidence: Confidence
    /// A size that |S| exceeds with probability below the aliasing error.
    private let reach: Int64
    /// N, the number of points on the circle.
    private let points: Double
    /// φ(uⱼ) / sin(uⱼ/2) for j = 1, 2, … as far as it matters.
    private let weights: [Double]
    /// What the computed probability may be too large by.
    private let error: Double
    private let deviation: Double

    /// - Parameter counts: how many noises there are of each scale.
    init(_ counts: [Double: Int], confidence: Confidence) {
        let groups = counts.map { scale, count in
            let sine = Real.hyperbolicSine(0.5 / scale)
            return Group(scale: scale, count: count, spread: 1 / (sine * sine))
        }
        .sorted { $0.scale > $1.scale }
        self.confidence = confidence

        // Half of the tolerated error for the wrap around the circle, half for the points that are left out; the last
        // term covers rounding, which is below 10⁻¹⁰ for up to a million points.
        let tolerated = confidence.miss * 1e-4
        reach = Self.reach(of: groups, probability: tolerated / 2)
        points = 2 * Double(reach) + 1
        weights = Self.weights(of: groups, points: points, error: tolerated / 2)
        error = tolerated + 1e-10
        deviation = groups.reduce(0) { $0 + Double($1.count) * $1.spread / 2 }.squareRoot()
    }

    /// The smallest half-width whose probability, less all errors, reaches the confidence.
    func halfWidth() -> Int64 {
        guard reach < Self.largestReach else { return .max }
        // The sum's tail beyond `reach` is below the error, so `reach` itself always covers.
        var (low, high) = (Int64(-1), reach)
        var guess = Int64(min(2 * deviation, Double(reach) / 2))
        var step = max(1, Int64(deviation / 16))
        while high - low > 1 {
            if covers(guess) { high = guess } else { low = guess }
            // Gallop away from the first guess, then halve.
            let next = high == guess ? guess - step : guess + step
            step *= 2
            guess = next > low && next < high && (low == -1 || high == reach) ? next : low + (high - low) / 2
        }
        return high
    }

    /// P(|S| ≤ size) ≥ confidence, with all errors counted against it.
    private func covers(_ size: Int64) -> Bool {
        probability(within: size) - error >= confidence.probability
    }

    /// P(S mod N in −size…size), less the points left out.
    private func probability(within size: Int64) -> Double {
        let width = 2 * Double(size) + 1
        let angle = Double.pi * width / points
        var sum = width / 2
        for (index, weight) in weights.enumerated() {
            sum += weight * Real.sine(angle * Double(index + 1))
        }
        return 2 * sum / points
    }

    private static let largestReach = Int64(1) << 61

    /// L with P(|S| > L) ≤ probability, by Chernoff's bound 2 E[exp(λS)] exp(−λL) at the best of several λ.
    ///
    /// For λ = θ / (largest scale) with θ < 1 the moment generating function of a noise is
    /// 1 / (1 − a sinh²(λ/2)), with a = 1 / sinh²(1 / (2 scale)).
    private static func reach(of groups: [Group], probability: Double) -> Int64 {
        let largest = groups[0].scale
        var best = Double.infinity
        for step in 1..<40 {
            let rate = Double(step) / 40 / largest
            let sine = Real.hyperbolicSine(rate / 2)
            let logarithm = groups.reduce(0.0) {
                $0 - Double($1.count) * Real.logarithmOfOnePlus(-$1.spread * sine * sine)
            }
            best = min(best, (logarithm - Real.logarithm(probability / 2)) / rate)
        }
        return best < Double(largestReach) ? Int64(best.rounded(.up)) : largestReach
    }

    /// The weights of the points up to where the rest is below `error`.
    ///
    /// Every factor of φ decreases on 0…π. Where a sin²(u/2) ≥ 1 for the largest scale, φ(v)/φ(u) ≤ (π²/2) (u/v)² for
    /// v > u, and |sin| / sin(v/2) ≤ π/v, so the points after u add up to at most (π²/4) φ(u).
    private static func weights(of groups: [Group], points: Double, error: Double) -> [Double] {
        var weights: [Double] = []
        let last = (points - 1) / 2
        var index = 1.0
        while index <= last {
            let sine = Real.sine(Double.pi * index / points)
            let square = sine * sine
            let phi = characteristic(of: groups, at: square)
            weights.append(phi / sine)
            if groups[0].spread * square >= 1, phi * (Double.pi * Double.pi / 4) <= error { break }
            index += 1
        }
        return weights
    }

    /// φ where sin²(u/2) is `square`.
    private static func characteristic(of groups: [Group], at square: Double) -> Double {
        var logarithm = 0.0
        var product = 1.0
        for group in groups {
            let factor = 1 + group.spread * square
            if group.count == 1 {
                product *= factor
                // Stays far from overflow: a factor is below 1e40, since scales are below 2⁶³.
                if product > 1e200 {
                    logarithm += Real.logarithm(product)
                    product = 1
                }
            } else {
                logarithm += Double(group.count) * Real.logarithm(factor)
            }
        }
        return Real.exponential(-logarithm) / product
    }
}
