import TacitScrub
import Testing

@Suite("Detectors")
struct DetectorTests {
    private let scrubber = Scrubber()

    /// What was no address with colons was passed over, with the number at its end.
    @Test(
        "a card behind a letter or digit and a colon is found, whatever colons follow",
        arguments: ["4111111111111111", "4111 1111 1111 1111", "3782 822463 10005", "3056 930902 5904"])
    func cardBehindColon(_ card: String) {
        for before in ["d:", "b:d:", "a::b::", "12:30:", "7:"] {
            #expect(scrubber.scrub("\(before)\(card) std::string") == "\(before)[CREDIT_CARD] std::string")
        }
    }

    @Test(
        "take out what format alone gives away",
        arguments: [
            ("mail jane.doe+news@mail.example.com now", "mail [EMAIL] now"),
            ("o'hara@example.com.", "[EMAIL]."),
            ("to <jürgen@bücher.example>", "to <[EMAIL]>"),
            ("?e=jane%40example.com&p=2", "?e=[EMAIL]&p=2"),
            ("from 203.0.113.9:443", "from [IP_ADDRESS]:443"),
            ("host/192.0.2.7:8020", "host/[IP_ADDRESS]:8020"),
            ("client [2001:db8::17]:4711 left", "client [[IP_ADDRESS]]:4711 left"),
            ("peer=fe80::1:2 up", "peer=[IP_ADDRESS] up"),
            ("via ::ffff:192.0.2.1.", "via [IP_ADDRESS]."),
            ("2001:db8:1:2:3:4:5:6", "[IP_ADDRESS]"),
            ("bssid 00:1b:44:11:3a:b7 channel 11", "bssid [MAC_ADDRESS] channel 11"),
            ("bssid 3C-22-FB-01-9A-7E", "bssid [MAC_ADDRESS]"),
            ("card 4111111111111111 declined", "card [CREDIT_CARD] declined"),
            ("card 4111 1111 1111 1111 declined", "card [CREDIT_CARD] declined"),
            ("card 3782-822463-10005: expired", "card [CREDIT_CARD]: expired"),
            (
                "postgresql://app:pa55@w0rd@db.example.com:5432/x",
                "postgresql://app:[URL_CREDENTIAL]@db.example.com:5432/x"
            ),
            ("redis://:s3cret@cache:6379/0", "redis://:[URL_CREDENTIAL]@cache:6379/0"),
            ("at /home/jane/src/a.py", "at /home/[USERNAME_IN_PATH]/src/a.py"),
            ("file:///Users/jane.doe/x", "file:///Users/[USERNAME_IN_PATH]/x"),
            ("\"\\/home\\/jane\\/x\"", "\"\\/home\\/[USERNAME_IN_PATH]\\/x\""),
            ("/Volumes/Data/Users/jane/x", "/Volumes/Data/Users/[USERNAME_IN_PATH]/x"),
            ("C%3A%5CUsers%5Cjane%5Cx", "C%3A%5CUsers%5C[USERNAME_IN_PATH]%5Cx"),
            ("at C:\\Users\\Jane Doe\\src", "at C:\\Users\\[USERNAME_IN_PATH]\\src"),
            ("C:\\\\Users\\\\jane\\\\src", "C:\\\\Users\\\\[USERNAME_IN_PATH]\\\\src"),
            ("token \(Samples.jwt) is old", "token [JWT] is old"),
            ("key:\n\(Samples.privateKey)\nend", "key:\n[PRIVATE_KEY]\nend"),
            ("using \(Samples.github)", "using [SECRET]"),
            ("using \(Samples.awsKeyID).", "using [SECRET]."),
            ("using \(Samples.stripe)", "using [SECRET]"),
            ("using \(Samples.slack)", "using [SECRET]"),
            ("using \(Samples.google)", "using [SECRET]"),
            ("sent bearer x7Kd92LmQpZr4TvWb8", "sent bearer [SECRET]"),
            ("sent Basic dXNlcjpwYXNz", "sent Basic [SECRET]"),
        ])
    func takeOut(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    @Test(
        "leave alone what an honest person would not call personal",
        arguments: [
            "2026-11-21T03:45:08.123Z INFO done in 12.5ms", "Nov 21 03:45:08 host sshd[24641]: started 00:11:22:33",
            "trace_id=0af7651916cd43dd8448eb211c80319c span_id=b7ad6b7169203331",
            "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "request 340c2c86-9d8d-4741-bfe2-921f61197eb9",
            "image sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "upgrade to version 1.2.3.4 and v10.0.0.1", "Chrome/91.0.4472.124 swiftlang-6.3.1.4 1.2.3.4.5",
            "listening on 0.0.0.0:80 and 127.0.0.1:81 and [::]:82 and ::1",
            "mask 255.255.255.0, group 224.0.0.251 or ff02::1", "Depends: libc (>= 2.2.7.1), macs (<< 2.2.7.1-3~)",
            "std::vector a::b Foo::Bar dead::beef",
            "icon@2x.png getty@tty1.service @acme/widgets@1.2.3 com.acme.CartImpl@fba7e205",
            "git@github.com:acme/app.git", "order 4402663813401892 at 1763696708123",
            "0.4111111111111111 and 41111111111111112 and id-4111111111111111",
            "fingerprint 3C:22:FB:01:9A:7E:3C:22:FB:01", "bssid 00:00:00:00:00:00 ff:ff:ff:ff:ff:ff",
            "open /Users/Shared/x, GET https://example.com/home/news",
            "bearer token missing, basic authentication failed",
            "-----BEGIN CERTIFICATE-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END CERTIFICATE-----", "", " ", "\n",
        ])
    func leaveAlone(_ text: String) {
        #expect(scrubber.findings(in: text) == [])
        #expect(scrubber.scrub(text) == text)
    }

    @Test("take a private key whole: with escaped line ends, and when its end was cut off")
    func wholeKey() {
        let escaped = Samples.privateKey.split(separator: "\n").joined(separator: "\\n")
        #expect(scrubber.scrub("{\"k\":\"\(escaped)\"}") == "{\"k\":\"[PRIVATE_KEY]\"}")
        let cut = "-----BEGIN RSA " + "PRIVATE KEY-----\n\(Samples.base64)\n\(Samples.base64)"
        #expect(scrubber.scrub("dump \(cut)\nnext: line") == "dump [PRIVATE_KEY]\nnext: line")
    }

    @Test("report offsets in UTF-8 bytes")
    func offsets() {
        let found = scrubber.findings(in: "é jane@example.com")
        #expect(found.map(\.range) == [3..<19])
        #expect(found.map(\.kind) == [.email])
        #expect(found.map(\.rule.name) == ["email"])
    }
}
