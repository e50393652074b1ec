import GRDB
import TacitCatalog
import TacitPrivacy
import TacitStores
import Testing

@testable import TacitCollector

@Suite("What the budget does not cover is not answered, costs nothing, and is told with what would fit")
struct QueryRefusalTests {
    private static let text = "count of feature.used last 10 days"

    /// Ten days, of the third of which most is spent; few large answers cost more where rhos add up.
    private func spentOnThirdDay(_ accounting: Budget.Accounting = .pure) async throws -> KeptFigures {
        let kept = try KeptFigures(days: 10, accounting: accounting)
        try await kept.keepEveryDay("uses", [.test("search", contributors: 100, 200)])
        let epsilon = try Epsilon(accounting == .pure ? "0.9" : "0.4")
        _ = try await kept.queries.answer("count of feature.used on 2027-01-18", epsilon: epsilon)
        return kept
    }

    @Test("scope, rest, renewal and two ways out") func refusal() async throws {
        let kept = try await spentOnThirdDay()
        let before = try await kept.store.ledger(of: .day, from: 0)
        let refusal = await #expect(throws: QueryRefusal.self) {
            _ = try await kept.queries.answer(Self.text, epsilon: Epsilon("0.2"))
        }
        #expect(refusal?.scope == .metric("uses"))
        #expect(refusal?.left.epsilonMillionths == 100_000)
        #expect(refusal?.largestEpsilon == 0.1)
        #expect(refusal?.affordableFrom == KeptFigures.firstDay + 3 * KeptFigures.day)
        #expect(
            refusal?.description == """
                budget.exceeded: the metric uses has epsilon 0.1 of 1 left in the day 2027-01-18, and epsilon 0.2 was asked for. Nothing was spent.
                  What is spent of a day never comes back; the next one, 2027-01-26, has a budget of its own.
                  Ask with at most epsilon 0.1 for the same time, or from 2027-01-19 on.
                """)
        #expect(try await kept.store.ledger(of: .day, from: 0) == before)
        #expect(try await kept.store.answers().count == 1)
    }

    @Test("what is said to fit fits, to the unit", arguments: Budget.Accounting.allCases)
    func waysOut(accounting: Budget.Accounting) async throws {
        let kept = try await spentOnThirdDay(accounting)
        let asked = try Epsilon("0.2")
        let price = try await kept.queries.price(Self.text, epsilon: asked)
        #expect(price.state == .unaffordable)
        let refusal = try #require(price.refusal)
        #expect(refusal.affordableFrom == KeptFigures.firstDay + 3 * KeptFigures.day)
        let later = "count of feature.used from 2027-01-19 to 2027-01-25"
        #expect(try await kept.queries.price(later, epsilon: asked).state == .price)
        let fits = try Epsilon(try #require(refusal.largestEpsilon))
        let more = try Epsilon(millionths: fits.millionths + 1)
        #expect(try await kept.queries.price(Self.text, epsilon: more).state == .unaffordable)
        #expect(try await kept.queries.answer(Self.text, epsilon: fits).state == .answered)
    }

    @Test("a price that is not covered is shown as such, with what is left") func price() async throws {
        let kept = try await spentOnThirdDay()
        let report = try await kept.queries.price(Self.text, epsilon: Epsilon("0.2"))
        #expect(report.state == .unaffordable && report.cost.epsilonMillionths == 200_000)
        let metric = report.left.first { $0.scope == "metric" }
        #expect(metric?.left == 0.1 && metric?.window == KeptFigures.firstDay + 2 * KeptFigures.day)
    }

    @Test("time of which nothing is kept is an error, and costs nothing") func nothing() async throws {
        let kept = try KeptFigures(days: 10)
        try await kept.keep("uses", day: 3, [.test("search", contributors: 100, 200)])
        for time in ["on 2027-01-16", "from 2027-01-23 to 2027-01-25", "on 2027-02-20", "on 2020-01-01", "last 2 days"]
        {
            let fault = await #expect(throws: QueryFault.self) {
                _ = try await kept.queries.answer("count of feature.used \(time)", epsilon: Epsilon("0.2"))
            }
            #expect(fault?.code == .nothingKept, "\(time)")
        }
        #expect(try await kept.store.ledger(of: .day, from: 0).isEmpty)
    }

    @Test("an altered ledger answers nothing new, and names the officer's way") func altered() async throws {
        let kept = try await spentOnThirdDay()
        try await DatabaseQueue(path: kept.folder.database).write { db in
            try db.execute(
                sql: "DROP TRIGGER ledger_is_append_only_1; UPDATE ledger SET epsilon_millionths = 1 WHERE id = 1")
        }
        for isPrice in [true, false] {
            let error = await #expect(throws: StoreError.self) {
                _ =
                    isPrice
                    ? try await kept.queries.price(Self.text, epsilon: Epsilon("0.05"))
                    : try await kept.queries.answer(Self.text, epsilon: Epsilon("0.05"))
            }
            #expect(error?.code == .ledgerAltered)
            #expect(error?.description.contains("tacit budget accept 1 --reason") == true)
        }
        #expect(try await kept.store.answers().count == 1)
        let known = try await kept.queries.answer("count of feature.used on 2027-01-18", epsilon: Epsilon("0.9"))
        #expect(known.state == .repeated)
    }

    @Test("figures that were altered are not answered from, and nothing is charged") func alteredFigures() async throws
    {
        let kept = try KeptFigures(days: 3)
        try await kept.keepEveryDay("uses", [.test("search", contributors: 100, 200)])
        try await DatabaseQueue(path: kept.folder.database).write { db in
            try db.execute(
                sql: "UPDATE exact SET box = (SELECT box FROM exact ORDER BY start LIMIT 1) WHERE start = ?",
                arguments: [KeptFigures.firstDay + KeptFigures.day])
        }
        let error = await #expect(throws: StoreError.self) {
            _ = try await kept.queries.answer("count of feature.used last 3 days", epsilon: Epsilon("0.2"))
        }
        #expect(error?.code == .altered)
        #expect(try await kept.store.ledger(of: .day, from: 0).isEmpty)
        #expect(try await kept.store.answers().isEmpty)
    }
}
