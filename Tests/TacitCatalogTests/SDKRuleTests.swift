import TacitCatalog
import Testing

@Suite("A catalog from which an app makes its events")
struct SDKRuleTests {
    static let valid = """
        catalog: 1
        name: web-shop
        contributor: [tacit.contributor]
        budget: {epsilon: 4, delta: 1e-7}
        defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 2, max_per_cell: 10, k: 5}
        consent:
          analytics: {what: Features., why: To choose., retention: A year., sharing: With nobody.}
        events:
          feature.used:
            description: Somebody used a feature.
            purpose: Learn which features are worth their upkeep.
            consent: {category: analytics, level: basic}
            class: 2
            owner: app team
            expires: 2028-12-31
            fields:
              feature: {type: enum, values: [export, search], other: other}
              time: {type: duration, min: 0, max: 1000}
        metrics:
          uses: {description: Uses, event: feature.used, type: count, by: [feature]}
          time: {description: Time, event: feature.used, type: mean, of: time, by: [feature]}
        """

    /// The event that a fault kept out was missed: "no event has a source" and "no event is collected under the category".
    @Test("a fault of an event is told alone") func faultAlone() {
        let yaml = Self.valid.replacing("class: 2", with: "class: 99")
        let lint = Catalog.lint(yaml: yaml, file: "catalog.yaml", today: Samples.today, forSDK: true)
        #expect(lint.faults.map(\.path) == ["events.feature.used.class"] && lint.warnings == [])
    }

    static let samples: [FaultTests.Sample] = [
        .init(
            .sdkNoEvent, "owner: app team",
            "owner: app team\n    sources: [{span: {}, fields: {time: $duration}}]", path: "events"),
        .init(
            .sdkAttribute, "owner: app team",
            "owner: app team\n    sources: [{log: {event: x}, fields: {feature: a, time: a}}]",
            path: "events.feature.used.fields.time", says: "the field `feature`"),
        .init(.swiftName, "name: web-shop", "name: \"***\" ◀", path: "name"),
        .init(.swiftName, "values: [export, search]", "values: [c++, c] ◀", says: "is `c` in Swift"),
        .init(.swiftName, "values: [export, search]", "values: [other!, search] ◀", path: nil, says: "`other`"),
        .init(.swiftName, "values: [export, search]", "values: [\"+\", search] ◀", says: "neither letter nor digit"),
        .init(
            .swiftName, "      time: {", "      a_b: {type: bool}\n      a__b: {type: bool} ◀\n      time: {",
            path: "events.feature.used.fields.a__b", says: "line 18"),
        .init(
            .consentTextMissing,
            "consent:\n  analytics: {what: Features., why: To choose., retention: A year., sharing",
            "consent:\n  analytics: { ◀ what: Features., why: To choose., sharing", says: "for retention"),
        .init(
            .consentTextMissing,
            "consent:\n  analytics: {what: Features., why: To choose., retention: A year., sharing: With nobody.}\n",
            "", path: "events", says: "consent: {analytics:"),
        .init(.sdkContributor, "[tacit.contributor]", "[enduser.id] ◀", path: "contributor"),
        .init(
            .sdkLimit, "      time:", (0..<27).map { "      f\($0): {type: bool}\n" }.joined() + "      time:",
            says: "29"),
    ]

    static func lint(_ yaml: String, forSDK: Bool = true) -> CatalogLint {
        Catalog.lint(yaml: yaml, file: "catalog.yaml", today: Samples.today, forSDK: forSDK)
    }

    @Test("is told by line what stands in the way", arguments: samples)
    func isTold(_ sample: FaultTests.Sample) throws {
        precondition(Self.valid.contains(sample.old))
        let marked = Self.valid.replacing(sample.old, with: sample.new, maxReplacements: 1)
        let line = marked.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("◀") }
        let yaml = marked.replacing("◀", with: "")
        let lint = Self.lint(yaml)
        let found = sample.rule.isWarning ? lint.warnings : lint.faults
        #expect(found.filter { $0.rule != .unusedField }.map(\.rule) == [sample.rule], "\(found)")
        let fault = try #require(found.first { $0.rule == sample.rule })
        if let line { #expect(fault.line == line + 1) }
        if let path = sample.path { #expect(fault.path == path) }
        if let says = sample.says { #expect((fault.message + "\n" + fault.remedy).contains(says), "\(fault)") }
        // The collector needs none of it.
        #expect(Self.lint(yaml, forSDK: false).faults == [])
        #expect(Self.lint(yaml, forSDK: false).warnings.allSatisfy { $0.rule == .unusedField })
    }

    @Test("may be without fault or warning")
    func valid() {
        #expect(Self.lint(Self.valid).faults == [] && Self.lint(Self.valid).warnings == [])
    }

    @Test("sends an event without sources under its own name, with its fields as attributes")
    func implied() throws {
        let catalog = try #require(Self.lint(Self.valid).catalog)
        let event = try #require(catalog.sdkEvents.first)
        #expect(event.eventName == "feature.used")
        #expect(event.fields.map(\.key) == ["feature", "time"])
        #expect(event.event.sources == [.implied(for: "feature.used", fields: event.event.fields)])
    }

    @Test("sends what the first fitting log source reads first")
    func firstReading() throws {
        let sources = """
            owner: app team
                sources:
                  - span: {kind: server}
                    fields: {time: $duration}
                  - log: {event: "feature.*"}
                    fields: {time: t}
                  - log: {event: elsewhere, where: {somewhere: present}}
                    fields: {time: t}
                  - log: {event: noisy, min_severity: error}
                    fields: {time: t}
                  - log: {event: used, where: {tacit.contributor|enduser.id: present, duration_ms: present}}
                    fields: {feature: $severity, time: [duration_ms, t]}
            """
        let yaml = Self.valid.replacing("owner: app team", with: sources)
        let catalog = try #require(Self.lint(yaml).catalog)
        let event = try #require(catalog.sdkEvents.first)
        #expect(event.eventName == "used")
        #expect(event.fields.map(\.field.name) == ["time"] && event.fields.map(\.key) == ["duration_ms"])
    }
}
