import TestHarness

@testable import TacitSessions

extension RedisServer {
    convenience init(
        _ settings: [String] = [], rights: String = RedisServer.rights,
        certificate: Authority.Pair = Certificates.shared.server
    ) async throws {
        try await self.init(
            settings, rights: rights, certificate: certificate,
            authority: Certificates.shared.authority.certificate)
    }

    func settings(
        host: String = "localhost", user: String = "tacit", authority: Authority = Certificates.shared.authority
    ) throws -> RedisSettings {
        var settings = try RedisSettings(
            host: host, port: port, user: user, passwordFile: "\(folder.path)/password",
            authorityFile: authority.certificate)
        settings.timeout = 1
        return settings
    }

    func store(_ realm: String = "tacit") async throws -> RedisSessionStore {
        let (store, warning) = try await RedisSessionStore.open(settings(), realm: SessionRealm(realm))
        if let warning { throw warning }
        return store
    }
}
