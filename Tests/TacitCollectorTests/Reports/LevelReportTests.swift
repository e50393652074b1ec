import Logging
import PageMarkup
import TacitCatalog
import TacitPrivacy
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("From a request to what is shown, a level says what it promises")
struct LevelReportTests {
    private static let phrase = "no formal guarantee"

    /// What is shown after an hour in which 40 contributors of small teams, 12 of huge ones and 2 of medium ones worked.
    private struct Shown {
        let report: Report
        let dictionary: DataDictionary
        let spent: PrivacySpend
        let budget: BudgetReport

        func metric(_ name: String) throws -> MetricReport { try #require(report.metrics.first { $0.name == name }) }

        func cells(_ name: String) throws -> [[String]: MetricReport.Cell] {
            let cells = try #require(try metric(name).windows.last).cells
            return Dictionary(cells.map { ($0.labels, $0) }) { first, _ in first }
        }

        func text(_ name: String) -> String { ReportText(report, metric: name).text }

        func page(_ name: String) throws -> String {
            try #require(Dashboard().metric(report, named: name, cell: nil))
        }
    }

    private static func shown() async throws -> Shown {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.database)
        let clock = SimulatedClock(start: Line.start)
        let collector = try await Collector(
            catalog: try LevelCatalog.catalog(), configuration: CollectorConfiguration(), store: store, clock: clock,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let groups: [(Range<Int>, team: Int64, hours: Double, town: String, office: String)] = [
            (0..<40, 7, 2.5, "porto", "porto"), (40..<52, 300, 4, "lyon", "lyon"), (52..<54, 20, 8, "lyon", "lisbon"),
        ]
        let logs = groups.flatMap { group in
            group.0.map { number in
                OTLP.Log(
                    name: "work",
                    attributes: [
                        ("installation", .int(Int64(number))), ("team", .int(group.team)),
                        ("hours", .double(group.hours)), ("town", .string(group.town)),
                        ("office", .string(group.office)), ("score", 1),
                    ])
            }
        }
        _ = try OTLP.logs(logs).withUnsafeBytes { try collector.ingest($0, signal: .logs) }
        clock.advance(to: Line.start + 3600 + 300)
        await collector.tick()
        return Shown(
            report: try await collector.report(), dictionary: collector.catalog.dictionary(),
            spent: try await store.spent(in: WindowID(length: .hour, containing: Line.start)),
            budget: try await BudgetReader(store: store, catalog: collector.catalog, now: clock.now).report())
    }

    @Test("minimal: exact figures of groups of k, the smaller ones hidden") func exact() async throws {
        let shown = try await Self.shown()
        let teams = try shown.cells("teams")
        #expect(teams[["small"]]?.value == Figure(exact: 40))
        #expect(teams[["huge"]]?.value == Figure(exact: 12) && teams[["huge"]]?.contributors == Figure(exact: 12))
        #expect(teams[["medium"]]?.shown == false && teams[["micro"]]?.shown == false, "two, and none: they look alike")
        let window = try #require(try shown.metric("teams").windows.last)
        #expect(window.total == Figure(exact: 52), "of the cells that are shown")
        #expect(window.epsilon == nil && window.delta == nil)
        let means = try shown.cells("hours.mean")
        let mean = try #require(means[["europe"]]?.value)
        #expect(mean.isExact && abs(mean.estimate - (40 * 2.5 + 12 * 4 + 2 * 8) / 54) < 1e-12)
        #expect(means[["europe"]]?.contributors == Figure(exact: 54) && means[["elsewhere"]]?.shown == false)
        #expect(try shown.cells("hours.sum")[["france"]]?.value == Figure(exact: 64))
        #expect(
            try Set(shown.cells("offices.open").keys) == [["porto"], ["lyon"]],
            "an open cell of two is not even named")
    }

    @Test("minimal: charges nothing") func free() async throws {
        let shown = try await Self.shown()
        let paying = try LevelCatalog.catalog().metrics.filter { $0.guarantee.level != .minimal }
        #expect(shown.spent.epsilonMillionths == Int64(paying.count) * 10_000_000)
        #expect(shown.spent.epsilonMillionths == (try LevelCatalog.catalog().spending(in: .hour).epsilonMillionths))
    }

    @Test("minimal: the budget names it as what no epsilon is about") func budget() async throws {
        let shown = try await Self.shown()
        let hour = try #require(shown.budget.lengths.first)
        #expect(hour.exact == ["teams", "hours.mean", "hours.sum", "offices.open"])
        #expect(!hour.scopes.contains { hour.exact.contains($0.name) })
        #expect(hour.scopes.first?.spent == 50 && hour.forecast.first?.epsilon == 50)
        #expect(BudgetText(shown.budget).text.contains("No formal guarantee for teams, hours.mean"))
    }

