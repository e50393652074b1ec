import TacitCatalog
import TacitPrivacy
import Testing

@Suite("A privacy level")
struct LevelTests {
    /// The sample without what its defaults say of epsilon, delta and k, and with these top-level lines.
    static func yaml(_ top: String = "", metric: String = "", defaults: String = "epsilon: 1, delta: 1e-8, ") -> String
    {
        Samples.valid
            .replacing("name: sample\n", with: "name: sample\n" + (top.isEmpty ? "" : top + "\n"))
            .replacing(
                "epsilon: 1, delta: 1e-8, max_cells: 2, max_per_cell: 10, k: 5",
                with: defaults + "max_cells: 2, max_per_cell: 10"
            )
            .replacing("type: count", with: "type: count" + metric)
    }

    static func views(_ yaml: String) throws -> Guarantee {
        let lint = Samples.lint(yaml)
        #expect(lint.faults.map(\.description) == [])
        return try #require(lint.catalog?.metric(named: "views")).guarantee
    }

    @Test("gives k: 10, 5 and 3; without one it is balanced")
    func k() throws {
        #expect(try Self.views(Self.yaml()).k == 5)
        #expect(try Self.views(Self.yaml()).level == .balanced)
        #expect(try Self.views(Self.yaml("privacy: maximum")).k == 10)
        #expect(try Self.views(Self.yaml("privacy: balanced")).k == 5)
        #expect(try Self.views(Self.yaml("privacy: minimal", defaults: "")).k == 3)
    }

    @Test("of a metric wins over the catalog's, and over a k of `defaults` that is smaller")
    func ofMetric() throws {
        let own = try Self.views(Self.yaml("privacy: balanced", metric: ", privacy: maximum"))
        #expect(own.level == .maximum && own.k == 10)
        let over = try Self.views(Self.yaml(metric: ", privacy: maximum", defaults: "epsilon: 1, delta: 1e-8, k: 4, "))
        #expect(over.k == 10)
        let stricter = try Self.views(
            Self.yaml(metric: ", privacy: maximum", defaults: "epsilon: 1, delta: 1e-8, k: 40, "))
        #expect(stricter.k == 40)
    }

    @Test("gives way to a k that the metric writes out, with a warning where it is smaller")
    func ownK() throws {
        let yaml = Self.yaml("privacy: maximum", metric: ", k: 7")
        #expect(try Self.views(yaml).k == 7)
        let warnings = Samples.lint(yaml).warnings
        #expect(warnings.map(\.rule) == [.kBelowPreset])
        #expect(warnings.first?.message == "k 7 is below 10, which the level maximum has")
        #expect(Samples.lint(Self.yaml("privacy: maximum", metric: ", k: 12")).warnings == [])
    }

    @Test("without noise has neither epsilon nor delta, spends nothing, and hides cells below k")
    func minimal() throws {
        let yaml = Self.yaml(metric: ", privacy: minimal")
        let catalog = try #require(Samples.lint(yaml).catalog)
        let (metric, event) = (
            try #require(catalog.metric(named: "views")), try #require(catalog.event(named: "page.view"))
        )
        #expect(metric.guarantee.epsilon == nil && metric.guarantee.delta == .zero)
        #expect(metric.guarantee.spend == .zero)
        #expect(try catalog.spending(in: .day).epsilonMillionths == 1_000_000, "that of the other metric")
        let protection = try metric.protection(in: event)
        #expect(protection.noise == nil && protection.threshold == 3)
        var random = SecureRandom()
        #expect(protection.release(contributors: 2, figures: [9], using: &random) == nil)
        let cell = try #require(protection.release(contributors: 3, figures: [9], using: &random))
        #expect(cell.contributors == 3 && cell.figures == [9])
    }

    @Test("without noise needs no epsilon anywhere, and refuses one that would promise something")
    func epsilonWithoutNoise() throws {
        let plain = Samples.lint(Self.yaml("privacy: minimal", defaults: ""))
        #expect(plain.faults == [])
        #expect(plain.warnings.map(\.rule) == [.noGuarantee])
        #expect(plain.warnings.first?.message.hasPrefix("no formal guarantee") == true)
        let inDefaults = Samples.lint(Self.yaml("privacy: minimal"))
        #expect(inDefaults.faults.map(\.path) == ["defaults.epsilon", "defaults.delta"])
        #expect(inDefaults.faults.allSatisfy { $0.rule == .epsilonWithoutNoise })
        let inMetric = Samples.lint(Self.yaml("privacy: minimal", metric: ", epsilon: 1", defaults: ""))
        #expect(inMetric.faults.map(\.path) == ["metrics.views.epsilon"])
        let mixed = Samples.lint(Self.yaml("privacy: minimal", metric: ", privacy: balanced"))
        #expect(mixed.faults == [], "one metric has a use for what `defaults` say")
    }

