package import Foundation
import Synchronization

/// A real Redis on loopback that speaks TLS alone and knows two users: ours, with the access list of the documents, and the owner.
package final class RedisServer: Sendable {
    package let folder: TemporaryFolder
    package let port: Int
    private let process = Mutex<Program?>(nil)

    package static let password = "pass" + "word-of-redis"
    /// What docs/sessions.md tells people to write.
    package static let rights = """
        ~tacit:* resetchannels -@all +hello +auth +get +getrange +set +del +unlink +eval +scan +pttl +dbsize +info +config|get
        """

    /// - Parameter authority: signed the certificate.
    package init(
        _ settings: [String] = [], rights: String = RedisServer.rights, certificate: Authority.Pair,
        authority: String
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
            tls-ca-cert-file \(authority)
            tls-auth-clients no
            unixsocket \(folder.path)/redis.sock
            dir \(folder.path)
            save ""
            aclfile \(folder.path)/users.acl
            \(settings.joined(separator: "\n"))

            """, to: "redis.conf")
        try await start()
    }

    package func start(_ options: [String] = []) async throws {
        let started = try Program(
            Tool.named("redis-server"), ["\(folder.path)/redis.conf"] + options, in: folder, named: "redis")
        process.withLock { $0 = started }
        try await eventually("Redis listens") { (try? owner("PING")) == "PONG" }
    }

    package func kill(_ signal: Int32 = SIGKILL) {
        guard let running = process.withLock({ $0 }) else { return }
        if signal == SIGKILL { running.stop() } else { running.send(signal) }
    }

    deinit { kill() }

    /// What the owner is answered, over a socket of its own.
    @discardableResult
    package func owner(_ words: String...) throws -> String {
        let data = try Tool.run(
            "redis-cli",
            ["-s", "\(folder.path)/redis.sock", "--no-auth-warning", "--user", "owner", "--pass", "owner"] + words)
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// Every key and every value.
    package func everything() throws -> Data {
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
}
