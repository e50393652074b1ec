import TacitCatalog
import Testing

@Suite("What a catalog says of consent")
struct ConsentTests {
    static func catalog(_ yaml: String) throws -> Catalog {
        try Catalog.load(yaml: yaml, file: "catalog.yaml", today: Samples.today)
    }

    @Test("is what it declares")
    func declared() throws {
        let declaration = """
            consent:
              essential:
                title: What keeps it running
                what: Which pages were shown.
                why: To keep them fast.
                benefit: Pages stay fast.
                retention: A year.
                sharing: With nobody.
                version: 3
                essential: false
            events:

            """
        let catalog = try Self.catalog(Samples.valid.replacing("events:\n", with: declaration))
        let expected = ConsentCategory(
            name: "essential", title: "What keeps it running", what: "Which pages were shown.",
            why: "To keep them fast.", benefit: "Pages stay fast.", retention: "A year.", sharing: "With nobody.",
            version: 3, isEssential: false)
        #expect(catalog.consentCategories == [expected])
        let text = catalog.dictionary().text
        #expect(text.contains("CONSENT") && text.contains("What keeps it running") && text.contains("Pages stay fast."))
    }

    @Test("is nothing but what its events say where it declares nothing")
    func implied() throws {
        let yaml = Samples.valid.replacing("category: essential", with: "category: workflow_patterns")
        let category = try #require(try Self.catalog(yaml).consentCategories.first)
        #expect(category.title == "Workflow patterns")
        #expect(category.what == "A page was shown." && category.why == "Know which pages matter.")
        #expect(category.benefit.isEmpty && category.retention.isEmpty && category.sharing.isEmpty)
        #expect(category.version == 1 && !category.isEssential)
        #expect(category.missingTexts == ["what", "why", "retention", "sharing"])
        #expect(try Self.catalog(Samples.valid).consentCategory(named: "essential").isEssential)
    }

    @Test("is of the highest version that the category or one of its events has", arguments: [(2, 4), (5, 5)])
    func version(declared: Int, effective: Int) throws {
        let yaml = Samples.valid.replacing("class: 2", with: "version: 4\n    class: 2")
            .replacing("events:\n", with: "consent: {essential: {version: \(declared)}}\nevents:\n")
        let catalog = try Self.catalog(yaml)
        #expect(catalog.consentCategories.map(\.version) == [effective])
        #expect(catalog.events.map(\.version) == [4])
        #expect(catalog.dictionary().text.contains("essential, from level basic, asked for since version 4"))
        #expect(try Self.catalog(Samples.valid).events.map(\.version) == [1])
    }

    @Test("names noise on the device wherever the field or a figure by it is shown")
    func localNoise() throws {
        let noisy = Samples.valid.replacing("other: other}", with: "other: other, local_noise: {epsilon: 2}}")
        let dictionary = try Self.catalog(noisy).dictionary()
        let field = try #require(dictionary.events[0].fields.first { $0.name == "kind" })
        // e² / (e² + 2) = 0.787.
        #expect(field.localNoise?.contains("78 times in 100") == true && field.type.contains("epsilon 2"))
        #expect(dictionary.metrics[0].figure.contains("of kind as sent, with the noise of the devices"))
        #expect(!dictionary.metrics[1].figure.contains("noise"))
    }
}
