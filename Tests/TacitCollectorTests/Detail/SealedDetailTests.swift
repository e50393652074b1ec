import Foundation
import Synchronization
import TacitCatalog
import TacitSeal
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("Sealed detail holds what counted, as it counted, once, and nothing of who sent it")
struct SealedDetailTests {
    private let bench: DetailBench

    init() throws { bench = try DetailBench() }

    @Test("a record is the fields that metrics count, as finely as they see them, and its hour") func record()
        async throws
    {
        let collector = try await bench.collector()
        try await bench.take(
            OTLP.logs([
                DetailBench.use("a", ms: 127, hours: 9), .init(name: "open", attributes: [("installation", "a")]),
            ]), collector)
        await bench.advance(collector)
        let (records, found) = bench.find()
        #expect(found.count == 2 && found.days == 1 && found.faults.isEmpty)
        #expect(
            records == [
                DetailRecord(hour: DetailBench.hour.start, event: "open", metrics: ["opens"], fields: []),
                DetailRecord(
                    hour: DetailBench.hour.start, event: "use", metrics: ["uses", "times", "efforts"],
                    fields: [
                        .init(name: "ok", unit: "", value: .text("true")),
                        .init(name: "version", unit: "", value: .text("3.12")),
                        .init(name: "ms", unit: "ms", value: .number(130)),
                        .init(name: "hours", unit: "", value: .text("long")),
                    ]),
            ])
        #expect(bench.find(event: "open").records.count == 1)
        #expect(bench.find(metric: "times").records.map(\.event) == ["use"])
        #expect(bench.find(metric: "nothing").records.isEmpty)
        #expect(bench.find(Line.start - 86400).found.days == 0)
    }

    /// The story: a name that stood alone in a text looked like any word, the scrubber let it pass, and no threshold hid it here.
    @Test(
        "what is personal, undeclared, uncounted or any word is in no word of it, and nothing is readable in its bytes")
    func planted() async throws {
        let collector = try await bench.collector()
        try await bench.take(
            OTLP.logs([
                DetailBench.use("planted-person", note: "ask planted.person@example.com at 192.0.2.77 or plantedname")
            ]),
            collector)
        await bench.advance(collector)
        var words: [String] = []
        let key = try DetailKey.read(
            bench.detail.keyFile(DetailBench.day), context: DetailFolder.context(DetailBench.day), with: bench.ring)
        for path in bench.segments {
            let bytes = try #require(Files.read(path))
            #expect(bytes.firstRange(of: Array("use".utf8)) == nil && bytes.firstRange(of: Array("3.12".utf8)) == nil)
            let segment = try #require(DetailSegment(bytes, of: DetailBench.hour, number: 1))
            _ = segment.forEachFrame(in: bytes, under: segment.key(day: key)) { frame in
                guard let frame else { return }
                try? DetailFrame.read(frame, hour: 0, word: { words.append($0) }) { _ in }
            }
        }
        #expect(words.contains("use") && words.contains("3.12"))
        #expect(words.allSatisfy { !$0.contains("planted") && !$0.contains("192.0.2") }, "\(words)")
        #expect(await bench.verify() == [])
    }

    @Test("what its contributor's bounds cut, or came too late, is not kept") func cut() async throws {
        let collector = try await bench.collector()
        try await bench.take(OTLP.logs((0..<9).map { _ in DetailBench.use("one") }), collector)
        var late = DetailBench.use("two")
        late.time = UInt64(Line.start - 3 * 86400) * 1_000_000_000
        try await bench.take(OTLP.logs([late]), collector)
        await bench.advance(collector)
        // Two of each contributor in each cell.
        #expect(bench.find().records.count == 2)
        #expect(bench.find(Line.start - 3 * 86400).records.isEmpty)
    }

    @Test("of who is counted once, one record is kept") func counted() async throws {
        let collector = try await bench.collector()
        let visit = OTLP.Log(name: "visit", attributes: [("installation", "a")])
        for _ in 0..<2 { try await bench.take(OTLP.logs(Array(repeating: visit, count: 90)), collector) }
        await bench.advance(collector)
        #expect(bench.find().records.count == 1)
    }

    /// What the second event added was once taken for the first one's: the late one was kept in the place of the one that counted.
    @Test("of a span with two exceptions, one of which came too late, the one that counted is kept") func mixed()
        async throws
    {
        let collector = try await bench.collector()
        func exception(_ ms: Int64, at seconds: Int64) -> OTLP.Span.Event {
            OTLP.Span.Event(
                name: "exception", time: UInt64(seconds) * 1_000_000_000,
                attributes: [("installation", "one"), ("ms", .int(ms))])
        }
        let now = UInt64(Line.start) * 1_000_000_000
        let span = OTLP.Span(
            name: "work", start: now, end: now, attributes: [("installation", "one")],
            events: [exception(10, at: Line.start - 3 * 86400), exception(990, at: Line.start)])
        let answer = try await bench.take(OTLP.spans([span]), collector, signal: .traces)
        #expect(answer.refused == 1)
        await bench.advance(collector)
        #expect(bench.times == [990])
        #expect(bench.find(Line.start - 3 * 86400).records.isEmpty)
    }

    @Test("neither the file nor what is shown tells who came before whom") func order() async throws {
        let collector = try await bench.collector()
        for part in 0..<4 { try await bench.take(DetailBench.uses(part * 25..<part * 25 + 25), collector) }
        await bench.advance(collector)
        let sent = (0..<100).map { Double($0) * 10 }
        #expect(bench.times == sent, "as shown: by what they say")
        var written: [Double] = []
        let key = try DetailKey.read(
            bench.detail.keyFile(DetailBench.day), context: DetailFolder.context(DetailBench.day), with: bench.ring)
        let bytes = try #require(Files.read(bench.segments[0]))
        let segment = try #require(DetailSegment(bytes, of: DetailBench.hour, number: 1))
        _ = segment.forEachFrame(in: bytes, under: segment.key(day: key)) { frame in
            try? DetailFrame.read(frame ?? [], hour: 0) { $0.ms.map { written.append($0) } }
        }
        // That a hundred come out in their order by chance happens once in 10^157 runs.
        #expect(written.sorted() == sent && written != sent)
    }

    @Test("a length tells little of how many records there are") func padding() async throws {
        let collector = try await bench.collector()
        var sizes: Set<Int> = []
        for count in 1...5 {
            try await bench.take(DetailBench.uses(count * 10..<count * 10 + count), collector)
            let before = bench.segments.first.flatMap { Files.size($0) } ?? DetailSegment.headSize
            await bench.advance(collector)
            sizes.insert(try #require(Files.size(bench.segments[0])) - before)
        }
        #expect(sizes == [DetailFrame.grain + 8 + 16])
    }

    @Test("with detail off nothing is written") func off() async throws {
        let collector = try await bench.collector(isOn: false)
        try await bench.take(DetailBench.uses(0..<9), collector)
        await bench.advance(collector)
        await collector.drain()
        #expect(bench.names.isEmpty)
    }

    // MARK: Crashes

    @Test("a kill costs what was not yet written, and nothing is there twice") func crash() async throws {
        let first = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<5), first)
        await bench.advance(first)
        try await bench.take(DetailBench.uses(5..<9), first)
        // Killed here. The client has had no answer and sends the same again.
        let second = try await bench.collector()
        try await bench.take(DetailBench.uses(5..<9), second)
        await bench.advance(second)
        #expect(bench.times == [0, 10, 20, 30, 40], "what comes again counts once, and was not written")
        try await bench.take(DetailBench.uses(9..<12), second)
        await bench.advance(second)
        #expect(bench.times == [0, 10, 20, 30, 40, 90, 100, 110])
        #expect(bench.segments.count == 2, "each run writes files of its own")
    }

    @Test("nothing is written before the journal has its request") func afterJournal() async throws {
        let collector = try await bench.collector()
        try Files.move(bench.path + "/journal", to: bench.path + "/away")
        await #expect(throws: IngestRefusal.self) { try await bench.take(DetailBench.uses(0..<5), collector) }
        await bench.advance(collector)
        #expect(bench.names.isEmpty)
        try Files.move(bench.path + "/away", to: bench.path + "/journal")
        await bench.advance(collector)
        await collector.journal?.idle()
        await bench.advance(collector)
        #expect(bench.times == [0, 10, 20, 30, 40])
    }

    @Test("an orderly stop writes all that waits, and the next start goes on") func stop() async throws {
        let first = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<3), first)
        await first.drain()
        let second = try await bench.collector()
        try await bench.take(DetailBench.uses(3..<5), second)
        await second.drain()
        #expect(bench.times == [0, 10, 20, 30, 40])
        #expect(bench.names.count { $0.hasSuffix(".key") } == 1)
    }

    @Test("while it can't be written nothing more is taken; then all is there, once") func full() async throws {
        let collector = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<3), collector)
        try Files.replace(bench.detail.path, with: "no folder".utf8)
        await bench.advance(collector)
        await #expect(throws: IngestRefusal.self) { try await bench.take(DetailBench.uses(3..<5), collector) }
        #expect(collector.detailRefusal != nil && bench.log.text.contains("sealed detail can't be written"))
        await collector.tick()
        try Files.remove(bench.detail.path)
        await collector.tick()
        #expect(collector.detailRefusal == nil)
        try await bench.take(DetailBench.uses(3..<5), collector)
        await bench.advance(collector)
        #expect(bench.times == [0, 10, 20, 30, 40])
    }

    /// The story: on a full disk all that waited was encrypted anew each second, under a key that was made for it, and was gone at a
    /// stop without a word.
    @Test("on a full disk nothing is encrypted, and a stop says how much is lost") func noRoom() async throws {
        let isFull = Atomic(true)
        bench.limits.hasRoom = { _, _ in !isFull.load(ordering: .relaxed) }
        let collector = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<3), collector)
        await bench.advance(collector)
        #expect(bench.names.isEmpty && collector.detailRefusal != nil)
        isFull.store(false, ordering: .relaxed)
        await collector.tick()
        #expect(bench.times == [0, 10, 20])

        isFull.store(true, ordering: .relaxed)
        try await bench.take(DetailBench.uses(3..<16), collector)
        await collector.drain()
        #expect(bench.times == [0, 10, 20])
        let said = "stopped while sealed detail could not be written lost records=100 at most"
        #expect(bench.log.text.contains(said))
    }

    @Test("what waits longer than it may be kept is dropped, also while the disk is full") func outlived() async throws
    {
        bench.limits.hasRoom = { _, _ in false }
        let collector = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<3), collector)
        await bench.advance(collector)
        #expect(collector.sealedDetail?.unwritten == 3)
        await bench.advance(collector, by: 32 * 86400)
        #expect(collector.sealedDetail?.unwritten == 0)
    }

    @Test("an orderly stop that writes all says nothing of a loss") func noLoss() async throws {
        let collector = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<3), collector)
        await collector.drain()
        #expect(bench.times == [0, 10, 20] && !bench.log.text.contains("lost"))
    }

    @Test("what waits is bounded: much is written at once, and too much is refused") func bounded() async throws {
        bench.limits.early = 1
        let early = try await bench.collector()
        try await bench.take(DetailBench.uses(0..<3), early)
        await early.sealedDetail?.idle()
        // What comes next finds the first in the journal.
        try await bench.take(DetailBench.uses(20..<21), early)
        await early.sealedDetail?.idle()
        #expect(bench.times.starts(with: [0, 10, 20]), "without a minute having passed")

        (bench.limits.early, bench.limits.waiting) = (.max, 1)
        let slow = try await bench.collector()
        try await bench.take(DetailBench.uses(3..<5), slow)
        await #expect(throws: IngestRefusal.self) { try await bench.take(DetailBench.uses(5..<7), slow) }
        await bench.advance(slow)
        try await bench.take(DetailBench.uses(5..<7), slow)
    }

    @Test("a full file is followed by another one") func files() async throws {
        bench.limits.segment = 2000
        let collector = try await bench.collector()
        for part in 0..<5 {
            try await bench.take(DetailBench.uses(part..<part + 1), collector)
            await bench.advance(collector)
        }
        #expect(bench.segments.count == 3 && bench.times == [0, 10, 20, 30, 40])
    }

    // MARK: Bytes

    private func written(parts: Int = 3) async throws -> Collector {
        let collector = try await bench.collector()
        for part in 0..<parts {
            try await bench.take(DetailBench.uses(part * 2..<part * 2 + 2), collector)
            await bench.advance(collector)
        }
        return collector
    }

    private static let frame = DetailFrame.grain + 8 + 16

    @Test("a frame that a crash cut short is left out, and no error", arguments: [1, 9, 1000])
    func torn(cut: Int) async throws {
        _ = try await written()
        try alter(bench.segments[0]) { $0.removeLast(cut) }
        #expect(bench.times == [0, 10, 20, 30] && bench.find().found.faults.isEmpty)
        #expect(await bench.verify() == [])
    }

    /// What looks like a frame of 1000 bytes of which some are missing, the first bytes of a length, and room that a lost write left.
    private static let unfinished: [[UInt8]] = [
        Framing.bytes([UInt8](repeating: 0, count: 1000)).prefix(8) + [0], [], [UInt8](repeating: 0, count: 9),
    ]

    /// The story: what lay behind the last whole frame was taken for a frame that a crash had cut short, so nobody looked at it.
    @Test("what lies behind the last whole frame of a file is looked at, in the journal too", arguments: unfinished)
    func behind(begin: [UInt8]) async throws {
        _ = try await written()
        let journal = try #require(try Files.names(in: bench.path + "/journal").first { $0.hasSuffix(".journal") })
        for file in [bench.segments[0], "\(bench.path)/journal/\(journal)"] {
            #expect(await bench.verify(String(file.dropFirst(bench.path.count + 1))) == [])
            try alter(file) { $0 += begin + Array((begin.isEmpty ? "a@b.de" : "ask planted.person@example.com").utf8) }
            let found = await bench.verify(String(file.dropFirst(bench.path.count + 1)))
            #expect(found.count == 1 && found[0].hasPrefix("storage.clean") && found[0].hasSuffix("holds EMAIL"))
        }
    }

    @Test("a frame that was altered or moved is left out and told, the others are read") func altered() async throws {
        _ = try await written()
        let file = bench.segments[0]
        let sound = try #require(Files.read(file))
        let start = DetailSegment.headSize + Self.frame
        try alter(file) { $0[start + 100] ^= 1 }
        #expect(bench.times == [0, 10, 40, 50])
        #expect(bench.find().found.faults.map(\.code) == [.damaged])
        #expect(await bench.verify().contains { $0.contains("frame 2: was altered or moved") })

        let frames = (0..<3).map { sound[(DetailSegment.headSize + $0 * Self.frame)...].prefix(Self.frame) }
        try Files.replace(file, with: sound.prefix(DetailSegment.headSize) + frames[1] + frames[0] + frames[2])
        #expect(bench.times == [40, 50])
        // Where the length was altered nobody can tell where the next one begins.
        try Files.replace(file, with: sound)
        try alter(file) { $0[start] ^= 1 }
        #expect(bench.times == [0, 10] && bench.find().found.faults.count == 1)
        #expect(await bench.verify().contains { $0.contains("behind frame 1") })
    }

    @Test("a copy of a file under another number opens nothing, so that no record is there twice") func copied()
        async throws
    {
        _ = try await written(parts: 1)
        let bytes = try #require(Files.read(bench.segments[0]))
        try Files.replace(bench.detail.file(DetailBench.hour, 2), with: bytes)
        #expect(bench.segments.count == 2 && bench.times == [0, 10])
        #expect(bench.find().found.faults.map(\.code) == [.damaged])
        #expect(await bench.verify().contains { $0.contains("frame 1: was altered or moved") })
    }

    @Test("nothing opens in the place of another hour, another day, or under another day's key") func swapped()
        async throws
    {
        let collector = try await written(parts: 1)
        await bench.advance(collector, by: 86400)
        try await bench.take(DetailBench.uses(6..<8), collector)
        await bench.advance(collector)
        let next = WindowID(length: .day, containing: bench.clock.now)
        #expect(bench.find(next.start).records.count == 2)
        let bytes = try #require(Files.read(bench.segments[0]))
        try Files.replace(bench.detail.file(WindowID(length: .hour, start: DetailBench.hour.end), 1), with: bytes)
        #expect(bench.times == [0, 10] && bench.find().found.faults.count == 1)
        try Files.replace(bench.detail.file(WindowID(length: .hour, start: next.start), 1), with: bytes)
        #expect(bench.find(next.start).records.count == 2 && bench.find(next.start).found.faults.count == 1)
        try Files.replace(
            bench.detail.keyFile(next), with: try #require(Files.read(bench.detail.keyFile(DetailBench.day))))
        #expect(bench.find(next.start).records.isEmpty && bench.find(next.start).found.faults.count == 1)
        #expect(await bench.verify().contains { $0.contains("does not open with the folder's keys") })
    }
}
