import Foundation
import TacitPages
import Testing

@testable import TacitLocal

@Suite("What a picture counts")
struct PictureReadingTests {
    private func picture(_ bench: borrowing Bench, at now: Moment = Bench.now) -> Picture {
        bench.folder.picture(at: now, settings: Settings(parts: Set(Part.allCases)), isMonitored: true)
    }

    @Test("shows nothing of what is dated in the future or should be gone, but counts its lines")
    func dated() throws {
        let bench = Bench()
        for time in [Bench.now + 301, Bench.now - 90 * 86_400] {
            try bench.folder.append([
                SystemHealth(.critical, at: time),
                ServiceStatus(timestamp: time, service: Name("db")!, state: .down),
                AlertEvent(timestamp: time, rule: .serviceDown, subject: Name("db")!, state: .raised),
                ErrorEvent(timestamp: time, code: ErrorCode("E")!, component: Name("x")!),
                ResourceAlert(timestamp: time, resource: .cpu, state: .over, percent: 95, threshold: 90),
                LevelStatus(
                    timestamp: time, name: Name("x")!, level: 1, evolution: .stable, windowSeconds: 60, certainty: 0,
                    functional: true),
            ])
        }
        let picture = picture(bench)
        #expect(picture.health == nil && picture.statusSince == nil && picture.uptime == nil)
        #expect(picture.services.isEmpty && picture.alerts.isEmpty && picture.standing.isEmpty)
        #expect(picture.errors.isEmpty && picture.resources.isEmpty && picture.levels.isEmpty)
        #expect(picture.holdings.allSatisfy { $0.lines == 2 })
        // Clocks of two programs differ a little.
        try bench.folder.append([SystemHealth(at: Bench.now + 300)])
        #expect(self.picture(bench).health?.status == .healthy)
    }

    @Test(
        "each line of health stands until the next, whatever the rounds", arguments: [1, 10, 60, 600, 3600] as [Int64])
    func rounds(_ round: Int64) throws {
        let bench = Bench()
        let start = Moment(day: Bench.now.day - 1)
        let count = 86_400 / round
        try bench.folder.append(
            (0..<count).map { SystemHealth($0 * 4 < count ? .critical : .healthy, at: start + $0 * round) })
        let picture = picture(bench, at: start + 86_400)
        let day = try #require(picture.days.first { $0.day == start.day })
        #expect(day.minutes == [.critical: 360, .healthy: 1080])
        #expect(picture.uptime == 0.75)
        #expect(picture.statusSince == start + 86_400 / 4)
    }

    @Test("nobody looked where lines are missing, and a break begins a status anew")
    func gaps() throws {
        let bench = Bench()
        let start = Moment(day: Bench.now.day)
        // Two missed rounds are nothing; an hour is.
        try bench.folder.append(
            (0..<60).filter { $0 % 10 != 5 && $0 % 10 != 6 }.map { SystemHealth(at: start + $0 * 60) })
        try bench.folder.append((0..<60).map { SystemHealth(at: start + 7200 + $0 * 60) })
        let picture = picture(bench)
        #expect(picture.days.last?.minutes == [.healthy: 120])
        #expect(picture.statusSince == start + 7200)
    }

    @Test("a lonely line stands for a minute")
    func lonely() throws {
        let bench = Bench()
        try bench.folder.append([SystemHealth(at: Bench.now - 7200), SystemHealth(at: Bench.now - 40)])
        #expect(picture(bench).days.last?.minutes == [.healthy: 2])
    }

    @Test("a state of seconds is not rounded away")
    func short() throws {
        let bench = Bench()
        let start = Bench.now - 600
        try bench.folder.append((0..<600).map { SystemHealth($0 == 300 ? .critical : .healthy, at: start + $0) })
        let picture = picture(bench)
        #expect(picture.days.last?.minutes[.critical] == 1)
        #expect(picture.uptime == 599.0 / 600)
    }

