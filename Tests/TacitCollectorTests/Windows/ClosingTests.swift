import Foundation
import TacitCatalog
import TacitPrivacy
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

/// Every test draws fresh noise. A chi-square test fails by chance when its statistic lies six standard deviations above its
/// mean, a rate when it lies six from its own: each less than once in 10⁸ runs; all of them together stay below 10⁻⁶.
@Suite("A closed window shows the exact figures plus the exact law's noise, and nothing else")
struct ClosingTests {
    private static let kinds = (0..<8).map { "kind\($0)" }
    private static let contributors = 60
    private static let closings = 4000

    /// Sixty contributors in each of the first six kinds; nobody is in the last two.
    private static func window() throws -> (line: Line, window: GatheringWindow) {
        func metric(_ kind: Metric.Kind) throws -> Metric {
            try TestCatalog.metric(
                kind.label, kind, by: ["kind"], epsilon: "3", maxCells: 2, maxPerCell: 3, k: 2)
        }
        let line = try Line(
            [
                TestCatalog.event(
                    fields: [
                        ("kind", .enumeration(values: kinds, other: nil)),
                        ("size", .number(.init(min: 0, max: 10, granularity: 0.5), unit: "MB", buckets: [])),
                    ],
                    sources: [
                        TestCatalog.source(.log, fields: ["kind": [.attribute("kind")], "size": [.attribute("size")]])
                    ])
            ],
            [
                metric(.count), metric(.sum(field: "size")), metric(.mean(field: "size")),
                metric(.histogram(field: "size", edges: [2, 5])), metric(.contributors),
            ])
        let logs = kinds.prefix(6).flatMap { kind in
            (0..<contributors).map { number in
                OTLP.Log(attributes: [
                    ("kind", .string(kind)), ("size", 3), ("installation", .string("\(kind)-\(number)")),
                ])
            }
        }
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        let batch = try line.add(OTLP.logs(logs), .logs, to: &windows)
        #expect(batch.counts.met.isEmpty)
        let taken = windows.take(WindowID(length: .minute, start: Line.start))
        return (line, try #require(taken))
    }

    private static func expectLaw(_ samples: [Int64], _ law: DeclaredLaw, atLeast lowest: Int64? = nil, _ name: String)
    {
        #expect(law.deviation(samples, atLeast: lowest) < 6, "\(name)")
    }

    /// Of a price of 3 a third is for the contributors and two thirds for the value, which a mean halves again; a
    /// contributor touches 2 cells with 3 records each, and a size has 20 quanta, 10 on each side of the middle.
    @Test(
        "released minus exact follows the discrete Laplace law of the declared bounds, tails and empty cells included")
    func law() throws {
        let (line, window) = try Self.window()
        var random = SecureRandom()
        var noise: [String: [Int64]] = [:]
        var empty: [String: [Int64]] = [:]
        var emptyContributors: [String: [Int64]] = [:]
        for _ in 0..<Self.closings {
            for release in Closing.releases(of: window, plan: line.plan, now: Line.start + 75, using: &random) {
                for cell in release.cells {
                    #expect(cell.contributors >= (release.metric == "contributors" ? 3 : 7))
                    let isEmpty = cell.labels == ["kind6"] || cell.labels == ["kind7"]
                    let exact: [Int64] =
                        isEmpty
                        ? [0, 0, 0]
                        : release.metric == "histogram"
                            ? [0, 60, 0]
                            : release.metric == "sum" ? [360] : release.metric == "mean" ? [-240, 60] : [60]
                    for (index, figure) in cell.figures.enumerated() {
                        let name = release.metric + (release.metric == "mean" ? "\(index)" : "")
                        if isEmpty { empty[name, default: []].append(figure) }
                        noise[name, default: []].append(figure - exact[index])
                    }
                    if isEmpty {
                        emptyContributors[release.metric, default: []].append(cell.contributors)
                    } else {
                        noise[release.metric + ".contributors", default: []].append(cell.contributors - 60)
                    }
                }
            }
        }
        let laws: [(String, DeclaredLaw)] = [
            ("count", DeclaredLaw(epsilon: 2, l1: 6)), ("sum", DeclaredLaw(epsilon: 2, l1: 120)),
            ("mean0", DeclaredLaw(epsilon: 1, l1: 60)), ("mean1", DeclaredLaw(epsilon: 1, l1: 6)),
            ("histogram", DeclaredLaw(epsilon: 2, l1: 6)),
        ]
        for (name, law) in laws {
            Self.expectLaw(try #require(noise[name]), law, name)
            Self.expectLaw(try #require(empty[name]), law, "the empty cells of \(name)")
        }
        let figures = DeclaredLaw(epsilon: 1, l1: 2)
        // The threshold is one more than the half-width of the 95 % interval, 6 and 2, which is above a k of 2.
        for (metric, law, threshold) in [
            ("count", figures, Int64(7)), ("sum", figures, 7), ("mean", figures, 7), ("histogram", figures, 7),
            ("contributors", DeclaredLaw(epsilon: 3, l1: 2), 3),
        ] {
            // Sixty contributors with this noise are hidden less than once in 10¹² closings.
            Self.expectLaw(try #require(noise[metric + ".contributors"]), law, "contributors of \(metric)")
            // Empty cells are seen from the threshold on; how often, and how large, is the law's tail.
            let seen = emptyContributors[metric] ?? []
            let rate = law.probability(ofAtLeast: threshold)
            let cells = Double(2 * Self.closings)
            #expect(abs(Double(seen.count) - rate * cells) < 6 * (cells * rate * (1 - rate)).squareRoot())
            Self.expectLaw(seen, law, atLeast: threshold, "empty cells of \(metric)")
        }
    }

    @Test("each figure has noise of its own: two cells, two figures, two closings are not alike") func independent()
        throws
    {
        let (line, window) = try Self.window()
        var random = SecureRandom()
        var equal = [0, 0, 0]
        let rounds = 300
        var before: Int64 = 0
        for _ in 0..<rounds {
            let releases = Closing.releases(of: window, plan: line.plan, now: 0, using: &random)
            let sum = releases.first { $0.metric == "sum" }!.cells
            if sum[0].figures[0] == sum[1].figures[0] { equal[0] += 1 }
            if sum[0].figures[0] == before { equal[1] += 1 }
            before = sum[0].figures[0]
            let mean = releases.first { $0.metric == "mean" }!.cells[0]
            if mean.figures[0] + 240 == mean.figures[1] - 60 { equal[2] += 1 }
        }
        // Two samples of a scale of 60 are equal once in 240 times; thirty times in 300 is less than once in 10²⁰ runs. The
        // mean's two, of scales 60 and 6, once in 120 or less: the bound holds there too.
        for count in equal { #expect(count < 30) }
    }

    @Test("every declared cell is considered, those that nobody is in too") func declared() throws {
        let (line, window) = try Self.window()
        var random = SecureRandom()
        var seen = Set<[String]>()
        // An empty cell is seen with a probability above 0.018, so that none in 3,000 is less likely than 10⁻²³.
        for _ in 0..<3000 {
            let releases = Closing.releases(of: window, plan: line.plan, now: 0, using: &random)
            #expect(releases.map(\.metric) == ["count", "sum", "mean", "histogram", "contributors"])
            seen.formUnion(releases[0].cells.map(\.labels))
        }
        #expect(seen == Set(Self.kinds.map { [$0] }))
    }

    @Test("a window that nobody was in is released like any other") func empty() throws {
        let (line, _) = try Self.window()
        var windows = Windows(plan: line.plan, limits: WindowLimits(observedFrom: Line.start + 20), closedUntil: [:])
        windows.openCurrent(now: Line.start + 20)
        let taken = windows.take(WindowID(length: .minute, start: Line.start))
        let window = try #require(taken)
        var random = SecureRandom()
        let releases = Closing.releases(of: window, plan: line.plan, now: Line.start + 75, using: &random)
        #expect(releases.count == 5)
        for release in releases {
            #expect(release.window == WindowID(length: .minute, start: Line.start))
            #expect(release.observedFrom == Line.start + 20)
            #expect(release.releasedAt == Line.start + 75)
            #expect(release.expiresAt == Line.start + 75 + 365 * 86400)
            #expect(release.unit == .contributorOrRecord)
        }
    }

    @Test("open cells show from their threshold on, and a cell of one contributor no more often than delta says")
    func open() throws {
        let line = try Line(
            [
                TestCatalog.event(
                    fields: [("route", .code(maxLength: 20))],
                    sources: [TestCatalog.source(.log, fields: ["route": [.attribute("route")]])])
            ], [TestCatalog.metric("m", by: ["route"], delta: "0.05", maxCells: 1, maxPerCell: 1, k: 2)])
        var logs: [OTLP.Log] = []
        for cell in 0..<40 {
            for number in 0..<(cell < 20 ? 1 : 60) {
                logs.append(
                    OTLP.Log(attributes: [("route", .string("r\(cell)")), ("account", .string("\(cell)-\(number)"))]))
            }
        }
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        _ = try line.add(OTLP.logs(logs), .logs, to: &windows)
        let taken = windows.take(WindowID(length: .minute, start: Line.start))
        let window = try #require(taken)
        let threshold = line.plan.metrics[0].protection.threshold
        var random = SecureRandom()
        var singles = 0
        let rounds = 2000
        for _ in 0..<rounds {
            let cells = Closing.releases(of: window, plan: line.plan, now: 0, using: &random)[0].cells
            #expect(cells.allSatisfy { $0.contributors >= threshold })
            #expect(zip(cells, cells.dropFirst()).allSatisfy { $0.labels[0] < $1.labels[0] })
            singles += cells.count { Int($0.labels[0].dropFirst())! < 20 }
        }
        let rate = DeclaredLaw(epsilon: 1.0 / 3, l1: 1).probability(ofAtLeast: threshold - 1)
        #expect(rate <= 0.05)
        let cells = Double(20 * rounds)
        #expect(abs(Double(singles) - rate * cells) < 6 * (cells * rate * (1 - rate)).squareRoot())
    }

    @Test("the noise that a release's terms name is the noise that the catalog promised", arguments: [false, true])
    func terms(firstLook: Bool) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("catalog.yaml"), encoding: .utf8)
        var catalog = try Catalog.load(yaml: text, file: "catalog.yaml", today: CalendarDate("2026-11-21")!)
        if firstLook { catalog = try catalog.firstLook() }
        let plan = try Plan(catalog: catalog)
        #expect(plan.metrics.count == catalog.metrics.count)
        for (metric, planned) in zip(catalog.metrics, plan.metrics) {
            let promised = try metric.protection(in: try #require(catalog.event(named: metric.event)))
            // A release is read back from its terms alone.
            let read = try planned.terms.protection()
            for protection in [planned.protection, read] {
                #expect(protection == promised)
                #expect(protection.noise?.price.epsilon == metric.guarantee.epsilon)
            }
            #expect(try planned.terms.bounds() == planned.bounds)
        }
    }
}
