import TacitCatalog
import TacitWire
import Testing

@testable import TacitCollector

@Suite("After the scrub stage every value has its declared type, and every text is scrubbed")
struct ScrubStageTests {
    /// What becomes of one value of one field that a metric needs.
    private struct Outcome: Equatable {
        var value: String?
        var rules: [Rule] = []
        var isRefused = false
        var isCounted: Bool { value != nil }
    }

    private func outcome(_ kind: Field.Kind, _ value: OTLP.Value?, key: String = "field") throws -> Outcome {
        let isMeasure = if case .number(_, _, let buckets) = kind { buckets.isEmpty } else { false }
        let line = try Line(
            [
                TestCatalog.event(
                    fields: [("field", kind)],
                    sources: [TestCatalog.source(.log, fields: ["field": [.attribute(key)]])])
            ],
            [isMeasure ? TestCatalog.metric("m", .sum(field: "field")) : TestCatalog.metric("m", by: ["field"])],
            contributor: [])
        let batch = try line.scrub(OTLP.logs([OTLP.Log(attributes: value.map { [(key, $0)] } ?? [])]), .logs)
        #expect(batch.items == Int64(batch.events.count))
        let shown: String? = batch.events.first.map { event in
            switch batch.values[event.values.lowerBound] {
            case .absent: "absent"
            case .closed(let position): line.plan.events[0].fields[0].labels[position]
            case .number(let number): "\(number)"
            case .label(let label): batch.labels[label]
            }
        }
        let rules = batch.counts.met.map(\.rule).filter { $0 != .contributorMissing }
        return Outcome(value: shown, rules: rules, isRefused: batch.refused.count > 0)
    }

    private func refused(_ rule: Rule) -> Outcome { Outcome(rules: [rule], isRefused: true) }

    private static let number = Field.Kind.number(
        Field.Bounds(min: -10, max: 100, granularity: 1), unit: "1", buckets: [])
    private static let bucketed = Field.Kind.number(
        Field.Bounds(min: 0, max: 100, granularity: 1), unit: "1",
        buckets: [Field.Bucket(label: "low", below: 10), Field.Bucket(label: "high", below: nil)])

    @Test("a Bool is a Bool") func bools() throws {
        #expect(try outcome(.bool, true) == Outcome(value: "true"))
        #expect(try outcome(.bool, false) == Outcome(value: "false"))
        for value: OTLP.Value in ["true", 1, 1.0, .array(["true"])] {
            #expect(try outcome(.bool, value) == refused(.fieldType))
        }
        #expect(try outcome(.bool, nil) == Outcome(rules: [.fieldMissing]))
    }

    @Test("an enumeration shows a declared value, else `other`, else refuses the record") func enumerations() throws {
        let open = Field.Kind.enumeration(values: ["a", "b", "1", "true"], other: "other")
        #expect(try outcome(open, "b") == Outcome(value: "b"))
        #expect(try outcome(open, 1) == Outcome(value: "1"))
        #expect(try outcome(open, true) == Outcome(value: "true"))
        #expect(try outcome(open, "other") == Outcome(value: "other"))
        #expect(try outcome(open, "jane@example.com") == Outcome(value: "other", rules: [.fieldOther]))
        #expect(try outcome(open, "A") == Outcome(value: "other", rules: [.fieldOther]))
        #expect(try outcome(open, 1.0) == Outcome(value: "other", rules: [.fieldOther]))
        #expect(try outcome(open, nil) == Outcome(value: "other"))
        #expect(try outcome(open, .array(["a"])) == refused(.fieldType))
        let closed = Field.Kind.enumeration(values: ["a", "b"], other: nil)
        #expect(try outcome(closed, "a") == Outcome(value: "a"))
        #expect(try outcome(closed, "c") == refused(.fieldUnlisted))
        #expect(try outcome(closed, nil) == Outcome(rules: [.fieldMissing]))
    }

