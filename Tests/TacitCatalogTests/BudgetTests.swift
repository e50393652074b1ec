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

    @Test("a metric may run on, for a stated number of windows, at its epsilon and delta") func running() throws {
        let lint = lint(
            budget: "{epsilon: 1, delta: 1e-7}", metric: "epsilon: 0.5, delta: 1e-8, release: running, horizon: 365")
        let catalog = try #require(lint.catalog, "\(lint.faults)")
        let metric = try #require(catalog.metrics.first)
        #expect(lint.warnings.isEmpty)
        #expect(metric.mode == .running(horizon: 365))
        let price = try #require(try metric.price())
        #expect(price.spend == metric.guarantee.spend && price.delta.description == "0.00000001")
        #expect(price.rho == Rho.most(epsilon: price.epsilon, delta: price.delta))
        #expect(price.rho.epsilon(delta: price.delta) <= 0.5)
        let entry = try #require(catalog.dictionary().metrics.first)
        #expect(entry.figure == "running count of used" && entry.price.contains("rho \(price.rho)"))
        #expect(entry.guarantee.contains("begin anew after 365 windows"))
    }

    @Test("cells and windows that are kept together have a limit, shown with the arithmetic") func runningTable() throws
    {
        let labels = (0..<200).map { "v\($0)" }.joined(separator: ", ")
        let yaml = Samples.valid.replacing("values: [article, index]", with: "values: [\(labels)]")
            .replacing(
                "type: mean, of: time, by: [size]", with: "type: count, by: [kind], release: running, horizon: 8760")
        let fault = try #require(Samples.lint(yaml).faults.first)
        #expect(fault.rule == .tooManyCells)
        #expect(fault.message.hasPrefix("201 cells × 8760 windows = 1760760"))
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
