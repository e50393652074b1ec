import TacitPages
import Testing

@Suite("Numbers in words")
struct NumberTextTests {
    @Test("are grouped by a narrow space and signed by a true minus")
    func integers() {
        #expect(NumberText.integer(999) == "999")
        #expect(NumberText.integer(-1_234_567) == "\u{2212}1\u{202F}234\u{202F}567")
        #expect(
            NumberText.integer(.min) == "\u{2212}9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808")
    }

    @Test(
        "of axes and prices are short and exact",
        arguments: [
            (0, "0"), (0.5, "0.5"), (-0.25, "\u{2212}0.25"), (0.1 + 0.2, "0.3"), (1e-6, "10⁻⁶"), (1.1e-6, "1.1 × 10⁻⁶"),
            (250, "250"), (31.5, "31.5"), (2500, "2\u{202F}500"), (1e300, "10³⁰⁰"), (.infinity, "unknown"),
        ] as [(Double, String)])
    func plain(value: Double, text: String) {
        #expect(NumberText.plain(value) == text)
    }

    @Test("on ticks take a letter from ten thousand on")
    func compact() {
        #expect(
            [9_999, 12_500, 2_000_000, -40_000].map(NumberText.compact) == [
                "9\u{202F}999", "12.5k", "2M", "\u{2212}40k",
            ])
    }
}