    @Test("a number is clamped to its bounds and counted; what is not finite is refused") func numbers() throws {
        #expect(try outcome(Self.number, 41) == Outcome(value: "41.0"))
        #expect(try outcome(Self.number, 0.5) == Outcome(value: "0.5"))
        #expect(try outcome(Self.number, -10) == Outcome(value: "-10.0"))
        #expect(try outcome(Self.number, 100) == Outcome(value: "100.0"))
        for (value, bound): (OTLP.Value, String) in [
            (101, "100.0"), (.int(.max), "100.0"), (.int(.min), "-10.0"), (1e300, "100.0"), (-10.01, "-10.0"),
        ] {
            #expect(try outcome(Self.number, value) == Outcome(value: bound, rules: [.fieldClamped]))
        }
        for value in [Double.nan, .infinity, -.infinity, .signalingNaN] {
            #expect(try outcome(Self.number, .double(value)) == refused(.fieldNotFinite))
        }
        for value: OTLP.Value in ["41", true, .array(["41"])] {
            #expect(try outcome(Self.number, value) == refused(.fieldType))
        }
        #expect(try outcome(Self.number, nil) == Outcome(rules: [.fieldMissing]))
        #expect(try outcome(Self.bucketed, 9.99) == Outcome(value: "9.99"))
        let duration = Field.Kind.duration(Field.Bounds(min: 0, max: 10, granularity: 1), buckets: [])
        #expect(try outcome(duration, 11) == Outcome(value: "10.0", rules: [.fieldClamped]))
    }

    @Test(
        "a version is cut to its precision",
        arguments: [
            ("3.12.1", "3", "3.12", "3.12.1"), ("v3.12.1-rc2", "3", "3.12", "3.12.1"), ("7", "7", "7", "7"),
            ("V2.", "2", "2", "2"), ("1..2", "1", "1", "1.2"), ("120.0.6099.109", "120", "120.0", "120.0.6099"),
            ("2024.01.15+build.5", "2024", "2024.01", "2024.01.15"), ("1.2.3 (Linux; U)", "1", "1.2", "1.2.3"),
        ])
    func versions(text: String, major: String, minor: String, patch: String) throws {
        #expect(try outcome(.version(.major), .string(text)) == Outcome(value: major))
        #expect(try outcome(.version(.minor), .string(text)) == Outcome(value: minor))
        #expect(try outcome(.version(.patch), .string(text)) == Outcome(value: patch))
    }

    @Test(
        "what is no version, or may be an address or a number of somebody, never becomes a version's label",
        arguments: [
            "192.0.2.55", "192.0.2.55:8080", "v192.0.2.55", "192.0.2.55/24", "192.000.002.055", "192.0.2.55.1",
            "1.2.3.4",
            "", ".", "v", "latest", "-1", "1234567", "1.1234567.0", "4111111111111111", "١.٢", "5550100.199",
            "1 192.0.2.55", "2.0 jane@example.com",
        ])
    func noVersions(text: String) throws {
        #expect(try outcome(.version(.patch), .string(text)) == refused(.fieldType))
    }

    @Test("a version that is absent shows as none, one of another type is refused") func versionTypes() throws {
        #expect(try outcome(.version(.minor), nil) == Outcome(value: "(none)"))
        #expect(try outcome(.version(.minor), 3.12) == refused(.fieldType))
        #expect(try outcome(.version(.minor), .string(String(repeating: "1", count: 65))) == refused(.fieldType))
    }

    @Test("a code keeps to its alphabet and length, and holds no finding") func codes() throws {
        let code = Field.Kind.code(maxLength: 40)
        for text in [
            "java.lang.NullPointerException", "E_TIMEOUT", "List`1", "Outer$Inner", "std::bad_alloc", "a/b-c+d",
        ] {
            #expect(try outcome(code, .string(text)) == Outcome(value: text))
        }
        #expect(try outcome(.code(maxLength: 3), "abc") == Outcome(value: "abc"))
        let card = "4111" + "-1111-1111-1111"
        for text in [
            "", "two words", "jane@example.com", "naïve", "a\u{0}b", "a\nb", String(repeating: "a", count: 41),
            "192.0.2.55",
            card, "gh" + "p_" + String(repeating: "a1B2", count: 9),
        ] {
            #expect(try outcome(code, .string(text)) == refused(.fieldCode), "\(text.count) characters")
        }
        #expect(try outcome(code, 500) == refused(.fieldType))
        #expect(try outcome(code, nil) == Outcome(value: "(none)"))
    }

