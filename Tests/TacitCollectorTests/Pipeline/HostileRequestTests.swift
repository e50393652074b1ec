import TacitCatalog
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

/// Requests that are small to send and were once dear to read. Each takes far below a second; with the fault it took from
/// minutes to hours. The limit leaves room for a machine that is busy with other things.
@Suite("The cost of a request grows with its bytes, not with their square", .timeLimit(.minutes(20)))
struct HostileRequestTests {
    /// As many as one part of a request may have, about.
    private let records = 16_000
    private let long = String(repeating: "x", count: 2 << 20)

    @Test("a time of its own in every record, all of them late") func lateTimes() throws {
        let line = try Line([TestCatalog.event(sources: [TestCatalog.source(.log)])], [TestCatalog.metric("m")])
        let bytes = OTLP.logs((1...records).map { OTLP.Log(time: UInt64($0) * 60_000_000_000) })
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        let batch = try line.add(bytes, .logs, to: &windows)
        #expect(batch.refused.count == Int64(records))
        #expect(batch.counts[.windowLate] == Int64(records))
        #expect(windows.schedule.isEmpty)
    }

    @Test("long values in the resource that every record reads") func longResource() throws {
        let line = try Line(
            [
                TestCatalog.event(
                    fields: [
                        ("text", .scrubbed(maxLength: 20)), ("code", .code(maxLength: 20)),
                        ("version", .version(.minor)),
                        ("list", .enumeration(values: ["a"], other: "other")),
                    ],
                    sources: [
                        TestCatalog.source(
                            .log, where: [.present("text")],
                            fields: ["text": [.attribute("text")], "list": [.attribute("text")]]),
                        TestCatalog.source(.log, where: [.equals("text", "a")]),
                        TestCatalog.source(.log, name: "*a*"),
                    ])
            ], [TestCatalog.metric("m", by: ["text", "list"])])
        let bytes = OTLP.logs(
            (0..<records).map { $0 % 2 == 0 ? OTLP.Log() : OTLP.Log(attributes: [("account", "a")]) },
            resource: [("text", .string(long)), ("installation", .string(long)), ("event.name", .string(long))])
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        let batch = try line.add(bytes, .logs, to: &windows)
        #expect(batch.contributions.count == records)
        #expect(batch.labels == [String(repeating: "x", count: 20)])
        #expect(Set(batch.contributions.map(\.contributor)).count == 1)
    }

    @Test("a long statement of consent, and long names of metrics") func longNames() throws {
        let line = try Line([
            TestCatalog.event(sources: [TestCatalog.source(.log), TestCatalog.source(.metric, name: "*a*b")])
        ])
        let logs = OTLP.logs((0..<records).map { _ in OTLP.Log() }, resource: [("tacit.consent", .string(long))])
        #expect(try line.gate(logs, .logs).counts[.consentMissing] == Int64(records))
        let points = OTLP.points((0..<10).map { _ in OTLP.Point(name: long) })
        #expect(try line.gate(points, .metrics).counts[.recordUndeclared] == 10)
    }

    /// Records of a few bytes each once made a request a hundred times as large in memory.
    @Test("a request of very many records is taken in parts, and all of it or nothing") func parts() throws {
        let records = 20_000
        let line = try Line([
            TestCatalog.event(sources: [TestCatalog.source(.log), TestCatalog.source(.log, name: "*")])
        ])
        let bytes = OTLP.logs((0..<records).map { _ in OTLP.Log() }, resource: [("host", "h")])
        let parts = try line.parts(bytes, .logs)
        #expect(parts.count == 3)
        #expect(parts.allSatisfy { $0.events.count <= Gate.part + 1 })
        #expect(parts.reduce(0) { $0 + $1.received } == Int64(records))
        #expect(parts.flatMap(\.events).map(\.item) == (0..<2 * records).map { $0 / 2 })
        // Of a malformed one not even the first part is handed over.
        var handed = 0
        let gate = Gate(plan: line.plan, consent: line.consent, limits: line.limits)
        #expect(throws: WireError.self) {
            try (bytes + [0x0A, 0x7F]).withUnsafeBytes {
                try gate.pass($0, signal: .logs, now: line.now) { _ in handed += 1 }
            }
        }
        #expect(handed == 0)
    }
}
