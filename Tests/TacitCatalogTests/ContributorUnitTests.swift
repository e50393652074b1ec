import TacitCatalog
import TacitPrivacy
import Testing

/// The unit of a figure once followed from what had come in: one record without a name turned it, and that showed exactly.
@Suite("What a figure protects follows from the catalog alone")
struct ContributorUnitTests {
    private func unit(_ names: [String]?, _ conditions: [[Source.Condition]]) -> ContributorUnit {
        let event = Event(
            name: "e", description: "", purpose: "", consent: Consent(category: "essential", level: .basic),
            dataClass: .aggregate, owner: "", expires: CalendarDate("2999-12-31")!, contributorAttributes: names,
            fields: [],
            sources: conditions.map {
                Source(signal: .log, name: nil, spanKind: nil, minSeverity: nil, conditions: $0, fields: [])
            })
        let budget = Budget(epsilon: try! .init("1"), delta: .zero)
        return Catalog(name: "c", contributorAttributes: ["a", "b"], budget: budget, events: [event], metrics: [])
            .unit(of: event)
    }

    private func present(_ names: String...) -> Source.Condition { .init(attributes: names, values: nil) }

    @Test("a contributor where every source demands that one is named") func contributor() {
        #expect(unit(nil, [[present("a")]]) == .contributor)
        #expect(
            unit(nil, [[present("x"), present("b", "a")], [.init(attributes: ["a"], values: ["1"])]]) == .contributor)
        #expect(unit(["x"], [[present("x")]]) == .contributor)
    }

    @Test("a record where nothing may name one") func record() {
        #expect(unit([], [[present("a")]]) == .record)
    }

    @Test("both where a source takes records that name none") func both() {
        #expect(unit(nil, [[]]) == .contributorOrRecord)
        #expect(unit(nil, [[present("a")], [present("x")]]) == .contributorOrRecord)
        #expect(unit(nil, [[present("a", "x")]]) == .contributorOrRecord)
        #expect(unit(["x"], [[present("a")]]) == .contributorOrRecord)
    }

    @Test("the shipped catalog: installations are contributors, other figures take records without a name too")
    func shipped() throws {
        let catalog = try Catalog.load(
            yaml: Files.text("catalog.yaml"), file: "catalog.yaml", today: CalendarDate("2026-01-01")!)
        for event in catalog.events {
            #expect(
                catalog.unit(of: event)
                    == (event.name == "installation.active" ? .contributor : .contributorOrRecord), "\(event.name)")
        }
    }
}
