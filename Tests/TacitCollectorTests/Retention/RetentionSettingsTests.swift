import TacitCatalog
import TacitStores
import Testing

@testable import TacitCollector

@Suite("No class and no metric is without a limit, none has more than its class may have, and the shortest counts")
struct RetentionSettingsTests {
    private static let day: Int64 = 86400

    private func load(_ yaml: String) throws(ConfigurationFaults) -> ConfigurationDocument {
        try ConfigurationDocument(
            contents: ConfigurationFile(text: yaml, path: "tacit.yaml"), environment: [:], overrides: [:])
    }

    private func faults(_ yaml: String) -> [ConfigurationFault] {
        do {
            _ = try load(yaml)
            return []
        } catch { return error.faults }
    }

    private func catalog() throws -> Catalog {
        try TestCatalog.catalog(
            [TestCatalog.event(fields: [("ok", .bool)], sources: [])],
            [
                TestCatalog.metric("uses", epsilon: "1", k: 2), TestCatalog.metric("views", epsilon: "1", k: 2),
                TestCatalog.metric("asked", epsilon: "1", k: 2, mode: .onQuery(keepDays: 30)),
            ])
    }

    private func plan(_ yaml: String) throws -> RetentionPlan {
        let document = try load(yaml)
        return try RetentionPlan(document.configuration.retention, for: catalog(), origins: document.origins)
    }

    @Test("without a word, figures are kept for a year and counters for 90 days") func defaults() throws {
        let plan = try plan("enabled: true")
        #expect(plan.limits == RetentionLimits())
        #expect(plan.lifetime(of: "uses") == 365 * Self.day)
    }

    @Test("of a metric's classes and its own limit the shortest counts, also below that of all others") func shortest()
        throws
    {
        let plan = try plan(
            """
            retention:
              aggregates: 200d
              errors: 5d
              classes: [partner=40d]
              metrics: [uses=partner, uses=30d, views=errors, views=6d, asked=partner]
            """)
        #expect(plan.limits.limit(of: "uses") == .init(dataClass: "partner", seconds: 30 * Self.day))
        #expect(plan.limits.limit(of: "views") == .init(dataClass: "errors", seconds: 5 * Self.day))
        #expect(plan.limits.limit(of: "asked") == .init(dataClass: "partner", seconds: 40 * Self.day))
        #expect(plan.limits.limit(of: "others") == .init(dataClass: "aggregates", seconds: 200 * Self.day))
    }

    @Test("a class of one's own may be longer than that of all others, within its maximum") func longer() throws {
        let plan = try plan("retention: {aggregates: 30d, classes: [partner=300d], metrics: [uses=partner]}")
        #expect(plan.lifetime(of: "uses") == 300 * Self.day)
    }

    @Test(
        "what has no limit, or more than its class may have, stops the start, with line, rule and remedy",
        arguments: [
            ("{errors: 8d}", "retention.errors", ConfigurationFault.Code.outOfRange),
            ("{aggregates: 400d}", "retention.aggregates", .outOfRange),
            ("{operational: 91d}", "retention.operational", .outOfRange),
            ("{health: 0}", "retention.health", .outOfRange),
            ("{detail: forever}", "retention.detail", .wrongValue),
            ("{level: }", "retention.level", .missingValue),
            ("{classes: [partner]}", "retention.classes", .noLimit),
            ("{classes: [partner=]}", "retention.classes", .noLimit),
            ("{classes: [partner=400d]}", "retention.classes", .outOfRange),
            ("{classes: [partner=10]}", "retention.classes", .outOfRange),
            ("{classes: [errors=1d]}", "retention.classes", .duplicateKey),
            ("{classes: [a=1d, a=2d]}", "retention.classes", .duplicateKey),
            ("{classes: [A=1d]}", "retention.classes", .wrongValue),
            ("{classes: {a: 1d}}", "retention.classes", .wrongType),
            ("{metrics: [uses]}", "retention.metrics", .noLimit),
            ("{metrics: [uses=partner]}", "retention.metrics", .noLimit),
            ("{metrics: [uses=400d]}", "retention.metrics", .outOfRange),
            ("{metrics: [uses=errors, uses=8d]}", "retention.metrics", .outOfRange),
            ("{metrics: [uses=-1]}", "retention.metrics", .wrongValue),
        ]) func refused(section: String, key: String, code: ConfigurationFault.Code) throws
    {
        let faults = faults("enabled: true\nretention: \(section)\n")
        #expect(faults.map(\.code) == [code] && faults.map(\.key) == [key])
        let fault = try #require(faults.first)
        guard case .file("tacit.yaml", 2, _) = fault.origin else {
            Issue.record("\(fault.origin)")
            return
        }
        #expect(!fault.remedy.isEmpty)
    }

    @Test("a metric that the catalog lacks, or keeps for longer than its class may, stops the start with its line")
    func againstCatalog() throws {
        for (section, message) in [
            ("[use=30d]", "did you mean `uses`?"), ("[asked=errors]", "lower its `keep_days`"),
        ] {
            let error = #expect(throws: ConfigurationFaults.self) { try plan("retention: {metrics: \(section)}") }
            let fault = try #require(error?.faults.first)
            #expect(fault.description.contains(message) && fault.description.contains("tacit.yaml:1:"))
        }
    }

    @Test("what doesn't look like a name is not quoted") func quotesNothing() {
        for section in ["classes: [secret_1234]", "metrics: [secret_1234]", "metrics: [uses=secret_1234]"] {
            let faults = faults("retention: {\(section)}")
            #expect(faults.count == 1)
            #expect(!faults.description.contains("secret"))
        }
    }

    @Test("the maximums are those that are promised") func maximums() {
        #expect(
            RetentionSettings.Class.allCases.map { $0.longest / Self.day } == [366, 90, 30, 7, 30, 90])
        let settings = RetentionSettings()
        for dataClass in RetentionSettings.Class.allCases { #expect(settings[dataClass] <= dataClass.longest) }
    }
}
