import TacitCatalog
import Testing

@Suite("The catalog's documentation")
struct DocumentTests {
    static func blocks() throws -> [String] {
        try Files.text("docs/catalog.md").components(between: "```yaml\n", and: "```")
    }

    @Test("shows only YAML that loads without a fault")
    func blocksLoad() throws {
        let blocks = try Self.blocks()
        #expect(blocks.count >= 5)
        for block in blocks {
            let lint = Catalog.lint(yaml: Self.completed(block), file: "docs/catalog.md", today: Samples.today)
            #expect(lint.faults.map(\.description) == [], "\(block)")
        }
    }

    @Test("shows a whole catalog, and metrics, that don't even deserve a warning")
    func noWarnings() throws {
        for block in try Self.blocks() where block.contains("metrics:") {
            let lint = Catalog.lint(yaml: Self.completed(block), file: "docs/catalog.md", today: Samples.today)
            #expect(lint.warnings.map(\.description) == [])
        }
    }

    @Test("shows budgets, in its own document, that load without a fault")
    func budgets() throws {
        let blocks = try Files.text("docs/budget.md").components(between: "```yaml\n", and: "```")
        #expect(!blocks.isEmpty && blocks.allSatisfy { $0.hasPrefix("budget:") })
        for block in blocks {
            let lint = Catalog.lint(
                yaml: Self.catalog(budget: block, events: Self.events), file: "docs/budget.md", today: Samples.today)
            #expect(lint.faults.map(\.description) == [], "\(block)")
        }
    }

    @Test("explains every rule, and says which only warn")
    func rules() throws {
        let text = try Files.text("docs/catalog.md")
        let table = text.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("-") }
        for rule in CatalogRule.allCases {
            let rows = table.filter { $0.hasPrefix("| `\(rule.rawValue)` |") }
            #expect(rows.count == 1, "\(rule.rawValue)")
            #expect(rows.allSatisfy { $0.contains("*warning:*") == rule.isWarning }, "\(rule.rawValue)")
        }
    }

    @Test("explains every reading, signal and window")
    func words() throws {
        let text = try Files.text("docs/catalog.md")
        for reading in Source.Reading.intrinsics.keys { #expect(text.contains("`\(reading)`")) }
        for signal in Source.Signal.allCases { #expect(text.contains("| `\(signal.rawValue)` |")) }
        for window in WindowLength.allCases { #expect(text.contains("`\(window.rawValue)`")) }
    }

    /// An excerpt with the top-level keys that it leaves out, and a metric for each event that has none.
    private static func completed(_ block: String) -> String {
        if block.contains("catalog: 1") { return block }
        var yaml = catalog(budget: "budget: {epsilon: 8, delta: 1e-7}\n", events: block)
        if !block.contains("\nmetrics:") {
            yaml += "metrics:\n"
            let events = block.split(separator: "\n").drop { $0 != "events:" }
            for line in events where line.hasPrefix("  ") && !line.hasPrefix("   ") {
                let name = line.dropFirst(2).dropLast()
                yaml += "  \(name): {description: Excerpt, event: \(name), type: count}\n"
            }
        }
        return yaml
    }

    private static func catalog(budget: String, events: String) -> String {
        """
        catalog: 1
        name: excerpt
        contributor: [enduser.id]
        \(budget)defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 2, max_per_cell: 10, k: 5}
        \(events)
        """
    }

    /// One of each category that the document names, with a metric that each part has room for.
    private static var events: String {
        let categories = ["failure_patterns", "team_optimization", "workflow_patterns"]
        let events = categories.map {
            "  \($0).seen: {description: Seen, purpose: See, consent: {category: \($0), level: basic}, class: 2, "
                + "owner: us, expires: 2027-01-01, contributor: []}\n"
        }
        let metrics = categories.map {
            "  \($0).count: {description: Count, event: \($0).seen, type: count, epsilon: 0.1}\n"
        }
        return "events:\n" + events.joined() + "metrics:\n" + metrics.joined()
    }
}

extension String {
    fileprivate func components(between opening: String, and closing: String) -> [String] {
        split(separator: opening).dropFirst().compactMap { $0.split(separator: closing).first.map(String.init) }
    }
}
