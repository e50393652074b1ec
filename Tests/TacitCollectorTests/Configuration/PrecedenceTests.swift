import TacitCollector
import Testing

@Suite("Configuration: which value counts")
struct PrecedenceTests {
    @Test("samples speak of every key")
    func samplesAreComplete() {
        #expect(Set(configurationSamples.keys) == Set(ConfigurationKeys.all.map(\.name)))
    }

    @Test(
        "without a file, variables and options everything is at its default",
        arguments: ConfigurationKeys.all.map(\.name))
    func defaults(name: String) throws {
        let document = try ConfigurationDocument(file: nil, environment: [:], overrides: [:])
        #expect(document.configuration == CollectorConfiguration())
        #expect(document[name]?.origin == .default)
        #expect(document[name]?.value == ConfigurationKeys.named[name]?.defaultValue)
    }

    @Test(
        "an option wins over a variable, a variable over the file, the file over the default",
        arguments: ConfigurationKeys.all.map(\.name), [[ConfigurationPlace]](subsetsOf: ConfigurationPlace.allCases))
    func strongestWins(name: String, places: [ConfigurationPlace]) throws {
        let written = Dictionary(uniqueKeysWithValues: zip(ConfigurationPlace.allCases, configurationSamples[name]!))
            .filter {
                places.contains($0.key)
            }
        let document = try loadConfiguration(name, written)
        let strongest = places.last
        let alone = try loadConfiguration(name, strongest.map { [$0: written[$0]!] } ?? [:])

        #expect(document[name]?.value == alone[name]?.value)
        #expect(document[name]?.origin == alone[name]?.origin)
        let key = ConfigurationKeys.named[name]!
        switch strongest {
        case nil: #expect(document[name]?.origin == .default)
        case .file: #expect(document[name]?.origin.description.hasPrefix("tacit.yaml:") == true)
        case .environment: #expect(document[name]?.origin == .environment(key.environment))
        case .option: #expect(document[name]?.origin == .option(key.option))
        }
        if strongest != nil, name != "enabled" { #expect(document[name]?.value != key.defaultValue) }
    }

    @Test("what nobody wrote stays as it is, whatever else is written", arguments: ConfigurationKeys.all.map(\.name))
    func othersStay(name: String) throws {
        let defaults = try ConfigurationDocument(file: nil, environment: [:], overrides: [:])
        let document = try loadConfiguration(name, [.environment: configurationSamples[name]![0]])
        #expect(document.entries.filter { $0.key != name } == defaults.entries.filter { $0.key != name })
    }

    @Test("the kill switch works one way: false in any place wins over true in every other")
    func killSwitch() throws {
        let words: [String?] = [nil, "true", "false"]
        for file in words {
            for environment in words {
                for option in words {
                    let written = [ConfigurationPlace.file: file, .environment: environment, .option: option]
                        .compactMapValues(
                            \.self)
                    let document = try loadConfiguration("enabled", written)
                    #expect(document.configuration.enabled == !written.values.contains("false"), "\(written)")
                }
            }
        }
    }

    @Test("status names the place that switched collection off")
    func killSwitchOrigin() throws {
        let document = try loadConfiguration("enabled", [.file: "false", .environment: "true", .option: "true"])
        #expect(document["enabled"]?.origin == .file("tacit.yaml", line: 1, column: 10))
    }

    @Test("a kill switch that can't be read stops the start", arguments: ConfigurationPlace.allCases)
    func brokenKillSwitch(place: ConfigurationPlace) {
        #expect(throws: ConfigurationFaults.self) { try loadConfiguration("enabled", [place: "flase"]) }
    }

    @Test("variables without our prefix, and those of the SDK and of the local monitor, are left alone")
    func foreignVariables() throws {
        let environment = [
            "ENABLED": "false", "PATH": "/bin", "TACIT_VERBOSE": "1", "TACIT_SOAK": "1", "TACIT_LOCAL_FOLDER": "/there",
        ]
        let document = try ConfigurationDocument(file: nil, environment: environment, overrides: [:])
        #expect(document.configuration == CollectorConfiguration())
    }

    @Test("a path of the catalog starts at its file's folder, elsewhere at the working folder")
    func paths() throws {
        func catalog(_ text: String, path: String, environment: [String: String] = [:]) throws -> String {
            try ConfigurationDocument(
                contents: ConfigurationFile(text: text, path: path), environment: environment, overrides: [:]
            ).configuration.catalog
        }
        #expect(try catalog("catalog: ../web.yaml", path: "config/first.yaml") == "config/../web.yaml")
        #expect(try catalog("catalog: web.yaml", path: "tacit.yaml") == "web.yaml")
        #expect(try catalog("catalog: /web.yaml", path: "/etc/tacit/tacit.yaml") == "/web.yaml")
        #expect(try catalog("", path: "/etc/tacit/tacit.yaml") == "/etc/tacit/catalog.yaml")
        #expect(try catalog("catalog: catalog.yaml", path: "/etc/tacit/tacit.yaml") == "/etc/tacit/catalog.yaml")
        #expect(try catalog("", path: "/etc/tacit.yaml", environment: ["TACIT_CATALOG": "web.yaml"]) == "web.yaml")
    }

    @Test("a path of the state starts at the working folder")
    func state() throws {
        let file = ConfigurationFile(text: "state: data", path: "config/tacit.yaml")
        let document = try ConfigurationDocument(contents: file, environment: [:], overrides: [:])
        #expect(document.configuration.state == "data")
    }

    @Test("a list is one in every place")
    func lists() throws {
        let expected: Set = ["essential", "analytics"]
        for written in ["[essential, analytics]", "\n    - essential\n    - analytics"] {
            #expect(
                try loadConfiguration("consent.categories", [.file: written]).configuration.consent.categories
                    == expected)
        }
        for place in [ConfigurationPlace.environment, .option] {
            let document = try loadConfiguration("consent.categories", [place: "essential, analytics"])
            #expect(document.configuration.consent.categories == expected)
            #expect(try loadConfiguration("consent.categories", [place: ""]).configuration.consent.categories == [])
        }
        #expect(try loadConfiguration("consent.categories", [.file: "[]"]).configuration.consent.categories == [])
    }
}

extension [[ConfigurationPlace]] {
    /// Every subset, its members from the weakest to the strongest.
    fileprivate init(subsetsOf places: [ConfigurationPlace]) {
        self = (0..<1 << places.count).map { bits in places.indices.filter { bits >> $0 & 1 == 1 }.map { places[$0] } }
    }
}
