import TacitCollector

/// The places where a value may be written, from the weakest to the strongest.
enum ConfigurationPlace: String, CaseIterable {
    case file, environment, option
}

/// For every key three values that are not its default, as YAML and as plain text.
let configurationSamples: [String: [String]] = [
    "enabled": ["true", "yes", "on"],
    "catalog": ["/a.yaml", "/b.yaml", "/c.yaml"],
    "state": ["a", "b", "c"],
    "first_look": ["true", "on", "1"],
    "listen.otlp_http": ["127.0.0.1:1", "localhost:2", "127.9.9.9:3"],
    "listen.otlp_grpc": ["127.0.0.1:4", "localhost:5", "127.9.9.9:6"],
    "listen.dashboard": ["127.0.0.1:7", "localhost:8", "127.9.9.9:9"],
    "listen.plaintext_off_loopback": ["true", "on", "1"],
    "tls.certificate": ["/a.pem", "/b.pem", "/c.pem"],
    "tls.key": ["/a.key", "/b.key", "/c.key"],
    "tls.listeners": ["otlp_http", "otlp_grpc", "dashboard"],
    "tls.require_post_quantum": ["true", "on", "1"],
    "tls.client_ca": ["/a.pem", "/b.pem", "/c.pem"],
    "tls.client_ca_listeners": ["otlp_http", "otlp_grpc", "dashboard"],
    "access.require_token": ["true", "on", "1"],
    "access.page": ["token", "open", "token"],
    "consent.categories": ["analytics", "performance", "security"],
    "consent.level": ["enhanced", "full", "enhanced"],
    "detail": ["true", "on", "1"],
    "journal": ["false", "off", "0"],
    "limits.body_bytes": ["1MiB", "2MiB", "3072"],
    "limits.in_flight_bytes": ["1MiB", "2MiB", "3145728"],
    "limits.nesting": ["1", "2", "3"],
    "limits.items": ["1", "2", "3"],
    "limits.attributes": ["1", "2", "3"],
    "limits.span_events": ["0", "2", "3"],
    "limits.connections": ["1", "2", "3"],
    "limits.idle_seconds": ["1", "2m", "3s"],
    "limits.header_bytes": ["1KiB", "2KiB", "3072"],
    "limits.header_seconds": ["1", "2m", "3s"],
    "limits.body_seconds": ["1", "2m", "3s"],
    "limits.contributors": ["1", "2", "3"],
    "limits.cells": ["1", "2", "3"],
    "limits.requests_per_second": ["1", "2", "3"],
    "limits.batches": ["1", "2", "3"],
    "windows.grace_minute": ["1", "2m", "3s"],
    "windows.grace_hour": ["1", "2m", "3s"],
    "windows.grace_day": ["1", "2h", "3s"],
    "windows.clock_skew": ["0", "2h", "3s"],
    "sealed.rotate": ["60", "2h", "90s"],
    "sessions.enabled": ["true", "on", "1"],
    "sessions.ttl": ["60", "2h", "90s"],
    "sessions.max_ttl": ["5h", "6h", "18001"],
    "sessions.max_bytes": ["1KiB", "2KiB", "3072"],
    "sessions.max_count": ["1", "2", "3"],
    "sessions.store": ["redis", "redis", "redis"],
    "sessions.realm": ["a", "b", "c_3"],
    "sessions.redis_endpoint": ["127.0.0.1:1", "cache.example:2", "localhost:3"],
    "sessions.redis_user": ["a", "b", "c_3"],
    "sessions.redis_password_file": ["a", "b", "c"],
    "sessions.redis_ca_file": ["a", "b", "c"],
    "sessions.redis_connections": ["1", "3", "4"],
    "sessions.redis_timeout": ["1", "3", "4s"],
    "retention.aggregates": ["1h", "366d", "90000"],
    "retention.operational": ["1h", "89d", "90000"],
    "retention.detail": ["1h", "29d", "90000"],
    "retention.errors": ["1h", "6d", "90000"],
    "retention.health": ["1h", "29d", "90000"],
    "retention.level": ["1h", "89d", "90000"],
    "retention.classes": ["partner=30d", "a=1h", "b_2=3600"],
    "retention.metrics": ["page.views=errors", "a=1h", "b_2=3600"],
    "keys.source": ["environment", "passphrase", "environment"],
    "keys.file": ["a", "b", "c"],
    "keys.variable": ["KEY_FILE", "B", "c_3"],
    "keys.passphrase_file": ["a", "b", "c"],
    "keys.passphrase_descriptor": ["1", "2", "3"],
    "keys.command": ["/a", "/b", "/c"],
    "keys.command_seconds": ["1", "2m", "3s"],
    "log.level": ["debug", "error", "critical"],
    "clock": ["simulated:2026-01-01T00:00:00Z", "simulated:2026-02-01T00:00:00Z", "simulated:1999-12-31T23:59:59Z"],
]

/// A file that says one thing.
private func yaml(_ name: String, _ value: String) -> String {
    let steps = name.split(separator: ".")
    return steps.count == 1 ? "\(name): \(value)\n" : "\(steps[0]):\n  \(steps[1]): \(value)\n"
}

/// Loads a configuration in which each place says one thing of one key.
func loadConfiguration(
    _ name: String, _ values: [ConfigurationPlace: String]
) throws(ConfigurationFaults) -> ConfigurationDocument {
    let key = ConfigurationKeys.named[name]!
    return try ConfigurationDocument(
        contents: values[.file].map { ConfigurationFile(text: yaml(name, $0), path: "tacit.yaml") },
        environment: values[.environment].map { [key.environment: $0] } ?? [:],
        overrides: values[.option].map { [name: $0] } ?? [:])
}

/// The faults of a file, or none.
func configurationFaults(
    of yaml: String, environment: [String: String] = [:], overrides: [String: String] = [:]
) -> [ConfigurationFault] {
    do throws(ConfigurationFaults) {
        _ = try ConfigurationDocument(
            contents: ConfigurationFile(text: yaml, path: "tacit.yaml"), environment: environment, overrides: overrides)
        return []
    } catch {
        return error.faults
    }
}

extension ConfigurationDocument {
    subscript(key: String) -> Entry? { entries.first { $0.key == key } }
}
