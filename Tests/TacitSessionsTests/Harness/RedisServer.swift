import Foundation
import Synchronization
import TestHarness

@testable import TacitSessions

/// A real Redis on loopback that speaks TLS alone and knows two users: ours, with the access list of the documents, and the owner.
final class RedisServer: Sendable {
    let folder: TemporaryFolder
    let port: Int
    private let process = Mutex<Program?>(nil)

    static let password = "pass" + "word-of-redis"
    /// What docs/sessions.md tells people to write.
    static let rights = """
        ~tacit:* resetchannels -@all +hello +auth +get +getrange +set +del +unlink +eval +scan +dbsize +info +config|get
        """
    init(
        _ settings: [String] = [], rights: String = RedisServer.rights,
        certificate: Authority.Pair = Certificates.shared.server
    ) async throws {
        folder = try TemporaryFolder()
        port = try await Port.free()
        try folder.write(
            """
            user default off
            user tacit on >\(Self.password) \(rights)
            user owner on >owner ~* &* +@all

            """, to: "users.acl")
        try folder.write(Self.password + "\n", to: "password")
        try folder.write(
            """
            bind 127.0.0.1
            port 0
            tls-port \(port)
            tls-cert-file \(certificate.certificate)
            tls-key-file \(certificate.key)
            tls-ca-cert-file \(Certificates.shared.authority.certificate)
            tls-auth-clients no
            unixsocket \(folder.path)/redis.sock
            dir \(folder.path)
            save ""
            aclfile \(folder.path)/users.acl
            \(settings.joined(separator: "\n"))

            """, to: "redis.conf")
        try await start()
    }

    func start(_ options: [String] = []) async throws {
        let started = try Program(
            Tool.named("redis-server"), ["\(folder.path)/redis.conf"] + options, in: folder, named: "redis")
        process.withLock { $0 = started }
        try await eventually("Redis listens") { (try? owner("PING")) == "PONG" }
    }

    func kill(_ signal: Int32 = SIGKILL) {
        guard let running = process.withLock({ $0 }) else { return }
        if signal == SIGKILL { running.stop() } else { running.send(signal) }
    }

    deinit { kill() }

    /// What the owner is answered, over a socket of its own.
    @discardableResult
    func owner(_ words: String...) throws -> String {
        let data = try Tool.run(
            "redis-cli",
            ["-s", "\(folder.path)/redis.sock", "--no-auth-warning", "--user", "owner", "--pass", "owner"] + words)
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// Every key and every value.
    func everything() throws -> Data {
        let script =
            "local all = '' for _, key in ipairs(redis.call('KEYS', '*')) do "
            + "all = all .. key .. redis.call('GET', key) end return all"
        return try Tool.run(
            "redis-cli",
            [
                "-s", "\(folder.path)/redis.sock", "--no-auth-warning", "--raw", "--user", "owner", "--pass", "owner",
                "EVAL", script, "0",
            ])
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
