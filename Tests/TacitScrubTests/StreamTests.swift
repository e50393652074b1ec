import TacitScrub
import Testing

@Suite("Stream")
struct StreamTests {
    private func whole(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        let outcome = text.withUnsafeBytes { Scrubber().scrub($0, into: &output) }
        return outcome == .clean ? text : output
    }

    private func streamed(_ text: [UInt8], by size: Int) -> [UInt8] {
        var stream = StreamScrubber()
        var output: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: size) {
            stream.scrub(Array(text[start..<min(start + size, text.count)]), into: &output)
        }
        stream.finish(into: &output)
        return output
    }

    @Test("equals the whole at every chunk size")
    func equalsWhole() {
        var generator = SeededGenerator(state: 4)
        for _ in 0..<30 {
            let text = Array(generator.text(pieces: 24).utf8)
            let expected = whole(text)
            for size in 1...min(max(text.count, 1), 80) {
                let isSame = streamed(text, by: size) == expected
                #expect(isSame, "by \(size) of \(String(decoding: text, as: UTF8.self).debugDescription)")
            }
        }
    }

    @Test("equals the whole on a very long line", arguments: [1, 4096, 65_536, 70_001])
    func longLine(_ size: Int) {
        var generator = SeededGenerator(state: 5)
        var text: [UInt8] = []
        while text.count < 200_000 {
            text += generator.text(pieces: 24).utf8.filter { $0 != 0x0A && $0 != 0x0D }
            text += Array(repeating: 0x2E, count: Int.random(in: 0...4000, using: &generator)) + [0x20]
        }
        let isSame = streamed(text, by: size) == whole(text)
        #expect(isSame)
    }

    @Test("equals the whole when one value is longer than any window", arguments: [1000, 65_536, 500_000])
    func longValue(_ size: Int) {
        let text = Array(("a password=\"" + String(repeating: "s3cret ", count: 30_000) + "\" b").utf8)
        let expected = whole(text)
        let isSame = streamed(text, by: size) == expected
        #expect(isSame)
        #expect(expected.count < 200)
        #expect(!String(decoding: expected, as: UTF8.self).contains("s3cret"))
    }

    @Test("lets a complete line leave at once, and holds a private key until its end has come")
    func lines() {
        var stream = StreamScrubber()
        var output: [UInt8] = []
        stream.scrub(Array("one jane@exam".utf8), into: &output)
        #expect(output.isEmpty)
        stream.scrub(Array("ple.com\ntwo".utf8), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "one [EMAIL]\n")
        output = []
        let key = Samples.privateKey.split(separator: "\n")
        stream.scrub(Array(("\n" + key.dropLast().joined(separator: "\n") + "\n").utf8), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "two\n")
        stream.scrub(Array((key.last! + "\nthree\n").utf8), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "two\n[PRIVATE_KEY]\nthree\n")
    }

    @Test("what the next line holds makes no difference to a line that has left")
    func nextLine() {
        let text = [UInt8]("a n@db.exampl\n\u{5}".utf8) + [0xFF, 0xFF, 0xFF, 0x20]
        for size in 1...text.count { #expect(streamed(text, by: size) == whole(text)) }
        let name = [UInt8]("{\"family\": \"Doe\",\n\"given\": [\"Jane\"]}".utf8)
        for size in 1...name.count { #expect(streamed(name, by: size) == whole(name)) }
    }

    @Test("counts what it found by kind")
    func report() {
        var stream = StreamScrubber()
        var output: [UInt8] = []
        stream.scrub(Array("a@example.com b@example.com 203.0.113.9".utf8), into: &output)
        stream.finish(into: &output)
        #expect(stream.report[.email] == 2)
        #expect(stream.report.total == 3)
        #expect(stream.report.description == "EMAIL 2, IP_ADDRESS 1")
        #expect(ScrubReport().description == "nothing found")
    }

    @Test("says what it found with offsets in the whole text", arguments: [1, 7, 4096, 65_536])
    func offsets(_ size: Int) {
        var generator = SeededGenerator(state: 6)
        var text: [UInt8] = []
        while text.count < 200_000 { text += (generator.text(pieces: 24) + "\n").utf8 }
        var stream = StreamScrubber()
        var output: [UInt8] = []
        for _ in 0..<2 {
            var found: [Finding] = []
            for start in stride(from: 0, to: text.count, by: size) {
                Array(text[start..<min(start + size, text.count)]).withUnsafeBytes { chunk in
                    stream.scrub(chunk, into: &output) { found.append($0) }
                }
            }
            stream.finish(into: &output) { found.append($0) }
            let isSame = found == text.withUnsafeBytes { Scrubber().findings(in: $0) }
            #expect(isSame)
        }
    }

    /// A value in an open quote reached up to a private key whose end had not come yet. It was written out, and then
    /// found after all: as soon as the key was known, the value ended at it.
    @Test("holds back the line that an unfinished private key begins on")
    func unfinishedKey() {
        let text = Array("x api_key='x7Kd92LmQpZr4TvWb81234\(Samples.privateKey)\nb\n".utf8)
        for size in [1, 30, 64, text.count] { #expect(streamed(text, by: size) == whole(text)) }
    }

    /// The header stood right behind an escape, at whose end the scan went on too late to see it.
    @Test("holds back an unfinished key behind an escaped sign")
    func unfinishedKeyBehindEscape() {
        let text = Array("%2FPrivate-Lines: 2\nMIIEvQIBADANBgkqhkiG9w\n".utf8)
        for size in 1...text.count { #expect(streamed(text, by: size) == whole(text)) }
        #expect(String(decoding: whole(text), as: UTF8.self) == "%2FPrivate-Lines: 2\n[PRIVATE_KEY]\n")
    }

    @Test("finish starts afresh")
    func afresh() {
        var stream = StreamScrubber()
        var output: [UInt8] = []
        stream.scrub(Array("Cookie: a=b".utf8), into: &output)
        stream.finish(into: &output)
        stream.scrub(Array("cid=0123456789abcdef\n".utf8), into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "Cookie: a=bcid=0123456789abcdef\n")
    }
}
