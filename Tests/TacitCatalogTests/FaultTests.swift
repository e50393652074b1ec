import TacitCatalog
import Testing

@Suite("A fault in a catalog")
struct FaultTests {
    struct Sample: CustomTestStringConvertible {
        let rule: CatalogRule
        let old: String
        let new: String
        var path: String?
        /// Part of the message or the remedy.
        var says: String?

        init(_ rule: CatalogRule, _ old: String, _ new: String, path: String? = nil, says: String? = nil) {
            (self.rule, self.old, self.new, self.path, self.says) = (rule, old, new, path, says)
        }

        var testDescription: String { "\(rule.rawValue): \(new.prefix(60))" }
    }

    static let samples: [Sample] = [
        // How the file is written.
        Sample(.yamlSyntax, "budget: {epsilon: 4,", "budget: ◀ {epsilon: [4,"),
        Sample(.yamlSyntax, "name: sample", "name: [sample\nfoo: bar: ◀"),
        Sample(.duplicateKey, "name: sample", "name: sample\nname: other ◀", says: "first is in line 2"),
        Sample(.duplicateKey, "kind: page.kind,", "kind: page.kind, kind: page.other, ◀", says: "more than once"),
        Sample(.unknownKey, "name: sample", "name: sample\nnames: x ◀", path: "names", says: "did you mean `name`?"),
        Sample(.unknownKey, "    purpose:", "    porpose: ◀", path: "events.page.view.porpose"),
        Sample(.unknownKey, "{type: code,", "{type: code, precision: minor, ◀", says: "no key of a field of type code"),
        Sample(.unknownKey, "type: count,", "type: count, of: time, ◀", says: "adds up no field"),
        Sample(.unknownKey, "type: mean,", "type: mean, edges: [1], ◀", says: "has no edges"),
        Sample(.unknownKey, "{kind: server,", "{min_severity: error, kind: server, ◀", says: "nothing about a span"),
        Sample(.unknownKey, "type: count,", "type: contributors, max_per_cell: 2, ◀", says: "counts once"),
        Sample(.missingKey, "name: sample\n", "", says: "name the catalog"),
        Sample(.missingKey, "catalog: 1\n", ""),
        Sample(.missingKey, "contributor: [enduser.id]\n", ""),
        Sample(.missingKey, "    owner: web team\n", "", path: "events.page.view.owner"),
        Sample(.missingKey, "owner: web team", "owner: ◀", path: "events.page.view.owner"),
        Sample(.missingKey, "{type: code,", "{◀", path: "events.page.view.fields.language.type"),
        Sample(.missingKey, ", unit: KiBy", "◀", path: "events.page.view.fields.size.unit"),
        Sample(.missingKey, "max: 1000, ", "◀", path: "events.page.view.fields.time.max"),
        Sample(.missingKey, ", max_length: 20", "◀", path: "events.page.view.fields.language.max_length"),
        Sample(.missingKey, ", of: time", "◀", path: "metrics.time.of"),
        Sample(.missingKey, ", type: count", "◀", path: "metrics.views.type"),
        Sample(.missingKey, "type: mean", "type: histogram ◀", path: "metrics.time.edges"),
        Sample(
            .missingKey, "- span: {kind: server, name: \"GET *\", where: {page.kind: present}}\n        fields",
            "- fields ◀", says: "names no signal"),
        Sample(.missingKey, "- span:", "- resource: {} ◀\n        span:", says: "names 2 signals"),
        Sample(.wrongType, "class: 2", "class: two ◀"),
        Sample(.wrongType, "class: 2", "class: 2.5 ◀"),
        Sample(.wrongType, "max: 1000", "max: \"1000\" ◀", says: "without quotes"),
        Sample(.wrongType, "by: [size]", "by: size ◀", says: "must be a list"),
        Sample(.wrongType, "{type: code, max_length: 20}", "code ◀", says: "must be a mapping"),
        Sample(.unknownValue, "level: basic", "level: basics ◀", says: "did you mean `basic`?"),
        Sample(.unknownValue, "type: code", "type: string ◀", says: "must be one of bool, enum"),
        Sample(.unknownValue, "kind: server", "kind: servant ◀"),
        Sample(.unknownValue, "window: day", "window: week ◀", path: "defaults.window"),
        Sample(.unknownValue, "type: mean", "type: median ◀"),
        Sample(.unsupportedVersion, "catalog: 1", "catalog: 2 ◀"),
        Sample(.invalidName, "  views: {", "  Views!: { ◀", path: "metrics.(key)"),
        Sample(.invalidName, "category: essential", "category: not essential ◀"),
        Sample(.invalidName, "contributor: [enduser.id]", "contributor: [enduser id] ◀"),
        Sample(.invalidText, "owner: web team", "owner: \"\\u0007\" ◀"),
        Sample(.invalidText, "description: A page was shown.", "description: \"\" ◀"),
        Sample(.emptyList, "values: [article, index]", "values: [] ◀"),
        Sample(.duplicateValue, "[article, index]", "[article, article] ◀"),
        Sample(.duplicateValue, "other: other", "other: index ◀", says: "told apart"),
        Sample(.duplicateValue, "by: [size]", "by: [size, size] ◀"),
        Sample(.numberRange, "class: 2", "class: 4 ◀"),
        Sample(.numberRange, "max_length: 20", "max_length: 201 ◀", says: "from 1 to 200"),
        Sample(.numberRange, "max_cells: 2", "max_cells: 0 ◀", says: "sensitivity"),
        Sample(.numberRange, "max_per_cell: 10", "max_per_cell: 0 ◀", says: "sensitivity"),
        Sample(.numberRange, "k: 5", "k: 1 ◀", says: "from 2"),

        // Events and fields.
        Sample(.invalidDate, "2028-12-31", "2028-02-30 ◀"),
        Sample(.invalidDate, "2028-12-31", "next year ◀"),
        Sample(.expiredEvent, "2028-12-31", "2026-11-21 ◀"),
        Sample(.notFinite, "max: 1000", "max: .inf ◀"),
        Sample(.notFinite, "max: 1000", "max: 1e999 ◀"),
        Sample(.boundsReversed, "min: 0, max: 1000", "min: 10, max: 10 ◀", says: "min 10 is not below max 10"),
        Sample(.granularityInvalid, "granularity: 1}", "granularity: 0} ◀"),
        Sample(.granularityUneven, "granularity: 1}", "granularity: 7} ◀", says: "not a whole number"),
        Sample(.granularityUneven, "granularity: 1}", "granularity: 2000} ◀", says: "0.5 steps"),
        Sample(.granularityOverflow, "granularity: 1}", "granularity: 1e-14} ◀", says: "2^53"),
        Sample(.bucketsDisordered, "{small: 10,", "{tiny: 20, small: 10, ◀", says: "above 20"),
        Sample(.bucketsDisordered, "{small: 10,", "{small: 101, ◀", says: "at most 100"),
        Sample(.bucketsNotOpen, "large: null", "large: 100 ◀", says: "write `null`"),
        Sample(.bucketsNotOpen, "{small: 10,", "{small: null, ◀", says: "only the last"),

        // Consent, versions and noise on the device.
        Sample(.unknownKey, "events:\n", "consent: {essential: {wat: x}} ◀\nevents:\n", says: "did you mean `what`?"),
        Sample(.wrongType, "events:\n", "consent: essential ◀\nevents:\n", says: "must be a mapping"),
        Sample(.wrongType, "events:\n", "consent: {essential: {essential: 1}} ◀\nevents:\n", says: "true or false"),
        Sample(.invalidName, "events:\n", "consent: {Not a name: {}} ◀\nevents:\n"),
        Sample(.numberRange, "events:\n", "consent: {essential: {version: 0}} ◀\nevents:\n", says: "counts from 1"),
        Sample(.numberRange, "class: 2", "class: 2\n    version: 0 ◀", path: "events.page.view.version"),
        Sample(.unknownValue, "name: sample", "name: sample\nswift: {access: open} ◀", path: "swift.access"),
        Sample(.unknownKey, "type: code,", "type: code, local_noise: {epsilon: 1}, ◀", says: "field of type code"),
        Sample(.missingKey, "other: other}", "other: other, local_noise: {}} ◀", says: "is missing"),
        Sample(.epsilonInvalid, "other: other}", "other: other, local_noise: {epsilon: 0}} ◀"),
        Sample(
            .localNoiseUnsuited, "other: other}", "other: other, local_noise: {epsilon: 11}} ◀",
            path: "events.page.view.fields.kind.local_noise.epsilon", says: "above 10"),
        Sample(
            .localNoiseUnsuited, "[article, index], other: other}", "[article], local_noise: {epsilon: 1}} ◀",
            says: "only one value"),

        // Sources.
        Sample(.unknownField, "language: page.language", "langage: page.language ◀", says: "did you mean `language`?"),
        Sample(
            .fieldUnmapped, "fields: {kind: page.kind, language: page.language, time: $duration, size",
            "fields: {kind: page.kind, language: page.language, size", path: "events.page.view.sources[0]",
            says: "`time` has no reading"),
        Sample(.intrinsicMisplaced, "$duration", "$severity ◀", says: "a span has no such reading"),
        Sample(.intrinsicMisplaced, "$duration", "$duratoin ◀", says: "did you mean `$duration`?"),
        Sample(.readingMismatch, "language: page.language", "language: $duration ◀", says: "field is not"),
        Sample(.readingMismatch, "size: page.size", "size: $status ◀", says: "field is a number"),
        Sample(.invalidPattern, "\"GET *\"", "\"GET **\" ◀"),

        // Metrics and guarantees.
        Sample(
            .unknownEvent, "event: page.view, type: count", "event: page.vew, type: count ◀",
            says: "did you mean `page.view`?"),
        Sample(.unknownField, "by: [size]", "by: [sise] ◀", path: "metrics.time.by[0]", says: "did you mean `size`?"),
        Sample(.unknownField, "of: time", "of: tim ◀", says: "did you mean `time`?"),
        Sample(.dimensionNeedsBuckets, "by: [size]", "by: [time] ◀", says: "buckets:"),
        Sample(.measureNeedsNumber, "of: time", "of: kind ◀"),
        Sample(.edgesDisordered, "type: mean", "type: histogram, edges: [5, 5] ◀", path: "metrics.time.edges[1]"),
        Sample(.edgesDisordered, "type: mean", "type: histogram, edges: [5, 2000] ◀", says: "at most 1000"),
        Sample(.epsilonInvalid, "type: count", "type: count, epsilon: 0 ◀"),
        Sample(.epsilonInvalid, "type: count", "type: count, epsilon: -1 ◀"),
        Sample(.epsilonInvalid, "type: count", "type: count, epsilon: 1e-6 ◀", says: "divided"),
        Sample(.epsilonInvalid, "type: count", "type: count, epsilon: 101 ◀", says: "outside 1…100,000,000"),
        Sample(.notFinite, "type: count", "type: count, epsilon: .inf ◀"),
        Sample(.notFinite, "type: count", "type: count, epsilon: .nan ◀"),
        Sample(.deltaInvalid, "type: count", "type: count, delta: 1 ◀"),
        Sample(.deltaMissing, "delta: 1e-8, ", "", path: "metrics.views.delta"),
        Sample(.deltaMissing, "type: count", "type: count, delta: 0 ◀"),
        Sample(.contributorsNeedUnit, "    owner: web team", "    contributor: []\n    owner: web team"),
        Sample(
            .sensitivityZero, "min: 0, max: 1000, granularity: 1}", "min: -0.5, max: 0.5, granularity: 1}",
            path: "metrics.time.of", says: "× 0 = 0"),
        Sample(
            .sensitivityOverflow, "type: mean", "type: sum, max_cells: 3, max_per_cell: 4294967295 ◀",
            says: "3 cells × 4294967295 records × 1000 a record"),
        Sample(
            .sumOverflow, "type: mean", "type: sum, max_cells: 1, max_per_cell: 4294967295 ◀",
            says: "1 cells × 4294967295 records × 1000 a record × 5000000 contributors = 21474836475000000000"),

        // Levels and hierarchies.
        Sample(
            .hierarchyInvalid, "events:\n",
            "hierarchies: {sizes: {levels: [{a: 10, b: null}, {c: 20, d: null}]}} ◀\nevents:\n",
            path: "hierarchies.sizes.levels", says: "join whole ranges"),
        Sample(
            .unknownHierarchy, "max: 1000, granularity: 1}", "max: 1000, granularity: 1, hierarchy: team_sizes} ◀",
            path: "events.page.view.fields.time.hierarchy", says: "did you mean `team_size`?"),
        Sample(.hierarchyMismatch, "max_length: 20}", "max_length: 20, hierarchy: velocity} ◀", says: "`parents`"),
        Sample(.unknownLevel, "by: [size]", "by: [size@1] ◀", path: "metrics.time.by[0]", says: "has no hierarchy"),
        Sample(
            .windowTooShort, "budget: {epsilon: 4, delta: 1e-7}\ndefaults: {window: day",
            "privacy: balanced\nbudget: {epsilon: 4, delta: 1e-7}\ndefaults: {window: minute ◀",
            path: "defaults.window", says: "60 s is shorter than the 3600 s that the level balanced"),
        Sample(
            .epsilonWithoutNoise, "type: count", "type: count, privacy: minimal, epsilon: 1 ◀",
            path: "metrics.views.epsilon", says: "no formal guarantee"),
        Sample(
            .needsNoise, "type: mean", "type: histogram, edges: [5], privacy: minimal ◀",
            path: "metrics.time.type", says: "one contributor"),
        Sample(
            .needsNoise, "type: count", "type: count, privacy: minimal, release: on-query, keep_days: 30 ◀",
            path: "metrics.views.release", says: "pays for"),
        // Running totals.
        Sample(
            .runningUnsuited, "type: count", "type: count, release: running, horizon: 365 ◀",
            path: "metrics.views.release", says: "is open"),
        Sample(
            .runningUnsuited, "type: mean", "type: mean, release: running, horizon: 365 ◀",
            path: "metrics.time.release", says: "no running total of a mean"),
        Sample(
            .runningUnsuited, "type: mean", "type: histogram, edges: [5], release: running, horizon: 365 ◀",
            says: "no running total of a histogram"),
        Sample(
            .missingKey, "type: mean", "type: sum, release: running ◀", path: "metrics.time.horizon",
            says: "horizon: 365"),
        Sample(.numberRange, "type: mean", "type: sum, release: running, horizon: 0 ◀", says: "from 1 to 16384"),
        Sample(.numberRange, "type: mean", "type: sum, release: running, horizon: 16385 ◀", says: "from 1 to 16384"),
        Sample(.unknownKey, "type: mean", "type: sum, horizon: 365 ◀", says: "release: running"),
        Sample(
            .unknownKey, "type: mean", "type: sum, release: running, horizon: 365, keep_days: 3 ◀", says: "on-query"),
        Sample(
            .deltaMissing, "type: mean", "type: sum, release: running, horizon: 365, delta: 0 ◀",
            path: "metrics.time.delta", says: "Gaussian"),
        Sample(
            .needsNoise, "type: mean", "type: sum, release: running, horizon: 365, privacy: minimal ◀",
            path: "metrics.time.release", says: "exact ones"),
        Sample(
            .sensitivityOverflow, "type: mean",
            "type: sum, max_cells: 1, max_per_cell: 1_000_000, epsilon: 1e-5, release: running, horizon: 365 ◀",
            says: "2^62"),
        Sample(
            .sumOverflow, "type: mean",
            "type: sum, max_cells: 1, max_per_cell: 20, release: running, horizon: 16_384 ◀",
            says: "20000 a contributor × 5000000 contributors × 16384 windows, above 2^50"),

        Sample(
            .budgetExceeded, "epsilon: 4", "epsilon: 1.5 ◀",
            path: "budget.epsilon", says: "views 1 + time 1 = 2, above the budget of 1.5"),
        Sample(.budgetExceeded, "delta: 1e-7", "delta: 1e-9 ◀", path: "budget.delta", says: "views 1e-8 = 1e-8"),
    ]

