import PageMarkup
import Testing

@testable import TacitLocal

@Suite("The local page")
struct LocalPageTests {
    private func pages(_ sample: SamplePicture) -> [String] {
        let page = LocalPage(sample.picture, formToken: "form-token")
        return [
            page.overview(), page.deletion(), LocalPage.deleted([SamplePicture.script], at: SamplePicture.now),
            LocalPage.message(SamplePicture.script, SamplePicture.script, command: SamplePicture.script, at: nil),
        ]
    }

    @Test("is well-formed, and names each of its places once", arguments: SamplePicture.allCases)
    func wellFormed(_ sample: SamplePicture) throws {
        for page in pages(sample) {
            let markup = try Markup(page)
            #expect(markup.all("h1").count == 1)
            let ids = markup.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
            for link in markup.all("a") {
                guard let place = link.attributes["href"], place.hasPrefix("#") else { continue }
                #expect(ids.contains(String(place.dropFirst())), "\(place)")
            }
        }
    }

    @Test("obeys its own policy: no script, no inline style, no other place", arguments: SamplePicture.allCases)
    func policy(_ sample: SamplePicture) throws {
        let forbidden = ["script", "style", "iframe", "object", "embed", "base", "img", "use", "image"]
        for page in pages(sample) {
            for element in try Markup(page).elements {
                #expect(!forbidden.contains(element.name))
                for (name, value) in element.attributes {
                    #expect(name != "style" && !name.hasPrefix("on"), "\(name) on \(element.name)")
                    guard ["href", "src", "action", "xlink:href"].contains(name) else { continue }
                    #expect(value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#"), "\(value)")
                }
            }
        }
        #expect(!LocalPage.stylesheet.contains("url(") && !LocalPage.stylesheet.contains("@import"))
        let count = { (mark: Character) in LocalPage.stylesheet.count { $0 == mark } }
        #expect(count("{") == count("}"))
    }

    @Test("shows nothing unescaped, and no mark that reorders or controls the text around it")
    func hostile() throws {
        for page in pages(.hostile) {
            let scalars = Array(page.unicodeScalars)
            #expect(scalars.contains("\u{301}"))
            for (index, scalar) in scalars.enumerated() {
                #expect(scalar != "\u{301}" || scalars[index - 1] == ";", "a reference stands before the mark")
                #expect(!("\u{202A}"..."\u{202E}").contains(scalar) && (scalar.value >= 0x20 || scalar == "\n"))
            }
        }
        let lines = try Markup(pages(.hostile)[0]).all("pre").map(\.text)
        #expect(lines.contains { $0.contains("<script>alert('x')</script>") }, "the line as it is, as text")
    }

    @Test("gives every picture a name, every table a caption, every header a scope, every field of a form a button")
    func accessible() throws {
        for page in SamplePicture.allCases.flatMap(pages) {
            let markup = try Markup(page)
            for picture in markup.all("svg") where picture.attributes["aria-hidden"] != "true" {
                #expect(picture.attributes["role"] == "img" && picture.attributes["aria-label"]?.isEmpty == false)
            }
            #expect(markup.all("table").count == markup.all("caption").count)
            #expect(markup.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
            #expect(markup.all("form").count == markup.all("button").count)
            #expect(markup.all("html").first?.attributes["lang"] == "en")
        }
    }

    @Test("answers first how the system feels")
    func answer() throws {
        func heading(_ sample: SamplePicture) throws -> String? {
            try Markup(pages(sample)[0]).all("h1").first?.text
        }
        #expect(try heading(.critical) == "The system is critical.")
        #expect(try heading(.healthy) == "The system is healthy.")
        #expect(try heading(.stopped) == "The system was degraded when last seen.")
    }

    @Test("tells apart why nothing is known, and says what to do next")
    func nothing() throws {
        let samples: [SamplePicture] = [.off, .unwatched, .waiting, .uncollected]
        let answers = samples.map { Answer($0.picture) }
        #expect(answers.map(\.kind) == [.off, .unwatched, .waiting, .uncollected])
        #expect(Set(answers.map(\.heading)).count == samples.count)
        #expect(
            answers.map { $0.next?.command } == [
                "tacit local on health", "tacit local start", "tacit local status --watch", "tacit local on health",
            ])
        for (sample, answer) in zip(samples, answers) {
            let command = try #require(answer.next?.command)
            #expect(try Markup(pages(sample)[0]).all("code").map(\.text).contains(command))
        }
    }

    @Test("stands a word beside every sign and every colour")
    func words() throws {
        let markup = try Markup(pages(.critical)[0])
        for place in markup.all("li") where place.text.contains("since") {
            #expect(
                ["Up", "Slow", "Down", "Over", "Normal", "down", "critical"].contains { place.text.contains($0) },
                "\(place.text)")
        }
        #expect(markup.all(class: "legend").first?.text.contains("Unknown: nobody looked") == true)
    }

    @Test("says each alert in a sentence", arguments: AlertEvent.Rule.allCases)
    func alerts(_ rule: AlertEvent.Rule) throws {
        let subject = rule == .resourceOver ? "cpu" : "home-db"
        let alert = AlertEvent(
            timestamp: SamplePicture.now, rule: rule, subject: try #require(Name(subject)), state: .raised)
        #expect(alert.heading.first?.isUppercase == true)
        if rule == .resourceOver { #expect(alert.heading == "CPU is over its threshold") }
        if rule == .serviceDown { #expect(alert.heading == "Service home-db is down") }
    }

    @Test("has a section for each part with its lines as they are, its limit and a switch", arguments: Part.allCases)
    func part(_ part: Part) throws {
        let picture = SamplePicture.critical.picture
        let holding = try #require(picture.holdings.first { $0.part == part })
        let section = try #require(
            Markup(pages(.critical)[0]).elements.first { $0.attributes["id"] == "part-\(part.rawValue)" })
        for line in holding.lastLines { #expect(section.text.contains(line)) }
        #expect(section.text.contains("Kept for \(part.days) days."))
        #expect(section.text.contains(holding.isOn ? "Switch off" : "Switch on"))
        if holding.unreadable > 0 { #expect(section.text.contains("2 lines can’t be read")) }
    }

    @Test("sends the form's token with every form")
    func token() throws {
        for page in [pages(.critical)[0], pages(.critical)[1]] {
            let markup = try Markup(page)
            let tokens = markup.all("input").filter { $0.attributes["name"] == "form" }
            #expect(
                tokens.count == markup.all("form").count && tokens.allSatisfy { $0.attributes["value"] == "form-token" }
            )
            #expect(markup.all("form").allSatisfy { $0.attributes["method"] == "post" })
        }
    }

    @Test("says what a deletion will remove before it does")
    func deletion() throws {
        let text = try #require(Markup(pages(.critical)[1]).all("main").first?.text)
        #expect(text.contains("15 files") && text.contains("It cannot be undone") && text.contains("Keep it"))
    }

    @Test("says what is never collected")
    func excluded() throws {
        let text = try #require(Markup(pages(.healthy)[0]).all("main").first?.text)
        for excluded in Part.excluded { #expect(text.contains(excluded)) }
        #expect(text.contains("tacit local verify"))
    }
}
