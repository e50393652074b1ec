import TacitCatalog
import TacitPrivacy
import Testing

@Suite("The example catalog for insights")
struct ExampleCatalogTests {
    static func lint() throws -> CatalogLint {
        Catalog.lint(yaml: try Files.text("Examples/insights.yaml"), file: "insights.yaml", today: Samples.today)
    }

    @Test("has no fault, and one warning: the metric that is exact")
    func lintsClean() throws {
        let lint = try Self.lint()
        #expect(lint.faults.map(\.description) == [])
        #expect(lint.warnings.map(\.rule) == [.noGuarantee])
        #expect(lint.warnings.first?.path == "metrics.review.tools.privacy")
    }

    @Test("uses every level, every insight and every kind of hierarchy")
    func usesAll() throws {
        let catalog = try #require(try Self.lint().catalog)
        #expect(Set(catalog.metrics.map(\.guarantee.level)) == Set(PrivacyLevel.allCases))
        let fields = catalog.events.flatMap(\.fields)
        #expect(Set(fields.compactMap(\.insight)) == Set(InsightField.allCases))
        #expect(Set(fields.compactMap { $0.hierarchy?.name }) == ["team_size", "velocity", "effort", "place"])
    }

    @Test("promises contributors something with every metric but the exact one")
    func promises() throws {
        let catalog = try #require(try Self.lint().catalog)
        for metric in catalog.dictionary().metrics {
            #expect(metric.guarantee.contains("contributor"))
            #expect((metric.epsilon == nil) == (metric.name == "review.tools"))
            #expect(metric.guarantee.hasPrefix("no formal guarantee") == (metric.epsilon == nil))
        }
        #expect(try catalog.firstLook().metrics.count == catalog.metrics.count)
    }
}

@Suite("The example catalog for apps")
struct AppCatalogTests {
    static func lint() throws -> CatalogLint {
        Catalog.lint(
            yaml: try Files.text("Examples/app-catalog.yaml"), file: "app-catalog.yaml", today: Samples.today,
            forSDK: true)
    }

    @Test("has neither fault nor warning, for the collector and for the SDK")
    func lintsClean() throws {
        let lint = try Self.lint()
        #expect(lint.faults.map(\.description) == [])
        #expect(lint.warnings.map(\.description) == [])
    }

    @Test("has the events that most apps want, each with a figure, and texts for every category")
    func isComplete() throws {
        let catalog = try #require(try Self.lint().catalog)
        let names = Set(catalog.events.map(\.name))
        #expect(names == ["feature.used", "system.seen", "operation.finished", "error.occurred"])
        #expect(Set(catalog.metrics.map(\.event)) == names)
        let texts = try Files.text("Examples/app-catalog.yaml")
        for category in Set(catalog.events.map(\.consent.category)) {
            #expect(texts.contains("\n  \(category):\n    title: "))
        }
    }
}
