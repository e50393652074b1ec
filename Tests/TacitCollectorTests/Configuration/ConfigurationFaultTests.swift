import Foundation
import TacitCollector
import Testing

@Suite("Configuration: what is wrong is said, all at once and with its place")
struct ConfigurationFaultTests {
    struct Case: CustomTestStringConvertible {
        var yaml: String
        /// `line:column key code` of each fault.
        var expected: [String]
        var remedy: String?
        var testDescription: String { yaml.debugDescription }
    }

    @Test(
        "in a file",
        arguments: [
            Case(yaml: "enabeld: false", expected: ["1:1 enabeld unknown-key"], remedy: "did you mean `enabled`?"),
            Case(
                yaml: "listen:\n  otlp_htp: 127.0.0.1:1", expected: ["2:3 listen.otlp_htp unknown-key"],
                remedy: "did you mean `otlp_http`?"),
            Case(
                yaml: "otlp_http: 127.0.0.1:1", expected: ["1:1 otlp_http unknown-key"],
                remedy: "did you mean `listen.otlp_http`?"),
            Case(
                yaml: "listen.otlp_http: 127.0.0.1:1", expected: ["1:1 listen.otlp_http unknown-key"],
                remedy: "below `listen:`"),
            Case(
                yaml: "limits:\n  xxxxxxxxxxxx: 1", expected: ["2:3 limits.xxxxxxxxxxxx unknown-key"],
                remedy: "use one of attributes, "),
            Case(yaml: "[1, 2]: 3", expected: ["1:1 unknown-key"]),
            Case(yaml: "enabled: maybe", expected: ["1:10 enabled wrong-value"]),
            Case(yaml: "enabled: ture", expected: ["1:10 enabled wrong-value"], remedy: "did you mean `true`?"),
            Case(yaml: "enabled:", expected: ["1:1 enabled missing-value"]),
            Case(yaml: "state: ''", expected: ["1:8 state wrong-value"]),
            Case(yaml: "catalog: ''", expected: ["1:10 catalog wrong-value"]),
            Case(yaml: "enabled: [false]", expected: ["1:1 enabled wrong-type"]),
            Case(yaml: "enabled: {now: false}", expected: ["1:1 enabled wrong-type"]),
            Case(yaml: "listen: 4318", expected: ["1:1 listen wrong-type"]),
            Case(yaml: "- enabled: false", expected: ["1:1 wrong-type"]),
            Case(
                yaml: "sessions:\n  ttl: 3h\n  max_ttl: 2h", expected: ["2:8 sessions.ttl out-of-range"],
                remedy: "for sessions.max_ttl at most"),
            Case(yaml: "sessions: {max_ttl: 2h}", expected: ["1:21 sessions.max_ttl out-of-range"]),
            Case(yaml: "sessions: {max_ttl: 25h}", expected: ["1:21 sessions.max_ttl out-of-range"]),
            Case(yaml: "sessions: {store: reddis}", expected: ["1:19 sessions.store wrong-value"], remedy: "`redis`?"),
            Case(yaml: "sessions: {realm: 'a*'}", expected: ["1:19 sessions.realm wrong-value"]),
            Case(yaml: "enabled", expected: ["1:1 wrong-type"]),
            Case(yaml: "listen:\n  otlp_http: 4318", expected: ["2:14 listen.otlp_http wrong-value"]),
            Case(yaml: "listen:\n  otlp_http: :4318", expected: ["2:14 listen.otlp_http wrong-value"]),
            Case(yaml: "listen:\n  otlp_http: ::1:4318", expected: ["2:14 listen.otlp_http wrong-value"]),
            Case(yaml: "listen:\n  otlp_http: http://localhost:4318", expected: ["2:14 listen.otlp_http wrong-value"]),
            Case(yaml: "listen:\n  otlp_http: localhost:65536", expected: ["2:14 listen.otlp_http out-of-range"]),
            Case(yaml: "listen:\n  dashboard: 127.0.0.1:4318", expected: ["2:14 listen.dashboard shared-address"]),
            Case(yaml: "listen:\n  otlp_http: 127.0.0.1:4320", expected: ["2:14 listen.otlp_http shared-address"]),
            Case(yaml: "consent:\n  categories: [Essential]", expected: ["2:3 consent.categories wrong-value"]),
            Case(yaml: "consent:\n  categories: [{a: b}]", expected: ["2:3 consent.categories wrong-type"]),
            Case(
                yaml: "consent:\n  level: fulll", expected: ["2:10 consent.level wrong-value"],
                remedy: "did you mean `full`?"),
            Case(yaml: "limits:\n  body_bytes: 64MB", expected: ["2:15 limits.body_bytes wrong-value"]),
            Case(yaml: "limits:\n  body_bytes: -1", expected: ["2:15 limits.body_bytes wrong-value"]),
            Case(yaml: "limits:\n  body_bytes: 1.5", expected: ["2:15 limits.body_bytes wrong-value"]),
            Case(yaml: "limits:\n  body_bytes: 2GiB", expected: ["2:15 limits.body_bytes out-of-range"]),
            Case(
                yaml: "limits:\n  body_bytes: 9223372036854775807GiB", expected: ["2:15 limits.body_bytes out-of-range"]
            ),
            Case(
                yaml: "limits:\n  body_bytes: 99999999999999999999", expected: ["2:15 limits.body_bytes out-of-range"]),
            Case(yaml: "limits:\n  nesting: 65", expected: ["2:12 limits.nesting out-of-range"]),
            Case(yaml: "limits:\n  connections: 10s", expected: ["2:16 limits.connections wrong-value"]),
            Case(yaml: "windows:\n  grace_day: 2 h", expected: ["2:14 windows.grace_day wrong-value"]),
            Case(yaml: "windows:\n  grace_day: 25h", expected: ["2:14 windows.grace_day out-of-range"]),
            Case(yaml: "log:\n  level: warn", expected: ["2:10 log.level wrong-value"]),
            Case(yaml: "clock: simulated:2026-02-30T00:00:00Z", expected: ["1:8 clock wrong-value"]),
            Case(yaml: "clock: simulated:now", expected: ["1:8 clock wrong-value"]),
            Case(yaml: "enabled: true\nstate: a\nenabled: false", expected: ["3:1 enabled duplicate-key"]),
            Case(yaml: "a: [", expected: ["2:1 yaml-syntax"]),
            Case(yaml: "enabled: true\n\tstate: b", expected: ["2:1 yaml-syntax"]),
            Case(yaml: "enabled: *nowhere", expected: ["1:10 yaml-syntax"]),
            Case(yaml: "enabled: true\n---\nenabled: false", expected: ["2:1 yaml-syntax"]),
        ])
    func inAFile(_ example: Case) {
        let found = configurationFaults(of: example.yaml)
        #expect(found.map(\.short) == example.expected)
        for fault in found {
            #expect(fault.description.hasPrefix("tacit.yaml:"))
            #expect(!fault.message.isEmpty && !fault.remedy.isEmpty)
            if let remedy = example.remedy { #expect(fault.remedy.contains(remedy)) }
        }
    }

    @Test("in every place, the file first and from its top")
    func allAtOnce() {
        let text = """
            enabled: perhaps
            sate: x
            enabled: true
            limits:
              nesting: 0
              nesting: 99
              cels: 4
            listen: {otlp_http: 192.0.2.1:4318, otlp_http: 192.0.2.1:4318}
            """
        let found = configurationFaults(
            of: text, environment: ["TACIT_CLOCK": "x", "TACIT_STAT": "x"],
            overrides: ["log.level": "x", "log.levle": "x"])
        #expect(
            found.map { "\($0.origin) \($0.code.rawValue)" } == [
                "tacit.yaml:2:1 unknown-key",
                "tacit.yaml:3:1 duplicate-key",
                "tacit.yaml:6:3 duplicate-key",
                "tacit.yaml:6:12 out-of-range",
                "tacit.yaml:7:3 unknown-key",
                "tacit.yaml:8:37 duplicate-key",
                "tacit.yaml:8:48 plaintext-off-loopback",
                "TACIT_CLOCK wrong-value",
                "TACIT_STAT unknown-variable",
                "--log-level wrong-value",
                "log.levle unknown-option",
            ])
    }

