import Testing

@testable import TacitTemplates

@Suite("Sentences")
struct SentenceTests {
    @Test("end neither at abbreviations nor at decimals, initials, addresses and numbers of lists")
    func ends() {
        #expect(
            Letter.sentences(
                "Dr. Lee raised it by 3.5 percent, i.e. a lot, in the U.S. market. J. Doe of Acme Inc. agreed at 5 p.m. The rest, e.g. sales, did not. Is that all? It is ... not."
            ) == [
                "Dr. Lee raised it by 3.5 percent, i.e. a lot, in the U.S. market.",
                "J. Doe of Acme Inc. agreed at 5 p.m.",
                "The rest, e.g. sales, did not.", "Is that all?", "It is... not.",
            ])
    }

    @Test("end at the marks of other scripts")
    func otherScripts() {
        #expect(Letter.sentences("売上は三割伸びた。理由は簡単だ。").count == 2)
        #expect(Letter.sentences("बिक्री बढ़ी। कारण सरल है।").count == 2)
    }

    @Test("are put together again from wrapped lines, and titles stay apart")
    func wrapping() {
        #expect(
            Letter.sentences(
                "THE TITLE\nA sentence that was wrapped\nin the middle of a line that is long enough. Another\none follows here."
            )
                == [
                    "THE TITLE", "A sentence that was wrapped in the middle of a line that is long enough.",
                    "Another one follows here.",
                ])
    }

    @Test(
        "tell what to do, in many ways of saying it",
        arguments: [
            ("Cut the form to three fields.", "Cut the form to three fields."),
            ("You should cut the form to three fields.", "Cut the form to three fields."),
            ("Teams need to cut the form to three fields.", "Cut the form to three fields."),
            ("To win them, cut the form to three fields.", "Cut the form to three fields"),
            (
                "If people leave early, cut the form to three fields.",
                "Cut the form to three fields if people leave early."
            ),
            ("The fix is to cut the form to three fields.", "Cut the form to three fields."),
            ("Short forms: cut the form to three fields.", "Cut the form to three fields."),
            ("We recommend that you cut the form to three fields.", "Cut the form to three fields."),
            ("So cut the form to three fields.", "Cut the form to three fields."),
            ("Test the form with five people.", "Test the form with five people."),
        ])
    func instructions(_ sentence: String, _ action: String) {
        // So that it is read as English.
        let text = "It is the way of the team, and that is what they are with.\n\n\(sentence)"
        let found = Letter.analysis(text) { analysis in
            analysis.sentences.last.flatMap { last in
                last.instruction.map { Quoter(analysis.text).action(last, $0) }
            }
        }
        #expect(found.map { $0.hasSuffix(".") ? $0 : $0 + "." }?.hasPrefix(action.dropLast()) == true)
    }

    @Test(
        "are not taken for orders because they begin with a noun or a gerund",
        arguments: [
            "Test results improved in the second half of the year.", "Email open rates fell by 3% last year.",
            "Cutting the form helped the team.", "The form was cut to three fields.",
            "Report cards are of no use to the team.",
            "Do you cut the form for them?", "Ask ten managers and eight will tell you of a status meeting.",
        ])
    func noInstructions(_ sentence: String) {
        let text = "It is the way of the team, and that is what they are with.\n\n\(sentence)"
        #expect(Letter.analysis(text) { $0.sentences.last?.instruction?.verb } == nil)
    }

    @Test(
        "give figures with their units and ways",
        arguments: [
            ("It rose from 22% to 31% in 2024.", ["from 22% to 31%"]),
            ("It cost $4.2 million, or \u{20AC}1,200 a day.", ["$4.2 million", "\u{20AC}1,200"]),
            ("On March 3 of 2025 version 2.1 came out.", []),
            ("They were 2.4x as fast, within 12 minutes.", ["2.4x", "12 minutes"]),
            ("In 6 of 10 cases it was 3.5 percentage points.", ["6 of 10", "3.5 percentage points"]),
        ])
    func figures(_ sentence: String, _ expected: [String]) {
        Letter.reading(sentence) { text, blocks in
            let found = FigureReader(text: text).figures(in: blocks[0].range).filter(\.isMeasure)
            #expect(found.map { text.string($0.range) } == expected)
        }
    }
}
