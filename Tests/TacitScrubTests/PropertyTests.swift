import TacitScrub
import Testing

@Suite("Whatever the text")
struct PropertyTests {
    private let scrubber = Scrubber()

    @Test("scrubbing twice changes nothing", arguments: 0..<10)
    func idempotent(_ seed: UInt64) {
        var generator = SeededGenerator(state: 1 + seed)
        for _ in 0..<5000 {
            let text = generator.text(pieces: 9)
            let once = scrubber.scrub(text)
            #expect(scrubber.scrub(once) == once, "of \(text.debugDescription)")
        }
    }

    @Test("one key in what could be a header of another: both are found at once")
    func keyWithinKey() {
        let header = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBgkqhookie: the"
        #expect(scrubber.scrub(header + header) == "[PRIVATE_KEY]: the[PRIVATE_KEY]: the")
    }

    @Test("what was text stays text: no character is cut", arguments: 0..<80)
    func wholeCharacters(_ shift: Int) {
        let name = String(repeating: "x", count: shift)
        for text in [
            "address: 12 \(name)ｅｔｈａｎ＿ｐａｔｅｌ＠ｅｘａｍｐｌｅ．ｏｒｇ Street", "name: \(name) Ёлка Ёлкина 東京都渋谷区神南区神南",
            "password: \(name)пароль密码пароль密码пароль密码 x", "lives at 12 \(name)東京都渋谷区神南東京都渋谷区神南 Street",
        ] {
            let bytes = bytes(of: Array(text.utf8))
            #expect(String(validating: bytes, as: UTF8.self) != nil, "of \(text)")
        }
    }

    @Test("scrubbing twice changes nothing where bytes were cut, changed and put in", arguments: 0..<4)
    func idempotentOnMutations(_ seed: UInt64) {
        var generator = SeededGenerator(state: 101 + seed)
        for _ in 0..<2500 {
            var text = Array(generator.text(pieces: 12).utf8)
            for _ in 0..<Int.random(in: 0...6, using: &generator) where !text.isEmpty {
                let i = text.indices.randomElement(using: &generator)!
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: text[i] = UInt8.random(in: 0...255, using: &generator)
                case 1: text.insert(" :=@.-_[]/\"\\%19aZ".utf8.randomElement(using: &generator)!, at: i)
                default: text.remove(at: i)
                }
            }
            let once = bytes(of: text)
            let isSame = bytes(of: once) == once
            #expect(isSame, "of \(String(decoding: text, as: UTF8.self).debugDescription)")
        }
    }

    private func bytes(of text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        return text.withUnsafeBytes { scrubber.scrub($0, into: &output) }.isClean ? text : output
    }

    @Test("work grows with the text, not faster", arguments: Samples.pieces)
    func linearWork(_ piece: String) {
        func work(_ copies: Int) -> Int {
            Array(String(repeating: piece, count: copies).utf8).withUnsafeBytes { scrubber.verifications(of: $0) }
        }
        let (one, eight) = (work(512), work(4096))
        #expect(eight <= 9 * one + 64)
    }

    /// A stream has only the lines that have come.
    @Test("what stands on a line does not depend on the next, but for keys of several lines", arguments: 0..<4)
    func lines(_ seed: UInt64) {
        var generator = SeededGenerator(state: 201 + seed)
        for _ in 0..<2500 {
            let text = Array(generator.text(pieces: 12).utf8)
            guard !["BEGIN", "Private-Lines"].contains(where: { String(decoding: text, as: UTF8.self).contains($0) })
            else { continue }
            let all = text.withUnsafeBytes { scrubber.findings(in: $0) }
            for end in text.indices.dropLast() where text[end] == 0x0A {
                let found = text[...end].withUnsafeBytes { scrubber.findings(in: $0) }
                let isSame = found == all.filter { $0.range.lowerBound <= end }
                #expect(isSame, "of \(String(decoding: text, as: UTF8.self).debugDescription), cut at \(end)")
            }
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

    /// Verifiers that step back from their trigger once stepped out of the text.
    @Test(
        "a finding never begins before the text",
        arguments: ["88Q~x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3", "address: 12345 A", "address 1234567, A 1"])
    func beginnings(_ text: String) {
        for finding in scrubber.findings(in: text) { #expect(finding.range.lowerBound >= 0) }
    }

    /// What was found on a later line once counted as a part of the cookies, and made its pairs look like some.
    @Test("cookies end with their line, whatever is found behind it")
    func cookieLines() {
        let text = "Cookie: theme=dark; sid=[SECRET]\nfrom [IP_ADDRESS] state=ESTABLISHED rtt=8356.612ms"
        #expect(scrubber.scrub(text) == text)
    }

    /// An address was skipped where a colon near it was looked at for the sake of another one.
    @Test(
        "an address with dots is found whatever stands near", arguments: ["", " 2001:db8::17", " ::", " 1:2:3:4:5:6"])
    func dottedAddresses(_ near: String) {
        #expect(scrubber.scrub("f:192.0.2.17\(near)").hasPrefix("f:[IP_ADDRESS]"))
        #expect(scrubber.scrub("to 2001:db8:0:0:0:0:192.0.2.17\(near)").hasPrefix("to [IP_ADDRESS]"))
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

    @Test(
        "time stays linear",
        arguments: [
            "@", "1", "a.", "-", ":", "=", "%40", "a@", "1.", "1-", "1234 ", "::", "a:", "://", "eyJ", ".eyJaaaaaaaaaa",
            "-----BEGIN PRIVATE KEY-----", "password=", "password: \"", "token: ", "cookie: ", "bearer ", "sk-",
            "glpat-", "pypi-AgE-", "[", "[EMAIL", "&", "password=a&", "/home/", "\\Users\\", "aa-", "\\", "\"", "x_",
            "http://a:b", "4111 1111 1111 1111", "a@a.aa", "_id_", "é", "1:1:1:1:", "phone: 1 1 1 ", "_-",
            "name=\"password\" ", "name=\"password\">", "name=\"password\">x7 ", "<token>x7 ",
        ])
    func linear(_ piece: String) {
        LinearCost.check {
            Array(String(repeating: piece, count: $0 / piece.utf8.count).utf8)
        } _: { text in
            var output: [UInt8] = []
            text.withUnsafeBytes { _ = scrubber.scrub($0, into: &output) }
            #expect(output.count <= 8 * text.count)
        }
    }
}
