import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

/// Random histories of sending and erasing, against windows to which the erased records were never sent.
@Suite("After an erasure the figures are what they were had the contributor never sent anything")
struct ErasureTests {
    private static let fields: [(String, Field.Kind)] = [
        ("ok", .bool), ("route", .scrubbed(maxLength: 9)),
        ("size", .number(.init(min: -50, max: 50, granularity: 1), unit: "1", buckets: [])),
    ]

    private static func line() throws -> Line {
        func event(_ name: String, _ category: String) -> Event {
            TestCatalog.event(
                name, fields: fields,
                sources: [
                    TestCatalog.source(
                        .log, name: name,
                        fields: [
                            "ok": [.attribute("ok")], "route": [.attribute("route")], "size": [.attribute("size")],
                        ])
                ], consent: (category, .basic))
        }
        func metrics(_ event: String) throws -> [Metric] {
            [
                try TestCatalog.metric("\(event) count", of: event, by: ["ok"], maxCells: 2, maxPerCell: 3),
                try TestCatalog.metric("\(event) open", of: event, by: ["route"], maxCells: 4, maxPerCell: 2),
                try TestCatalog.metric("\(event) sum", of: event, .sum(field: "size"), by: ["route"], maxCells: 3),
                try TestCatalog.metric(
                    "\(event) mean", of: event, .mean(field: "size"), by: ["ok"], window: .hour, maxPerCell: 5),
                try TestCatalog.metric(
                    "\(event) buckets", of: event, .histogram(field: "size", edges: [-20, 0, 20]), by: ["ok", "route"],
                    maxCells: 3),
                try TestCatalog.metric("\(event) people", of: event, .contributors, by: ["route"], window: .hour),
            ]
        }
        var line = try Line(
            [event("thing", "essential"), event("other", "analytics")], try metrics("thing") + metrics("other"),
            contributor: ["tacit.contributor", "installation"])
        line.consent = ConsentGround(categories: ["essential", "analytics"], level: .full)
        return line
    }

    private static func token(_ number: Int) -> String { String(repeating: String(number), count: 64) }

    private struct Record {
        let event: String
        let contributor: Int
        let log: OTLP.Log

        init(using random: inout SyntheticRandom) {
            event = Bool.random(using: &random) ? "thing" : "other"
            contributor = Int.random(in: 0..<8, using: &random)
            // The last two are other clients' contributors, one of them with a name like a token.
            let name: (String, OTLP.Value) =
                switch contributor {
                case 6: ("installation", .string(ErasureTests.token(0)))
                case 7: ("tacit.contributor", .string("installation-7"))
                default: ("tacit.contributor", .string(ErasureTests.token(contributor)))
                }
            log = OTLP.Log(
                name: event,
                attributes: [
                    name, ("ok", .bool(Bool.random(using: &random))),
                    ("route", .string("r\(Int.random(in: 0..<6, using: &random))")),
                    ("size", .int(Int64.random(in: -60...60, using: &random))),
                ])
        }
    }

    private struct Erasure {
        let contributors: Set<Int>
        let categories: Set<String>?

        init(using random: inout SyntheticRandom) {
            contributors = Set((0..<6).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
            categories =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: ["essential"]
                case 1: ["analytics", "unheard-of"]
                default: nil
                }
        }

        func covers(_ record: Record) -> Bool {
            contributors.contains(record.contributor)
                && categories?.contains(record.event == "thing" ? "essential" : "analytics") ?? true
        }
    }

    private enum Step {
        case send([Record])
        case erase(Erasure)
    }

    @Test("over random histories of counts, sums, means, histograms and contributors", arguments: 0..<20)
    func neverSent(seed: Int) throws {
        var random = SyntheticRandom(seed: UInt64(seed))
        let line = try Self.line()
        for _ in 0..<10 {
            let steps = (0..<Int.random(in: 2...14, using: &random)).map { _ in
                Int.random(in: 0..<3, using: &random) == 0
                    ? Step.erase(Erasure(using: &random))
                    : .send((0..<Int.random(in: 1...30, using: &random)).map { _ in Record(using: &random) })
            }
            var erased = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
            var never = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
            erased.openCurrent(now: line.now)
            never.openCurrent(now: line.now)
            for (position, step) in steps.enumerated() {
                switch step {
                case .erase(let erasure):
                    let before = total(erased, line.plan)
                    let done = erase(erasure, from: &erased, line.plan)
                    #expect((done.windows > 0) == (done.contributions > 0) && done.windows <= 2)
                    #expect(before - total(erased, line.plan) == done.contributions)
                    // There is nothing left to erase.
                    #expect(erase(erasure, from: &erased, line.plan) == (0, 0))
                case .send(let records):
                    let later = steps[position...].compactMap {
                        if case .erase(let erasure) = $0 { erasure } else { nil }
                    }
                    let kept = records.filter { record in !later.contains { $0.covers(record) } }
                    _ = try line.add(OTLP.logs(records.map(\.log)), .logs, to: &erased)
                    _ = try line.add(OTLP.logs(kept.map(\.log)), .logs, to: &never)
                }
            }
            #expect(erased.schedule.map(\.id) == never.schedule.map(\.id))
            for (id, _) in erased.schedule {
                #expect(figures(erased, id, line.plan) == figures(never, id, line.plan))
            }
        }
    }

