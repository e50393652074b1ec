import Foundation
import PageMarkup
import Testing

@testable import TacitLocal

@Suite("Health reports")
struct HealthReportTests {
    private func json(_ sample: SamplePicture) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(HealthReport(sample.picture).json.utf8))
        return try #require(object as? [String: Any])
    }

    @Test("say uptime and the time between failures, and how much is known at all")
    func uptime() throws {
        #expect(
            HealthReport(SamplePicture.critical.picture).uptime == [
                "In 99.87\u{A0}% of the known time the system was not critical.",
                "84.64\u{A0}% of the last 30 days is known.", "On average 4 d 2 h lie between two failures.",
            ])
        #expect(HealthReport(SamplePicture.off.picture).uptime == ["Nothing is known of the last 30 days."])
    }

    @Test("say how a level went, over which window and how surely")
    func levels() throws {
        let picture = SamplePicture.critical.picture
        let sentences = HealthReport(picture).trend(of: try #require(picture.levels.last))
        #expect(
            sentences == [
                "From 0.77 on 2026-09-22 to 0.44 on 2026-11-21.",
                "Declining over the last 7 d, with a certainty of 97\u{A0}%.", "Below what its owner calls functional.",
            ])
    }

    @Test("say which component and which hour errors come from")
    func errors() {
        let picture = SamplePicture.critical.picture
        #expect(
            HealthReport(picture).errors == [
                "65.64\u{A0}% of 326 errors come from storage.", "43.25\u{A0}% fall between 04:00 and 05:00 UTC.",
            ])
        let patterns = ErrorPatterns(picture)
        #expect(patterns.components.map(\.name.text) == ["storage", "fetcher", "scheduler"])
        #expect(patterns.sentences(Array(repeating: 4, count: 24)).first?.contains("storage") == true)
    }

    @Test(
        "name no hour where chance explains the pile as well",
        arguments: [
            Array(repeating: 3, count: 24), Array(repeating: 0, count: 23) + [4], (0..<24).map { 20 + $0 % 5 },
        ])
    func chance(_ hours: [Int]) {
        let sample = SamplePicture.critical.picture
        let picture = Picture(
            now: sample.now, folder: "", health: nil, isMonitored: true, days: [], resources: [], services: [],
            levels: [],
            errors: sample.errors, errorsByHour: hours, standing: [], alerts: [], holdings: [], uptime: nil,
            meanTimeBetweenFailures: nil)
        #expect(ErrorPatterns(picture).busiestHour == nil)
    }

    @Test("are JSON that any parser reads, with null for what is unknown", arguments: SamplePicture.allCases)
    func parsed(_ sample: SamplePicture) throws {
        let report = try json(sample)
        #expect(report["generated_at"] as? String == "2026-11-21T09:30:40Z")
        let uptime = try #require(report["uptime"] as? [String: Any])
        #expect((uptime["days"] as? [[String: Any]])?.count == 30)
        #expect((uptime["not_critical_share"] is NSNull) == (sample.picture.uptime == nil))
        #expect((report["status"] is NSNull) == (sample.picture.health == nil))
    }

    @Test("carry a hostile message as text")
    func hostile() throws {
        let report = HealthReport(SamplePicture.hostile.picture)
        let errors = try #require(json(.hostile)["errors"] as? [String: Any])
        let codes = try #require(errors["by_code"] as? [[String: Any]])
        #expect(codes.first?["message"] as? String == SamplePicture.script)
        let markdown = Array(report.markdown)
        #expect(
            markdown.contains("<") && markdown.indices.allSatisfy { markdown[$0] != "<" || markdown[$0 - 1] == "\\" })
        #expect(!report.markdown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
        #expect(!report.html.contains("<script"))
        #expect(Markdown.escaped("a|b\nc") == "a\\|b c")
    }

    @Test("are one HTML file that loads nothing, and has nothing to press", arguments: SamplePicture.allCases)
    func html(_ sample: SamplePicture) throws {
        let html = HealthReport(sample.picture).html
        let start = try #require(html.firstRange(of: "<style>")).lowerBound
        let end = try #require(html.firstRange(of: "</style>")).upperBound
        let markup = try Markup(html.replacingCharacters(in: start..<end, with: ""))
        #expect(!markup.elements.contains { ["link", "form", "button", "script", "img"].contains($0.name) })
        let ids = markup.elements.compactMap { $0.attributes["id"] }
        for link in markup.all("a") {
            let place = try #require(link.attributes["href"])
            #expect(place.hasPrefix("#") && ids.contains(String(place.dropFirst())), "\(place)")
        }
        #expect(html.contains("content=\"default-src &#39;none&#39;") || html.contains("content=\"default-src 'none'"))
    }

    @Test("show no line as it is in a file")
    func lines() {
        let report = HealthReport(SamplePicture.critical.picture)
        for text in [report.markdown, report.html] { #expect(!text.contains("\"system_status\"")) }
    }
}
