import TacitScrub
import Testing

@Suite("Cards and private keys")
struct FloorTests {
    private let scrubber = Scrubber()
    private static let line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"

    @Test("stay out of the text when a policy keeps what they are dressed as")
    func dressed() throws {
        var policy = ScrubPolicy()
        for kind in Kind.allCases where !kind.isOnTheFloor { try policy.set(.keep, for: kind) }
        policy.allow(value: "+4111111111111111")
        let keeping = Scrubber(policy: policy)
        #expect(keeping.scrub("call +4111111111111111 now") == "call +[CREDIT_CARD] now")
        #expect(keeping.scrub("call +1 415 555 0132 now") == "call +1 415 555 0132 now")
    }

    @Test(
        "a private key whose lines have something before or around them is taken whole",
        arguments: [
            ("web-1  | ", ""), ("Nov 21 10:11:12 host app[1]: ", ""), ("  \"", "\\n\" +"), ("    ", ""),
        ])
    func prefixed(_ before: String, _ behind: String) {
        let lines = [
            "-----BEGIN " + "PRIVATE KEY-----", Self.line, Self.line, "Xk9=", "-----END " + "PRIVATE KEY-----",
        ]
        let text = "start\n" + lines.map { before + $0 + behind + "\n" }.joined() + "next 198.51.100.7\n"
        let scrubbed = scrubber.scrub(text)
        #expect(!scrubbed.contains("MIIE") && !scrubbed.contains("Xk9"))
        #expect(scrubbed.hasPrefix("start\n\(before)[PRIVATE_KEY]"))
        #expect(scrubbed.hasSuffix("next [IP_ADDRESS]\n"))
        // Line by line as well.
        var stream = StreamScrubber(scrubber)
        var output: [UInt8] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            stream.scrub(Array((line + "\n").utf8), into: &output)
        }
        stream.finish(into: &output)
        #expect(String(decoding: output, as: UTF8.self) == scrubbed)
    }

    @Test(
        "a private key is taken whole in one line, in a list, encoded, and behind the headers of encrypted ones",
        arguments: [
            (" ", " ", " "), ("\",\"", "\",\"", "\",\""), ("%0A", "%0A", "%0A"), ("\\\\n", "\\\\n", "\\\\n"),
            ("\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233\n\n", "\n", "\n"),
        ], [true, false])
    func forms(_ separators: (String, String, String), isWhole: Bool) {
        let (first, inner, last) = separators
        var text = "-----BEGIN RSA " + "PRIVATE KEY-----" + first + Self.line + inner + Self.line
        if isWhole { text += last + "-----END RSA " + "PRIVATE KEY-----" }
        #expect(scrubber.scrub("x \(text)") == "x [PRIVATE_KEY]")
    }

    @Test("words about a private key hold nothing back")
    func prose() {
        var stream = StreamScrubber(scrubber)
        var output: [UInt8] = []
        let text = "log: found -----BEGIN " + "RSA PRIVATE KEY----- in file a.pem\nnext line\n"
        stream.scrub(Array(text.utf8), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == text)
    }

    @Test(
        "encodings of forms don't hide a card, and tables of hexadecimal digits are none",
        arguments: [
            ("card_number=4111%201111%201111%201111&x=1", "card_number=[CREDIT_CARD]&x=1"),
            ("52BB 5352 5354 5353 5351 5366", "52BB 5352 5354 5353 5351 5366"),
        ])
    func encoded(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "a value in a string of JSON ends where the string escapes something",
        arguments: [
            (
                #"{"msg":"email=jane@example.com\nphone=+49 30 901820\n"}"#,
                #"{"msg":"email=[EMAIL]\nphone=[PHONE]\n"}"#
            ),
            (#"{"msg":"run \"password=hunter2\" ok"}"#, #"{"msg":"run \"password=[SECRET]\" ok"}"#),
            ("GET /login?user=jdoe&pass=S3cr3t!x HTTP", "GET /login?user=jdoe&pass=[SECRET] HTTP"),
            ("cookie: session=s%3AkDf8zQ0pLm2nXy7Tb1.Zq93; theme=dark", "cookie: session=[SECRET]; theme=dark"),
            ("tests: pass=12 fail=3", "tests: pass=12 fail=3"),
        ])
    func escapedEnds(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }
}
