import PageMarkup
import TacitCollector
import Testing

@Suite("Pages")
struct DashboardTests {
    @Test("are well-formed, and no value leaves its place", arguments: Gallery.all)
    func wellFormed(_ gallery: Gallery) throws {
        for page in try gallery.pages(Dashboard()) {
            let markup = try Markup(page)
            #expect(markup.all("h1").count == 1)
            #expect(markup.all("html").first?.attributes["lang"] == "en")
            let ids = markup.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("obey their own policy: no script, no inline style, no other place", arguments: Gallery.all)
    func policy(_ gallery: Gallery) throws {
        let forbidden = ["script", "style", "iframe", "object", "embed", "form", "base", "img", "use", "image"]
        for page in try gallery.pages(Dashboard()) {
            for element in try Markup(page).elements {
                #expect(!forbidden.contains(element.name))
                for (name, value) in element.attributes {
                    #expect(name != "style" && !name.hasPrefix("on"), "\(name) on \(element.name)")
                    guard ["href", "src", "action", "xlink:href"].contains(name) else { continue }
                    #expect(value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#"), "\(value)")
                }
            }
        }
    }

    @Test("have a policy that allows their stylesheet and nothing else")
    func headers() {
        let policy = Dashboard.contentSecurityPolicy
        for directive in ["default-src", "base-uri", "form-action", "frame-ancestors"] {
            #expect(policy.contains("\(directive) 'none'"))
        }
        #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
        #expect(!Dashboard.stylesheet.contains("url(") && !Dashboard.stylesheet.contains("@import"))
        let count = { (mark: Character) in Dashboard.stylesheet.count { $0 == mark } }
        #expect(count("{") == count("}"))
    }

    @Test("show no released number without its spread and its interval", arguments: Gallery.all)
    func intervals(_ gallery: Gallery) throws {
        for page in try gallery.pages(Dashboard()) {
            let markup = try Markup(page)
            let figures = markup.all(class: "figure")
            #expect(figures.count == markup.all(class: "estimate").count)
            #expect(figures.count == markup.all(class: "spread").count)
            let spreads = markup.all(class: "spread").map(\.text)
            #expect(
                spreads.allSatisfy {
                    $0.hasPrefix("± ") || $0.hasPrefix("+") && $0.contains(" \u{2212}") || $0 == "exact"
                })
            let intervals = markup.all(class: "interval")
            #expect(intervals.count { $0.text.contains("no formal guarantee") } <= spreads.count { $0 == "exact" })
            #expect(spreads.contains("exact") == intervals.contains { $0.text.contains("no formal guarantee") })
            #expect(markup.all(class: "unit").allSatisfy { !$0.text.isEmpty })
            // Beside the figure, or in the table's column for it; contributors have the spread alone, under "95 % interval".
            let contributors = markup.all(class: "people").count { $0.name == "td" }
            #expect(intervals.count + contributors == figures.count)
        }
    }

    @Test("name epsilon with delta, unit and window", arguments: Gallery.all)
    func epsilon(_ gallery: Gallery) throws {
        for page in try gallery.pages(Dashboard()) {
            for element in try Markup(page).elements where ["p", "dd"].contains(element.name) {
                guard element.text.contains("ε\u{A0}=") else { continue }
                #expect(element.text.contains("δ\u{A0}="))
            }
            guard page.contains("ε\u{A0}=") else { continue }
            #expect(
                page.contains("one contributor in one ") || page.contains("one record in one ")
                    || page.contains("one contributor, or record that names none, in one "))
        }
    }

    @Test("carry the prefix on every link, and share the stylesheet", arguments: Gallery.all)
    func prefix(_ gallery: Gallery) throws {
        for page in try gallery.pages(Dashboard(base: "/demo")) {
            for element in try Markup(page).elements {
                guard let href = element.attributes["href"], !href.hasPrefix("#") else { continue }
                #expect(element.name == "link" ? !href.hasPrefix("/demo") : href.hasPrefix("/demo/"), "\(href)")
            }
        }
    }

    @Test("give every picture a name, every table a caption, every header a scope", arguments: Gallery.all)
    func accessible(_ gallery: Gallery) throws {
        for page in try gallery.pages(Dashboard()) {
            let markup = try Markup(page)
            for picture in markup.all("svg") where picture.attributes["aria-hidden"] != "true" {
                #expect(picture.attributes["role"] == "img" && picture.attributes["aria-label"]?.isEmpty == false)
            }
            #expect(markup.all("table").count == markup.all("caption").count)
            #expect(markup.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
            #expect(markup.all(class: "skip").first?.attributes["href"] == "#main")
            #expect(markup.all("nav").count == 1)
        }
    }

    @Test("say on which page one is")
    func place() throws {
        let report = try SampleReport.fortnight.report
        let dashboard = Dashboard()
        func current(_ page: String) throws -> [String] {
            try Markup(page).all("a").filter { $0.attributes["aria-current"] == "page" }.map(\.text)
        }
        #expect(try current(dashboard.overview(report)) == ["Overview"])
        #expect(try current(dashboard.dictionary(SampleDictionary.dictionary, report)) == ["Data dictionary"])
        #expect(try current(dashboard.holdings(report)) == ["What is held"])
        #expect(dashboard.metric(report, named: "http.unknown", cell: nil) == nil)
    }
}
