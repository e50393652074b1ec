/// All x within a range for which a noisy `level − slope · x` may come from 0: the interval of a quotient level / slope.
///
/// For the true x the difference *is* a sum of noises with known weights, so it lies within their quantile exactly as
/// often as wanted, however small the slope is. (Fieller 1954, "Some Problems in Interval Estimation", JRSS B 16(2),
/// 175–185, with Laplace instead of normal noise.) Where noise may have made the whole slope, it is the whole range.
struct LinearInterval {
    let level: Double
    let slope: Double
    let range: ClosedRange<Double>
    /// The noise of the difference at x.
    let noise: (Double) -> LaplaceSum

    /// The estimate and the interval around it.
    func solve(confidence: Confidence) -> (estimate: Double, interval: ClosedRange<Double>) {
        guard slope > 0 else { return (middle, range) }
        let estimate = min(max(level / slope, range.lowerBound), range.upperBound)
        func isWithin(_ x: Double) -> Bool {
            noise(x).tail(beyond: abs(level - slope * x)) >= confidence.miss
        }
        // On either side of the estimate the distance is linear and the quantile is convex, so beyond the edge that is
        // found there is nothing unless the end of the range itself is within.
        func edge(_ end: Double) -> Double {
            if isWithin(end) { return end }
            var (inside, outside) = (estimate, end)
            for _ in 0..<52 {
                let middle = (inside + outside) / 2
                if isWithin(middle) { inside = middle } else { outside = middle }
            }
            return outside
        }
        guard isWithin(estimate) else { return (estimate, estimate...estimate) }
        return (estimate, edge(range.lowerBound)...edge(range.upperBound))
    }

    private var middle: Double { (range.lowerBound + range.upperBound) / 2 }
}
