import Testing

@testable import TacitLocal

@Suite("The terminal view")
struct TerminalViewTests {
    private func lines(_ sample: SamplePicture, width: Int = 80, isColoured: Bool = false) -> [Substring] {
        TerminalView(sample.picture, width: width, isColoured: isColoured).text.split(
            separator: "\n", omittingEmptySubsequences: false)
    }

    /// What a terminal shows of a line.
    private func bare(_ line: Substring) -> String {
        line.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
        }.joined()
    }

    @Test("is never wider than the terminal", arguments: SamplePicture.allCases, [40, 41, 57, 80, 120])
    func width(_ sample: SamplePicture, _ width: Int) {
        for isColoured in [false, true] {
            for line in lines(sample, width: width, isColoured: isColoured) {
                #expect(TerminalText.cells(bare(line)) <= width, "\(line)")
            }
        }
    }

    @Test("takes widths below 40 for 40, and those above 120 for 120")
    func limits() {
        #expect(lines(.critical, width: 1) == lines(.critical, width: 40))
        #expect(lines(.critical, width: 1000) == lines(.critical, width: 120))
    }

    @Test("says the same without colour, with no escape at all", arguments: SamplePicture.allCases)
    func colour(_ sample: SamplePicture) {
        let plain = lines(sample)
        #expect(lines(sample, isColoured: true).map(bare) == plain.map(String.init))
        #expect(!plain.contains { $0.contains("\u{1B}") })
    }

    @Test("begins with how the system feels, sign and word")
    func answer() {
        #expect(lines(.critical).first == "✖ The system is critical.")
        #expect(lines(.healthy).first == "● The system is healthy.")
        #expect(lines(.stopped).prefix(3).last == "No monitor is running. To start it: tacit local start")
        #expect(lines(.off).first == "○ Nothing is collected.")
    }

    @Test("lets no text steer the terminal")
    func hostile() {
        for isColoured in [false, true] {
            let text = TerminalView(SamplePicture.hostile.picture, width: 100, isColoured: isColoured).text
            #expect(!text.contains("\u{1B}[31m<") && !text.unicodeScalars.contains("\u{202E}"))
            let escapes = text.split(separator: "\u{1B}").dropFirst()
            #expect(escapes.allSatisfy { $0.wholeMatch(of: /\[[0-9]+m[\s\S]*/) != nil })
        }
        let plain = PlainText.plain("a\u{1B}]0;title\u{7}b\u{9B}c\nd")
        #expect(plain == "a\u{FFFD}]0;title\u{FFFD}b\u{FFFD}c d")
    }

    @Test("tells unknown from down in its strip")
    func strip() {
        let strip = Blocks.strip(SamplePicture.critical.picture.strip)
        #expect(strip.blocks.count == 30 && strip.signs.count == 30)
        #expect(strip.blocks.hasPrefix("····█"))
        #expect(Array(strip.signs)[14] == "✖" && Array(strip.signs)[21] == "▲" && Array(strip.signs)[9] == "·")
        let down = StripDay(
            Picture.Day(day: 1, minutes: [.critical: 1440], criticalErrors: 0, errors: 0), day: 1, elapsed: 1440)
        let unknown = StripDay(nil, day: 1, elapsed: 1440)
        #expect(Blocks.strip([down, unknown]).blocks == "▁·" && Blocks.strip([down, unknown]).signs == "✖ ")
    }

    @Test("draws a level from 0 to 1, and nothing where nothing was written")
    func sparkline() {
        func point(_ seconds: Int64, _ level: Double) -> Picture.LevelPoint {
            Picture.LevelPoint(timestamp: Moment(seconds: seconds), level: level)
        }
        #expect(Blocks.sparkline([point(0, 0), point(10, 0.5), point(40, 1)], width: 5) == "▁▄  █")
        #expect(Blocks.sparkline([], width: 5) == "")
        #expect(Blocks.block(0.999) == "▇" && Blocks.block(1) == "█" && Blocks.block(.nan) == "▁")
    }

    @Test("counts cells as a terminal does")
    func cells() {
        #expect(TerminalText.cells("abc") == 3 && TerminalText.cells("漢字") == 4 && TerminalText.cells("e\u{301}") == 1)
        #expect(TerminalText.cut("abcdef", to: 4) == "abc…" && TerminalText.cut("漢字漢字", to: 4) == "漢…")
        #expect(TerminalText.padded("ab", to: 4) == "ab  " && TerminalText.padded("abcdef", to: 4) == "abc…")
    }
}
