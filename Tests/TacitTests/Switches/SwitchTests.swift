import Testing

@testable import Tacit

/// One setting of one switch: how it is set, and what it must say.
struct SwitchSetting: Sendable, CustomTestStringConvertible {
    let source: SwitchSource
    let name: String
    let verdict: SwitchReading.Verdict
    let set: @Sendable (inout Switches) -> Void

    var testDescription: String { "\(source.rawValue): \(name)" }

    init(
        _ source: SwitchSource, _ name: String, _ verdict: SwitchReading.Verdict,
        _ set: @escaping @Sendable (inout Switches) -> Void
    ) {
        (self.source, self.name, self.verdict, self.set) = (source, name, verdict, set)
    }

    /// Every switch in each of the ways in which it can stand.
    static let all: [SwitchSetting] =
        variables(.enabledVariable, "TACIT_ENABLED") + variables(.projectVariable, "ACME_TOOLS_TELEMETRY_ENABLED") + [
            .init(.machinePolicy, "absent", .silent) { _ in },
            .init(.machinePolicy, "off", .off) { $0.policy = .text("telemetry: off") },
            .init(.machinePolicy, "on", .on) { $0.policy = .text("telemetry: on") },
            .init(.machinePolicy, "of other things", .silent) { $0.policy = .text("log_days: 3") },
            .init(.machinePolicy, "both", .off) { $0.policy = .text("telemetry: on\ntelemetry: off") },
            .init(.machinePolicy, "unreadable", .off) { $0.policy = .unreadable },
            .init(.machinePolicy, "no lines", .off) { $0.policy = .text("telemetry on") },
            .init(.machinePolicy, "no flag", .off) { $0.policy = .text("telemetry: sometimes") },
            .init(.machinePolicy, "no value", .off) { $0.policy = .text("telemetry:") },
            .init(.optOutFile, "absent", .silent) { _ in },
            .init(.optOutFile, "there", .off) { $0.optOutFiles = ["~/.tacit-no-telemetry"] },
            .init(.projectOptOutFile, "absent", .silent) { _ in },
            .init(.projectOptOutFile, "there", .off) { $0.projectOptOutFiles = ["~/.acme-tools-no-telemetry"] },
            .init(.doNotTrack, "unset", .silent) { _ in },
            .init(.doNotTrack, "0", .silent) { $0.environment["DO_NOT_TRACK"] = "0" },
            .init(.doNotTrack, "1", .off) { $0.environment["DO_NOT_TRACK"] = "1" },
            .init(.continuousIntegration, "none", .silent) { _ in },
            .init(.continuousIntegration, "found", .off) { $0.environment["GITHUB_ACTIONS"] = "true" },
            .init(.environmentName, "unset", .silent) { _ in },
            .init(.environmentName, "production", .silent) { $0.environment["ENVIRONMENT"] = "production" },
            .init(.environmentName, "test", .off) { $0.environment["ENVIRONMENT"] = "test" },
            .init(.code, "nothing", .silent) { _ in },
            .init(.code, "on", .on) { $0.code = true },
            .init(.code, "off", .off) { $0.code = false },
            .init(.configuration, "nothing", .silent) { _ in },
            .init(.configuration, "on", .on) { $0.configured = .sound(isEnabled: true) },
            .init(.configuration, "off", .off) { $0.configured = .sound(isEnabled: false) },
            .init(.configuration, "faulty", .off) {
                $0.configured = .faulty(
                    ConfigurationFault(code: .syntax, place: "acme.conf:3", problem: "no setting", remedy: "remove it"))
            },
            .init(.consent, "given", .on) { $0.consent = .given },
            .init(.consent, "undecided", .off) { $0.consent = .undecided },
            .init(.consent, "refused", .off) { $0.consent = .denied },
            .init(.consent, "outdated", .off) { $0.consent = .outdated },
            .init(.consent, "restricted", .off) { $0.consent = .restricted },
            .init(.consent, "corrupt", .off) { $0.consent = .corrupt(reason: "a line was altered", remedy: "reset") },
        ]

