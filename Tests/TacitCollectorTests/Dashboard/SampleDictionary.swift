import TacitCatalog
import Testing

/// The dictionary of a small catalog.
enum SampleDictionary {
    static var dictionary: DataDictionary {
        get throws {
            let today = try #require(CalendarDate(year: 2026, month: 3, day: 15))
            return try Catalog.load(yaml: yaml, file: "catalog.yaml", today: today).dictionary()
        }
    }

    private static let yaml = """
        catalog: 1
        name: http-services
        contributor: [app.installation.id]
        budget: {epsilon: 4, delta: 1e-6}
        defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 2, max_per_cell: 10, k: 5}
        events:
          http.request:
            description: A service answered an HTTP request, <b>with</b> "quotes".
            purpose: See what is used and how often it fails.
            consent: {category: essential, level: basic}
            class: 2
            owner: platform team
            expires: 2028-12-31
            fields:
              method: {type: enum, values: [GET, POST], other: other, description: The request's method.}
              duration: {type: duration, min: 0, max: 10000, description: From the request to the answer.}
            sources:
              - span: {kind: server}
                fields: {method: http.request.method, duration: $duration}
        metrics:
          http.requests:
            description: Requests by method
            event: http.request
            type: count
            by: [method]
          http.latency:
            description: How long requests take
            event: http.request
            type: histogram
            of: duration
            edges: [5, 10, 100, 1000]
        """
}
