import TacitCatalog
import Testing

@testable import TacitCollector

@Suite("A question is read as it is meant, or refused with the place, the rule and what is possible there")
struct GrammarTests {
    @Test(
        "what questions look like",
        arguments: [
            "count of feature.used last 30 days",
            "count of feature.used by feature last day",
            "Count OF feature.used BY feature, plan AND version LAST 24 HOURS",
            "sum of time in feature.used on 2027-01-20",
            "mean of time in feature.used by feature from 2027-01-16 to 2027-01-20",
            "histogram of time in feature.used last 10 minutes",
            "contributors of feature.used by feature from 2027-01-16T05:00 to 2027-01-16T17:00",
            "count of feature.used where feature = search last 1 day",
            "count of feature.used where feature=search or export and plan='paid plan' last 3 days",
            "count of feature.used where plan = \"it\"\"s\" or plan = 'it''s' last 3 days",
            "count of feature.used last 3 days by feature where feature = search",
            "  count   of\tfeature.used\nlast 2 days ",
        ])
    func good(text: String) throws { #expect(try Question(text).text == text) }

    @Test("its parts are what was written") func parts() throws {
        let question = try Question(
            "mean of time in feature.used by plan where feature = search or 'a, b' and plan = x last 2 hours")
        #expect(question.kind == .mean && question.field?.text == "time" && question.event.text == "feature.used")
        #expect(question.dimensions.map(\.text) == ["plan"])
        #expect(question.filters.map(\.dimension.text) == ["feature", "plan"])
        #expect(question.filters.map { $0.labels.map(\.text) } == [["search", "a, b"], ["x"]])
        #expect(question.time == .last(seconds: 7200))
        let day = KeptFigures.day
        let start = KeptFigures.firstDay
        #expect(try Question("count of a on 2027-01-16").time == .span(start..<start + day))
        #expect(try Question("count of a from 2027-01-16 to 2027-01-17").time == .span(start..<start + 2 * day))
        #expect(
            try Question("count of a from 2027-01-16T01:00 to 2027-01-16T02:30").time
                == .span(start + 3600..<start + 9000))
    }

    /// The question, the characters at fault, and a word of the remedy.
    static let bad: [(String, String, String)] = [
        ("", " ", "count, sum, mean"),
        ("conut of a last day", "conut", "Did you mean `count`?"),
        ("count a last day", "a", "count of feature.used"),
        ("count of", " ", "Name an event"),
        ("count of = last day", "=", "Name an event"),
        ("count of time in a last day", "time", "count of EVENT"),
        ("count of a", " ", "last 30 days"),
        ("count of a last", " ", "last 24 hours"),
        ("count of a last 3", " ", "last 24 hours"),
        ("count of a last 3 weeks", "weeks", "last 24 hours"),
        ("count of a last 0 days", "0", "from 1 to"),
        ("count of a last 99999999999999999999 days", "99999999999999999999", "from 1 to"),
        ("count of a last -3 days", "-3", "last 24 hours"),
        ("count of a on 2027-02-30", "2027-02-30", "2026-11-20"),
        ("count of a on 2027-01-16T05:00", "2027-01-16T05:00", "on 2026-11-20"),
        ("count of a from 2027-01-16", " ", "to 2026-11-20"),
        ("count of a from 2027-01-16 to 2027-01-15", "2027-01-16 to 2027-01-15", "earlier day first"),
        ("count of a from 2027-01-16T25:00 to 2027-01-18", "2027-01-16T25:00", "2026-11-20T13:00"),
        ("count of a last day on 2027-01-16", "on", "Keep one"),
        ("count of a by last 3 days", "3", "`by DIMENSION, …`"),
        ("count of a by x, x last day", "x", "Name it once"),
        ("count of a by x by y last day", "by", "joined by commas"),
        ("count of a where x last day", "last", "where DIMENSION = LABEL"),
        ("count of a where x = last day", "day", "`by DIMENSION, …`"),
        ("count of a where x = y and x = z last day", "x", "Join its labels by `or`"),
        ("count of a where x = 'y last day", "'y last day", "Close it"),
        ("count of a where x = y or z = w last day", "=", "one question for each"),
        ("count of a; drop table last day", "drop", "`by DIMENSION, …`"),
    ]

    @Test("what is no question", arguments: bad)
    func refused(text: String, at place: String, remedy: String) {
        let fault = #expect(throws: QueryFault.self) { try Question(text) }
        guard let fault else { return }
        let characters = Array(text + " ")
        #expect(fault.code == .syntax)
        #expect(String(characters[fault.place]) == place, "\(fault)")
        #expect(fault.remedy.contains(remedy), "\(fault)")
        #expect(fault.description.contains("^"))
    }

    @Test("the caret stands under the fault, and no control character reaches the terminal") func caret() {
        let fault = #expect(throws: QueryFault.self) { try Question("count of a \u{1B}[31m last day") }
        #expect(
            fault?.description.split(separator: "\n").prefix(3) == [
                "query.syntax: the question does not go on like this",
                "  count of a ·[31m last day",
                "             ^^^^^",
            ])
        let long = #expect(throws: QueryFault.self) {
            try Question("count of \(String(repeating: "a", count: 3000)) last 3 weeks")
        }
        #expect(long?.description.split(separator: "\n").allSatisfy { $0.count <= 140 } == true)
        #expect(throws: QueryFault.self) { try Question(String(repeating: "a ", count: 4000)) }
    }

    @Test("no text makes it trap: questions with characters taken out, doubled and put elsewhere")
    func hostile() {
        let question = Array("mean of time in a by b, c where d = 'e f' or g and h = i from 2027-01-16 to 2027-01-17")
        for index in question.indices {
            var shorter = question
            shorter.remove(at: index)
            var longer = question
            longer.insert(question[(index * 7) % question.count], at: index)
            var turned = question
            turned.swapAt(index, (index * 13) % question.count)
            for characters in [shorter, longer, turned, Array(question.prefix(index)), Array(question[index...])] {
                _ = (try? Question(String(characters))) == nil
            }
        }
    }
}
