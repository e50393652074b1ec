import Foundation
import Tacit
import Testing

private let essential = ConsentCategory.sample("essential", isEssential: true)
private let analytics = ConsentCategory.sample("analytics")
private let performance = ConsentCategory.sample("performance")

private func prompt(
    _ categories: [ConsentCategory] = [analytics, performance], levels: [String: ConsentLevel] = [:]
) -> ConsentPrompt {
    var switches = SwitchSetting.consenting
    switches.consent = .undecided
    switches.hasTerminal = true
    return ConsentPrompt(
        decision: switches.decision, project: "acme", categories: categories, levels: levels,
        conditions: [.reviewAnnually], preview: { "THE VERY BYTES" })!
}

/// What is answered to lines that are typed one after the other, and what was shown meanwhile.
private func answer(
    _ prompt: ConsentPrompt, _ lines: ConsentPrompt.Line...
) -> (answer: ConsentAnswer, shown: String, levels: [String: ConsentLevel]) {
    var (rest, shown) = (lines[...], "")
    let answer = prompt.ask {
        rest.popFirst() ?? .end
    } write: {
        shown += $0
    }
    return (answer, shown, Dictionary(uniqueKeysWithValues: answer.grants.map { ($0.category, $0.level) }))
}

@Suite("Only an explicit yes is a yes")
struct PromptTests {
    @Test("yes", arguments: ["y", "yes", "YES", " a ", "all"])
    func yes(word: String) {
        let (answer, _, levels) = answer(prompt(), .text(word))
        #expect(levels == ["analytics": .basic, "performance": .basic] && answer.refusals.isEmpty)
        #expect(answer.grants.allSatisfy { $0.origin == .prompt && $0.conditions == [.reviewAnnually] })
    }

    @Test(
        "everything else is no, and every no is remembered",
        arguments: [
            "", " ", "n", "no", "none", "ye", "yess", "yes please", "sure", "1", "ja", "ok", "\u{1B}[A", "\0y", "basic",
            "full", "denied", "yes\u{200B}",
        ])
    func no(word: String) {
        let (answer, _, levels) = answer(prompt(), .text(word))
        #expect(levels.isEmpty && answer.refusals == [analytics, performance])
        #expect(answer.changes == [.refused(analytics), .refused(performance)])
    }

    @Test("whoever has answered is told what it has come to, and how to change that")
    func told() {
        #expect(
            answer(prompt(), .text("zzz")).shown.hasSuffix(
                "(no): \nNothing is collected. `tacit on --project acme` asks again.\n"))
        #expect(
            answer(prompt(), .text("c"), .text("n"), .text("y")).shown.hasSuffix(
                "(no): \nAgreed to: Title of performance. `tacit off --project acme` takes it back.\n"))
        #expect(!answer(prompt(), .interrupted).shown.contains("Nothing is collected. "))
    }

    @Test("so are Ctrl-C and the end of the input, at any question")
    func interrupted() {
        for end in [ConsentPrompt.Line.interrupted, .end] {
            #expect(answer(prompt(), end).levels.isEmpty)
            let midway = answer(prompt(), .text("c"), .text("y"), end)
            #expect(midway.answer.isInterrupted == (end == .interrupted))
            // Ctrl-C takes back what was said before it; the end of the input only leaves the rest unsaid.
            #expect(midway.levels == (end == .interrupted ? [:] : ["analytics": .basic]))
            #expect(midway.answer.refusals.contains(performance))
        }
    }

    @Test("one by one")
    func choose() {
        #expect(answer(prompt(), .text("c"), .text("no"), .text("yes")).levels == ["performance": .basic])
        #expect(answer(prompt(), .text("choose"), .text("y"), .text("")).levels == ["analytics": .basic])
    }

    @Test("a level is granted where the category has it, and never more than it has")
    func levels() {
        let asked = prompt(levels: ["analytics": .enhanced])
        #expect(answer(asked, .text("c"), .text("enhanced")).levels == ["analytics": .enhanced])
        #expect(answer(asked, .text("c"), .text("full")).levels == ["analytics": .enhanced])
        let shown = answer(asked, .text("c")).shown
        #expect(shown.contains("Title of analytics: [y]es, enhanced or [n]o (no): "))
        #expect(shown.contains("Title of performance: [y]es or [n]o (no): "))
    }

    @Test("what the others build on comes first, and without it there is nothing")
    func essentialFirst() {
        let asked = prompt([analytics, essential])
        #expect(answer(asked, .text("c"), .text("n")).levels.isEmpty)
        #expect(answer(asked, .text("c"), .text("n"), .text("y")).levels.isEmpty)
        #expect(answer(asked, .text("c"), .text("y"), .text("n")).levels == ["essential": .basic])
    }

    @Test("everything that a category says is shown before the first answer")
    func texts() {
        let shown = answer(prompt()).shown
        for category in [analytics, performance] {
            for text in [
                category.title, category.what, category.why, category.benefit, category.retention, category.sharing,
            ] {
                #expect(shown.contains(text))
            }
        }
        #expect(shown.contains("Nothing has been collected so far") && !shown.contains("THE VERY BYTES"))
        #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("who asks is shown exactly what would be sent, and is asked again")
    func show() {
        let (_, shown, levels) = answer(prompt(), .text("s"), .text("show"), .text("y"))
        #expect(shown.components(separatedBy: "THE VERY BYTES").count == 3 && levels.count == 2)
    }

    @Test("there is no question for who may not be asked", arguments: SwitchSetting.all.filter { $0.verdict == .off })
    func unasked(setting: SwitchSetting) {
        guard setting.source != .consent else { return }
        var switches = SwitchSetting.consenting
        switches.consent = .undecided
        switches.hasTerminal = true
        setting.set(&switches)
        #expect(
            ConsentPrompt(decision: switches.decision, project: "acme", categories: [analytics], preview: { "" }) == nil
        )
    }

    @Test("there is none without a terminal, and none without a category")
    func noTerminal() {
        var switches = SwitchSetting.consenting
        switches.consent = .undecided
        #expect(
            ConsentPrompt(decision: switches.decision, project: "acme", categories: [analytics], preview: { "" }) == nil
        )
        switches.hasTerminal = true
        #expect(ConsentPrompt(decision: switches.decision, project: "acme", categories: [], preview: { "" }) == nil)
    }
}
