import Tacit
import Testing

@Suite("People are told what decided and how to change it")
struct ExplanationTests {
    @Test("on")
    func on() {
        let text = SwitchSetting.consenting.decision.explanation(of: "acme-tools")
        #expect(
            text == """
                Telemetry of acme-tools is on: consent was given.
                To turn it off: set TACIT_ENABLED=false, or withdraw your consent.

                Every switch; off always wins:
                  -    /etc/tacit/policy             is not there
                  -    ~/.tacit-no-telemetry         is not there
                  -    ~/.acme-tools-no-telemetry    is not there
                  -    DO_NOT_TRACK                  is not set
                  -    TACIT_ENABLED                 is not set
                  -    ACME_TOOLS_TELEMETRY_ENABLED  is not set
                  -    continuous integration        was not found
                  -    ENVIRONMENT                   is not set
                  -    the program                   says nothing
                  -    the configuration             says nothing
                  on   consent                       was given
                """)
    }

    @Test("off by one switch")
    func one() {
        var switches = SwitchSetting.consenting
        switches.environment["DO_NOT_TRACK"] = "1"
        let lines = switches.decision.explanation(of: "acme").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "Telemetry of acme is off: DO_NOT_TRACK is set.")
        #expect(lines[1] == "To change it: unset DO_NOT_TRACK.")
    }

    @Test("off by several: all of them are named, since the next would decide")
    func several() {
        var switches = SwitchSetting.consenting
        switches.environment = ["DO_NOT_TRACK": "1", "CI": "true"]
        switches.consent = .denied
        let text = switches.decision.explanation(of: "acme")
        #expect(text.contains("  - DO_NOT_TRACK: unset DO_NOT_TRACK\n"))
        #expect(text.contains("  - continuous integration: run it outside a build"))
        #expect(text.contains("  - consent: run `tacit on --project acme-tools` if you changed your mind\n"))
    }

    @Test("every reading has its row", arguments: SwitchSetting.all)
    func rows(setting: SwitchSetting) {
        var switches = SwitchSetting.consenting
        setting.set(&switches)
        let decision = switches.decision
        let text = decision.explanation(of: "acme")
        for reading in decision.all { #expect(text.contains(reading.name) && text.contains(reading.reason)) }
    }
}

@Suite("Who may be asked for consent")
struct AskingTests {
    static func asking(_ consent: Switches.Consented) -> Switches {
        var switches = SwitchSetting.consenting
        switches.hasTerminal = true
        switches.consent = consent
        return switches
    }

    @Test("somebody at a terminal who has something to decide")
    func asked() {
        for consent in [Switches.Consented.undecided, .outdated, .given, .denied] {
            #expect(Self.asking(consent).decision.mayAsk)
        }
    }

    @Test("nobody without a terminal, or without a question")
    func unasked() {
        var switches = Self.asking(.undecided)
        switches.hasTerminal = false
        #expect(!switches.decision.mayAsk)
        switches = Self.asking(.undecided)
        switches.hasQuestions = false
        #expect(!switches.decision.mayAsk)
    }

    @Test("nobody where a switch says off", arguments: SwitchSetting.all.filter { $0.verdict == .off })
    func off(setting: SwitchSetting) {
        guard setting.source != .consent else { return }
        var switches = Self.asking(.undecided)
        setting.set(&switches)
        #expect(!switches.decision.mayAsk)
    }

    @Test("nobody whose decisions can't be read, or who restricted processing")
    func frozen() {
        #expect(!Self.asking(.restricted).decision.mayAsk)
        #expect(!Self.asking(.corrupt(reason: "a line was altered", remedy: "reset")).decision.mayAsk)
    }
}
