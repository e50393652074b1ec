import Tacit
import Testing

@Suite("Switches are read as people spell them")
struct SpellingTests {
    static let wordsForOn = [
        "1", "true", "TRUE", "True", "yes", "Yes", "on", "ON", "y", "t", " true ", "enable", "enabled",
    ]
    static let wordsForOff = [
        "0", "false", "FALSE", "False", "no", "No", "off", "OFF", "n", "f", " off\n", "disable", "disabled", "never",
        "none",
    ]
    static let otherWords = ["2", "-1", "tru", "ture", "null", "nil", "oui", "yes please", "0x0", "true false", "✓"]

    private func decision(_ name: String, _ value: String) -> Decision {
        var switches = SwitchSetting.consenting
        switches.environment[name] = value
        return switches.decision
    }

    @Test("words for on", arguments: wordsForOn, ["TACIT_ENABLED", "ACME_TOOLS_TELEMETRY_ENABLED"])
    func on(word: String, name: String) { #expect(decision(name, word).isOn) }

    @Test("words for off", arguments: wordsForOff, ["TACIT_ENABLED", "ACME_TOOLS_TELEMETRY_ENABLED"])
    func off(word: String, name: String) {
        let decision = decision(name, word)
        #expect(!decision.isOn && decision.reading.name == name && decision.reading.reason == "says off")
    }

    @Test("what is neither is off and says so, without the value", arguments: otherWords)
    func neither(word: String) {
        let decision = decision("TACIT_ENABLED", word)
        #expect(!decision.isOn && decision.reading.reason == "is neither on nor off, which counts as off")
        let planted = self.decision("TACIT_ENABLED", "planted-" + "value")
        #expect(!planted.explanation(of: "acme").contains("planted"))
    }

    @Test("an empty variable says nothing", arguments: ["", " ", "\t"])
    func empty(word: String) {
        for name in ["TACIT_ENABLED", "ACME_TOOLS_TELEMETRY_ENABLED", "DO_NOT_TRACK", "ENVIRONMENT", "CI"] {
            #expect(decision(name, word).isOn, "\(name)")
        }
    }

    @Test("DO_NOT_TRACK is off for every value but 0 and false", arguments: wordsForOn + wordsForOff + otherWords)
    func doNotTrack(word: String) {
        let saysNothing = ["0", "false"].contains(word.lowercased())
        #expect(decision("DO_NOT_TRACK", word).isOn == saysNothing)
    }

    @Test("ENVIRONMENT", arguments: ["development", "dev", "test", "testing", "Test", "DEV", " dev "])
    func environment(word: String) { #expect(decision("ENVIRONMENT", word).source == .environmentName) }

    @Test("other environments", arguments: ["production", "prod", "staging", "devel-op", "contest"])
    func otherEnvironment(word: String) { #expect(decision("ENVIRONMENT", word).isOn) }

    @Test("every variable of a build machine is enough", arguments: ContinuousIntegration.variables)
    func builds(name: String) {
        #expect(decision(name, "true").source == .continuousIntegration)
        #expect(decision(name, "1.2").reading.reason.contains(name))
        #expect(decision(name, "false").isOn && decision(name, "0").isOn)
    }

    @Test("names that are too common count only together", arguments: ContinuousIntegration.combinations)
    func combined(names: [String]) {
        var switches = SwitchSetting.consenting
        for name in names {
            #expect(switches.decision.isOn)
            switches.environment[name] = "17"
        }
        #expect(switches.decision.source == .continuousIntegration)
    }

    @Test("CI=false does not hide another sign of a build")
    func contradiction() {
        var switches = SwitchSetting.consenting
        switches.environment = ["CI": "false", "GITLAB_CI": "true"]
        #expect(!switches.decision.isOn)
    }

    @Test(
        "a project's variable and file",
        arguments: [
            ("acme", "ACME_TELEMETRY_ENABLED", ".acme-no-telemetry"),
            ("acme-tools", "ACME_TOOLS_TELEMETRY_ENABLED", ".acme-tools-no-telemetry"),
            ("com.example.App2", "COM_EXAMPLE_APP2_TELEMETRY_ENABLED", ".com.example.App2-no-telemetry"),
            ("../up", "___UP_TELEMETRY_ENABLED", "..._up-no-telemetry"),
            ("größe", "GR__E_TELEMETRY_ENABLED", ".größe-no-telemetry"),
        ])
    func names(project: String, variable: String, file: String) {
        #expect(Switches.variable(of: project) == variable)
        #expect(Switches.optOutName(of: project) == file)
    }
}
