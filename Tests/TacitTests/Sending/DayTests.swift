import Foundation
import TacitPrivacy
import TacitTestKit
import Testing

@testable import Tacit

/// A batch that was sent after midnight named what was done the day before by the new day's token. Where some of that day had
/// been sent before, its window took one installation for two contributors: twice the bound, and twice the epsilon.
@Suite("A day's window sees an installation under one name")
struct DayTests {
    /// The names under which each UTC day's records came.
    private static func names(_ bench: Bench) -> [Int64: Set<String>] {
        var names: [Int64: Set<String>] = [:]
        for message in bench.sink.messages {
            let name = message.resource.first { $0.key == "tacit.contributor" }?.value ?? "none"
            for record in message.records { names[record.time / 86_400, default: []].insert(name) }
        }
        return names
    }

    /// With consent, and a record of each of some days, the last of which is over.
    private static func telemetry(_ bench: Bench, _ level: PrivacyLevel, days: Int = 0) async throws -> Telemetry {
        var configuration = Configuration()
        configuration.privacyLevel = level
        let telemetry = try bench.telemetry(configuration)
        try await telemetry.grant()
        for _ in 0..<days {
            telemetry.record(.used(.open))
            await telemetry.scribe.drain()
            bench.clock.advance(by: .seconds(86_400))
        }
        return telemetry
    }

    @Test("whatever is sent late, and in how many requests", arguments: PrivacyLevel.allCases)
    func oneName(_ level: PrivacyLevel) async throws {
        try await Bench.with { bench in
            let telemetry = try await Self.telemetry(bench, level)
            bench.clock.advance(by: .seconds(23 * 3600))
            for _ in 0..<3 { telemetry.record(.used(.open)) }
            #expect(await telemetry.transmit() == .sent(records: 3))
            for _ in 0..<3 { telemetry.record(.used(.export)) }
            await telemetry.scribe.drain()
            bench.clock.advance(by: .seconds(90 * 60))
            for _ in 0..<3 { telemetry.record(.used(.open)) }
            let preview = await telemetry.preview()
            let export = await telemetry.export()
            #expect(SentMessage(otlp: export.waitingOTLP)?.records == preview.records)
            bench.sink.answer { request throws(TransportError) in
                guard request.path == "/v1/logs" else { return TransportAnswer(status: 404) }
                return TransportAnswer(status: SentMessage(otlp: request.message)?.records.count == 1 ? 200 : 413)
            }
            #expect(await telemetry.transmit() == .sent(records: 6))
            let names = Self.names(bench)
            #expect(names.keys.sorted() == [20_000, 20_001])
            #expect(names.values.allSatisfy { $0.count == 1 } && Set(names.values).count == 2)
            #expect(preview.messages.count == (level == .maximum ? 1 : 2))
        }
    }

    @Test("no request names two days, and nothing in two requests says that they are one's") func apart() async throws {
        try await Bench.with { bench in
            let telemetry = try await Self.telemetry(bench, .balanced, days: 3)
            #expect(await telemetry.transmit() == .sent(records: 3))
            let requests = bench.sink.requests.filter { $0.path == "/v1/logs" }
            #expect(requests.count == 3 && Self.names(bench).count == 3)
            let keys = requests.compactMap { $0.headers["idempotency-key"] }
            #expect(Set(keys.map { $0.prefix(16) }).count == 3 && Set(keys.map { $0.suffix(16) }).count == 3)
        }
    }

    @Test("what is gone from a batch cuts no day in two") func emptied() async throws {
        try await Bench.with { bench in
            let telemetry = try await Self.telemetry(bench, .balanced)
            try await telemetry.grant(level: .full)
            for _ in 0..<5 {
                telemetry.record(.used(.open))
                telemetry.record(.failed("E-1"))
            }
            bench.sink.answer { _ throws(TransportError) in throw TransportError(.unreachable) }
            guard case .failed = await telemetry.transmit() else {
                Issue.record("it was taken")
                return
            }
            bench.sink.answer(TelemetrySink.takesAll)
            try await telemetry.withdraw(["errors"])
            bench.clock.advance(by: .seconds(100_000))
            #expect(await telemetry.transmit() == .sent(records: 5))
            #expect(bench.sink.messages.count == 1)
        }
    }

    @Test("what a crash cut off after the first day goes on with the second") func resumed() async throws {
        try await Bench.with { bench in
            let telemetry = try await Self.telemetry(bench, .minimal, days: 2)
            bench.sink.answer { request throws(TransportError) in
                guard request.path == "/v1/logs" else { return TransportAnswer(status: 404) }
                if SentMessage(otlp: request.message)?.records.first?.time == 20_001 * 86_400 {
                    throw TransportError(.interrupted)
                }
                return TransportAnswer(status: 200)
            }
            guard case .failed = await telemetry.transmit() else {
                Issue.record("it was taken")
                return
            }
            let second = try #require(bench.sink.requests.last?.message)
            bench.sink.answer(TelemetrySink.takesAll)
            bench.clock.advance(by: .seconds(86_400))
            #expect(await telemetry.transmit() == .sent(records: 1))
            #expect(bench.sink.requests.last?.message == second)
        }
    }
}
