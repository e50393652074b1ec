import TacitCatalog
import Testing

@Suite("The shipped catalog")
struct ShippedCatalogTests {
    static let today = CalendarDate("2026-11-21")!

    @Test("has neither fault nor warning")
    func lintsClean() throws {
        let lint = Catalog.lint(yaml: try Files.text("catalog.yaml"), file: "catalog.yaml", today: Self.today)
        #expect(lint.faults.map(\.description) == [])
        #expect(lint.warnings.map(\.description) == [])
        #expect(lint.catalog != nil)
    }

    @Test("needs as much traffic as the README says")
    func traffic() throws {
        let metrics = try Files.shippedCatalog().dictionary().metrics
        let readme = try Files.text("README.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for (isOpen, end) in [(false, "contributors on"), (true, "on.")] {
            let thresholds = metrics.filter { ($0.cells == nil) == isOpen }.map(\.threshold).sorted()
            let (least, most) = (try #require(thresholds.first), try #require(thresholds.last))
            #expect(readme.contains("from \(least) to \(most) \(end)"))
        }
    }

    @Test("can be looked at with windows of a minute")
    func firstLook() throws {
        let catalog = try Files.shippedCatalog()
        let first = try catalog.firstLook()
        #expect(first.metrics.allSatisfy { $0.guarantee.window == .minute })
        #expect(first.metrics.allSatisfy { $0.guarantee.maxCells == 1 && $0.guarantee.maxPerCell <= 2 })
        #expect(first.metrics.map(\.guarantee.epsilon) == catalog.metrics.map(\.guarantee.epsilon))
        #expect(first.events == catalog.events)
    }

    @Test("takes no server instance for a person")
    func contributors() throws {
        let catalog = try Files.shippedCatalog()
        for event in catalog.events where event.name != "installation.active" {
            #expect(!catalog.contributorAttributes(of: event).contains("service.instance.id"))
        }
    }

    @Test("reads the HTTP conventions from before and after they were stable, and never a raw path")
    func httpConventions() throws {
        let source = try #require(try Files.shippedCatalog().event(named: "http.request")?.sources.first)
        #expect(source.conditions == [.init(attributes: ["http.request.method", "http.method"], values: nil)])
        let readings = source.fields.flatMap(\.readings)
        #expect(readings.contains(.attribute("http.status_code")))
        #expect(readings.contains(.attribute("http.response.status_code")))
        for raw in ["http.target", "http.url", "url.path", "url.full", "url.query"] {
            #expect(!readings.contains(.attribute(raw)))
        }
    }
}
