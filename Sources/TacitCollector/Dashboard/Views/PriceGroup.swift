import TacitCatalog

/// Metrics with noise that promise to the same people: what they cost together in one window.
struct PriceGroup {
    /// `minute`, `hour` or `day`.
    let window: String
    let unit: ContributorUnit
    let metrics: [MetricReport]

    var unitInWindow: String { unit.one(in: window) }

    private var epsilon: Double { metrics.reduce(0) { $0 + ($1.guarantee.epsilon ?? 0) } }
    private var delta: Double { metrics.reduce(0) { $0 + ($1.guarantee.delta ?? 0) } }

    var price: String { GuaranteeText.price(epsilon, delta) }

    var composition: String { GuaranteeText.composition(epsilon, delta, window: window, unit: unit) }

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
