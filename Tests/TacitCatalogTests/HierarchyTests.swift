import TacitCatalog
import TacitPrivacy
import Testing

@Suite("A hierarchy of the catalog")
struct HierarchyTests {
    static let yaml = """
        catalog: 1
        name: sample
        contributor: [enduser.id]
        budget: {epsilon: 8, delta: 1e-7}
        defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 2, max_per_cell: 10}
        hierarchies:
          effort:
            levels: [{an hour: 1, a day: 8, days: null}, {within a day: 8, longer: null}]
          place:
            parents: {lisbon: portugal, porto: portugal, lyon: france, portugal: europe, france: europe}
        events:
          work.done:
            description: Work was done.
            purpose: See how long it takes.
            consent: {category: essential, level: basic}
            class: 2
            owner: team
            expires: 2028-12-31
            fields:
              team: {type: number, min: 1, max: 500, granularity: 1, unit: "{person}", hierarchy: team_size}
              hours: {type: duration, min: 0, max: 100, hierarchy: effort}
              town: {type: enum, values: [lisbon, porto, lyon], other: elsewhere, hierarchy: place}
              office: {type: code, max_length: 20, hierarchy: place}
            sources:
              - log: {event: work.done}
                fields: {team: team, hours: hours, town: town, office: office}
        metrics:
          work: {description: Work, event: work.done, type: count, by: [team@2, hours, town@1, office]}
          offices: {description: Offices, event: work.done, type: count, by: [office@2, team]}
        """

    static func catalog() throws -> Catalog {
        let lint = Samples.lint(yaml)
        #expect(lint.faults.map(\.description) == [] && lint.warnings == [])
        return try #require(lint.catalog)
    }

    @Test("is taken at the level that a dimension names; numbers begin with level 1, names with themselves")
    func levels() throws {
        let metric = try #require(try Self.catalog().metric(named: "work"))
        #expect(metric.dimensions.map(\.name) == ["team@2", "hours", "town@1", "office"])
        #expect(metric.dimensions.map(\.field) == ["team", "hours", "town", "office"])
        #expect(metric.dimensions.map(\.level) == [2, 1, 1, 0])
    }

    @Test("makes a closed list of every level but the names themselves")
    func domains() throws {
        let catalog = try Self.catalog()
        let event = try #require(catalog.event(named: "work.done"))
        func domain(_ field: String, _ level: Int) -> [String]? { event.field(named: field)?.domain(at: level) }
        #expect(domain("team", 1) == ["micro", "small", "medium", "large", "huge"])
        #expect(domain("team", 2) == ["up to 25", "above 25"])
        #expect(domain("hours", 2) == ["within a day", "longer"])
        #expect(domain("town", 0) == ["lisbon", "porto", "lyon", "elsewhere"])
        #expect(domain("town", 1) == ["portugal", "france", "elsewhere"])
        #expect(domain("town", 2) == ["europe", "elsewhere"])
        #expect(domain("office", 0) == nil)
        #expect(domain("office", 1) == ["portugal", "france", "other"])
        #expect(domain("office", 2) == ["europe", "other"])
        let (open, closed) = (
            try #require(catalog.metric(named: "work")), try #require(catalog.metric(named: "offices"))
        )
        #expect(open.isOpen(in: event) && !closed.isOpen(in: event))
        #expect(closed.guarantee.delta == .zero, "what is closed spends no delta")
    }

