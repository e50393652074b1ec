import Foundation
import TacitSeal
import TacitTestKit
import Testing

@testable import Tacit

@Suite("Erasing leaves nothing, here or with the collector")
struct ErasureTests {
    /// Telemetry that has sent something, and has something waiting.
    private func used(_ bench: Bench) async throws -> Telemetry {
        let telemetry = try bench.telemetry()
        try await telemetry.grant(level: .full)
        telemetry.record(.used(.export))
        await telemetry.transmit()
        telemetry.record(.failed("E-1"))
        await telemetry.scribe.drain()
        return telemetry
    }

    @Test("nothing of the folder is left but the note, which holds no key") func nothing() async throws {
        try await Bench.with { bench in
            bench.sink.answer { SealingCollector.shared.answer($0) }
            let telemetry = try await used(bench)
            let key = try Data(contentsOf: URL(fileURLWithPath: bench.state + "/install.key"))
            #expect(try bench.files.count > 7)
            let outcome = await telemetry.erase()
            #expect(outcome.isComplete && outcome.collector == .confirmed(contributions: 7, windows: 2))
            #expect(outcome.receipt?.contains("\"signature\"") == true)
            #expect(try bench.files == ["erased.json"])
            let note = try Data(contentsOf: URL(fileURLWithPath: bench.state + "/erased.json"))
            #expect(note.range(of: key) == nil && note.range(of: Data(key.base64EncodedString().utf8)) == nil)
            #expect(!String(decoding: note, as: UTF8.self).contains("tokens"))
            let status = await telemetry.status()
            #expect(!status.isOn && status.faults.isEmpty && status.erased?.isPending == false)
            #expect(status.text.contains("Everything was erased on 2024-10-04"))
            try await telemetry.withdraw()
            #expect(await telemetry.status().faults.isEmpty, "that the key is gone is no fault")
        }
    }

    @Test("the collector is asked with the tokens of the days whose windows may be open, and no other") func tokens()
        async throws
    {
        try await Bench.with { bench in
            bench.sink.answer { SealingCollector.shared.answer($0) }
            let telemetry = try await used(bench)
            let installation = try telemetry.state.open().installation
            await telemetry.erase()
            let request = try #require(bench.sink.requests.last { $0.path == "/v1/erasure" })
            let asked = try ErasureRequest(json: Data(request.body))
            #expect(asked.tokens == (19_998...20_000).map(installation.token))
            #expect(asked.categories == nil && asked.reason == .erasure)
        }
    }

    @Test("recording ends at once, and begins again with a new consent, as another installation") func anew()
        async throws
    {
        try await Bench.with { bench in
            let telemetry = try await used(bench)
            let before = try telemetry.state.open().installation.token(day: 20_000)
            await telemetry.erase()
            telemetry.record(.used(.open))
            #expect(await telemetry.transmit() == .nothing)
            #expect(try bench.files == ["erased.json"])
            try await telemetry.grant()
            #expect(try !bench.files.contains("erased.json"), "what is over is not told for ever")
            telemetry.record(.used(.other))
            #expect(await telemetry.transmit() == .sent(records: 1))
            #expect(bench.sink.records.map { $0["feature.name"] } == ["export", "other"])
            #expect(try telemetry.state.open().installation.token(day: 20_000) != before)
            #expect(try await telemetry.verifyLog() == LogProof(entries: 1, receipts: 0, faults: []))
        }
    }

    @Test("a collector that can't be reached is asked again, without the key, until its windows have closed")
    func again() async throws {
        try await Bench.with { bench in
            bench.sink.answer { SealingCollector.shared.answer($0) }
            do {
                let telemetry = try await used(bench)
                bench.sink.answer { _ throws(TransportError) in throw TransportError(.unreachable) }
                let outcome = await telemetry.erase()
                guard case .pending = outcome.collector else {
                    Issue.record("\(outcome.collector)")
                    return
                }
                #expect(try bench.files == ["erased.json"])
                #expect(await telemetry.status().erased?.isPending == true)
            }
            let next = try bench.telemetry()
            let before = bench.sink.requests.count
            await next.flush()
            #expect(bench.sink.requests.count == before, "not again within minutes")
            bench.clock.advance(by: .seconds(3600))
            bench.sink.answer { SealingCollector.shared.answer($0) }
            await next.transmit()
            #expect(bench.sink.requests.dropFirst(before).map(\.path) == ["/v1/erasure"])
            let erased = try #require(await next.status().erased)
            #expect(!erased.isPending && erased.contributions == 7 && erased.receipt != nil)
            await next.transmit()
            #expect(bench.sink.requests.count == before + 1)
        }
    }

