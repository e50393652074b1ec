extension CollectorConfiguration.Listen {
    /// What is wrong with addresses that are right by themselves.
    func faults(origins: [String: ConfigurationOrigin]) -> [ConfigurationFault] {
        let listeners = [
            ("listen.otlp_http", otlpHTTP), ("listen.otlp_grpc", otlpGRPC), ("listen.dashboard", dashboard),
        ]
        var faults: [ConfigurationFault] = []
        for (index, (key, endpoint)) in listeners.enumerated() {
            if !endpoint.isLoopback, !plaintextOffLoopback {
                faults.append(
                    ConfigurationFault(
                        origin: origins[key] ?? .default, key: key, code: .plaintextOffLoopback,
                        message: "leaves the loopback interface, and the listener has no TLS",
                        remedy: """
                            listen on 127.0.0.1 behind a proxy that speaks TLS; or, where nobody can be on the way, \
                            write `listen.plaintext_off_loopback: true`
                            """))
            }
            for (earlier, other) in listeners[..<index] where endpoint.port != 0 && endpoint == other {
                // The one that somebody wrote is the one to change.
                let changed = origins[key] == nil ? earlier : key
                let kept = changed == key ? earlier : key
                faults.append(
                    ConfigurationFault(
                        origin: origins[changed] ?? .default, key: changed, code: .sharedAddress,
                        message: "is the address of \(kept) too", remedy: "give each listener a port of its own"))
            }
        }
        return faults
    }
}
