import Testing

@testable import TacitLocal
@testable import TacitProbe

@Suite("An answer")
struct DialogueTests {
    /// Hands over the answer whole, and then in all pairs of pieces: what is made of it must not depend on that.
    private func step(_ dialogue: some Dialogue, _ text: String) -> Step {
        let bytes = Array(text.utf8)
        var whole = dialogue
        let step = whole.answered(bytes[...])
        for cut in 1..<max(1, bytes.count) {
            var other = dialogue
            let first = other.answered(bytes[..<cut])
            if first == .listen { #expect(other.answered(bytes[...]) == step) } else { #expect(first == step) }
        }
        return step
    }

    @Test(
        "of Redis means that it is there, also where it wants a password",
        arguments: [
            ("+PONG\r\n", .up), ("-NOAUTH Authentication required.\r\n", .up), ("-NOPERM no\r\n", .up),
            ("-LOADING Redis is loading the dataset in memory\r\n", .down(.unexpected)),
            ("-DENIED Redis is running in protected mode\r\n", .down(.denied)), ("$4\r\nPONG\r\n", .down(.unexpected)),
            ("HTTP/1.1 400\r\n", .down(.unexpected)), ("+PON", .listen),
        ] as [(String, Step)])
    func redis(_ text: String, _ expected: Step) { #expect(step(RedisDialogue(), text) == expected) }

    @Test(
        "of a web server means that it is there with 2xx and 3xx",
        arguments: [
            ("HTTP/1.1 200 OK\r\n", .up), ("HTTP/1.0 302 Found\r\n", .up), ("HTTP/1.1 204\r\n", .up),
            ("HTTP/1.1 403 Forbidden\r\n", .down(.denied)), ("HTTP/1.1 404 Not Found\r\n", .down(.unexpected)),
            ("HTTP/1.1 500 \r\n", .down(.unexpected)), ("HTTP/1.1 2000\r\n", .down(.unexpected)),
            ("HTTP/2 200 OK\r\n", .down(.unexpected)), ("HTTP/1.1 2x0 OK\r\n", .down(.unexpected)),
            ("HTTP/1.1 20", .listen),
        ] as [(String, Step)])
    func http(_ text: String, _ expected: Step) {
        #expect(step(HTTPDialogue(host: "127.0.0.1", port: 80, path: "/"), text) == expected)
    }

    /// An error of PostgreSQL: its length, then fields that end with a zero.
    private func error(_ code: String) -> String {
        let fields = "SFATAL\0VFATAL\0C\(code)\0Mnothing that is kept\0\0"
        return "E\0\0\0\(Character(UnicodeScalar(UInt8(fields.utf8.count + 4))))\(fields)"
    }

    @Test("of PostgreSQL means that it is there when it asks who is, or says who may not come in")
    func postgres() {
        var dialogue = PostgresDialogue(isEncrypted: false)
        _ = dialogue.connected()
        #expect(step(dialogue, "R\0\0\0\u{17}\0\0\0\nSCRAM-SHA-256\0\0") == .up)
        #expect(step(dialogue, error("28000")) == .up)
        #expect(step(dialogue, error("28P01")) == .up)
        #expect(step(dialogue, error("57P03")) == .down(.unexpected), "it starts, or it ends")
        #expect(step(dialogue, error("53300")) == .down(.unexpected))
        #expect(step(dialogue, "R\0\0\0") == .listen)
        #expect(step(dialogue, "EFATAL:  something of 1998") == .down(.unexpected))
    }

    @Test("of PostgreSQL that comes before the encryption that was asked for is not believed")
    func injected() {
        var dialogue = PostgresDialogue(isEncrypted: true)
        #expect(dialogue.connected() == .say([0, 0, 0, 8, 4, 210, 22, 47]))
        #expect(dialogue.answered(Array("S".utf8)[...]) == .encrypt)
        #expect(dialogue.answered(Array("N".utf8)[...]) == .down(.unexpected))
        #expect(dialogue.answered(Array("SR\0\0\0\u{8}\0\0\0\0".utf8)[...]) == .down(.unexpected))
        guard case .say = dialogue.connected() else { return #expect(Bool(false), "it starts once it is encrypted") }
    }
}
