import Foundation
import TacitSeal
import TestHarness
import Testing

@testable import TacitSessions

/// A real one, through all that can happen to it.
@Suite("Sessions in Redis", .serialized)
struct RedisServerTests {
    private func failure(_ body: () async throws -> Void) async -> SessionStoreError? {
        do {
            try await body()
            return nil
        } catch let error as SessionStoreError {
            return error
        } catch SessionRefusal.unavailable(let error) {
            return error
        } catch {
            return nil
        }
    }

    /// Why a server is not taken. A busy machine may answer too late, which is no answer yet: then it is asked again.
    private func refusal(_ server: RedisServer, _ settings: RedisSettings? = nil) async -> SessionStoreError? {
        for _ in 0..<20 {
            let error = await opening(server, settings)
            if error?.code != .unavailable { return error }
        }
        return await opening(server, settings)
    }

    private func opening(_ server: RedisServer, _ settings: RedisSettings? = nil) async -> SessionStoreError? {
        await failure {
            let (store, warning) = try await RedisSessionStore.open(settings ?? server.settings(), realm: realm)
            await store.close()
            if let warning { throw warning }
        }
    }

    @Test("hold no byte of what was put into them in the clear, nor of a token")
    func planted() async throws {
        let server = try await RedisServer()
        let store = try await server.store()
        let sessions = Sessions(store)
        let planted = "planted-" + "77b0a1c4"
        let token = try await sessions.create(String(repeating: planted, count: 30), type: "text/x-" + planted)
        let request = try await sessions.requestConsent(token, [.analytics, .performance], now: start)
        let all = try server.everything()
        #expect(all.count > 30 * planted.utf8.count)
        for needle in [
            Data(planted.utf8), Data(token.utf8.suffix(40)), Data(request.id.hex.utf8), Data(request.id.bytes),
        ] {
            #expect(all.firstRange(of: needle) == nil)
        }
        // What the store is given is what is found, so that the search would find something.
        #expect(all.firstRange(of: Data("tacit:{tacit}:".utf8)) != nil)
        await store.close()
    }

    @Test("expire there by themselves, and by their own time where somebody took that from them")
    func expiry() async throws {
        let server = try await RedisServer()
        let store = try await server.store()
        let sessions = Sessions(store)
        let now = Int64(Date().timeIntervalSince1970)
        let brief = try await sessions.create("x", ttl: 1, now: now)
        try await eventually("Redis lets it expire") { try server.owner("DBSIZE") == "0" }
        #expect(await sessions.refusal(of: brief, now: now) == .gone)
        let kept = try await sessions.create("x", ttl: 60, now: now)
        let key = try server.owner("KEYS", "*")
        #expect(try server.owner("PERSIST", key) == "1")
        #expect(await sessions.refusal(of: kept, now: now + 59) == nil)
        #expect(await sessions.refusal(of: kept, now: now + 60) == .gone)
        #expect(try await sessions.purge(now: now + 61) == 1)
        #expect(try server.owner("DBSIZE") == "0")
        await store.close()
    }

    @Test("are unavailable while Redis is gone, and gone when it comes back empty")
    func killed() async throws {
        let server = try await RedisServer()
        let store = try await server.store()
        let sessions = Sessions(store)
        let token = try await sessions.create("x")
        server.kill()
        try await eventually("it is noticed") {
            if case .unavailable(let error)? = await sessions.refusal(of: token) { return error.code == .unavailable }
            return false
        }
        try await server.start()
        try await eventually("it is back") { await sessions.refusal(of: token) == .gone }
        let next = try await sessions.create("y")
        #expect(try await sessions.text(next) == "y")
        await store.close()
    }

    @Test("are refused when Redis comes back with persistence")
    func comesBackWithPersistence() async throws {
        let server = try await RedisServer()
        let store = try await server.store()
        let sessions = Sessions(store)
        _ = try await sessions.create("x")
        server.kill()
        try await server.start(["--appendonly", "yes"])
        // Of one and the same answer: on a busy machine the next attempt to connect may come too late.
        var error: SessionStoreError?
        try await eventually("it is refused") {
            error = await failure { _ = try await sessions.create("x") }
            return error?.code == .refused
        }
        #expect(error?.reason.contains("appendonly no") == true, "\(error?.reason ?? "")")
        #expect(try server.owner("DBSIZE") == "0")
        await store.close()
    }

    @Test("are refused once somebody switches persistence on, and taken again after it was mended")
    func switchedOn() async throws {
        let server = try await RedisServer()
        let store = try await server.store()
        try await store.check()
        try server.owner("CONFIG", "SET", "save", "3600 1")
        #expect(await failure { try await store.check() }?.code == .refused)
        #expect(await failure { _ = try await store.find(.random(), now: start) }?.code == .refused)
        try server.owner("CONFIG", "SET", "save", "")
        try await eventually("it is taken again") { await failure { _ = try await store.count() } == nil }
        await store.close()
    }

    @Test(
        "are refused at the start with persistence, eviction, replicas, or a list that forbids to look",
        arguments: [
            (["save 60 1"], "save"), (["appendonly yes"], "appendonly"),
            (["maxmemory 64mb", "maxmemory-policy allkeys-lru"], "noeviction"), (["replicaof 127.0.0.1 1"], "replica"),
        ])
    func refusedAtStart(_ settings: [String], _ reason: String) async throws {
        let error = await refusal(try await RedisServer(settings))
        #expect(error?.code == .refused)
        #expect(error?.reason.contains(reason) == true)
    }

