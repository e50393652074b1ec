package import TacitSessions

/// Whether there are sessions, what they may hold, and where they lie.
package struct SessionSettings: Sendable, Equatable {
    package var isEnabled = false
    package var limits = SessionLimits()
    package var store = Store.memory
    package var realm = "tacit"
    package var redis = Redis()

    package enum Store: String, Sendable, CaseIterable { case memory, redis }

    package struct Redis: Sendable, Equatable {
        package var endpoint = CollectorConfiguration.Endpoint(host: "localhost", port: 6379)
        package var user = "tacit"
        package var passwordFile = "redis.password"
        package var authorityFile = "redis-ca.pem"
        package var connections = 2
        package var timeout: Int64 = 2
    }
}

extension SessionSettings {
    /// What is wrong with times that are right by themselves.
    func faults(origins: [String: ConfigurationOrigin]) -> [ConfigurationFault] {
        guard limits.ttl > limits.maxTTL else { return [] }
        // The one that somebody wrote is the one to change.
        let key = origins["sessions.ttl"] == nil ? "sessions.max_ttl" : "sessions.ttl"
        return [
            ConfigurationFault(
                origin: origins[key] ?? .default, key: key, code: .outOfRange,
                message: "is \(key == "sessions.ttl" ? "more than sessions.max_ttl" : "less than sessions.ttl")",
                remedy:
                    "sessions live for sessions.ttl where nothing else is asked for, and for sessions.max_ttl at most")
        ]
    }
}
