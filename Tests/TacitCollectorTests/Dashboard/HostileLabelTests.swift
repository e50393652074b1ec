import Foundation
import PageMarkup
import TacitCollector
import Testing

@Suite("Hostile labels")
struct HostileLabelTests {
    private func page() throws -> String {
        let report = try SampleReport.hostile.report
        return try #require(Dashboard().metric(report, named: report.metrics[0].name, cell: nil))
    }

    /// The template library escapes by character. `"` with U+0301 behind it is another character than `"`, so it was left
    /// as it was, and ended the attribute it stood in.
    @Test("can't end an attribute with a quote that has a combining mark behind it")
    func combiningMark() throws {
        let overview = try Dashboard().overview(SampleReport.hostile.report)
        let message = Dashboard().message(status: 404, title: "\"\u{301} onload=x", body: "'\u{301}<\u{301}")
        for page in [try page(), overview, message] {
            let scalars = Array(page.unicodeScalars)
            let marks = scalars.indices.filter { scalars[$0] == "\u{301}" }
            #expect(!marks.isEmpty)
            #expect(marks.allSatisfy { scalars[$0 - 1] == ";" }, "a reference stands before the mark")
        }
    }

    @Test("can't reorder or control the text around them")
    func direction() throws {
        let scalars = try page().unicodeScalars
        #expect(!scalars.contains { ("\u{202A}"..."\u{202E}").contains($0) || ("\u{2066}"..."\u{2069}").contains($0) })
        #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{7F}" })
        #expect(try Markup(page()).all("bdi").map(\.text).contains("مرحبا بالعالم"))
    }

    @Test(
        "come out as they went in, as text", arguments: ["<script>alert(1)</script>", "'><img src=x>", "a&b;{{page}}"])
    func verbatim(_ label: String) throws {
        #expect(try Markup(page()).all("bdi").map(\.text).contains(label))
    }

    @Test("survive the way through an address and back", arguments: SampleReport.hostileLabels)
    func addresses(_ label: String) throws {
        let link = Links(base: "").metric("a/b?c#d", cell: [label, "x&cell=y"])
        #expect(link.hasPrefix("/metric/a%2Fb%3Fc%23d?cell="))
        #expect(link.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        #expect(link.count { $0 == "&" } == 1)
        let query = try #require(link.split(separator: "?").last).split(
            separator: "&", omittingEmptySubsequences: false)
        #expect(query.first.map { String($0.dropFirst("cell=".count)).removingPercentEncoding } == label)
    }

    @Test("an empty label has a name")
    func empty() throws {
        #expect(try Markup(page()).all("bdi").map(\.text).contains("(none)"))
    }
}
