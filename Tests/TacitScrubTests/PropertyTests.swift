import TacitScrub
import Testing

@Suite("Whatever the text")
struct PropertyTests {
    private let scrubber = Scrubber()

    @Test("scrubbing twice changes nothing")
    func idempotent() {
        var generator = SeededGenerator(state: 1)
        for _ in 0..<8000 {
            let text = generator.text(pieces: 9)
            let once = scrubber.scrub(text)
            #expect(scrubber.scrub(once) == once, "of \(text.debugDescription)")
        }
    }

    @Test("findings come in order, don't overlap and lie within the text; what is outside of them stays")
    func findingsAreSound() {
        var generator = SeededGenerator(state: 2)
        for _ in 0..<1000 {
            let bytes = Array(generator.text(pieces: 12).utf8)
            var expected: [UInt8] = []
            var end = 0
            for finding in bytes.withUnsafeBytes({ scrubber.findings(in: $0) }) {
                #expect(finding.range.lowerBound >= end && !finding.range.isEmpty)
                expected += bytes[end..<finding.range.lowerBound] + Array("[\(finding.kind.label)]".utf8)
                end = finding.range.upperBound
            }
            #expect(end <= bytes.count)
            expected += bytes[end...]
            var output: [UInt8] = []
            let outcome = bytes.withUnsafeBytes { scrubber.scrub($0, into: &output) }
            let isSound = outcome.isClean ? output.isEmpty && expected == bytes : output == expected
            #expect(isSound, "of \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    @Test("random bytes never crash, and pass through untouched around findings")
    func randomBytes() {
        var generator = SeededGenerator(state: 3)
        for round in 0..<1000 {
            let count = Int.random(in: 0...200, using: &generator)
            let alphabet: ClosedRange<UInt8> = round % 2 == 0 ? 0...255 : 0x2B...0x5F
            let bytes = (0..<count).map { _ in UInt8.random(in: alphabet, using: &generator) }
            var output: [UInt8] = []
            let outcome = bytes.withUnsafeBytes { text in
                bytes.prefix(20).withUnsafeBytes { scrubber.scrub(text, key: round % 3 == 0 ? $0 : nil, into: &output) }
            }
            #expect(outcome == .clean ? output.isEmpty : !output.isEmpty)
        }
        let broken: [UInt8] = [0xFF, 0xC3, 0x20] + Array("jane@example.com".utf8) + [0x20, 0x80, 0xFE]
        var output: [UInt8] = []
        broken.withUnsafeBytes { _ = scrubber.scrub($0, into: &output) }
        #expect(output == [0xFF, 0xC3, 0x20] + Array("[EMAIL]".utf8) + [0x20, 0x80, 0xFE])
    }

    @Test("finding description never contains the value")
    func findingDescriptionNeverContainsTheValue() {
        let values = ["jane@example.com", "203.0.113.9", "4111111111111111", Samples.github, Samples.jwt]
        for value in values {
            for finding in scrubber.findings(in: "got \(value) here") {
                #expect(!"\(finding)".contains(value))
                #expect(!String(reflecting: finding).contains(value))
                #expect(Mirror(reflecting: finding).children.allSatisfy { !"\($0.value)".contains(value) })
            }
            #expect(scrubber.findings(in: "got \(value) here").count == 1)
        }
    }

    /// Quadratic work would take far longer than the limit, so the limit tells linear from not without measuring.
    @Test(
        "time stays linear", .timeLimit(.minutes(1)),
        arguments: [
            "@", "1", "a.", "-", ":", "=", "%40", "a@", "1.", "1-", "1234 ", "::", "a:", "://", "eyJ", ".eyJaaaaaaaaaa",
            "-----BEGIN PRIVATE KEY-----", "password=", "password: \"", "token: ", "cookie: ", "bearer ", "sk-",
            "glpat-", "pypi-AgE-", "[", "[EMAIL", "&", "password=a&", "/home/", "\\Users\\", "aa-", "\\", "\"", "x_",
            "http://a:b", "4111 1111 1111 1111", "a@a.aa", "_id_", "é", "1:1:1:1:", "phone: 1 1 1 ", "_-",
        ])
    func linear(_ piece: String) {
        let text = Array(String(repeating: piece, count: 262_144 / piece.utf8.count).utf8)
        var output: [UInt8] = []
        text.withUnsafeBytes { _ = scrubber.scrub($0, into: &output) }
        #expect(output.count <= 8 * text.count)
    }
}