    @Test("minimal: the text says that nothing is promised, and has neither epsilon nor interval") func text()
        async throws
    {
        let shown = try await Self.shown()
        let text = shown.text("teams")
        #expect(text.contains("No formal guarantee: exact figures of groups of at least 3 contributors."))
        #expect(text.contains(/small +40 +exact +events +no formal guarantee/))
        #expect(text.contains("below the threshold of 3 contributors, or empty"))
        #expect(!text.contains("ε") && !text.contains("95 %") && !text.contains("±"))
        let status = StatusText(shown.report).text
        #expect(status.contains(/teams +count by team .*no formal guarantee/))
    }

    @Test("maximum: the text has an epsilon, a spread and an interval, and k is 10") func noisyText() async throws {
        let shown = try await Self.shown()
        let text = shown.text("teams.coarse")
        #expect(text.contains("Protects one contributor in one hour with ε\u{A0}=\u{A0}10, δ\u{A0}=\u{A0}0."))
        #expect(text.contains("±") && text.contains("95 %"))
        #expect(!text.lowercased().contains(Self.phrase))
        let guarantee = try shown.metric("teams.coarse").guarantee
        #expect(guarantee.privacy == .maximum && guarantee.k == 10 && guarantee.threshold == 10)
    }

    @Test("the JSON says of each metric what it promises, and of each figure that it is exact") func json() async throws
    {
        let shown = try await Self.shown()
        let json = shown.report.json
        #expect(json.contains(#""exact" : true"#))
        #expect(
            json.contains(#""promise" : "No formal guarantee: exact figures of groups of at least 3 contributors.""#))
        #expect(json.contains(#""privacy" : "minimal""#) && json.contains(#""privacy" : "maximum""#))
        #expect(try JSON.value(Report.self, from: json) == shown.report)
        for metric in shown.report.metrics {
            let isMinimal = metric.guarantee.privacy == .minimal
            #expect((metric.guarantee.epsilon == nil) == isMinimal && (metric.guarantee.delta == nil) == isMinimal)
            #expect(metric.guarantee.promise.hasPrefix("No formal guarantee") == isMinimal)
            let figures = metric.windows.flatMap { window in
                window.cells.flatMap { [$0.value, $0.contributors].compactMap(\.self) }
                    + [window.total].compactMap(\.self)
            }
            #expect(figures.allSatisfy { $0.isExact == isMinimal })
            #expect(figures.allSatisfy { !$0.isExact || $0.lower == $0.estimate && $0.upper == $0.estimate })
        }
        let alone = JSON.text(try shown.metric("teams"))
        #expect(!alone.contains("epsilon") && !alone.contains("delta"))
    }

    @Test("the page of a minimal metric promises nothing, that of a maximum metric its epsilon") func pages()
        async throws
    {
        let shown = try await Self.shown()
        let exact = try Markup(try shown.page("teams"))
        let said = exact.elements.map(\.text).joined(separator: "\n")
        #expect(said.contains("No formal guarantee: exact figures of groups of at least 3 contributors."))
        #expect(said.contains("learns by subtraction what that one contributed"))
        #expect(!said.contains("ε") && !said.contains("Protects") && !said.contains("±"))
        #expect(exact.all("th").map(\.text).contains("Exact figure"))
        for figure in exact.all(class: "spread") { #expect(figure.text == "exact") }
        for interval in exact.all(class: "interval") { #expect(interval.text.contains(Self.phrase)) }

        let noisy = try Markup(try shown.page("teams.coarse"))
        let promised = noisy.elements.map(\.text).joined(separator: "\n")
        #expect(promised.contains("Protects one contributor in one hour with ε\u{A0}=\u{A0}10, δ\u{A0}=\u{A0}0."))
        #expect(!promised.contains("o formal guarantee"))
        #expect(noisy.all("th").map(\.text).contains("95 % interval"))
    }

    @Test("the overview and the dictionary name the metrics that promise nothing") func overview() async throws {
        let shown = try await Self.shown()
        let sentence =
            "No formal guarantee for teams, hours.mean, hours.sum, offices.open: the figures are exact, and only small "
            + "groups are hidden."
        #expect(try Markup(Dashboard().overview(shown.report)).all(class: "protected").map(\.text).contains(sentence))
        let dictionary = try Markup(Dashboard().dictionary(shown.dictionary, shown.report))
        #expect(dictionary.all(class: "protected").map(\.text).contains(sentence))
        #expect(dictionary.all("dd").count { $0.text.hasPrefix(Self.phrase) } == 4)
    }

    @Test("a metric whose level changed shows each window as it was released") func changed() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.database)
        for (start, epsilon) in [(Line.start, Int64(0)), (Line.start + 60, 3_000_000)] {
            let release = Release.test(
                "m", start: start, epsilon: epsilon, cells: [.test("b", contributors: 20, figures: 41)])
            try await store.commit(ClosedWindow(release.window, releases: [release]), limits: .test("50"), at: 1)
        }
        let windows = try #require(try await Report.read(from: store, now: Line.start + 600).metrics.first).windows
        #expect(windows.map { $0.cells[1].value } == [Figure(exact: 41), Figure(estimate: 41, lower: 32, upper: 50)])
        #expect(windows.map(\.epsilon) == [nil, 3])
    }
}
