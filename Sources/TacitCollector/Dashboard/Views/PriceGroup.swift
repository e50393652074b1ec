import TacitCatalog

/// Metrics that promise to the same unit: what they cost together in one window.
struct PriceGroup {
    /// `minute`, `hour` or `day`.
    let window: String
    let unit: ContributorUnit
    let metrics: [MetricReport]

    var unitInWindow: String { unit.one(in: window) }

    private var epsilon: Double { metrics.reduce(0) { $0 + $1.guarantee.epsilon } }
    private var delta: Double { metrics.reduce(0) { $0 + $1.guarantee.delta } }

    var price: String { GuaranteeText.price(epsilon, delta) }

    var composition: String { GuaranteeText.composition(epsilon, delta, window: window, unit: unit) }

    /// Longest windows first.
    static func all(_ report: Report) -> [PriceGroup] {
        ["day", "hour", "minute"].flatMap { window in
            ContributorUnit.allCases.compactMap { unit in
                let metrics = report.metrics.filter { $0.guarantee.window == window && $0.guarantee.unit == unit }
                return metrics.isEmpty ? nil : PriceGroup(window: window, unit: unit, metrics: metrics)
            }
        }
    }
}
