import Foundation
import Tacit
import TacitPrivacy
import Testing

private func layers(
    file: String? = nil, environment: [String: String] = [:], policy: String? = nil, code: Configuration = .init()
) -> ConfigurationLayers {
    var layers = ConfigurationLayers()
    layers.code = code
    layers.environment = environment
    layers.file = file.map { .init(path: "acme.conf", content: .text($0)) }
    layers.policy = policy.map { .init(path: "/etc/tacit/policy", content: .text($0)) }
    return layers
}

@Suite("The configuration is what was written")
struct ConfigurationTests {
    @Test("nothing written: the defaults, and off until consent")
    func defaults() {
        let (configuration, faults) = layers().resolved
        #expect(faults.isEmpty && configuration == Configuration())
        #expect(configuration.isEnabled == nil && configuration.consent.isEmpty && configuration.endpoint == nil)
        #expect(configuration.autoTransmit && configuration.transmissionInterval == .seconds(86_400))
        #expect(configuration.minBatchSize == 10 && configuration.maxQueueSize == 1000)
        #expect(configuration.maxQueueBytes == 5_000_000 && configuration.privacyLevel == .maximum)
        #expect(configuration.sealing == .auto && configuration.logDays == 90 && !configuration.isVerbose)
        #expect(configuration.flushBound == .milliseconds(150) && configuration.syncInterval == .seconds(1))
    }

    static let lines = """
        # all of it
        enabled: yes
        consent: analytics, performance=full
        endpoint: HTTPS://Telemetry.Example.com:4318/   # ours
        certificates: "/etc/ssl/ours.pem"
        token: tacit_0badcafe_0123
        collector_key: \(String(repeating: "Ab", count: 32))
        sealed: required
        auto_transmit: off
        transmission_interval: 12h
        min_batch_size: 20
        max_queue_size: 500
        max_queue_bytes: 2 MB
        privacy_level: balanced
        state_folder: /var/lib/acme
        flush_bound: 50ms
        sync_interval: 2s
        log_days: 30
        verbose: true

        """

    static let json = """
        {
          "enabled": true, "consent": ["analytics", "performance=full"],
          "endpoint": "https:\\/\\/telemetry.example.com:4318", "certificates": "/etc/ssl/ours.pem", "token": "tacit_0badcafe_0123",
          "collector_key": "\(String(repeating: "ab", count: 32))", "sealed": "required",
          "auto_transmit": false, "transmission_interval": 43200, "min_batch_size": 20,
          "max_queue_size": 500, "max_queue_bytes": 2000000, "privacy_level": "balanced",
          "state_folder": "/var/lib/acme", "flush_bound": "50ms", "sync_interval": 2, "log_days": 30,
          "verbose": true
        }
        """

    @Test("every key, as lines, as JSON and as variables", arguments: ["lines", "json", "variables"])
    func everyKey(form: String) {
        var environment: [String: String] = [:]
        if form == "variables" {
            for entry in KeyedLines(Self.lines).entries where entry.key != "enabled" {
                environment["TACIT_" + entry.key.uppercased()] = entry.value
            }
        }
        let file = ["lines": Self.lines, "json": Self.json][form]
        let (configuration, faults) = layers(file: file, environment: environment).resolved
        var expected = Configuration()
        expected.isEnabled = form == "variables" ? nil : true
        expected.consent = ["analytics": .basic, "performance": .full]
        expected.endpoint = "https://telemetry.example.com:4318"
        expected.certificates = "/etc/ssl/ours.pem"
        expected.token = "tacit_0badcafe_0123"
        expected.collectorKey = String(repeating: "ab", count: 32)
        expected.sealing = .required
        expected.autoTransmit = false
        expected.transmissionInterval = .seconds(43_200)
        expected.minBatchSize = 20
        expected.maxQueueSize = 500
        expected.maxQueueBytes = 2_000_000
        expected.privacyLevel = .balanced
        expected.stateFolder = "/var/lib/acme"
        expected.flushBound = .milliseconds(50)
        expected.syncInterval = .seconds(2)
        expected.logDays = 30
        expected.isVerbose = true
        #expect(configuration == expected)
        #expect(faults.isEmpty, "\(faults)")
    }

