import PageMarkup
import TacitPages
import Testing

@testable import TacitLocal

@Suite("The uptime strip")
struct UptimeStripTests {
    private func parts(_ day: StripDay) throws -> [String] {
        let markup = try Markup("<p>\(UptimeStrip(days: [day]).html.markup)</p>")
        let parts = markup.all(class: "part").compactMap { $0.attributes["class"] }
        // The wide picture and the narrow one show the same.
        #expect(Array(parts.prefix(parts.count / 2)) == Array(parts.suffix(parts.count / 2)))
        return parts.prefix(parts.count / 2).map { String($0.dropFirst(5)) }
    }

    private func day(_ minutes: [SystemHealth.Status: Int]?, elapsed: Int = 1440) -> StripDay {
        StripDay(
            minutes.map { Picture.Day(day: 20_000, minutes: $0, criticalErrors: 0, errors: 0) }, day: 20_000,
            elapsed: elapsed)
    }

    @Test("tells unknown from down, and from up")
    func unknown() throws {
        #expect(try parts(day(nil)) == ["unknown"])
        #expect(try parts(day([:])) == ["unknown"])
        #expect(try parts(day([.critical: 1440])) == ["critical"])
        #expect(try parts(day([.healthy: 1440])) == ["healthy"])
        #expect(try parts(day([.healthy: 700])) == ["healthy", "unknown"])
        #expect(try parts(day([.healthy: 700, .critical: 10])) == ["healthy", "critical", "unknown"])
    }

    @Test("shows a single critical minute")
    func minute() throws {
        #expect(try parts(day([.healthy: 1439, .critical: 1])) == ["healthy", "critical"])
    }

    @Test("knows that the rest of today has not been")
    func today() throws {
        #expect(try parts(day([.healthy: 30], elapsed: 30)) == ["healthy"])
        #expect(day([.healthy: 30], elapsed: 30).unknown == 0)
        #expect(day(nil, elapsed: 0).unknown == 0)
    }

    @Test("has thirty days whatever is kept, and never more minutes than a picture tells")
    func days() {
        let strip = SamplePicture.critical.picture.strip
        #expect(strip.count == 30 && strip.last?.day == SamplePicture.now.day)
        #expect(strip.prefix(4).allSatisfy { $0.known == 0 && $0.unknown == 1440 && $0.worst == nil })
        #expect(SamplePicture.off.picture.strip.allSatisfy { $0.known == 0 })
        #expect(strip[14].words == "2026-11-06: healthy 22 h 10 min, degraded 1 h 20 min, critical 30 min; 31 errors")
        #expect(strip[0].words == "2026-10-23: unknown")
    }

    @Test("a clock that was set back makes no negative time")
    func clock() {
        let day = day([.healthy: 900], elapsed: 30)
        #expect(day.unknown == 0 && day.elapsed == 900)
    }
}