    @Test("what a stronger place hides must be right too")
    func hiddenFaults() {
        let found = configurationFaults(of: "limits:\n  cells: many", environment: ["TACIT_LIMITS_CELLS": "5"])
        #expect(found.map(\.short) == ["2:10 limits.cells wrong-value"])
    }

    @Test("an unknown variable with our prefix is refused, with the one that was probably meant")
    func unknownVariable() {
        let found = configurationFaults(of: "", environment: ["TACIT_ENABELD": "false"])
        #expect(
            found.map(\.description) == [
                """
                TACIT_ENABELD [unknown-variable]
                  is not a variable of the collector
                  → did you mean `TACIT_ENABLED`?
                """
            ])
    }

    @Test("a file that is not there or can't be read stops the start, and is named")
    func unreadableFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tacit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let latin = folder.appending(path: "latin.yaml")
        try Data([0x73, 0x74, 0x61, 0x74, 0x65, 0x3A, 0x20, 0xE9]).write(to: latin)

        let cases = [
            (folder.appending(path: "none.yaml").path, "file-missing"), (folder.path, "file-unreadable"),
            (latin.path, "file-unreadable"),
        ]
        for (path, code) in cases {
            #expect {
                try CollectorConfiguration.load(file: path, environment: [:], overrides: [:])
            } throws: { error in
                let faults = (error as? ConfigurationFaults)?.faults ?? []
                return faults.map(\.code.rawValue) == [code]
                    && faults.map(\.origin) == [.file(path, line: 1, column: 1)]
            }
        }
    }

    @Test(
        "an empty file is one that changes nothing",
        arguments: ["", "\n", "# nothing\n", "---\n", "listen:\nlimits:\n", "\u{FEFF}", "{}"])
    func emptyFile(text: String) throws {
        let document = try ConfigurationDocument(
            contents: ConfigurationFile(text: text, path: "tacit.yaml"), environment: [:], overrides: [:])
        #expect(document.configuration == CollectorConfiguration())
    }

    @Test(
        "a listener leaves the loopback interface only where the danger is named",
        arguments: ConfigurationPlace.allCases,
        ["listen.otlp_http", "listen.otlp_grpc", "listen.dashboard"])
    func offLoopback(place: ConfigurationPlace, name: String) throws {
        for address in ["0.0.0.0:9", "192.0.2.1:9", "collector.example.com:9", "127.1:9", "localhost.example.com:9"] {
            #expect {
                try loadConfiguration(name, [place: address])
            } throws: { error in
                let faults = (error as? ConfigurationFaults)?.faults ?? []
                return faults.map(\.code) == [.plaintextOffLoopback] && faults[0].key == name
                    && faults[0].remedy.contains("TLS")
                    && faults[0].remedy.contains("listen.plaintext_off_loopback: true")
            }
        }
        let named = try ConfigurationDocument(
            file: nil, environment: ["TACIT_LISTEN_PLAINTEXT_OFF_LOOPBACK": "true"],
            overrides: [name: "0.0.0.0:9"])
        #expect(named[name]?.value == "0.0.0.0:9")
    }

    @Test(
        "a fault never shows the value that was given", arguments: ConfigurationPlace.allCases,
        ConfigurationKeys.all.map(\.name))
    func neverTheValue(place: ConfigurationPlace, name: String) {
        // No value of any key, whatever its kind: the line break stands for what is no path.
        let secret = "hunter2" + "SECRET"
        let texts = [
            place == .file ? "\"\(secret)\\n\"" : "\(secret)\n",
            place == .file ? "\"12345\(secret)\\n\"" : "12345\(secret)\n",
        ]
        for text in texts {
            #expect {
                try loadConfiguration(name, [place: text])
            } throws: { error in
                let faults = (error as? ConfigurationFaults)?.faults ?? []
                return faults.count == 1 && !"\(error)\(String(reflecting: error))".contains("hunter")
            }
        }
    }

    @Test(
        "a secret that is pasted in the place of a key, or into broken YAML, is not shown either",
        arguments: [
            "%: 1", "listen:\n  %: 1", "listen: {% : [}", "enabled: true\n%", "% enabled: [", "%: 1\n%: 2",
            "? [%]\n: 1",
            "*%", "&% enabled: *%x", "!% enabled: 1\n!%2 enabled: 1", "\"%\\q\"", "'%",
        ])
    func neverTheSecret(pattern: String) {
        let secret = "hunter2" + "SECRET"
        let found = configurationFaults(of: pattern.replacing("%", with: secret))
        #expect(!found.isEmpty)
        #expect(!"\(found)\(String(reflecting: found))".contains("hunter"))
    }

    @Test("whatever a file holds, the answer is a configuration or faults in that file")
    func anyFile() {
        let pieces = [
            "enabled", "listen", "limits", "cells", "catalog", ": ", ":", "\n", "\n  ", "- ", "[", "]", "{", "}", ", ",
            "\"",
            "'", "# ", "true", "false", "64MiB", "1h", "*a", "&a ", "!t ", "? ", "| ", "---\n", "\t", "\\", "\u{E000}",
            "é",
        ]
        var random = SplitMix(state: 1)
        for _ in 0..<600 {
            let text = (0..<Int.random(in: 0..<24, using: &random)).map { _ in pieces.randomElement(using: &random)! }
            for fault in configurationFaults(of: text.joined()) {
                #expect(fault.origin.description.hasPrefix("tacit.yaml:"), "\(text)")
            }
        }
        #expect(configurationFaults(of: String(repeating: "[", count: 100_000)).map(\.code) == [.yamlSyntax])
        #expect(configurationFaults(of: String(repeating: "- ", count: 100_000)).map(\.code) == [.yamlSyntax])
    }
}

extension ConfigurationFault {
    /// `line:column key code`, for comparison.
    fileprivate var short: String {
        let place = origin.description.split(separator: ":", maxSplits: 1).last ?? ""
        return [String(place), key, code.rawValue].compactMap(\.self).joined(separator: " ")
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
