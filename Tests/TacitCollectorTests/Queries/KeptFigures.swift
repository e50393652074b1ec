import TacitCatalog
import TacitPrivacy
import TacitStores
import TestHarness

@testable import TacitCollector

/// A store in which a test puts exact figures, and a catalog that answers questions about them.
struct KeptFigures {
    /// 2027-01-16, a Saturday.
    static let firstDay: Int64 = 1_800_057_600
    static let day: Int64 = 86_400

    let folder: TemporaryFolder
    let store: SQLiteStore
    var catalog: Catalog
    /// Noon of the day after the last window that has closed.
    var now: Int64

    init(days: Int = 30, budget: String = "10", accounting: Budget.Accounting = .pure) throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
        catalog = try Self.catalog(budget: budget, accounting: accounting)
        now = Self.firstDay + Int64(days) * Self.day + 43_200
    }

    var queries: Queries { Queries(store: store, catalog: catalog, now: now) }

    static func catalog(
        budget: String = "10", accounting: Budget.Accounting = .pure, maxPerCell: Int = 3,
        features: [String] = ["search", "export", "share"]
    ) throws -> Catalog {
        let bounds = Field.Bounds(min: 0, max: 1000, granularity: 1)
        let used = TestCatalog.event(
            "feature.used",
            fields: [
                ("feature", .enumeration(values: features, other: "other")),
                ("plan", .enumeration(values: ["free", "paid plan"], other: nil)),
                ("version", .version(.minor)), ("time", .duration(bounds, buckets: [])),
            ], sources: [])
        let failed = TestCatalog.event("job.failed", fields: [("code", .code(maxLength: 20))], sources: [])
        let keep = Metric.Mode.onQuery(keepDays: 40)
        func metric(
            _ name: String, of event: String = "feature.used", _ kind: Metric.Kind = .count,
            by dimensions: [String] = [],
            window: WindowLength = .day, epsilon: String = "1", mode: Metric.Mode = keep
        ) throws -> Metric {
            try TestCatalog.metric(
                name, of: event, kind, by: dimensions, window: window, epsilon: epsilon, maxCells: 2,
                maxPerCell: maxPerCell, mode: mode)
        }
        var catalog = try TestCatalog.catalog(
            [used, failed],
            [
                metric("uses", by: ["feature"]), metric("uses.fine", by: ["feature", "plan", "version"]),
                metric("time.total", .sum(field: "time"), by: ["feature"]),
                metric("time.mean", .mean(field: "time"), by: ["feature"]),
                metric("time.spread", .histogram(field: "time", edges: [10, 100]), by: ["feature"]),
                metric("users", .contributors, by: ["feature"]),
                metric("plans", .contributors, by: ["plan"], mode: .onClose),
                metric("failures", of: "job.failed", by: ["code"], window: .hour, epsilon: "2"),
            ], epsilon: budget)
        catalog.budget.categories = [Budget.Share("essential", try Epsilon(budget))]
        catalog.budget.partners = [Budget.Share("north_clinic", try Epsilon("0.5"))]
        catalog.budget.accounting = accounting
        return catalog
    }

    /// Keeps a window of a metric, as a collector does when it closes.
    func keep(
        _ metric: String, day: Int = 0, hour: Int? = nil, seenFrom: Int64 = 0, catalog: Catalog? = nil,
        _ cells: [ExactWindow.Cell]
    ) async throws {
        let catalog = catalog ?? self.catalog
        let metric = catalog.metric(named: metric)!
        let event = catalog.event(named: metric.event)!
        let start = Self.firstDay + Int64(day) * Self.day + Int64(hour ?? 0) * 3600
        let window = WindowID(length: metric.guarantee.window, start: start)
        var exact = ExactBytes(capacity: 1 << 16)
        for cell in cells {
            exact.append(labels: cell.labels, contributors: cell.contributors, figures: cell.figures)
        }
        var bytes = exact.finish()
        var sealed = SealedWindow(
            metric: metric.name, window: window, observedFrom: window.start + seenFrom, sealedAt: window.end + 3600,
            expiresAt: window.end + 3600 + Int64(metric.mode.keepDays ?? 0) * Self.day,
            unit: catalog.unit(of: event), terms: ReleaseTerms(metric, of: event))
        sealed.envelope = try store.seal(&bytes, context: sealed.context)
        try await store.commit(ClosedWindow(window, sealed: [sealed]), limits: LedgerLimits(catalog), at: window.end)
    }

    /// Keeps the same cells on every day up to the clock.
    func keepEveryDay(_ metric: String, _ cells: [ExactWindow.Cell]) async throws {
        for day in 0..<Int((now - Self.firstDay) / Self.day) { try await keep(metric, day: day, cells) }
    }

    /// What was charged of a day by questions.
    func spent(day: Int = 0) async throws -> PrivacySpend {
        try await store.spent(in: WindowID(length: .day, start: Self.firstDay + Int64(day) * Self.day))
    }
}

extension ExactWindow.Cell {
    static func test(_ labels: String..., contributors: Int64, _ figures: Int64...) -> Self {
        Self(labels: labels, contributors: contributors, figures: figures)
    }
}
