import GRDB
import Logging
import TacitCatalog
import TacitPrivacy
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("The collector counts once, releases once, and says when it can't")
struct CollectorTests {
    private let folder: TemporaryFolder
    private let store: FaultyStore
    private let clock = SimulatedClock(start: Line.start)
    private let window = WindowID(length: .minute, start: Line.start)
    /// When the first window closes.
    private let closing = Line.start + 75

    init() throws {
        folder = try TemporaryFolder()
        store = FaultyStore(try SQLiteStore(path: folder.database))
    }

    private func collector(
        budget: String = "100", enabled: Bool = true, epsilons: [String] = ["1", "1"],
        mode: Metric.Mode = .onClose
    ) async throws -> Collector {
        let catalog = try TestCatalog.catalog(
            [
                TestCatalog.event(
                    fields: [("ok", .bool)],
                    sources: [TestCatalog.source(.log, name: "use", fields: ["ok": [.attribute("ok")]])])
            ],
            epsilons.enumerated().map { try TestCatalog.metric("m\($0)", by: ["ok"], epsilon: $1, k: 2, mode: mode) },
            epsilon: budget)
        var configuration = CollectorConfiguration()
        configuration.enabled = enabled
        return try await Collector(
            catalog: catalog, configuration: configuration, store: store, clock: clock,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private func request(_ contributors: Range<Int>, ok: OTLP.Value = true) -> [UInt8] {
        OTLP.logs(
            contributors.map { OTLP.Log(name: "use", attributes: [("installation", .int(Int64($0))), ("ok", ok)]) })
    }

    @discardableResult
    private func ingest(_ collector: Collector, _ bytes: [UInt8]) throws -> IngestAnswer {
        try bytes.withUnsafeBytes { try collector.ingest($0, signal: .logs) }
    }

    private func stored(_ collector: Collector) async throws -> [Release] {
        try await store.releases(of: .minute, from: 0)
    }

    /// What the store has, with its noise.
    private func intake() async throws -> [String: Int64] {
        var counts: [String: Int64] = [:]
        for count in try await store.intake(from: 0) { counts[count.rule, default: 0] += count.count }
        return counts
    }

    /// What nobody but a test sees: the counts since the last publication.
    private func exact(_ collector: Collector) -> [String: Int64] {
        Dictionary(collector.counters.exact.map { ($0.key.name, $0.value) }, uniquingKeysWith: +)
    }

    @Test("a window is released when it closes, once, with figures near the truth") func releases() async throws {
        let collector = try await collector()
        try ingest(collector, request(0..<1000))
        clock.advance(to: closing - 1)
        await collector.tick()
        #expect(try await stored(collector).isEmpty)
        clock.advance(to: closing)
        await collector.tick()
        let releases = try await stored(collector)
        #expect(releases.map(\.metric) == ["m0", "m1"])
        for release in releases {
            #expect(release.window == window)
            let cell = try #require(release.cells.first { $0.labels == ["true"] })
            // Noise of scale 9: further off less than once in 10¹⁰ runs.
            #expect(abs(cell.figures[0] - 1000) < 250)
        }
        for _ in 0..<3 { await collector.tick() }
        #expect(try await stored(collector) == releases)
        #expect(
            try ingest(
                collector, OTLP.logs([OTLP.Log(name: "use", time: Line.startNanoseconds, attributes: [("ok", true)])])
            ).refused == 1)
    }

    @Test("while the store fails clients are asked to retry, and what was drawn is kept and written as it was drawn")
    func retries() async throws {
        let collector = try await collector()
        try ingest(collector, request(0..<100))
        clock.advance(to: closing)
        store.faults = [.commit]
        await collector.tick()
        #expect(collector.failure?.code == .full)
        #expect(throws: IngestRefusal.self) { try ingest(collector, request(0..<1)) }
        clock.advance(to: closing + 60)
        await collector.tick()
        #expect(try await stored(collector).isEmpty)
        #expect(collector.failure != nil)

        store.faults = []
        await collector.tick()
        #expect(collector.failure == nil)
        try ingest(collector, request(0..<1))
        let attempts = store.attempts.filter { $0.window == window }
        #expect(attempts.count == 3)
        #expect(attempts.allSatisfy { $0 == attempts[0] })
        let releases = try await stored(collector)
        #expect(releases.filter { $0.window == window } == attempts[0].releases)
        // The next window, which closed meanwhile, is there too.
        #expect(Set(releases.map(\.window)).count == 2)
        #expect(try await store.closedUntil(.minute) == Line.start + 120)
        clock.advance(to: closing + 120)
        await collector.tick()
        #expect(try await intake()["store.unavailable"] == 1)
    }

    @Test("a commit that was done and reported as failed does not become a second release") func ambiguousCommit()
        async throws
    {
        let collector = try await collector()
        try ingest(collector, request(0..<100))
        clock.advance(to: closing)
        store.faults = [.afterCommit]
        await collector.tick()
        let once = try await stored(collector)
        #expect(once.count == 2)
        store.faults = []
        await collector.tick()
        #expect(try await stored(collector) == once)
        #expect(try await store.spent(in: window).epsilonMillionths == 2_000_000)
        #expect(collector.failure == nil)
    }

    /// Noise was once drawn first, and a window over its budget was released metric by metric.
    @Test("a window whose price is over the budget closes without a release and without any noise") func overBudget()
        async throws
    {
        let collector = try await collector(budget: "1.5", epsilons: ["1", "1"])
        try ingest(collector, request(0..<100))
        clock.advance(to: closing)
        await collector.tick()
        #expect(store.attempts == [.init(window: window, releases: [])])
        #expect(try await stored(collector).isEmpty)
        #expect(try await store.spent(in: window) == .zero)
        #expect(try await store.closedUntil(.minute) == window.end)
        #expect(collector.failure == nil)
        await collector.tick()
        #expect(store.attempts.count == 1)
    }

    @Test("what the ledger has of a window already counts against its budget") func ledgerCounts() async throws {
        let collector = try await collector(budget: "2.5", epsilons: ["1", "1"])
        let release = Release.test("other", start: window.start)
        try await SQLiteStore(path: folder.database).commit(
            ClosedWindow(WindowID(length: .minute, start: 0), releases: [release]), limits: .test("9"), at: 0)
        clock.advance(to: closing)
        await collector.tick()
        #expect(store.attempts == [.init(window: window, releases: [])])
        #expect(try await stored(collector).map(\.metric) == ["other"])
    }

    /// Every window was once taken for closed after a start with a clock that was days behind: all was refused as late.
    @Test("a store that lies more than a day ahead of the clock stops the start, and says what to do") func ahead()
        async throws
    {
        for (lead, isRefused) in [(Int64(86400), false), (86401, true)] {
            let other = TacitStores.WindowID(length: .minute, start: clock.now + lead - 60)
            try await store.commit(ClosedWindow(other), limits: .test("9"), at: 0)
            if isRefused {
                let error = await #expect(throws: StoreError.self) { _ = try await collector() }
                #expect(error?.code == .ahead)
                #expect(error?.description.contains("clock") == true)
            } else {
                _ = try await collector()
            }
        }
    }

    @Test("exact figures that questions may be asked about are kept encrypted, and nothing is released or charged")
    func onQuery() async throws {
        let collector = try await collector(mode: .onQuery(keepDays: 30))
        try ingest(collector, request(0..<100))
        clock.advance(to: closing)
        await collector.tick()
        #expect(try await stored(collector).isEmpty)
        #expect(try await store.spent(in: window) == .zero)
        let kept = try await store.sealedWindows(of: "m0", .minute, in: 0..<Int64.max)
        #expect(kept.map(\.window) == [window])
        #expect(kept.first?.expiresAt == closing + 30 * 86400)
        let exact = try store.open(try #require(kept.first))
        #expect(exact.cells.first { $0.labels == ["true"] }?.figures == [100])
    }

    @Test(
        "with an altered ledger a collector does not start, and a running one asks clients to retry until an officer decides"
    )
    func alteredLedger() async throws {
        let collector = try await collector()
        try ingest(collector, request(0..<100))
        clock.advance(to: closing)
        await collector.tick()
        let before = try await stored(collector)
        try await DatabaseQueue(path: folder.database).write {
            try $0.execute(
                sql: "DROP TRIGGER ledger_is_append_only_1; UPDATE ledger SET epsilon_millionths = 1 WHERE id = 1")
        }
        let error = await #expect(throws: StoreError.self) { _ = try await self.collector() }
        #expect(error?.code == .ledgerAltered)
        clock.advance(to: closing + 3600)
        await collector.tick()
        #expect(collector.failure?.code == .ledgerAltered)
        #expect(throws: IngestRefusal.self) { try ingest(collector, request(0..<1)) }
        #expect(try await stored(collector) == before)
        try await store.accept(alteration: 1, reason: "known", at: 1)
        await collector.tick()
        #expect(collector.failure == nil)
        #expect(try await stored(collector).count > before.count, "what was drawn meanwhile is written")
    }

    @Test("a second life on the same store does not release a window again") func restart() async throws {
        let first = try await collector()
        try ingest(first, request(0..<100))
        clock.advance(to: closing)
        await first.tick()
        let releases = try await stored(first)
        let second = try await collector()
        let late = OTLP.logs([OTLP.Log(name: "use", time: Line.startNanoseconds, attributes: [("ok", true)])])
        #expect(try ingest(second, late).refused == 1)
        await second.tick()
        #expect(try await stored(second) == releases)
    }

    @Test("draining takes no more, releases what is due and nothing that is open, and saves the counters") func drain()
        async throws
    {
        let collector = try await collector()
        try ingest(collector, request(0..<100))
        clock.advance(to: closing)
        try ingest(collector, request(0..<7))
        await collector.drain()
        #expect(throws: IngestRefusal.self) { try ingest(collector, request(0..<1)) }
        #expect(Set(try await stored(collector).map(\.window)) == [window])
        // One publication, with noise of scale 2: further off less than once in 10⁹ runs.
        #expect(abs(try await intake()["received", default: 0] - 107) < 45)
        #expect(try await intake()["publications"] == 1)
    }

    @Test("draining does not wait for late data: a window that has ended is released") func drainInGrace() async throws
    {
        let collector = try await collector()
        try ingest(collector, request(0..<100))
        clock.advance(to: window.end)
        await collector.tick()
        #expect(try await stored(collector).isEmpty)
        await collector.drain()
        #expect(Set(try await stored(collector).map(\.window)) == [window])
        #expect(try await store.closedUntil(.minute) == window.end)
    }

    @Test("switched off it looks at nothing, and says so") func killSwitch() async throws {
        let collector = try await collector(enabled: false)
        let answer = try ingest(collector, request(0..<100))
        #expect(answer.received == 100)
        #expect(answer.refused == 100)
        #expect(answer.message.contains("collection.off"))
        #expect(throws: IngestRefusal.self) { try ingest(collector, [0x0A, 0x7F]) }
        clock.advance(to: closing)
        await collector.tick()
        #expect(exact(collector) == ["requests": 1, "received": 100, "refused": 100, "collection.off": 100])
    }

    @Test("counters that could not be saved are saved later, once") func countersPutBack() async throws {
        let collector = try await collector()
        await collector.tick()
        try ingest(collector, request(0..<10))
        clock.advance(to: Line.start + 600)
        store.faults = [.add]
        await collector.tick()
        #expect(collector.failure != nil)
        await collector.tick()
        store.faults = []
        await collector.tick()
        try ingest(collector, request(10..<15))
        clock.advance(to: Line.start + 1200)
        await collector.tick()
        await collector.tick()
        // What is stored is what was published: the noise was drawn once, and nothing was lost or added twice.
        let counts = try await intake()
        let published = collector.counters.published
        #expect(published.publications == 2)
        #expect(
            counts
                == Dictionary(published.counts.map { ($0.key.name, $0.value) }, uniquingKeysWith: +)
                .merging(["publications": 2]) { $1 })
        #expect(exact(collector).isEmpty)
    }

    /// A failed purge once counted as done: for an hour nothing was deleted, and the alert went away at the next tick.
    @Test("a purge that failed raises an alert and is tried again at once") func purgeFails() async throws {
        let collector = try await collector()
        await collector.tick()
        clock.advance(to: Line.start + 3600)
        store.faults = [.purge]
        for _ in 0..<3 {
            await collector.tick()
            #expect(collector.failure != nil)
        }
        #expect(store.purges == 3)
        store.faults = []
        await collector.tick()
        #expect(collector.failure == nil)
        await collector.tick()
        #expect(store.purges == 4)
        clock.advance(to: Line.start + 7200)
        await collector.tick()
        #expect(store.purges == 5)
    }

    @Test("nothing is purged in the first hour, so that a clock that is wrong at the start costs no release")
    func purgeWaits() async throws {
        let collector = try await collector()
        await collector.tick()
        clock.advance(to: Line.start + 3599)
        await collector.tick()
        #expect(store.purges == 0)
        clock.advance(to: Line.start + 3600)
        await collector.tick()
        #expect(store.purges == 1)
    }

    @Test("every item is counted or refused or filtered, and a refusal names rules and no value") func answers()
        async throws
    {
        let collector = try await collector()
        let bad = OTLP.Log(name: "use", attributes: [("ok", "jane@example.com"), ("installation", "jane")])
        let future = OTLP.Log(name: "use", time: .max, attributes: [("ok", true)])
        let answer = try ingest(
            collector,
            OTLP.logs([bad, bad, future, OTLP.Log(name: "other"), OTLP.Log(name: "use", attributes: [("ok", true)])]))
        #expect(answer.received == 5)
        #expect(answer.refused == 3)
        #expect(answer.message.contains("2 by field.type") && answer.message.contains("1 by window.future"))
        #expect(!answer.message.contains("jane"))
        let counts = exact(collector)
        #expect(counts["counted"] == 1)
        #expect(counts["refused"] == 3)
        #expect(counts["record.undeclared"] == 1)
        #expect(try ingest(collector, []).message.isEmpty)
    }

    @Test("a malformed request leaves nothing behind but its counter") func malformed() async throws {
        let collector = try await collector()
        #expect(throws: IngestRefusal.self) { try ingest(collector, request(0..<100) + [0xFF]) }
        #expect(exact(collector).isEmpty)
        await collector.tick()
        #expect(try await intake() == ["request.malformed": 1])
    }

    @Test("many requests and many ticks at once: nothing is lost, and no window is released twice") func concurrent()
        async throws
    {
        let collector = try await collector()
        let (requests, each) = (40, 50)
        let answers = await withTaskGroup(of: IngestAnswer?.self) { group in
            for number in 0..<requests {
                group.addTask {
                    let first = number * each
                    // Every one is taken: no time is stated, so it is now.
                    let answer = try? ingest(collector, request(first..<first + each))
                    clock.advance(to: Line.start + Int64(number * 11))
                    return answer
                }
                group.addTask {
                    await collector.tick()
                    return nil
                }
            }
            var answers: [IngestAnswer] = []
            for await answer in group { if let answer { answers.append(answer) } }
            return answers
        }
        clock.advance(to: Line.start + 3600)
        await collector.tick()
        let received = answers.reduce(0) { $0 + $1.received }
        let counted = received - answers.reduce(0) { $0 + $1.refused }
        #expect(received == Int64(requests * each))
        let releases = try await stored(collector)
        #expect(Set(releases.map { "\($0.metric) \($0.window.start)" }).count == releases.count)
        #expect(Set(store.attempts.map(\.window)).count == store.attempts.count)
        // Two metrics, each contributor once: as many as came, but for the noise of some dozen cells.
        let total = releases.filter { $0.metric == "m0" }.flatMap(\.cells).reduce(0) { $0 + $1.figures[0] }
        #expect(abs(total - counted) < 1000)
    }
}
