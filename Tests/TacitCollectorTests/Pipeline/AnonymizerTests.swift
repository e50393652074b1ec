import TacitCatalog
import TacitSeal
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

@Suite("What is added up names nobody and no moment")
struct AnonymizerTests {
    private let keys: [WindowID: WindowKey]
    private let line: Line

    init() throws {
        line = try Line(
            [
                TestCatalog.event(
                    fields: [
                        ("size", .number(.init(min: 0, max: 10, granularity: 0.5), unit: "MB", buckets: [])),
                        (
                            "grade",
                            .number(
                                .init(min: 0, max: 10, granularity: 1), unit: "1",
                                buckets: [
                                    .init(label: "low", below: 3), .init(label: "middle", below: 7),
                                    .init(label: "high", below: nil),
                                ])
                        ), ("kind", .enumeration(values: ["a", "b"], other: "c")), ("route", .scrubbed(maxLength: 30)),
                    ],
                    sources: [
                        TestCatalog.source(
                            .log,
                            fields: [
                                "size": [.attribute("size")], "grade": [.attribute("grade")],
                                "kind": [.attribute("kind")], "route": [.attribute("route")],
                            ])
                    ])
            ],
            [
                TestCatalog.metric("count", by: ["grade", "kind"]),
                TestCatalog.metric("sum", .sum(field: "size"), by: ["kind", "route", "grade"]),
                TestCatalog.metric("mean", .mean(field: "size")),
                TestCatalog.metric("histogram", .histogram(field: "size", edges: [1, 2, 5])),
                TestCatalog.metric("day", .contributors, window: .day),
            ])
        var keys: [WindowID: WindowKey] = [:]
        for minute in Int64(-1)...1 {
            keys[WindowID(length: .minute, start: Line.start + 60 * minute)] = WindowKey(since: 0)
        }
        keys[WindowID(length: .day, containing: Line.start)] = WindowKey(since: 0)
        self.keys = keys
    }

    private func log(
        _ contributor: OTLP.Value?, second: Int64 = 0, size: Double = 1, grade: Int64 = 0, kind: String = "a"
    ) -> OTLP.Log {
        OTLP.Log(
            time: UInt64(Line.start + second) * 1_000_000_000 + 123_456_789,
            attributes: [
                ("size", .double(size)), ("grade", .int(grade)), ("kind", .string(kind)), ("route", "/a"),
                ("installation", contributor ?? .empty),
            ])
    }

    private func batch(_ logs: [OTLP.Log]) throws -> ContributionBatch {
        try line.anonymize(OTLP.logs(logs), .logs) { id in
            keys[id].map { .success($0) } ?? .failure(WindowClosed(rule: .windowLate))
        }
    }

    private func contributions(_ logs: [OTLP.Log], _ metric: String) throws -> [Contribution] {
        let number = line.plan.metrics.firstIndex { $0.metric.name == metric }!
        return try batch(logs).contributions.filter { $0.metric == number }
    }

    @Test("a contributor has one pseudonym within a window and another in each other window") func pseudonyms() throws {
        let found = try contributions(
            [log("jane"), log("joe"), log("jane", second: 59), log("jane", second: 60), log("jane", second: -1)],
            "count"
        ).map(\.contributor)
        #expect(found[0] == found[2])
        #expect(Set(found.compactMap(\.self)).count == 4)
        let days = try contributions([log("jane"), log("jane", second: 60)], "day").map(\.contributor)
        #expect(Set(days.compactMap(\.self)).count == 1)
        #expect(days[0] != found[0])
    }

    @Test("equal contributors are equal however they come: apart, long, as integers") func spellings() throws {
        let long = String(repeating: "j", count: 1000)
        let found = try contributions(
            [log(.string(long)), log("7"), log(.string(long)), log(7), log(.string(long + "k")), log(nil)], "count"
        ).map(\.contributor)
        #expect(found[0] == found[2])
        #expect(found[1] == found[3])
        #expect(Set(found).count == 4)
        #expect(found[5] == nil)
    }

    @Test("nothing in the batch is a name, a moment or an offset into the request") func nothingLeft() throws {
        let planted = ["jane-of-the-installation", "jane@example.com"]
        var first = log(.string(planted[0]))
        first.attributes.append(("undeclared", .string(planted[1])))
        first.attributes[3] = ("route", .string("/a/" + planted[1]))
        let batch = try batch([first, log(.string(planted[0]), second: 7)])
        #expect(batch.contributions.count == 10)
        var text = ""
        dump(batch, to: &text)
        for value in planted + ["123456789", "jane"] { #expect(!text.contains(value)) }
        #expect(batch.labels.contains { $0.contains("[EMAIL]") })
        for window in batch.windows { #expect(window.start % window.length.seconds == 0) }
    }

    @Test("cells are numbered by bucket and by declared value, and their labels come back in the order of the metric")
    func cells() throws {
        let metric = line.plan.metrics.first { $0.metric.name == "count" }!
        var seen = Set<Int>()
        for (grade, label) in [(Int64(0), "low"), (2, "low"), (3, "middle"), (6, "middle"), (7, "high"), (10, "high")] {
            for kind in ["a", "b", "c", "unknown"] {
                let cell = try contributions([log("x", grade: grade, kind: kind)], "count")[0].closed
                #expect(metric.labels(closed: cell, open: []) == [label, kind == "unknown" ? "c" : kind])
                seen.insert(cell)
            }
        }
        #expect(seen == Set(0..<9))
        let mixed = line.plan.metrics.first { $0.metric.name == "sum" }!
        let contribution = try contributions([log("x", grade: 5, kind: "b")], "sum")[0]
        #expect(contribution.open.count == 1)
        #expect(mixed.labels(closed: contribution.closed, open: ["/a"]) == ["b", "/a", "middle"])
    }

    @Test("amounts: one, quanta, quanta around the middle, the number of the bucket") func amounts() throws {
        func amount(_ metric: String, _ size: Double) throws -> Int64 {
            try contributions([log("x", size: size)], metric)[0].amount
        }
        #expect(try amount("count", 3) == 1)
        #expect(try amount("day", 3) == 1)
        for (size, quanta): (Double, Int64) in [(0, 0), (0.5, 1), (3.1, 6), (10, 20), (1e9, 20), (-4, 0)] {
            #expect(try amount("sum", size) == quanta)
            #expect(try amount("mean", size) == quanta - 10)
        }
        for (size, bucket): (Double, Int64) in [(0, 0), (0.99, 0), (1, 1), (2, 2), (4.99, 2), (5, 3), (10, 3)] {
            #expect(try amount("histogram", size) == bucket)
        }
    }

    @Test("a window that is closed refuses its metrics only, and the item once") func closed() throws {
        let batch = try batch([log("x", second: 600), log("x", second: 601), log("x")])
        #expect(batch.contributions.filter { $0.item < 2 }.count == 2)
        #expect(batch.refused.count == 2)
        #expect(batch.counts[.windowLate] == 2)
        #expect(batch.windows.count == 2)
    }
}
