import Foundation
import GRDB
import Logging
import Synchronization
import TacitCatalog
import TacitKeys
import TacitSeal
import TacitSessions
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("An emergency ends all that tells of single people, and nothing that is taken at that moment brings it back")
struct EmergencyPurgeTests {
    /// A million with `TACIT_SOAK=1`.
    private static let sessions = ProcessInfo.processInfo.environment["TACIT_SOAK"] == "1" ? 1_000_000 : 50_000

    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let ring: KeyRing
    private let key: SigningKey
    private let clock = SimulatedClock(start: Line.start)
    private let log = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
        ring = try store.ownKey
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
                TestCatalog.metric("uses", by: ["ok"], epsilon: "5", delta: "0", k: 2),
                TestCatalog.metric("asked", by: ["ok"], epsilon: "1", k: 2, mode: .onQuery(keepDays: 30)),
                TestCatalog.metric("totals", by: ["ok"], epsilon: "1", k: 2, mode: .running(horizon: 30)),
            ])
    }

    private func collector(sessions: Sessions? = nil) async throws -> Collector {
        try await Collector(
            catalog: catalog(), configuration: CollectorConfiguration(), store: store, clock: clock, signing: key,
            journal: Journal(folder: folder.path + "/journal", master: ring, log: log), sessions: sessions,
            deletions: DeletionLog(in: folder.path), state: folder.path, log: log)
    }

    private func take(_ collector: Collector, _ people: Range<Int>) async throws {
        let bytes = OTLP.logs(
            people.map { OTLP.Log(name: "use", attributes: [("installation", .int(Int64($0))), ("ok", true)]) })
        let answer = try bytes.withUnsafeBytes { try collector.ingest($0, signal: .logs) }
        try await collector.keep(answer)
        #expect(answer.refused == 0)
    }

    /// The figure of a release, which noise of epsilon 5 and bounds of 6 moves by less than 60 but once in 10²⁰ runs.
    private func uses() async throws -> Int64? {
        let release = try await store.releases(of: .minute, from: 0).last { $0.metric == "uses" }
        // By noise the other label's cell may be shown too.
        return release?.cells.first { $0.labels == ["true"] }?.figures[0]
    }

    private func keyFiles() throws -> [String] {
        try Files.names(in: folder.path + "/journal").filter { $0.hasSuffix(".key") }
    }

    @Test("what a window had gathered is in no release, and what comes afterwards is") func windows() async throws {
        let collector = try await collector()
        try await take(collector, 0..<1000)
        let before = try keyFiles().map { try Data(contentsOf: URL(fileURLWithPath: folder.path + "/journal/" + $0)) }
        #expect(before.count == 1)
        let outcome = await collector.purge(.emergency)
        #expect(outcome.unreached.isEmpty && outcome.certificates.map(\.number) == [1])
        var fingerprint = KeyFingerprint()
        for key in before { fingerprint.add(key) }
        #expect(outcome.removed.first?.fingerprint == fingerprint.text && outcome.removed.first?.keys == 1)
        for name in try Files.names(in: folder.path + "/journal") {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/journal/" + name))
            for key in before { #expect(bytes.range(of: key.suffix(48)) == nil, "\(name)") }
        }
        // The same people again: under the new key they are others, and none of them counts twice.
        try await take(collector, 0..<200)
        clock.advance(to: Line.start + 75)
        await collector.tick()
        #expect(abs(try #require(try await uses()) - 200) < 60)
    }

    @Test("a crash after it loses nothing that was taken since, and brings nothing back") func crash() async throws {
        do {
            let collector = try await collector()
            try await take(collector, 0..<1000)
            _ = await collector.purge(.emergency)
            try await take(collector, 0..<300)
        }
        let again = try await collector()
        clock.advance(to: Line.start + 75)
        await again.tick()
        let figure = try #require(try await uses())
        #expect(abs(figure - 300) < 60, "\(figure)")
    }

    /// What a purge does before it is killed: its keys are noted, and so many of them are gone. The note, and what names all keys.
    private func begin(shredding count: Int) async throws -> (note: String, fingerprint: String?) {
        let collector = try await collector()
        try await take(collector, 0..<1000)
        clock.advance(to: Line.start + 62)
        try await take(collector, 0..<1000)
        let keys = try keyFiles().map { folder.path + "/journal/" + $0 }.map { ($0, Files.read($0) ?? []) }
        #expect(keys.count == 2)
        var fingerprint = KeyFingerprint()
        for key in keys { fingerprint.add(key.1) }
        let note = try #require(collector.retention.notes).note(of: .emergency, at: clock.now)
        note.add(keys, removing: [WindowID]().deletions(fingerprint))
        for key in keys.prefix(count) { try Files.shred(key.0) }
        // The next one is overwritten, and not yet removed.
        if count == 1 { try Files.replace(keys[1].0, with: [UInt8](repeating: 0, count: keys[1].1.count)) }
        return (note.path, fingerprint.text)
    }

    /// The keys were noted with the first rows that went. What was shredded by a process that ended before had no certificate.
    @Test(
        "a purge that was killed amid the keys is ended by the next start, and all of them are certified, once",
        arguments: 0...2)
    func cutOff(shredded: Int) async throws {
        let (note, fingerprint) = try await begin(shredding: shredded)
        let written = try #require(Files.read(note))
        // Another one that was killed earlier still.
        let draft = folder.path + "/shredding-0123456789abcdef.note.new"
        try Files.replace(draft, with: written.prefix(40))
        let keys = try keyFiles().map { Files.read(folder.path + "/journal/" + $0) }
        for life in 0..<3 {
            // A crash between the certificate and the end of the note leaves that.
            if life == 1 { try Files.replace(note, with: written) }
            let next = try await collector()
            await next.tick()
            let entries = try DeletionLog(in: folder.path).read().entries
            #expect(entries.map(\.content.reason) == [.emergency] && entries.map(\.at) == [Line.start + 62])
            #expect(entries.flatMap(\.content.removed).map(\.keys) == [2])
            #expect(entries.flatMap(\.content.removed).map(\.fingerprint) == [fingerprint])
            #expect(!Files.exist(note) && !Files.exist(draft))
            // Others have their names.
            for name in try keyFiles() { #expect(!keys.contains(Files.read(folder.path + "/journal/" + name))) }
        }
    }

    @Test("a purge of the files ends one that was killed, too, and takes none of its keys for its own") func again()
        async throws
    {
        let (note, fingerprint) = try await begin(shredding: 1)
        _ = try SigningKey(file: StateFolder.signingKey(in: folder.path), ring: ring, creating: true)
        let purge = FolderPurge(
            state: folder.path, keys: .standard(in: folder.path), sessions: SessionSettings(), isClaimed: false,
            log: log)
        let outcome = await purge.run(.emergency, now: clock.now + 60)
        #expect(outcome.removed.isEmpty && outcome.unreached.isEmpty, "\(outcome)")
        let removed = try DeletionLog(in: folder.path).read().entries.flatMap(\.content.removed)
        #expect(removed.map(\.fingerprint) == [fingerprint])
        #expect(!Files.exist(note))
    }

    @Test("a note that somebody altered shreds and certifies nothing") func altered() async throws {
        let (note, _) = try await begin(shredding: 0)
        var bytes = try #require(Files.read(note))
        bytes[bytes.count - 3] ^= 1
        try Files.replace(note, with: bytes)
        let next = try await collector()
        await next.tick()
        #expect(try keyFiles().count == 2)
        #expect(try DeletionLog(in: folder.path).read().lines.isEmpty)
    }

    @Test("a batch that was on its way is refused as late, and written down nowhere") func underway() async throws {
        let line = try Line(catalog())
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        let bytes = OTLP.logs([OTLP.Log(name: "use", attributes: [("installation", 1), ("ok", true)])])
        var batch = try line.anonymize(bytes, .logs) { windows.key(of: $0, now: Line.start) }
        _ = windows.purge(now: Line.start)
        windows.add(&batch)
        #expect(batch.refused.count == 1 && batch.added.isEmpty)
        #expect(windows.contributors == 0)

        let journal = try Journal(folder: folder.path + "/journal", master: ring, log: log)
        var entry = JournalEntry(.settled)
        entry.generation = journal.generation
        #expect(await journal.purge { $0() }.destroyed.fault == nil)
        #expect(journal.append(entry) == nil)
        entry.generation = journal.generation
        let place = try #require(journal.append(entry))
        #expect(await journal.keeps(place))
    }

    @Test("exact figures go with their keys, also those that are drawn and not yet written; released ones stay")
    func exact() async throws {
        let collector = try await collector()
        try await take(collector, 0..<1000)
        clock.advance(to: Line.start + 75)
        await collector.tick()
        #expect(try await store.sealedWindows(of: "asked", .minute, in: 0..<Int64.max).count == 1)
        #expect(try await store.steps(of: "totals") != nil)
        let outcome = await collector.purge(.emergency)
        #expect(Set(outcome.removed.map(\.kind)) == [.windows, .exact, .totals])
        #expect(try await store.sealedWindows(of: "asked", .minute, in: 0..<Int64.max).isEmpty)
        #expect(try await store.steps(of: "totals") == nil)
        #expect(try await uses() != nil)
        // Totals begin anew.
        try await take(collector, 0..<1000)
        clock.advance(to: Line.start + 135)
        await collector.tick()
        let totals = try await store.releases(of: .minute, from: 0).filter { $0.metric == "totals" }
        #expect(totals.map(\.step) == [1, 1])
        let verification = try await PrivacyVerifier(store: store, catalog: catalog(), now: clock.now).verify()
        #expect(verification.holds, "\(VerificationText(verification).text)")
    }

    @Test("as many sessions as there may be are gone in less than five seconds, and their memory is overwritten")
    func sessions() async throws {
        let memory = MemorySessionStore()
        let sessions = Sessions(store: memory, limits: SessionLimits(), realm: SessionRealm("test"))
        let collector = try await collector(sessions: sessions)
        let envelope = StoredSession(bytes: Array(repeating: 7, count: 1024), expiresAt: clock.now + 3600)
        for number in 0..<Self.sessions {
            let number = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
            _ = try await memory.insert(
                SessionID(high: number, low: number &* number), envelope, limit: .max, now: clock.now)
        }
        try await take(collector, 0..<1000)
        let start = ContinuousClock.now
        let outcome = await collector.purge(.emergency)
        let time = ContinuousClock.now - start
        print("purged \(Self.sessions) sessions in \(time)")
        #expect(time < .seconds(5))
        #expect(outcome.removed.first { $0.kind == .sessions }?.records == Int64(Self.sessions))
        #expect(try await sessions.store.count() == 0)
        memory.forEachStored { _ in Issue.record("one is left") }
        #expect(outcome.certificates.count == 1)
    }

    @Test("what can't be reached is named, and everything else is gone all the same") func unreached() async throws {
        let faulty = FaultyStore(store)
        let collector = try await Collector(
            catalog: catalog(), configuration: CollectorConfiguration(), store: faulty, clock: clock, signing: key,
            sessions: Sessions(store: MemorySessionStore(), limits: SessionLimits(), realm: SessionRealm("test")),
            deletions: DeletionLog(in: folder.path), log: log)
        try await take(collector, 0..<1000)
        faulty.faults = [.purge]
        let outcome = await collector.purge(.emergency)
        #expect(outcome.unreached.map(\.what) == ["figures in the store"])
        #expect(outcome.removed.map(\.kind) == [.windows])
        #expect(outcome.certificates.count == 1)
        #expect(collector.windows.withLock(\.contributors) == 0)
    }

    /// What lay in the store was once certified all the same.
    @Test("a purge of files certifies what lies in no file, and the rest as soon as nobody reads the store any more")
    func lingering() async throws {
        let file = StateFolder.signingKey(in: folder.path)
        let signing = try SigningKey(file: file, ring: ring, creating: true)
        let deletions = DeletionLog(in: folder.path)
        do {
            let collector = try await collector()
            try await take(collector, 0..<100)
            clock.advance(to: Line.start + 75)
            await collector.tick()
            try await take(collector, 100..<200)
        }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: folder.database, configuration: configuration)
        try await reader.writeWithoutTransaction { try $0.execute(sql: "BEGIN; SELECT count(*) FROM exact") }
        let purge = FolderPurge(
            state: folder.path, keys: .standard(in: folder.path), sessions: SessionSettings(), isClaimed: false,
            log: log)
        let outcome = await purge.run(.emergency, now: clock.now)
        #expect(outcome.removed.map(\.kind) == [.windows, .exact, .totals])
        #expect(outcome.certificates.map(\.number) == [1])
        #expect(outcome.unreached.map(\.reason).first == "somebody reads from them")
        #expect(outcome.unreached.map(\.what).last == "the certificate")
        #expect(try deletions.read().entries.flatMap(\.content.removed).map(\.kind) == [.windows])

        try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try reader.close()
        for _ in 0..<2 {
            let again = await purge.run(.emergency, now: clock.now + 60)
            #expect(again.removed.isEmpty && again.unreached.isEmpty, "\(again)")
            let entries = try deletions.read().entries
            #expect(entries.map { $0.content.removed.map(\.kind) } == [[.windows], [.exact, .totals]])
            #expect(entries.map(\.at) == [clock.now, clock.now])
        }
        #expect(try deletions.verify(trusting: [signing.verifyingKey]).holds)
    }

    @Test("a purge of files without its signing key leaves what it removed to be certified")
    func unsigned() async throws {
        do {
            let collector = try await collector()
            try await take(collector, 0..<100)
            clock.advance(to: Line.start + 75)
            await collector.tick()
        }
        let purge = FolderPurge(
            state: folder.path, keys: .standard(in: folder.path), sessions: SessionSettings(), isClaimed: false,
            log: log)
        let outcome = await purge.run(.emergency, now: clock.now)
        #expect(outcome.removed.contains { $0.kind == .exact })
        #expect(outcome.certificates.isEmpty && outcome.unreached.map(\.what) == ["the certificate"])
        let next = try await collector()
        clock.advance(to: clock.now + 60)
        await next.tick()
        let certificate = try #require(try DeletionLog(in: folder.path).read().entries.first)
        #expect(certificate.content == Deletions(outcome.removed, for: .emergency))
    }

    @Test("while its files are purged a collector writes nothing, and then it carries that out before anything else")
    func ordered() async throws {
        let collector = try await collector()
        try await take(collector, 0..<1000)
        let order = PurgeOrder(in: folder.path)
        var hold = try order.give()
        #expect(hold != nil)
        clock.advance(to: Line.start + 75)
        await collector.tick()
        #expect(collector.failure?.code == .purgeOrdered)
        await #expect(throws: StoreError.self) { try await store.setDocument("a", to: "b") }
        #expect(try await store.releases(of: .minute, from: 0).isEmpty && order.isGiven)
        #expect(throws: IngestRefusal.self) { try collector.ingest(.init(start: nil, count: 0), signal: .logs) }

        hold = nil
        await collector.tick()
        #expect(collector.failure == nil && !order.isGiven)
        #expect(try DeletionLog(in: folder.path).read().entries.map(\.content.reason) == [.emergency])
        try await take(collector, 0..<200)
        clock.advance(to: Line.start + 135)
        await collector.tick()
        #expect(abs(try #require(try await uses()) - 200) < 60)
    }

    /// Questions and an officer's decision were once refused as long as the collector hung, or nobody started another.
    @Test("once the files are purged, the order is for who had the folder then: a command that begins writes")
    func command() async throws {
        let order = PurgeOrder(in: folder.path)
        func write(as writer: SQLiteStore.Writer) async -> StoreError.Code? {
            do {
                try await SQLiteStore(path: folder.database, as: writer).setDocument("a", to: "b")
                return nil
            } catch {
                return (error as? StoreError)?.code
            }
        }
        let earlier = try SQLiteStore(path: folder.database, as: .command)
        do {
            let hold = try order.give()
            #expect(await write(as: .command) == .purgeOrdered, "the purge is under way")
            #expect(await write(as: .purge) == nil)
            withExtendedLifetime(hold) {}
        }
        #expect(await write(as: .command) == nil)
        #expect(await write(as: .collector) == .purgeOrdered)
        let error = await #expect(throws: StoreError.self) { try await earlier.setDocument("a", to: "b") }
        #expect(error?.code == .purgeOrdered && error?.remedy.contains("end the collector's process") == true)
        #expect(order.isGiven)
    }

    @Test("an order that was given to a process that is gone is of no more use, unless it is being carried out")
    func forgotten() throws {
        let order = PurgeOrder(in: folder.path)
        do {
            let hold = try order.give()
            #expect(throws: FileFault.self) { try order.forget() }
            withExtendedLifetime(hold) {}
        }
        try order.forget()
        #expect(!order.isGiven)
    }

    /// With no descriptor left, folders could not be listed, and were once taken for empty.
    @Test("folders that can't be listed are named, whether or not a collector runs") func unlisted() async throws {
        let journal = folder.path + "/journal"
        let detail = DetailFolder(in: folder.path)
        let collector = try await collector()
        try await take(collector, 0..<10)
        try Files.move(journal, to: journal + ".aside")
        // A link to itself can't be followed, by whomever.
        for path in [journal, detail.path] {
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        }
        let purge = FolderPurge(
            state: folder.path, keys: .standard(in: folder.path), sessions: SessionSettings(), isClaimed: false,
            log: log)
        let outcomes = [
            await collector.purge(.emergency), await purge.run(.emergency, now: clock.now),
        ]
        #expect(outcomes.map { $0.unreached.map(\.what) } == [["the journal"], ["the journal", "sealed detail"]])
        #expect(outcomes[1].unreached.map(\.reason) == ["unreadable: \(journal)", "unreadable: \(detail.path)"])
        #expect(detail.expire(0, at: clock.now).fault?.code == .unreadable)
    }
}