    @Test("once the windows have closed it is asked no more, and no token is left") func over() async throws {
        try await Bench.with { bench in
            let telemetry = try await used(bench)
            bench.sink.answer { _ throws(TransportError) in throw TransportError(.unreachable) }
            await telemetry.erase()
            bench.clock.advance(by: .seconds(3 * 86_400))
            let before = bench.sink.requests.count
            await telemetry.transmit()
            #expect(bench.sink.requests.count == before)
            let note = try String(contentsOfFile: bench.state + "/erased.json", encoding: .utf8)
            #expect(!note.contains("tokens"))
        }
    }

    @Test("two erasures within days are both told: each was of an installation of its own") func twice() async throws {
        try await Bench.with { bench in
            let telemetry = try await used(bench)
            let first = try telemetry.state.open().installation
            bench.sink.answer { _ throws(TransportError) in throw TransportError(.unreachable) }
            await telemetry.erase()
            try await telemetry.grant()
            telemetry.record(.used(.open))
            bench.sink.answer { SealingCollector.shared.answer($0) }
            await telemetry.transmit()
            #expect(bench.sink.requests.filter { $0.path == "/v1/erasure" }.count == 1, "not again within minutes")
            let second = try telemetry.state.open().installation
            await telemetry.erase()
            let asked = try ErasureRequest(json: Data(try #require(bench.sink.requests.last).body))
            #expect(asked.tokens.contains(first.token(day: 20_000)) && asked.tokens.contains(second.token(day: 20_000)))
        }
    }

    @Test("a receipt of another collector is not believed") func forged() async throws {
        try await Bench.with { bench in
            bench.sink.answer { SealingCollector.shared.answer($0) }
            let telemetry = try await used(bench)
            bench.sink.answer { SealingCollector.other.answer($0) }
            #expect(await telemetry.erase().collector == .pending(reason: "the collector's receipt does not verify"))
        }
    }

    @Test("a crash between the note and the rest is made up for at the next start") func crash() async throws {
        try await Bench.with { bench in
            do {
                let telemetry = try await used(bench)
                try ErasureNote(erasedOn: 20_000, pending: nil).save(in: telemetry.state.folder)
            }
            let next = try bench.telemetry()
            #expect(!next.decision.isOn)
            #expect(try bench.files == ["erased.json"])
        }
    }

    @Test("another process of the program that has not noticed writes nothing back") func others() async throws {
        try await Bench.with { bench in
            let telemetry = try await used(bench)
            let contents = try telemetry.state.open()
            _ = ErasureNote.clear(bench.state)
            #expect(throws: FileFault.self) {
                _ = try contents.outbox.append([], limit: 10, byteLimit: 1000)
            }
            #expect(throws: FileFault.self) {
                try contents.log.append(
                    SentEntry(sentAt: 0, batch: "", records: 0, outcome: .taken, bytes: []))
            }
            telemetry.record(.used(.open))
            await telemetry.transmit()
            #expect(bench.sink.records.count == 1)
            #expect(try bench.files.allSatisfy { $0.hasSuffix(".lock") })
        }
    }

    @Test("where nothing was decided there is nothing to erase, and nothing comes of asking") func none() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            #expect(await telemetry.erase() == ErasureOutcome(collector: .nothingToErase, receipt: nil, left: []))
            #expect(!FileManager.default.fileExists(atPath: bench.folder + "/state"))
            #expect(bench.sink.requests.isEmpty)
        }
    }

    @Test(
        "a damaged key keeps nobody from erasing", arguments: ["install.key", "consent.jsonl", "queue", "catalog.json"])
    func damaged(_ name: String) async throws {
        try await Bench.with { bench in
            let telemetry = try await used(bench)
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(bench.state)/\(name)"))
            let outcome = await telemetry.erase()
            #expect(outcome.isComplete)
            #expect(try bench.files == ["erased.json"])
        }
    }
}