    @Test("a scrubbed text loses what is personal before it is cut") func texts() throws {
        let text = Field.Kind.scrubbed(maxLength: 20)
        #expect(try outcome(text, "/orders/{id}") == Outcome(value: "/orders/{id}"))
        #expect(try outcome(text, "by jane@example.com") == Outcome(value: "by [EMAIL]", rules: [.textScrubbed]))
        let late = try outcome(text, "0123456789012345678 jane@example.com")
        #expect(late == Outcome(value: "0123456789012345678 ", rules: [.textScrubbed, .textCut]))
        let astride = try outcome(text, "01234567890123 jane@example.com")
        #expect(astride.value?.contains("jane") == false)
        #expect(
            try outcome(text, .string(String(repeating: "é", count: 21))).value == String(repeating: "é", count: 20))
        #expect(try outcome(text, 7) == refused(.fieldType))
        #expect(try outcome(text, nil) == Outcome(value: "(none)"))
    }

    @Test("the key of the attribute counts: what is called a password is none of ours") func keys() throws {
        let found = try outcome(.scrubbed(maxLength: 20), "hunter2", key: "db.password")
        #expect(found.value?.contains("hunter2") != true)
        #expect(found.rules == [.textScrubbed])
        #expect(try outcome(.code(maxLength: 20), "hunter2", key: "db.password") == refused(.fieldCode))
        #expect(try outcome(.version(.major), "7", key: "db.password") == refused(.fieldType))
    }

    @Test("no control reaches a label: not a terminal's, and none that turns the direction of text") func controls()
        throws
    {
        let text = "a\u{1B}[31m\u{9B}1m\u{7}\u{7F}\u{202E}b\u{2066}\u{FEFF}\u{2028}c"
        #expect(try outcome(.scrubbed(maxLength: 40), .string(text)).value == "a[31m1mbc")
    }

    @Test("a field that no metric needs may be absent") func unneeded() throws {
        let line = try Line(
            [
                TestCatalog.event(
                    fields: [("field", .bool)],
                    sources: [TestCatalog.source(.log, fields: ["field": [.attribute("f")]])])
            ],
            [TestCatalog.metric("m")])
        #expect(try line.scrub(OTLP.logs([OTLP.Log()]), .logs).items == 1)
    }

    @Test("an item is refused once, by the first rule it met, and its other events stay") func onceEach() throws {
        let line = try Line(
            [
                TestCatalog.event(
                    "a", fields: [("flag", .bool)],
                    sources: [
                        TestCatalog.source(.log, fields: ["flag": [.attribute("flag")]]),
                        TestCatalog.source(.log, fields: ["flag": [.attribute("number")]]),
                    ]),
                TestCatalog.event("b", sources: [TestCatalog.source(.log)]),
                TestCatalog.event(
                    "r", fields: [("flag", .bool)],
                    sources: [TestCatalog.source(.resource, fields: ["flag": [.attribute("host")]])]),
            ],
            [
                TestCatalog.metric("ma", of: "a", by: ["flag"]), TestCatalog.metric("mb", of: "b"),
                TestCatalog.metric("mr", of: "r", by: ["flag"]),
            ])
        let bad: OTLP.Attributes = [("flag", "x"), ("number", 1)]
        let batch = try line.scrub(
            OTLP.logs(
                [OTLP.Log(attributes: bad), OTLP.Log(attributes: [("flag", true)]), OTLP.Log(attributes: bad)],
                resource: [("host", "x")]), .logs)
        #expect(batch.refused.count == 2)
        #expect(batch.refused.rules.met.map(\.count) == [2])
        // Two items, each once however many of its events are wrong, and the resource.
        #expect(batch.counts[.fieldType] == 3)
        #expect(batch.items == 3)
        #expect(batch.events.count == 4)
    }

    /// A text that read "(none)" was once counted with those that were absent.
    @Test("a text that reads like the label of absent ones is told from it") func literalNone() throws {
        let line = try Line(
            [
                TestCatalog.event(
                    fields: [("a", .scrubbed(maxLength: 9))],
                    sources: [TestCatalog.source(.log, fields: ["a": [.attribute("a")]])])
            ], [TestCatalog.metric("m", by: ["a"])])
        let logs = [OTLP.Log(attributes: [("a", "(none)")]), OTLP.Log()]
        #expect(try line.scrub(OTLP.logs(logs), .logs).labels == ["“(none)”", Field.noneLabel])
    }

    @Test("equal texts are one label, whichever field they are in") func labels() throws {
        let line = try Line(
            [
                TestCatalog.event(
                    fields: [("a", .code(maxLength: 9)), ("b", .scrubbed(maxLength: 9))],
                    sources: [TestCatalog.source(.log, fields: ["a": [.attribute("a")], "b": [.attribute("b")]])])
            ], [TestCatalog.metric("m", by: ["a", "b"])])
        let logs = (0..<100).map { OTLP.Log(attributes: [("a", .string("x\($0 % 3)")), ("b", "x1")]) }
        #expect(try line.scrub(OTLP.logs(logs), .logs).labels.sorted() == ["x0", "x1", "x2"])
    }
}
