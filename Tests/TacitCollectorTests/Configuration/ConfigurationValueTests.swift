import TacitCatalog
import TacitCollector
import TacitWire
import Testing

@Suite("Configuration: values are written as people write them")
struct ConfigurationValueTests {
    @Test(
        "sizes and durations with units mean what they say",
        arguments: [
            ("limits.body_bytes", "1024", "1KiB"), ("limits.body_bytes", "1025", "1025"),
            ("limits.body_bytes", "64MiB", "64MiB"), ("limits.body_bytes", "65536KiB", "64MiB"),
            ("limits.body_bytes", "1GiB", "1GiB"), ("limits.body_bytes", "1073741824", "1GiB"),
            ("limits.idle_seconds", "90", "90s"), ("limits.idle_seconds", "90s", "90s"),
            ("limits.idle_seconds", "15m", "15m"),
            ("limits.idle_seconds", "60", "1m"), ("limits.idle_seconds", "1h", "1h"),
            ("windows.grace_day", "0", "0s"), ("windows.grace_day", "1d", "1d"),
            ("retention.operational", "7d", "7d"), ("retention.operational", "25h", "25h"),
            ("limits.cells", "007", "7"),
            ("listen.otlp_http", "localhost:0", "localhost:0"), ("listen.otlp_http", "[::1]:4318", "[::1]:4318"),
            ("clock", "simulated:2026-01-01T00:00:00Z", "simulated:2026-01-01T00:00:00Z"),
            ("clock", "system", "system"),
            ("enabled", "TRUE", "true"), ("first_look", "On", "true"), ("first_look", "no", "false"),
        ])
    func units(name: String, written: String, shown: String) throws {
        #expect(try loadConfiguration(name, [.option: written])[name]?.value == shown)
        #expect(try loadConfiguration(name, [.environment: written])[name]?.value == shown)
        #expect(try loadConfiguration(name, [.file: "\"\(written)\""])[name]?.value == shown)
    }

    @Test("each value reaches the part of the configuration that is named for it")
    func fields() throws {
        let text = """
            enabled: no
            first_look: yes
            state: var
            listen: {otlp_http: "[::1]:1", otlp_grpc: localhost:2, dashboard: 127.0.0.2:0}
            consent: {categories: [analytics, essential], level: full}
            limits: {body_bytes: 2MiB, in_flight_bytes: 3MiB, nesting: 3, attributes: 4, span_events: 5,
              connections: 6, idle_seconds: 7, header_bytes: 8KiB, header_seconds: 9, contributors: 10, cells: 11}
            windows: {grace_minute: 12, grace_hour: 13, grace_day: 14, clock_skew: 15}
            log: {level: trace}
            clock: simulated:2026-01-01T00:00:00Z
            """
        let configuration = try ConfigurationDocument(
            contents: ConfigurationFile(text: text, path: "tacit.yaml"), environment: [:], overrides: [:]
        ).configuration
        #expect(!configuration.enabled)
        #expect(configuration.firstLook)
        #expect(configuration.state == "var")
        #expect(configuration.listen.otlpHTTP == .init(host: "::1", port: 1))
        #expect(configuration.listen.otlpGRPC == .init(host: "localhost", port: 2))
        #expect(configuration.listen.dashboard == .init(host: "127.0.0.2", port: 0))
        #expect(configuration.consent == ConsentGround(categories: ["analytics", "essential"], level: .full))
        #expect(configuration.limits.bodyBytes == 2 << 20)
        #expect(configuration.limits.inFlightBytes == 3 << 20)
        #expect(configuration.limits.wire.maxDepth == 3)
        #expect(configuration.limits.wire.maxAttributesPerRecord == 4)
        #expect(configuration.limits.wire.maxEventsPerRecord == 5)
        #expect(configuration.limits.connections == 6)
        #expect(configuration.limits.idleSeconds == 7)
        #expect(configuration.limits.headerBytes == 8 << 10)
        #expect(configuration.limits.headerSeconds == 9)
        #expect(configuration.windows.contributors == 10)
        #expect(configuration.windows.cells == 11)
        #expect(configuration.windows.graces == [.minute: 12, .hour: 13, .day: 14])
        #expect(configuration.windows.clockSkew == 15)
        #expect(configuration.logLevel == "trace")
        #expect(configuration.clock == .simulated(start: 1_767_225_600))
    }

    @Test(
        "loopback is 127.0.0.0/8, ::1 and localhost, and nothing that looks like them",
        arguments: [
            ("127.0.0.1", true), ("127.255.0.3", true), ("::1", true), ("0:0:0:0:0:0:0:1", true), ("localhost", true),
            ("LOCALHOST", true), ("0.0.0.0", false), ("128.0.0.1", false), ("::", false), ("::2", false),
            ("1::1", false),
            ("::ffff:127.0.0.1", false), ("127.0.0.1.example.com", false), ("127.1", false), ("localhost.", false),
            ("2001:db8::1", false), ("", false),
        ])
    func loopback(host: String, isLoopback: Bool) {
        #expect(CollectorConfiguration.Endpoint(host: host, port: 1).isLoopback == isLoopback)
    }

    @Test("status shows every key with its value and where it was written")
    func status() throws {
        let document = try ConfigurationDocument(
            contents: ConfigurationFile(text: "state: data\n\nlimits:\n  cells: 10\n", path: "tacit.yaml"),
            environment: ["TACIT_LOG_LEVEL": "debug"], overrides: ["listen.otlp_http": "localhost:1"])
        let lines = document.description.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.map(\.first) == ConfigurationKeys.all.map(\.name))
        #expect(lines.contains(["enabled", "true", "default"]))
        #expect(lines.contains(["state", "data", "tacit.yaml:1:8"]))
        #expect(lines.contains(["limits.cells", "10", "tacit.yaml:4:10"]))
        #expect(lines.contains(["log.level", "debug", "TACIT_LOG_LEVEL"]))
        #expect(lines.contains(["listen.otlp_http", "localhost:1", "--otlp-http"]))
    }
}
