import TacitCatalog
import TacitPrivacy
import TacitStores
import Testing

@testable import TacitCollector

@Suite("What is added up is what was asked for, and one contributor moves it no further than its bounds")
struct ExactSumTests {
    private let catalog: Catalog

    init() throws { catalog = try KeptFigures.catalog() }

    private func plan(_ text: String) throws -> QueryPlan {
        let end = KeptFigures.firstDay + 30 * KeptFigures.day
        return try QueryMatcher(
            catalog: catalog, question: Question(text), now: end + 43_200, closedUntil: [.day: end, .hour: end]
        ).plan()
    }

    private func windows(_ plan: QueryPlan, _ days: [[ExactWindow.Cell]]) -> [ExactWindow] {
        days.enumerated().map { number, cells in
            let start = plan.asked.lowerBound + Int64(number) * KeptFigures.day
            return ExactWindow(
                window: WindowID(length: .day, start: start), observedFrom: start, unit: .contributor,
                terms: plan.terms, cells: cells)
        }
    }

    /// What is shown when the noise of every cell is the same each time: differences are those of the exact sums.
    private func shown(_ plan: QueryPlan, _ days: [[ExactWindow.Cell]], epsilon: String = "1") throws -> [ReleasedCell]
    {
        let terms = try plan.answerTerms(epsilon: Epsilon(epsilon), windows: days.count)
        var sum = try ExactSum(plan, terms: terms)
        defer { sum.destroy() }
        for window in windows(plan, days) { sum.add(window) }
        var random = SeededRandom.insecureForTesting(seed: 7)
        return sum.draw(using: &random)
    }

    /// With so large an epsilon the noise of a count of one cell and record is other than 0 once in 10¹² cells.
    private func exact(_ text: String, _ days: [[ExactWindow.Cell]]) throws -> [ReleasedCell] {
        var catalog = catalog
        for index in catalog.metrics.indices {
            catalog.metrics[index].guarantee.maxCells = 1
            catalog.metrics[index].guarantee.maxPerCell = 1
            catalog.metrics[index].guarantee.k = 2
        }
        let end = KeptFigures.firstDay + 30 * KeptFigures.day
        let plan = try QueryMatcher(
            catalog: catalog, question: Question(text), now: end + 43_200, closedUntil: [.day: end, .hour: end]
        ).plan()
        return try shown(plan, days, epsilon: "90")
    }

    private static let days: [[ExactWindow.Cell]] = [
        [
            .test("search", "free", "1.1", contributors: 100, 110),
            .test("search", "paid plan", "1.1", contributors: 20, 25),
            .test("export", "free", "1.2", contributors: 40, 44), .test("other", "free", "1.1", contributors: 3, 3),
        ],
        [
            .test("search", "free", "1.2", contributors: 200, 220),
            .test("share", "paid plan", "1.1", contributors: 60, 66),
            .test("export", "paid plan", "1.1", contributors: 30, 33),
        ],
    ]

