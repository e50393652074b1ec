import TacitCatalog
import TacitPrivacy
import TacitStores

/// Makes the report of a question from its plan, its windows and, where there is one, its answer.
struct QueryReportBuilder {
    private let plan: QueryPlan
    private let coverage: QueryCoverage

    init(_ plan: QueryPlan, _ coverage: QueryCoverage) {
        self.plan = plan
        self.coverage = coverage
    }

    func price(_ query: PreparedQuery, left: [QueryReport.Left], refusal: QueryRefusal?) throws -> QueryReport {
        var report = try report(
            refusal == nil ? .price : .unaffordable, query.terms, query.price.spend, partner: query.partner, left: left)
        report.refusal = refusal.map {
            QueryReport.Refusal(
                message: $0.description, largestEpsilon: $0.largestEpsilon, affordableFrom: $0.affordableFrom)
        }
        return report
    }

    func answer(_ answer: Answer, isNew: Bool, left: [QueryReport.Left]) throws -> QueryReport {
        var report = try report(
            isNew ? .answered : .repeated, answer.terms, answer.price, partner: answer.partner, left: left)
        report.answeredAt = answer.answeredAt
        guard let first = answer.windows.first, let last = answer.windows.last else { return report }
        let release = Release(
            metric: answer.metric, window: first, observedFrom: first.start, releasedAt: answer.answeredAt,
            expiresAt: answer.expiresAt, unit: answer.unit, terms: answer.terms, cells: answer.cells)
        var window = try ReleaseReading(answer.terms).window(release)
        window.end = last.end
        report.figures.windows = [window]
        return report
    }

    private func report(
        _ state: QueryReport.State, _ terms: ReleaseTerms, _ price: PrivacySpend, partner: String?,
        left: [QueryReport.Left]
    ) throws -> QueryReport {
        QueryReport(
            state: state, question: plan.canonical, partner: partner, coverage: shownCoverage,
            cost: QueryReport.Cost(
                epsilon: QueryBudget.epsilon(price.epsilonMillionths),
                delta: Double(price.deltaUnits) / Double(Delta.unitsPerOne),
                epsilonMillionths: price.epsilonMillionths, deltaUnits: price.deltaUnits,
                unit: plan.unit.one(in: plan.length.rawValue),
                windows: state == .repeated ? 0 : Int64(coverage.windows.count)),
            left: left, refusal: nil, expected: try expected(terms), answeredAt: nil,
            figures: MetricReport(
                name: plan.metric.name, terms: terms, window: plan.length, unit: plan.unit,
                threshold: try terms.protection().threshold))
    }

    private var shownCoverage: QueryReport.Coverage {
        let length = plan.length.seconds
        return QueryReport.Coverage(
            window: plan.length.rawValue, from: plan.asked.lowerBound, to: plan.asked.upperBound,
            asked: Int64(plan.asked.count) / length, used: Int64(coverage.windows.count),
            missing: coverage.gaps.map { gap in
                QueryReport.Coverage.Missing(
                    from: gap.range.lowerBound, to: gap.range.upperBound, windows: Int64(gap.range.count) / length,
                    reason: gap.reason.rawValue)
            },
            partial: coverage.partial.map {
                QueryReport.Coverage.Partial(start: $0.window.start, observedFrom: $0.observedFrom)
            })
    }

    /// Known beforehand, because the noise depends on nothing that was collected.
    private func expected(_ terms: ReleaseTerms) throws -> [QueryReport.Expected] {
        guard let noise = try terms.protection().noise else { return [] }
        let step = terms.range?.granularity ?? 1
        let halves = noise.figures.map { Double($0.interval(confidence: .percent95)) }
        let contributors = QueryReport.Expected(
            figure: "contributors", unit: plan.contributors(windows: coverage.windows.count),
            halfWidth: Double(noise.contributors.interval(confidence: .percent95)))
        let figures: [QueryReport.Expected] =
            switch plan.metric.kind {
            case .contributors: []
            case .count: [.init(figure: "count", unit: "events", halfWidth: halves[0])]
            case .sum: [.init(figure: "sum", unit: terms.unit, halfWidth: halves[0] * step)]
            case .mean:
                [
                    .init(figure: "sum around the middle", unit: terms.unit, halfWidth: halves[0] * step),
                    .init(figure: "count", unit: "events", halfWidth: halves[1]),
                ]
            case .histogram: [.init(figure: "bucket", unit: "events", halfWidth: halves[0])]
            }
        return figures + [contributors]
    }
}
