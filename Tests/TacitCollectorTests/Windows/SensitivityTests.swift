import TacitCatalog
import TacitPrivacy
import TacitWire
import Testing

@testable import TacitCollector

/// The promise on which everything rests, tested from the bytes of a request to the integers that noise is added to: adding
/// or removing one contributor moves no vector by more than the sensitivity its noise is drawn for.
@Suite("One contributor moves no accumulator beyond the declared sensitivity")
struct SensitivityTests {
    private static func line(maxCells: Int, maxPerCell: Int) throws -> Line {
        let all = OTLPFields.all
        func metric(_ name: String, _ kind: Metric.Kind, by dimensions: [String], window: WindowLength = .minute) throws
            -> Metric
        {
            try TestCatalog.metric(
                name, kind, by: dimensions, window: window, maxCells: maxCells, maxPerCell: maxPerCell)
        }
        return try Line(
            [
                TestCatalog.event(
                    fields: all.fields,
                    sources: [
                        TestCatalog.source(.log, name: "use", fields: all.readings),
                        // The same record may fit several sources.
                        TestCatalog.source(.log, name: "us*", fields: all.readings),
                        TestCatalog.source(.log, where: [.present("twice")], fields: all.readings),
                    ])
            ],
            [
                metric("count", .count, by: ["kind"]), metric("open", .count, by: ["route", "kind"]),
                metric("sum", .sum(field: "size"), by: ["kind"]), metric("openSum", .sum(field: "size"), by: ["route"]),
                metric("mean", .mean(field: "size"), by: ["flag"]),
                metric("histogram", .histogram(field: "size", edges: [-5, 0, 3]), by: ["flag"]),
                metric("people", .contributors, by: ["kind"]), metric("all", .count, by: []),
                metric("day", .sum(field: "size"), by: ["version", "flag"], window: .day),
            ])
    }

    private enum OTLPFields {
        static let all: (fields: [(String, Field.Kind)], readings: [String: [Source.Reading]]) = {
            let fields: [(String, Field.Kind)] = [
                ("kind", .enumeration(values: ["a", "b", "c", "d"], other: "other")), ("flag", .bool),
                ("route", .scrubbed(maxLength: 20)), ("version", .version(.minor)),
                ("size", .number(.init(min: -7, max: 12, granularity: 0.25), unit: "MB", buckets: [])),
            ]
            return (fields, Dictionary(uniqueKeysWithValues: fields.map { ($0.0, [.attribute($0.0)]) }))
        }()
    }

    private typealias Attributes = [(String, OTLPLogWriter.Value)]

    /// Anything that a client may send, good and bad.
    private func record(_ random: inout SyntheticRandom) -> (name: String, time: UInt64, attributes: Attributes) {
        func pick<T>(_ values: [T]) -> T { values.randomElement(using: &random)! }
        let attributes: Attributes = [
            ("kind", pick(["a", "b", "c", "d", "e", 1, true])), ("flag", pick([true, false, true, false, "x"])),
            ("route", .string("/\(Int.random(in: 0..<12, using: &random))")),
            ("version", .string("1.\(Int.random(in: 0..<5, using: &random)).7")),
            (
                "size",
                pick([.double(Double.random(in: -20...20, using: &random)), 12, -7, 1e300, .int(.min), .double(.nan)])
            ),
            ("twice", 1),
        ]
        let kept = attributes.filter { _ in Int.random(in: 0..<12, using: &random) > 0 }
        let seconds = Line.start + Int64.random(in: -80...200, using: &random)
        return (pick(["use", "use", "use", "used", ""]), UInt64(seconds) * 1_000_000_000, kept)
    }

    /// A request of records of several contributors; those of `removed` are left out where `isThere` is false.
    private struct Traffic {
        var records: [(contributor: String?, name: String, time: UInt64, attributes: Attributes)] = []

        func requests(keeping isKept: (String?) -> Bool, each: Int) -> [[UInt8]] {
            stride(from: 0, to: records.count, by: each).map { start in
                var writer = OTLPLogWriter(resource: [("service.name", "shop")])
                for record in records[start..<min(start + each, records.count)] where isKept(record.contributor) {
                    let name = record.contributor.map { [("installation", OTLPLogWriter.Value.string($0))] } ?? []
                    writer.append(eventName: record.name, time: record.time, attributes: record.attributes + name)
                }
                return writer.finish()
            }
        }
    }

