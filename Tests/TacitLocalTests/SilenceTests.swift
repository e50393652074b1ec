import Testing

@testable import TacitLocal

/// `TACIT_ENABLED=0` once silenced the library and not what was recorded from a script.
@Suite("TACIT_ENABLED")
struct SilenceTests {
    @Test(
        "silences with any word that does not say on",
        arguments: ["0", "false", "No", " off ", "n", "f", "disable", "never", "none", "maybe"])
    func off(_ word: String) { #expect(Silence.holds(in: ["TACIT_ENABLED": word])) }

    @Test("leaves on what says so, or says nothing", arguments: ["1", "TRUE", " yes\n", "on", "enabled", "", "  "])
    func on(_ word: String) { #expect(!Silence.holds(in: ["TACIT_ENABLED": word])) }

    @Test("silences nothing where it is not there") func absent() { #expect(!Silence.holds(in: [:])) }
}
