import TacitCatalog
import Testing

@Suite("A warning about a catalog")
struct WarningTests {
    static let samples: [FaultTests.Sample] = [
        .init(.expiresSoon, "2028-12-31", "2026-12-21 ◀", says: "30 days"),
        .init(
            .unusedEvent, "events:\n",
            "events:\n  unused: ◀ {description: x, purpose: x, consent: {category: a, level: full}, "
                + "class: 1, owner: x, expires: 2028-01-01, sources: [{resource: {}}]}\n"),
        .init(.unusedField, ", by: [size]", "", path: "events.page.view.fields.size"),
        .init(.deltaLarge, "delta: 1e-8", "delta: 1e-6 ◀"),
        .init(.deltaUnused, "by: [size]", "by: [size], delta: 1e-9 ◀"),
        .init(
            .epsilonLarge, "{epsilon: 4, delta: 1e-7}\ndefaults: {window: day, epsilon: 1,",
            "{epsilon: 10, delta: 1e-7}\ndefaults: {window: day, epsilon: 4.5, ◀"),
        .init(.kBelowPreset, "type: count", "type: count, privacy: maximum, k: 4 ◀", path: "metrics.views.k"),
        .init(.noGuarantee, "type: count", "type: count, privacy: minimal ◀", says: "no formal guarantee"),
        .init(
            .epsilonAbovePreset, "buckets: {small: 10, large: null}",
            "buckets: {small: 10, large: null}, insight: velocity", path: "metrics.time.epsilon"),
        .init(
            .unusedCategory, "events:\n", "consent:\n  analytics: {what: x} ◀\nevents:\n", path: "consent.analytics"),
        .init(.minuteWindow, "window: day", "window: minute ◀"),
    ]

    @Test("is given by its rule, on its line, and stops nothing", arguments: samples)
    func isGiven(_ sample: FaultTests.Sample) throws {
        var (yaml, line) = Samples.changed(sample.old, to: sample.new)
        if sample.rule == .deltaLarge { yaml = yaml.replacing("delta: 1e-7", with: "delta: 1e-5") }
        if sample.rule == .epsilonAbovePreset { yaml = yaml.replacing("type: mean", with: "type: mean, epsilon: 0.3") }
        let lint = Samples.lint(yaml)
        #expect(lint.faults == [])
        #expect(lint.catalog != nil)
        #expect(lint.warnings.map(\.rule) == [sample.rule])
        let warning = try #require(lint.warnings.first)
        if sample.new.contains("◀") { #expect(warning.line == line) }
        if let path = sample.path { #expect(warning.path == path) }
        if let says = sample.says { #expect(warning.message.contains(says)) }
    }

    @Test("has a sample here, whatever its rule")
    func allRulesHaveSamples() {
        let sampled = (Self.samples + SDKRuleTests.samples).map(\.rule).filter(\.isWarning)
        #expect(Set(CatalogRule.allCases.filter(\.isWarning)) == Set(sampled))
    }
}