    @Test(
        "are refused where the access list does not let Redis say whether it keeps anything, or forbids what is needed")
    func forbidden() async throws {
        let silent = RedisServer.rights.replacingOccurrences(of: "+config|get", with: "")
        let error = await refusal(try await RedisServer(rights: silent))
        #expect(error?.code == .refused)
        #expect(error?.reason.contains("+config|get") == true)
        let server = try await RedisServer(rights: RedisServer.rights.replacingOccurrences(of: "+set ", with: ""))
        let store = try await server.store()
        #expect(await failure { _ = try await Sessions(store).create("x") }?.code == .refused)
        await store.close()
    }

    @Test("are full when Redis is, and none that is there is lost")
    func full() async throws {
        let server = try await RedisServer(["maxmemory 3mb", "maxmemory-policy noeviction"])
        let store = try await server.store()
        let sessions = Sessions(store)
        var tokens: [String] = []
        var stop: SessionStoreError?
        for _ in 0..<2000 where stop == nil {
            stop = await failure { tokens.append(try await sessions.create(String(repeating: "x", count: 4000))) }
        }
        #expect(stop?.code == .full)
        #expect(
            await failure { try await sessions.write(tokens[0], String(repeating: "y", count: 9000)) }?.code == .full)
        for token in tokens { #expect(await sessions.refusal(of: token) == nil) }
        for token in tokens.prefix(tokens.count / 2) { try await sessions.delete(token, now: start) }
        _ = try await sessions.create("x")
        await store.close()
    }

    @Test("are not put into a server that is another, or speaks no TLS")
    func strangers() async throws {
        let server = try await RedisServer()
        #expect(await refusal(server, try server.settings(authority: Certificates.shared.other))?.code == .refused)
        #expect(await refusal(server, try server.settings(host: "127.0.0.1")) == nil)
        #expect(await refusal(server, try server.settings(user: "nobody"))?.code == .refused)
        let foreign = try await RedisServer(certificate: Certificates.shared.foreign)
        #expect(await refusal(foreign)?.code == .refused)
        let old = try await RedisServer(["tls-protocols \"TLSv1.2\""])
        #expect(await refusal(old)?.code == .refused)
    }

    @Test("wait for a server that goes away while it is greeted: that is no distrust")
    func leaving() async throws {
        let server = try await RedisServer()
        server.kill()
        // Redis does so while it ends, for too short a time to be met by.
        let script = """
            import socket
            listener = socket.create_server(("127.0.0.1", \(server.port)))
            print("listens", flush=True)
            while True:
                connection = listener.accept()[0]
                connection.recv(65536)
                connection.close()
            """
        let leaving = try Program(Tool.named("python3"), ["-c", script], in: server.folder, named: "leaving")
        try await eventually("somebody listens") { leaving.output.contains("listens") }
        #expect(await opening(server)?.code == .unavailable)
        leaving.stop()
    }

    @Test("do not hang on a Redis that hangs, and are bounded in what waits")
    func hanging() async throws {
        let server = try await RedisServer()
        var settings = try server.settings()
        settings.connections = 1
        settings.pending = 10
        let (store, _) = try await RedisSessionStore.open(settings, realm: realm)
        server.kill(SIGSTOP)
        let codes = await withTaskGroup(of: SessionStoreError.Code?.self) { group in
            for _ in 0..<30 {
                group.addTask { await failure { _ = try await store.find(.random(), now: start) }?.code }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.count { $0 == .unavailable } == 10)
        #expect(codes.count { $0 == .busy } == 20)
        server.kill(SIGCONT)
        try await eventually("it goes on") { await failure { _ = try await store.count() } == nil }
        await store.close()
    }

    @Test("share a Redis with those of another realm, and neither sees the other's")
    func realms() async throws {
        let server = try await RedisServer()
        let stores = [try await server.store("one"), try await server.store("two")]
        let sessions = [
            Sessions(stores[0], realm: SessionRealm("one")), Sessions(stores[1], realm: SessionRealm("two")),
        ]
        let token = try await sessions[0].create("x")
        #expect(await sessions[1].refusal(of: token) == .gone)
        #expect(try await sessions[1].removeAll() == 0)
        #expect(await sessions[0].refusal(of: token) == nil)
        for store in stores { await store.close() }
    }

    /// The story: such a key was read as text, and removed under another name, which nothing has.
    @Test("are all removed, also where somebody put a key among them that is no text")
    func strangeKey() async throws {
        let server = try await RedisServer()
        let store = try await server.store()
        _ = try await Sessions(store).create("x")
        try server.owner("EVAL", #"redis.call('SET', 'tacit:{tacit}:\255\254', '1')"#, "0")
        #expect(try await store.removeAll() == 2)
        #expect(try server.owner("DBSIZE") == "0")
        await store.close()
    }

    @Test("need a password that nobody else can read, and an authority")
    func files() async throws {
        let server = try await RedisServer()
        try server.folder.write("secret", to: "open", mode: 0o644)
        try server.folder.write("", to: "empty")
        let authority = Certificates.shared.authority.certificate
        for (password, authority) in [
            ("open", authority), ("empty", authority), ("missing", authority), ("password", server.folder.path),
            ("password", "\(server.folder.path)/password"),
        ] {
            let error = await failure {
                _ = try RedisSettings(
                    host: "localhost", port: 1, user: "tacit", passwordFile: "\(server.folder.path)/\(password)",
                    authorityFile: authority)
            }
            #expect(error?.code == .refused)
            #expect(error?.description.contains("secret") != true)
        }
    }
}
