import Foundation
import TacitSeal
import TestHarness
import Testing

extension EndToEnd {
    /// The story: a cache that was to forget had been given a snapshot schedule by its package, and nobody looked at the server.
    @Suite("`tacit verify` reads the Redis that keeps sessions, and names what should not be there")
    struct VerifyRedisTests {
        @Test("sessions in a Redis that writes nothing down are content, and listed") func good() async throws {
            try await Kept.lend { kept in
                let verified = try await kept.verify()
                #expect(verified.status == 0, "\(verified.faults)")
                for id in ["reachable", "persistence", "known", "expiry", "sealed"] {
                    #expect(verified.check("redis.\(id)")?.examined ?? 0 > 0, "\(id) looked at nothing")
                }
                #expect(verified.held.contains { $0.name.hasSuffix("2 sessions") && $0.bytes > 0 })
            }
        }

        @Test("what somebody did to it is named, and not what it holds", arguments: RedisSabotage.all)
        fileprivate func sabotaged(_ sabotage: RedisSabotage) async throws {
            try await Kept.lend { kept in
                try sabotage.commit(kept.server)
                let verified = try await kept.verify()
                #expect(verified.status == 3)
                let faults = verified.check(sabotage.check)?.faults ?? []
                #expect(faults.contains { $0.what.contains(sabotage.what) }, "\(verified.faults)")
                #expect(faults.allSatisfy { $0.place.hasPrefix("redis localhost:") && !$0.remedy.isEmpty })
                #expect(!verified.output.contains(RedisSabotage.mail))
                // Whatever becomes of Redis, all else is looked at.
                #expect(verified.check("storage.sound")?.examined ?? 0 > 0)
            }
        }

        #if DEBUG
            @Test("a collector that lets sessions there stay is found out") func stay() async throws {
                try await Kept.lend([SkippedStep.variable: SkippedStep.sessionExpiry.rawValue]) { kept in
                    let verified = try await kept.verify()
                    #expect(verified.status == 3)
                    #expect(verified.check("redis.expiry")?.faults.contains { $0.what.contains("never ends") } == true)
                }
            }
        #endif

        @Test("a configuration that can't be read is named, since nobody knows where sessions lie") func unread()
            async throws
        {
            try await Kept.lend { kept in
                try Data("sessions: {store: nowhere}\n".utf8).write(
                    to: URL(fileURLWithPath: kept.folder.configurationFile))
                let verified = try await kept.verify()
                #expect(verified.status == 3 && verified.check("redis.reachable")?.faults.count == 1)
            }
        }
    }
}

/// What somebody did to a Redis, and which claim it breaks.
private struct RedisSabotage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: String
    let what: String
    let commit: @Sendable (RedisServer) throws -> Void

    static let mail = "quill.vane@" + "example.com"
    private static let place = "tacit:{tacit}:" + String(repeating: "0a", count: 16)

    static let all = [
        RedisSabotage(testDescription: "a key without an end", check: "redis.expiry", what: "never ends") { server in
            let key = try server.owner("--raw", "EVAL", "return redis.call('KEYS', 'tacit:*')[1]", "0")
            try server.owner("PERSIST", key)
        },
        RedisSabotage(testDescription: "a plain value", check: "redis.sealed", what: "no sealed session") { server in
            try server.owner("SET", place, "mail of \(mail), and what is to be done", "EX", "600")
        },
        RedisSabotage(testDescription: "an address in it", check: "redis.sealed", what: "holds EMAIL") { server in
            try server.owner("SET", place, "mail of \(mail), and what is to be done", "EX", "600")
        },
        RedisSabotage(testDescription: "another key", check: "redis.known", what: "no session's") { server in
            try server.owner("SET", "tacit:{tacit}:last", "1", "EX", "600")
        },
        RedisSabotage(testDescription: "a list", check: "redis.known", what: "no session's") { server in
            try server.owner("RPUSH", place, "1")
        },
        RedisSabotage(testDescription: "persistence", check: "redis.persistence", what: "appendonly no") { server in
            try server.owner("CONFIG", "SET", "appendonly", "yes")
        },
        RedisSabotage(testDescription: "a snapshot", check: "redis.persistence", what: "there is a file") { server in
            try server.owner("SAVE")
        },
        RedisSabotage(testDescription: "a Redis that is gone", check: "redis.reachable", what: "unavailable") {
            $0.kill()
        },
        RedisSabotage(testDescription: "one that forbids to look", check: "redis.reachable", what: "access list") {
            try $0.owner("ACL", "SETUSER", "tacit", "-pttl")
        },
    ]
}

/// Two sessions that a collector has put into a Redis, and has ended.
private struct Kept: Sendable {
    let server: RedisServer
    let folder: CollectorFolder

    static func lend(_ environment: [String: String] = [:], _ body: (Kept) async throws -> Void) async throws {
        let place = try TestHarness.TemporaryFolder()
        let authority = try Authority(in: place.path)
        let server = try await RedisServer(certificate: authority.signed("server"), authority: authority.certificate)
        let lines = [
            "sessions:", "  enabled: true", "  store: redis", "  redis_endpoint: \"localhost:\(server.port)\"",
            "  redis_password_file: \"\(server.folder.path)/password\"",
            "  redis_ca_file: \"\(authority.certificate)\"",
        ]
        let setup = CollectorSetup(lines: lines, environment: environment, clock: "system")
        try await RunningCollector.withFolder(setup) { folder in
            let collector = try await folder.start()
            for _ in 0..<2 {
                let made = try await collector.send(
                    "POST", collector.otlpHTTP + "/v1/sessions", headers: [("content-type", "text/plain")],
                    Array("a draft of somebody, which is long enough to be seen where it is not sealed".utf8))
                #expect(made.status == 201)
            }
            #expect(await collector.stop() == 0)
            try await body(Kept(server: server, folder: folder))
        }
        server.kill()
        withExtendedLifetime(place) {}
    }

    func verify() async throws -> RedisVerified {
        let outcome = try await Program.tacit(
            "verify", "storage", "--config", folder.configurationFile, "--state", folder.state.path, "--json")
        guard outcome.status == 0 || outcome.status == 3 else { throw ToolFailed("tacit verify", outcome) }
        let content = try outcome.json(RedisVerified.Content.self)
        return RedisVerified(status: outcome.status, output: outcome.output, checks: content.checks, held: content.held)
    }
}

private struct RedisVerified: Sendable {
    let status: Int32
    let output: String
    let checks: [Check]
    let held: [Held]

    struct Content: Decodable {
        let checks: [Check]
        let held: [Held]
    }

    struct Check: Decodable, Sendable {
        let id: String
        let examined: Int
        let faults: [Fault]
    }

    struct Fault: Decodable, Sendable {
        let place: String
        let what: String
        let remedy: String
    }

    struct Held: Decodable, Sendable {
        let name: String
        let bytes: Int
    }

    func check(_ id: String) -> Check? { checks.first { $0.id == id } }

    var faults: [String] { checks.flatMap { check in check.faults.map { "\(check.id): \($0.place) \($0.what)" } } }
}