    @Test("cuts times to the hour: a shorter window is refused once, and the first look is not")
    func windows() throws {
        for level in PrivacyLevel.allCases {
            let yaml = Self.yaml("privacy: \(level)", defaults: level.addsNoise ? "epsilon: 1, delta: 1e-8, " : "")
            let lint = Samples.lint(yaml.replacing("window: day", with: "window: minute"))
            #expect(lint.faults.map(\.rule) == [.windowTooShort], "\(level)")
            #expect(lint.faults.first?.path == "defaults.window")
            #expect(!lint.warnings.contains { $0.rule == .minuteWindow })
            #expect(Samples.lint(yaml.replacing("window: day", with: "window: hour")).faults == [])
            let look = try #require(Samples.lint(yaml).catalog).firstLook()
            #expect(look.metrics.allSatisfy { $0.guarantee.window == .minute && $0.guarantee.level == level })
        }
    }

    @Test("that doesn't exist is named with the choice, and nothing else is said of the metric")
    func unknown() {
        let faults = Samples.lint(Self.yaml(metric: ", privacy: maximal")).faults
        #expect(faults.map(\.rule) == [.unknownValue])
        #expect(faults.first?.remedy.contains("did you mean `maximum`?") == true)
        let top = Samples.lint(Self.yaml("privacy: none")).faults
        #expect(top.map(\.rule) == [.unknownValue] && top.first?.path == "privacy")
    }

    @Test("without noise is said in plain words in the data dictionary, and no epsilon with it")
    func dictionary() throws {
        let catalog = try #require(Samples.lint(Self.yaml(metric: ", privacy: minimal")).catalog)
        let dictionary = catalog.dictionary()
        let entry = dictionary.metrics[0]
        #expect(entry.privacy == "minimal" && entry.epsilon == nil && entry.delta == nil)
        #expect(entry.guarantee.hasPrefix("no formal guarantee: exact figures of groups of at least 3 contributors"))
        #expect(entry.cellsMeaning == "open, as the data has them; each is shown from 3 contributors on")
        #expect(entry.price == "nothing is charged: the figures carry no noise")
        #expect(dictionary.spending.map(\.amount.epsilon) == [1])
        #expect(dictionary.text.contains("no formal guarantee"))
    }

    @Test("has arithmetic: the largest sum of a window must fit, also where there is no noise")
    func overflow() throws {
        let big = Samples.valid.replacing("max: 1000, granularity: 1}", with: "max: 1_000_000_000, granularity: 1}")
        for privacy in ["balanced", "minimal"] {
            let yaml = big.replacing(
                "type: mean", with: "type: sum, privacy: \(privacy), max_cells: 2, max_per_cell: 1000")
            let fault = try #require(Samples.lint(yaml).faults.first)
            #expect(fault.rule == .sumOverflow)
            #expect(
                fault.message == "2 cells × 1000 records × 1000000000 a record × 5000000 contributors = "
                    + "10000000000000000000, above 2^63 − 1 = 9223372036854775807")
            let less = yaml.replacing("max_per_cell: 1000", with: "max_per_cell: 900")
            #expect(Samples.lint(less).faults == [])
            let more = less.replacing("name: sample", with: "name: sample\nexpected_contributors: 10_000_000")
            #expect(Samples.lint(more).faults.map(\.rule) == [.sumOverflow], "a larger window than usual")
        }
    }

    @Test("has a delta that is held against the contributors that the catalog expects")
    func expectedContributors() throws {
        let yaml = Samples.valid.replacing("name: sample", with: "name: sample\nexpected_contributors: 100_000_000")
        let warning = try #require(Samples.lint(yaml).warnings.first)
        #expect(warning.rule == .deltaLarge && warning.path == "defaults.delta")
        #expect(warning.message == "A delta of 0.00000001 is 1 in 100000000 contributors or more.")
        #expect(Samples.lint(yaml.replacing("100_000_000", with: "99_999_999")).warnings == [])
    }
}
