import Foundation
import NIOCore
import NIOEmbedded
import TestHarness
import Testing

@testable import TacitLocal
@testable import TacitProbe

@Suite("A service that does not behave")
struct BadServiceTests {
    private static let asked: [Probe.Kind] = [.http, .tls, .redis, .postgres, .bolt]

    @Test("costs its timeout when it hangs", arguments: asked, [false, true])
    func hanging(_ kind: Probe.Kind, _ isEncrypted: Bool) async throws {
        let double = try await StandIn(.silent)
        let probe = try Probe.test("bad", kind, double.port, isEncrypted: isEncrypted, timeout: 250)
        let result = try await Prober([probe]).round()[0]
        #expect(result.reason == "timeout")
        #expect((250..<5000).contains(result.milliseconds))
        double.end()
    }

    @Test("costs its timeout when it answers a byte at a time, for ever")
    func dripping() async throws {
        let drips: [(Probe.Kind, String)] = [(.redis, "+"), (.http, "H"), (.postgres, "E\0\0\u{10}\0"), (.bolt, "\0")]
        for (kind, text) in drips {
            let double = try await StandIn(.dripping(Array(text.utf8)))
            let result = try await Prober([.test("bad", kind, double.port, timeout: 250)]).round()[0]
            #expect(result.reason != nil)
            #expect(result.milliseconds < 5000)
            double.end()
        }
    }

    @Test(
        "is down when it floods, long before its timeout", arguments: asked,
        ["+", "HTTP/1.1 ", "E\0\0u\0", "\u{16}\u{3}\u{3}\u{40}\0", "\0\0\0\0"])
    func flooding(_ kind: Probe.Kind, _ text: String) async throws {
        let double = try await StandIn(.flooding(Array(String(repeating: text, count: 10_000).utf8)))
        let result = try await Prober([.test("bad", kind, double.port, timeout: 60_000)]).round()[0]
        #expect(result.reason == "unexpected" || result.reason == "closed")
        #expect(result.milliseconds < 50_000)
        double.end()
    }

    @Test("is read to 64 KB and no further")
    func limit() throws {
        let channel = EmbeddedChannel()
        let over = channel.eventLoop.makePromise(of: Verdict.self)
        try channel.pipeline.syncOperations.addHandler(ByteLimit(over))
        let piece = ByteBuffer(repeating: 0x2B, count: 4096)
        for _ in 0..<16 { try channel.writeInbound(piece) }
        for _ in 0..<16 { #expect(try channel.readInbound(as: ByteBuffer.self) == piece) }
        try channel.writeInbound(ByteBuffer(repeating: 0x2B, count: 1))
        #expect(try channel.readInbound(as: ByteBuffer.self) == nil)
        #expect(try over.futureResult.wait() == .down(.unexpected))
        _ = try channel.finish()
    }

    @Test("is closed when it closes, and unexpected when it speaks of something else", arguments: asked)
    func others(_ kind: Probe.Kind) async throws {
        let closing = try await StandIn(.closing)
        #expect(try await Probe.test("bad", kind, closing.port).asked() == .closed)
        closing.end()
        let strange = try await StandIn(.answering(Array("SSH-2.0-OpenSSH_9.2p1\r\n".utf8)))
        #expect(try await Probe.test("bad", kind, strange.port).asked() == .unexpected)
        strange.end()
    }

    /// A double: Neo4j can't be installed here. The bytes are those that it answers with (Bolt protocol, handshake).
    @Test(
        "of Bolt is told from one that agrees on a version",
        arguments: [
            ([0, 0, 4, 5], nil), ([0, 0, 4, 4], nil), ([0, 0, 0, 3], nil), ([0, 0, 0, 0], .unexpected),
            (Array("HTTP".utf8), .unexpected),
        ] as [([UInt8], ServiceStatus.Reason?)])
    func bolt(_ answer: [UInt8], _ reason: ServiceStatus.Reason?) async throws {
        let double = try await StandIn(.answering(answer))
        #expect(try await Probe.test("graph", .bolt, double.port).asked() == reason)
        double.end()
    }

    @Test("that listens at one of the two addresses of localhost is found", arguments: loopbacks)
    func loopback(_ host: String) async throws {
        let standIn = try await StandIn(.answering(Array("+PONG\r\n".utf8)), at: host)
        #expect(try await Probe.test("redis", .redis, standIn.port, host: "localhost").asked() == nil)
        #expect(try await Probe.test("redis", .redis, standIn.port, host: host).asked() == nil)
        standIn.end()
        let gone = try await Port.free()
        #expect(try await Probe.test("redis", .redis, gone, host: "localhost").asked() == .refused)
    }

    /// A machine may have no IPv6; then there is only one.
    private static let loopbacks =
        ["127.0.0.1"] + (FileManager.default.fileExists(atPath: "/proc/net/if_inet6") ? ["::1"] : [])
}
