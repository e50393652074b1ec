import Testing

@testable import TacitLocal

@Suite("Moments")
struct MomentTests {
    @Test(
        "are written as RFC 3339 has it, and read back",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (1_795_253_400, "2026-11-21T09:30:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] as [(Int64, String)])
    func text(_ seconds: Int64, _ text: String) {
        #expect(Moment(seconds: seconds).description == text)
        #expect(Moment(text) == Moment(seconds: seconds))
    }

    @Test(
        "refuse what is no moment",
        arguments: [
            "", "2026-11-21", "2026-11-21T09:30:00", "2026-11-21T09:30:00+00:00", "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z", "2026-11-21 09:30:00Z", "2026-11-21T24:00:00Z", "2026-1١-21T09:30:00Z",
        ])
    func refused(_ text: String) {
        #expect(Moment(text) == nil)
    }
}
