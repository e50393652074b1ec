import Foundation
import TacitSessions

/// What sessions cost: making, reading and deleting them, keeping a million, and letting a million go.
struct SessionsBenchmark {
    static func run() async throws {
        print("Sessions of 1 KB")
        try await memory()
        if let server = try? RedisUnderTest() {
            try await redis(server)
        } else {
            row("Redis", "not measured: redis-server or openssl is missing")
        }
        print("")
    }

    private static let now: Int64 = 1_800_000_000
    private static let content = [UInt8](repeating: 7, count: 1024).withUnsafeBytes { SessionBytes(copying: $0) }

    private static func sessions(_ store: any SessionStore) -> Sessions {
        var limits = SessionLimits()
        limits.maxCount = 2_000_000
        return Sessions(store: store, limits: limits, realm: SessionRealm("bench"))
    }

    /// Makes, reads and deletes so many sessions.
    private static func live(_ count: Int, _ sessions: Sessions) async throws(SessionRefusal) {
        for _ in 0..<count {
            let (token, _) = try await sessions.create(content, type: "application/json", now: now)
            _ = try await sessions.read(token, now: now) { _, content in content.count }
            try await sessions.delete(token, now: now)
        }
    }

    // MARK: Memory

    private static func memory() async throws {
        let sessions = sessions(MemorySessionStore())
        for count in [50_000, 200_000] {
            let start = processorSeconds()
            try await live(count, sessions)
            row(
                "in memory, \(count): made, read and deleted, per core and s",
                rounded(Double(count) / (processorSeconds() - start), 0))
        }
        let before = try ProcessUsage(of: getpid()).resident
        try await fill(sessions)
        let after = try ProcessUsage(of: getpid()).resident
        row("a million: resident, MB", "\((after - before) * 1024 / 1_000_000)")
        // Somebody whose session lives on, while nothing happens and while a million expire.
        let (token, _) = try await sessions.create(content, type: "application/json", ttl: 86_400, now: now)
        let later = now + 3 * 3600
        row(
            "longest wait of a reader, ms, nothing else going on",
            rounded(
                try await longestWait(sessions, token, later) {
                    try await Task.sleep(for: .seconds(1))
                }))
        let start = ContinuousClock.now
        row(
            "longest wait of a reader, ms, while a million expire",
            rounded(
                try await longestWait(sessions, token, later) {
                    _ = try await sessions.purge(now: later)
                }))
        row("  and all of that, ms", rounded(milliseconds(since: start), 0))
        try await fill(sessions)
        let removal = ContinuousClock.now
        _ = try await sessions.removeAll()
        row("a million removed at once, ms", rounded(milliseconds(since: removal), 0))
    }

    private static func fill(_ sessions: Sessions) async throws {
        for _ in 0..<1_000_000 {
            _ = try await sessions.create(content, type: "application/json", ttl: 3600, now: now)
        }
    }

    private static func longestWait(
        _ sessions: Sessions, _ token: String, _ now: Int64, _ work: () async throws -> Void
    ) async throws -> Double {
        try await withThrowingTaskGroup(of: Double.self) { group in
            group.addTask {
                var longest = 0.0
                while !Task.isCancelled {
                    let start = ContinuousClock.now
                    _ = try await sessions.read(token, now: now) { _, content in content.count }
                    longest = max(longest, milliseconds(since: start))
                    await Task.yield()
                }
                return longest
            }
            try await work()
            group.cancelAll()
            return try await group.next() ?? 0
        }
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
    }

    // MARK: Redis

    private static func redis(_ server: RedisUnderTest) async throws {
        let settings = try RedisSettings(
            host: "localhost", port: server.port, user: "tacit", passwordFile: server.folder + "/password",
            authorityFile: server.folder + "/ca.crt")
        let (store, warning) = try await RedisSessionStore.open(settings, realm: SessionRealm("bench"))
        if let warning { throw warning }
        let sessions = sessions(store)
        for count in [20_000, 100_000] {
            let (start, clock) = (processorSeconds(), ContinuousClock.now)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<200 { group.addTask { try await live(count / 200, sessions) } }
                try await group.waitForAll()
            }
            row(
                "over Redis TLS, \(count): made, read and deleted, per core and s",
                rounded(Double(count) / (processorSeconds() - start), 0))
            row("  a second, Redis beside it", rounded(Double(count) / milliseconds(since: clock) * 1e3, 0))
        }
        await store.close()
    }
}

/// A Redis on loopback that speaks TLS alone and keeps nothing. It goes with this value.
private final class RedisUnderTest {
    let folder = NSTemporaryDirectory() + "tacit-bench-redis-\(UUID().uuidString)"
    let port = 26_379
    private let process = Process()

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", folder + "/ca.key",
                "-out",
                folder + "/ca.crt",
            ])
        let password = UUID().uuidString
        _ = FileManager.default.createFile(
            atPath: folder + "/password", contents: Data(password.utf8), attributes: [.posixPermissions: 0o600])
        let configuration = """
            bind 127.0.0.1
            port 0
            tls-port \(port)
            tls-cert-file \(folder)/ca.crt
            tls-key-file \(folder)/ca.key
            tls-ca-cert-file \(folder)/ca.crt
            tls-auth-clients no
            dir \(folder)
            save ""
            user default off
            user tacit on >\(password) ~tacit:* resetchannels +@all

            """
        try Data(configuration.utf8).write(to: URL(fileURLWithPath: folder + "/redis.conf"))
        process.executableURL = URL(fileURLWithPath: "/usr/bin/redis-server")
        process.arguments = [folder + "/redis.conf"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: 1)
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
