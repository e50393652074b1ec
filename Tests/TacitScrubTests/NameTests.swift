import TacitScrub
import Testing

@Suite("Names in prose")
struct NameTests {
    private let scrubber: Scrubber

    init() {
        var policy = ScrubPolicy.standard
        policy.findsNames = true
        scrubber = Scrubber(policy: policy)
    }

    @Test(
        "are found by a given name and a family name",
        arguments: [
            ("call Jane Miller back", "call [PERSON] back"),
            ("Jane M. Miller and John Smith left", "[PERSON] and [PERSON] left"),
            ("by José García Márquez, 2026", "by [PERSON], 2026"),
            ("(Jörg Müller)", "([PERSON])"),
            ("Ludwig van Beethoven's ninth", "[PERSON]'s ninth"),
            ("asked Anne-Marie O'Neil: why?", "asked [PERSON]: why?"),
            ("login of \"Mary McDonald\"", "login of \"[PERSON]\""),
            ("Łukasz Wójcik <lukasz@example.com>", "[PERSON] <[EMAIL]>"),
            ("MARY JOHNSON", "[PERSON]"),
            ("Miller, Jane", "[PERSON]"),
            ("Miller, Jane Q.\nSmith, John", "[PERSON]\n[PERSON]"),
            ("Mijail Q. Adomo wrote", "[PERSON] wrote"),
        ])
    func found(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
        let rules = scrubber.findings(in: text).filter { $0.kind == .person }.map(\.rule.name)
        #expect(!rules.isEmpty && rules.allSatisfy { $0 == "name.prose" })
    }

    @Test(
        "count alone only behind a word that tells of one",
        arguments: [
            ("signed by Jennifer.", "signed by [PERSON]."),
            ("message from Jennifer: hello", "message from [PERSON]: hello"),
            ("thanks, Jennifer", "thanks, [PERSON]"),
            ("Jennifer logged in", "Jennifer logged in"),
        ])
    func alone(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    @Test(
        "are not what is also a place, a thing, a month or code",
        arguments: [
            "Victoria Station", "Paris Hilton Hotel", "Will May", "Jordan River", "April June", "Apache Felix Shell",
            "JaneMiller.java", "com.example.Jane Miller()", "Jane_Miller", "/srv/Jane Miller", "jane miller",
            "Jane::Miller", "THE JOHN SMITH LICENSE", "New York", "San Francisco", "General Motors", "Data Plane Kit",
            "Max Size", "Mark All Read", "Visual Basic", "Hash Table", "Monday March 3", "Compute Engine Cloud VPN",
        ])
    func innocent(_ text: String) {
        #expect(scrubber.scrub(text) == text)
    }

    @Test("are not looked for unless the policy says so")
    func off() {
        #expect(!ScrubPolicy.standard.findsNames)
        #expect(Scrubber().scrub("call Jane Miller back") == "call Jane Miller back")
    }

    @Test("can be kept, dropped or allowed like any other finding")
    func policy() throws {
        var policy = ScrubPolicy.standard
        policy.findsNames = true
        policy.allow(value: "Jane Miller")
        #expect(Scrubber(policy: policy).scrub("Jane Miller, John Smith") == "Jane Miller, [PERSON]")
        try policy.set(.keep, for: .person)
        #expect(Scrubber(policy: policy).scrub("Jane Miller, John Smith") == "Jane Miller, John Smith")
    }

    @Test("are found once and for all, and in a stream as in the whole", arguments: 0..<4)
    func idempotent(_ seed: UInt64) {
        var generator = SeededGenerator(state: 700 + seed)
        let pieces = [
            "Jane", "Miller", "Smith,", "John", "Victoria", "Station", "M.", "van", "de", "O'Neil", "JOHN", "SMITH",
            "Mr.", "by", "García", "-", "x@example.com", "[PERSON]", "[EMAIL]", "Hotel", "Will", "May", "\n", ".", ":",
            "Foo", "É",
        ]
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                pieces.randomElement(using: &generator)! + (Int.random(in: 0..<4, using: &generator) > 0 ? " " : "")
            }.joined()
            let once = scrubber.scrub(text)
            #expect(scrubber.scrub(once) == once, "of \(text.debugDescription)")
            var stream = StreamScrubber(scrubber)
            var output: [UInt8] = []
            for byte in text.utf8 { stream.scrub([byte], into: &output) }
            stream.finish(into: &output)
            #expect(String(decoding: output, as: UTF8.self) == once, "of \(text.debugDescription)")
        }
    }

    @Test(
        "take time that is linear in the text",
        arguments: ["Jane ", "Jane-", "J. ", "JANE ", "Miller, ", "O'", "É", "van ", "by Jane Miller "])
    func linear(_ piece: String) {
        func work(_ copies: Int) -> Int {
            Array(String(repeating: piece, count: copies).utf8).withUnsafeBytes { scrubber.verifications(of: $0) }
        }
        let (one, eight) = (work(512), work(4096))
        #expect(eight <= 9 * one + 64)
    }
}
