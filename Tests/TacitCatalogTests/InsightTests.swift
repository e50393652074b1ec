import TacitCatalog
import TacitPrivacy
import Testing

@Suite("An insight")
struct InsightTests {
    /// A metric over a field that is an insight and says nothing else.
    static func yaml(_ insight: InsightField, metric: String, field: String = "", top: String = "") -> String {
        """
        catalog: 1
        name: sample
        \(top)
        contributor: [enduser.id]
        budget: {epsilon: 8, delta: 1e-7}
        defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 4, max_per_cell: 10}
        events:
          seen:
            description: It was seen.
            purpose: To know.
            consent: {category: essential, level: basic}
            class: 2
            owner: team
            expires: 2028-12-31
            fields:
              it: {type: number, insight: \(insight.rawValue)\(field)}
            sources:
              - log: {event: seen}
                fields: {it: it}
        metrics:
          m: {description: It, event: seen, \(metric)}
        """
    }

    static func load(_ yaml: String) throws -> (metric: Metric, event: Event) {
        let lint = Samples.lint(yaml)
        #expect(lint.faults.map(\.description) == [])
        let catalog = try #require(lint.catalog)
        return (catalog.metrics[0], catalog.events[0])
    }

    /// How the figure of each is made.
    static func metric(_ insight: InsightField) -> (text: String, field: String) {
        insight == .teamSize
            ? ("type: contributors, by: [it]", ", hierarchy: team_size") : ("type: sum, of: it", "")
    }

    @Test("gives bounds to its field, and epsilon, caps and k to metrics of it", arguments: InsightField.allCases)
    func presets(_ insight: InsightField) throws {
        let form = Self.metric(insight)
        let (metric, event) = try Self.load(Self.yaml(insight, metric: form.text, field: form.field))
        #expect(event.fields[0].insight == insight)
        #expect(metric.guarantee.epsilon == insight.epsilon)
        #expect(metric.guarantee.k == insight.leastGroup(at: .balanced))
        #expect(metric.guarantee.maxCells == 1 && metric.guarantee.maxPerCell == 1)
        // One contributor moves the figure exactly as far as the library's table says.
        let bounds = try metric.contributionBounds(in: event)
        let moved = insight == .teamSize ? try Sensitivity.contributors(bounds) : try Sensitivity.sum(bounds)
        #expect(moved.l1 == (try insight.sensitivity()).l1)
    }

    @Test("lets the larger of its class and the level decide on k", arguments: InsightField.allCases)
    func leastGroup(_ insight: InsightField) throws {
        let form = Self.metric(insight)
        for level in PrivacyLevel.allCases {
            let yaml = Self.yaml(
                insight, metric: form.text + (level.addsNoise ? "" : ", privacy: minimal"), field: form.field,
                top: level.addsNoise ? "privacy: \(level)" : "")
            #expect(
                try Self.load(
                    yaml.replacing("epsilon: 1, ", with: level.addsNoise ? "epsilon: 1, " : "")
                        .replacing("delta: 1e-8, ", with: level.addsNoise ? "delta: 1e-8, " : "")
                ).metric.guarantee.k
                    == max(insight.figureClass.leastGroup, level.leastGroup))
        }
    }

    @Test("is as telling in a dimension as in a figure")
    func dimension() throws {
        let yaml = Self.yaml(.velocity, metric: "type: count, by: [it@2]", field: ", hierarchy: velocity")
        let metric = try Self.load(yaml).metric
        #expect(metric.guarantee.k == 10 && metric.guarantee.epsilon == InsightField.velocity.epsilon)
        #expect(metric.guarantee.maxPerCell == 1)
    }

    @Test("gives way to what a metric writes out, with a warning where that protects less")
    func writtenOut() throws {
        let yaml = Self.yaml(.velocity, metric: "type: sum, of: it, epsilon: 0.5, k: 6, max_per_cell: 3")
        let guarantee = try Self.load(yaml).metric.guarantee
        #expect(try guarantee.epsilon == Epsilon("0.5"))
        #expect(guarantee.k == 6 && guarantee.maxPerCell == 3 && guarantee.maxCells == 1)
        let warnings = Samples.lint(yaml).warnings
        #expect(Set(warnings.map(\.rule)) == [.epsilonAbovePreset, .kBelowPreset])
        #expect(warnings.contains { $0.message == "epsilon 0.5 is above 0.2, which the insight has" })
        #expect(warnings.contains { $0.message == "k 6 is below 10, which the insight velocity has" })
        let stricter = Self.yaml(.velocity, metric: "type: sum, of: it, epsilon: 0.1, k: 20")
        #expect(Samples.lint(stricter).warnings == [])
    }

    @Test("takes what `defaults` say only where that is stricter")
    func defaults() throws {
        let yaml = Self.yaml(.velocity, metric: "type: sum, of: it")
        let strict = yaml.replacing("epsilon: 1, delta", with: "epsilon: 0.05, k: 30, delta")
        let guarantee = try Self.load(strict).metric.guarantee
        #expect(try guarantee.epsilon == Epsilon("0.05"))
        #expect(guarantee.k == 30)
        let lax = yaml.replacing("epsilon: 1, delta", with: "epsilon: 1, k: 2, delta")
        #expect(try Self.load(lax).metric.guarantee.k == 10)
        let silent = yaml.replacing("epsilon: 1, ", with: "")
        #expect(try Self.load(silent).metric.guarantee.epsilon == InsightField.velocity.epsilon)
    }

    @Test("may have narrower bounds and its own unit")
    func ownBounds() throws {
        let event = try Self.load(
            Self.yaml(.velocity, metric: "type: mean, of: it", field: ", max: 5, unit: \"{story}\"")
        ).event
        let measure = try #require(event.fields[0].measure)
        #expect(measure.bounds == Field.Bounds(min: 0, max: 5, granularity: 0.1) && measure.unit == "{story}")
    }

    @Test("is named in the data dictionary")
    func dictionary() throws {
        let catalog = try #require(Samples.lint(Self.yaml(.velocity, metric: "type: mean, of: it")).catalog)
        let field = catalog.dictionary().events[0].fields[0]
        #expect(field.insight == "velocity")
        #expect(field.type == "number from 0 to 10 in steps of 0.1 points; an insight of kind velocity")
    }

    @Test("is a number: no other type takes one, and no other word is one")
    func refused() {
        let yaml = Self.yaml(.velocity, metric: "type: count")
        #expect(Samples.lint(yaml.replacing("type: number", with: "type: bool")).faults.map(\.rule) == [.unknownKey])
        let unknown = Samples.lint(yaml.replacing("insight: velocity", with: "insight: velocities")).faults
        #expect(unknown.contains { $0.rule == .unknownValue && $0.remedy.contains("did you mean `velocity`?") })
    }
}
