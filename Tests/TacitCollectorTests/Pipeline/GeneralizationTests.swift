import TacitCatalog
import TacitSeal
import TacitStores
import TacitWire
import Testing

@testable import TacitCollector

@Suite("What is made coarser is coarse before it is gathered")
struct GeneralizationTests {
    private let line: Line

    init() throws { line = try Line(LevelCatalog.catalog()) }

    /// The cells of a metric after records that differ in one attribute.
    private func cells(_ metric: String, _ attribute: String, _ values: [OTLP.Value]) throws -> [[String]: Int64] {
        var windows = Windows(plan: line.plan, limits: WindowLimits(), closedUntil: [:])
        let logs = values.enumerated().map { number, value in
            OTLP.Log(
                name: "work",
                attributes: [("installation", .int(Int64(number)))]
                    + [("team", 1), ("hours", 1), ("town", "porto"), ("office", "porto"), ("score", 0)].map {
                        ($0.0, $0.0 == attribute ? value : $0.1)
                    })
        }
        _ = try line.add(OTLP.logs(logs), .logs, to: &windows)
        let window = windows.take(WindowID(length: .hour, containing: Line.start))
        var gathered = try #require(window)
        let number = try #require(line.plan.metrics.firstIndex { $0.metric.name == metric })
        let taken = gathered.takeTally(number)
        let tally = try #require(taken)
        var cells: [[String]: Int64] = [:]
        tally.forEachCell(labels: gathered.labels) { labels, contributors, _ in
            if contributors > 0 { cells[labels] = contributors }
        }
        return cells
    }

    @Test("a number becomes its range, its edge still within") func numbers() throws {
        #expect(
            try cells("teams", "team", [1, 3, 4, 10, 11, 100, 101, 500])
                == [["micro"]: 2, ["small"]: 2, ["medium"]: 1, ["large"]: 1, ["huge"]: 2])
        #expect(try cells("teams.coarse", "team", [1, 25, 26, 500]) == [["up to 25"]: 2, ["above 25"]: 2])
    }

    @Test("a number out of its bounds is clamped first, and counted in a range") func clamped() throws {
        #expect(try cells("teams", "team", [-5, 100_000]) == [["micro"]: 1, ["huge"]: 1])
    }

    @Test("a range of the catalog's own holds the numbers that it says") func ownRanges() throws {
        #expect(
            try cells("hours", "hours", [.double(0.5), 1, 2, 8, .double(8.5)])
                == [["an hour"]: 2, ["a day"]: 2, ["days"]: 1])
    }

    @Test("a value of a closed list becomes its parent, and `other` stays") func lists() throws {
        #expect(
            try cells("towns", "town", ["lisbon", "porto", "lyon", "rome"])
                == [["portugal"]: 2, ["france"]: 1, ["elsewhere"]: 1])
    }

    @Test("a name becomes its parent, and one that nobody declared becomes other: its own text is never kept")
    func names() throws {
        let values: [OTLP.Value] = ["lisbon", "porto", "lyon", "portugal", "atlantis", .empty]
        #expect(
            try cells("offices", "office", values)
                == [["portugal"]: 3, ["france"]: 1, ["other"]: 2])
    }

    @Test("dimensions of several levels and of none keep their places") func together() throws {
        #expect(
            try cells("all", "office", ["lyon", "atlantis"])
                == [
                    ["up to 25", "lyon", "portugal", "micro range"]: 1,
                    ["up to 25", "atlantis", "portugal", "micro range"]: 1,
                ])
    }

    @Test("a closed cell exists before anything came, an open one does not") func domains() throws {
        func plan(of name: String) throws -> MetricPlan {
            try #require(line.plan.metrics.first { $0.metric.name == name })
        }
        #expect(try plan(of: "offices").isClosed && plan(of: "offices").closedCells == 3)
        #expect(try plan(of: "teams.coarse").closedCells == 2)
        #expect(try !plan(of: "all").isClosed)
        #expect(try plan(of: "all").terms.dimensions.map(\.name) == ["team@2", "office", "town@1", "score"])
        #expect(try plan(of: "offices").terms.deltaUnits == 0)
    }
}