    private static func variables(_ source: SwitchSource, _ variable: String) -> [SwitchSetting] {
        [
            .init(source, "unset", .silent) { _ in },
            .init(source, "true", .on) { $0.environment[variable] = "true" },
            .init(source, "false", .off) { $0.environment[variable] = "false" },
            .init(source, "unreadable", .off) { $0.environment[variable] = "mayhap" },
        ]
    }

    /// A machine on which nothing says off and somebody consented.
    static var consenting: Switches {
        var switches = Switches(project: "acme-tools", policyPath: "/etc/tacit/policy")
        switches.consent = .given
        return switches
    }
}

/// A product once let `ENABLED=true` win over build machines and over the file by which people had opted out.
@Suite("Off always wins")
struct SwitchTests {
    @Test("every switch is in the table, in each of its ways", arguments: SwitchSource.allCases)
    func complete(source: SwitchSource) {
        let verdicts = Set(SwitchSetting.all.filter { $0.source == source }.map(\.verdict))
        #expect(verdicts.contains(.off) && verdicts.count >= 2)
    }

    @Test("nothing set and consent given: on, and it is consent that decided")
    func on() {
        let decision = SwitchSetting.consenting.decision
        #expect(decision.isOn && decision.source == .consent && decision.all.count == SwitchSource.allCases.count)
    }

    @Test("without consent nothing that says on turns it on")
    func noConsent() {
        for consent in [Switches.Consented.undecided, .denied, .outdated, .restricted] {
            var switches = SwitchSetting.consenting
            for setting in SwitchSetting.all where setting.verdict == .on { setting.set(&switches) }
            switches.consent = consent
            #expect(!switches.decision.isOn && switches.decision.source == .consent)
        }
    }

    @Test("of every two switches, in every two of their ways, one that says off is enough")
    func pairs() {
        var pairs = 0
        for first in SwitchSetting.all {
            for second in SwitchSetting.all where first.source != second.source {
                var switches = SwitchSetting.consenting
                first.set(&switches)
                second.set(&switches)
                let decision = switches.decision
                let off = [first, second].filter { $0.verdict == .off }.map(\.source)
                #expect(decision.isOn == off.isEmpty, "\(first.testDescription), \(second.testDescription)")
                let decisive = SwitchSource.allCases.first(where: off.contains) ?? .consent
                #expect(decision.source == decisive, "\(first.testDescription), \(second.testDescription)")
                for setting in [first, second] {
                    let reading = decision.all.first { $0.source == setting.source }
                    #expect(reading?.verdict == setting.verdict, "\(setting.testDescription)")
                }
                pairs += 1
            }
        }
        let sizes = Dictionary(grouping: SwitchSetting.all, by: \.source).values.map(\.count)
        let all = SwitchSetting.all.count
        #expect(pairs == all * all - sizes.map { $0 * $0 }.reduce(0, +))
    }

    @Test("the order in which switches are set says nothing")
    func order() {
        for first in SwitchSetting.all {
            for second in SwitchSetting.all where first.source < second.source {
                var (forward, backward) = (SwitchSetting.consenting, SwitchSetting.consenting)
                first.set(&forward)
                second.set(&forward)
                second.set(&backward)
                first.set(&backward)
                #expect(forward.decision == backward.decision)
            }
        }
    }

    @Test("every way to say off says how to change it, and no other does", arguments: SwitchSetting.all)
    func remedies(setting: SwitchSetting) throws {
        var switches = SwitchSetting.consenting
        setting.set(&switches)
        let reading = try #require(switches.decision.all.first { $0.source == setting.source })
        #expect(reading.remedy.isEmpty == (setting.verdict != .off))
        #expect(!reading.reason.isEmpty && !reading.name.isEmpty)
    }
}

extension SwitchSource {
    fileprivate static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