    private func erase(
        _ erasure: Erasure, from windows: inout Windows, _ plan: Plan
    ) -> (windows: Int64, contributions: Int64) {
        let erased = windows.erase(erasure.contributors.map(Self.token)) {
            erasure.categories?.contains(plan.metrics[$0].category) ?? true
        }.filter { $0.contributions > 0 }
        return (Int64(erased.count), erased.reduce(0) { $0 + $1.contributions })
    }

    /// Every figure that may be released, by metric and labels.
    private func figures(_ windows: Windows, _ id: WindowID, _ plan: Plan) -> [String: [Int64]] {
        var figures: [String: [Int64]] = [:]
        guard let window = windows.content(of: id) else { return figures }
        for (metric, tally) in zip(plan.metrics, window.tallies) {
            tally?.forEachCell(labels: window.labels) { labels, contributors, values in
                figures[([metric.metric.name] + labels).joined(separator: "|")] = [contributors] + values
            }
        }
        return figures
    }

    /// All contributions that count somewhere.
    private func total(_ windows: Windows, _ plan: Plan) -> Int64 {
        var total: Int64 = 0
        for (id, _) in windows.schedule {
            guard let window = windows.content(of: id) else { continue }
            for case let tally? in window.tallies { total += tally.contributions(of: 16) }
        }
        return total
    }

    @Test("whoever was erased may come again, with all of its bounds") func again() throws {
        let line = try Self.line()
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        func send(_ count: Int, _ token: String) throws -> ContributionBatch {
            try line.add(
                OTLP.logs(
                    (0..<count).map { _ in
                        OTLP.Log(
                            name: "thing",
                            attributes: [
                                ("tacit.contributor", .string(token)), ("ok", true), ("route", "r"), ("size", 5),
                            ])
                    }), .logs, to: &windows)
        }
        for _ in 0..<3 {
            #expect(try send(9, Self.token(0)).counts[.contributionCut] == 9 - 2)
            // Its place is another one's then.
            #expect(windows.erase([Self.token(0)]) { _ in true }.count { $0.contributions > 0 } == 2)
            #expect(try send(1, Self.token(1)).refused.count == 0 && windows.contributors == 2, "one in each window")
            #expect(windows.erase([Self.token(1)]) { _ in true }.count { $0.contributions > 0 } == 2)
        }
        #expect(windows.contributors == 0)
    }
}

@Suite("What may be taken out again takes little memory, and none for those who can't ask")
struct AddedAmountsTests {
    @Test("amounts are found again among thousands, forgotten when they are taken, and added up") func table() {
        var added = AddedAmounts()
        var random = SyntheticRandom(seed: 3)
        var truth: [[Int]: Int64] = [:]
        for _ in 0..<20_000 {
            let key = [Int.random(in: 0..<300, using: &random), Int.random(in: 0..<40, using: &random)]
            if Int.random(in: 0..<4, using: &random) == 0 {
                #expect(added.take(of: key[0], from: key[1]) == truth.removeValue(forKey: key) ?? 0)
            } else {
                let amount = Int64.random(in: -9...9, using: &random)
                added.add(amount, of: key[0], to: key[1])
                truth[key, default: 0] += amount
            }
        }
        for (key, amount) in truth { #expect(added.take(of: key[0], from: key[1]) == amount) }
    }

    @Test("who comes and goes a hundred thousand times leaves a table of the same size") func bounded() {
        var added = AddedAmounts()
        for round in 0..<100_000 {
            added.add(1, of: round % 50, to: round % 7)
            _ = added.take(of: round % 50, from: round % 7)
        }
        #expect(added.capacity <= 1024)
    }

    @Test("a contributor of a sum takes at most 48 bytes a cell, 16 of them for itself") func size() {
        var added = AddedAmounts()
        #expect(added.capacity == 0)
        let contributors = 100_000
        for place in 0..<contributors { added.add(1, of: place, to: place % 10) }
        #expect(added.capacity * 16 <= contributors * 48)
    }
}
