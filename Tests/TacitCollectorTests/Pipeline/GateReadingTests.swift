import TacitCatalog
import TacitWire
import Testing

@testable import TacitCollector

@Suite("What the gate reads, and from where")
struct GateReadingTests {
    private func line(
        _ signal: Source.Signal, _ readings: [Source.Reading], contributor: [String] = ["installation", "account"],
        own: [String]? = nil
    ) throws -> Line {
        try Line(
            [
                TestCatalog.event(
                    fields: [("field", .scrubbed(maxLength: 50))],
                    sources: [TestCatalog.source(signal, fields: ["field": readings])], contributor: own)
            ], contributor: contributor)
    }

    @Test("the innermost attribute wins: the span event's, the record's, the resource's") func precedence() throws {
        let line = try line(.spanEvent, [.attribute("a")])
        func field(event: OTLP.Attributes, span: OTLP.Attributes, resource: OTLP.Attributes) throws -> String? {
            let bytes = OTLP.spans(
                [OTLP.Span(name: "s", attributes: span, events: [.init(name: "e", attributes: event)])],
                resource: resource)
            return try line.gate(bytes, .traces).spelled(0, in: bytes)[0]
        }
        #expect(try field(event: [("a", "1")], span: [("a", "2")], resource: [("a", "3")]) == "1")
        #expect(try field(event: [], span: [("a", "2")], resource: [("a", "3")]) == "2")
        #expect(try field(event: [], span: [], resource: [("a", "3")]) == "3")
        #expect(try field(event: [], span: [], resource: []) == nil)
    }

    @Test("the first reading that is present wins, and of a repeated attribute the last") func readings() throws {
        let line = try line(.log, [.attribute("new"), .attribute("old"), .name])
        func field(_ attributes: OTLP.Attributes) throws -> String? {
            let bytes = OTLP.logs([OTLP.Log(name: "n", attributes: attributes)])
            return try line.gate(bytes, .logs).spelled(0, in: bytes)[0]
        }
        #expect(try field([("old", "o"), ("new", "x")]) == "x")
        #expect(try field([("old", "o")]) == "o")
        #expect(try field([("new", .empty), ("old", "o")]) == "o")
        #expect(try field([("old", "o"), ("old", "p")]) == "p")
        #expect(try field([]) == "n")
    }

    @Test("a record's attributes are forgotten with it") func forgotten() throws {
        let line = try line(.log, [.attribute("a")])
        let bytes = OTLP.logs([OTLP.Log(attributes: [("a", "1")]), OTLP.Log(attributes: [("b", "2")]), OTLP.Log()])
        let gated = try line.gate(bytes, .logs)
        #expect((0..<3).map { gated.spelled($0, in: bytes) } == [["1"], [nil], [nil]])
    }

    @Test("intrinsic readings of spans, logs and points") func intrinsics() throws {
        func field(_ signal: Source.Signal, _ reading: Source.Reading, _ bytes: [UInt8]) throws -> String? {
            let wire: Signal = signal == .log ? .logs : signal == .metric ? .metrics : .traces
            return try line(signal, [reading]).gate(bytes, wire).spelled(0, in: bytes)[0]
        }
        func span(_ start: UInt64, _ end: UInt64, status: UInt64 = 0) -> [UInt8] {
            OTLP.spans([
                .init(scope: ("lib", "1.2"), items: [OTLP.Span(name: "s", start: start, end: end, status: status)])
            ])
        }
        #expect(try field(.span, .duration, span(1_000_000, 3_500_000)) == "2.5")
        #expect(try field(.span, .duration, span(5, 4)) == nil)
        #expect(try field(.span, .duration, span(0, 4)) == nil)
        #expect(try field(.span, .duration, span(1, .max)) != nil)
        #expect(try field(.span, .status, span(1, 2)) == "unset")
        #expect(try field(.span, .status, span(1, 2, status: 1)) == "ok")
        #expect(try field(.span, .status, span(1, 2, status: 2)) == "error")
        #expect(try field(.span, .status, span(1, 2, status: 99)) == "unset")
        #expect(try field(.span, .scopeName, span(1, 2)) == "lib")
        #expect(try field(.span, .scopeVersion, span(1, 2)) == "1.2")
        for (number, name) in [
            (Int32(1), "trace"), (8, "debug"), (9, "info"), (16, "warn"), (17, "error"), (24, "fatal"),
        ] {
            #expect(try field(.log, .severity, OTLP.logs([OTLP.Log(severity: number)])) == name)
        }
        for number in [Int32(0), 25, -1] {
            #expect(try field(.log, .severity, OTLP.logs([OTLP.Log(severity: number)])) == nil)
        }
        #expect(try field(.metric, .value, OTLP.points([OTLP.Point(name: "m", value: 7)])) == "7")
        #expect(try field(.metric, .value, OTLP.points([OTLP.Point(name: "m", value: 1.5)])) == "1.5")
        #expect(try field(.metric, .value, OTLP.points([OTLP.Point(name: "m", value: .empty)])) == nil)
    }

