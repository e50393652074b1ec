import TacitCatalog

/// A small catalog without a fault, and ways to put one in.
enum Samples {
    static let today = CalendarDate("2026-11-21")!

    static let valid = """
        catalog: 1
        name: sample
        contributor: [enduser.id]
        budget: {epsilon: 4, delta: 1e-7}
        defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 2, max_per_cell: 10, k: 5}
        events:
          page.view:
            description: A page was shown.
            purpose: Know which pages matter.
            consent: {category: essential, level: basic}
            class: 2
            owner: web team
            expires: 2028-12-31
            fields:
              kind: {type: enum, values: [article, index], other: other}
              language: {type: code, max_length: 20}
              time: {type: duration, min: 0, max: 1000, granularity: 1}
              size: {type: number, min: 0, max: 100, granularity: 1, unit: KiBy, buckets: {small: 10, large: null}}
            sources:
              - span: {kind: server, name: "GET *", where: {page.kind: present}}
                fields: {kind: page.kind, language: page.language, time: $duration, size: page.size}
        metrics:
          views: {description: Pages shown, event: page.view, type: count, by: [kind, language]}
          time: {description: Time to show a page, event: page.view, type: mean, of: time, by: [size]}
        """

    /// The sample with one change. The line on which `◀` stands is where a fault is expected; the mark is taken out.
    static func changed(_ old: String, to new: String) -> (yaml: String, line: Int) {
        precondition(valid.contains(old), "the sample has no such text: \(old)")
        let marked = valid.replacing(old, with: new, maxReplacements: 1)
        let line = marked.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("◀") }
        return (marked.replacing("◀", with: ""), (line ?? 0) + 1)
    }

    static func lint(_ yaml: String) -> CatalogLint {
        Catalog.lint(yaml: yaml, file: "catalog.yaml", today: today)
    }
}
