import TacitCatalog
import Testing

@Suite("What changed between two catalogs")
struct CatalogDiffTests {
    struct Sample: CustomTestStringConvertible {
        let old: String
        let new: String
        let direction: CatalogChange.Direction
        let says: String

        var testDescription: String { says }
    }

    static let base = Samples.valid.replacing("events:\n", with: "consent: {essential: {why: To see.}}\nevents:\n")

    /// Each is one change; turned round it is the opposite, or the same.
    static let samples: [Sample] = [
        .init(old: "matter.", new: "sell.", direction: .more, says: "the purpose is now: Know which pages sell."),
        .init(old: "level: basic", new: "level: full", direction: .less, says: "from level full on, before basic"),
        .init(
            old: "class: 2", new: "class: 3", direction: .more,
            says: "is of class 3, operational data without user content"
        ),
        .init(
            old: "2028-12-31", new: "2029-12-31", direction: .more, says: "until 2029-12-31, before until 2028-12-31"),
        .init(
            old: "    owner:", new: "    contributor: [account.id]\n    owner:", direction: .more,
            says: "named by account.id, before by enduser.id"),
        .init(
            old: "    owner:", new: "    contributor: []\n    owner:", direction: .less,
            says: "each record is a unit of its own"),
        .init(
            old: "[article, index]", new: "[article, index, form]", direction: .more, says: "`kind` may also be form"),
        .init(old: "max_length: 20", new: "max_length: 90", direction: .more, says: "at most 90 characters, before 20"),
        .init(
            old: "max: 1000,", new: "max: 5000,", direction: .more,
            says: "`time` goes from 0 to 5000 ms, before from 0 to 1000"),
        .init(
            old: "max: 1000, granularity: 1}", new: "max: 1000, granularity: 0.5}", direction: .more,
            says: "in steps of 0.5 ms, before 1"),
        .init(
            old: "      size:", new: "      done: {type: code, max_length: 5}\n      size:", direction: .more,
            says: "`done` is collected: code of at most 5 characters"),
        .init(
            old: "other: other}", new: "other: other, local_noise: {epsilon: 1}}", direction: .less,
            says: "has noise on the device with epsilon 1, before none"),
        .init(
            old: "{type: code, max_length: 20}", new: "{type: scrubbed, max_length: 20}", direction: .more,
            says: "another kind of value"),
        .init(old: "unit: KiBy", new: "unit: By", direction: .more, says: "is in By, before in KiBy"),
        .init(
            old: "type: count", new: "type: count, epsilon: 2", direction: .more,
            says: "has epsilon 2, before epsilon 1"),
        .init(
            old: "type: count", new: "type: count, k: 3", direction: .more,
            says: "from 3 contributors on, before from 5"),
        .init(
            old: "type: count", new: "type: count, window: hour", direction: .more,
            says: "for each hour, before for each day"),
        .init(
            old: "type: mean, of: time", new: "type: mean, of: time, release: on-query, keep_days: 9", direction: .more,
            says: "keeps exact figures, encrypted, for 9 days"),
        .init(old: "To see.", new: "To sell.", direction: .more, says: "why is now: To sell."),
        .init(old: "{why: To see.}", new: "{why: To see., essential: false}", direction: .less, says: "can be refused"),
        .init(old: "web team", new: "app team", direction: .other, says: "belongs to app team now"),
        .init(old: "name: \"GET *\"", new: "name: \"*\"", direction: .more, says: "is made from spans of kind server"),
    ]

    static func catalog(_ yaml: String) throws -> Catalog {
        // Room in the budget, and a delta for open dimensions whatever the change.
        try Catalog.load(
            yaml: yaml.replacing("budget: {epsilon: 4", with: "budget: {epsilon: 9"), file: "x.yaml",
            today: Samples.today)
    }

    @Test("is said in words, and what grew needs a higher version of what people agreed to", arguments: samples)
    func said(_ sample: Sample) throws {
        precondition(Self.base.contains(sample.old), sample.old)
        let changed = Self.base.replacing(sample.old, with: sample.new, maxReplacements: 1)
        let (old, new) = (try Self.catalog(Self.base), try Self.catalog(changed))
        let diff = CatalogDiff(from: old, to: new)
        let change = try #require(diff.changes.first { $0.words.contains(sample.says) }, "\(diff.text)")
        #expect(change.direction == sample.direction, "\(diff.text)")
        #expect(diff.isCovered == (sample.direction != .more))
        #expect(diff.text.contains("version: 2") == (sample.direction == .more))
        // Turned round, what grew shrinks, and the other way round.
        let back = CatalogDiff(from: new, to: old)
        if sample.direction == .less { #expect(!back.isCovered, "\(back.text)") }
        // A higher version asks for it: the event's or the category's.
        for raised in [
            changed.replacing("    class: ", with: "    version: 2\n    class: "),
            changed.replacing("{essential: {", with: "{essential: {version: 2, "),
        ] {
            #expect(CatalogDiff(from: old, to: try Self.catalog(raised)).isCovered)
        }
    }

    @Test("is nothing where nothing changed, whatever the order and the comments")
    func nothing() throws {
        let catalog = try Self.catalog(Self.base)
        let diff = CatalogDiff(from: catalog, to: try Self.catalog("# A comment.\n" + Self.base))
        #expect(diff.changes.isEmpty && diff.isCovered && diff.text == "Nothing changed.\n")
    }

    @Test("counts a new event as growth of its category, unless everybody is asked for the category anyway")
    func newEvent() throws {
        let event = """
            events:
              page.left:
                description: A page was left.
                purpose: See where people stop.
                consent: {category: essential, level: basic}
                class: 2
                owner: web team
                expires: 2028-12-31

            """
        let old = try Self.catalog(Self.base)
        let diff = CatalogDiff(from: old, to: try Self.catalog(Self.base.replacing("events:\n", with: event)))
        #expect(diff.changes.map(\.direction) == [.more] && !diff.isCovered)
        #expect(diff.text.contains("is new: A page was left. For: See where people stop."))
        let elsewhere = event.replacing("category: essential", with: "category: journeys")
        let asked = CatalogDiff(from: old, to: try Self.catalog(Self.base.replacing("events:\n", with: elsewhere)))
        #expect(asked.isCovered && asked.text.contains("is new, and everybody is asked for it"))
    }

    @Test("does not pass where a version goes down")
    func downgrade() throws {
        let raised = Self.base.replacing("{essential: {", with: "{essential: {version: 3, ")
        let diff = CatalogDiff(from: try Self.catalog(raised), to: try Self.catalog(Self.base))
        #expect(!diff.isCovered && diff.text.contains("went down from 3 to 1"))
    }

    @Test("reads as one would tell it")
    func text() throws {
        let changed = Self.base.replacing("matter.", with: "sell.").replacing("max_length: 20", with: "max_length: 10")
        let diff = CatalogDiff(from: try Self.catalog(Self.base), to: try Self.catalog(changed))
        #expect(
            diff.text == """
                Event page.view
                  + the purpose is now: Know which pages sell. Before: Know which pages matter.
                      nobody would be asked for this → state `version: 2` in the event, or in `consent.essential`
                  - `language` has at most 10 characters, before 20

                One change lets more be collected or told, and nobody would be asked.

                """)
    }
}
