import TestHarness
import Testing

@testable import TacitLocal

/// Half requests once held the one reader for five seconds each, and refusals for a quarter of one: any program on the machine
/// could take the page away from its owner.
@Suite("A crowd at the page's server", .serialized, .timeLimit(.minutes(2)))
struct PageCrowdTests {
    private let folder: TemporaryFolder
    private static let half = "GET / HTTP/1.1\r\nHost: "

    init() throws { folder = try TemporaryFolder() }

    private func get(_ server: PageServer) throws -> String {
        let client = try Loopback.connect(server.port)
        client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
        #expect(server.serveNext(Actions(), within: 20_000))
        return client.readAll()
    }

    @Test("with half a request each keeps nobody waiting")
    func halves() throws {
        let listener = try Loopback.listen()
        let server = try #require(PageServer(listener: listener.number, tokens: PageTokens(folder: folder.path)))
        let start = SteadyClock.now
        let first = try half(server)
        let second = try half(server)
        let third = try half(server)
        #expect(try get(server).hasPrefix("HTTP/1.1 403 "))
        first.send("127.0.0.1:\(server.port)\r\n\r\n")
        #expect(server.serveNext(Actions(), within: 20_000))
        #expect(first.readAll().hasPrefix("HTTP/1.1 403 "), "half a request can be ended later")
        #expect(SteadyClock.now - start < 4000)
        second.shutDown()
        third.shutDown()
    }

    private func half(_ server: PageServer) throws -> Loopback {
        let client = try Loopback.connect(server.port)
        client.send(Self.half)
        #expect(server.serveNext(Actions(), within: 50))
        return client
    }

    @Test("that is too large loses its oldest")
    func room() throws {
        let listener = try Loopback.listen()
        let server = try #require(PageServer(listener: listener.number, tokens: PageTokens(folder: folder.path)))
        let oldest = try half(server)
        let others = try (0..<PageServer.most).map { _ in Held(try half(server)) }
        #expect(oldest.readAll().isEmpty)
        #expect(try get(server).hasPrefix("HTTP/1.1 403 "))
        withExtendedLifetime(others) {}
    }

    @Test("that is refused is drained beside the others")
    func refusals() throws {
        let listener = try Loopback.listen()
        let server = try #require(PageServer(listener: listener.number, tokens: PageTokens(folder: folder.path)))
        let refused = try Loopback.connect(server.port)
        refused.send("GET / HTTP/1.1\r\n\r\n")
        #expect(server.serveNext(Actions(), within: 20_000))
        // It does not hang up, and the next one is served all the same.
        #expect(try get(server).hasPrefix("HTTP/1.1 403 "))
        #expect(refused.readAll().hasPrefix("HTTP/1.1 400 "))
    }
}

private final class Held {
    let socket: Loopback
    init(_ socket: consuming Loopback) { self.socket = socket }
}
