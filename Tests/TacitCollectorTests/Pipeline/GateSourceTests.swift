import TacitCatalog
import TacitWire
import Testing

@testable import TacitCollector

@Suite("The gate takes what a source declares, and nothing else")
struct GateSourceTests {
    /// How many events a one-source catalog makes of a request.
    private func events(_ source: Source, _ bytes: [UInt8], _ signal: Signal) throws -> Int {
        try Line([TestCatalog.event(sources: [source])]).gate(bytes, signal).events.count
    }

    @Test("denies by default: an undeclared record and undeclared attributes are counted by rule, and no value is kept")
    func denies() throws {
        let line = try Line([TestCatalog.event(sources: [TestCatalog.source(.log, name: "known")])])
        let bytes = OTLP.logs(
            [
                OTLP.Log(name: "unknown", attributes: [("email", "jane@example.com"), ("age", 41)]),
                OTLP.Log(name: "known", attributes: [("email", "jane@example.com")]),
                OTLP.Log(),
            ], resource: [("host.name", "db-of-jane")])
        let gated = try line.gate(bytes, .logs)
        #expect(gated.received == 3)
        #expect(gated.events.count == 1)
        #expect(gated.values.isEmpty)
        #expect(gated.counts[.recordUndeclared] == 2)
        // Two records and their resource, each once however many attributes it has.
        #expect(gated.counts[.attributeUndeclared] == 3)
        #expect(!"\(gated)".contains("jane"))
    }

    @Test("takes nothing of a request that is malformed at its end")
    func malformed() throws {
        let line = try Line([TestCatalog.event(sources: [TestCatalog.source(.log)])])
        #expect(throws: WireError.self) { try line.gate(OTLP.logs([OTLP.Log(name: "a")]) + [0x0A, 0x7F], .logs) }
    }

    @Test("an empty request is fine") func empty() throws {
        let gated = try Line([TestCatalog.event(sources: [TestCatalog.source(.log)])]).gate([], .logs)
        #expect(gated.received == 0)
        #expect(gated.counts.met.isEmpty)
    }

    @Test(
        "matches names exactly or by `*`",
        arguments: [
            ("checkout", "checkout", true), ("checkout", "checkout.done", false), ("checkout", "", false),
            ("checkout.*", "checkout.done", true), ("checkout.*", "checkout", false), ("*.done", "checkout.done", true),
            ("GET *", "GET /a", true), ("GET *", "POST /a", false), ("a*b*c", "a-b-c", true), ("a*b*c", "acb", false),
            ("a*b*c", "abbc", true), ("a*bc*bc", "abcbc", true), ("a*bc*bc", "abc", false), ("a*a", "a", false),
            ("*", "anything", true), ("*", "", true), ("**", "x", true), ("a**b", "ab", true), ("*ü*", "für", true),
        ])
    func names(pattern: String, name: String, fits: Bool) throws {
        let bytes = OTLP.logs([OTLP.Log(name: name)])
        #expect(try events(TestCatalog.source(.log, name: pattern), bytes, .logs) == (fits ? 1 : 0))
    }

    @Test("a log is named by `event_name`, or else by the attribute `event.name`") func eventName() throws {
        let source = TestCatalog.source(.log, name: "known")
        let attribute: OTLP.Attributes = [("event.name", "known")]
        #expect(try events(source, OTLP.logs([OTLP.Log(attributes: attribute)]), .logs) == 1)
        #expect(try events(source, OTLP.logs([OTLP.Log(name: "other", attributes: attribute)]), .logs) == 0)
    }

    @Test("asks for the kind of a span", arguments: Source.SpanKind.allCases)
    func spanKind(kind: Source.SpanKind) throws {
        for number in Int32(0)...6 {
            let bytes = OTLP.spans([OTLP.Span(name: "s", kind: number)])
            let isMeant = number == Int32(Source.SpanKind.allCases.firstIndex(of: kind)!) + 1
            #expect(try events(TestCatalog.source(.span, kind: kind), bytes, .traces) == (isMeant ? 1 : 0))
        }
    }

    @Test("asks for a severity; where none is asked for, any will do, even a negative one") func severity() throws {
        for (severity, count) in [(Int32(-1), 0), (0, 0), (16, 0), (17, 1), (24, 1), (.max, 1)] {
            let bytes = OTLP.logs([OTLP.Log(severity: severity)])
            #expect(try events(TestCatalog.source(.log, severity: 17), bytes, .logs) == count)
            #expect(try events(TestCatalog.source(.log), bytes, .logs) == 1)
        }
    }

    @Test("conditions ask for presence or for one of the values, under any of the names") func conditions() throws {
        let present = TestCatalog.source(.log, where: [.present("method", "http.method")])
        let chosen = TestCatalog.source(.log, where: [.equals("type", "rss", "7", "true")])
        func count(_ source: Source, _ attributes: OTLP.Attributes) throws -> Int {
            try events(source, OTLP.logs([OTLP.Log(attributes: attributes)]), .logs)
        }
        #expect(try count(present, [("method", "GET")]) == 1)
        #expect(try count(present, [("http.method", 3)]) == 1)
        #expect(try count(present, [("http.method", .array(["a"]))]) == 1)
        #expect(try count(present, [("http.method", .empty)]) == 0)
        #expect(try count(present, []) == 0)
        #expect(try count(chosen, [("type", "rss")]) == 1)
        #expect(try count(chosen, [("type", 7)]) == 1)
        #expect(try count(chosen, [("type", true)]) == 1)
        #expect(try count(chosen, [("type", "vms")]) == 0)
        #expect(try count(chosen, [("type", 7.0)]) == 0)
        #expect(try count(chosen, [("type", .array(["rss"]))]) == 0)
    }

