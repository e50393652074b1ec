import TacitCatalog
import TacitPrivacy
import TacitStores
import Testing

@testable import TacitCollector

@Suite("The price that is shown is the price that is charged, to the unit, once")
struct QueryPriceTests {
    private static let cells: [ExactWindow.Cell] = [
        .test("search", contributors: 400, 900), .test("export", contributors: 100, 150),
        .test("share", contributors: 0, 0), .test("other", contributors: 3, 3),
    ]

    @Test(
        "for each kind of question",
        arguments: [
            ("count of feature.used by feature last 5 days", "uses", 1),
            ("count of feature.used where feature = search last 5 days", "uses", 1),
            ("sum of time in feature.used by feature last 5 days", "time.total", 1),
            ("mean of time in feature.used by feature last 5 days", "time.mean", 2),
            ("histogram of time in feature.used by feature last 5 days", "time.spread", 3),
            ("contributors of feature.used by feature last 5 days", "users", 0),
        ], Budget.Accounting.allCases)
    func equal(_ asked: (String, String, Int), accounting: Budget.Accounting) async throws {
        let (text, metric, figures) = asked
        let kept = try KeptFigures(days: 5, accounting: accounting)
        let cells = ["search", "export", "share", "other"].map {
            ExactWindow.Cell(labels: [$0], contributors: 100, figures: Array(repeating: 200, count: figures))
        }
        try await kept.keepEveryDay(metric, cells)
        let epsilon = try Epsilon("0.123457")
        let price = try await kept.queries.price(text, epsilon: epsilon)
        #expect(price.state == .price && price.answeredAt == nil && price.figures.windows.isEmpty)
        for day in 0..<5 { #expect(try await kept.spent(day: day) == .zero, "showing a price spends nothing") }
        let answer = try await kept.queries.answer(text, epsilon: epsilon)
        #expect(answer.state == .answered && answer.cost == price.cost && answer.expected == price.expected)
        #expect(answer.left == price.left, "what it leaves is what was said")
        for day in 0..<5 {
            let spent = try await kept.spent(day: day)
            #expect(spent.epsilonMillionths == price.cost.epsilonMillionths && spent.epsilonMillionths == 123_457)
            #expect(spent.deltaUnits == price.cost.deltaUnits && spent.deltaUnits == 0)
        }
        #expect(answer.figures.windows.first?.cells.count == (text.contains("where") ? 1 : 4))
    }

    @Test("open cells cost their part of the metric's delta") func open() async throws {
        let kept = try KeptFigures(days: 1)
        try await kept.keep("uses.fine", [.test("search", "free", "1.2", contributors: 900, 900)])
        let text = "count of feature.used by version last day"
        let price = try await kept.queries.price(text, epsilon: Epsilon("0.3"))
        #expect(price.cost.deltaUnits == 300_000_000)
        _ = try await kept.queries.answer(text, epsilon: Epsilon("0.3"))
        #expect(try await kept.spent() == PrivacySpend(epsilonMillionths: 300_000, deltaUnits: 300_000_000))
    }

    @Test("asked again, at that epsilon or a smaller one, the answer is the same and costs nothing") func cache()
        async throws
    {
        var kept = try KeptFigures(days: 5)
        try await kept.keepEveryDay("uses", Self.cells)
        let first = try await kept.queries.answer(
            "count of feature.used by feature last 3 days", epsilon: Epsilon("0.3"))
        for (text, epsilon) in [
            ("count of feature.used by feature last 72 hours", "0.3"),
            ("count of feature.used by feature from 2027-01-18 to 2027-01-20", "0.000001"),
        ] {
            let again = try await kept.queries.answer(text, epsilon: Epsilon(epsilon))
            #expect(again.state == .repeated && again.figures == first.figures && again.cost.windows == 0)
            let price = try await kept.queries.price(text, epsilon: Epsilon(epsilon))
            #expect(price == again)
        }
        #expect(try await kept.spent(day: 4).epsilonMillionths == 300_000)
        // A larger epsilon is another price, and from then on the better answer is given.
        let better = try await kept.queries.answer(first.question, epsilon: Epsilon("0.4"))
        #expect(better.state == .answered && better.cost.epsilonMillionths == 400_000)
        #expect(try await kept.spent(day: 4).epsilonMillionths == 700_000)
        let last = try await kept.queries.answer(first.question, epsilon: Epsilon("0.1"))
        #expect(last.figures == better.figures)
        // When the exact figures are long gone, the answer is still there.
        kept.now += 60 * KeptFigures.day
        _ = try await kept.store.purge(now: kept.now)
        let late = try await kept.queries.answer(first.question, epsilon: Epsilon("0.4"))
        #expect(late.state == .repeated && late.figures == better.figures && late.coverage.used == 3)
        #expect(late.coverage.missing.isEmpty)
    }

    @Test("an answer for a partner is the partner's, and counts against its part") func partner() async throws {
        let kept = try KeptFigures(days: 1)
        try await kept.keepEveryDay("uses", Self.cells)
        let text = "count of feature.used last day"
        let house = try await kept.queries.answer(text, epsilon: Epsilon("0.2"))
        let theirs = try await kept.queries.answer(text, epsilon: Epsilon("0.2"), partner: "north_clinic")
        #expect(theirs.state == .answered && theirs.partner == "north_clinic" && house.partner == nil)
        #expect(theirs.left.map(\.scope) == ["project", "category", "metric", "partner"])
        #expect(theirs.left.map(\.left) == [9.6, 9.6, 0.6, 0.3])
        let refusal = await #expect(throws: QueryRefusal.self) {
            _ = try await kept.queries.answer(
                "count of feature.used by feature last day", epsilon: Epsilon("0.4"), partner: "north_clinic")
        }
        #expect(refusal?.scope == .partner("north_clinic") && refusal?.largestEpsilon == 0.3)
        let fault = await #expect(throws: QueryFault.self) {
            _ = try await kept.queries.price(text, epsilon: Epsilon("0.1"), partner: "south")
        }
        #expect(fault?.code == .unknownPartner && fault?.remedy.contains("north_clinic") == true)
    }
}