    @Test("where every source demands a contributor, an attribute that names nobody makes no event")
    func demandedContributor() throws {
        let line = try Line([
            TestCatalog.event(sources: [TestCatalog.source(.log, where: [.present("installation", "account")])])
        ])
        let logs: [OTLP.Attributes] = [[("installation", "i")], [("installation", "")], [("account", 1.5)], []]
        let gated = try line.gate(OTLP.logs(logs.map { OTLP.Log(attributes: $0) }), .logs)
        #expect(gated.events.map(\.item) == [0])
        #expect(gated.counts[.contributorMissing] == 2)
        #expect(gated.counts[.recordUndeclared] == 1)
    }

    @Test("the first declared contributor that is present wins; empty texts and other types are none")
    func contributors() throws {
        func contributor(_ attributes: OTLP.Attributes, own: [String]? = nil) throws -> String? {
            let line = try line(.log, [], own: own)
            let bytes = OTLP.logs([OTLP.Log(attributes: attributes)])
            let gated = try line.gate(bytes, .logs)
            let found = gated.events[0].contributor.text(in: bytes)
            #expect(gated.counts[.contributorMissing] == (found == nil ? 1 : 0))
            return found
        }
        #expect(try contributor([("account", "a"), ("installation", "i")]) == "i")
        #expect(try contributor([("account", "a"), ("installation", "")]) == "a")
        #expect(try contributor([("account", "a"), ("installation", 1.5)]) == "a")
        #expect(try contributor([("account", -7)]) == "-7")
        #expect(try contributor([("account", .array(["a"])), ("installation", true)]) == nil)
        #expect(try contributor([("account", "a")], own: ["session"]) == nil)
        #expect(try contributor([("account", "a"), ("session", "s")], own: ["session"]) == "s")
        #expect(try contributor([("account", "a")], own: []) == nil)
    }

    @Test(
        "hostile times neither stop the gate nor get past the windows",
        arguments: [
            (.max, 18_446_744_073), (UInt64(Int64.max) + 1, 9_223_372_036), (1, 0),
            (16_725_225_600_000_000_000, 16_725_225_600), (0, Line.start),
        ] as [(UInt64, Int64)])
    func times(nanoseconds: UInt64, seconds: Int64) throws {
        let line = try Line(
            [TestCatalog.event(sources: [TestCatalog.source(.log), TestCatalog.source(.span)])],
            [TestCatalog.metric("m"), TestCatalog.metric("d", window: .day)])
        let log = OTLP.logs([OTLP.Log(time: nanoseconds)])
        #expect(try line.gate(log, .logs).events.map(\.seconds) == [seconds])
        let observed = OTLP.logs([OTLP.Log(observed: nanoseconds)])
        #expect(try line.gate(observed, .logs).events.map(\.seconds) == [seconds])
        let span = OTLP.spans([OTLP.Span(name: "s", start: .max, end: nanoseconds)])
        #expect(try line.gate(span, .traces).events.map(\.seconds) == [seconds])

        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        let batch = try line.add(log, .logs, to: &windows)
        #expect(batch.contributions.count == (nanoseconds == 0 ? 2 : 0))
        #expect(batch.refused.count == (nanoseconds == 0 ? 0 : 1))
    }
}
