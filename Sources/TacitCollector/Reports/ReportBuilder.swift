package import TacitCatalog
import TacitPrivacy
package import TacitStores
import TacitWire

/// Makes the report that pages, the command line and scripts show, from what the store holds.
///
/// Nothing is drawn here: a release reads the same however often it is asked for.
package struct ReportBuilder: Sendable {
    private let store: any ReleaseStore
    private let now: Int64

    package init(store: any ReleaseStore, now: Int64) {
        self.store = store
        self.now = now
    }

    /// How far back a report reaches: as many windows as one can look at.
    package static func reach(of length: WindowLength) -> Int64 {
        switch length {
        case .minute: 3 * 3600
        case .hour: 7 * 86400
        case .day: 92 * 86400
        }
    }

    /// Fills a skeleton with what the store holds.
    package func fill(_ skeleton: Report) async throws -> Report {
        var report = skeleton
        report.generatedAt = now
        var byMetric: [String: [Release]] = [:]
        for length in WindowLength.allCases {
            for release in try await store.releases(of: length, from: now - Self.reach(of: length)) {
                byMetric[release.metric, default: []].append(release)
            }
        }
        for index in report.metrics.indices {
            let releases = byMetric.removeValue(forKey: report.metrics[index].name) ?? []
            report.metrics[index].windows = try windows(releases)
        }
        // What was released under an earlier catalog is still held, and so it is still shown.
        for (name, releases) in byMetric.sorted(by: { $0.key < $1.key }) {
            guard let last = releases.last else { continue }
            var metric = MetricReport(
                name: name, terms: last.terms, window: last.window.length, unit: last.unit,
                threshold: try last.terms.noise().threshold.value)
            metric.windows = try windows(releases)
            report.metrics.append(metric)
        }
        report.intake = try await intake(skeleton.intake)
        report.holdings += try await holdings()
        return report
    }

    // MARK: Figures

    private func windows(_ releases: [Release]) throws -> [MetricReport.Window] {
        var known: [ReleaseTerms: Reading] = [:]
        // After a change of the window's length there are several lengths.
        return try releases.sorted { $0.window < $1.window }.map { release in
            let reading = try known[release.terms] ?? Reading(release.terms)
            known[release.terms] = reading
            return reading.window(release)
        }
    }

    // MARK: Intake

    private func intake(_ skeleton: Report.Intake) async throws -> Report.Intake {
        var intake = skeleton
        let counts = try await store.intake(from: 0)
        let publications = counts.filter { $0.rule == "publications" }.reduce(0) { $0 + $1.count }
        let half = IntakeNoise.halfWidth(publications: Int(publications))
        func sum(_ rule: String, of signal: String? = nil) -> Int64 {
            counts.filter { $0.rule == rule && (signal == nil || $0.signal == signal) }.reduce(0) { $0 + $1.count }
        }
        intake.since = counts.map(\.day).min() ?? now
        intake.signals = Signal.allCases.map { signal in
            func figure(_ name: String) -> Figure { Figure(sum(name, of: signal.name), plusMinus: half) }
            return Report.Intake.Signal(
                name: signal.name, requests: figure("requests"), received: figure("received"),
                counted: figure("counted"), refused: figure("refused"))
        }
        // A rule is about all signals, each with noise of its own.
        let halfOfAll = IntakeNoise.halfWidth(publications: Int(publications) * Signal.allCases.count)
        intake.reasons = Rule.allCases.filter { $0.showing != .never }.map { rule in
            Report.Intake.Reason(
                rule: rule.id, meaning: rule.meaning,
                count: Figure(sum(rule.id), plusMinus: rule.showing == .exactly ? 0 : halfOfAll))
        }
        .filter { $0.count.lower > 0 }.sorted { $0.count.estimate > $1.count.estimate }
        return intake
    }

    private func holdings() async throws -> [Report.Holding] {
        try await store.holdings().map { holding in
            let (what, dataClass, limit) =
                switch holding.kind {
                case .releases: ("Released figures", 2, "12 months")
                case .exact: ("Exact figures kept for questions, encrypted", 2, "as the catalog says, metric by metric")
                case .answers: ("Answers to questions", 2, "12 months")
                case .ledger: ("Ledger of privacy budget spent", 2, "as long as the store; it is about no one")
                case .counters: ("Intake counters with noise, by day and rule", 3, "90 days")
                }
            return Report.Holding(
                what: what, place: "tacit.sqlite in the state folder", dataClass: dataClass, count: holding.count,
                oldest: holding.oldest, expires: holding.expires, limit: limit)
        }
    }
}

