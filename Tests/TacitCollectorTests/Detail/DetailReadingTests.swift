import Foundation
import TacitCatalog
import TacitSeal
import TacitStores
import TestHarness
import Testing

@testable import TacitCollector

@Suite("A reading of sealed detail leaves a line that names nobody and that nobody can alter unnoticed")
struct DetailReadingTests {
    private let bench: DetailBench
    private let log: DetailReadingLog

    init() throws {
        bench = try DetailBench()
        log = DetailReadingLog(in: bench.path)
    }

    @discardableResult
    private func append(_ count: Int, metric: String? = nil, reason: String = "crash of the export, ticket 4711") throws
        -> [DetailReadingLog.Entry]
    {
        try (0..<count).map { number in
            let date = CalendarDate("2026-06-01")!
            let found = bench.reader().find(.init(from: date, through: date, metric: metric))
            return try log.append(
                found, because: ReadingReason(reason), at: 1_800_000_000 + Int64(number), signedBy: bench.signing)
        }
    }

    private func lines() throws -> [String] {
        try String(contentsOfFile: log.path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func faults() throws -> [String] {
        try log.verify(trusting: [bench.signing.verifyingKey]).faults.map { "\($0.code) \($0.line)" }
    }

    @Test("what is appended is read back, and the file is its owner's alone") func sound() throws {
        let written = try append(3, metric: "uses")
        #expect(try log.read().entries == written && faults() == [])
        let reading = try #require(written.first?.content)
        #expect(reading.days == 1_780_272_000..<1_780_358_400 && reading.metric == "uses" && reading.event == nil)
        #expect(reading.reason.text == "crash of the export, ticket 4711" && reading.records == 0)
        #expect(try bench.folder.mode(of: DetailReadingLog.name) == 0o600)
    }

    @Test("every field of a line is signed, and a line that is gone is missed") func altered() throws {
        try append(3, metric: "uses")
        let sound = try lines()
        for (old, new) in [
            (#""at":1800000001"#, #""at":1800000002"#), (#""from":1780272000"#, #""from":1780185600"#),
            (#""to":1780358400"#, #""to":1780444800"#), (#""metric":"uses""#, #""metric":"times""#),
            (#""metric":"uses""#, #""event":"use""#), (#""records":0"#, #""records":10"#), ("4711", "4712"),
            (#""number":2"#, #""number":3"#),
        ] {
            var lines = sound
            lines[1] = lines[1].replacing(old, with: new)
            #expect(lines[1] != sound[1], "\(old)")
            try Files.replace(log.path, with: lines.map { $0 + "\n" }.joined().utf8)
            #expect(try faults() == ["detail-reads.altered 2"], "\(old)")
        }
        try Files.replace(log.path, with: (sound[0] + "\n" + sound[2] + "\n").utf8)
        #expect(try faults() == ["detail-reads.broken 2"])
        try Files.replace(log.path, with: "{}\n".utf8)
        #expect(try faults() == ["detail-reads.malformed 1"])
    }

    @Test("a line of the other log is none of this one, though the same key signed it") func otherLog() throws {
        _ = try DeletionLog(in: bench.path).append(Deletions([], for: .purge), at: 1, signedBy: bench.signing)
        try Files.replace(log.path, with: try #require(Files.read(bench.path + "/deletions.log")))
        #expect(try faults() == ["detail-reads.malformed 1"])
    }

    @Test("verify names an altered line") func verified() async throws {
        _ = try await bench.collector()
        try append(2)
        #expect(await bench.verify() == [])
        try Files.replace(log.path, with: try lines().map { $0.replacing("4711", with: "4712") + "\n" }.joined().utf8)
        #expect(await bench.verify().contains { $0.contains("detail-reads.log, line 1: is not as it was written") })
    }

    @Test("a cut at the end is missed from the next look of the collector on, also when it has looked again")
    func cut() async throws {
        let collector = try await bench.collector()
        try await collector.describe(dataset: .live, yaml: "catalog: 1")
        try append(3)
        await bench.advance(collector, by: 3600)
        #expect(await bench.verify() == [])
        try Files.replace(log.path, with: try lines().prefix(2).map { $0 + "\n" }.joined().utf8)
        for _ in 0..<2 {
            #expect(await bench.verify().contains { $0.contains("detail-reads.log, line 3: ") })
            await bench.advance(collector, by: 3600)
        }
        // One that goes on behind the cut does not hide it.
        try append(2)
        await bench.advance(collector, by: 3600)
        #expect(await bench.verify().contains { $0.contains("detail-reads.missing") })
    }

    @Test("how many records there were is told to a power of ten")
    func rounded() {
        #expect([0, 1, 2, 10, 11, 1000, 1001].map { DetailReading.rounded($0) } == [0, 1, 10, 10, 100, 1000, 10_000])
    }

    @Test(
        "a reason that is none, or names somebody, is refused, and not quoted",
        arguments: [
            "", "          ", "too short", String(repeating: "long ", count: 41), "two lines\nof a reason",
            "asked for by planted.person@example.com", "the user at 192.0.2.44 has a crash",
            "call back on +1 202 555 0143 please", "an escape \u{1B}[2J in it",
        ]) func refused(text: String)
    {
        let refusal = #expect(throws: ReadingReason.Refusal.self) { try ReadingReason(text) }
        let said = refusal?.description ?? ""
        #expect(!said.isEmpty && !said.contains("planted") && !said.contains("192.0.2") && !said.contains("555"))
    }

    @Test(
        "a reason as people write them is taken",
        arguments: [
            "crash of the export, ticket 4711", "incident 2026-06-01: uploads fail since version 3.12",
            "why is the median of export.duration above 900 ms?", "Überprüfung der Fehlerzahlen, Ticket 12",
        ]) func taken(text: String) throws
    {
        #expect(try ReadingReason("  " + text).text == text)
    }

    /// The story: before the first window had closed, wall time was taken for the time of a folder whose clock is simulated, and all
    /// of its days were over.
    @Test("a simulated clock is that of the folder also before anything has closed") func simulated() async throws {
        let collector = try await bench.collector()
        try await collector.describe(dataset: .live, yaml: "catalog: 1")
        let wall = bench.clock.now + 400 * 86400
        #expect(try await Report.read(from: bench.store, now: wall).generatedAt == bench.clock.now)
    }
}
