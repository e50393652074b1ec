import Testing

@testable import TacitLocal

@Suite("Requests to the page")
struct PageRequestTests {
    private func outcome(_ text: String) -> PageRequest.Outcome {
        var reading = PageRequest.Reading()
        return reading.take(Array(text.utf8))
    }

    private func get(_ fields: String = "", target: String = "/") -> String {
        "GET \(target) HTTP/1.1\r\nHost: localhost:8080\r\n\(fields)\r\n"
    }

    private func post(_ body: String, length: Int? = nil, fields: String = "") -> String {
        "POST /part HTTP/1.1\r\nHost: localhost:8080\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(length ?? body.utf8.count)\r\n\(fields)\r\n\(body)"
    }

    @Test("are read with their query, cookies, origin and form")
    func whole() throws {
        let fields = "Cookie: a=b; tacit-8080=0f; c\r\nOrigin: http://localhost:8080\r\nSec-Fetch-Site: same-origin\r\n"
        guard
            case .complete(let request) = outcome(
                post("part=levels&on=yes&text=a%20b%2Bc+d%C3%A9&empty=", fields: fields))
        else { throw Unread() }
        #expect(request.method == .post && request.path == "/part" && request.host == "localhost:8080")
        #expect(request.form == ["part": "levels", "on": "yes", "text": "a b+c dé", "empty": ""])
        #expect(request.cookies == ["a": "b", "tacit-8080": "0f"])
        #expect(request.origin == "http://localhost:8080" && request.site == "same-origin")
        guard case .complete(let other) = outcome(get(target: "/?token=0a&x")) else { throw Unread() }
        #expect(other.method == .get && other.path == "/" && other.query == ["token": "0a", "x": ""])
    }

    private struct Unread: Error {}

    @Test("are the same in whatever pieces they come")
    func pieces() {
        for text in [post("part=levels&on=yes"), get("Accept: */*\r\n"), get("Bad Name: x\r\n")] {
            let whole = outcome(text)
            for size in 1...7 {
                var reading = PageRequest.Reading()
                var last = PageRequest.Outcome.more
                var rest = Array(text.utf8)[...]
                while last == .more, !rest.isEmpty {
                    last = reading.take(rest.prefix(size))
                    rest = rest.dropFirst(size)
                }
                #expect(last == whole)
            }
        }
    }

    @Test(
        "are refused where they are not exactly HTTP",
        arguments: [
            "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\rX\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\u{0}\r\n\r\n", "GET / HTTP/1.1\r\nHost: é\r\n\r\n",
            "GET /é HTTP/1.1\r\nHost: a\r\n\r\n", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
            "GET /?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n", "GET /?a=%2 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /?a=%FF HTTP/1.1\r\nHost: a\r\n\r\n", "GET /?a=1&a=2 HTTP/1.1\r\nHost: a\r\n\r\n",
        ])
    func refused(_ text: String) {
        #expect(outcome(text) == .refused(.badRequest))
    }

    @Test("with another method are told so", arguments: ["HEAD", "PUT", "DELETE", "OPTIONS", "CONNECT", "get"])
    func method(_ method: String) {
        #expect(outcome("\(method) / HTTP/1.1\r\nHost: a\r\n\r\n") == .refused(.methodNotAllowed))
        #expect(PageAnswer(.methodNotAllowed).headers.contains { $0.name == "Allow" && $0.value == "GET, POST" })
    }

    @Test("have a head and a body of 8 KB at most")
    func limits() {
        #expect(outcome(get("X: \(String(repeating: "a", count: 9000))\r\n")) == .refused(.headTooLarge))
        #expect(outcome(String(repeating: "a", count: PageRequest.headLimit)) == .refused(.headTooLarge))
        #expect(outcome(String(repeating: "a", count: PageRequest.headLimit - 1)) == .more)
        #expect(outcome(post("", length: PageRequest.bodyLimit + 1)) == .refused(.bodyTooLarge))
        #expect(outcome(post("", length: .max)) == .refused(.bodyTooLarge))
        #expect(outcome(post("a=b", length: PageRequest.bodyLimit)) == .more)
        let fields = (0..<17).map { "f\($0)=1" }.joined(separator: "&")
        #expect(outcome(post(fields)) == .refused(.badRequest))
    }

    @Test("that are random bytes crash nothing and complete nothing")
    func random() {
        var seed: UInt64 = 7
        for _ in 0..<2000 {
            var reading = PageRequest.Reading()
            let bytes = (0..<64).map { _ -> UInt8 in
                // Knuth's multiplier for a linear congruence of 64 bits.
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let pick = UInt8(truncatingIfNeeded: seed >> 33)
                return pick < 90 ? [13, 10, 13, 10, 0x20, 0x3A, 0x2F, 0x25][Int(pick & 7)] : pick
            }
            if case .complete = reading.take(bytes) { Issue.record("completed \(bytes)") }
        }
    }
}
