import TacitScrub
import Testing

@Suite("Secrets")
struct SecretTests {
    private let scrubber = Scrubber()
    private static let hex = "0af7651916cd43dd8448eb211c80319cb7ad6b7169203331a9c4e1d2f3b45678"
    private static let mixed = "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRqDk6MzXt0Vw"

    /// Prefix and rest are joined in the test.
    private static let tokens: [(String, String)] = [
        ("AS" + "IA", "X7KD92LMQPZR4TVW"), ("github" + "_pat_", mixed), ("gl" + "pat-", "x7Kd92LmQpZr4TvWb8Ns"),
        ("xo" + "xp-", "123456789012-x7Kd92LmQpZr"), ("rk" + "_live_", "x7Kd92LmQpZr4TvWb8NsYc1H"),
        ("sk" + "-ant-", mixed), ("sk" + "-proj-", mixed), ("gs" + "k_", mixed),
        ("h" + "f_", "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3i"),
        ("np" + "m_", "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRq"), ("py" + "pi-AgE", mixed + mixed),
        ("rubygems" + "_", "\(hex.prefix(48))"),
        ("dckr" + "_pat_", "x7Kd92LmQpZr4TvWb8NsYc1HfJg"), ("shp" + "at_", "\(hex.prefix(32))"), ("dop" + "_v1_", hex),
        ("hv" + "s.", mixed), ("lin" + "_api_", "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRqDk6M"), ("nt" + "n_", mixed),
        ("figd" + "_", mixed), ("dap" + "i", "\(hex.prefix(32))"), ("NR" + "AK-", "X7KD92LMQPZR4TVWB8NSYC1HFJG"),
        ("EZ" + "AK", "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRqDk6MzXt0VwB2cD3eF4"), ("bkua" + "_", "\(hex.prefix(40))"),
        ("CFP" + "AT-", "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRqDk6MzXt"), ("squ" + "_", "\(hex.prefix(40))"),
        ("S" + "K", "\(hex.prefix(32))"), ("sbp" + "_", "\(hex.prefix(40))"),
        ("tskey" + "-", "auth-x7Kd92LmQpZr4TvWb8Ns"),
        ("AP" + "P_USR-", "1234567890123456-010203-\(hex.prefix(32))-123456789"),
        ("xp" + "rv", String((mixed + mixed + mixed).prefix(107))),
        ("00" + "D", "x7Kd92LmQpZr!AQ" + mixed + mixed), ("sec" + "-c-", mixed), ("APA" + "91b", mixed + mixed + mixed),
        ("npg" + "_", "x7Kd92LmQpZr"), ("VF" + ".DM.", "\(hex.prefix(24)).x7Kd92LmQpZr4TvW"),
        ("hawk" + ".", "x7Kd92LmQpZr4TvWb8Ns.Yc1HfJg5AeUo3iRqDk6Mz"),
        ("persona" + "_production_", "eefa9955-262f-4c77-8cad-d78820665946"),
        ("gto" + "_", String((mixed.lowercased() + mixed.lowercased()).prefix(52))),
        ("packagist" + "_uut_", "\(hex)a1b2"), ("cs" + "k-", "k7d92lmqpzr4tvwb8nsyc1hfjg5aeuo3irqdk6mzxt0vw1q"),
        ("https://hooks.slack.com" + "/services/", "T0X7KD92L/B0MQPZR4T/x7Kd92LmQpZr4TvWb8NsYc1H"),
    ]

    @Test("of vendors are found by their beginning, alphabet and length", arguments: tokens)
    func vendor(_ prefix: String, _ rest: String) {
        #expect(scrubber.scrub("loaded \(prefix)\(rest) from env") == "loaded [SECRET] from env")
        #expect(scrubber.scrub("loaded \(prefix)**** from env") == "loaded \(prefix)**** from env")
    }

