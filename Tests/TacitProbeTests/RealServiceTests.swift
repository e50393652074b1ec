import Foundation
import TacitLocal
import TacitProbe
import TestHarness
import Testing

/// Redis, PostgreSQL and nginx themselves, through a whole life: up, slow, down, and up again.
@Suite("A real service", .serialized)
struct RealServiceTests {
    private let folder: TemporaryFolder
    private let certificates: Certificates

    init() async throws {
        folder = try TemporaryFolder()
        certificates = try Certificates(in: folder)
    }

    /// - Parameter start: Starts it, as often as it is called.
    private func live(_ probe: Probe, _ start: () throws -> Program) async throws {
        let prober = try Prober([probe])
        #expect(await prober.round()[0].reason == "refused", "before it is started")

        var server = try start()
        try await eventually("\(probe.service) is up") { await prober.round()[0].reason == nil }

        // It stands still for a second, and then goes on.
        server.send(SIGSTOP)
        async let late = prober.round()[0]
        try await Task.sleep(for: .seconds(1))
        server.send(SIGCONT)
        let slow = await late
        #expect(slow.reason == nil)
        #expect(slow.milliseconds >= probe.slow, "slow, not down")
        #expect(slow.milliseconds < probe.timeout)

        server.send(SIGSTOP)
        let hanging = try await Prober([probe.with { $0.timeout = 300 }]).round()[0]
        #expect(hanging.reason == "timeout", "it stands still")
        #expect((300..<5000).contains(hanging.milliseconds))

        server.stop()
        #expect(await prober.round()[0].reason == "refused", "it is ended")

        server = try start()
        try await eventually("\(probe.service) is up again") { await prober.round()[0].reason == nil }
        server.stop()
    }

    @Test("of Redis is up, slow, down and up again")
    func redis() async throws {
        let port = try await Port.free()
        try await live(.test("redis", .redis, port)) { try Services.redis(port, in: folder) }
    }

    @Test("of Redis that speaks TLS and wants a password is up, slow, down and up again")
    func encryptedRedis() async throws {
        let port = try await Port.free()
        let probe = try Probe.test("redis", .redis, port, isEncrypted: true, certificates: certificates.authority)
        try await live(probe) { try Services.redis(port, encryptedWith: certificates, in: folder) }

        let other = try await Port.free()
        let guarded = try Services.redis(other, ["--requirepass", "not-known"], in: folder)
        try await eventually("a Redis with a password is up") {
            try await Probe.test("redis", .redis, other).asked() == nil
        }
        guarded.stop()
    }

    @Test("of PostgreSQL is up, slow, down and up again, in clear and encrypted")
    func postgres() async throws {
        let port = try await Port.free()
        let place = try await Services.makePostgres(port, certificates, in: folder)
        let probe = try Probe.test("postgres", .postgres, port, isEncrypted: true, certificates: certificates.authority)
        try await live(probe) { try Services.postgres(place, in: folder) }
        try await live(.test("postgres", .postgres, port)) { try Services.postgres(place, in: folder) }
    }

    @Test("of PostgreSQL that lets nobody in from here is up")
    func closedPostgres() async throws {
        let port = try await Port.free()
        let place = try await Services.makePostgres(port, certificates, in: folder)
        let rules = "host all all 127.0.0.1/32 reject\n"
        try Data(rules.utf8).write(to: URL(fileURLWithPath: "\(place)/data/pg_hba.conf"))
        let server = try Services.postgres(place, in: folder)
        try await eventually("it is up") { try await Probe.test("postgres", .postgres, port).asked() == nil }
        server.stop()
    }

    @Test("of nginx is up, slow, down and up again, in clear and encrypted")
    func nginx() async throws {
        let (port, encrypted) = (try await Port.free(), try await Port.free())
        let start = { try Services.nginx(port, encrypted: [(encrypted, certificates.valid)], in: folder) }
        try await live(.test("nginx", .http, port), start)
        try await live(
            .test("nginx", .http, encrypted, isEncrypted: true, certificates: certificates.authority), start)
        try await live(.test("nginx", .tls, encrypted, certificates: certificates.authority), start)
    }

    @Test("of nginx is up with 2xx and 3xx, denied with 401, and down with 5xx")
    func statuses() async throws {
        let port = try await Port.free()
        let server = try Services.nginx(port, encrypted: [], in: folder)
        let probe = try Probe.test("nginx", .http, port, host: "localhost")
        try await eventually("it is up") { try await probe.asked() == nil }
        #expect(try await probe.with { $0.path = "/moved" }.asked() == nil)
        #expect(try await probe.with { $0.path = "/closed" }.asked() == .denied)
        #expect(try await probe.with { $0.path = "/broken" }.asked() == .unexpected)
        server.stop()
    }

    @Test("whose certificate ended is told from one whose certificate does not hold for another reason")
    func badCertificates() async throws {
        let ports = [try await Port.free(), try await Port.free(), try await Port.free(), try await Port.free()]
        let server = try Services.nginx(
            ports[0],
            encrypted: [
                (ports[1], certificates.valid), (ports[2], certificates.expired), (ports[3], certificates.foreign),
            ],
            in: folder)
        let authority = certificates.authority
        let valid = try Probe.test("web", .tls, ports[1], certificates: authority)
        try await eventually("it is up") { try await valid.asked() == nil }
        #expect(try await valid.with { $0.host = "localhost" }.asked() == nil)
        #expect(try await valid.with { $0.certificates = nil }.asked() == .certificateInvalid, "signed by a stranger")
        for kind in [Probe.Kind.tls, .http] {
            let expired = try Probe.test("web", kind, ports[2], isEncrypted: true, certificates: authority)
            #expect(try await expired.asked() == .certificateExpired)
        }
        let foreign = try Probe.test("web", .tls, ports[3], certificates: authority)
        #expect(try await foreign.asked() == .certificateInvalid, "for another name")
        #expect(try await foreign.with { $0.serverName = "other.example" }.asked() == .certificateInvalid)
        #expect(try await foreign.with { $0.serverName = "nas.example" }.asked() == nil)
        // A file of certificates that is gone leaves nothing to trust.
        #expect(try await valid.with { $0.certificates = "\(folder.path)/none" }.asked() == .unprobed)
        server.stop()
    }

    @Test("is asked at once with all others, so that a round takes as long as the slowest")
    func together() async throws {
        let double = try await StandIn(.silent)
        let probes = try (0..<40).map { try Probe.test("silent-\($0)", .redis, double.port, timeout: 500) }
        let start = ContinuousClock.now
        let results = try await Prober(probes).round()
        #expect(results.map(\.service) == probes.map(\.service))
        #expect(results.allSatisfy { $0.reason == "timeout" })
        #expect(ContinuousClock.now - start < .seconds(10), "forty timeouts one after the other take twenty seconds")
        double.end()
    }
}