    @Test("leads from every label to a label of the coarser level")
    func positions() throws {
        let event = try #require(try Self.catalog().event(named: "work.done"))
        #expect(event.field(named: "team")?.generalization(at: 1) == .ranges(edges: [3, 10, 25, 100]))
        #expect(event.field(named: "town")?.generalization(at: 1) == .positions([0, 0, 1, 2]))
        #expect(event.field(named: "town")?.generalization(at: 0) == Generalization.none)
        #expect(
            event.field(named: "office")?.generalization(at: 2)
                == .names(["lisbon": 0, "porto": 0, "lyon": 0, "portugal": 0, "france": 0, "europe": 0], other: 1))
        #expect(
            event.field(named: "office")?.generalization(at: 1)
                == .names(["lisbon": 0, "porto": 0, "lyon": 1, "portugal": 0, "france": 1, "europe": 2], other: 2),
            "a label of the level stays, and what lies above all of them is other")
    }

    @Test("is explained in the data dictionary")
    func dictionary() throws {
        let dictionary = try Self.catalog().dictionary()
        let types = dictionary.events[0].fields.map(\.type)
        #expect(
            types[0].hasSuffix(
                "; by team_size: 1: micro (to 3), small (to 10), medium (to 25), large (to 100), "
                    + "huge (above); 2: up to 25 (to 25), above 25 (above)"))
        #expect(types[3] == "code of at most 20 characters; by place: 1: portugal, france; 2: europe")
        #expect(dictionary.metrics[1].figure == "count of work.done by office@2 and team")
        #expect(dictionary.metrics[1].cells == 10)
    }

    @Test(
        "is refused where it can't be followed",
        arguments: [
            (
                "{within a day: 8, longer: null}", "{within a day: 9, longer: null}", CatalogRule.hierarchyInvalid,
                "edge that the finer one lacks"
            ),
            (
                "an hour: 1, a day: 8, days: null", "an hour: 8, a day: 1, days: null", .bucketsDisordered,
                "must be above 8"
            ),
            ("an hour: 1, a day: 8, days: null", "an hour: 1, a day: 8", .bucketsNotOpen, "write `null`"),
            ("france: europe}", "france: europe, europe: lisbon}", .hierarchyInvalid, "leads back"),
            ("parents: {", "parants: {", .unknownKey, "did you mean `parents`?"),
            ("  effort:\n", "  velocity:\n", .hierarchyInvalid, "every catalog has"),
            ("  place:\n", "  place:\n    levels: [{a: 1, b: null}]\n", .hierarchyInvalid, "of numbers or of names"),
            ("hierarchy: team_size", "hierarchy: teamsize", .unknownHierarchy, "did you mean `team_size`?"),
            ("hierarchy: team_size", "hierarchy: place", .hierarchyMismatch, "the field is a number"),
            (
                "other: elsewhere, hierarchy: place", "other: elsewhere, hierarchy: effort", .hierarchyMismatch,
                "the field is none"
            ),
            (
                "hierarchy: effort", "hierarchy: effort, buckets: {few: 5, many: null}", .hierarchyMismatch,
                "buckets too"
            ),
            (
                "[lisbon, porto, lyon]", "[lisbon, porto, lyon, rome]", .hierarchyMismatch,
                "1 of the field's 4 values has no place"
            ),
            ("team@2", "team@3", .unknownLevel, "has the levels 1 to 2"),
            ("team@2", "team@0", .unknownLevel, "write `team@2`"),
            ("town@1", "town@coarse", .unknownLevel, "levels 0 to 2"),
            ("office@2, team]", "office@2, office@1]", .duplicateValue, "keep one"),
        ])
    func refused(old: String, new: String, rule: CatalogRule, says: String) throws {
        #expect(Self.yaml.contains(old))
        let faults = Samples.lint(Self.yaml.replacing(old, with: new, maxReplacements: 1)).faults
        let fault = try #require(faults.first { $0.rule == rule }, "\(faults)")
        #expect((fault.message + fault.remedy).contains(says), "\(fault)")
        #expect(fault.line > 1 && fault.column > 0)
    }

    @Test("says nothing of the names in it when it is refused")
    func neverEchoes() {
        let secret = "hunter2" + "correcthorse"
        for old in ["lisbon", "an hour", "europe", "effort", "place", "@2"] {
            let lint = Samples.lint(Self.yaml.replacing(old, with: old == "@2" ? "@\(secret)" : "\(secret) x"))
            for fault in lint.faults + lint.warnings { #expect(!fault.description.contains(secret), "\(fault)") }
        }
    }
}
