import TacitCatalog
import TacitPrivacy
import Testing

@Suite("A budget is divided without remainder, and a catalog can't spend more than its parts")
struct BudgetTests {
    private func lint(budget: String, metric: String = "epsilon: 0.5", accounting: String = "") -> CatalogLint {
        Catalog.lint(
            yaml: """
                catalog: 1
                name: test
                contributor: [user.id]
                budget: \(budget)
                events:
                  used:
                    description: Used.
                    purpose: To know.
                    consent: {category: analytics, level: basic}
                    class: 2
                    owner: team
                    expires: 2999-12-31
                    sources: [{log: {event: used}}]
                metrics:
                  uses: {description: Uses., event: used, type: count, window: day, max_cells: 1, max_per_cell: 1, k: 5, \(metric)}
                """, file: "c.yaml", today: CalendarDate("2026-01-01")!)
    }

    @Test("categories, partners and the way of adding up are read") func read() throws {
        let lint = lint(
            budget: "{epsilon: 1, delta: 1e-7, categories: {analytics: 0.6, essential: 0.4}, partners: {north: 0.2}, "
                + "accounting: concentrated}", metric: "epsilon: 0.1")
        let budget = try #require(lint.catalog?.budget, "\(lint.faults)")
        #expect(budget.categories.map(\.name) == ["analytics", "essential"])
        #expect(budget.partners.map(\.epsilon.millionths) == [200_000])
        #expect(budget.accounting == .concentrated)
        #expect(lint.catalog?.metrics.first?.mode == .onClose)
    }

    @Test("a metric may be answered on request, for a stated time") func onQuery() throws {
        let lint = lint(budget: "{epsilon: 1}", metric: "epsilon: 0.5, release: on-query, keep_days: 30")
        #expect(try #require(lint.catalog, "\(lint.faults)").metrics.map(\.mode) == [.onQuery(keepDays: 30)])
    }

    @Test(
        "what can't be is refused at its place, with the arithmetic",
        arguments: [
            ("{epsilon: 1, categories: {a: 0.6, b: 0.6}}", "", CatalogRule.budgetExceeded, "a 0.6 + b 0.6 = 1.2"),
            (
                "{epsilon: 1, categories: {analytics: 0.4}}", "", .budgetExceeded,
                "uses 0.5 = 0.5, above the budget of 0.4"
            ),
            ("{epsilon: 1, accounting: concentrated}", "", .deltaMissing, "rho"),
            ("{epsilon: 0.5, delta: 1e-7, accounting: concentrated}", "", .budgetExceeded, "a rho of"),
            ("{epsilon: 1, accounting: both}", "", .unknownValue, ""),
            ("{epsilon: 1, categories: {analytics: -1}}", "", .epsilonInvalid, ""),
            ("{epsilon: 1, partners: [north]}", "", .wrongType, ""),
            ("{epsilon: 1}", "epsilon: 0.5, release: later", .unknownValue, ""),
            ("{epsilon: 1}", "epsilon: 0.5, release: on-query", .missingKey, "keep_days"),
            ("{epsilon: 1}", "epsilon: 0.5, release: on-query, keep_days: 0", .numberRange, ""),
            ("{epsilon: 1}", "epsilon: 0.5, keep_days: 3", .unknownKey, "destroyed"),
        ]) func refused(budget: String, metric: String, rule: CatalogRule, words: String)
    {
        let lint = lint(budget: budget, metric: metric.isEmpty ? "epsilon: 0.5" : metric)
        #expect(lint.catalog == nil)
        let fault = lint.faults.first { $0.rule == rule }
        #expect(fault != nil, "\(lint.faults)")
        #expect(fault.map { $0.line > 1 && !$0.remedy.isEmpty } == true)
        #expect(
            words.isEmpty || lint.faults.contains { $0.message.contains(words) || $0.path.contains(words) },
            "\(lint.faults)")
    }
}
