import PageMarkup
import TacitCollector
import Testing

@Suite("States are told apart in words")
struct StateTests {
    private let dashboard = Dashboard()

    private func metric(_ sample: SampleReport, _ name: String, cell: [String]? = nil) throws -> Markup {
        try Markup(#require(dashboard.metric(sample.report, named: name, cell: cell)))
    }

    @Test("no release yet")
    func noRelease() throws {
        let page = try metric(.empty, "http.requests")
        #expect(page.all(class: "state").map(\.text) == ["no release yet"])
        #expect(page.all(class: "figure").isEmpty && page.all("figure").isEmpty)
        let overview = try Markup(dashboard.overview(SampleReport.empty.report))
        #expect(overview.all("h1").map(\.text) == ["No release yet"])
        #expect(overview.all(class: "figure").isEmpty)
    }

    @Test("not declared")
    func notDeclared() throws {
        let page = try metric(.fortnight, "http.requests", cell: ["/nowhere", "2xx"])
        #expect(page.all(class: "headline").map(\.text) == ["not declared"])
        #expect(page.all("figure").isEmpty)
        #expect(
            try metric(.fortnight, "http.requests", cell: ["/"]).all(class: "headline").map(\.text) == ["not declared"])
    }

    @Test("empty and below the threshold look alike")
    func hidden() throws {
        let words = "below the threshold of 5 contributors, or empty"
        let page = try metric(.fortnight, "http.requests", cell: ["/export", "5xx"])
        #expect(page.all(class: "headline").map(\.text) == [words])
        let cells = page.all("td").filter { $0.attributes["class"] == "state" }.map(\.text)
        #expect(!cells.isEmpty && Set(cells) == [words])
    }

    @Test("in an open dimension a label that was never released looks like one below the threshold")
    func open() throws {
        let words = "below the threshold of 50 contributors, or empty"
        let page = try metric(.fortnight, "http.errors", cell: ["NeverSeenError"])
        #expect(page.all(class: "headline").map(\.text) == [words])
    }

    @Test("a window that was seen in part says from when")
    func partial() throws {
        let page = try metric(.fortnight, "http.requests")
        #expect(page.all(class: "remark").map(\.text) == ["seen in part, from 08:03:20"])
        #expect(page.all(class: "partial").count == 2, "a hollow dot on the wide and on the narrow chart")
    }

    @Test("a figure made without contributors says per record, and promises no more")
    func perRecord() throws {
        let page = try metric(.oneWindow, "http.requests")
        #expect(page.all(class: "about").first?.text.contains("per record") == true)
        #expect(page.all(class: "protected").first?.text.hasPrefix("Protects one record in one day with ε") == true)
        let overview = try Markup(dashboard.overview(SampleReport.oneWindow.report))
        let promises = overview.all(class: "protected").map(\.text)
        #expect(!promises.isEmpty && promises.allSatisfy { $0.hasPrefix("Protects one record in one day") })
        #expect(overview.all(class: "about").contains { $0.text.contains("per record") })
    }

    @Test("a source that also takes records without a name is said to, whatever came in")
    func contributorOrRecord() throws {
        var sample = SampleReport.fortnight
        sample.metrics = sample.metrics.map { metric in
            var metric = metric
            metric["guarantee"] =
                (metric["guarantee"] as? [String: Any])?.merging(["unit": "contributor-or-record"]) { $1 }
            return metric
        }
        let page = try Markup(try #require(dashboard.metric(sample.report, named: "http.requests", cell: nil)))
        #expect(
            page.all(class: "protected").first?.text
                .hasPrefix("Protects one contributor, or record that names none, in one day with ε") == true)
        #expect(page.all("dd").contains { $0.text.contains("A record that names no contributor stands for itself") })
        #expect(!page.all("p").contains { $0.text.contains("per record") })
    }

    @Test("a sum over cells says that it is over the shown ones, and a figure that may be nothing is no headline")
    func headlines() throws {
        var sample = SampleReport.fortnight
        func overview() throws -> Markup { try Markup(dashboard.overview(sample.report)) }
        #expect(try overview().all(class: "about").contains { $0.text.contains("all shown cells") })
        #expect(try overview().all(class: "headlines").contains { $0.text.contains("http.requests") })
        sample.metrics = sample.metrics.map { metric in
            var metric = metric
            metric["windows"] = (metric["windows"] as? [[String: Any]] ?? []).map { window in
                window["total"] == nil ? window : window.merging(["total": SampleReport.figure(3, 40)]) { $1 }
            }
            return metric
        }
        #expect(try !overview().all(class: "headlines").contains { $0.text.contains("http.requests") })
        #expect(try overview().all(class: "card").contains { $0.text.contains("http.requests") })
    }

    /// A price was once told for each unit apart, as if a contributor did not pay both.
    @Test("what contributors pay is one sum, whether or not some figures take records without a name too")
    func price() throws {
        var sample = SampleReport.fortnight
        let all = try Markup(dashboard.overview(sample.report)).all(class: "protected").map(\.text)
        sample.metrics[0]["guarantee"] =
            (sample.metrics[0]["guarantee"] as? [String: Any])?.merging(["unit": "contributor-or-record"]) { $1 }
        let mixed = try Markup(dashboard.overview(sample.report)).all(class: "protected").map(\.text)
        #expect(all.count == mixed.count)
        #expect(
            mixed
                == all.map {
                    $0.replacing("one contributor in one", with: "one contributor, or record that names none, in one")
                })
    }

    @Test("not collecting, demo and simulated clock are said before any figure")
    func notes() throws {
        var sample = SampleReport.fortnight
        sample.collecting = false
        #expect(try Markup(dashboard.overview(sample.report)).all("strong").first?.text == "Not collecting.")
        sample.dataset = "demo"
        sample.simulatedClock = true
        let notes = try Markup(dashboard.overview(sample.report)).all("strong").prefix(2).map(\.text)
        #expect(notes == ["Demo.", "Simulated clock."])
    }

    @Test("a first look says that minutes weaken the unit, and how to leave it")
    func firstLook() throws {
        let report = try SampleReport.firstMinutes.report
        for page in [
            dashboard.overview(report), try #require(dashboard.metric(report, named: "http.requests", cell: nil)),
        ] {
            let note = try #require(Markup(page).all(class: "notes").first)
            #expect(note.text.contains("the unit is one contributor in one minute"))
            #expect(note.text.contains("over n minutes the guarantee composes to n times ε"))
            #expect(note.text.contains("tacit serve --config tacit.yaml"))
        }
    }

    @Test("the overview says when the next release comes, and for which window")
    func next() throws {
        let status =
            try Markup(dashboard.overview(SampleReport.fortnight.report)).all(class: "status").first?.text ?? ""
        #expect(status.contains("Collecting."))
        #expect(status.contains("Next release in 13 h 36 min, at 2026-03-16 01:00, for 2026-03-15."))
    }
}