    @Test("dimensions that are not asked for are added up, labels that are not let through are left out") func sums()
        throws
    {
        func cell(_ labels: String..., contributors: Int64, _ figure: Int64) -> ReleasedCell {
            ReleasedCell(labels: labels, contributors: contributors, figures: [figure])
        }
        #expect(
            try exact("count of feature.used by version last 2 days", Self.days) == [
                cell("1.1", contributors: 213, 237), cell("1.2", contributors: 240, 264),
            ])
        #expect(
            try exact("count of feature.used by version, plan last 2 days", Self.days) == [
                cell("free", "1.1", contributors: 103, 113), cell("free", "1.2", contributors: 240, 264),
                cell("paid plan", "1.1", contributors: 110, 124),
            ])
        #expect(
            try exact("count of feature.used by plan, feature where version = 1.1 or 9.9 last 2 days", Self.days)
                == [
                    cell("search", "free", contributors: 100, 110), cell("search", "paid plan", contributors: 20, 25),
                    cell("export", "paid plan", contributors: 30, 33), cell("share", "paid plan", contributors: 60, 66),
                ].sorted { order($0.labels) < order($1.labels) })
        #expect(
            try exact(
                "count of feature.used by version where version = 1.2 or 1.1 and feature = search last 2 days",
                Self.days)
                == [cell("1.1", contributors: 120, 135), cell("1.2", contributors: 200, 220)])
        #expect(
            try exact("count of feature.used where plan = free and version = 1.1 last 2 days", Self.days) == [
                cell(contributors: 103, 113)
            ])
    }

    /// The first dimension counts fastest.
    private func order(_ labels: [String]) -> Int {
        ["search", "export", "share", "other"].firstIndex(of: labels[0])! + 4 * (labels[1] == "free" ? 0 : 1)
    }

    @Test("a mean, a histogram and contributors keep all their figures") func kinds() throws {
        #expect(
            try exact(
                "histogram of time in feature.used where feature = search last 2 days",
                [[.test("search", contributors: 50, 1, 2, 3)], [.test("search", contributors: 50, 10, 20, 30)]])
                == [ReleasedCell(labels: [], contributors: 100, figures: [11, 22, 33])])
        #expect(
            try exact(
                "contributors of feature.used last 2 days",
                [[.test("search", contributors: 50)], [.test("export", contributors: 70)]])
                == [ReleasedCell(labels: [], contributors: 120, figures: [])])
        let mean = try shown(
            plan("mean of time in feature.used by feature last 2 days"),
            [
                [.test("search", contributors: 5000, -7_000_000, 60_000)],
                [.test("search", contributors: 5000, 5_000_000, 60_000)],
            ])
        #expect(mean.first?.figures.count == 2)
    }

    @Test(
        "neighbours: somebody who is added to one window moves contributors and figures by the bounds at most",
        arguments: [
            "count of feature.used last 5 days", "count of feature.used by feature last 5 days",
            "count of feature.used by plan last 5 days", "count of feature.used where version = 1.1 last 5 days",
            "count of feature.used by plan where feature = search or export last 5 days",
            "count of feature.used by plan where version = 1.1 or 1.2 last 5 days",
        ])
    func neighbours(text: String) throws {
        let plan = try plan(text)
        var random = SeededRandom.insecureForTesting(seed: 11)
        let sizes = plan.terms.dimensions.map { $0.domain ?? ["1.1", "1.2", "1.3"] }
        func labels() -> [String] { sizes.map { $0.randomElement(using: &random)! } }
        for _ in 0..<30 {
            var days: [[ExactWindow.Cell]] = (0..<5).map { _ in
                Dictionary((0..<6).map { _ in (labels(), Int64.random(in: 2000...9000, using: &random)) }) { $1 }.map {
                    ExactWindow.Cell(labels: $0.key, contributors: $0.value, figures: [2 * $0.value])
                }
            }
            // Every cell of the answer is far above its threshold, so that it is shown in both.
            for first in sizes.reduce([[]], { cells, labels in cells.flatMap { cell in labels.map { cell + [$0] } } }) {
                days[0].append(ExactWindow.Cell(labels: first, contributors: 100_000, figures: [100_000]))
            }
            let before = try shown(plan, days)
            let day = Int.random(in: 0..<5, using: &random)
            for _ in 0..<plan.terms.maxCells {
                let records = Int64.random(in: 1...Int64(plan.terms.maxPerCell), using: &random)
                days[day].append(ExactWindow.Cell(labels: labels(), contributors: 1, figures: [records]))
            }
            let after = try shown(plan, days)
            #expect(before.map(\.labels) == after.map(\.labels))
            let moved = zip(before, after).map { ($1.contributors - $0.contributors, $1.figures[0] - $0.figures[0]) }
            #expect(moved.allSatisfy { $0.0 >= 0 && $0.1 >= 0 })
            #expect(moved.reduce(0) { $0 + $1.0 } <= Int64(plan.terms.maxCells))
            #expect(moved.reduce(0) { $0 + $1.1 } <= Int64(plan.terms.maxCells * plan.terms.maxPerCell))
        }
    }

    /// A cell of one contributor, who may be in two of the cells that are added up to it, is shown with the probability that
    /// delta allows, as if it had been counted once.
    @Test("an open cell of a single contributor is shown no more often than delta allows") func openCells() throws {
        for text in [
            "count of feature.used by version last day", "count of feature.used by version, plan, feature last day",
        ] {
            let plan = try plan(text)
            let terms = try plan.answerTerms(epsilon: Epsilon("0.5"), windows: 1)
            let noise = try #require(try terms.protection().noise)
            let each = noise.contributors.probability(ofAtLeast: noise.threshold.value - Int64(plan.overlap))
            // It has maxCells cells, or fewer in which it is counted more often.
            let cells = plan.overlap == 1 ? plan.terms.maxCells : plan.terms.maxCells - plan.overlap + 1
            #expect(each * Double(cells) <= Double(terms.deltaUnits) / 1e15)
        }
    }

    /// 4,000 intervals: a coverage of 95 % is measured below 93.2 % or one of at most 95.7 % above 97.4 % with a
    /// probability under 10⁻⁶. The source is seeded, so it is measured once and for all.
    @Test("the 95 % interval of a sum over windows holds the truth as often as it says")
    func coverage() throws {
        let plan = try plan("count of feature.used by feature last 5 days")
        let terms = try plan.answerTerms(epsilon: Epsilon("0.3"), windows: 5)
        let cells = ["search", "export", "share", "other"].map {
            ExactWindow.Cell(labels: [$0], contributors: 4000, figures: [5000])
        }
        let release = { (cells: [ReleasedCell]) in
            Release(
                metric: "uses", window: WindowID(length: .day, start: 0), observedFrom: 0, releasedAt: 0, expiresAt: 0,
                unit: .contributor, terms: terms, cells: cells)
        }
        let reading = try ReleaseReading(terms)
        var random = SeededRandom.insecureForTesting(seed: 3)
        var (held, all) = (0, 0)
        for _ in 0..<1000 {
            var sum = try ExactSum(plan, terms: terms)
            defer { sum.destroy() }
            for window in windows(plan, Array(repeating: cells, count: 5)) { sum.add(window) }
            for cell in reading.window(release(sum.draw(using: &random))).cells {
                guard let value = cell.value else { continue }
                all += 1
                if value.lower <= 25_000, 25_000 <= value.upper { held += 1 }
            }
        }
        #expect(all == 4000)
        #expect((0.932...0.974).contains(Double(held) / Double(all)), "\(held) of \(all)")
    }
}
