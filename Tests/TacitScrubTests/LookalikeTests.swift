import TacitScrub
import Testing

@Suite("Values that look like something of a program")
struct LookalikeTests {
    private let scrubber = Scrubber()

    @Test(
        "are taken all the same",
        arguments: [
            // A name that came again and again was read from each of its places to the end.
            (
                "SCRAM-SHA-SCRAM-SHA-SCRAM-SHA-256$4096:c2FsdHNhbHQ=$a1b2c3:d4e5f6",
                "SCRAM-SHA-SCRAM-SHA-[SECRET]"
            ),
            ("password = xK9(mz$2Lq", "password = [SECRET]"), ("password = aB3(x9!Kq", "password = [SECRET]"),
            ("passwd = hunter2(prod)", "passwd = [SECRET])"), ("password = a1(", "password = [SECRET]"),
            ("webhook_secret=https://hooks.example.com/s/AbC9xK2mQ7zL4pR8/", "webhook_secret=[SECRET]"),
            ("bot_token = https://h.example.com/x9Kd83jf92kdQ/send", "bot_token = [SECRET]"),
            ("access_token=https://x.example/#id_9f8A7b6C5d4E3f2G", "access_token=[SECRET]"),
            ("define( 'DB_PASSWORD', 'hunter2x' );", "define( 'DB_PASSWORD', '[SECRET]' );"),
            ("define('AUTH_KEY',         'x9Kd83jf92kdQ3#kd')", "define('AUTH_KEY',         '[SECRET]')"),
            ("define('DB_PASSWORD', 'correcthorse')", "define('DB_PASSWORD', '[SECRET]')"),
            ("mc alias set local $MINIO_URL minioadmin s3cr3tpw9", "mc alias set local $MINIO_URL minioadmin [SECRET]"),
            ("mc alias set local \"${URL}\" app s3cr3tpw9", "mc alias set local \"${URL}\" app [SECRET]"),
            ("mc alias set local localhost:9000 app s3cr3tpw9", "mc alias set local localhost:9000 app [SECRET]"),
            ("C: PASS Tr0ub4dor.horse", "C: PASS [SECRET]"), ("> PASS abc123.de", "> PASS [SECRET]"),
            ("> PASS hunter2 ", "> PASS [SECRET] "), ("> PASS hunter2, ok", "> PASS [SECRET], ok"),
            ("a1 LOGIN user hunter2x", "a1 LOGIN user [SECRET]"),
            ("a1 LOGIN \"user\" \"hunter2x\"", "a1 LOGIN \"user\" \"[SECRET]\""),
            ("token: \"[a-z]x9Kd83jf92kdQ\"", "token: \"[SECRET]\""),
            ("password: hunter2 = \"abc\"", "password: [SECRET] = \"abc\""),
            ("password: String = \"hunter2\"", "password: String = \"[SECRET]\""),
            ("password = WINTER_IS_COMING", "password = [SECRET]"), ("password = sword", "password = [SECRET]"),
            ("protocol 203.0.113.77", "protocol [IP_ADDRESS]"), ("sec 203.0.113.77", "sec [IP_ADDRESS]"),
            ("From: Jane Doe <jane at example.com>", "From: [PERSON] <jane at example.com>"),
            ("From: Jane Doe <jane.doe>", "From: [PERSON] <jane.doe>"),
            ("verification code: ABC123", "verification code: [SECRET]"),
            ("your access code is ABC123", "your access code is [SECRET]"),
            ("la clave es hunter2x", "la clave es [SECRET]"), ("a senha é hunter2x", "a senha é [SECRET]"),
            ("password hunter2!", "password [SECRET]"), ("my password is aes4ever", "my password is [SECRET]"),
            ("Adresse: Schiffbauerdamm 12", "Adresse: [STREET_ADDRESS]"),
            ("Adresse: Am Ring 12", "Adresse: [STREET_ADDRESS]"), ("student debt $500", "student debt [MONEY_AMOUNT]"),
            ("Zugangsdaten: jane / hunter2", "Zugangsdaten: jane / [SECRET]"),
            ("db_password=Tr0ub4dor3 / port:5432", "db_password=[SECRET] / port:5432"),
        ])
    func taken(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "stay where they are something of a program, or words",
        arguments: [
            "password = decoded(value)", "password = sha256(value)", "password = utf8_copy(v)",
            "access_token=https://example.com/html/tokens", "> PASS login.test2.js", "a1 LOGIN from \"host7\"",
            "alias set print elements four x7Kd92", "token: \"[a-z0-9]{4}x9Kd83\"", "password = MAX_LENGTH",
            "db_password = password", "dbPassword = Password", "section 5.3.2.11", "section 9.4.2.251",
            "From: Jane Doe <root>", "Passwort ist falsch!", "la clave incorrecta!", "password now required!",
            "The address Spring 5 uses a bean", "Address String 12", "IP address Engineering 12",
            "address Monitoring 24 hours", "verification code SHA256", "auth code (RFC6749)", "access code ISO8601",
            "recovery code ERR404", "security code CVE2024", "la clave user_id2", "clave RSA-2048", "clave PK_USERS_1",
            "parola C++11x", "senha md5-hash", "server key ed25519-cert", "server key RSA2048", "wifi key WPA2-PSK",
            "密码是SHA256加密的", "パスワードはbcrypt2で保存", "password is now sha512crypt", "token: JWT / RFC7519", "nit: 12345678",
            "nid 10234567", "nid=12345678", "define('TEXT_PASSWORD','Kennwort')", "setenv(\"TOKEN\",\"production\")",
            "technical debt 5 lei",
        ])
    func stay(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "stay where they are versions, settings, references, test names, vectors, algorithms, masks and roles",
        arguments: [
            "{\"callerSuppliedUserAgent\":\"gcloud/12.30.81\"}", "\"update_password\": \"always\"",
            "password: vault:secret/data/app#password", "password: op://work/app/password",
            "secret \"app-tls-22\" not found in namespace \"prod\"", "secret \"app-token-x7k2d\" is forbidden",
            "position: vec3(12.441210, -3.220118, 77.018822)", "location = Vector3(-12.441210, 3.220118, 7.018822)",
            "--- PASS: TestMaskSSN (0.00s)", "PASS: test_scrub2/TestMaskSSN", "inode=\"/user/hive/warehouse\"",
            "--- PASS: ExampleMaskSSN (0.00s)",
            "NVIDIA driver license accepted, driver 550.54.14 loaded", "kex: curve25519-sha256@libssh.org",
            "mac hmac-sha2-256-etm@openssh.com, zlib@openssh.com", "From: \"Reception\" <sip:pbx>",
            "Access denied for user 'report'@'localhost'", "ldapsearch -D \"cn=reader,dc=corp\"",
            "https://example.com/user/profile/edit", "https://example.com/home/news",
            "Chrome/91.0.4472.124 ok", "sizes 1.2.3.4.5 > 0",
        ])
    func ofSystems(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "stay as attributes where they are names of algorithms and jobs, or masked",
        arguments: [
            ("ssh.mac", "hmac-sha2-256-etm@openssh.com"), ("user.phone", "***-***-**12"),
            ("user.phone", "+1 *** *** 1234"), ("display_name", "Nightly Backup"),
        ])
    func attributes(_ key: String, _ value: String) { #expect(scrubber.scrub(value, key: key) == value) }

    @Test(
        "are none of these where only a part is alike",
        arguments: [
            ("phone 12.30.81-44", "phone [PHONE]"), ("password: vault:hunter2x", "password: [SECRET]"),
            ("secret \"x7Kd92LmQpZr4TvW\" not found", "secret \"[SECRET]\" not found"),
            ("position: (52.520008, 13.404954)", "position: ([GEO_COORDINATE])"),
            ("djm@openssh.com", "[EMAIL]"), ("pass: Test1234!", "pass: [SECRET]"),
            ("driver license D1234567", "driver license [DRIVER_LICENSE]"),
            ("Access denied for user 'jane'@'localhost'", "Access denied for user '[PERSON]'@'localhost'"),
        ])
    func alike(_ text: String, _ expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "of captures, proxies, clusters, editors and vendors are found",
        arguments: [
            (
                "haproxy[2931]: 2001:db8:8c61:b6fe:6c9f:97fb:77cd:5568:41802 [12/Feb",
                "haproxy[2931]: [IP_ADDRESS]:41802 [12/Feb"
            ),
            ("peer 2001:db8::7:41802 closed", "peer [IP_ADDRESS]:41802 closed"),
            (
                "IP 192.0.2.7.52114 > 198.51.100.4.443: Flags [S]",
                "IP [IP_ADDRESS].52114 > [IP_ADDRESS].443: Flags [S]"
            ),
            (
                "IP6 2001:db8::7.52114 > 2001:db8::4.443: Flags [S]",
                "IP6 [IP_ADDRESS].52114 > [IP_ADDRESS].443: Flags [S]"
            ),
            (
                "tcp4       0      0  192.0.2.7.52114        198.51.100.4.443       ESTABLISHED",
                "tcp4       0      0  [IP_ADDRESS].52114        [IP_ADDRESS].443       ESTABLISHED"
            ),
            (" - HIER_DIRECT/192.0.2.1 -", " - HIER_DIRECT/[IP_ADDRESS] -"),
            ("(ipv4:10.0.0.1:51022)", "(ipv4:[IP_ADDRESS]:51022)"),
            ("inode=\"/user/jane.doe/staging\":hdfs:drwx", "inode=\"/user/[USERNAME_IN_PATH]/staging\":hdfs:drwx"),
            ("hdfs://nn.example:8020/user/jane/x", "hdfs://nn.example:8020/user/[USERNAME_IN_PATH]/x"),
            (
                "vscode-remote://ssh-remote+devbox/home/jane/work/app.ts",
                "vscode-remote://ssh-remote+devbox/home/[USERNAME_IN_PATH]/work/app.ts"
            ),
            ("sftp://files.example.com/home/jane/x", "sftp://files.example.com/home/[USERNAME_IN_PATH]/x"),
            ("%B4111111111111111^DOE/JANE^2812101?", "%B[CREDIT_CARD]^2812101?"),
            ("track 4111111111111111^DOE/JANE^2812101", "track [CREDIT_CARD]^2812101"),
            ("n8n: n8n_api_" + String(repeating: "x7kd92", count: 8), "n8n: [SECRET]"),
            ("with depot_org_" + String(repeating: "a7f3", count: 16), "with [SECRET]"),
        ])
    func formats(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
        #expect(scrubber.scrub(expected) == expected)
    }
}
