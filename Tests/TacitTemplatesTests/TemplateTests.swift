import Foundation
import Testing

@testable import TacitTemplates

@Suite("Templates")
struct TemplateTests {
    @Test("are the same for the same letter", arguments: ["onboarding.html", "incidents.txt"])
    func deterministic(_ name: String) throws {
        let first = try Letter.answer(name)
        for _ in 0..<3 { #expect(try Letter.answer(name) == first) }
    }

    @Test("say when they were made, and end after four hours")
    func times() throws {
        let answer = try Letter.answer("incidents.txt")
        #expect(answer.generatedAt == Letter.now)
        #expect(answer.expiresAt == Letter.now + 4 * 3600)
    }

    @Test("give no figure that something only came from")
    func ways() throws {
        let text = """
            Pricing pages that work

            Annual plans went from 14% of sign-ups to 29% of sign-ups within a quarter. Support questions about prices fell by 40%.
            Name the plan after the customer. Show the yearly price first. Test the page with five people every month.
            """
        let answer = try Letter.template(Array(text.utf8)).answer
        #expect(!answer.template.metrics.contains { $0.figure.hasPrefix("14%") })
    }

    @Test("of a German mail have its subject's topic and its steps, and neither greeting nor verbs for topics")
    func german() throws {
        let text = """
            Betreff: Werkstattbrief Nr. 12: Schneller durch die Anmeldung
            Von: Werkstattbrief <brief@example.com>

            Guten Tag Frau Muster,

            wir zeigen, wie zwei Teams ihre Anmeldung verkürzt haben. Die Anmeldung dauerte 90 Sekunden, heute sind es 40.

            1. Messen Sie, wie lange die Anmeldung dauert.
            2. Zeigen Sie die Anmeldung erst, wenn sie gebraucht wird.

            Mit freundlichen Grüßen
            Die Werkstatt
            """
        let answer = try Letter.template(Array(text.utf8)).answer
        #expect(answer.template.title.hasSuffix("Schneller durch die Anmeldung"))
        #expect(answer.template.steps.count == 2)
        #expect(!Letter.all(answer).contains("Guten Tag"))
        #expect(!Letter.all(answer).contains("freundlichen"))
        #expect(answer.keyPhrases.allSatisfy { $0.first?.isUppercase == true })
    }

    @Test("keep a step that begins with a number of things")
    func numberedThings() throws {
        let text = """
            What to do

            - Send one reminder within a day, not three.
            - Make the second session resume where the first one stopped.
            - Ask for permissions only when a feature needs them.
            """
        let actions = try Letter.template(Array(text.utf8)).answer.template.steps.map(\.action)
        #expect(actions.first == "Send one reminder within a day, not three.")
    }

    @Test("keep to the length that was asked for", arguments: TemplateLength.allCases)
    func lengths(_ length: TemplateLength) throws {
        let template = try Letter.answer("incidents.txt", TemplatePreferences(length: length)).template
        #expect(template.insights.count <= length.insights && template.insights.count >= 3)
        #expect(template.steps.count <= length.steps && template.steps.count >= 3)
        #expect(template.metrics.count <= length.metrics)
        #expect(template.checklist.count <= length.checks)
        if length == .short { #expect(template.steps.allSatisfy { $0.reason == nil }) }
    }

    @Test("speak in the tone and of the category that were asked for")
    func tones() throws {
        var pages: Set<String> = []
        for tone in TemplateTone.allCases {
            for category in TemplateCategory.allCases {
                let answer = try Letter.answer("incidents.txt", TemplatePreferences(category: category, tone: tone))
                #expect(answer.category == category && answer.tone == tone)
                pages.insert(answer.markdown)
            }
        }
        #expect(pages.count == TemplateTone.allCases.count * TemplateCategory.allCases.count)
    }

    @Test("say no thing twice")
    func noDuplicates() throws {
        for name in ["onboarding.html", "incidents.txt"] {
            let template = try Letter.answer(name, TemplatePreferences(length: .long)).template
            let said =
                template.insights.map(\.statement) + template.steps.map(\.action) + template.steps.compactMap(\.reason)
            #expect(Set(said).count == said.count)
        }
    }

    @Test("hold what the letter holds as text, not as markup")
    func escaping() throws {
        let text = """
            Teams that write `<script>alert(1)</script>` in their [notes](javascript:x) lose 12% of their time.

            Teams that use *stars* and _lines_ in notes lose time as well & gain nothing, as a study of notes shows.

            Write notes about the work in <b>plain</b> words. Keep the notes in one place, and read the notes weekly.
            """
        let markdown = try Letter.template(Array(text.utf8)).answer.markdown
        #expect(!markdown.contains("<script") || markdown.contains("\\<script"))
        #expect(!markdown.replacing("\\<", with: "").contains("<"))
        #expect(!markdown.contains("](javascript"))
    }

    @Test("have the members that the documents name")
    func json() throws {
        let done = try Letter.template(try Letter.bytes("incidents.txt"))
        let object = try #require(JSONSerialization.jsonObject(with: TemplateDocument(done).json) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "category", "tone", "length", "language", "key_phrases", "insights", "template", "markdown",
                "generated_at", "expires_at",
                "input_discarded", "memory_cleared",
            ])
        let template = try #require(object["template"] as? [String: Any])
        #expect(Set(template.keys) == ["title", "summary", "steps", "metrics", "first_week", "checklist"])
        #expect(object["input_discarded"] as? Bool == true)
        #expect(object["memory_cleared"] as? Bool == true)
        #expect(object["language"] as? String == "en")
    }

    @Test("rank a letter in a language that is not understood, and take its list for steps")
    func otherLanguage() throws {
        let text = """
            Warum kurze Rüstzeiten mehr bringen als neue Maschinen

            Viele Betriebe kaufen eine neue Maschine, wenn die Lieferzeiten zu lang werden. In 23 von 40 untersuchten Werken lag die Ursache
            jedoch in den Rüstzeiten. Ein Werk senkte die Rüstzeit um 41 Prozent und gewann damit Kapazität, ohne zu investieren.

            Der wichtigste Schritt war die Trennung von innerem und äußerem Rüsten. Werkzeuge liegen bereit, bevor die Maschine steht.

            - Filmen Sie drei Rüstvorgänge und werten Sie diese gemeinsam mit dem Team aus.
            - Messen Sie die Rüstzeit jede Woche und hängen Sie die Werte an der Maschine aus.

            Newsletter abbestellen: https://brief.example.de/ab
            """
        let answer = try Letter.template(Array(text.utf8)).answer
        #expect(answer.language == "de")
        #expect(answer.template.steps.map(\.action).contains { $0.hasPrefix("Messen Sie die Rüstzeit") })
        #expect(
            answer.template.insights.contains { $0.statement.contains("Trennung") || $0.statement.contains("Werk") })
        #expect(!answer.markdown.contains("abbestellen"))
        #expect(answer.keyPhrases.contains { $0.contains("Rüstzeit") })
    }

    @Test("turn findings into checks where the letter names no step")
    func noSteps() throws {
        let text = """
            The price of cocoa rose by 60% within a year. Harvests in the two largest countries shrank because of drought and disease.
            Makers of chocolate have passed on half of the price of cocoa so far. Analysts of the cocoa market expect that harvests recover
            slowly, because young trees need about five years.
            """
        let answer = try Letter.template(Array(text.utf8)).answer
        #expect(!answer.template.steps.isEmpty)
        #expect(answer.template.steps.allSatisfy { $0.action.hasPrefix("Check whether") })
        #expect(answer.markdown.contains("names no step"))
    }
}