    @Test("an hour stands out by its lines, not by the errors of one of them")
    func hours() throws {
        let bench = Bench()
        let day = Moment(day: Bench.now.day - 1)
        func error(_ hour: Int64, count: Int) -> ErrorEvent {
            ErrorEvent(timestamp: day + hour * 3600, code: ErrorCode("E")!, component: Name("x")!, count: count)
        }
        try bench.folder.append((0..<24).map { error($0, count: $0 == 18 ? 5000 : 1) })
        let even = picture(bench)
        #expect(ErrorPatterns(even).busiestHour == nil)
        #expect(ErrorPatterns(even).total == 5023)
        try bench.folder.append((0..<40).map { _ in error(18, count: 1) })
        #expect(ErrorPatterns(picture(bench)).busiestHour == 18)
    }

    @Test("one is said as one")
    func one() throws {
        let bench = Bench()
        try bench.folder.append([ErrorEvent(timestamp: Bench.now, code: ErrorCode("E")!, component: Name("x")!)])
        let picture = picture(bench)
        #expect(ErrorPatterns(picture).sentences(picture.errorsByHour)[0] == "The one error comes from x.")
    }

    @Test("a line is read whole wherever the blocks of a file end, and one without end is no record")
    func blocks() throws {
        let bench = Bench()
        let line = String(decoding: SystemHealth(at: Bench.now).line, as: UTF8.self)
        let text = String(repeating: line, count: 30_000) + String(repeating: "x", count: 3_000_000) + "\n" + line
        try bench.write(text + "{\"cut", to: "health-2026-11-21.jsonl")
        let health = try #require(picture(bench).holdings.first { $0.part == .health })
        #expect(health.lines == 30_001 && health.unreadable == 1)
        #expect(health.lastLines.last == String(line.dropLast()))
    }
}

@Suite("A level of which only a part is known")
struct PartialTrendTests {
    private func trend(minutes: Int, of window: Int64 = 86_400, rise: Double) -> LevelTrend {
        let points = (0..<minutes).map {
            Picture.LevelPoint(
                timestamp: Bench.now - Int64(minutes - 1 - $0) * 60, level: 0.3 + rise * Double($0) / Double(minutes))
        }
        return LevelTrend(of: points, until: Bench.now, window: window)
    }

    @Test("is judged over the part that is known, and says how long that is")
    func part() {
        let half = trend(minutes: 721, rise: 0.1)
        #expect(half.evolution == .growing && half.certainty > 0.99)
        #expect(half.span == 43_200)
        #expect(abs(half.change - 0.1) < 0.01)
        #expect(trend(minutes: 1440, rise: 0.1).span == 86_400)
    }

    @Test("is not judged at all where less than a quarter of its window is known")
    func little() {
        let little = trend(minutes: 359, rise: 0.5)
        #expect(little.evolution == .stable && little.certainty == 0 && little.change == 0)
        #expect(trend(minutes: 361, rise: 0.5).certainty > 0.9)
    }

    @Test("is written with the span that was judged")
    func written() throws {
        let bench = Bench()
        let level = LocalConfiguration.Level(name: Name("x")!, window: 86_400)
        #expect(bench.folder.status(of: level, 0.5, at: Bench.now - 43_200).certainty == 0)
        for minute in stride(from: Int64(0), to: 720, by: 5) {
            try bench.folder.append([
                LevelStatus(
                    timestamp: Bench.now - 43_200 + minute * 60, name: Name("x")!, level: 0.3 + Double(minute) / 7200,
                    evolution: .stable, windowSeconds: 1, certainty: 0, functional: false)
            ])
        }
        let status = bench.folder.status(of: level, 0.4, at: Bench.now)
        #expect(status.evolution == .growing && status.windowSeconds == 43_200)
        #expect(status.evolutionSentence.hasPrefix("Growing over the last 12 h"))
    }
}

@Suite("Dates on the page")
struct PageTimesTests {
    @Test("never break at their hyphens, and what is no date stays as it is")
    func unbroken() {
        #expect(
            LocalPage.timed("Since 2026-11-20 04:10, for 5-6 h <b> 2026-11-21.").markup
                == "Since <span class=\"time\">2026-11-20 04:10</span>, for 5-6 h &lt;b&gt; "
                + "<span class=\"time\">2026-11-21</span>.")
        for text in ["", "no date", "1-2", "2026-11", "20261120", "12345"] {
            #expect(!LocalPage.timed(text).markup.contains("span"))
        }
    }
}
