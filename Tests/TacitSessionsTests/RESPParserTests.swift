import NIOCore
import Testing

@testable import TacitSessions

@Suite("Answers of Redis")
struct RESPParserTests {
    private static let answers: [(text: String, value: RESPValue)] = [
        ("+OK\r\n", .text("OK")), ("-OOM no memory\r\n", .fault("OOM no memory")), (":-42\r\n", .number(-42)),
        ("$5\r\na\r\nbc\r\n", .bytes(Array("a\r\nbc".utf8))), ("$0\r\n\r\n", .bytes([])), ("$-1\r\n", .null),
        ("_\r\n", .null), ("*-1\r\n", .null), ("*0\r\n", .list([])), ("#t\r\n", .number(1)),
        ("!9\r\nERR wrong\r\n", .fault("ERR wrong")),
        (
            "*2\r\n$1\r\n0\r\n*1\r\n$1\r\nk\r\n",
            .list([.bytes([0x30]), .list([.bytes([0x6B])])])
        ),
        ("%1\r\n$1\r\na\r\n:1\r\n", .list([.bytes([0x61]), .number(1)])), (",1.5\r\n", .text("1.5")),
    ]

    @Test("are read the same in whatever pieces they come")
    func pieces() throws {
        let text = Self.answers.map(\.text).joined()
        for size in 1...text.utf8.count {
            var parser = RESPParser()
            var values: [RESPValue] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                var piece = ByteBuffer(bytes: rest.prefix(size))
                rest = rest.dropFirst(size)
                parser.feed(&piece)
                while let value = try parser.next() { values.append(value) }
            }
            #expect(values == Self.answers.map(\.value))
        }
    }

    @Test("that nobody asked for are left out")
    func pushes() throws {
        var parser = RESPParser()
        var bytes = ByteBuffer(string: ">2\r\n+invalidate\r\n$1\r\nk\r\n+OK\r\n")
        parser.feed(&bytes)
        #expect(try parser.next() == .text("OK"))
        #expect(try parser.next() == nil)
    }

    @Test(
        "that are none are refused",
        arguments: [
            "HTTP/1.1 400 Bad Request\r\n", "$-2\r\n", "$x\r\n", ":x\r\n", "*99999999\r\n", "$99999999999\r\n",
            "+OK\rX",
            "$1\r\nabc", String(repeating: "*1\r\n", count: 9), "+" + String(repeating: "a", count: 70_000),
        ])
    func malformed(_ text: String) {
        var parser = RESPParser()
        var bytes = ByteBuffer(string: text)
        parser.feed(&bytes)
        #expect(throws: RESPParser.Malformed.self) { try parser.next() }
    }

    @Test("never quote what Redis was told: a fault names its kind alone")
    func faults() {
        let planted = "planted-" + "5e1f"
        for kind in [
            "OOM", "NOPERM", "WRONGPASS", "READONLY", "MISCONF", "MOVED", "ASK", "LOADING", "BUSY", "ERR", planted,
        ] {
            let error = RedisFault.error("\(kind) \(planted) '\(planted)'", at: "localhost:6379")
            #expect(!error.description.contains(planted))
        }
        #expect(RedisFault.error("OOM command not allowed", at: "x").code == .full)
        #expect(RedisFault.error("MOVED 866 192.0.2.1:6379", at: "x").description.contains("slot 866"))
        #expect(RedisFault.error("NOPERM this user", at: "x").code == .refused)
    }
}

@Suite("A Redis that would keep what must vanish")
struct RedisSafetyTests {
    private let good = RedisSafety(
        settings: ["save": "", "appendonly": "no", "maxmemory-policy": "noeviction"],
        information: [
            "aof_enabled": "0", "rdb_saves": "0", "rdb_bgsave_in_progress": "0", "role": "master",
            "connected_slaves": "0",
        ])

    @Test("is taken only when it says that it keeps nothing")
    func taken() { #expect(good.objections.isEmpty) }

    @Test(
        "is refused with the reason",
        arguments: [
            ("save", "3600 1", "snapshots"), ("appendonly", "yes", "every change"),
            ("aof_enabled", "1", "every change"),
            ("maxmemory-policy", "allkeys-lru", "noeviction"), ("rdb_saves", "1", "has written a snapshot"),
            ("rdb_bgsave_in_progress", "1", "snapshot"), ("role", "slave", "replica"),
            ("connected_slaves", "2", "replicas"),
        ])
    func bad(_ name: String, _ value: String, _ reason: String) throws {
        var safety = good
        if safety.settings[name] != nil { safety.settings[name] = value } else { safety.information[name] = value }
        #expect(try #require(safety.objections.first).contains(reason))
    }

    @Test(
        "is refused where it does not say",
        arguments: ["save", "appendonly", "maxmemory-policy", "aof_enabled", "role"])
    func silent(_ name: String) throws {
        var safety = good
        safety.settings[name] = nil
        safety.information[name] = nil
        #expect(try #require(safety.objections.first).contains("+config|get"))
    }
}
