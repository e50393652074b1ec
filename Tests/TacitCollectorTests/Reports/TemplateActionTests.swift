import Foundation
import Logging
import TacitCatalog
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("What people do with templates is counted, and nobody is")
struct TemplateActionTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let clock = SimulatedClock(start: Line.start)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    /// The shipped catalog, with windows of a minute.
    private func collector() async throws -> Collector {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appendingPathComponent("Examples/template-actions.yaml"), encoding: .utf8)
        let catalog = try Catalog.load(yaml: text, file: "template-actions.yaml", today: CalendarDate("2026-11-21")!)
        var configuration = CollectorConfiguration()
        configuration.consent = ConsentGround(categories: ["analytics"], level: .basic)
        return try await Collector(
            catalog: try catalog.firstLook(), configuration: configuration, store: store, clock: clock,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private func actions(
        _ people: Range<Int>, _ action: String, success: Bool = true, milliseconds: Double, category: String
    ) -> [OTLP.Log] {
        people.map { person in
            OTLP.Log(
                name: "template.action",
                attributes: [
                    ("enduser.pseudo.id", .int(Int64(person))), ("action_type", .string(action)),
                    ("success", .bool(success)),
                    ("duration_ms", .double(milliseconds)), ("template_category", .string(category)),
                    ("text", .string("what the letter said")),
                ])
        }
    }

    @Test("a day's report has the total, the success rate, the mean duration and the categories asked for")
    func figures() async throws {
        let collector = try await collector()
        let logs =
            actions(0..<3000, "implement", milliseconds: 60_000, category: "marketing")
            + actions(3000..<4000, "implement", success: false, milliseconds: 60_000, category: "finance")
            + actions(4000..<6000, "generate", milliseconds: 2_000, category: "marketing")
        let bytes = OTLP.logs(logs)
        let answer = try bytes.withUnsafeBytes { try collector.ingest($0, signal: .logs) }
        #expect(answer.refused == 0)
        clock.advance(to: Line.start + 75)
        await collector.tick()

        let report = try await Report.read(from: store, now: Line.start + 75)
        func value(_ metric: String, _ labels: [String]) throws -> Double {
            let window = try #require(report.metrics.first { $0.name == metric }?.windows.first)
            return try #require(window.cells.first { $0.labels == labels }?.value?.estimate)
        }
        // The noise of a count has a scale of 3 at most, two records a person and epsilon 2/3: it is off by 100 less than once in
        // 10¹⁴ runs.
        let succeeded = try value("template.actions", ["implement", "true"])
        let failed = try value("template.actions", ["implement", "false"])
        #expect(abs(succeeded + failed - 4000) < 200)
        #expect(abs(succeeded / (succeeded + failed) - 0.75) < 0.05)
        // Ten minutes is the most: the noise of the sum is 2 × 600 s / 0.25, over 4000 actions.
        #expect(abs(try value("template.duration", ["implement"]) - 60_000) < 40_000)
        let marketing = try value("template.categories", ["marketing"])
        #expect(abs(marketing - 5000) < 200)
        #expect(marketing > (try value("template.categories", ["finance"])))
        #expect(abs(try value("template.people", ["generate"]) - 2000) < 200)
    }
}
