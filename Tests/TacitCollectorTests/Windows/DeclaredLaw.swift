import Foundation

/// The discrete Laplace law from its declared parts, apart from the code under test: P(Z = k) = (1 − t)/(1 + t) · t^|k| with
/// t = exp(−epsilon / L1).
struct DeclaredLaw {
    let t: Double

    init(epsilon: Double, l1: Double) { t = exp(-epsilon / l1) }

    func probability(ofAtLeast k: Int64) -> Double {
        k > 0 ? pow(t, Double(k)) / (1 + t) : 1 - pow(t, Double(1 - k)) / (1 + t)
    }

    /// How many standard deviations Pearson's statistic of the samples lies above its mean (Wilson and Hilferty's cube-root
    /// transform), over at most 60 bins of equal width and the two tails; bins with less than 10 expected are pooled.
    ///
    /// `atLeast`: samples below it can't be seen, and the law is that of the others.
    func deviation(_ samples: [Int64], atLeast lowest: Int64? = nil) -> Double {
        let scale = -1 / log(t)
        let step = max(1, Int64((scale / 5).rounded()))
        let edges = (-30...30).map { $0 * step }.filter { $0 > lowest ?? .min }
        var observed = [Double](repeating: 0, count: edges.count + 1)
        for sample in samples { observed[edges.count { $0 <= sample }] += 1 }
        let all = lowest.map { probability(ofAtLeast: $0) } ?? 1
        let upper = [all] + edges.map { probability(ofAtLeast: $0) } + [0]
        let expected = zip(upper, upper.dropFirst()).map { ($0 - $1) / all * Double(samples.count) }
        var bins: [(observed: Double, expected: Double)] = []
        var open = (observed: 0.0, expected: 0.0)
        for (seen, due) in zip(observed, expected) {
            open = (open.observed + seen, open.expected + due)
            if open.expected >= 10 {
                bins.append(open)
                open = (0, 0)
            }
        }
        guard bins.count > 1 else { return .infinity }
        bins[bins.count - 1].observed += open.observed
        bins[bins.count - 1].expected += open.expected
        let statistic = bins.reduce(0) { $0 + ($1.observed - $1.expected) * ($1.observed - $1.expected) / $1.expected }
        let freedom = Double(bins.count - 1)
        let spread = 2 / (9 * freedom)
        return (cbrt(statistic / freedom) - (1 - spread)) / spread.squareRoot()
    }
}
