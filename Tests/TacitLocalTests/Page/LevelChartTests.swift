import PageMarkup
import TacitPages
import Testing

@testable import TacitLocal

@Suite("The chart of a level")
struct LevelChartTests {
    private func points(_ seconds: [Int64]) -> [Picture.LevelPoint] {
        seconds.map { Picture.LevelPoint(timestamp: Moment(seconds: $0), level: 0.5) }
    }

    @Test("breaks its line where nothing was written")
    func gap() {
        #expect(LevelChart.runs(points([])).isEmpty)
        #expect(LevelChart.runs(points([0])).count == 1)
        #expect(LevelChart.runs(points([0, 60, 120, 180])).count == 1)
        #expect(LevelChart.runs(points([0, 60, 120, 3600, 3660, 3720])).map(\.count) == [3, 3])
    }

    @Test("says in words what it shows")
    func words() throws {
        let level = try #require(SamplePicture.critical.picture.levels.first)
        let chart = try #require(Markup("<p>\(LevelChart(level: level).html.markup)</p>").all(class: "wide").first)
        #expect(chart.attributes["aria-label"]?.hasPrefix("consciousness from 2026-09-22 09:30 to ") == true)
        #expect(chart.text.contains("Growing over the last 7 d, with a certainty of 97\u{A0}%."))
    }

    @Test("of a single point is drawn all the same")
    func single() throws {
        let level = try #require(SamplePicture.critical.picture.levels.first)
        let one = Picture.Level(
            name: level.name, last: level.last, points: points([level.last.timestamp.seconds]), lines: 1)
        #expect(try Markup("<p>\(LevelChart(level: one).html.markup)</p>").all(class: "dot").count == 4)
    }
}
