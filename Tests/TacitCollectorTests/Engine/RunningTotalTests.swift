import GRDB
import Logging
import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("Running totals go on from window to window, through crashes and restarts, and each window is paid for once")
struct RunningTotalTests {
    private let folder: TemporaryFolder
    private let store: FaultyStore
    private let clock = SimulatedClock(start: Line.start)
    private static let horizon = 40

    init() throws {
        folder = try TemporaryFolder()
        store = FaultyStore(try SQLiteStore(path: folder.database))
    }

    private func catalog(
        horizon: Int = Self.horizon, maxPerCell: Int = 3, mode: Metric.Mode? = nil
    ) throws -> Catalog {
        try TestCatalog.catalog(
            [
                TestCatalog.event(
                    fields: [("ok", .bool)],
                    sources: [TestCatalog.source(.log, name: "use", fields: ["ok": [.attribute("ok")]])])
            ],
            [
                TestCatalog.metric(
                    "uses", by: ["ok"], maxPerCell: maxPerCell, k: 2, mode: mode ?? .running(horizon: horizon)),
                TestCatalog.metric("people", .contributors, k: 2, mode: mode ?? .running(horizon: horizon)),
            ])
    }

    private func collector(_ catalog: Catalog? = nil, signing: SigningKey? = nil) async throws -> Collector {
        try await Collector(
            catalog: catalog ?? self.catalog(), configuration: CollectorConfiguration(), store: store, clock: clock,
            signing: signing, deletions: DeletionLog(in: folder.path),
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private func ingest(_ collector: Collector, _ contributors: Range<Int>, each: Int = 1) throws {
        let request = OTLP.logs(
            contributors.flatMap { contributor in
                (0..<each).map { _ in
                    OTLP.Log(name: "use", attributes: [("installation", .int(Int64(contributor))), ("ok", true)])
                }
            })
        _ = try request.withUnsafeBytes { try collector.ingest($0, signal: .logs) }
    }

    /// Where the window of so many minutes after the start closes.
    private func close(_ minute: Int, of collector: Collector) async {
        clock.advance(to: Line.start + Int64(minute + 1) * 60 + 15)
        await collector.tick()
    }

    /// Lets a window gather and closes it; windows begin every minute.
    private func window(
        _ minute: Int, _ contributors: Range<Int>, each: Int = 1, of collector: Collector
    ) async throws {
        if minute > 0 { clock.advance(to: max(clock.now, Line.start + Int64(minute) * 60)) }
        try ingest(collector, contributors, each: each)
        await close(minute, of: collector)
    }

    private func releases(_ metric: String = "uses") async throws -> [Release] {
        try await store.releases(of: .minute, from: 0).filter { $0.metric == metric }
    }

    private func noise(of terms: ReleaseTerms) throws -> RunningNoise {
        guard case .running(let noise) = try terms.protection() else { throw CancellationError() }
        return noise
    }

    /// The exact steps of the cell of those with `ok`: of its contributors, and of its figure.
    private func steps() async throws -> (contributors: ArraySlice<Int64>, figures: ArraySlice<Int64>) {
        let kept = try #require(try await store.steps(of: "uses"))
        let cell = try #require(try store.open(kept).first { $0.labels == ["true"] })
        return (cell.figures[..<kept.step], cell.figures[2 * kept.step..<3 * kept.step])
    }

    @Test("each window adds its exact step, releases the noisy total so far, and is charged once, with its rho")
    func goesOn() async throws {
        let collector = try await collector()
        for minute in 0..<4 { try await window(minute, 0..<500 * (minute + 1), each: 2, of: collector) }
        let steps = try await steps()
        #expect(Array(steps.contributors) == [500, 1000, 1500, 2000])
        #expect(Array(steps.figures) == [1000, 2000, 3000, 4000])
        let releases = try await releases()
        #expect(releases.map(\.step) == [1, 2, 3, 4])
        let noise = try noise(of: releases[0].terms)
        let exact: [(Int64, Int64)] = [(500, 1000), (1500, 3000), (3000, 6000), (5000, 10_000)]
        for (release, exact) in zip(releases, exact) {
            let cell = try #require(release.cells.first { $0.labels == ["true"] })
            // Six times the half of the 95 % interval: chance passes that less than once in 10³⁰ times.
            #expect(abs(cell.contributors - exact.0) <= 6 * noise.contributorsInterval(from: 0, to: release.step!))
            #expect(abs(cell.figures[0] - exact.1) <= 6 * noise.figureInterval(from: 0, to: release.step!))
        }
        let lines = try await store.ledger(of: .minute, from: 0).map(\.charge)
        #expect(lines.count == 8)
        let (epsilon, delta) = (try Epsilon("1"), try Delta("1e-6"))
        for line in lines {
            #expect(line.kind == .release && line.rho == Rho.most(epsilon: epsilon, delta: delta))
            #expect(line.price == PrivacySpend(epsilon, delta))
        }
        #expect(try await self.releases("people").allSatisfy { $0.cells.allSatisfy { $0.figures.isEmpty } })
    }

    @Test("a restart between windows goes on from the same state, and a window that nobody saw is no step")
    func restart()
        async throws
    {
        try await window(0, 0..<500, of: collector())
        let before = try #require(try await store.steps(of: "uses"))
        let opened = try store.open(before)
        // The second minute has no collector.
        clock.advance(to: Line.start + 130)
        let second = try await collector()
        #expect(try await store.steps(of: "uses") == before)
        try await window(2, 0..<700, of: second)
        #expect(Array(try await steps().contributors) == [500, 700])
        let after = try store.open(try #require(try await store.steps(of: "uses")))
        for (old, new) in zip(opened, after) {
            // What was released of the first window is what the next totals are made of.
            #expect(new.figures[0] == old.figures[0] && new.figures[2] == old.figures[1])
            #expect(new.figures[4] == old.figures[2] && new.figures[6] == old.figures[3])
        }
        #expect(try await releases().map(\.step) == [1, 2])
    }

    @Test(
        "where the store fails, before or after it has written, windows go on from what was drawn and none counts twice",
        arguments: [FaultyStore.Operation.commit, .afterCommit])
    func crash(_ fault: FaultyStore.Operation) async throws {
        let collector = try await collector()
        try await window(0, 0..<500, of: collector)
        store.faults = [fault]
        try await window(1, 500..<1100, of: collector)
        store.faults = []
        // Requests are refused until the store works again, so the third window is empty.
        await close(2, of: collector)
        #expect(Array(try await steps().contributors) == [500, 600, 0])
        #expect(try await releases().map(\.step) == [1, 2, 3])
        #expect(try await store.ledger(of: .minute, from: 0).count == 6)
        let drawn = store.attempts.filter { $0.window.start == Line.start + 60 }.compactMap(\.releases.first)
        #expect(Set(drawn.map { "\($0.cells)" }).count == 1, "a window that was drawn is not drawn anew")
    }

    @Test("a window before which nothing can be read has no total, and the one after it goes on") func unreadable()
        async throws
    {
        let collector = try await collector()
        try await window(0, 0..<500, of: collector)
        store.faults = [.steps]
        try await window(1, 0..<600, of: collector)
        store.faults = []
        try await window(2, 0..<700, of: collector)
        #expect(Array(try await steps().contributors) == [500, 700])
        #expect(try await store.ledger(of: .minute, from: 0).count == 4)
    }

    @Test("at the horizon nothing is kept, and the next window begins a new plan from zero") func horizon() async throws
    {
        let collector = try await collector(catalog(horizon: 2))
        for minute in 0..<2 { try await window(minute, 0..<500, of: collector) }
        #expect(try await store.steps(of: "uses") == nil)
        try await window(2, 0..<600, of: collector)
        #expect(Array(try await steps().contributors) == [600])
        #expect(try await releases().map(\.step) == [1, 2, 1])
    }

    @Test("what is kept goes when the catalog drops the metric's totals, and totals of other bounds begin anew")
    func dropped()
        async throws
    {
        try await window(0, 0..<500, of: collector())
        let other = try await collector(catalog(maxPerCell: 4))
        #expect(try await store.steps(of: "uses") == nil)
        #expect(try await store.steps(of: "people") != nil, "the bounds of this one are the same")
        try await window(1, 0..<600, of: other)
        #expect(Array(try await steps().contributors) == [600])
        _ = try await collector(catalog(mode: .onClose))
        #expect(try await store.steps(of: "uses") == nil)
        #expect(try await store.steps(of: "people") == nil)
    }

    @Test("one contributor moves the exact steps of a window by no more than its bounds, and no other window's")
    func neighbours() async throws {
        var exact: [(contributors: ArraySlice<Int64>, figures: ArraySlice<Int64>)] = []
        for extra in [0, 1] {
            let other = try RunningTotalTests()
            let collector = try await other.collector()
            try await other.window(0, 0..<50, of: collector)
            if extra == 1 { try other.ingest(collector, 999..<1000, each: 20) }
            try await other.window(1, 0..<50, of: collector)
            try await other.window(2, 0..<50, of: collector)
            exact.append(try await other.steps())
        }
        #expect(zip(exact[1].contributors, exact[0].contributors).map { $0 - $1 } == [0, 1, 0])
        #expect(zip(exact[1].figures, exact[0].figures).map { $0 - $1 } == [0, 3, 0])
    }

    @Test("report, text, JSON and page show total, interval, moving figures and horizon; the verification holds")
    func shown() async throws {
        let collector = try await collector()
        for minute in 0..<31 { try await window(minute, 0..<500, of: collector) }
        let report = try await collector.report()
        let metric = try #require(report.metrics.first { $0.name == "uses" })
        #expect(metric.guarantee.horizon == Self.horizon && metric.guarantee.rho ?? 0 > 0)
        let window = try #require(metric.windows.last)
        // Noise alone shows the empty cell of the others now and then.
        let cell = try #require(window.cells.first { $0.labels == ["true"] })
        #expect(window.step == 31 && cell.moving?.map(\.windows) == [7, 30])
        let noise = try noise(of: collector.plan.metrics[0].terms)
        let value = try #require(cell.value)
        #expect(value.upper - value.estimate == Double(noise.figureInterval(from: 0, to: 31)))
        for moving in cell.moving ?? [] {
            let half = Double(noise.figureInterval(from: 31 - moving.windows, to: 31))
            #expect(moving.figure.upper - moving.figure.estimate == half)
            #expect(abs(moving.figure.estimate - Double(500 * moving.windows)) <= 6 * half)
        }
        #expect(metric.windows[5].cells.first { $0.labels == ["true"] }?.moving == [])
        let seventh = try #require(metric.windows[6].cells.first { $0.labels == ["true"] })
        #expect(seventh.moving?.first?.figure == seventh.value)
        let text = ReportText(report).text
        for part in [
            "the total of 31 minutes of 40", "true, last 7 minutes", "true, last 30 minutes", "then a new plan begins",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(report.json.contains("\"moving\"") && report.json.contains("\"horizon\" : 40"))
        let page = MetricView(metric, cell: nil, report: report, links: Links(base: ""))
        #expect(page.hasMoving && page.moving.rows.count { $0.parts.first?.text == "true" } == 2 && page.hasChart)
        #expect(page.caption.contains("begin anew from zero after 40 minutes"))
        let overview = ProtectionTerm.terms(of: report)
        #expect(overview.contains { $0.text.contains("begin anew: uses for 40 minutes, people for 40 minutes.") })
        #expect(text.contains("contributor minutes"), "who is in two windows counts twice")
        #expect(page.kind == "running count over 40 minutes")
        #expect(page.terms.contains { $0.text.contains("n² times ρ") })

        let verification = try await PrivacyVerifier(store: store, catalog: catalog(), now: clock.now).verify()
        #expect(verification.holds, "\(VerificationText(verification).text)")
        let budget = try await BudgetReader(store: store, catalog: catalog(), now: clock.now).report()
        let minutes = try #require(budget.lengths.first)
        #expect(minutes.scopes.first { $0.name == "uses" }.map { [$0.declared, $0.spent] } == [1, 1])
        let hour = try #require(minutes.forecast.first { $0.windows == 60 })
        let rho = try #require(metric.guarantee.rho)
        let both = 2 * Rho.epsilon(of: rho, delta: try Delta("6e-5"), windows: 60, horizon: Self.horizon)
        #expect(abs(hour.epsilon - both) < 1e-9 * both && hour.tightEpsilon <= hour.epsilon)
    }

    @Test("exact figures of totals that the catalog ends are certified, with their keys") func certified() async throws
    {
        try await window(0, 0..<500, of: try await collector())
        let key = try SigningKey()
        let changed = try await collector(catalog(maxPerCell: 2), signing: key)
        #expect(try await store.steps(of: "uses") == nil)
        #expect(try await store.steps(of: "people") != nil)
        await changed.tick()
        let log = DeletionLog(in: folder.path)
        let certificate = try #require(try log.read().entries.first)
        let removed = try #require(certificate.content.removed.first)
        #expect(certificate.content.reason == .retention && certificate.content.removed.count == 1)
        #expect(removed.kind == .totals && removed.metric == "uses" && removed.span == Line.start..<Line.start + 60)
        #expect(removed.records == 1 && removed.keys == 1 && removed.fingerprint != nil)
        #expect(try log.verify(trusting: [key.verifyingKey]).holds)
    }

    @Test("a total whose step was altered is named by the verification", arguments: [0, 1, 9, 41])
    func alteredStep(step: Int) async throws {
        let collector = try await collector()
        for minute in 0..<3 { try await window(minute, 0..<500, of: collector) }
        try await DatabaseQueue(path: folder.database).write {
            try $0.execute(
                sql: "UPDATE release SET step = ? WHERE metric = 'uses' AND step = 2", arguments: [step])
        }
        let verification = try await PrivacyVerifier(store: store, catalog: catalog(), now: clock.now).verify()
        #expect(verification.checks.filter { !$0.holds }.map(\.id) == ["release.terms"])
    }

    @Test("totals that were released under earlier terms are held to the rho of their own") func earlierTerms()
        async throws
    {
        let collector = try await collector()
        try await window(0, 0..<500, of: collector)
        let dearer = try TestCatalog.catalog(
            try catalog().events,
            [
                TestCatalog.metric("uses", by: ["ok"], k: 2, mode: .running(horizon: Self.horizon)),
                TestCatalog.metric("people", .contributors, epsilon: "2", k: 2, mode: .running(horizon: Self.horizon)),
            ])
        let verification = try await PrivacyVerifier(store: store, catalog: dearer, now: clock.now).verify()
        #expect(verification.checks.first { $0.id == "release.charged" }?.notes.map(\.place) == ["people"])
        #expect(verification.holds)
    }
}
