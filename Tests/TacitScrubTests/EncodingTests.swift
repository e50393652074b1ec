import TacitScrub
import Testing

@Suite("Encodings")
struct EncodingTests {
    private let scrubber = Scrubber()

    @Test(
        "are undone, and the token is taken as it is written",
        arguments: [
            ("u?e=jane%40example.com&x=1", "u?e=[EMAIL]&x=1"),
            ("u?e=jane.doe%2Bnews%2540stark-industries.com", "u?e=[EMAIL]"),
            ("tel=%2B966503345887&x=1", "tel=[PHONE]&x=1"),
            ("{\"m\":\"jane\\u0040example.com\"}", "{\"m\":\"[EMAIL]\"}"),
            ("by jane&#64;example.com.", "by [EMAIL]."),
            ("by jane&#x40;example&period;com", "by [EMAIL]"),
            ("by jane&commat;example.com", "by [EMAIL]"),
            ("user amFuZS5kb2VAZXhhbXBsZS5jb20= ok", "user [EMAIL] ok"),
            ("user amFuZS5kb2VAZXhhbXBsZS5jb20 ok", "user [EMAIL] ok"),
            ("hex 6a616e65406578616d706c652e636f6d", "hex [EMAIL]"),
            ("card ４１１１１１１１１１１１１１１１", "card [CREDIT_CARD]"),
            ("card ٤١١١ ١١١١ ١١١١ ١١١١ x", "card [CREDIT_CARD] x"),
            ("card 4111\u{200B}1111\u{200B}1111\u{200B}1111", "card [CREDIT_CARD]"),
            ("From: jane＠example.com", "From: [EMAIL]"),
            ("jane [at] example.com", "[EMAIL]"),
            ("at jane (at) mail dot example (dot) com now", "at [EMAIL] now"),
            ("jane AT example [dot] com", "[EMAIL]"),
            ("jane.doe at example dot com", "[EMAIL]"),
            ("mac 3c22.fb01.9a7e learned", "mac [MAC_ADDRESS] learned"),
        ])
    func undone(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
        #expect(scrubber.scrub(expected) == expected)
    }

    /// The last letter or digit of an escape hid where the next token began: most of what stood behind `%20` or `\\n` was missed.
    @Test(
        "of blanks and signs end a token, and begin the next",
        arguments: [
            "%20", "%0A", "%0d%0a", "%09", "%2C", "%3b", "%26", "%7C", "%28", "%5B", "%22", "%27", "%7b", "\\n",
            "\\r\\n", "\\t", "\\\\n", "\\u000a", "\\x0a",
        ])
    func joints(_ joint: String) {
        for (value, label) in [
            ("4111111111111111", "CREDIT_CARD"), ("203.0.113.9", "IP_ADDRESS"), ("2001:db8::17", "IP_ADDRESS"),
            ("536-22-8712", "US_SSN"), ("jane.doe@example.com", "EMAIL"), (Samples.jwt, "JWT"),
        ] {
            for before in ["failed", "9"] {
                for behind in [" now", joint + "now"] {
                    let text = before + joint + value + behind
                    #expect(scrubber.scrub(text) == "\(before)\(joint)[\(label)]\(behind)")
                }
            }
        }
    }

    @Test(
        "of line ends belong to no key and no word behind them", arguments: ["\\n", "\\r\\n", "\\t", "\\\\n"])
    func jointsBeforeKeys(_ joint: String) {
        for (text, expected) in [
            ("dob=1990-05-12", "dob=[DATE_OF_BIRTH]"), ("phone=5550100199", "phone=[PHONE]"),
            ("ssn=536228712", "ssn=[US_SSN]"), ("ssn 536228712", "ssn [US_SSN]"),
            ("password=hunter2", "password=[SECRET]"), ("tax id 68488050", "tax id [NATIONAL_ID]"),
        ] {
            #expect(scrubber.scrub("failed\(joint)\(text) now") == "failed\(joint)\(expected) now")
        }
    }

    @Test(
        "of harmless things stay",
        arguments: [
            "GET /a%20b?q=50%25&r=%3Cx%3E", "caf\\u00e9 \\u0040 home", "a &#64; b &amp; c", "width ＝ ３００",
            "blob aGVsbG8gd29ybGQgaG93IGFyZSB5b3U= ok", "sha 6a09e667bb67ae853c6ef372a54ff53a510e527f",
            "/usr/lib/x86_64-linux-gnu/security/pam_unix", "org/apache/hadoop/mapreduce/task/reduce",
            "look at the dot com bubble", "he arrived at home [at] last", "version 2001.1018.1801 out",
            "zero\u{200B}width", "2025.1018.1801", "شكرا ١٢٣",
        ])
    func harmless(_ text: String) {
        #expect(scrubber.findings(in: text) == [])
    }

    /// A text that ended in the first byte of another script's digit gave a finding that ran past the end.
    @Test("that are cut in the middle of a character end with the text")
    func cutCharacter() {
        let bytes: [UInt8] = Array("born 6-1-2".utf8) + [0xDF]
        for finding in bytes.withUnsafeBytes({ scrubber.findings(in: $0) }) {
            #expect(finding.range.upperBound <= bytes.count)
        }
    }
}
