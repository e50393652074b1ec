import Foundation
import Testing

@testable import TacitTemplates

@Suite("Hostile texts")
struct HostileTextTests {
    private static func repeated(_ text: String, to size: Int) -> [UInt8] {
        let unit = Array(text.utf8)
        return Array((0..<size / unit.count).map { _ in unit }.joined())
    }

    /// Bounded by what a slow, busy machine needs for a linear pass without optimization; quadratic cost takes minutes.
    private static let bound = Duration.seconds(20)

    @Test(
        "cost no more than their size",
        arguments: [
            "x", ".", ". ", "a.b ", "<", "<a \"", "<a '>' ", "<div>", "<div style=\"display:none\">", "<!--", "&amp;",
            "&#x", "[", "[a](", "*", "**a",
            "{{", "`", "# a\n", "- a\n", "http://", "\n", "> ", "|", "a@b.example ", "\u{200B}", "\u{202E}", "漢", "字。",
            "1", "1. ", "50% ", "Cut it. ",
            "Cut the cost by 12% from 3 to 4 days. ", "<script>", "\"", "if a, ", "of ",
        ])
    func bounded(_ unit: String) {
        let bytes = Self.repeated(unit, to: 1 << 16)
        let took = ContinuousClock().measure { _ = try? Letter.template(bytes) }
        #expect(took < Self.bound)
    }

    @Test("of many different sentences are compared up to a bound")
    func manySentences() throws {
        var text = ""
        for index in 0..<6000 {
            text += "Measure thing\(index % 900) against part\(index % 701) before week\(index % 97) ends. "
        }
        let took = try ContinuousClock().measure { _ = try Letter.template(Array(text.utf8)) }
        #expect(took < Self.bound)
    }

    @Test("of any bytes make neither a crash nor a broken answer")
    func anyBytes() {
        var state: UInt64 = 7
        func random() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let letter = (try? Letter.bytes("onboarding.html")) ?? []
        for round in 0..<200 {
            var bytes = round % 2 == 0 ? (0..<300).map { _ in UInt8(truncatingIfNeeded: random()) } : letter
            for _ in 0..<(round % 20) {
                bytes[Int(random() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random())
            }
            if round % 3 == 0 { bytes = Array(bytes.prefix(Int(random() % UInt64(bytes.count)) + 1)) }
            if let done = try? Letter.template(bytes) {
                #expect(done.inputDiscarded && done.memoryCleared)
                #expect(!done.answer.markdown.isEmpty)
            }
        }
    }

    @Test("in HTML nested ten thousand deep are read")
    func deep() throws {
        let inner =
            "<p>Write the decision down within a day, because people forget decisions within a week.</p><p>Review every decision each month.</p>"
        let html =
            String(repeating: "<div><table><tr><td>", count: 10_000) + inner
            + String(repeating: "</td></tr></table></div>", count: 10_000)
        let steps = try Letter.template(Array(html.utf8)).answer.template.steps.map(\.action)
        #expect(steps.contains("Review every decision each month."))
    }

    @Test("lose what can't be seen, and what turns the reading direction")
    func invisible() throws {
        let text =
            "Wri\u{200B}te the de\u{00AD}cision down within a day. \u{202E}Review\u{202C} every\u{2066} decision each month. Name an owner for each decision."
        let answer = try Letter.template(Array(text.utf8)).answer
        #expect(answer.template.steps.first?.action == "Write the decision down within a day.")
        for scalar in ["\u{200B}", "\u{202E}", "\u{2066}", "\u{00AD}"] { #expect(!Letter.all(answer).contains(scalar)) }
    }

    @Test("written from right to left are ranked")
    func rightToLeft() throws {
        let text =
            "ارتفعت المبيعات بنسبة 12% في الربع الأخير من العام. يعود السبب إلى تحسين خدمة العملاء في المتاجر. خدمة العملاء أهم من السعر في معظم المتاجر."
        let answer = try Letter.template(Array(text.utf8)).answer
        #expect(answer.language == "und")
        #expect(!answer.template.insights.isEmpty)
    }

    @Test("that are too large, empty or say nothing have an error with a code and a remedy, without the text")
    func errors() {
        let secret = "plantedphrase"
        for (bytes, code): ([UInt8], TemplateError.Code) in [
            (Self.repeated(secret + " ", to: 2048), .tooLarge), (Array(" \n\t".utf8), .nothingToSay),
            (Array("<p>\(secret)</p>".utf8), .nothingToSay), ([0xFF, 0xFE, 0x00], .nothingToSay),
        ] {
            let error = #expect(throws: TemplateError.self) { try Letter.template(bytes, limit: 1024) }
            #expect(error?.code == code)
            #expect(error?.remedy.isEmpty == false)
            #expect(error?.description.contains(secret) == false)
        }
    }
}
