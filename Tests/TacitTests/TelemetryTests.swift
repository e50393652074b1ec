import Foundation
import TacitTestKit
import Testing

@testable import Tacit

@Suite("Telemetry is off until asked for, and sends what it took once")
struct TelemetryTests {
    /// A test's own folder, clock and collector.
    private struct Bench {
        let folder: String
        let clock = ManualClock()
        let sink = TelemetrySink()
        var state: String { folder + "/state/test" }

        func telemetry(
            _ configuration: Configuration = Configuration(), environment: [String: String] = [:]
        ) throws -> Telemetry {
            try Telemetry.forTesting(
                Sample.catalog, folder: folder, configuration: configuration, transport: sink, clock: clock.clock,
                environment: environment)
        }
    }

    private func with(_ body: (Bench) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tacit-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(Bench(folder: folder))
    }

    @Test("before the first decision nothing is recorded, written or sent, and no event is made") func silence()
        async throws
    {
        try await with { bench in
            let telemetry = try bench.telemetry()
            func event() -> Sample.Use {
                Issue.record("an event was made")
                return .used(.open)
            }
            telemetry.record(event())
            await telemetry.flush()
            #expect(await telemetry.transmit() == .nothing)
            #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder).isEmpty)
            #expect(bench.sink.requests.isEmpty)
            #expect(!telemetry.decision.isOn)
        }
    }

    @Test("a second one for the same project is refused, and possible once the first has gone") func twice()
        async throws
    {
        try await with { bench in
            do {
                let first = try bench.telemetry()
                let error = #expect(throws: TelemetryError.self) { try bench.telemetry() }
                #expect(error?.code == .alreadyStarted)
                withExtendedLifetime(first) {}
            }
            _ = try bench.telemetry()
        }
    }

