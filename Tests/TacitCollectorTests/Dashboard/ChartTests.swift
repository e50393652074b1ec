import PageMarkup
import TacitCollector
import Testing

@Suite("Charts")
struct ChartTests {
    private func page(_ sample: SampleReport, _ name: String, cell: [String]? = nil) throws -> Markup {
        try Markup(#require(Dashboard().metric(sample.report, named: name, cell: cell)))
    }

    @Test("draw the interval as a band around every line")
    func band() throws {
        let page = try page(.fortnight, "http.requests")
        let chart = try #require(page.all(class: "wide").first)
        #expect(
            chart.attributes["role"] == "img"
                && chart.text.contains("The line is the estimate, the band its 95 % interval"))
        #expect(page.all(class: "band").count == page.all(class: "line").count)
    }

    @Test("break the line where nothing was released")
    func gap() throws {
        let page = try page(.fortnight, "http.errors")
        let lines = page.all(class: "line").count
        // Two sizes of the chart and two cells with one gap; the third cell has one window, a gap, then a line.
        #expect(lines == 2 * 2 + 2 * 2 + 1)
        #expect(try #require(page.all("figcaption").first).text.contains("Where the line breaks nothing was released."))
    }

    @Test("have a table with the same windows and figures")
    func table() throws {
        let page = try page(.fortnight, "http.requests")
        let points = page.all(class: "hit").map(\.text)
        #expect(points.count == 2 * 14)
        for row in page.all("tr") where row.text.contains("2026-03-1") {
            let figure = row.text.split(separator: "±")[0].split(separator: "\n").last ?? ""
            #expect(points.contains { $0.contains(figure) })
        }
    }

    @Test("of histograms have a bar and a whisker for every bucket, and a row with its figure")
    func histogram() throws {
        let page = try page(.fortnight, "http.latency")
        #expect(page.all(class: "wide").count == 1)
        #expect(page.all(class: "hit").count == 2 * 13)
        let rows = page.all("th").filter { $0.attributes["scope"] == "row" }.map(\.text)
        #expect(rows.first == "below 5\u{A0}ms" && rows.last == "5\u{A0}s and more" && rows.count == 13)
    }

    @Test("of histograms name their edges without a unit where the report has none")
    func edges() throws {
        var sample = SampleReport.fortnight
        sample.metrics[1]["unit"] = "events"
        let rows = try page(sample, "http.latency").all("th").filter { $0.attributes["scope"] == "row" }.map(\.text)
        #expect(rows.first == "below 5" && rows.last == "5\u{202F}000 and more")
    }

    @Test("of one window are the intervals in the table alone")
    func single() throws {
        let page = try page(.oneWindow, "http.requests")
        #expect(page.all("figure").isEmpty)
        #expect(page.all(class: "range").count == page.all("td").count { $0.attributes["class"] == "interval" })
    }

    @Test("stay small: two hundred cells of fourteen days make a page below 200 KiB")
    func size() throws {
        let report = try SampleReport.manyCells.report
        let page = try #require(Dashboard().metric(report, named: report.metrics[0].name, cell: nil))
        #expect(page.utf8.count < 200 * 1024)
        let markup = try Markup(page)
        #expect(markup.all("summary").map(\.text).contains("160 more cells"))
    }
}