    @Test("policy over environment over file over program over default")
    func precedence() {
        var code = Configuration()
        code.logDays = 1
        func days(_ file: String?, _ variable: String?, _ policy: String?) -> Int {
            layers(
                file: file.map { "log_days: \($0)" }, environment: variable.map { ["TACIT_LOG_DAYS": $0] } ?? [:],
                policy: policy.map { "log_days: \($0)" }, code: code
            ).resolved.configuration.logDays
        }
        #expect(layers().resolved.configuration.logDays == 90)
        #expect(days(nil, nil, nil) == 1)
        #expect(days("2", nil, nil) == 2)
        #expect(days("2", "3", nil) == 3)
        #expect(days("2", "3", "4") == 4)
        #expect(days(nil, "3", nil) == 3)
        #expect(days("2", nil, "4") == 4)
    }

    @Test("an off in any place is not overruled by an on in another")
    func off() {
        for code in [nil, true, false] {
            for file in [nil, true, false] {
                for policy in [nil, true, false] {
                    var given = Configuration()
                    given.isEnabled = code
                    let resolved = layers(
                        file: file.map { "enabled: \($0)" }, policy: policy.map { "telemetry: \($0)" }, code: given
                    ).resolved
                    let said = [code, file, policy].compactMap(\.self)
                    let expected = said.isEmpty ? nil : !said.contains(false)
                    #expect(resolved.configuration.isEnabled == expected && resolved.faults.isEmpty)
                }
            }
        }
    }

    @Test("an endpoint for what the owner of the machine traces is not taken for ours")
    func openTelemetry() {
        let variables = ["OTEL_EXPORTER_OTLP_ENDPOINT": "https://otel.example.com"]
        #expect(layers(environment: variables).resolved.configuration.endpoint == nil)
    }

    @Test("variables of the collector on the same machine disturb nobody, nor do empty ones")
    func foreign() {
        let variables = [
            "TACIT_LISTEN_OTLP_HTTP": "127.0.0.1:4318", "TACIT_STATE": "/var/lib/tacit", "TACIT_ENDPOINT": " ",
            "TACIT_CLOCK": "system", "TACIT_LOG_LEVEL": "info",
        ]
        #expect(layers(environment: variables).resolved.faults.isEmpty)
    }

    @Test("a configuration agrees only to what nobody has decided about")
    func consent() {
        let day = ConsentDay("2026-03-01")!
        let categories = ["analytics", "performance", "other"].map { ConsentCategory.sample($0) }
        var configuration = Configuration()
        configuration.consent = ["analytics": .full, "performance": .basic]
        let open = configuration.decisions(about: categories, in: Consent(), on: day)
        #expect(open.count == 2)
        for change in [ConsentChange.refused(categories[0]), .withdrawn(category: "analytics")] {
            let decided = configuration.decisions(about: categories, in: Consent([change], on: day), on: day)
            #expect(decided.count == 1)
        }
    }
}

@Suite("A setting that can't be used turns telemetry off and says where and what to write")
struct ConfigurationFaultTests {
    static let wrong: [(key: String, values: [String])] = [
        ("enabled", ["maybe", "2"]), ("auto_transmit", ["maybe", ""]), ("verbose", ["loud"]),
        ("sealed", ["yes", "always"]), ("privacy_level", ["high", "max"]),
        ("transmission_interval", ["0", "59", "31d", "-5", "1.5h", "1y", "day", "99999999999999999999d"]),
        ("min_batch_size", ["0", "-1", "1e3", "ten", "+5", "100001"]), ("max_queue_size", ["0", "100001"]),
        ("max_queue_bytes", ["1", "2TB", "5 M B", "9223372036854775807GB"]),
        ("flush_bound", ["11s", "150"]), ("sync_interval", ["0", "2h"]), ("log_days", ["0", "3651"]),
        ("collector_key", ["abc", String(repeating: "g", count: 64), String(repeating: "a", count: 63)]),
        ("state_folder", ["state", "./x", "~/x"]), ("certificates", ["ours.pem"]), ("token", ["two words", "é"]),
        ("consent", ["Analytics!", "analytics=most", "analytics,analytics", "=full", "a=b=c"]),
        (
            "endpoint",
            [
                "telemetry.example.com", "ftp://example.com", "http://telemetry.example.com", "https://",
                "https://user:pw@example.com", "https://example.com?x=1", "https://example.com/#a",
                "https://exa mple.com", "http://127.0.0.1.example.com", "http://localhost.example.com",
                "http://128.0.0.1", "http://127.1", "http://0x7f.0.0.1", "http://0127.0.0.1", "http://[::2]",
                "http://[::ffff:127.0.0.1]", "https://example.com:0", "https://example.com:65536",
                "https://example.com:", "https://[::1", "https://-a.example.com", "https://a..example.com",
                "http://2130706433", "https://example.com:80:80", "https://[::1]4318", "https://example.com/a b",
                "https://1.2.3", "http://127.0.0.1@example.com", "http:/localhost", "https://exämple.com",
            ]
        ),
    ]

