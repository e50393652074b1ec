import TestHarness
import Testing

@testable import TacitLocal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("The page's server", .serialized, .timeLimit(.minutes(2)))
struct PageServerTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Sends `text`, lets the server answer, and reads all that comes back.
    private func exchange(_ server: PageServer, _ text: String, hangUp: Bool = false) throws -> String {
        let client = try Loopback.connect(server.port)
        client.send(text)
        if hangUp { client.shutDown() }
        let isListening = server.serveNext(Actions(), within: 20_000)
        #expect(isListening)
        return client.readAll()
    }

    private func get(_ path: String, _ port: UInt16, _ fields: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(fields)\r\n"
    }

    @Test("lets in whoever has the token, and shows the page")
    func visit() throws {
        let listener = try Loopback.listen()
        let tokens = PageTokens(folder: folder.path)
        let server = try #require(PageServer(listener: listener.number, tokens: tokens))
        let port = server.port
        #expect(try exchange(server, get("/", port)).hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
        let token = try tokens.issue()
        let entered = try exchange(server, get("/?token=\(token)", port))
        #expect(entered.hasPrefix("HTTP/1.1 303 See Other\r\n"))
        let cookie = try #require(entered.split(separator: "Set-Cookie: ").last?.split(separator: ";").first)
        let page = try exchange(server, get("/", port, "Cookie: \(cookie)\r\n"))
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n") && page.hasSuffix("</html>\n"))
        #expect(try exchange(server, get("/?token=\(token)", port)).hasPrefix("HTTP/1.1 403 "))
    }

    @Test("answers what it refuses, and goes on", arguments: [400, 405, 413, 431])
    func refusals(_ status: Int) throws {
        let listener = try Loopback.listen()
        let server = try #require(PageServer(listener: listener.number, tokens: PageTokens(folder: folder.path)))
        let much = String(repeating: "a", count: 20_000)
        let text =
            switch status {
            case 405: "BREW / HTTP/1.1\r\nHost: a\r\n\r\n"
            case 413:
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: \(much.utf8.count)\r\n\r\n\(much)"
            case 431: get("/", 1, "X: \(much)\r\n")
            default: "GET / HTTP/1.1\r\n\r\n"
            }
        #expect(try exchange(server, text, hangUp: true).hasPrefix("HTTP/1.1 \(status) "))
        #expect(try exchange(server, get("/", server.port)).hasPrefix("HTTP/1.1 403 "))
    }

    @Test("waits no longer than its patience for a browser that says nothing, and tells it so")
    func silence() throws {
        let listener = try Loopback.listen()
        let server = try #require(
            PageServer(listener: listener.number, tokens: PageTokens(folder: folder.path), patience: 50))
        #expect(try exchange(server, "GET / HT").hasPrefix("HTTP/1.1 408 "))
        #expect(try exchange(server, "", hangUp: true).isEmpty)
        #expect(try exchange(server, "GET / HTTP/1.1\r\n", hangUp: true).isEmpty)
    }

    @Test("lets nobody wait behind those who say nothing")
    func idle() throws {
        let listener = try Loopback.listen()
        let server = try #require(PageServer(listener: listener.number, tokens: PageTokens(folder: folder.path)))
        let silent = try Loopback.connect(server.port)
        let late = try Loopback.connect(server.port)
        #expect(try exchange(server, get("/", server.port)).hasPrefix("HTTP/1.1 403 "))
        late.send(get("/", server.port))
        #expect(server.serveNext(Actions(), within: 20_000))
        #expect(late.readAll().hasPrefix("HTTP/1.1 403 "))
        silent.shutDown()
    }

    @Test("keeps none for ever that says nothing")
    func timeout() throws {
        let listener = try Loopback.listen()
        let server = try #require(
            PageServer(listener: listener.number, tokens: PageTokens(folder: folder.path), patience: 50))
        let first = try Loopback.connect(server.port)
        #expect(server.serveNext(Actions(), within: 500))
        #expect(first.readAll().isEmpty, "closed when its time was over")
    }

    @Test("is not made of what is no listening socket")
    func noSocket() {
        #expect(PageServer(listener: -1, tokens: PageTokens(folder: folder.path)) == nil)
    }
}
