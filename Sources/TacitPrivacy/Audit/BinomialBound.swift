/// Clopper and Pearson's exact bounds of a probability from a number of successes.
enum BinomialBound {
    /// The largest p for which at least `successes` of `trials` come with probability at most `miss`.
    static func lower(_ successes: Int, of trials: Int, miss: Double) -> Double {
        guard successes > 0 else { return 0 }
        var (inside, outside) = (0.0, 1.0)
        for _ in 0..<100 {
            let middle = (inside + outside) / 2
            let isInside = tail(atLeast: successes, of: trials, probability: middle) <= miss
            if isInside { inside = middle } else { outside = middle }
        }
        return inside
    }

    /// The smallest p for which at most `successes` of `trials` come with probability at most `miss`.
    static func upper(_ successes: Int, of trials: Int, miss: Double) -> Double {
        guard successes < trials else { return 1 }
        // At most k successes are at least n − k failures.
        return 1 - lower(trials - successes, of: trials, miss: miss)
    }

    /// P(X ≥ k): the terms fall from k on if k is above the mean; else it is far above any `miss`, and 1 will do.
    private static func tail(atLeast k: Int, of n: Int, probability p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard Double(k) > Double(n) * p else { return 1 }
        let (count, first) = (Double(n), Double(k))
        let choose =
            Real.logarithmOfGamma(count + 1) - Real.logarithmOfGamma(first + 1)
            - Real.logarithmOfGamma(count - first + 1)
        let logarithm = choose + first * Real.logarithm(p) + (count - first) * Real.logarithmOfOnePlus(-p)
        var (term, sum, x) = (1.0, 1.0, first)
        while x < count, term > sum * 1e-17 {
            term *= (count - x) / (x + 1) * p / (1 - p)
            sum += term
            x += 1
        }
        return min(1, Real.exponential(logarithm) * sum)
    }
}