    @Test("every key refuses what it can't use, in files and in variables, and never shows it", arguments: wrong)
    func values(key: String, values: [String]) {
        for value in values {
            let inFile = layers(file: "\n# x\n\(key): '\(value)'").resolved.faults
            #expect(inFile.count == 1 && inFile[0].code == .value, "\(key): \(value)")
            #expect(inFile.first?.place == "acme.conf:3")
            #expect(inFile.first?.problem.hasPrefix("\(key) must be") == true)
            guard key != "enabled", !value.isEmpty else { continue }
            let variable = "TACIT_" + key.uppercased()
            let inEnvironment = layers(environment: [variable: value]).resolved.faults
            #expect(inEnvironment.map(\.place) == [variable], "\(key): \(value)")
        }
        let planted = layers(file: "\(key): 'planted/../value!'").resolved.faults
        #expect(planted.count == 1 && !"\(planted)".contains("planted"))
    }

    @Test(
        "plain HTTP is for this machine alone",
        arguments: [
            "http://localhost:4318", "http://127.0.0.1", "http://127.9.8.7:1", "http://[::1]:4318",
            "http://[0:0:0:0:0:0:0:1]", "HTTP://LOCALHOST", "https://example.com/otlp", "https://192.0.2.1:443",
            "https://[2001:db8::1]:4318/", "https://under_score.example.com",
        ])
    func endpoints(text: String) {
        let (configuration, faults) = layers(file: "endpoint: \(text)").resolved
        #expect(faults.isEmpty && configuration.endpoint?.hasSuffix("/") == false)
        #expect(layers(code: configuration).resolved.faults.isEmpty)
    }

    @Test("unknown keys, with the likely one named; what was written is never shown")
    func unknown() {
        let faults = layers(file: "endpont: x\nsecretsecretsecret: y\nlog-days: 3").resolved.faults
        #expect(faults.map(\.code) == [.unknownKey, .unknownKey, .unknownKey])
        #expect(faults.map(\.place) == ["acme.conf:1", "acme.conf:2", "acme.conf:3"])
        #expect(faults[0].remedy == "did you mean `endpoint`?" && faults[2].remedy == "did you mean `log_days`?")
        #expect(!"\(faults)".contains("secretsecret"))
    }

    @Test("misspelled variables", arguments: ["TACIT_ENABLE", "TACIT_ENDPIONT", "TACIT_AUTOTRANSMIT", "TACIT_SEALD"])
    func misspelled(name: String) {
        let faults = layers(environment: [name: "1"]).resolved.faults
        #expect(faults.map(\.code) == [.unknownKey] && faults[0].remedy.hasPrefix("did you mean TACIT_"))
    }

    @Test(
        "texts that are neither lines nor an object of settings",
        arguments: [
            ("endpoint https://example.com", 1), ("log_days: 3\n- x", 2), ("a b: c", 1), (": x", 1),
            ("log_days: \"3", 1), ("log_days: '3' 4", 1), ("{", 1), ("{\n\"log_days\": }", 2), ("{\"log_days\" 3}", 1),
            ("{\"log_days\": 3,}", 1), ("{\"a\": {\"b\": 1}}", 1), ("{\"log_days\": 3} x", 1),
            ("{\n\n\"log_days\": \"3\n\"}", 3), ("{\"consent\": [\"a\"", 1), ("{\"consent\": [[\"a\"]]}", 1),
            ("{\"a\\", 1), ("{\"a\": \"\\q\"}", 1), ("{log_days: 3}", 1),
        ])
    func syntax(text: String, line: Int) {
        let faults = layers(file: text).resolved.faults
        #expect(faults.first?.code == .syntax && faults.first?.place == "acme.conf:\(line)", "\(faults)")
    }

