import TacitCollector
import Testing

@Suite("On the command line a report reads as on the page")
struct ReportTextTests {
    /// Two hundred million bytes once stood there digit by digit.
    @Test("bytes and long times are in units that people read") func units() throws {
        var sample = SampleReport()
        let mib = 0x1p20
        sample.metrics = [
            SampleReport.metric(
                "process.memory.mean", "Mean memory.", kind: "mean", unit: "By",
                windows: [
                    SampleReport.window(
                        SampleReport.firstDay, cells: [SampleReport.cell([], SampleReport.figure(200 * mib, 30 * mib))])
                ])
        ]
        let text = ReportText(try sample.report).text
        #expect(text.contains("200") && text.contains("MiB") && text.contains("170–230"))
        #expect(!text.contains(" By"))
    }

    @Test("what is hidden names the threshold that it is below") func threshold() throws {
        var sample = SampleReport()
        sample.metrics = [
            SampleReport.metric(
                "m", "Things.", kind: "count", unit: "events",
                windows: [SampleReport.window(SampleReport.firstDay, cells: [SampleReport.cell([])])])
        ]
        #expect(try ReportText(sample.report).text.contains("below the threshold of 5 contributors, or empty"))
    }
}
