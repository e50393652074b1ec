import Foundation
import TacitCatalog
import TacitKeys
import TacitSeal
import TacitStores
import TestHarness
import Testing

@testable import TacitCollector

@Suite("Sealed detail ends: with its day's key first, at its limit, or when somebody says so")
struct DetailRetentionTests {
    private let bench: DetailBench
    private static let dayLength: Int64 = 86400

    init() throws { bench = try DetailBench() }

    private func kinds() throws -> [Deletion] {
        #expect(try bench.deletions.verify(trusting: [bench.signing.verifyingKey]).holds)
        return try bench.deletions.read().entries.flatMap(\.content.removed).filter { $0.kind == .detail }
    }

    /// A day of detail, and the same a day later.
    private func twoDays(_ change: (inout CollectorConfiguration) -> Void = { _ in }) async throws -> Collector {
        let collector = try await bench.collector(change)
        try await bench.take(DetailBench.uses(0..<5), collector)
        await bench.advance(collector, by: Self.dayLength)
        try await bench.take(DetailBench.uses(5..<9), collector)
        await bench.advance(collector)
        #expect(bench.names.count == 4)
        return collector
    }

    @Test("no record lives longer than the limit; its key is gone from every byte, and it is certified") func limit()
        async throws
    {
        let collector = try await twoDays()
        let key = try #require(Files.read(bench.detail.keyFile(DetailBench.day)))
        let end = DetailBench.day.start + 30 * Self.dayLength
        await bench.advance(collector, by: end - 3601 - bench.clock.now)
        await bench.advance(collector, by: 3600)
        #expect(bench.find().records.count == 5, "to the last second")
        await bench.advance(collector, by: 3600)
        #expect(bench.find().records.isEmpty)
        #expect(bench.names.count == 2 && bench.names.allSatisfy { !$0.hasPrefix("2027-01-15") })
        for (name, bytes) in try bench.written() { #expect(bytes.firstRange(of: key.suffix(60)) == nil, "\(name)") }
        let deletion = try #require(try kinds().first)
        #expect(deletion.span == DetailBench.day.start..<DetailBench.day.end && deletion.length == .day)
        #expect(deletion.dataClass == "detail" && deletion.records == 1 && deletion.keys == 1)
        var fingerprint = KeyFingerprint()
        fingerprint.add(key)
        #expect(deletion.fingerprint == fingerprint.text)
        #expect(bench.find(Line.start + Self.dayLength).records.count == 4, "the next day has another day")
    }

    @Test("what is past its limit is not read, even before it is destroyed") func notRead() async throws {
        _ = try await twoDays()
        bench.clock.advance(to: DetailBench.day.start + 30 * Self.dayLength)
        #expect(bench.names.count == 4)
        #expect(bench.find().records.isEmpty && bench.find().found.days == 0)
        #expect(bench.find(Line.start + Self.dayLength).records.count == 4)
    }

    @Test("a lower limit counts for what is there already, a higher one prolongs nothing") func changed() async throws {
        let collector = try await twoDays { $0.retention.detail = 5 * 86400 }
        await bench.advance(collector, by: 3 * Self.dayLength)
        let ends = [5, 6].map { DetailBench.day.start + $0 * 86400 }
        #expect(try bench.detail.days(30 * Self.dayLength).map(\.expires) == ends)
        #expect(bench.find(limit: 2 * Self.dayLength).records.isEmpty)
        let lower = try await bench.collector { $0.retention.detail = 2 * 86400 }
        await bench.advance(lower, by: 3600)
        await bench.advance(lower, by: 3600)
        #expect(bench.names.isEmpty)
        #expect(try kinds().map(\.records) == [2], "days that follow on each other are one line")
    }

    @Test("it ends in its time although it was switched off meanwhile") func switchedOff() async throws {
        _ = try await twoDays()
        let off = try await bench.collector(isOn: false)
        try await bench.take(DetailBench.uses(20..<25), off)
        for _ in 0..<2 { await bench.advance(off, by: 31 * Self.dayLength) }
        #expect(bench.names.isEmpty)
        #expect(try !kinds().isEmpty)
    }

    @Test("what a crash left behind its key goes, and is named until then") func orphans() async throws {
        let collector = try await twoDays()
        try Files.shred(bench.detail.keyFile(DetailBench.day))
        try Files.replace(bench.detail.keyFile(DetailBench.day) + ".new", with: "left".utf8)
        #expect(await bench.verify().contains { $0.contains("is of a day whose key is gone") })
        await bench.advance(collector, by: 3600)
        await bench.advance(collector, by: 3600)
        #expect(bench.names.count == 2)
        #expect(await bench.verify() == [])
    }

    @Test("where the process ends when the key is gone, and nothing is noted yet, the next one certifies it, once")
    func killed() async throws {
        let end = DetailBench.day.start + 30 * Self.dayLength
        do {
            let collector = try await twoDays()
            let note = collector.retention.notes?.note(of: .retention, at: end)
            let destroyed = await collector.sealedDetail?.expire(at: end, noting: note)
            #expect(destroyed?.removed.map(\.records) == [1])
        }
        for _ in 0..<2 {
            let next = try await bench.collector()
            await bench.advance(next, by: 60)
            #expect(try kinds().map(\.span) == [DetailBench.day.start..<DetailBench.day.end])
            #expect(try kinds().map(\.keys) == [1])
        }
        #expect(await bench.verify() == [])
    }

    // MARK: Purge

    @Test(
        "a purge leaves nothing, in memory either, certifies it, and what comes then is kept under another key",
        arguments: [Purge.all([.detail]), .emergency]) func purge(_ purge: Purge) async throws
    {
        let collector = try await twoDays()
        let key = try #require(Files.read(bench.detail.keyFile(WindowID(length: .day, containing: bench.clock.now))))
        try await bench.take(DetailBench.uses(10..<15), collector)
        let outcome = await collector.purge(purge)
        #expect(outcome.unreached.isEmpty && bench.names.isEmpty)
        let removed = try #require(outcome.removed.first { $0.kind == .detail })
        #expect(removed.records == 2 && removed.keys == 2)
        #expect(try kinds() == [removed])
        await bench.advance(collector)
        #expect(bench.names.isEmpty, "what waited is gone too")
        try await bench.take(DetailBench.uses(30..<33), collector)
        await bench.advance(collector)
        #expect(bench.find(bench.clock.now).records.count == 3)
        #expect(Files.read(bench.detail.keyFile(WindowID(length: .day, containing: bench.clock.now))) != key)
    }

    @Test("other scopes leave it, and what has expired goes at once where that is asked for") func others() async throws
    {
        let collector = try await twoDays()
        _ = await collector.purge(.all([.windows, .exact, .releases, .counters, .sessions]))
        #expect(bench.names.count == 4)
        bench.clock.advance(to: DetailBench.day.start + 30 * Self.dayLength)
        let outcome = await collector.purge(.expired)
        #expect(outcome.removed.filter { $0.kind == .detail }.map(\.records) == [1])
        #expect(bench.names.count == 2)
    }

    @Test("what is being written during a purge does not come back", arguments: [true, false])
    func whileWriting(fails: Bool) async throws {
        (bench.limits.early, bench.limits.waiting) = (.max, 1)
        let collector = try await bench.collector()
        let detail = try #require(collector.sealedDetail)
        try await bench.take(DetailBench.uses(0..<5), collector)
        var (ready, generation, _) = detail.takeReady()
        #expect(ready.map(\.left.count) == [5])
        _ = await detail.purge()
        if !fails { ready[0].left = [] }
        detail.finish(
            ready, of: generation, fails ? FileFault(.unwritable, at: "detail", remedy: "make room") : nil)
        await bench.advance(collector)
        #expect(bench.names.isEmpty && detail.refusal == nil)
        // What was purged takes no room, and gives none either.
        try await bench.take(DetailBench.uses(5..<7), collector)
        await #expect(throws: IngestRefusal.self) { try await bench.take(DetailBench.uses(7..<9), collector) }
        await bench.advance(collector)
        #expect(bench.times == [50, 60])
    }

    @Test("a request that was being taken during a purge is not kept after it") func underway() async throws {
        let collector = try await bench.collector()
        let detail = try #require(collector.sealedDetail)
        let generation = detail.generation
        _ = await detail.purge()
        let stage = DetailStage(plan: collector.plan)
        detail.append([], from: stage, generation: generation, after: nil, at: bench.clock.now)
        #expect(detail.generation == generation + 1)
        try await bench.take(DetailBench.uses(0..<2), collector)
        await bench.advance(collector)
        #expect(bench.times == [0, 10])
    }

    @Test("where none runs it is done on the files") func onFiles() async throws {
        for purge in [Purge.all([.detail]), .emergency, .expired] {
            let bench = try DetailBench()
            let collector = try await bench.collector()
            try await collector.describe(dataset: .live, yaml: "catalog: 1")
            try await bench.take(DetailBench.uses(0..<5), collector)
            await collector.drain()
            let key = bench.detail.keyFile(DetailBench.day)
            // As if it had been made for a shorter limit: the files' clock is simulated, and stands in its own time.
            if purge == .expired {
                try DetailKey(expires: Line.start - 86400).save(
                    to: key, context: DetailFolder.context(DetailBench.day), with: bench.ring)
            }
            let outcome = await FolderPurge(
                state: bench.path, keys: .standard(in: bench.path), sessions: .init(), isClaimed: false,
                log: bench.log.logger
            ).run(purge, now: Line.start)
            #expect(outcome.removed.contains { $0.kind == .detail && $0.keys == 1 }, "\(outcome)")
            #expect(bench.names.isEmpty)
            let certified = try bench.deletions.read().entries.flatMap(\.content.removed)
            #expect(certified.contains { $0.kind == .detail })
        }
    }

    @Test("files that were removed under a running collector begin anew, under another key")
    func removedUnder() async throws {
        let collector = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<2), collector)
        await bench.advance(collector)
        _ = bench.detail.destroyAll()
        try await bench.take(DetailBench.uses(2..<4), collector)
        await bench.advance(collector)
        #expect(bench.times == [20, 30] && bench.find().found.faults.isEmpty)
    }

    // MARK: Keys and backups

    @Test("a rotation wraps the days' keys anew, and all opens with the new ring alone") func rotation() async throws {
        _ = try await twoDays()
        let before = try await KeyListing.read(in: bench.path, with: .standard(in: bench.path))
        #expect(before.wraps.detailDays == 2)
        let keys = bench.names.filter { $0.hasSuffix(".key") }.map { Files.read("\(bench.detail.path)/\($0)") }
        let state = try StateFolder(claiming: bench.path)
        let source = KeySource.standard(in: bench.path)
        _ = try await KeyRotation(state, from: source, to: source).run(at: bench.clock.now)
        let after = bench.names.filter { $0.hasSuffix(".key") }.map { Files.read("\(bench.detail.path)/\($0)") }
        #expect(zip(keys, after).allSatisfy { $0 != $1 })
        let ring = try KeyRingFile(in: bench.path).open(with: source).ring
        #expect(ring.generations.count == 1)
        let reader = DetailReader(bench.detail, limit: 30 * Self.dayLength, ring: ring, now: bench.clock.now)
        let date = CalendarDate(unixSeconds: Line.start)
        let found = reader.find(.init(from: date, through: date.adding(days: 1)))
        #expect(found.count == 9 && found.faults.isEmpty)
        #expect(bench.find().found.faults.count == 1, "the old ring opens nothing")
    }

    @Test("a key past its limit is named by verify, also one whose file says otherwise") func expiredKey() async throws
    {
        _ = try await twoDays()
        bench.clock.advance(to: DetailBench.day.start + 30 * Self.dayLength + 3 * 3600)
        #expect(await bench.verify().contains { $0.hasPrefix("storage.expired detail/2027-01-15.key") })
        try alter(bench.detail.keyFile(DetailBench.day)) { $0[8] ^= 1 }
        let faults = await bench.verify()
        #expect(faults.contains { $0.hasPrefix("storage.expired detail/2027-01-15.key") })
        #expect(faults.contains { $0.contains("2027-01-15.key: does not open") })
    }

    @Test("a backup holds the log of readings and no detail; the longer log stays") func backup() async throws {
        _ = try await twoDays()
        let log = DetailReadingLog(in: bench.path)
        let reason = try ReadingReason("crash of the export, ticket 4711")
        _ = try log.append(bench.find().found, because: reason, at: bench.clock.now, signedBy: bench.signing)
        let elsewhere = try TemporaryFolder()
        let phrase = elsewhere.path + "/phrase"
        try Files.replace(phrase, with: "a long enough passphrase".utf8)
        let passphrase = Passphrase(.file(phrase), asking: "")
        let backup = Backup(elsewhere.path + "/backup")
        try backup.write(bench.path, from: .standard(in: bench.path), under: passphrase, at: bench.clock.now)
        let short = try #require(Files.read(log.path))
        _ = try log.append(bench.find().found, because: reason, at: bench.clock.now, signedBy: bench.signing)
        let target = elsewhere.path + "/new"
        func restore() async throws {
            _ = try await backup.restore(
                to: target, under: .standard(in: target), with: passphrase, at: bench.clock.now)
        }
        try await restore()
        #expect(!DetailFolder(in: target).exists)
        #expect(Files.read(target + "/" + DetailReadingLog.name) == short)
        try Files.removeAll(target)
        try Files.makeFolder(target)
        let long = try #require(Files.read(log.path))
        try Files.replace(target + "/" + DetailReadingLog.name, with: long)
        try await restore()
        #expect(Files.read(target + "/" + DetailReadingLog.name) == long)
        try Files.removeAll(target)
        try Files.makeFolder(target)
        try Files.replace(target + "/" + DetailReadingLog.name, with: "another\n".utf8)
        await #expect(throws: FileFault.self) { try await restore() }
    }

    // MARK: Telling

    @Test("status and page say what is held and until when, and that it is switched on before there is any") func told()
        async throws
    {
        let collector = try await bench.collector()
        func held() async throws -> Report.Holding? {
            try await collector.report().holdings.first { $0.dataClass == 4 }
        }
        #expect(try await held()?.count == 0)
        try await bench.take(DetailBench.uses(0..<5), collector)
        await bench.advance(collector)
        let holding = try #require(try await held())
        #expect(holding.count == 1 && holding.oldest == DetailBench.day.start)
        #expect(holding.expires == DetailBench.day.start + 30 * Self.dayLength && holding.limit == "30 days")
        #expect(StatusText(try await collector.report()).text.contains("Sealed detail"))
        let view = HoldingsView(try await collector.report(), links: Links(base: ""))
        #expect(view.heading.contains("1 sealed day") && view.rows.contains { $0.dataClass == "class 4, detail" })
    }

    @Test("a limit of less than two days is refused at the start, where detail is on") func shortest() throws {
        let values = ["detail": "true", "retention.detail": "47h"]
        let faults = #expect(throws: ConfigurationFaults.self) {
            try ConfigurationDocument(file: nil, environment: [:], overrides: values)
        }
        #expect(faults?.description.contains("retention.detail [out-of-range]") == true, "\(faults as Any)")
        #expect(
            try ConfigurationDocument(
                file: nil, environment: [:], overrides: ["detail": "true", "retention.detail": "2d"]
            ).configuration.detail)
        #expect(try !ConfigurationDocument(file: nil, environment: [:], overrides: [:]).configuration.detail)
    }
}
