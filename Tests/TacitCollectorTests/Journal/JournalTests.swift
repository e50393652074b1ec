import Foundation
import Logging
import Synchronization
import TacitCatalog
import TacitSeal
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("What was acknowledged survives the process, counts once, and ends with its window")
struct JournalTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let master: KeyRing
    private let clock = SimulatedClock(start: Line.start)
    private let log = LogLines()

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
        master = try store.ownKey
    }

    private var place: String { folder.path + "/journal" }

    /// A collector that goes on with what the one before has left.
    private func collector(
        k: Int = 5, window: WindowLength = .minute, limits: Journal.Limits = .init(), journals: Bool = true,
        journal: Journal? = nil, contributors: Int? = nil, cells: Int? = nil
    ) async throws -> Collector {
        let catalog = try TestCatalog.catalog(
            [
                TestCatalog.event(
                    fields: [("ok", .bool), ("version", .version(.patch))],
                    sources: [
                        TestCatalog.source(
                            .log, name: "use",
                            fields: ["ok": [.attribute("ok")], "version": [.attribute("version")]])
                    ])
            ],
            [
                try TestCatalog.metric(
                    "m", by: ["ok", "version"], window: window, maxPerCell: 2, k: k, mode: .onQuery(keepDays: 1))
            ],
            contributor: ["tacit.contributor", "installation"])
        let logger = log.logger
        var configuration = CollectorConfiguration()
        configuration.journal = journals
        if let contributors { configuration.windows.contributors = contributors }
        if let cells { configuration.windows.cells = cells }
        return try await Collector(
            catalog: catalog, configuration: configuration, store: store, clock: clock,
            signing: Self.signing,
            journal: journal ?? Journal(folder: place, master: master, limits: limits, log: logger),
            log: logger)
    }

    private static let signing = try! SigningKey()

    private func logs(_ installations: Range<Int>, version: String = "1.2.3") -> [UInt8] {
        OTLP.logs(
            installations.map {
                OTLP.Log(
                    name: "use",
                    attributes: [
                        ("installation", .string("installation-\($0)")), ("ok", true), ("version", .string(version)),
                    ])
            })
    }

    @discardableResult
    private func take(_ bytes: [UInt8], _ collector: Collector, batch: BatchID? = nil) async throws -> IngestAnswer {
        let answer = try bytes.withUnsafeBytes { bytes in
            try batch.map { try collector.ingest(bytes, signal: .logs, batch: $0) }
                ?? collector.ingest(bytes, signal: .logs)
        }
        try await collector.keep(answer)
        return answer
    }

    /// What all windows hold.
    private func total(_ collector: Collector) -> Int64 {
        collector.windows.withLock { windows in
            windows.schedule.reduce(0) { total, entry in
                total
                    + (windows.content(of: entry.id)?.tallies.reduce(0) { $0 + ($1?.contributions(of: 300) ?? 0) } ?? 0)
            }
        }
    }

    private var files: [String] { (try? Files.names(in: place)) ?? [] }

    /// What there is of windows that began before a time, and all contributions.
    private func left(before time: Int64) -> [String] {
        files.filter { name in
            let start = name.split(separator: "-").last?.split(separator: ".").first.flatMap { Int64($0) }
            return name.hasSuffix(".journal") || start.map { $0 < time } ?? true
        }
    }

    private func bytes(_ suffix: String) -> [UInt8] {
        files.filter { $0.hasSuffix(suffix) }.flatMap { Files.read("\(place)/\($0)") ?? [] }
    }

    // MARK: Going on

    @Test("through one crash after the other, with contributors, bounds and labels as they were") func crashes()
        async throws
    {
        for life in 0..<4 {
            let collector = try await collector()
            #expect(total(collector) == Int64(life * 20))
            // Each contributor may be in two cells: what they used of that before the crash is not forgotten.
            try await take(logs(life * 10..<life * 10 + 10), collector)
            try await take(logs(life * 10..<life * 10 + 10, version: "1.2.4"), collector)
            try await take(logs(life * 10..<life * 10 + 10, version: "1.2.5"), collector)
        }
        let last = try await collector()
        #expect(total(last) == 80)
        for _ in 0..<2 {
            try await take(logs(0..<40), last)
            #expect(total(last) == 120, "no contributor counts more than twice in a cell, over all lives")
        }
    }

    /// A folder that could not be listed was once begun anew, over what had been acknowledged.
    @Test("a journal that can't be listed or read stops the start, and is there when it can be again") func unreadable()
        async throws
    {
        try await take(logs(0..<10), collector())
        let journal = try Journal(folder: place, master: master, limits: .init(), log: log.logger)
        for path in [place, "\(place)/\(try #require(files.first { $0.hasSuffix(".journal") }))"] {
            try Files.move(path, to: path + ".aside")
            // A link to itself can't be followed, by whomever.
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
            let fault = await #expect(throws: FileFault.self) { try await collector(journal: journal) }
            #expect(fault?.code == .unreadable && fault?.place == path)
            try Files.remove(path)
            try Files.move(path + ".aside", to: path)
        }
        #expect(total(try await collector()) == 10)
    }

    /// All since the last orderly stop were once taken for repetitions, and what a client sent alike later added nothing.
    @Test("a request is taken for a repetition of one of the quarter of an hour before the crash, and of none before")
    func repeated() async throws {
        let first = try await collector(window: .day)
        try await take(logs(0..<10), first)
        clock.advance(to: Line.start + 100)
        try await take(logs(10..<20), first)
        clock.advance(to: Line.start + 1000)
        try await take(logs(20..<30), first)
        let second = try await collector(window: .day)
        try await take(logs(0..<10), second)
        #expect(total(second) == 40, "its sender had its answer long ago")
        try await take(logs(10..<20), second)
        try await take(logs(20..<30), second)
        #expect(total(second) == 40)
        try await take(logs(20..<30), second)
        #expect(total(second) == 50, "once")
    }

    @Test("and its window is released as if there had been no crash") func release() async throws {
        for life in 0..<3 { try await take(logs(life * 10..<life * 10 + 10), collector()) }
        let collector = try await collector()
        clock.advance(to: Line.start + 75)
        await collector.tick()
        let window = try #require(try await store.sealedWindows(of: "m", .minute, in: 0..<(.max)).first)
        #expect(window.observedFrom == Line.start)
        let cells = try store.open(window).cells
        #expect(cells.map(\.contributors) == [30] && cells.map(\.figures) == [[30]])
    }

    @Test("a request whose answer a crash cut off adds nothing when it comes again, and then counts as a new one")
    func unanswered() async throws {
        try await take(logs(0..<10), collector())
        let next = try await collector()
        let answer = try await take(logs(0..<10), next)
        #expect(answer.received == 10 && total(next) == 10)
        try await take(logs(0..<10), next)
        #expect(total(next) == 20)
    }

    @Test("a batch that was taken before a crash has its first answer after it") func batch() async throws {
        let id = BatchID.random()
        let content =
            logs(0..<7) + OTLP.logs([OTLP.Log(name: "use", attributes: [("installation", "x"), ("ok", "no")])])
        let first = try await take(content, collector(), batch: id)
        let next = try await collector()
        for _ in 0..<2 {
            let again = try await take(content, next, batch: id)
            #expect(again.received == first.received && again.refused == 1 && again.message == first.message)
        }
        #expect(total(next) == 7)
        #expect(throws: IngestRefusal.self) {
            try logs(0..<8).withUnsafeBytes { try next.ingest($0, signal: .logs, batch: id) }
        }
    }

    @Test("what was erased stays erased, and what came after stays") func erasure() async throws {
        let token = String(repeating: "0a", count: 32)
        let content = OTLP.logs([
            OTLP.Log(
                name: "use",
                attributes: [("tacit.contributor", .string(token)), ("ok", true), ("version", "1.2.3")])
        ])
        let first = try await collector()
        try await take(content, first, batch: .random())
        try await take(logs(0..<3), first)
        let request = try ErasureRequest(tokens: [token], categories: nil, reason: .erasure)
        let done = try first.erase(request, signedBy: Self.signing)
        #expect(done.receipt.statement.contributions == 1)
        try await first.keep(done.place)
        let second = try await collector()
        #expect(total(second) == 3)
        try await take(content, second, batch: .random())
        #expect(total(try await collector()) == 4)
    }

    /// The place of who was erased was free after a restart: whether a newcomer then found it taken told who had come in between.
    @Test("a full window is full after a restart, too, whoever was erased from it") func fullAgain() async throws {
        let token = String(repeating: "0c", count: 32)
        let attributes: OTLP.Attributes = [("tacit.contributor", .string(token)), ("ok", true), ("version", "1.2.3")]
        let first = try await collector(contributors: 9)
        try await take(OTLP.logs([OTLP.Log(name: "use", attributes: attributes)]), first)
        try await take(logs(0..<8), first)
        let request = try ErasureRequest(tokens: [token], categories: nil, reason: .erasure)
        try await first.keep(first.erase(request, signedBy: Self.signing).place)
        for _ in 0..<2 {
            let next = try await collector(contributors: 9)
            try await take(logs(7..<10), next)
            #expect(total(next) == 8)
        }
    }

    /// What came before others filled a window was left out where theirs stood before it in the journal, or the limit was lower now.
    @Test("what was acknowledged has room after a restart, also under a lower limit, and the window is full then")
    func lowerLimit() async throws {
        let first = try await collector()
        for version in ["1.2.3", "1.3.0", "1.4.0"] { try await take(logs(0..<100, version: version), first) }
        let held = total(first)
        #expect(held == 200, "two cells each")
        let next = try await collector(contributors: 9, cells: 1)
        #expect(total(next) == held)
        #expect(try await take(logs(100..<110), next).refused == 10)
        #expect(total(next) == held)
    }

    @Test("requests that were all answered count anew, and of those that were not each counts once") func repeats()
        async throws
    {
        let content = logs(0..<1)
        let first = try await collector()
        try await take(content, first)
        await first.drain()
        let second = try await collector()
        try await take(content, second)
        #expect(total(second) == 2)

        let other = logs(5..<6)
        for _ in 0..<2 { try await take(other, second) }
        let third = try await collector()
        for _ in 0..<2 { try await take(other, third) }
        #expect(total(third) == 4)
    }

    @Test("what came after an erasure stays through every crash") func afterErasure() async throws {
        let token = String(repeating: "0b", count: 32)
        let attributes: OTLP.Attributes = [("tacit.contributor", .string(token)), ("ok", true), ("version", "1.2.3")]
        let content = OTLP.logs([OTLP.Log(name: "use", attributes: attributes)])
        let first = try await collector()
        for _ in 0..<2 { try await take(content, first, batch: .random()) }
        let request = try ErasureRequest(tokens: [token], categories: nil, reason: .erasure)
        try await first.keep(first.erase(request, signedBy: Self.signing).place)
        try await take(content, collector(), batch: .random())
        for _ in 0..<2 { #expect(total(try await collector()) == 1) }
    }

    @Test("that a window was open is kept, whether or not anybody was in it") func presence() async throws {
        let first = try await collector()
        await first.journal?.idle()
        clock.advance(to: Line.start + 30)
        let next = try await collector()
        let window = WindowID(length: .minute, start: Line.start)
        #expect(next.windows.withLock { $0.keys[window]?.since } == Line.start)
    }

    @Test("windows of a length that no metric has for once go on afterwards") func asleep() async throws {
        try await take(logs(0..<5), collector(window: .hour))
        #expect(total(try await collector()) == 0)
        #expect(log.text.contains("wait for a day"))
        #expect(total(try await collector(window: .hour)) == 5)
    }

    // MARK: Ending

    @Test("nothing of a window is left when it has closed: no key, no file, and no key opens a copy of them")
    func closing() async throws {
        let collector = try await collector()
        try await take(logs(0..<5), collector)
        let (key, copy) = (bytes(".key"), bytes(".journal"))
        #expect(key.count.isMultiple(of: 76) && !key.isEmpty && copy.count > 200)
        clock.advance(to: Line.start + 75)
        await collector.tick()
        #expect(left(before: Line.start + 60) == [])
        // Whoever kept a copy of the file and has all that the folder holds now.
        try Data(copy).write(to: URL(fileURLWithPath: place + "/00000001.journal"))
        let next = try await self.collector()
        #expect(total(next) == 0 && left(before: Line.start + 60) == [])
    }

    @Test("a window that closed just before a crash does not open again") func closedBefore() async throws {
        let collector = try await collector()
        try await take(logs(0..<5), collector)
        let kept = try files.map { ($0, try #require(Files.read("\(place)/\($0)"))) }
        clock.advance(to: Line.start + 75)
        await collector.tick()
        // As if the key had not been destroyed any more.
        for (name, bytes) in kept { try Data(bytes).write(to: URL(fileURLWithPath: "\(place)/\(name)")) }
        #expect(total(try await self.collector()) == 0)
        #expect(left(before: Line.start + 60) == [])
    }

    @Test("no text of a request and no name of a contributor is in any byte of it") func planted() async throws {
        let collector = try await collector()
        try await take(
            logs(0..<5, version: "77.88.99"), collector, batch: BatchID(hex: String(repeating: "ab", count: 16)))
        let all = bytes(".journal") + bytes(".key")
        for planted in ["installation-1", "77.88.99", "77.88"] {
            #expect(!all.contains(Array(planted.utf8)))
        }
        #expect(!all.contains([UInt8](repeating: 0xAB, count: 16)))
        for name in files {
            let mode = try FileManager.default.attributesOfItem(atPath: "\(place)/\(name)")[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("one that was switched off is taken up once more, and nothing is left of it") func off() async throws {
        try await take(logs(0..<5), collector())
        let next = try await collector(journals: false)
        #expect(total(next) == 5)
        #expect(!Files.exist(place))
        try await take(logs(10..<15), next)
        #expect(!Files.exist(place))
        #expect(total(try await collector()) == 0)
    }

    @Test("files without an open window are removed while others are written") func sweeping() async throws {
        var limits = Journal.Limits()
        limits.segment = 1000
        let collector = try await collector(limits: limits)
        for minute in 0..<5 {
            for part in 0..<4 { try await take(logs(part * 10..<part * 10 + 10), collector) }
            #expect(files.count { $0.hasSuffix(".journal") } >= 2)
            clock.advance(to: Line.start + Int64(minute + 1) * 60 + 15)
            await collector.tick()
        }
        #expect(left(before: Line.start + 300) == [])
    }

    // MARK: Faults

    @Test("one that was altered anywhere costs no other request, and is named without its content") func altered()
        async throws
    {
        let first = try await collector()
        for part in 0..<5 { try await take(logs(part * 10..<part * 10 + 10), first) }
        let file = try #require(files.first { $0.hasSuffix(".journal") })
        let whole = try #require(Files.read("\(place)/\(file)"))
        // Behind the head, whose change makes every frame unreadable.
        for position in stride(from: whole.count - 300, to: whole.count, by: 37) {
            var altered = whole
            altered[position] ^= 0x10
            try Data(altered).write(to: URL(fileURLWithPath: "\(place)/\(file)"))
            let next = try await collector()
            #expect((30...40).contains(total(next)), "at \(position)")
            for name in files where name != file && name.hasSuffix(".journal") { try Files.remove("\(place)/\(name)") }
        }
        #expect(log.text.contains("altered"))
        #expect(!log.text.contains("installation"))
    }

    @Test("an altered length, a copied file and a missing key are named") func named() async throws {
        let first = try await collector()
        for part in 0..<3 { try await take(logs(part * 10..<part * 10 + 10), first) }
        let file = "\(place)/\(try #require(files.first { $0.hasSuffix(".journal") }))"
        let whole = try #require(Files.read(file))
        try Data(whole).write(to: URL(fileURLWithPath: place + "/00000009.journal"))
        #expect(total(try await collector()) == 30)
        #expect(log.text.contains("a copy of another"))
        try Files.remove(place + "/00000009.journal")

        let head = try #require(JournalSegment(whole, master)).head.count
        var altered = whole
        altered[head] ^= 1
        try Data(altered).write(to: URL(fileURLWithPath: file))
        #expect(total(try await collector()) == 0)
        #expect(log.text.contains("what lies behind that"))

        try Data(whole).write(to: URL(fileURLWithPath: file))
        try Files.remove("\(place)/minute-\(Line.start).key")
        #expect(total(try await collector()) == 0)
        #expect(log.text.contains("the key is gone"))
    }

    @Test("where keys are removed while it runs, nothing more is taken that would not survive") func removed()
        async throws
    {
        let first = try await collector()
        try await take(logs(0..<5), first)
        try Files.remove("\(place)/minute-\(Line.start).key")
        await #expect(throws: IngestRefusal.self) { try await take(logs(5..<10), first) }
        #expect(first.journal?.refusal != nil)
    }

    @Test("a file that ends in the middle of a request keeps those before it") func cut() async throws {
        let first = try await collector()
        for part in 0..<3 { try await take(logs(part * 10..<part * 10 + 10), first) }
        let file = "\(place)/\(try #require(files.first { $0.hasSuffix(".journal") }))"
        let whole = try #require(Files.read(file))
        try Data(whole.dropLast(9)).write(to: URL(fileURLWithPath: file))
        #expect(total(try await collector()) == 20)
        #expect(log.text.contains("unfinished"))
        // A crash right after it was made.
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(total(try await collector()) == 0)
        #expect(!log.text.contains("it is no journal") && !Files.exist(file))
        try Data(whole.prefix(11)).write(to: URL(fileURLWithPath: file))
        #expect(total(try await collector()) == 0)
        #expect(log.text.contains("it is no journal"))
    }

    @Test("under another key ring it does not start, and nothing is overwritten") func wrongKey() async throws {
        try await take(logs(0..<5), collector())
        let before = bytes(".key")
        let journal = try Journal(folder: place, master: KeyRing(at: Line.start), log: log.logger)
        var windows = Windows(plan: try Plan(catalog: TestCatalog.catalog([], [])), limits: .init(), closedUntil: [:])
        #expect(throws: FileFault.self) { try journal.replay(into: &windows, [], closedUntil: [:], now: Line.start) }
        #expect(bytes(".key") == before)
        #expect(total(try await collector()) == 5)
    }

    @Test("under a catalog that declares a metric otherwise it is dropped, and that is said") func terms() async throws
    {
        try await take(logs(0..<5), collector())
        #expect(total(try await collector(k: 9)) == 0)
        #expect(log.text.contains("declares it otherwise now metric=m"))
    }

    @Test("while it can't be written nothing is acknowledged; what comes again then counts once") func full()
        async throws
    {
        let collector = try await collector()
        try await take(logs(0..<5), collector)
        try Files.move(place, to: place + ".away")
        await #expect(throws: IngestRefusal.self) { try await take(logs(10..<15), collector) }
        await #expect(throws: IngestRefusal.self) { try await take(logs(20..<25), collector) }
        try Files.move(place + ".away", to: place)
        await collector.tick()
        var again: IngestAnswer?
        for _ in 0..<1000 where again == nil {
            // The writer tells when it is done whoever waits for it, and nobody does.
            try await Task.sleep(for: .milliseconds(10))
            again = try? await take(logs(10..<15), collector)
        }
        #expect(again?.received == 5)
        #expect(total(collector) == 10)
    }

    @Test("many at once are written with few waits for the disk, and none is lost") func many() async throws {
        let collector = try await collector()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in 0..<100 { group.addTask { try await take(logs(part..<part + 1), collector) } }
            try await group.waitForAll()
        }
        #expect(total(try await self.collector()) == 100)
    }
}

extension Array where Element: Equatable {
    fileprivate func contains(_ part: [Element]) -> Bool {
        indices.contains { self[$0...].starts(with: part) }
    }
}

/// What was logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
            lines.lines.withLock { $0.append(event.message.description + fields.joined()) }
        }
    }
}
