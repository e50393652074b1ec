import TacitPages
import Testing

@Suite("Times in words")
struct TimeTextTests {
    private let start: Int64 = 1_772_323_200

    @Test("name a window by its length")
    func windows() {
        #expect(TimeText.window(from: start, to: start + 86_400) == "2026-03-01")
        #expect(TimeText.window(from: start + 46_800, to: start + 50_400) == "2026-03-01 13:00–14:00")
        #expect(TimeText.window(from: start + 82_800, to: start + 86_400) == "2026-03-01 23:00–00:00")
        #expect(TimeText.window(from: start + 49_200, to: start + 49_260) == "2026-03-01 13:40")
    }

    @Test(
        "keep the calendar",
        arguments: [
            (0, "1970-01-01"), (951_782_400, "2000-02-29"), (4_107_542_399, "2100-02-28"), (-1, "1969-12-31"),
            (253_402_300_799, "9999-12-31"),
        ] as [(Int64, String)])
    func calendar(seconds: Int64, day: String) {
        #expect(TimeText.day(seconds) == day)
    }

    @Test(
        "say how long in two units",
        arguments: [
            (0, "0 s"), (45, "45 s"), (130, "2 min 10 s"), (1200, "20 min"), (48_000, "13 h 20 min"),
            (86_400, "1 d"), (273_600, "3 d 4 h"),
        ] as [(Int64, String)])
    func durations(seconds: Int64, text: String) {
        #expect(TimeText.duration(seconds) == text)
        #expect(TimeText.relative(seconds, to: 0) == (seconds == 0 ? "now" : "in \(text)"))
        #expect(TimeText.relative(-seconds, to: 0) == (seconds == 0 ? "now" : "\(text) ago"))
    }
}