    @Test("with consent an event is sent, with the contributor of the day and the time of sending alone") func sent()
        async throws
    {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant(["analytics"])
            bench.clock.advance(by: .seconds(3600 + 61))
            telemetry.record(.used(.export, count: 12, version: "1.2.3"))
            telemetry.record(.failed("E-1"))
            bench.clock.advance(by: .seconds(7200))
            #expect(await telemetry.transmit() == .sent(records: 1))
            let message = try #require(bench.sink.messages.first)
            #expect(message.records.map(\.event) == ["feature.used"], "errors were not agreed to")
            #expect(message.records[0].time == 20_000 * 86_400 + 3 * 3600 + 60)
            let resource = Dictionary(message.resource.map { ($0.key, $0.value) }) { $1 }
            #expect(resource["tacit.contributor"]?.count == 64)
            #expect(resource["service.name"] == "test" && resource["service.version"] == "1.2.3")
            bench.clock.advance(by: .seconds(86_400))
            telemetry.record(.used(.open))
            await telemetry.transmit()
            let tokens = bench.sink.messages.map { $0.resource.first { $0.key == "tacit.contributor" }?.value }
            #expect(tokens.count == 2 && tokens[0] != tokens[1], "two days can't be linked")
            #expect(await telemetry.transmit() == .nothing)
        }
    }

    @Test("what was recorded survives the process once the sync interval is over") func survives() async throws {
        try await with { bench in
            do {
                let telemetry = try bench.telemetry()
                try await telemetry.grant()
                for _ in 0..<20 { telemetry.record(.used(.export)) }
                await telemetry.scribe.drain()
                telemetry.record(.used(.open))
            }
            let again = try bench.telemetry()
            #expect(again.decision.isOn)
            #expect(await again.transmit() == .sent(records: 20))
        }
    }

    private struct Lost: Error {}

    /// Tries to send so many times, a day and more apart, and keeps what waits.
    private func fails(_ times: Int, _ telemetry: Telemetry, _ bench: Bench) async throws {
        for _ in 0..<times {
            guard case .failed = await telemetry.transmit() else {
                throw Lost()
            }
            bench.clock.advance(by: .seconds(100_000))
        }
    }

    @Test("while it is unknown whether a batch arrived, it goes out again under the same name and the same bytes")
    func retried() async throws {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.export))
            bench.sink.answer { request throws(TransportError) in
                if request.path == "/v1/logs" { throw TransportError(.interrupted) }
                return TransportAnswer(status: 404)
            }
            try await fails(3, telemetry, bench)
            bench.sink.answer(TelemetrySink.takesAll)
            #expect(await telemetry.transmit() == .sent(records: 1))
            let posts = bench.sink.requests.filter { $0.path == "/v1/logs" }
            #expect(posts.count == 4)
            #expect(Set(posts.map { $0.headers["idempotency-key"] }).count == 1)
            #expect(Set(posts.map(\.message)).count == 1)
        }
    }

    @Test("what was surely not taken goes out under a new name, with the time at which it does", arguments: [429, 503])
    func restamped(_ status: Int) async throws {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.export))
            bench.sink.answer { request throws(TransportError) in
                TransportAnswer(status: request.path == "/v1/logs" ? status : 404, headers: ["retry-after": "5"])
            }
            #expect(await telemetry.transmit() == .failed(reason: "the collector is busy", retryAfter: 5))
            bench.clock.advance(by: .seconds(86_400 * 30))
            bench.sink.answer(TelemetrySink.takesAll)
            #expect(await telemetry.transmit() == .sent(records: 1))
            let posts = bench.sink.requests.filter { $0.path == "/v1/logs" }
            #expect(Set(posts.map { $0.headers["idempotency-key"] }).count == 2)
            let last = try #require(bench.sink.records.last)
            #expect(last.time == 20_030 * 86_400, "weeks offline, and still counted")
        }
    }

    /// A collector that was busy at the second attempt once made a batch go out under a new name that had arrived at the first.
    @Test("once it may have arrived it keeps its name, whatever later attempts are told") func unanswered() async throws
    {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.export))
            for (number, status) in [nil, 503, 429, 401].enumerated() {
                bench.sink.answer { request throws(TransportError) in
                    guard request.path == "/v1/logs" else { return TransportAnswer(status: 404) }
                    guard let status else { throw TransportError(.interrupted) }
                    return TransportAnswer(status: status)
                }
                await telemetry.transmit()
                #expect(bench.sink.requests.filter { $0.path == "/v1/logs" }.count == number + 1)
            }
            bench.sink.answer(TelemetrySink.takesAll)
            #expect(await telemetry.transmit() == .sent(records: 1))
            let names = bench.sink.requests.filter { $0.path == "/v1/logs" }.map { $0.headers["idempotency-key"] }
            #expect(names.count == 5 && Set(names).count == 1)
        }
    }

    @Test("a batch that is too large goes in parts, each of them once") func parts() async throws {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            for _ in 0..<100 { telemetry.record(.used(.export)) }
            bench.sink.answer { request throws(TransportError) in
                guard request.path == "/v1/logs" else { return TransportAnswer(status: 404) }
                let count = SentMessage(otlp: request.message)?.records.count ?? 0
                return TransportAnswer(status: count > 30 ? 413 : 200)
            }
            #expect(await telemetry.transmit() == .sent(records: 100))
            let taken = bench.sink.requests.filter {
                $0.path == "/v1/logs" && (SentMessage(otlp: $0.message)?.records.count ?? 0) <= 30
            }
            #expect(taken.count == 4 && Set(taken.map { $0.headers["idempotency-key"] }).count == 4)
        }
    }

    /// Once a part had arrived, a second one that was too large was dropped: up to half of the batch.
    @Test("where the second half of a batch is too large it is split as the first would be") func splitLater()
        async throws
    {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant(level: .full)
            for _ in 0..<50 { telemetry.record(.used(.export)) }
            for _ in 0..<50 { telemetry.record(.failed("E-1")) }
            bench.sink.answer { request throws(TransportError) in
                guard request.path == "/v1/logs" else { return TransportAnswer(status: 404) }
                let events = SentMessage(otlp: request.message)?.records.map(\.event) ?? []
                let isTooLarge = events.count > 60 || events.count { $0 == "error.raised" } > 20
                return TransportAnswer(status: isTooLarge ? 413 : 200)
            }
            #expect(await telemetry.transmit() == .sent(records: 100))
            let taken = bench.sink.requests.filter { $0.path == "/v1/logs" }.compactMap { request in
                SentMessage(otlp: request.message).map { (request.headers["idempotency-key"], $0.records.map(\.event)) }
            }.filter { $0.1.count <= 60 && $0.1.count { $0 == "error.raised" } <= 20 }
            #expect(taken.flatMap(\.1).count { $0 == "error.raised" } == 50)
            #expect(taken.flatMap(\.1).count == 100 && Set(taken.map(\.0)).count == taken.count)
            #expect(telemetry.recorder.counters[.batchRefused] == 0)
        }
    }

    /// Something between may take no body at all: each single record was dropped at once, and so the whole queue.
    @Test("what is refused for its size even in the smallest part stays for some attempts, and each part has as many")
    func neverSmallEnough() async throws {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            for _ in 0..<4 { telemetry.record(.used(.export)) }
            bench.sink.answer { TransportAnswer(status: $0.path == "/v1/logs" ? 413 : 404) }
            try await fails(4, telemetry, bench)
            #expect(telemetry.recorder.counters[.batchRefused] == 0)
            // The first is given up, and the second begun.
            try await fails(4, telemetry, bench)
            #expect(telemetry.recorder.counters[.batchRefused] == 1)
            bench.sink.answer(TelemetrySink.takesAll)
            #expect(await telemetry.transmit() == .sent(records: 3))
        }
    }

    /// 410 says of a sealed batch that its key is gone. To a plain one a gateway may say it, and the queue was dropped at once.
    @Test("a plain batch stays in the queue, however often something answers 410") func gone() async throws {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            for _ in 0..<20 { telemetry.record(.used(.export)) }
            bench.sink.answer { TransportAnswer(status: $0.path == "/v1/logs" ? 410 : 404) }
            try await fails(10, telemetry, bench)
            bench.sink.answer(TelemetrySink.takesAll)
            #expect(await telemetry.transmit() == .sent(records: 20))
        }
    }

    @Test("a withdrawal empties the queue at once and tells the collector; the same purpose is collected no more")
    func withdrawal() async throws {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant(level: .full)
            telemetry.record(.used(.export))
            telemetry.record(.failed("E-1"))
            await telemetry.transmit()
            telemetry.record(.used(.open))
            telemetry.record(.failed("E-2"))
            try await telemetry.withdraw(["errors"])
            telemetry.record(.failed("E-3"))
            let erasures = bench.sink.requests.filter { $0.path == "/v1/erasure" }
            #expect(erasures.count == 1)
            #expect(String(decoding: erasures[0].body, as: UTF8.self).contains("\"errors\""))
            await telemetry.transmit()
            #expect(bench.sink.records.map(\.event) == ["feature.used", "error.raised", "feature.used"])
            try await telemetry.withdraw()
            telemetry.record(.used(.open))
            #expect(await telemetry.transmit() == .nothing)
        }
    }

    @Test("what was recorded under a consent that was taken back is not sent after it is given again") func asOf()
        async throws
    {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.export))
            try await telemetry.withdraw()
            try await telemetry.grant()
            telemetry.record(.used(.open))
            #expect(await telemetry.transmit() == .sent(records: 1))
            #expect(bench.sink.records.map { $0["feature.name"] } == ["open"])
        }
    }

    @Test("a restriction keeps what waits, and sends it after") func restriction() async throws {
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(.used(.export))
            try await telemetry.restrict()
            telemetry.record(.used(.open))
            #expect(await telemetry.transmit() == .nothing)
            #expect(bench.sink.requests.isEmpty)
            try await telemetry.resume()
            #expect(await telemetry.transmit() == .sent(records: 1))
        }
    }

    @Test("a kill switch closes what consent had opened", arguments: ["TACIT_ENABLED", "TEST_TELEMETRY_ENABLED"])
    func switchedOff(_ name: String) async throws {
        try await with { bench in
            do {
                let telemetry = try bench.telemetry()
                try await telemetry.grant()
                telemetry.record(.used(.export))
                await telemetry.scribe.drain()
            }
            let off = try bench.telemetry(environment: [name: "false"])
            off.record(.used(.open))
            await off.flush()
            #expect(await off.transmit() == .nothing)
            #expect(bench.sink.requests.isEmpty)
        }
    }

    @Test("the queue is bounded, and what it does not take is counted") func bounded() async throws {
        try await with { bench in
            var configuration = Configuration()
            configuration.maxQueueSize = 50
            let telemetry = try bench.telemetry(configuration)
            try await telemetry.grant()
            for _ in 0..<200 { telemetry.record(.used(.export)) }
            await telemetry.scribe.drain()
            for _ in 0..<200 { telemetry.record(.used(.export)) }
            #expect(await telemetry.transmit() == .sent(records: 50))
            #expect(telemetry.recorder.counters[.queueFull] == 350)
        }
    }

    @Test("an event of another catalog, and one that has expired, is counted and not recorded") func others()
        async throws
    {
        struct Other: TelemetryEvent {
            static var gate: EventGate {
                EventGate(catalog: 0xBB, event: 0, category: 0, level: .basic, expires: 30_000)
            }
            func write(to fields: inout FieldWriter) {}
        }
        try await with { bench in
            let telemetry = try bench.telemetry()
            try await telemetry.grant()
            telemetry.record(Other())
            bench.clock.advance(by: .seconds(86_400 * 10_000))
            try await telemetry.grant()
            telemetry.record(.used(.open))
            #expect(await telemetry.transmit() == .nothing)
            #expect(telemetry.recorder.counters[.otherCatalog] == 1)
            #expect(telemetry.recorder.counters[.expired] == 1)
        }
    }

    @Test("a flush returns within its bound, however long the collector takes") func bound() async throws {
        struct Silent: Transport {
            func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
                while !Task.isCancelled { await Task.yield() }
                throw TransportError(.interrupted)
            }
        }
        try await with { bench in
            let telemetry = try Telemetry.forTesting(
                Sample.catalog, folder: bench.folder, transport: Silent())
            try await telemetry.grant()
            for _ in 0..<20 { telemetry.record(.used(.export)) }
            await telemetry.scribe.drain()
            // Made due, as if a day had passed.
            var schedule = SendSchedule()
            schedule.begin(at: 0, interval: 1, jitter: 0)
            try telemetry.state.files.save(schedule)
            #expect(await telemetry.flush(within: .milliseconds(50)) == .notDue)
        }
    }
}
