import TacitCatalog

/// Metrics with noise that promise to the same people: what they cost together in one window.
struct PriceGroup {
    /// `minute`, `hour` or `day`.
    let window: String
    let unit: ContributorUnit
    let metrics: [MetricReport]

    var unitInWindow: String { unit.one(in: window) }

    private func sum(_ metrics: [MetricReport]) -> (epsilon: Double, delta: Double) {
        metrics.reduce((0, 0)) { ($0.0 + ($1.guarantee.epsilon ?? 0), $0.1 + ($1.guarantee.delta ?? 0)) }
    }

    var price: String {
        let sum = sum(metrics)
        return GuaranteeText.price(sum.epsilon, sum.delta)
    }

    /// Running totals compose in their own way, so each speaks for itself.
    var composition: String {
        let once = metrics.filter { $0.guarantee.horizon == nil }
        let sum = sum(once)
        return
            ((once.isEmpty
            ? [] : [GuaranteeText.composition(sum.epsilon, sum.delta, window: window, unit: unit)])
            + metrics.filter { $0.guarantee.horizon != nil }.map { "\($0.name): \($0.text.composition)" })
            .joined(separator: " ")
    }

    /// Longest windows first.
    static func all(_ report: Report) -> [PriceGroup] {
        ["day", "hour", "minute"].flatMap { window in
            // What is promised to contributors adds up, whether or not records without a name are in it too.
            [[.contributor, .contributorOrRecord], [.record]].compactMap { (units: [ContributorUnit]) in
                let metrics = report.metrics.filter {
                    !$0.isExact && $0.guarantee.window == window && units.contains($0.guarantee.unit)
                }
                guard let first = metrics.first?.guarantee.unit else { return nil }
                let isAlike = metrics.allSatisfy { $0.guarantee.unit == first }
                return PriceGroup(window: window, unit: isAlike ? first : .contributorOrRecord, metrics: metrics)
            }
        }
    }
}