    @Test("with all that it sent, whatever the others sent", arguments: 0..<60)
    func contributor(seed: Int) throws {
        var random = SyntheticRandom(seed: UInt64(seed))
        let line = try Self.line(
            maxCells: Int.random(in: 1...4, using: &random), maxPerCell: Int.random(in: 1...5, using: &random))
        var traffic = Traffic()
        for _ in 0..<Int.random(in: 1...250, using: &random) {
            let record = record(&random)
            // A third of all is of the one; some records name nobody.
            let number = Int.random(in: 0..<12, using: &random)
            traffic.records.append(
                (number < 4 ? "one" : number == 11 ? nil : "c\(number)", record.name, record.time, record.attributes))
        }
        let each = Int.random(in: 1...60, using: &random)
        let with = try Accumulators(traffic.requests(keeping: { _ in true }, each: each), line)
        let without = try Accumulators(traffic.requests(keeping: { $0 != "one" }, each: each), line)
        let alone = try Accumulators(traffic.requests(keeping: { $0 == "one" }, each: each), line)
        // All others count as before: what is missing is what the one would have made by itself.
        #expect((with - without).changed == alone.changed)
        expectBounded(with - without, line.plan)
    }

    @Test("whoever sends too much moves every vector by exactly the sensitivity") func attained() throws {
        let line = try Self.line(maxCells: 2, maxPerCell: 3)
        var traffic = Traffic()
        for number in 0..<80 {
            let attributes: Attributes = [
                ("kind", .string(["a", "b", "c"][number % 3])), ("route", .string("/\(number % 5)")),
                ("version", .string("1.\(number % 4)")), ("flag", .bool(number % 2 == 0)), ("size", 12),
            ]
            traffic.records.append(("one", "use", Line.startNanoseconds, attributes))
        }
        let alone = try Accumulators(traffic.requests(keeping: { _ in true }, each: 7), line)
        for (number, metric) in line.plan.metrics.enumerated() where !metric.dimensions.isEmpty {
            let vectors =
                [alone.vectors(number, 0..<1)]
                + (metric.metric.kind.label == "mean"
                    ? [alone.vectors(number, 1..<2), alone.vectors(number, 2..<3)]
                    : metric.figures > 0 ? [alone.vectors(number, 1..<1 + metric.figures)] : [])
            let noise = try #require(metric.protection.noise)
            let noises = [noise.contributors] + noise.figures
            #expect(vectors.count == noises.count)
            for (vector, noise) in zip(vectors, noises) {
                #expect(vector.map { $0.reduce(0) { $0 + abs($1) } } == [noise.sensitivity.l1], "\(metric.metric.name)")
            }
        }
    }

    @Test("nor does one record that names nobody, whatever it makes", arguments: 0..<40)
    func record(seed: Int) throws {
        var random = SyntheticRandom(seed: UInt64(1000 + seed))
        let line = try Self.line(maxCells: Int.random(in: 1...2, using: &random), maxPerCell: 1)
        var traffic = Traffic()
        for number in 0..<Int.random(in: 1...30, using: &random) {
            let record = record(&random)
            traffic.records.append((number == 0 ? "" : nil, record.name, record.time, record.attributes))
        }
        traffic.records.shuffle(using: &random)
        let with = try Accumulators(traffic.requests(keeping: { _ in true }, each: 7), line)
        let without = try Accumulators(traffic.requests(keeping: { $0 != "" }, each: 7), line)
        let alone = try Accumulators(traffic.requests(keeping: { $0 == "" }, each: 7), line)
        #expect((with - without).changed == alone.changed)
        expectBounded(with - without, line.plan)
    }

    private func expectBounded(_ difference: Accumulators, _ plan: Plan) {
        for (number, metric) in plan.metrics.enumerated() {
            guard let noise = metric.protection.noise else {
                Issue.record("a metric of this test has no noise")
                continue
            }
            expect(difference.vectors(number, 0..<1), within: noise.contributors.sensitivity, metric.metric.name)
            switch metric.metric.kind {
            case .contributors: break
            case .mean:
                expect(difference.vectors(number, 1..<2), within: noise.figures[0].sensitivity, "mean")
                expect(difference.vectors(number, 2..<3), within: noise.figures[1].sensitivity, "count")
            case .count, .sum, .histogram:
                expect(
                    difference.vectors(number, 1..<1 + metric.figures),
                    within: noise.noise(ofFigure: 0).sensitivity,
                    metric.metric.name)
            }
        }
    }

    private func expect(_ vectors: [[Int64]], within sensitivity: Sensitivity, _ name: String) {
        for vector in vectors {
            #expect(vector.count { $0 != 0 } <= sensitivity.l0, "L0 of \(name)")
            #expect(vector.reduce(0) { $0 + abs($1) } <= sensitivity.l1, "L1 of \(name)")
            #expect(vector.allSatisfy { abs($0) <= sensitivity.lInfinity }, "L∞ of \(name)")
        }
    }
}
