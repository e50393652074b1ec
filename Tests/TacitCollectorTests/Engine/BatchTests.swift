import Logging
import Synchronization
import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("A batch that comes again adds nothing and has the first answer")
struct BatchTests {
    private let folder: TemporaryFolder
    private let store: FaultyStore
    private let clock = SimulatedClock(start: Line.start)
    private let id = BatchID(hex: "000102030405060708090a0b0c0d0e0f")!

    init() throws {
        folder = try TemporaryFolder()
        store = FaultyStore(try SQLiteStore(path: folder.database))
    }

    private func collector(batches: Int = 10) async throws -> Collector {
        let catalog = try TestCatalog.catalog(
            [
                TestCatalog.event(
                    fields: [("ok", .bool)],
                    sources: [TestCatalog.source(.log, name: "use", fields: ["ok": [.attribute("ok")]])])
            ], [try TestCatalog.metric("m", by: ["ok"], mode: .onQuery(keepDays: 1))],
            contributor: ["tacit.contributor", "installation"])
        var configuration = CollectorConfiguration()
        configuration.limits.batches = batches
        return try await Collector(
            catalog: catalog, configuration: configuration, store: store, clock: clock, signing: Self.signing,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private static let signing = try! SigningKey()

    private func logs(_ count: Int, ok: OTLP.Value = true) -> [UInt8] {
        OTLP.logs(
            (0..<count).map { OTLP.Log(name: "use", attributes: [("installation", .int(Int64($0))), ("ok", ok)]) })
    }

    @discardableResult
    private func ingest(
        _ collector: Collector, _ bytes: [UInt8], _ id: BatchID, signal: Signal = .logs
    ) throws -> IngestAnswer {
        try bytes.withUnsafeBytes { try collector.ingest($0, signal: signal, batch: id) }
    }

    private func total(_ collector: Collector) -> Int64 {
        collector.windows.withLock { windows in
            windows.schedule.reduce(0) { total, entry in
                total
                    + (windows.content(of: entry.id)?.tallies.reduce(0) { $0 + ($1?.contributions(of: 300) ?? 0) } ?? 0)
            }
        }
    }

    private func refusal(_ body: () throws -> Void) -> IngestRefusal? {
        do {
            try body()
            return nil
        } catch {
            return error as? IngestRefusal
        }
    }

    @Test("within a run, also when refused items are in it, and long after") func repeats() async throws {
        let collector = try await collector()
        let content = logs(5) + logs(2, ok: "no")
        let first = try ingest(collector, content, id)
        clock.advance(to: Line.start + 40)
        let again = try ingest(collector, content, id)
        #expect(total(collector) == 5)
        #expect(again.received == 7 && again.refused == 2 && again.message == first.message)
        #expect(again.reasons.map(\.rule) == [.fieldType] && again.receivedAt == first.receivedAt)
        #expect(collector.counters.published.counts[.init(signal: .logs, name: "batch.repeated")] == 1)
    }

    @Test("other content under its identity is refused, another signal is another batch") func conflict() async throws {
        let collector = try await collector()
        try ingest(collector, logs(5), id)
        guard case .conflict = refusal({ try ingest(collector, logs(6), id) }) else {
            Issue.record("other content was taken")
            return
        }
        #expect(total(collector) == 5)
        #expect(try ingest(collector, [], id, signal: .metrics).received == 0)
        try ingest(collector, logs(6), .random())
        #expect(total(collector) == 11)
    }

    @Test("what was not taken is not remembered") func refused() async throws {
        let collector = try await collector(batches: 1)
        #expect(refusal { try ingest(collector, logs(1) + [0xff], id) } != nil)
        store.faults = [.commit]
        clock.advance(to: Line.start + 75)
        await collector.tick()
        guard case .unavailable = refusal({ try ingest(collector, logs(1), id) }) else {
            Issue.record("taken while the store fails")
            return
        }
        store.faults = []
        await collector.tick()
        #expect(try ingest(collector, logs(3), id).received == 3)
    }

    @Test("where no more can be remembered none is taken, until the windows have closed") func full() async throws {
        let collector = try await collector(batches: 2)
        try ingest(collector, logs(1), id)
        try ingest(collector, logs(1), .random())
        let third = BatchID.random()
        guard case .unavailable(let reason) = refusal({ try ingest(collector, logs(1), third) }) else {
            Issue.record("taken beyond the limit")
            return
        }
        #expect(reason.contains("limits.batches"))
        #expect(total(collector) == 2)
        try ingest(collector, logs(1), id)
        #expect(total(collector) == 2)

        // A clock that is five minutes ahead may have put it into a window of this minute.
        clock.advance(to: Line.start + 360 + 14)
        await collector.tick()
        guard case .unavailable = refusal({ try ingest(collector, logs(1), third) }) else {
            Issue.record("forgotten while a window was open")
            return
        }
        clock.advance(to: Line.start + 360 + 15)
        await collector.tick()
        #expect(try ingest(collector, logs(1), third).received == 1)
    }

    @Test("of many that come at once one counts") func race() async throws {
        let collector = try await collector()
        let content = logs(200)
        let answers = await withTaskGroup(of: Int64?.self) { group in
            for _ in 0..<50 { group.addTask { try? ingest(collector, content, id).received } }
            return await group.reduce(into: [Int64?]()) { $0.append($1) }
        }
        #expect(total(collector) == 200)
        // The others have the same answer, or are asked to come again.
        #expect(answers.contains(200) && Set(answers).isSubset(of: [200, nil]))
    }

    @Test("an erasure takes out what came under a token, with a receipt, and a repeat brings nothing back")
    func erasure() async throws {
        let collector = try await collector()
        let token = String(repeating: "0a", count: 32)
        let content = OTLP.logs(
            (0..<2).map { _ in OTLP.Log(name: "use", attributes: [("tacit.contributor", .string(token)), ("ok", true)])
            })
        try ingest(collector, content, id)
        try ingest(collector, logs(3), .random())
        func erase(_ categories: [String]?) throws -> ErasureReceipt.Statement {
            let request = try ErasureRequest(tokens: [token], categories: categories, reason: .erasure)
            let receipt = try collector.erase(request, signedBy: Self.signing).receipt
            try receipt.verify(by: Self.signing.verifyingKey)
            #expect(receipt.statement.request == request.digest)
            return receipt.statement
        }
        #expect(try erase(["analytics"]).contributions == 0)
        #expect(total(collector) == 5)
        let done = try erase(["essential"])
        #expect(done.windows == 1 && done.contributions == 2 && done.receivedAt == Line.start)
        #expect(total(collector) == 3)
        try ingest(collector, content, id)
        #expect(total(collector) == 3)
        #expect(try erase(nil).contributions == 0)
    }
}

extension Tally {
    /// What the contributors with the first numbers have added.
    func contributions(of contributors: Int32) -> Int64 {
        var copy = self
        return (0..<contributors).reduce(0) { $0 + copy.erase($1) }
    }
}
