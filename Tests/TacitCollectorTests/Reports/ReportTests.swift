import Foundation
import Logging
import TacitCatalog
import TacitPrivacy
import TacitStores
import TestHarness
import Testing

@testable import TacitCollector

@Suite("A report says what was released, with the interval that its terms imply")
struct ReportTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let start: Int64 = 1_800_000_000
    private var now: Int64 { start + 3600 }

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private func report(_ releases: [Release]) async throws -> Report {
        for release in releases {
            try await store.commit(
                ClosedWindow(release.window, releases: [release]), limits: .test("50"), at: 1)
        }
        return try await Report.read(from: store, now: now)
    }

    private func cell(_ release: Release) async throws -> MetricReport.Cell {
        try #require(try await report([release]).metrics.first?.windows.first?.cells.first { $0.shown })
    }

    private func figure(_ estimate: Double, plusMinus half: Double) -> Figure {
        Figure(estimate: estimate, lower: estimate - half, upper: estimate + half)
    }

    // The half-widths below are the smallest m with 2 t^(m + 1) / (1 + t) ≤ 5 %, t = exp(−epsilon / L1), worked out apart from
    // the code. A price of 3 is 1 for the contributors (L1 2) and 2 for the value, of which a mean gives half to each part.

    @Test("a count: L1 of 2 cells × 3 records, epsilon 2, so ± 9") func count() async throws {
        let cell = try await cell(.test("m", epsilon: 3_000_000, cells: [.test("b", contributors: 20, figures: 41)]))
        #expect(cell.labels == ["b"])
        #expect(cell.value == figure(41, plusMinus: 9))
        #expect(cell.contributors == figure(20, plusMinus: 6))
        #expect(cell.buckets.isEmpty)
    }

    @Test("a sum is in its unit: L1 of 120 quanta of a half, epsilon 2, so ± 180 quanta = 90") func sum() async throws {
        let release = Release.test("m", epsilon: 3_000_000, kind: "sum", cells: [.test("b", figures: -7)]) {
            $0.range = .init(lower: 0, upper: 10, granularity: 0.5)
        }
        #expect(try await cell(release).value == figure(-3.5, plusMinus: 90))
    }

    @Test("contributors are the value, at the whole price: L1 2, epsilon 3, so ± 2") func contributors() async throws {
        let release = Release.test("m", epsilon: 3_000_000, kind: "contributors", cells: [.test("b", contributors: 12)])
        let cell = try await cell(release)
        #expect(cell.value == figure(12, plusMinus: 2))
        #expect(cell.contributors == cell.value)
    }

    @Test("a histogram has a figure for each bucket") func histogram() async throws {
        let release = Release.test("m", epsilon: 3_000_000, kind: "histogram", cells: [.test("b", figures: 5, -1, 300)])
        {
            $0.edges = [1, 2]
        }
        let cell = try await cell(release)
        #expect(cell.buckets == [5, -1, 300].map { figure($0, plusMinus: 9) })
        #expect(cell.value == nil)
    }

    @Test("a mean lies in its declared range, whatever the noise did, and where it says nothing it is not shown")
    func mean() async throws {
        // The middle is 10 quanta of a half: 200 quanta above it over 1,000 records are 0.2 quanta, 0.1 above 5.
        for (sum, count, estimate): (Int64, Int64, Double?) in [
            (200, 1000, 5.1), (-200, 1000, 4.9), (5000, 100, 10), (-5000, 100, 0), (.min, .max, 4.5),
            // The count's half-width is 18: there may be no record at all.
            (5000, 18, nil), (-5000, -40, nil), (0, 0, nil), (.max, .min, nil),
            // The sum's is some 220 quanta: over 20 records any mean is possible.
            (0, 20, nil),
        ] {
            let folder = try TemporaryFolder()
            let store = try SQLiteStore(path: folder.database)
            let release = Release.test("m", epsilon: 3_000_000, kind: "mean", cells: [.test("b", figures: sum, count)])
            {
                $0.range = .init(lower: 0, upper: 10, granularity: 0.5)
            }
            try await store.commit(
                ClosedWindow(release.window, releases: [release]), limits: .test("50"), at: 1)
            let metric = try #require(try await Report.read(from: store, now: now).metrics.first)
            guard let estimate else {
                #expect(metric.windows[0].cells.allSatisfy { !$0.shown && $0.contributors == nil })
                continue
            }
            let value = try #require(metric.windows[0].cells.first { $0.shown }?.value)
            #expect(
                0 <= value.lower && value.lower <= value.estimate && value.estimate <= value.upper && value.upper <= 10)
            #expect(abs(value.estimate - estimate) < 1e-9)
        }
    }

    @Test(
        "declared cells come in their declared order; what is not shown is empty or below the threshold, and looks alike"
    )
    func declaredOrder() async throws {
        let release = Release.test(
            "m",
            cells: [.test("c", "true", figures: 1), .test("a", "false", figures: 99), .test("b", "false", figures: 2)]
        ) { $0.dimensions.append(.init(name: "ok", domain: ["false", "true"])) }
        let cells = try #require(try await report([release]).metrics.first?.windows.first?.cells)
        #expect(
            cells.map(\.labels) == [
                ["a", "false"], ["a", "true"], ["b", "false"], ["b", "true"], ["c", "false"], ["c", "true"],
            ])
        #expect(cells.map(\.shown) == [true, false, true, false, false, true])
        for cell in cells where !cell.shown {
            #expect(cell.value == nil && cell.contributors == nil && cell.buckets.isEmpty)
        }
    }

    @Test("open cells come with the largest first") func openOrder() async throws {
        let release = Release.test(
            "m", delta: 1000, cells: [.test("x", figures: 1), .test("y", figures: 99), .test("z", figures: -5)]
        ) { $0.dimensions = [.init(name: "route", domain: nil)] }
        let cells = try #require(try await report([release]).metrics.first?.windows.first?.cells)
        #expect(cells.map(\.labels) == [["y"], ["x"], ["z"]])
        #expect(!cells.contains { !$0.shown })
    }

    @Test("a total adds up what is shown, with the interval of the sum and not the sum of the intervals") func total()
        async throws
    {
        let cells: [ReleasedCell] = [.test("a", figures: 10), .test("b", figures: 20), .test("c", figures: 30)]
        let window = try #require(
            try await report([.test("m", epsilon: 3_000_000, cells: cells)]).metrics.first?.windows.first)
        let total = try #require(window.total)
        #expect(total.estimate == 60)
        #expect(total.upper - total.estimate > 9 && total.upper - total.estimate < 27)
        #expect(window.epsilon == 3 && window.delta == 0)
    }

    @Test("there is no total of contributors, who may be in two cells, nor of nothing") func noTotal() async throws {
        let cells: [ReleasedCell] = [.test("a"), .test("b")]
        let people = Release.test("people", kind: "contributors", cells: cells)
        let none = Release.test("none")
        let single = Release.test("single", cells: [.init(labels: [], contributors: 9, figures: [1])]) {
            $0.dimensions = []
        }
        for metric in try await report([people, none, single]).metrics { #expect(metric.windows[0].total == nil) }
    }

    @Test("a catalog that changed keeps its old releases readable, each by its own terms, oldest first") func changes()
        async throws
    {
        let releases = [
            Release.test("m", start: start + 60, epsilon: 1_000_000, cells: [.test("a", figures: 1)]),
            Release.test(
                "m", start: start - start % 3600 - 3600, length: .hour, epsilon: 3_000_000,
                cells: [.test("a", figures: 2)]),
            Release.test("m", start: start + 120, kind: "histogram", cells: [.test("a", figures: 1, 2)]) {
                $0.edges = [1]
            },
            Release.test("gone", start: start, cells: [.test("a", figures: 3)]) {
                $0.description = "No longer declared."
            },
        ]
        let report = try await report(releases)
        #expect(report.metrics.map(\.name) == ["gone", "m"])
        #expect(report.metrics[0].description == "No longer declared.")
        #expect(report.metrics[0].guarantee.maxCells == 2)
        let windows = report.metrics[1].windows
        #expect(windows.map(\.start) == windows.map(\.start).sorted())
        #expect(windows.map(\.epsilon) == [3, 1, 1])
        #expect(windows[2].cells[0].buckets.count == 2)
    }

    @Test("it reaches back as far as one can look, and no further") func reach() async throws {
        let old = Release.test("m", start: now - ReportBuilder.reach(of: .minute) - 60, cells: [])
        let recent = Release.test("m", start: now - ReportBuilder.reach(of: .minute) + 60, cells: [])
        #expect(try await report([old, recent]).metrics[0].windows.map(\.start) == [recent.window.start])
    }

    @Test("it reads the same however often it is asked for") func repeats() async throws {
        let first = try await report([.test("m", cells: [.test("a", figures: 1)])])
        for _ in 0..<3 { #expect(try await Report.read(from: store, now: now) == first) }
    }

    @Test("intake adds up by signal, with its interval, and names the rules that stand out", arguments: [Int64(0), 1])
    func intake(publications: Int64) async throws {
        let day = start - start % 86400
        try await store.add([
            IntakeCount(day: day, signal: "logs", rule: "received", count: 10),
            IntakeCount(day: day - 86400, signal: "logs", rule: "received", count: 5),
            IntakeCount(day: day, signal: "logs", rule: "counted", count: 9),
            IntakeCount(day: day, signal: "traces", rule: "refused", count: 2),
            IntakeCount(day: day, signal: "traces", rule: "requests", count: 3),
            IntakeCount(day: day, signal: "logs", rule: "window.late", count: 1),
            IntakeCount(day: day, signal: "logs", rule: "field.code", count: -2),
            IntakeCount(day: day, signal: "logs", rule: "request.malformed", count: 1),
            IntakeCount(day: day, signal: "", rule: "publications", count: publications),
            IntakeCount(day: day, signal: "traces", rule: "field.type", count: 4),
            IntakeCount(day: day, signal: "logs", rule: "field.type", count: 4),
        ])
        let intake = try await report([]).intake
        // Noise of scale 2: 2 t^(m + 1) / (1 + t) is at most 0.05 from m = 6 on, and for the sum of three from m = 12 on.
        let half: Int64 = publications == 0 ? 0 : 6
        #expect(intake.signals.map(\.name) == ["traces", "logs", "metrics"])
        func figures(_ values: Int64...) -> [Figure] { values.map { Figure($0, plusMinus: half) } }
        #expect(intake.signals.map(\.received) == figures(0, 15, 0))
        #expect(intake.signals.map(\.counted) == figures(0, 9, 0))
        #expect(intake.signals.map(\.refused) == figures(2, 0, 0))
        #expect(intake.signals.map(\.requests) == figures(3, 0, 0))
        // What the noise alone may have made is not shown; whole requests have none.
        #expect(
            intake.reasons.map(\.rule)
                == (publications == 0 ? ["field.type", "request.malformed", "window.late"] : ["request.malformed"]))
        #expect(intake.reasons.last.map(\.count) == Figure(1, plusMinus: 0))
        #expect(intake.since == day - 86400)
    }

    @Test("as JSON it is in snake_case, and reads back as it was") func json() async throws {
        let collector = try await Collector(
            catalog: TestCatalog.catalog(
                [
                    TestCatalog.event(
                        fields: [("kind", .enumeration(values: ["a"], other: "b"))], sources: [TestCatalog.source(.log)]
                    )
                ],
                [TestCatalog.metric("m", by: ["kind"])]),
            configuration: CollectorConfiguration(), store: store, clock: SimulatedClock(start: start),
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let release = Release.test("m", start: start - 60, cells: [.test("a", figures: 1)])
        try await store.commit(
            ClosedWindow(release.window, releases: [release]), limits: .test("50"), at: 1)
        let report = try await collector.report(dataset: .demo)
        #expect(report.simulatedClock && report.dataset == .demo)
        #expect(report.openWindows.map(\.closesAt) == [start + 75])
        #expect(report.metrics[0].windows.count == 1)
        #expect(report.holdings.map(\.count) == [1, 1, 1, 0, 0, 0, 0])
        let text = report.json
        for key in [
            "\"generated_at\"", "\"open_windows\"", "\"closes_at\"", "\"max_per_cell\"", "\"data_class\"",
            "\"simulated_clock\"",
        ] {
            #expect(text.contains(key))
        }
        #expect(text.range(of: "\"[a-z]+[A-Z][A-Za-z]*\":", options: .regularExpression) == nil)
        #expect(try JSON.value(Report.self, from: text) == report)
    }

    @Test("what the collector left of itself is read when it is gone") func summary() async throws {
        let clock = SimulatedClock(start: start)
        let collector = try await Collector(
            catalog: TestCatalog.catalog(
                [TestCatalog.event(sources: [TestCatalog.source(.log)])], [TestCatalog.metric("m")]),
            configuration: CollectorConfiguration(), store: store, clock: clock,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await collector.describe(dataset: .live, yaml: "catalog: 1")
        clock.advance(to: start + 75)
        await collector.tick()
        // Simulated windows lie in their own time: the report is made for the newest release.
        let report = try await Report.read(from: store, now: 4_000_000_000)
        #expect(report.catalog == "test")
        #expect(report.openWindows.isEmpty)
        #expect(report.metrics.map(\.windows.count) == [1])
        #expect(report.generatedAt == start + 75)
    }
}
