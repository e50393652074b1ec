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
                threshold: try last.terms.protection().threshold)
            metric.windows = try windows(releases)
            report.metrics.append(metric)
        }
        report.intake = try await intake(skeleton.intake)
        if let record = try await store.document(TacitCollector.Retention.document) {
            report.retention?.record = (try? JSON.value(RetentionRecord.self, from: record)) ?? RetentionRecord()
        }
        report.holdings += try await holdings(report.retention?.limits ?? RetentionLimits())
        return report
    }

    // MARK: Figures

    private func windows(_ releases: [Release]) throws -> [MetricReport.Window] {
        var known: [ReleaseTerms: ReleaseReading] = [:]
        // After a change of the window's length there are several lengths.
        let releases = releases.sorted { $0.window < $1.window }
        return try releases.indices.map { index in
            let release = releases[index]
            let reading = try known[release.terms] ?? ReleaseReading(release.terms)
            known[release.terms] = reading
            return reading.window(release, after: releases[..<index].reversed())
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
        intake.sealed = Figure(sum("sealed"), plusMinus: half)
        intake.erasures = Figure(sum("erasures"), plusMinus: half)
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

    private func holdings(_ limits: RetentionLimits) async throws -> [Report.Holding] {
        let aggregates =
            Self.words(limits.aggregates.seconds)
            + (limits.metrics.isEmpty ? "" : "; \(limits.metrics.count) metrics have a limit of their own")
        return try await store.holdings(limits).map { holding in
            let (what, dataClass, limit) =
                switch holding.kind {
                case .releases: ("Released figures", 2, aggregates)
                case .exact: ("Exact figures kept for questions, encrypted", 2, "as the catalog says, metric by metric")
                case .steps: ("Exact figures behind running totals, encrypted", 2, "until the horizon of each metric")
                case .answers: ("Answers to questions", 2, aggregates)
                case .ledger: ("Ledger of privacy budget spent", 2, "as long as the store; it is about no one")
                case .counters:
                    ("Intake counters with noise, by day and rule", 3, Self.words(limits.operational.seconds))
                }
            return Report.Holding(
                what: what, place: "tacit.sqlite in the state folder", dataClass: dataClass, count: holding.count,
                oldest: holding.oldest, expires: holding.expires, limit: limit)
        }
    }
}

extension ReportBuilder {
    /// `12 months`, `90 days`, `36 hours`.
    static func words(_ seconds: Int64) -> String {
        if seconds == 365 * 86400 { return "12 months" }
        let (count, unit) = seconds.isMultiple(of: 86400) ? (seconds / 86400, "day") : (seconds / 3600, "hour")
        return count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
    }
}

extension Report.Retention {
    init(_ limits: RetentionLimits, _ record: RetentionRecord) {
        self.init(
            aggregates: limits.aggregates.seconds, operational: limits.operational.seconds,
            detail: limits.detail.seconds,
            metrics: limits.metrics.sorted { $0.key < $1.key }.map {
                MetricLimit(metric: $0.key, dataClass: $0.value.dataClass, seconds: $0.value.seconds)
            }, record: record)
    }

    /// No limit is longer than ten years, whatever somebody has written into the store.
    private static func possible(_ seconds: Int64) -> Int64 { min(max(0, seconds), 3650 * 86400) }

    package var limits: RetentionLimits {
        var limits = RetentionLimits()
        limits.aggregates.seconds = Self.possible(aggregates)
        limits.operational.seconds = Self.possible(operational)
        limits.detail.seconds = Self.possible(detail)
        for metric in metrics {
            limits.metrics[metric.metric] = .init(
                dataClass: metric.dataClass, seconds: Self.possible(metric.seconds))
        }
        return limits
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
            closed: terms.isClosed,
            guarantee: Terms(
                privacy: terms.level, window: window.rawValue, unit: unit, epsilon: terms.shownEpsilon,
                delta: terms.shownDelta, maxCells: terms.maxCells, maxPerCell: terms.maxPerCell, k: terms.k,
                threshold: threshold, keepDays: keepDays, horizon: terms.horizon,
                rho: terms.horizon == nil ? nil : (try? terms.price())?.rho.approximation),
            windows: [])
        guarantee.promise = text.summary
    }
}
