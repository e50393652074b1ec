package import Logging
package import TacitSessions

extension Sessions {
    /// Sessions as they are configured; `nil` where there are none.
    ///
    /// A Redis that would keep what must vanish stops the start. One that is only not there yet does not: clients are asked to
    /// retry until it is.
    package static func open(_ settings: SessionSettings, log: Logger) async throws(SessionStoreError) -> Sessions? {
        guard settings.isEnabled else { return nil }
        let realm = SessionRealm(settings.realm)
        switch settings.store {
        case .memory:
            return Sessions(store: MemorySessionStore(), limits: settings.limits, realm: realm)
        case .redis:
            let (store, warning) = try await RedisSessionStore.open(RedisSettings(settings.redis), realm: realm)
            if let warning {
                log.warning("sessions wait for Redis; clients are asked to retry", metadata: ["reason": "\(warning)"])
            }
            return Sessions(store: store, limits: settings.limits, realm: realm)
        }
    }
}

extension RedisSettings {
    /// As they are configured, with the password and the certificates that they name.
    init(_ settings: SessionSettings.Redis) throws(SessionStoreError) {
        try self.init(
            host: settings.endpoint.host, port: settings.endpoint.port, user: settings.user,
            passwordFile: settings.passwordFile, authorityFile: settings.authorityFile)
        connections = settings.connections
        timeout = settings.timeout
    }
}