/// Reads releases of the same terms: their noise, and so their intervals, are the same.
private struct Reading {
    let terms: ReleaseTerms
    let noise: MetricNoise
    let values: ValueRange?
    private let contributorsHalf: Int64
    private let halves: [Int64]

    init(_ terms: ReleaseTerms) throws {
        self.terms = terms
        noise = try terms.noise()
        values = try terms.bounds().values
        contributorsHalf = noise.contributors.interval(confidence: .percent95)
        halves = noise.figures.map { $0.interval(confidence: .percent95) }
    }

    func window(_ release: Release) -> MetricReport.Window {
        MetricReport.Window(
            start: release.window.start, end: release.window.end, releasedAt: release.releasedAt,
            observedFrom: release.observedFrom, unit: release.unit,
            epsilon: Double(terms.epsilonMillionths) / 1e6, delta: Double(terms.deltaUnits) / 1e15,
            cells: cells(release), total: total(release))
    }

    /// Declared cells in their order where all dimensions are closed; else what is shown, largest first.
    private func cells(_ release: Release) -> [MetricReport.Cell] {
        guard terms.isClosed else {
            return release.cells.map(cell).filter(\.shown).sorted { $0.size > $1.size }
        }
        let shown = Dictionary(release.cells.map { ($0.labels, $0) }) { first, _ in first }
        return declaredCells.map { labels in
            shown[labels].map(cell) ?? hidden(labels)
        }
    }

    private func hidden(_ labels: [String]) -> MetricReport.Cell {
        MetricReport.Cell(labels: labels, shown: false, contributors: nil, value: nil, buckets: [])
    }

    private var declaredCells: [[String]] {
        terms.dimensions.compactMap(\.domain).reduce([[]]) { cells, domain in
            cells.flatMap { labels in domain.map { labels + [$0] } }
        }
    }

    private func cell(_ cell: ReleasedCell) -> MetricReport.Cell {
        let contributors = Figure(cell.contributors, plusMinus: contributorsHalf)
        var value: Figure?
        var buckets: [Figure] = []
        switch terms.kind {
        case "contributors": value = contributors
        case "mean":
            // A mean of perhaps no records is none.
            guard let values, cell.figures[1] > halves[1] else { return hidden(cell.labels) }
            let mean = RatioInterval(
                noisyCenteredSum: cell.figures[0], sumNoise: noise.figures[0], noisyCount: cell.figures[1],
                countNoise: noise.figures[1], values: values)
            let range = values.value(ofQuanta: values.lowerQuanta)...values.value(ofQuanta: values.upperQuanta)
            guard mean.interval != range else { return hidden(cell.labels) }
            value = Figure(
                estimate: mean.estimate, lower: mean.interval.lowerBound, upper: mean.interval.upperBound)
        case "histogram": buckets = cell.figures.map { Figure($0, plusMinus: halves[0]) }
        default: value = Figure(cell.figures[0], plusMinus: halves[0], times: values?.granularity ?? 1)
        }
        return MetricReport.Cell(
            labels: cell.labels, shown: true, contributors: contributors, value: value, buckets: buckets)
    }

    /// The sum over the shown cells; a sum of contributors would count those twice who touch two cells.
    private func total(_ release: Release) -> Figure? {
        guard terms.kind == "count" || terms.kind == "sum", !terms.dimensions.isEmpty, !release.cells.isEmpty else {
            return nil
        }
        let sum = release.cells.reduce(0) { $0 &+ $1.figures[0] }
        let half = NoiseInterval.ofSum(noise.figures[0], times: release.cells.count)
        return Figure(sum, plusMinus: half, times: values?.granularity ?? 1)
    }
}

extension MetricReport.Cell {
    fileprivate var size: Double {
        value?.estimate ?? (buckets.isEmpty ? contributors?.estimate ?? 0 : buckets.reduce(0) { $0 + $1.estimate })
    }
}

extension MetricReport {
    init(
        name: String, terms: ReleaseTerms, window: WindowLength, unit: ContributorUnit, threshold: Int64,
        keepDays: Int? = nil
    ) {
        self.init(
            name: name, description: terms.description, event: terms.event, kind: terms.kind, unit: terms.unit,
            dimensions: terms.dimensions.map(\.name), edges: terms.edges,
            guarantee: Terms(
                window: window.rawValue, unit: unit, epsilon: Double(terms.epsilonMillionths) / 1e6,
                delta: Double(terms.deltaUnits) / 1e15, maxCells: terms.maxCells, maxPerCell: terms.maxPerCell,
                k: terms.k, threshold: threshold, keepDays: keepDays),
            windows: [])
    }
}
