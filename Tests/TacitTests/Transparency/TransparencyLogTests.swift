import Foundation
import TacitSeal
import TacitTestKit
import Testing

@testable import Tacit

@Suite("The log keeps every byte that was sent, and shows what was done to it")
struct TransparencyLogTests {
    private static let endings: [Int] = [200, 400, 409, 429, 500, 503]

    @Test("what is in the log is what went out, message by message, and nothing else", arguments: endings)
    func complete(_ status: Int) async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            bench.sink.answer { request throws(TransportError) in
                TransportAnswer(status: request.path == "/v1/logs" ? status : 404)
            }
            for count in 1...3 {
                for _ in 0..<count { telemetry.record(.used(.export, count: count)) }
                await telemetry.transmit()
                bench.clock.advance(by: .seconds(86_400))
            }
            let sent = bench.sink.requests.filter { $0.path == "/v1/logs" }.map(\.message)
            #expect(!sent.isEmpty)
            let log = try await telemetry.sent()
            #expect(log.map(\.bytes) == sent)
            #expect(log.map(\.index) == Array(0..<sent.count))
            #expect(log.allSatisfy { $0.message?.records.count == $0.records })
            let outcome: SentEntry.Outcome =
                status == 200 ? .taken : status == 500 ? .unanswered : .refused
            #expect(log.allSatisfy { $0.outcome == outcome })
            #expect(try await telemetry.verifyLog() == LogProof(entries: sent.count, receipts: 0, faults: []))
        }
    }

    @Test("what can't have left this machine is not in it", arguments: [TransportError.Reason.unreachable, .untrusted])
    func unreachable(_ reason: TransportError.Reason) async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            bench.sink.answer { _ throws(TransportError) in throw TransportError(reason) }
            telemetry.record(.used(.export))
            await telemetry.transmit()
            #expect(try await telemetry.sent().isEmpty)
        }
    }

    @Test("receipts verify offline, by the collector's known key alone") func receipts() async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            bench.sink.answer { SealingCollector.shared.answer($0) }
            for _ in 0..<2 {
                telemetry.record(.used(.export))
                await telemetry.transmit()
            }
            #expect(try await telemetry.verifyLog() == LogProof(entries: 2, receipts: 2, faults: []))
            #expect(try await telemetry.sent().allSatisfy { $0.receipt?.contains("\"signature\"") == true })
            let requests = bench.sink.requests.count
            #expect(try await telemetry.verifyLog().isSound && bench.sink.requests.count == requests)
            let stranger = SealingCollector.other.signing.verifyingKey.id
            let proof = try telemetry.state.open().log.verify(signedBy: stranger)
            #expect(proof.receipts == 0 && proof.faults.count == 2)
        }
    }

    /// A log of four messages with receipts, on two days.
    private func withLog(_ body: (Bench, Telemetry) async throws -> Void) async throws {
        try await Bench.with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            bench.sink.answer { SealingCollector.shared.answer($0) }
            for _ in 0..<2 {
                for _ in 0..<2 {
                    telemetry.record(.used(.export))
                    await telemetry.transmit()
                }
                bench.clock.advance(by: .seconds(86_400))
            }
            #expect(try await telemetry.verifyLog() == LogProof(entries: 4, receipts: 4, faults: []))
            try await body(bench, telemetry)
        }
    }

    @Test("a changed bit of any of its files, anywhere, is found") func changed() async throws {
        try await withLog { bench, telemetry in
            for name in try bench.files where name.hasPrefix("log/") {
                let url = URL(fileURLWithPath: "\(bench.state)/\(name)")
                let whole = try Data(contentsOf: url)
                for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 9)) {
                    var bytes = whole
                    bytes[place] ^= 1
                    try bytes.write(to: url)
                    #expect(try await !telemetry.verifyLog().isSound, "\(name), byte \(place)")
                }
                try whole.write(to: url)
            }
            #expect(try await telemetry.verifyLog().isSound)
        }
    }

    @Test("a file that was cut, removed, or put back from before is found") func removed() async throws {
        try await withLog { bench, telemetry in
            let names = try bench.files.filter { $0.hasPrefix("log/") }
            #expect(names.count == 4)
            let before = try names.map { try Data(contentsOf: URL(fileURLWithPath: "\(bench.state)/\($0)")) }
            for (name, whole) in zip(names, before) {
                let path = "\(bench.state)/\(name)"
                try FileManager.default.removeItem(atPath: path)
                #expect(try await !telemetry.verifyLog().isSound, "without \(name)")
                try whole.prefix(whole.count - 40).write(to: URL(fileURLWithPath: path))
                #expect(try await !telemetry.verifyLog().isSound, "with \(name) cut")
                try whole.write(to: URL(fileURLWithPath: path))
            }
            telemetry.record(.used(.open))
            await telemetry.transmit()
            #expect(try await telemetry.verifyLog().isSound)
            for (name, old) in zip(names, before)
            where !name.hasSuffix("20000.entries") && !name.hasSuffix("20001.entries") {
                let url = URL(fileURLWithPath: "\(bench.state)/\(name)")
                let new = try Data(contentsOf: url)
                try old.write(to: url)
                #expect(try await !telemetry.verifyLog().isSound || name.hasSuffix("head.json"), "\(name) from before")
                try new.write(to: url)
            }
        }
    }

    @Test("nothing is sent that an altered log could not take, and status says how to mend it") func refuses()
        async throws
    {
        try await withLog { bench, telemetry in
            try bench.flip("log/leaves")
            telemetry.record(.used(.open))
            let requests = bench.sink.requests.count
            guard case .failed(let reason, _) = await telemetry.transmit() else {
                Issue.record("it was sent")
                return
            }
            #expect(reason.contains("log") && bench.sink.requests.count == requests)
            let fault = try #require(await telemetry.status().faults.first)
            #expect(fault.part == .log && fault.remedy.contains("move the folder away"))
            try FileManager.default.moveItem(atPath: bench.state + "/log", toPath: bench.state + "/log.old")
            #expect(await telemetry.transmit() == .sent(records: 1))
            #expect(try await telemetry.verifyLog() == LogProof(entries: 1, receipts: 1, faults: []))
        }
    }

    @Test("after 90 days the bytes go, and what is left can still be proved") func pruned() async throws {
        try await withLog { bench, telemetry in
            bench.clock.advance(by: .seconds(89 * 86_400))
            telemetry.record(.used(.open))
            await telemetry.transmit()
            let kept = try await telemetry.sent()
            #expect(kept.map(\.index) == [4])
            #expect(try await telemetry.verifyLog() == LogProof(entries: 1, receipts: 1, faults: []))
            #expect(try bench.files.filter { $0.hasSuffix(".entries") } == ["log/20091.entries"])
        }
    }

    @Test("a clock that is set back and forth makes no entry look removed") func clock() async throws {
        try await withLog { bench, telemetry in
            bench.clock.advance(by: .seconds(-3 * 86_400))
            telemetry.record(.used(.open))
            await telemetry.transmit()
            let files = try bench.files
            #expect(files.contains("log/19999.entries"))
            bench.clock.advance(by: .seconds(90 * 86_400))
            telemetry.record(.used(.open))
            await telemetry.transmit()
            #expect(try await telemetry.sent().map(\.index) == [0, 1, 2, 3, 5])
            #expect(try await telemetry.verifyLog() == LogProof(entries: 5, receipts: 5, faults: []))
        }
    }

    @Test("it is bounded: beyond its bytes the oldest days go first, the last stays") func bounded() async throws {
        try await withLog { bench, telemetry in
            let key = try telemetry.state.open().key
            let log = TransparencyLog(folder: bench.state, key: key, byteLimit: 100)
            try log.append(
                SentEntry(
                    sentAt: 20_002 * 86_400, batch: "", records: 0, outcome: .taken,
                    bytes: Array(repeating: 7, count: 500)))
            #expect(try log.entries().map(\.index) == [4])
            #expect(try log.verify().isSound)
        }
    }

    @Test("an entry that a crash kept from the tree is no fault, and is in it with the next") func crash() async throws
    {
        try await withLog { bench, telemetry in
            let names = ["log/head.json", "log/leaves"]
            let before = try names.map { try Data(contentsOf: URL(fileURLWithPath: "\(bench.state)/\($0)")) }
            telemetry.record(.used(.open))
            await telemetry.transmit()
            for (name, bytes) in zip(names, before) {
                try bytes.write(to: URL(fileURLWithPath: "\(bench.state)/\(name)"))
            }
            #expect(try await telemetry.verifyLog() == LogProof(entries: 5, receipts: 5, faults: []))
            bench.clock.advance(by: .seconds(86_400))
            telemetry.record(.used(.open))
            await telemetry.transmit()
            #expect(try await telemetry.verifyLog() == LogProof(entries: 6, receipts: 6, faults: []))
            #expect(try await telemetry.sent().map(\.index) == Array(0..<6))
        }
    }
}
