import Foundation
import Tacit
import TacitCatalog
import Testing

@testable import tacit_generate

@Suite("Generated Swift")
struct SwiftFileTests {
    @Test("is the file that these tests are compiled with")
    func golden() throws {
        // Written anew by: tacit-generate swift everything.yaml --output Golden/Everything.swift
        #expect(SwiftFile(try Files.everything()).text == (try Files.text("Golden/Everything.swift")))
    }

    @Test("is the same every time, whatever the day")
    func deterministic() throws {
        let yaml = try Files.text("everything.yaml")
        let first = SwiftFile(try Files.everything()).text
        for day in ["2026-12-24", "2029-01-01"] {
            let lint = Catalog.lint(yaml: yaml, file: "x.yaml", today: CalendarDate(day)!, forSDK: true)
            #expect(SwiftFile(try #require(lint.catalog)).text == first)
        }
    }

    @Test("says no unit where it is 1") func unitless() throws {
        let yaml = try Files.text("everything.yaml").replacing("unit: score", with: "unit: \"1\"")
        let lint = Catalog.lint(yaml: yaml, file: "x.yaml", today: CalendarDate("2026-11-21")!, forSDK: true)
        let text = SwiftFile(try #require(lint.catalog)).text
        #expect(text.contains("/// A \"ratio\". From 0 to 1, in steps of 0.01.\n"))
    }

    @Test("has no plain text in any signature")
    func noStrings() throws {
        let text = SwiftFile(try Files.everything()).text
        #expect(!text.contains("String"))
    }

    @Test("keeps within 120 columns and leaves no space at the end of a line")
    func columns() throws {
        for line in SwiftFile(try Files.everything()).text.split(separator: "\n") {
            #expect(line.count <= 120 && line.last != " ", "\(line)")
        }
    }

    @Test("is as visible as the catalog or the caller wants it", arguments: Catalog.Access.allCases)
    func access(_ access: TacitCatalog.Catalog.Access) throws {
        var catalog = try Files.everything()
        catalog.access = access
        let text = SwiftFile(catalog).text
        let word = access == .internal ? "" : "\(access.rawValue) "
        for declaration in ["import Tacit", "struct FeatureUsed", "static func featureUsed", "static var gate"] {
            #expect(text.contains("\(word)\(declaration)"))
        }
        // Outside the module there is no initializer but a written one.
        #expect(text.contains("\(word)init(feature:") == (access != .internal))
        catalog.access = .internal
        #expect(SwiftFile(catalog, access: access).text == text)
    }

    @Test("names events by types and members, and says what they are collected for")
    func members() {
        let event = FeatureUsed.featureUsed(feature: ._3_12, success: true, duration: .milliseconds(5))
        #expect(event.feature == ._3_12 && FeatureUsed.Feature.allCases.count == 11)
        #expect(AppStarted.gate.event == 1 && AppStarted.gate.level == .enhanced)
        let catalog = TelemetryCatalog.everythingApp
        #expect(catalog.events.map(\.name) == ["feature.used", "app.started", "version"])
        #expect(catalog.categories.map(\.name) == ["analytics", "essential"])
        for gate in [FeatureUsed.gate, AppStarted.gate, VersionEvent.gate] {
            #expect(gate.catalog == EventGate.catalog(catalog.digest))
            #expect(Int(gate.category) == catalog.events[Int(gate.event)].category)
            #expect(gate.level == catalog.events[Int(gate.event)].level)
            #expect(gate.expires == catalog.events[Int(gate.event)].expires)
        }
    }

    @Test("defines each field as the catalog does")
    func definitions() throws {
        for sent in try Files.everything().sdkEvents {
            let definition = try #require(TelemetryCatalog.everythingApp.event(named: sent.event.name))
            #expect(definition.eventName == sent.eventName && definition.purpose == sent.event.purpose)
            #expect(Int(definition.expires) == sent.event.expires.daysSinceEpoch)
            #expect(definition.fields.map(\.name) == sent.fields.map(\.field.name))
            #expect(definition.fields.map(\.key) == sent.fields.map(\.key))
            #expect(definition.fields.map(\.isOptional) == sent.fields.map(\.isOptional))
            for (field, declared) in zip(definition.fields, sent.fields) {
                #expect((field.localEpsilon != nil) == (declared.field.localNoise != nil))
                if case .enumeration(let labels) = field.kind { #expect(labels == declared.field.closedDomain) }
            }
        }
    }
}

@Suite("The digest of a catalog")
struct CatalogDigestTests {
    @Test(
        "differs wherever anything that is collected does",
        arguments: [
            ("max: 60_000", "max: 70_000"), ("granularity: 10,", "granularity: 20,"), ("epsilon: 2}", "epsilon: 3}"),
            ("precision: patch", "precision: major"), ("max_length: 60", "max_length: 61"), ("GET, 1xx", "1xx, GET"),
            ("level: enhanced", "level: basic"), ("2027-06-30", "2027-07-01"), ("version: 3", "version: 4"),
            ("worth their upkeep", "worth money"), ("error.type", "error.kind"), ("pages: pages", "pages: pages"),
            ("\"yes\", \"no\"", "\"yes, no\""),
        ])
    func differs(_ old: String, _ new: String) throws {
        let yaml = try Files.text("everything.yaml")
        func digest(_ yaml: String) throws -> String {
            CatalogDigest.hex(
                of: try Catalog.load(yaml: yaml, file: "x", today: CalendarDate("2026-11-21")!))
        }
        let changed = yaml.replacing(old, with: new)
        #expect((try digest(changed) == digest(yaml)) == (changed == yaml))
    }

    @Test("is that of the wording of nothing else")
    func ignores() throws {
        var catalog = try Files.everything()
        let digest = CatalogDigest.hex(of: catalog)
        catalog.metrics = []
        catalog.events[0].description = "Another sentence."
        catalog.events[0].owner = "another team"
        catalog.access = .public
        #expect(CatalogDigest.hex(of: catalog) == digest)
    }
}