    @Test("is found by its rule, on its line, and alone", arguments: samples)
    func isFound(_ sample: Sample) throws {
        var (yaml, line) = Samples.changed(sample.old, to: sample.new)
        if sample.rule == .contributorsNeedUnit {
            yaml = yaml.replacing("type: count", with: "type: contributors")
        }
        let faults = Samples.lint(yaml).faults
        #expect(faults.map(\.rule) == [sample.rule], "\(faults.map(\.description).joined(separator: "\n"))")
        let fault = try #require(faults.first)
        if sample.new.contains("◀") { #expect(fault.line == line) }
        if let path = sample.path { #expect(fault.path == path) }
        if let says = sample.says { #expect((fault.message + "\n" + fault.remedy).contains(says), "\(fault)") }
        #expect(!fault.message.isEmpty && !fault.remedy.isEmpty && fault.column > 0)
    }

    @Test("has a sample here, whatever its rule")
    func allRulesHaveSamples() {
        let sampled = Set((Self.samples + SDKRuleTests.samples).map(\.rule))
            .union([.tooManyCells, .tooManyDimensions])
        #expect(CatalogRule.allCases.filter { !$0.isWarning && !sampled.contains($0) } == [])
    }

    @Test("is not what the sample has without a change")
    func validSample() {
        let lint = Samples.lint(Samples.valid)
        #expect(lint.faults == [] && lint.warnings == [])
    }

    @Test("is a product of closed dimensions above 10,000 cells, shown with the arithmetic")
    func tooManyCells() throws {
        let values = (0..<150).map { "v\($0)" }.joined(separator: ", ")
        let fields = ["a", "b"].map { "      \($0): {type: enum, values: [\(values)], other: rest}\n" }.joined()
        let yaml = Samples.valid
            .replacing("      size:", with: fields + "      size:")
            .replacing("by: [kind, language]", with: "by: [a, b, language]")
        let fault = try #require(Samples.lint(yaml).faults.first)
        #expect(fault.rule == .tooManyCells)
        #expect(fault.message.contains("a 151 × b 151 = 22801 cells"))
    }

    @Test("is a fifth dimension")
    func tooManyDimensions() {
        let flags = ["a", "b", "c"].map { "      \($0): {type: code, max_length: 5}\n" }.joined()
        let yaml = Samples.valid
            .replacing("      size:", with: flags + "      size:")
            .replacing("by: [kind, language]", with: "by: [kind, language, a, b, c]")
        #expect(Samples.lint(yaml).faults.map(\.rule) == [.tooManyDimensions])
    }

    @Test("is reported together with all others, by line")
    func allAtOnce() {
        let yaml = """
            catalog: 1
            name: sample
            name: again
            contributer: [enduser.id]
            budget: {epsilon: nothing}
            events:
              Page:
                description: A page was shown.
                purpose: Know which pages matter.
                consent: {category: essential, level: some}
                class: 9
                owner: web team
                expires: 2020-01-01
                fields:
                  kind: {type: enum, values: []}
                  time: {type: duration, min: 5, max: 1, min: 6}
                sources: [{spam: {}}]
            metrics:
              views: {description: Pages, event: page.view, type: count, epsilon: 0}
            """
        let faults = Samples.lint(yaml).faults
        #expect(
            faults.map { "\($0.line) \($0.rule.rawValue)" } == [
                "3 duplicate-key", "4 unknown-key", "5 wrong-type", "7 invalid-name", "10 unknown-value",
                "11 number-range", "13 expired-event", "15 empty-list", "16 bounds-reversed", "16 duplicate-key",
                "17 unknown-key", "19 missing-key", "19 missing-key", "19 missing-key", "19 unknown-event",
                "19 epsilon-invalid",
            ])
    }

    @Test("says nothing of what stands in a value or in what is no key")
    func neverEchoes() {
        let secret = "hunter2" + "correcthorse"
        let original = Samples.valid.split(separator: "\n").map(String.init)
        for index in original.indices {
            // The secret takes the place of each value in turn, wherever the value may be.
            var lines = original
            guard let colon = lines[index].firstIndex(of: ":") else { continue }
            lines[index] = lines[index][...colon] + " \(secret)"
            let lint = Samples.lint(lines.joined(separator: "\n"))
            for fault in lint.faults + lint.warnings { #expect(!fault.description.contains(secret)) }
        }
        for old in [
            "server", "article", "code", "essential", "basic", "day", "1e-8", "page.view, type", "count", "$duration",
        ] {
            let lint = Samples.lint(Samples.valid.replacing(old, with: secret))
            for fault in lint.faults { #expect(!fault.description.contains(secret), "\(fault)") }
        }
        let lint = Samples.lint(Samples.valid + "\n\"\(secret) = \(secret)\": 1\n")
        #expect(lint.faults.map(\.rule) == [.unknownKey])
        for fault in lint.faults { #expect(!fault.description.contains(secret)) }
    }

    @Test("stops loading, and expiry alone does not")
    func load() throws {
        #expect(throws: CatalogFaults.self) {
            try Catalog.load(yaml: "catalog: 1", file: "catalog.yaml", today: Samples.today)
        }
        #expect(throws: CatalogFaults.self) { try Catalog.load(yaml: "", file: "catalog.yaml", today: Samples.today) }
        let expired = Samples.valid.replacing("2028-12-31", with: "2026-11-21")
        let catalog = try Catalog.load(yaml: expired, file: "catalog.yaml", today: Samples.today)
        let event = try #require(catalog.event(named: "page.view"))
        #expect(!event.isCollected(on: Samples.today))
        #expect(event.isCollected(on: Samples.today.adding(days: -1)))
    }
}
