import Foundation
import TacitCatalog
import Testing

@testable import tacit_generate

@Suite("Apple's privacy manifest")
struct PrivacyManifestTests {
    static func plist(_ catalog: TacitCatalog.Catalog) throws -> [String: Any] {
        let data = Data(PrivacyManifest(catalog).text.utf8)
        return try #require(PropertyListSerialization.propertyList(from: data, format: nil) as? [String: Any])
    }

    @Test("claims neither tracking nor a link to a person, and analytics as the only purpose")
    func claims() throws {
        let plist = try Self.plist(try Files.everything())
        #expect(plist["NSPrivacyTracking"] as? Bool == false)
        #expect((plist["NSPrivacyTrackingDomains"] as? [Any])?.isEmpty == true)
        let types = try #require(plist["NSPrivacyCollectedDataTypes"] as? [[String: Any]])
        #expect(!types.isEmpty)
        for type in types {
            #expect(type["NSPrivacyCollectedDataTypeLinked"] as? Bool == false)
            #expect(type["NSPrivacyCollectedDataTypeTracking"] as? Bool == false)
            #expect(
                type["NSPrivacyCollectedDataTypePurposes"] as? [String] == [
                    "NSPrivacyCollectedDataTypePurposeAnalytics"
                ])
        }
    }

    @Test(
        "declares every event as at least one kind of data",
        arguments: [
            ("feature.used", "{done: {type: bool}}", [PrivacyManifest.Kind.productInteraction]),
            ("feature.used", "{took: {type: duration, min: 0, max: 9}}", [.productInteraction, .performanceData]),
            ("app.crashed", "{code: {type: code, max_length: 9}}", [.crashData]),
            ("request.failed", "{}", [.otherDiagnosticData]),
            ("app.memory", "{used: {type: number, min: 0, max: 9, granularity: 1, unit: By}}", [.performanceData]),
            ("disk.error", "{took: {type: duration, min: 0, max: 9}}", [.performanceData, .otherDiagnosticData]),
        ])
    func kinds(_ name: String, fields: String, expected: [PrivacyManifest.Kind]) throws {
        let yaml = """
            catalog: 1
            name: kinds
            contributor: [tacit.contributor]
            budget: {epsilon: 8, delta: 1e-7}
            defaults: {window: day, epsilon: 1, delta: 1e-8, max_cells: 1, max_per_cell: 1}
            events:
              \(name):
                description: Something.
                purpose: Something.
                consent: {category: analytics, level: basic}
                class: 2
                owner: team
                expires: 2028-12-31
                fields: \(fields)
            metrics:
              all: {description: All, event: \(name), type: count}
            """
        let catalog = try Catalog.load(yaml: yaml, file: "x.yaml", today: CalendarDate("2026-11-21")!)
        #expect(PrivacyManifest(catalog).kinds.map(\.kind) == expected)
        let types = try #require(try Self.plist(catalog)["NSPrivacyCollectedDataTypes"] as? [[String: Any]])
        #expect(types.count == expected.count)
    }
}
