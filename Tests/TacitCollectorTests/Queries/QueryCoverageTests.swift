import TacitCatalog
import TacitPrivacy
import TacitStores
import Testing

@testable import TacitCollector

@Suite("An answer names the windows that it lacks, and why")
struct QueryCoverageTests {
    private static let cells: [ExactWindow.Cell] = [.test("search", contributors: 100, 200)]
    private let day = KeptFigures.day
    private let first = KeptFigures.firstDay

    @Test("expired, never observed, seen in part, under other terms, not closed yet") func gaps() async throws {
        var kept = try KeptFigures(days: 50)
        // Forty days are kept: the first ten are over.
        for day in 8..<50 where !(20...22).contains(day) && day != 30 {
            try await kept.keep("uses", day: day, seenFrom: day == 25 ? 3600 : 0, Self.cells)
        }
        try await kept.keep("uses", day: 30, catalog: KeptFigures.catalog(maxPerCell: 4), Self.cells)
        let report = try await kept.queries.answer(
            "count of feature.used from 2027-01-20 to 2027-03-10", epsilon: Epsilon("0.1"))
        let coverage = report.coverage
        #expect(coverage.asked == 50 && coverage.window == "day")
        func missing(_ days: ClosedRange<Int64>, _ reason: String) -> QueryReport.Coverage.Missing {
            .init(
                from: first + days.lowerBound * day, to: first + (days.upperBound + 1) * day,
                windows: Int64(days.count), reason: reason)
        }
        #expect(
            coverage.missing == [
                missing(4...9, "expired"), missing(20...22, "unobserved"), missing(30...30, "other-terms"),
                missing(50...53, "open"),
            ])
        #expect(coverage.used == 36 && coverage.used + coverage.missing.reduce(0) { $0 + $1.windows } == coverage.asked)
        #expect(coverage.partial == [.init(start: first + 25 * day, observedFrom: first + 25 * day + 3600)])
        #expect(Set(try await kept.store.ledger(of: .day, from: 0).map(\.charge.window.start)).count == 36)
        let text = QueryText(report).text
        for line in [
            "2027-01-20 to 2027-03-10: 36 of 50 days", "2027-01-20 to 2027-01-25: no longer kept",
            "2027-02-05 to 2027-02-07: nothing was kept then",
            "2027-02-15: kept under another catalog's bounds or labels", "2027-03-07 to 2027-03-10: not closed yet",
            "2027-02-10 was seen in part, from 2027-02-10 01:00",
        ] {
            #expect(text.contains(line), "\(text)")
        }
        // Only those of the old terms are added up when the catalog is the old one again.
        kept.catalog = try KeptFigures.catalog(maxPerCell: 4)
        let old = try await kept.queries.price("count of feature.used last 30 days", epsilon: Epsilon("0.1"))
        #expect(old.coverage.used == 1)
    }

    @Test("what has expired but was not purged yet is not opened any more") func expired() async throws {
        var kept = try KeptFigures(days: 1)
        try await kept.keep("uses", Self.cells)
        kept.now = first + day + 3600 + 40 * day
        let fault = await #expect(throws: QueryFault.self) {
            _ = try await kept.queries.answer("count of feature.used on 2027-01-16", epsilon: Epsilon("0.1"))
        }
        #expect(fault?.code == .nothingKept && fault?.remedy.contains("2027-01-16: no longer kept") == true)
    }

    @Test("contributors of several days are contributor-days, and said to be") func contributorDays() async throws {
        let kept = try KeptFigures(days: 3)
        try await kept.keepEveryDay("users", [.test("search", contributors: 1000)])
        let one = try await kept.queries.answer(
            "contributors of feature.used by feature last day", epsilon: Epsilon("0.5"))
        #expect(one.figures.unit == "contributors")
        let three = try await kept.queries.answer(
            "contributors of feature.used by feature last 3 days", epsilon: Epsilon("0.5"))
        #expect(three.figures.unit == "contributor-days")
        #expect(three.figures.guarantee.threshold >= 15, "k is of people, and one person is counted on each day")
        #expect(QueryText(three).text.contains("contributor-days"))
    }
}