    @Test("every source that fits makes its own event") func several() throws {
        let line = try Line([
            TestCatalog.event(
                "a", sources: [TestCatalog.source(.log, name: "x"), TestCatalog.source(.log, name: "x*")]),
            TestCatalog.event("b", sources: [TestCatalog.source(.log)]),
        ])
        let gated = try line.gate(OTLP.logs([OTLP.Log(name: "x")]), .logs)
        #expect(gated.events.map(\.event).sorted() == [0, 0, 1])
        #expect(gated.counts[.recordUndeclared] == 0)
    }

    @Test("events of a span are taken with their own name, time and attributes") func spanEvents() throws {
        let line = try Line([
            TestCatalog.event(
                fields: [("type", .code(maxLength: 20))],
                sources: [TestCatalog.source(.spanEvent, name: "exception", fields: ["type": [.attribute("type")]])])
        ])
        let bytes = OTLP.spans([
            OTLP.Span(
                name: "s", start: 1, end: Line.startNanoseconds, attributes: [("type", "of the span")],
                events: [
                    .init(name: "exception", time: 5_000_000_000, attributes: [("type", "Timeout")]),
                    .init(name: "log", time: 6_000_000_000, attributes: [("type", "Other")]),
                    .init(name: "exception", time: 7_000_000_000),
                ])
        ])
        let gated = try line.gate(bytes, .traces)
        #expect(gated.events.map(\.seconds) == [5, 7])
        #expect(gated.events.map(\.item) == [0, 0])
        #expect(gated.spelled(0, in: bytes) == ["Timeout"])
        #expect(gated.spelled(1, in: bytes) == ["of the span"])
        #expect(gated.counts[.recordUndeclared] == 0)
    }

    @Test("a resource makes one event for each block of records") func resources() throws {
        let line = try Line([
            TestCatalog.event(
                fields: [("language", .code(maxLength: 20))],
                sources: [TestCatalog.source(.resource, fields: ["language": [.attribute("language")]])])
        ])
        let bytes = OTLP.logs([
            .init(resource: [("language", "swift")], items: [OTLP.Log(), OTLP.Log(), OTLP.Log()]),
            .init(resource: [("language", "python")], items: [OTLP.Log()]),
            .init(resource: [("language", "unseen")], items: []),
        ])
        let gated = try line.gate(bytes, .logs)
        #expect(gated.events.indices.map { gated.spelled($0, in: bytes) } == [["swift"], ["python"]])
        #expect(gated.events.map(\.item) == [-1, -2])
    }

    /// The resource of a second block was once read while the places of the record before were still known: it took
    /// values of the wrong attributes, and where there were fewer of them the process ended.
    @Test("a resource never sees the attributes of the record before it") func staleAttributes() throws {
        let line = try Line([
            TestCatalog.event(
                fields: [("language", .code(maxLength: 20))],
                sources: [TestCatalog.source(.resource, fields: ["language": [.attribute("language")]])])
        ])
        let crowded = (0..<20).map { ("other\($0)", OTLP.Value.int($0)) } + [("language", "of the record")]
        let bytes = OTLP.logs([
            .init(resource: [("language", "swift")], items: [OTLP.Log(attributes: crowded)]),
            .init(resource: [("language", "python")], items: [OTLP.Log()]),
        ])
        let gated = try line.gate(bytes, .logs)
        #expect(gated.events.indices.map { gated.spelled($0, in: bytes) } == [["swift"], ["python"]])
    }

    @Test("metric points: gauges and sums that can be counted; cumulative ones that can't be are counted as such")
    func points() throws {
        let source = TestCatalog.source(.metric, name: "memory")
        let line = try Line([TestCatalog.event(sources: [source])])
        let kinds: [(OTLP.Point.Kind, Int)] = [
            (.gauge, 1), (.sum(temporality: 1, monotonic: true), 1), (.sum(temporality: 1, monotonic: false), 1),
            (.sum(temporality: 2, monotonic: false), 1), (.sum(temporality: 2, monotonic: true), 0),
            (.sum(temporality: 0, monotonic: true), 0),
        ]
        for (kind, count) in kinds {
            let gated = try line.gate(OTLP.points([OTLP.Point(name: "memory", kind: kind)]), .metrics)
            #expect(gated.events.count == count)
            #expect(gated.counts[.metricCumulative] == Int64(1 - count))
            #expect(gated.counts[.recordUndeclared] == 0)
        }
        let histogram = try line.gate(OTLP.points([OTLP.Point(name: "memory", kind: .histogram)]), .metrics)
        #expect(histogram.events.isEmpty)
        #expect(histogram.counts[.recordUndeclared] == 1)
    }

    @Test("an event that has expired is not collected any more, from the first second of that day") func expired()
        throws
    {
        var line = try Line([TestCatalog.event(sources: [TestCatalog.source(.log)], expires: "2027-01-16")])
        let bytes = OTLP.logs([OTLP.Log()])
        line.now = Line.start + 16 * 3600 - 1
        #expect(try line.gate(bytes, .logs).events.count == 1)
        line.now += 1
        let gated = try line.gate(bytes, .logs)
        #expect(gated.events.isEmpty)
        #expect(gated.counts[.eventExpired] == 1)
        #expect(gated.counts[.recordUndeclared] == 0)
    }
}
