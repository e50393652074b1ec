/// A true number of answers, as far as it can be known from responses with local noise.
///
/// No privacy is spent: it is computed from what was sent. Adjacency of what was sent: one answer replaced by any other.
public struct ResponseEstimate: Hashable, Sendable {
    /// The unbiased estimate; noise may carry it below 0 or above the number of responses.
    public let value: Double
    /// Where the true number lies at the wanted confidence, within 0 and the number of responses.
    public let interval: ClosedRange<Double>
}

/// How often an answer is reported by those who gave it and by those who did not.
struct ResponseLaw {
    let present: Double
    let absent: Double

    /// The variance of the estimate for an answer that nobody gave, for each response.
    var variancePerResponse: Double {
        absent * (1 - absent) / ((present - absent) * (present - absent))
    }

    /// The score interval: all N for which the count is within z standard deviations *of that N*, with half a unit for
    /// continuity. (Wilson 1927, JASA 22(158), 209–212.)
    func estimate(count: Double, of all: Double, confidence: Confidence) -> ResponseEstimate {
        let (p, q) = (present, absent)
        let z = Real.normalReach(miss: confidence.miss)
        func isWithin(_ number: Double) -> Bool {
            let variance = number * p * (1 - p) + (all - number) * q * (1 - q)
            let distance = max(0, abs(count - all * q - number * (p - q)) - 0.5)
            return distance * distance <= z * z * variance
        }
        let value = (count - all * q) / (p - q)
        let center = min(max(value, 0), all)
        /// The last number on the way from the center to `end` that is within.
        func edge(_ end: Double) -> Double {
            guard isWithin(center), !isWithin(end) else { return end == 0 ? min(end, center) : max(end, center) }
            var (inside, outside) = (center, end)
            for _ in 0..<60 {
                let middle = (inside + outside) / 2
                if isWithin(middle) { inside = middle } else { outside = middle }
            }
            return outside
        }
        guard isWithin(center) else { return ResponseEstimate(value: value, interval: center...center) }
        return ResponseEstimate(value: value, interval: edge(0)...edge(all))
    }
}
