extension CollectorConfiguration.Listen {
    /// What is wrong with addresses that are right by themselves.
    func faults(
        tls: CollectorConfiguration.TLS, origins: [String: ConfigurationOrigin]
    ) -> [ConfigurationFault] {
        let listeners = CollectorConfiguration.ListenerName.allCases.map { (key: "listen.\($0.rawValue)", name: $0) }
            .map { (key: $0.key, endpoint: self[$0.name], isSecure: tls.covers($0.name)) }
        var faults: [ConfigurationFault] = []
        for (index, (key, endpoint, isSecure)) in listeners.enumerated() {
            if !endpoint.isLoopback, !isSecure, !plaintextOffLoopback {
                faults.append(
                    ConfigurationFault(
                        origin: origins[key] ?? .default, key: key, code: .plaintextOffLoopback,
                        message: "leaves the loopback interface, and the listener has no TLS",
                        remedy: """
                            name a certificate and its key (`tls.certificate`, `tls.key`); or listen on 127.0.0.1 behind \
                            a proxy that speaks TLS; or, where nobody can be on the way, write \
                            `listen.plaintext_off_loopback: true`
                            """))
            }
            for (earlier, other, _) in listeners[..<index] where endpoint.port != 0 && endpoint == other {
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

extension CollectorConfiguration.TLS {
    /// Whether a listener speaks TLS.
    package func covers(_ listener: CollectorConfiguration.ListenerName) -> Bool {
        certificate != nil && listeners.contains(listener)
    }
}
