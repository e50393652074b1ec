import TacitCollector
import Testing

@Suite("Figures in words")
struct FigureTextTests {
    @Test(
        "are rounded to the second digit of their spread",
        arguments: [
            (12_483.0, 12_171.0, 12_795.0, "12 480", "± 320", "12 170–12 800"),
            (4_089, 4_080, 4_098, "4 089", "± 9", "4 080–4 098"),
            (0, -220, 220, "0", "± 220", "−220 to 220"),
            (-3, -23, 17, "−3", "± 20", "−23 to 17"),
            (135.71, 131.4, 140.98, "135.7", "+5.3 −4.4", "131.4–141.0"),
            (0.04321, 0.03976, 0.04666, "0.0432", "± 0.0035", "0.0397–0.0467"),
            (1_234_567_890, 1_234_000_000, 1_235_135_780, "1 234 570 000", "± 570 000", "1 234 000 000–1 235 140 000"),
            (7, 7, 7, "7", "± 0", "7–7"),
        ])
    func rounding(
        estimate: Double, lower: Double, upper: Double, text: String, spread: String, interval: String
    ) {
        let figure = FigureText(Figure(estimate: estimate, lower: lower, upper: upper))
        func plain(_ text: String) -> String { String(text.map { $0 == "\u{202F}" ? " " : $0 }) }
        #expect(plain(figure.estimate) == text)
        #expect(plain(figure.spread) == spread)
        #expect(plain(figure.interval) == interval)
    }

    @Test("another number is rounded to the same place, so that a table compares like with like") func alike() {
        let figure = FigureText(Figure(12_483, plusMinus: 312))
        #expect([figure.alike(12_345), figure.alike(-3), figure.alike(7)] == ["12\u{202F}350", "0", "10"])
    }

    @Test("never claim more than was released: what is shown contains the interval", arguments: [1, 10, 1e3, 1e6, 1e9])
    func widening(scale: Double) throws {
        for step in 0..<500 {
            // Fractions of irrational multiples: no two alike, none of them round.
            func fraction(_ multiple: Double) -> Double {
                (Double(step + 1) * multiple).truncatingRemainder(dividingBy: 1)
            }
            let estimate = (fraction(0.618_034) * 2 - 1) * scale
            let lower = estimate - max(1e-4, fraction(0.414_214)) * scale
            let upper = estimate + max(1e-4, fraction(0.732_051)) * scale
            let text = FigureText(Figure(estimate: estimate, lower: lower, upper: upper))
            let ends = Self.ends(text.interval)
            try #require(ends.count == 2)
            #expect(ends[0] <= lower + scale * 1e-9 && ends[1] >= upper - scale * 1e-9)
        }
    }

    private static func ends(_ interval: String) -> [Double] {
        let plain = String(interval.filter { $0 != "\u{202F}" }.map { $0 == "\u{2212}" ? "-" : $0 })
        let ends = plain.contains(" to ") ? plain.split(separator: " to ") : plain.split(separator: "–")
        return ends.compactMap { Double($0) }
    }
}
