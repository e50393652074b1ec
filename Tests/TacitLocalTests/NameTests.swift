import Testing

@testable import TacitLocal

@Suite("Names, codes and messages")
struct NameTests {
    @Test(
        "what looks like a person, an address, an account or a key is no name",
        arguments: [
            "tel-4915112345678", "a4111111111111111", "card-4111-1111-1111-1111", "ip-192.168.1.20", "ip-10.0.0.1",
            "ip_10_0_0_1", "mac-00-1b-44-11-3a-b7", "mac.001b44113ab7", "sk-live-" + "4ec39hqlyjwdarjtt1zdp7dc",
            "id-78-05-1120", "born-1980-05-17", "u550e8400-e29b-41d4-a716-446655440000", "tel-0151-123-456",
        ])
    func personal(_ text: String) { #expect(Name(text) == nil) }

    @Test("nor is it a code", arguments: ["78-05-1120", "4111111111111111", "E-192.168.1.20", "00-1B-44-11-3A-B7"])
    func personalCodes(_ text: String) { #expect(ErrorCode(text) == nil) }

    @Test(
        "what systems are called is a name",
        arguments: [
            "home-db", "consciousness", "web-01", "db1", "node-12.rack-3", "s3", "postgres-16.4", "utf8-decoder", "x",
            "redis_6379", "api-v2", "k8s-ingress", "store-2024", "port-8080", "build-20.04", "ipv6", "sha256-check",
        ])
    func plain(_ text: String) { #expect(Name(text) != nil) }

    @Test(
        "what they call their errors is a code",
        arguments: [
            "DB-1001", "E_TIMEOUT", "HTTP-503", "0x80070005", "ORA-00942", "ERR_0xC0000005", "E", "SQLSTATE_42P01",
            "08006", "LNX-2024-001", "500", "CS0246", "ENOENT", "S3.NoSuchKey", "kern.11",
        ])
    func codes(_ text: String) { #expect(ErrorCode(text) != nil) }

    private func kept(_ message: String) -> String? {
        ErrorEvent(timestamp: Bench.now, code: ErrorCode("E")!, component: Name("x")!, message: message).message
    }

    @Test(
        "no cut hides from the scrubber what it would have found",
        arguments: Array(stride(from: 0, through: 60, by: 12)))
    func cuts(_ shift: Int) throws {
        let card = "4111 1111 1111 1111"
        for length in [200, 2000, 65_536, 65_536 - 128] {
            let message =
                String(repeating: "word ", count: length / 5 - 8) + String(repeating: "x", count: shift) + " " + card
            let kept = try #require(self.kept(message))
            #expect(!kept.contains("4111"))
            #expect(kept.count <= 200)
        }
        // What is redacted to little lets through what stands far behind.
        let long =
            String(repeating: "ada@example.com ", count: 4096 - 8) + String(repeating: "x", count: shift) + " " + card
        #expect(kept(long)?.contains("4111") == false)
    }

    @Test("what stays of a message is the same when it is read again", arguments: 1...40)
    func stable(_ seed: Int) throws {
        let words = [
            "4111", "1111", "ada@", "example.com", "192.0.2.7", "token=", "abc", "key:", "555", "0100", "Bearer", "x",
        ]
        var state = UInt64(seed)
        var message = ""
        for _ in 0..<80 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            message += words[Int(state >> 33) % words.count] + (state >> 40 & 1 == 0 ? " " : "-")
        }
        let once = try #require(kept(message))
        #expect(kept(once) == once)
    }
}