    @Test("a key that stands twice")
    func duplicate() {
        for text in ["log_days: 3\nlog_days: 4", "{\"log_days\": 3,\n\"log_days\": 3}"] {
            let faults = layers(file: text).resolved.faults
            #expect(faults.map(\.code) == [.duplicateKey] && faults[0].place == "acme.conf:2")
        }
    }

    @Test("a named file must be there, and every file must be readable")
    func files() throws {
        try TemporaryFolder.with { home in
            func faults(_ environment: [String: String]) -> [ConfigurationFault] {
                Surroundings(environment: environment, home: home, policyPath: "\(home)/policy")
                    .layers(of: "acme").resolved.faults
            }
            #expect(faults([:]).isEmpty)
            #expect(faults(["TACIT_TELEMETRY_CONFIG": "\(home)/none.conf"]).map(\.code) == [.missing])
            #expect(faults(["TACIT_TELEMETRY_CONFIG": home]).map(\.code) == [.unreadable])
            try FileManager.default.createDirectory(
                atPath: "\(home)/settings/tacit", withIntermediateDirectories: true)
            try Data("log_days: none".utf8).write(to: URL(fileURLWithPath: "\(home)/settings/tacit/acme.conf"))
            #expect(faults(["XDG_CONFIG_HOME": "\(home)/settings"]).map(\.code) == [.value])
            try Data("privacy_level: most".utf8).write(to: URL(fileURLWithPath: "\(home)/policy"))
            #expect(faults([:]).map(\.place) == ["\(home)/policy:1"])
        }
    }

    @Test("what a program gives is looked at in the same way")
    func code() {
        var code = Configuration()
        code.endpoint = "http://telemetry.example.com"
        code.logDays = -1
        code.stateFolder = "relative"
        let faults = layers(code: code).resolved.faults
        #expect(Set(faults.map(\.place)) == ["the program"] && faults.count == 3)
    }

    @Test("nobody agrees for others: a machine's policy can't")
    func policyConsent() {
        let (configuration, faults) = layers(policy: "consent: analytics").resolved
        #expect(configuration.consent.isEmpty && faults.map(\.place) == ["/etc/tacit/policy:1"])
    }

    @Test("batches that could never be full")
    func unfillable() {
        #expect(layers(file: "min_batch_size: 11\nmax_queue_size: 10").resolved.faults.count == 1)
    }

    @Test("loading throws the first fault")
    func load() {
        let around = Surroundings(environment: ["TACIT_LOG_DAYS": "x"], home: nil, policyPath: "/dev/null/policy")
        let fault = #expect(throws: ConfigurationFault.self) {
            try Configuration.load(project: "acme", surroundings: around)
        }
        #expect(fault?.place == "TACIT_LOG_DAYS")
    }
}

@Suite("Where the state of a project lies")
struct StateFolderTests {
    private func folder(_ environment: [String: String], home: String? = "/home/jane") -> String {
        Surroundings(environment: environment, home: home, policyPath: "/none").stateFolder(of: "acme")
    }

    @Test("the place that was named, or the system's")
    func places() {
        #expect(folder(["TACIT_STATE_HOME": "/srv/state"]) == "/srv/state/acme")
        #expect(folder(["TACIT_STATE_HOME": "/srv/state"], home: nil) == "/srv/state/acme")
        #if os(Linux)
            #expect(folder([:]) == "/home/jane/.local/state/tacit/acme")
            #expect(folder(["XDG_STATE_HOME": "/x"]) == "/x/tacit/acme")
            #expect(folder(["XDG_STATE_HOME": "x", "TACIT_STATE_HOME": "y"]) == "/home/jane/.local/state/tacit/acme")
        #endif
    }

    @Test("without a home nothing can be created, so nothing is collected")
    func nowhere() {
        let trail = ConsentTrail(folder: folder([:], home: nil))
        #expect(trail.read() == .absent)
        #expect(throws: ConsentFault.self) {
            try trail.record(on: ConsentDay("2026-03-01")!) { _ in [.yes(.sample("analytics"))] }
        }
    }
}
