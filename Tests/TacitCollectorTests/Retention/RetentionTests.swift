import Foundation
import GRDB
import Logging
import TacitCatalog
import TacitSeal
import TacitSessions
import TacitStores
import TestHarness
import Testing

@testable import TacitCollector

@Suite("Retention runs by the collector's clock, finishes what it began, and certifies what is gone")
struct RetentionTests {
    private let folder: TemporaryFolder
    private let store: FaultyStore
    private let key: SigningKey
    private let clock = SimulatedClock(start: Line.start)
    private var deletions: DeletionLog { DeletionLog(in: folder.path) }

    init() throws {
        folder = try TemporaryFolder()
        store = FaultyStore(try SQLiteStore(path: folder.database))
        key = try SigningKey()
    }

    private func catalog() throws -> Catalog {
        try TestCatalog.catalog(
            [
                TestCatalog.event(
                    fields: [("ok", .bool)],
                    sources: [TestCatalog.source(.log, name: "use", fields: ["ok": [.attribute("ok")]])])
            ],
            [
                TestCatalog.metric("uses", by: ["ok"], epsilon: "1", delta: "0", k: 2),
                TestCatalog.metric("all", epsilon: "1", delta: "0", k: 2),
            ])
    }

    private func collector(
        sessions: Sessions? = nil, _ change: (inout CollectorConfiguration) -> Void = { _ in }
    ) async throws -> Collector {
        var configuration = CollectorConfiguration()
        configuration.retention.metrics = [.init(metric: "uses", target: .limit(2 * 3600))]
        change(&configuration)
        return try await Collector(
            catalog: catalog(), configuration: configuration, store: store, clock: clock, signing: key,
            sessions: sessions, deletions: deletions,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private func advance(_ collector: Collector, to seconds: Int64) async {
        clock.advance(to: Line.start + seconds)
        await collector.tick()
    }

    private func certificates() throws -> [DeletionCertificate] {
        #expect(try deletions.verify(trusting: [key.verifyingKey]).holds)
        return try deletions.read().entries
    }

    @Test("a metric's releases go at its limit, those of others stay, and it is certified and told") func removes()
        async throws
    {
        let collector = try await collector()
        await collector.tick()
        await advance(collector, to: 75)
        #expect(try await store.releases(of: .minute, from: 0).map(\.metric).sorted() == ["all", "uses"])
        await advance(collector, to: 3600)
        #expect(try certificates().isEmpty)
        #expect(collector.retention.record.removedAt == nil)
        #expect(collector.retention.record.nextRun == Line.start + 7200)
        // The next hour is a few seconds before the limit; in the one after that it is over.
        await advance(collector, to: 7200)
        #expect(try certificates().isEmpty)
        await advance(collector, to: 10_800)
        let certificate = try #require(try certificates().first)
        #expect(certificate.content.reason == .retention && certificate.at == Line.start + 10_800)
        let first = try #require(certificate.content.removed.first)
        #expect(first.kind == .releases && first.metric == "uses" && first.span?.lowerBound == Line.start)
        #expect(certificate.content.removed.allSatisfy { $0.metric == "uses" })
        #expect(try await store.releases(of: .minute, from: 0).contains { $0.metric == "all" })
        let report = try await collector.report()
        let record = try #require(report.retention?.record)
        #expect(record.log?.number == 1 && record.removed == first.records && record.nextRun == Line.start + 14_400)
        #expect(StatusText(report).text.contains("certificate 1; looks again"))
        #expect(Exposition.text(of: collector).contains("tacit_retention_last_removed_records \(first.records)\n"))
        // Who only has the folder is told the same.
        let read = try await Report.read(from: store, now: clock.now)
        #expect(read.retention == nil || read.retention?.record == record)
    }

    @Test("a verification holds after releases have gone: the ledger stays whole") func verifies() async throws {
        let collector = try await collector()
        for seconds in stride(from: Int64(0), through: 14_400, by: 3600) { await advance(collector, to: seconds) }
        #expect(!(try certificates().isEmpty))
        let verification = try await PrivacyVerifier(store: store, catalog: catalog(), now: clock.now).verify()
        #expect(verification.holds, "\(VerificationText(verification).text)")
        #expect(try await store.alterations().isEmpty)
    }

    @Test("where the bytes can't be overwritten yet nothing is certified, and it is tried again at once") func unclean()
        async throws
    {
        let collector = try await collector()
        await collector.tick()
        await advance(collector, to: 75)
        store.faults = [.overwrite]
        await advance(collector, to: 10_800)
        #expect(collector.failure != nil)
        #expect(try certificates().isEmpty)
        store.faults = []
        await advance(collector, to: 10_801)
        #expect(collector.failure == nil)
        #expect(try certificates().count == 1)
    }

    @Test("where no certificate can be written it is tried again, and none is lost") func uncertified() async throws {
        let collector = try await collector()
        await collector.tick()
        await advance(collector, to: 75)
        try FileManager.default.createDirectory(atPath: deletions.path, withIntermediateDirectories: true)
        await advance(collector, to: 10_800)
        #expect(collector.failure == nil, "what comes in is taken all the same")
        try FileManager.default.removeItem(atPath: deletions.path)
        await advance(collector, to: 10_801)
        #expect(try certificates().count == 1)
        await advance(collector, to: 10_802)
        #expect(try certificates().count == 1)
    }

    /// It was once forgotten with the process: what was purged came back with a backup from before.
    @Test("what waits for its certificate when the process ends is certified after the next start, once") func waiting()
        async throws
    {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
        var outcome = PurgeOutcome()
        do {
            let collector = try await collector()
            await collector.tick()
            await advance(collector, to: 75)
            // While somebody reads, the file can't be rewritten.
            try await queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN; SELECT count(*) FROM release") }
            outcome = await collector.purge(.all([.releases]))
            #expect(!outcome.removed.isEmpty && outcome.certificates.isEmpty)
            #expect(outcome.unreached.map(\.what) == ["the certificate"])
        }
        let waiting = try #require(try await store.document(Retention.document))
        try await queue.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try queue.close()
        for life in 0..<3 {
            // A crash between the certificate and the note of it leaves the note from before.
            if life == 2 { try await store.setDocument(Retention.document, to: waiting) }
            let collector = try await collector()
            await advance(collector, to: 76)
            #expect(try certificates().map(\.content) == [Deletions(outcome.removed, for: .purge)])
            #expect(collector.retention.record.uncertified == nil)
        }
    }

    /// A collector and a purge of the files that had both taken it up once both certified it, and so did one whose writing had failed
    /// when the line was on the disk.
    @Test("what has been certified by somebody else meanwhile is not certified again") func elsewhere() async throws {
        let collector = try await collector()
        await collector.tick()
        await advance(collector, to: 75)
        try FileManager.default.createDirectory(atPath: deletions.path, withIntermediateDirectories: true)
        let outcome = await collector.purge(.all([.releases]))
        #expect(!outcome.removed.isEmpty && outcome.certificates.isEmpty)
        try FileManager.default.removeItem(atPath: deletions.path)
        let other = try await self.collector()
        await advance(other, to: 76)
        await advance(collector, to: 77)
        #expect(try certificates().map(\.content) == [Deletions(outcome.removed, for: .purge)])
        #expect(collector.retention.record.uncertified == nil)
        #expect(try collector.retention.record.log == certificates().last.map(DeletionLog.Head.init))
    }

    /// What lies in the store while it can't remove releases of `uses`.
    private func failing(_ body: () async throws -> Void) async throws {
        let queue = try DatabaseQueue(path: folder.database)
        try await queue.write {
            try $0.execute(
                sql: """
                    CREATE TRIGGER fails BEFORE DELETE ON release WHEN old.metric = 'uses'
                        BEGIN SELECT RAISE(ABORT, 'a fault of the test'); END
                    """)
        }
        try await body()
        try await queue.write { try $0.execute(sql: "DROP TRIGGER fails") }
    }

    /// Each transaction of a removal was once noted after the last one: those before a crash had no certificate for ever.
    @Test("what a removal that was cut off has removed is certified after the next start, with what went before it")
    func halfway() async throws {
        try await failing {
            let collector = try await collector()
            await collector.tick()
            await advance(collector, to: 75)
            var limits = RetentionLimits()
            for metric in ["all", "uses"] { limits.metrics[metric] = .init(dataClass: "aggregates", seconds: 0) }
            // The process ends here: nothing but the transactions of the removal has been written.
            let outcome = await collector.retention.remove(
                .expired(limits, now: Line.start + 75), with: [.sessions(3)], for: .purge, at: Line.start + 75)
            #expect(outcome.fault is StoreError && outcome.removed.map(\.metric) == ["all"])
            #expect(try certificates().isEmpty)
        }
        let next = try await collector()
        await advance(next, to: 80)
        let certificate = try #require(try certificates().first)
        #expect(certificate.content.reason == .purge && certificate.at == Line.start + 75)
        #expect(certificate.content.removed.map(\.kind) == [.sessions, .releases])
        #expect(certificate.content.removed.map(\.metric) == [nil, "all"])
        let left = try await store.releases(of: .minute, from: 0).map(\.metric)
        #expect(!left.isEmpty && Set(left) == ["uses"])
    }

    /// The metrics that certificates name.
    private func certified() throws -> [String] {
        try certificates().flatMap(\.content.removed).compactMap(\.metric)
    }

    @Test("a collector that can't remove everything certifies what it has removed, and goes on with the rest later")
    func partly() async throws {
        let first = try await collector { $0.retention.metrics = [] }
        await first.tick()
        await advance(first, to: 75)
        let collector = try await collector {
            $0.retention.metrics = ["all", "uses"].map { .init(metric: $0, target: .limit(2 * 3600)) }
        }
        await collector.tick()
        try await failing {
            await advance(collector, to: 10_800)
            #expect(collector.failure != nil)
            let certified = try self.certified()
            #expect(certified == ["all"])
        }
        await advance(collector, to: 10_801)
        #expect(collector.failure == nil)
        #expect(try certified() == ["all", "uses"])
    }

    @Test("a collector that starts again goes on where the last one was, and not in its first minutes") func restart()
        async throws
    {
        let first = try await collector()
        await first.tick()
        await advance(first, to: 3600)
        let runs = store.purges
        clock.advance(to: Line.start + 9000)
        let second = try await collector()
        #expect(second.retention.record.lastRun == Line.start + 3600)
        await second.tick()
        await advance(second, to: 9000 + 899)
        #expect(store.purges == runs)
        await advance(second, to: 9000 + 900)
        #expect(store.purges == runs + 1)
    }

    @Test("sessions that ended are certified once a day, as one number") func sessions() async throws {
        let sessions = Sessions(store: MemorySessionStore(), limits: SessionLimits(), realm: SessionRealm("test"))
        let collector = try await collector(sessions: sessions)
        let day = Line.start - Line.start % 86400 + 86400
        clock.advance(to: day)
        await collector.tick()
        for _ in 0..<5 { try await add(to: sessions, lasting: 60) }
        clock.advance(to: day + 1000)
        await collector.tick()
        for _ in 0..<2 { try await add(to: sessions, lasting: 60) }
        clock.advance(to: day + 86400 - 10)
        await collector.tick()
        #expect(try await sessions.store.count() == 0)
        #expect(try certificates().flatMap(\.content.removed).allSatisfy { $0.kind != .sessions })
        clock.advance(to: day + 86400)
        await collector.tick()
        #expect(
            try certificates().flatMap(\.content.removed).filter { $0.kind == .sessions } == [
                Deletion(.sessions, dataClass: "sessions", span: day..<day + 86400, records: 7)
            ])
    }

    private func add(to sessions: Sessions, lasting ttl: Int64) async throws {
        let id = SessionID(high: .random(in: 0...UInt64.max), low: .random(in: 0...UInt64.max))
        let inserted = try await sessions.store.insert(
            id, StoredSession(bytes: Array(repeating: 1, count: 100), expiresAt: clock.now + ttl), limit: 100,
            now: clock.now)
        #expect(inserted == .inserted)
    }
}
