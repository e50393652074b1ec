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
                    #expect(verified.examined("redis.\(id)") > 0, "\(id) looked at nothing")
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
                let faults = verified.faults(of: sabotage.check)
                #expect(faults.contains { $0.what.contains(sabotage.what) }, "\(verified.faults)")
                #expect(faults.allSatisfy { $0.place.hasPrefix("redis localhost:") && !$0.remedy.isEmpty })
                #expect(!verified.output.contains(RedisSabotage.mail))
                // Whatever becomes of Redis, all else is looked at.
                #expect(verified.examined("storage.sound") > 0)
            }
        }

        #if DEBUG
            @Test("a collector that lets sessions there stay is found out") func stay() async throws {
                try await Kept.lend([SkippedStep.variable: SkippedStep.sessionExpiry.rawValue]) { kept in
                    let verified = try await kept.verify()
                    #expect(verified.status == 3)
                    #expect(verified.faults(of: "redis.expiry").contains { $0.what.contains("never ends") })
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
                #expect(verified.status == 3 && verified.faults(of: "redis.reachable").count == 1)
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
        // The story: such a key was read as text, asked for under another name, and so was not there.
        RedisSabotage(testDescription: "a key that is no text", check: "redis.known", what: "no session's") { server in
            try server.owner("EVAL", #"redis.call('SET', 'tacit:{tacit}:\255\254', '1', 'EX', 600)"#, "0")
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

    func verify() async throws -> Verified {
        try await .look(at: folder.state.path, configuration: folder.configurationFile)
    }
}
