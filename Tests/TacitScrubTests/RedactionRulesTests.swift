import TacitScrub
import Testing

@Suite("Redaction rules")
struct RedactionRulesTests {
    private func scrubber(_ change: (inout RedactionRules) -> Void) throws -> Scrubber {
        var rules = RedactionRules()
        rules.allowAllKeys = true
        change(&rules)
        var policy = ScrubPolicy.standard
        try policy.adopt(rules)
        return Scrubber(policy: policy)
    }

    private func outcome(_ scrubber: Scrubber, _ value: String, key: String) -> ScrubOutcome {
        var output: [UInt8] = []
        return Array(value.utf8).withUnsafeBytes { value in
            Array(key.utf8).withUnsafeBytes { scrubber.scrub(value, key: $0, into: &output) }
        }
    }

    @Test("drop the fields of keys that are not allowed")
    func allowedKeys() throws {
        let scrubber = try scrubber {
            $0.allowAllKeys = false
            $0.allowedKeys = ["http.route"]
        }
        #expect(outcome(scrubber, "/a", key: "http.route") == .clean)
        #expect(outcome(scrubber, "x", key: "customer.note") == .dropped)
        #expect(scrubber.scrub("x", key: "customer.note") == "[SECRET]")
        #expect(scrubber.scrub("to jane@example.com", key: "http.route") == "to [EMAIL]")
    }

    @Test("take out values of blocked keys, and blocked values anywhere")
    func blocked() throws {
        let scrubber = try scrubber {
            $0.blockedKeyPatterns = ["(?i)ticket", "^acct_"]
            $0.blockedValues = ["ORD-[0-9]{3,5}", "\\bcase \\d+\\b"]
            $0.allowedValues = ["ORD-000", ".+@mycompany\\.example"]
        }
        #expect(scrubber.scrub("17", key: "my.Ticket.no") == "[SECRET]")
        #expect(scrubber.scrub("[SECRET]", key: "my.Ticket.no") == "[SECRET]")
        #expect(scrubber.scrub("17", key: "acct_x") == "[SECRET]")
        #expect(scrubber.scrub("17", key: "my_acct_x") == "17")
        #expect(scrubber.scrub("see ORD-12345, ORD-000, case 12.") == "see [SECRET], ORD-000, [SECRET].")
        #expect(scrubber.scrub("suitcase 12 of bob@mycompany.example") == "suitcase 12 of bob@mycompany.example")
        #expect(scrubber.scrub("ORD-[SECRET] ORD-12") == "ORD-[SECRET] ORD-12")
    }

    @Test("can let a key be ignored, the floor excepted")
    func ignored() throws {
        let scrubber = try scrubber { $0.ignoredKeys = ["note"] }
        #expect(scrubber.scrub("jane@example.com", key: "note") == "jane@example.com")
        #expect(scrubber.scrub("paid 4111111111111111", key: "note") == "paid [CREDIT_CARD]")
    }

    @Test("that contradict themselves are refused")
    func contradictions() {
        #expect(throws: ScrubPolicyError.self) {
            try scrubber {
                $0.ignoredKeys = ["auth.note"]
                $0.blockedKeyPatterns = ["auth"]
            }
        }
        #expect(throws: ScrubPolicyError.self) {
            try scrubber {
                $0.blockedValues = ["a+"]
                $0.allowedValues = ["a+"]
            }
        }
    }

    @Test(
        "refuse patterns that can't run in linear time or are not understood",
        arguments: [
            "(a)\\1", "(?=a)b", "(?<n>a)", "a**?b[", "[z-a]", "(a", "a)", "\\q", "", "a*", "a|", "*a", "a^b", "[é]",
            "((a{100}){100}){10}", "(a|b)*a(a|b){14}", "\\ba|b",
        ])
    func refused(_ pattern: String) {
        let error = #expect(throws: ScrubPolicyError.self) { try ScrubPattern(pattern) }
        #expect(error?.remedy.isEmpty == false)
        // A pattern may hold what it is to find.
        #expect(pattern.utf8.count < 5 || error?.description.contains(pattern) == false)
    }

    @Test("find the same as when each pattern is tried at each byte")
    func markers() throws {
        let patterns = [
            "[a-c]+-[0-9]+", "\\b[a-z]{2,4}[0-9]\\b", "(ab|ba)+c?", "x.*y", "[^ ]+!", "a{3}", "(?i)Q[a-z]*$",
            "[0-9]+(\\.[0-9]+)?b",
        ]
        var generator = SeededGenerator(state: 7)
        let letters = Array("abc xyQ012-.!\n")
        for _ in 0..<300 {
            let chosen = patterns.filter { _ in Bool.random(using: &generator) }
            let length = Int.random(in: 0...400, using: &generator)
            let text = String((0..<length).map { _ in letters.randomElement(using: &generator)! })
            let together = try scrubber { $0.blockedValues = chosen }
            var offsets: Set<Int> = []
            for finding in together.findings(in: text) where finding.rule.name == "policy.value" {
                offsets.formUnion(finding.range)
            }
            // What a pattern finds where it is the only one, the patterns find together.
            for pattern in chosen {
                let alone = try scrubber { $0.blockedValues = [pattern] }
                for finding in alone.findings(in: text) where finding.rule.name == "policy.value" {
                    #expect(!offsets.isDisjoint(with: finding.range), "\(pattern) in \(text.debugDescription)")
                }
            }
            #expect(together.scrub(together.scrub(text)) == together.scrub(text))
        }
    }

    @Test(
        "match as regular expressions do, from the left and as far as they can",
        arguments: [
            ("a+b", "xaab", "x[SECRET]"), ("a{2,3}", "aaaa a", "[SECRET]a a"), ("(ab|cd)+", "ababcd", "[SECRET]"),
            ("[^ ]x", "ax bx x", "[SECRET] [SECRET] x"), ("a.c", "a\nc abc", "a\nc [SECRET]"),
            ("^ab", "ab ab", "[SECRET] ab"),
            ("ab$", "ab ab", "ab [SECRET]"), ("x{2}", "xxx", "[SECRET]x"), ("(?i)AbC", "abc ABC", "[SECRET] [SECRET]"),
            ("a{,2}", "a{,2}", "[SECRET]"), ("q(?:uu)?x", "qx quux qux", "[SECRET] [SECRET] qux"),
            ("[\\d-]{3}", "1-2", "[SECRET]"), ("\\$\\{\\w+\\}", "${home}", "[SECRET]"), ("é+", "éé", "[SECRET]"),
            ("[A-Z]{5}", "ABCDE x", "[SECRET] x"),
        ])
    func matching(_ pattern: String, _ text: String, _ expected: String) throws {
        let scrubber = try scrubber { $0.blockedValues = [pattern] }
        #expect(scrubber.scrub(text) == expected)
        #expect(scrubber.scrub(expected) == expected)
    }
}
