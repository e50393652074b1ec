import TacitScrub
import Testing

/// All keys were made of random bytes and belong to nobody.
@Suite("Wallets and their private keys")
struct WalletTests {
    private let scrubber = Scrubber()

    @Test(
        "are found by check sums, whatever letters and digits they begin with",
        arguments: [
            ("16Mueqj3JS2GNT4HGvaN4NJ3ZhwcFvFJVz", "[CRYPTO_WALLET]"),
            ("3QprrdVeB1tkdVdqUQjeZjxCjGHPd5dSvV", "[CRYPTO_WALLET]"),
            ("TRufUR9SnAWdefkcWspuwYgNyWfq6eBQdJ", "[CRYPTO_WALLET]"),
            ("t1XjcR2ddi8jR8FJb7gpz1CuRqReke4Xf1s", "[CRYPTO_WALLET]"),
            ("tz1LWafVyAR5stdjySqiAs4Czzw7qRwkaxLa", "[CRYPTO_WALLET]"),
            ("r58KcEn1eUH284B2rA7jAvXvuHcaCePxz", "[CRYPTO_WALLET]"),
            ("snywu8x5GcamFGKVGNLX7DZxBKJRz", "[SECRET]"),
            ("5JRPhuMz1VU81VL7TeNhLmvg7j3GrGy5BHqjWGa7iKHm1n6V1Hw", "[SECRET]"),
            ("KzL82xcxRzDRhEPBLgn8R5mCTRAnFJTteeCVp82KZY7TxPjSceXk", "[SECRET]"),
            ("6NxUVwCSbU9GksmK9KM6e4w9uYxJjBis4DeBKX2fPm9heio9nn72xFZwZ7", "[SECRET]"),
            ("GBGEUSWABIGGMASQR2VMUNNJRVRBKC5QOX6UGYUKKGJHGFQTIFAYTAMY", "[CRYPTO_WALLET]"),
            ("SCFRUO4V7D7NWTRSKXETGAV6SEBCI2GRCD55KNVRCU5JHO5LAMBIL5CD", "[SECRET]"),
            (
                "437sksA5MWaQzPWzzbAzv8RRqZYS8DR1megCb5RWMzTGiA1ysFydemEMscFEeYyQQmKqQATh5b12VTcbUHwVpFS9VmtQgSh",
                "[CRYPTO_WALLET]"
            ),
            (
                "4KY5v9QS4UQj8HbWBuQGXtasKJTZszSH9MYrkL1mDyL6gzB1EmumZCDZopS8Qc7akhhpQUzUDiA4z6qbXp2p2z2VDrnzEruFjqC3"
                    + "XbSy1m",
                "[CRYPTO_WALLET]"
            ),
        ])
    func found(_ key: String, _ expected: String) {
        #expect(scrubber.scrub("sent to \(key), fee 2") == "sent to \(expected), fee 2")
        #expect(scrubber.scrub("{\"x\":\"\(key)\"}") == "{\"x\":\"\(expected)\"}")
        #expect(scrubber.scrub(key) == expected)
    }

    @Test(
        "are none where a character is another one",
        arguments: [
            "TRufUR9SnAWdefkcWspuwYgNyWfq6eBQdK", "tz1LWafVyAR5stdjySqiAs4Czzw7qRwkaxLb",
            "r58KcEn1eUH284B2rA7jAvXvuHcaCePxy", "snywu8x5GcamFGKVGNLX7DZxBKJRy",
            "GBGEUSWABIGGMASQR2VMUNNJRVRBKC5QOX6UGYUKKGJHGFQTIFAYTAMX",
        ])
    func stay(_ key: String) {
        #expect(scrubber.findings(in: "sent to \(key), fee 2") == [])
    }

    @Test("zeros alone, and with few digits behind, are none", arguments: ["1", "r", "2", "z"])
    func zeros(_ digit: String) {
        for count in Array(24...60) + [94, 95, 106] {
            for tail in ["", "a", "a2", "a2b", "a2b3", "1", "r"] {
                let token = String(repeating: digit, count: count) + tail
                // Another rule may take it; what counts is that none ends the program.
                #expect(scrubber.scrub("Program \(token) invoke").hasPrefix("Program "))
                #expect(scrubber.scrub("{\"id\":\"\(token)\"}").hasPrefix("{\"id\":"))
            }
        }
        #expect(scrubber.findings(in: "Program 11111111111111111111111111111111 invoke [1]") == [])
    }

    @Test("a key of PuTTY's is taken from its private lines on")
    func putty() {
        let body = "AAAAIQDvzuTHYlhgVGsoY0nVEsvPs3jjLUaGLkGGSg2bDd5t\nVQAAACAgdGVzdCB0aGlzIGlzIG5vdCBhIGtleSBhdCBhbGw="
        let head = "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: deploy\n"
        let text = "\(head)Private-Lines: 2\n\(body)\nPrivate-MAC: 00\n"
        #expect(scrubber.scrub(text) == "\(head)Private-Lines: 2\n[PRIVATE_KEY]\nPrivate-MAC: 00\n")
        for size in 1..<text.utf8.count {
            var stream = StreamScrubber(scrubber)
            var output: [UInt8] = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                stream.scrub(Array(bytes[start..<min(start + size, bytes.count)]), into: &output)
            }
            stream.finish(into: &output)
            #expect(String(decoding: output, as: UTF8.self) == scrubber.scrub(text))
        }
        let escaped = text.replacing("\n", with: "\\n")
        #expect(scrubber.scrub(escaped).contains("Private-Lines: 2\\n[PRIVATE_KEY]\\nPrivate-MAC"))
    }
}
