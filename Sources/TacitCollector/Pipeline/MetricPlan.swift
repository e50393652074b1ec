import TacitCatalog
import TacitPrivacy
import TacitStores

/// A metric as windows add it up: which fields make its cell, what is added, and what protects its release.
final class MetricPlan: Sendable {
    let metric: Metric
    let unit: ContributorUnit
    /// The consent category of the event that it counts.
    let category: String
    let terms: ReleaseTerms
    let bounds: ContributionBounds
    let protection: Protection
    let dimensions: [DimensionPlan]
    /// The event's field that is measured.
    let measure: Int?
    /// Integers in each cell: see `ReleasedCell.figures`.
    let figures: Int
    let isClosed: Bool
    /// The number of declared cells of the closed dimensions.
    let closedCells: Int
    /// For how many seconds its figures are kept.
    let lifetime: Int64

    init(_ metric: Metric, of event: Event, unit: ContributorUnit, lifetime: Int64) throws(PrivacyError) {
        self.metric = metric
        self.lifetime = lifetime
        self.unit = unit
        category = event.consent.category
        terms = ReleaseTerms(metric, of: event)
        bounds = try terms.bounds()
        protection = try terms.protection()
        dimensions = metric.dimensions.compactMap { DimensionPlan($0, of: event) }
        measure = metric.kind.field.flatMap { name in event.fields.firstIndex { $0.name == name } }
        isClosed = terms.isClosed
        closedCells = dimensions.map(\.radix).filter { $0 > 0 }.reduce(1, *)
        figures =
            switch metric.kind {
            case .count, .sum: 1
            case .mean: 2
            case .histogram(_, let edges): edges.count + 1
            case .contributors: 0
            }
    }

    /// The labels of a cell, from the mixed-radix number of its closed dimensions and the labels of its open ones.
    func labels(closed: Int, open: [String]) -> [String] {
        var rest = closed
        var openLabels = open[...]
        var labels: [String] = []
        for dimension in terms.dimensions {
            if let domain = dimension.domain {
                labels.append(domain[rest % domain.count])
                rest /= domain.count
            } else {
                labels.append(openLabels.popFirst() ?? "")
            }
        }
        return labels
    }
}

extension ReleaseTerms {
    init(_ metric: Metric, of event: Event) {
        let guarantee = metric.guarantee
        let measured = metric.kind.field.flatMap { event.field(named: $0)?.measure }
        let edges = if case .histogram(_, let edges) = metric.kind { edges } else { [Double]() }
        let unit =
            switch metric.kind {
            case .count: "events"
            // Who is in two windows counts twice in their total.
            case .contributors:
                metric.mode.horizon == nil ? "contributors" : "contributor \(guarantee.window.rawValue)s"
            case .sum, .mean, .histogram: measured?.unit ?? ""
            }
        let dimensions = metric.dimensions.compactMap { dimension in
            event.field(named: dimension.field).map {
                Dimension(name: dimension.name, domain: $0.domain(at: dimension.level))
            }
        }
        self.init(
            description: metric.description, event: event.name, kind: metric.kind.label, unit: unit,
            dimensions: dimensions, edges: edges,
            range: measured.map {
                Range(lower: $0.bounds.min, upper: $0.bounds.max, granularity: $0.bounds.granularity)
            },
            level: guarantee.level, epsilonMillionths: guarantee.spend.epsilonMillionths,
            deltaUnits: dimensions.allSatisfy { $0.domain != nil } && metric.mode.horizon == nil
                ? 0 : guarantee.spend.deltaUnits,
            maxCells: guarantee.maxCells, maxPerCell: guarantee.maxPerCell, k: guarantee.k,
            horizon: metric.mode.horizon)
    }
}