    @Test(
        "that something within tells",
        arguments: [
            ("bot 1234567890:AA" + "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3 up", "bot [SECRET] up"),
            ("GET /bot1234567890:AA" + "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3/getMe", "GET /bot[SECRET]/getMe"),
            ("GET /cb?code=x7Kd92LmQpZr4TvWb8Ns&state=1", "GET /cb?code=[SECRET]&state=1"),
            ("access_token$production$" + "x7kd92lmqpzr4tvw$0af7651916cd43dd8448eb211c80319c", "[SECRET]"),
            (
                "u=https%3A%2F%2Fjane%3Ahunter2%40h.example.com",
                "u=https%3A%2F%2Fjane%3A[URL_CREDENTIAL]%40h.example.com"
            ),
            ("key 0af7651916cd43dd8448eb211c80319c-us" + "12 ok", "key [SECRET] ok"),
            ("sent abc8Q" + "~x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3i", "sent [SECRET]"),
            ("to AAAA7Kd92Lm:APA" + "91b\(mixed)\(mixed)\(mixed) up", "to [SECRET] up"),
            (
                "url https://acme.webhook.office.com" + "/webhookb2/eefa9955-262f-4c77-8cad-d78820665946@\(hex)/x now",
                "url [SECRET] now"
            ),
            ("id AKIA" + "WKLSDYHCKUJYCAVS up", "id [SECRET] up"),
            ("sent 38682ea7e13f866a3acfe9f5511785bc9216" + "FFFFNRAL up", "sent [SECRET] up"),
            ("pbkdf2_sha256$600000$uuIVnaN76ImXuKvQLmPFUo$Dpfr5qb7iNyVGnHkzxsfIA= ok", "[SECRET] ok"),
            ("phpass $P$Bl/VtbDtboa1A8BVl8l7zipME4uG7VR", "phpass [SECRET]"),
            ("hash $2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "hash [SECRET]"),
        ])
    func within(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    @Test(
        "are found behind keys of every form",
        arguments: [
            ("DB_PASSWORD='hunter2x' run", "DB_PASSWORD='[SECRET]' run"),
            ("acme_key=0af7651916cd43dd8448eb211c80319c", "acme_key=[SECRET]"),
            ("ACME_KEY = \"123e4567-e89b-12d3-a456-426614174000\"", "ACME_KEY = \"[SECRET]\""),
            (":token => \"x7Kd92LmQp\"", ":token => \"[SECRET]\""),
            ("if apiKey == \"x7Kd92LmQp\"", "if apiKey == \"[SECRET]\""),
            ("<password>hunter2x</password>", "<password>[SECRET]</password>"),
            ("run --password hunter2x --host a", "run --password [SECRET] --host a"),
            ("curl -u jane:hunter2x https://example.com", "curl -u [SECRET] https://example.com"),
            ("my password is hunter2x", "my password is [SECRET]"),
            ("acme ACCESS x7Kd92LmQpZr4TvWb8Ns", "acme ACCESS [SECRET]"),
            ("acme-token-x7Kd92LmQpZr4TvWb8NsYc1H", "acme-token-[SECRET]"),
            ("access_token: cJtwGznzKvxHqRbTmYp", "access_token: [SECRET]"),
            ("access_key=Ab!cdefghij", "access_key=[SECRET]"),
        ])
    func keys(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    /// Some of these words were once found within others, and some not, as it happened that their first bytes were like
    /// those of something else.
    @Test(
        "are found behind words that begin at a capital or behind a digit",
        arguments: [
            "vaultToken x", "oauth2token x", "oauth2Token x", "myCredential x", "run 128key x", "SET_2Passwd x",
            "databaseApikey x",
        ])
    func partsOfWords(_ text: String) {
        #expect(scrubber.scrub(text.dropLast() + "7Kd92LmQpZr4TvWb8Ns") == text.dropLast() + "[SECRET]")
        #expect(scrubber.findings(in: text.lowercased().dropLast() + "expired") == [])
    }

    @Test("are not found behind what only ends like such a word", arguments: ["mistoken ", "turnkey ", "VAULTTOKEN "])
    func endsOfWords(_ text: String) {
        #expect(scrubber.findings(in: text + "x7Kd92LmQp") == [])
    }

    @Test(
        "are not taken for what programs and remarks write in their place",
        arguments: [
            "?code=404&msg=x", "promo?code=SUMMER2026SALE", "/bot2/send", "token_type=Bearer expires_in=3600",
            "let token = Certificate.PrivateKey", "password = config.get(server)",
            "idempotency_token=idempotency_token", "token = Name.Function",
            "--secret=projects/app/secrets/db-main/versions/2", "PWD=/Users", "PWD=`pwd`", "cache_key=user:42",
            "primary_key=id", "kms_key_id: 555ea4a3-d53a-4412-9c66-3a7cb667b0d6", "keyword: x7Kd92LmQp",
            "public_key = \"9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit\"", "token expired at 2026-11-21T03:45:08Z",
            "password must be at least 12 characters", "key not found: user:42", "secret rotation scheduled",
            "/etc/pam.d/passwd eaf2ad85b5ccd06cceb19a3e75f40c63", "commit 387a8dea7234 pushed", "max_tokens=4096",
            "forKey: \"concurrentHTTP1ConnectionsPerHostSoftLimit\"", "password: ${DB_PASSWORD}", "--password $PASS",
        ])
    func remarks(_ text: String) {
        #expect(scrubber.findings(in: text).filter { $0.kind == .secret } == [])
    }
}
