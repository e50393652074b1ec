import TacitScrub
import Testing

@Suite("Keys")
struct KeyTests {
    private let scrubber = Scrubber()

    @Test(
        "name a class, and the value is taken whole",
        arguments: [
            ("db.password", "hunter two", "[SECRET]"),
            ("X-Api-Key", "k", "[SECRET]"),
            ("stripeApiKey", "k1", "[SECRET]"),
            ("http.request.header.authorization", "Bearer abc", "Bearer [SECRET]"),
            ("http.request.header.cookie", "theme=dark; a=b", "[SECRET]"),
            ("session.id", "17", "[SECRET]"),
            ("aws.secret_access_key", "x", "[SECRET]"),
            ("user.email", "jane at home", "[EMAIL]"),
            ("enduser.id", "jane@example.com", "[EMAIL]"),
            ("enduser.id", "jane", "[PERSON]"),
            ("user.name", "jane", "[PERSON]"),
            ("client.address", "203.0.113.9", "[IP_ADDRESS]"),
            ("client.address", "host-7.example.com", "[IP_ADDRESS]"),
            ("user.birthdate", "1994-06-09", "[DATE_OF_BIRTH]"),
            ("password_2", "x", "[SECRET]"),
            ("password", "[SECRET] hunter2", "[SECRET]"),
            ("password", "<pass", "[SECRET]"),
            ("password", "[hunter2]", "[SECRET]"),
            ("host.mac", "AC-DE-48-23-45-67-01-9F", "[MAC_ADDRESS]"), ("host.mac", "acde48234567abcd", "[MAC_ADDRESS]"),
            ("ПАРОЛЬ", "x", "[SECRET]"), ("security_answer", "x", "[SECRET]"), ("backup_codes", "x", "[SECRET]"),
            ("DIRECCIÓN", "x", "[STREET_ADDRESS]"), ("Δ_ΚΩΔΙΚΟΣ", "x", "[SECRET]"),
            ("고객이름", "x", "[PERSON]"), ("客户的名字", "x", "[PERSON]"), ("收货地址", "x", "[STREET_ADDRESS]"),
            ("서버의주소", "x", "[STREET_ADDRESS]"), ("名前", "x", "[PERSON]"),
            ("host.mac", "3c:22:fb:1:9a:7e", "[MAC_ADDRESS]"),
        ])
    func wholeValue(_ key: String, _ value: String, _ expected: String) {
        #expect(scrubber.scrub(value, key: key) == expected)
    }

    @Test(
        "that only look sensitive leave their value alone",
        arguments: [
            ("monkey", "x"), ("public_key_id", "x"), ("token_count", "17"), ("public.key", "x"), ("keyboard", "x"),
            ("tokenizer", "x"), ("nextPageToken", "x"), ("http.route", "/a"), ("service.version", "1.2.3.4"),
            ("app_version", "v1.2.3"),
            ("client.address", "127.0.0.1"), ("client.address", "::1"), ("client.address", "localhost"),
            ("password", ""), ("password", "****"), ("token", "null"), ("password", "[SECRET]"),
            ("", "x"), ("email_count", "3"), ("compass", "north"), ("", ""),
            ("파일이름", "x"), ("内存地址", "0x7fff"), ("IP地址", "db-7"), ("クラス名前", "x"), ("서버주소", "x"),
            ("service_key", "orders"), ("cookie.key", "theme"), ("product.key", "chair-12"), ("mail_from", "billing"),
        ])
    func innocent(_ key: String, _ value: String) {
        #expect(scrubber.scrub(value, key: key) == value)
    }

    @Test("fall back to the text where they say nothing")
    func textDecides() {
        #expect(scrubber.scrub("mail jane@example.com", key: "message") == "mail [EMAIL]")
    }

    @Test(
        "are understood inside of text",
        arguments: [
            ("login user=app password=s3cret! result=denied", "login user=app password=[SECRET] result=denied"),
            ("{\"client_secret\":\"s3cret!x\",\"a\":1}", "{\"client_secret\":\"[SECRET]\",\"a\":1}"),
            ("{'password': 'a \\' b 1'}", "{'password': '[SECRET]'}"),
            ("\"{\\\"password\\\":\\\"s3cret\\\"}\"", "\"{\\\"password\\\":\\\"[SECRET]\\\"}\""),
            ("x-api-key: k7Kd92LmQpZr", "x-api-key: [SECRET]"),
            ("> Authorization: Bearer abc.def_123\n> Accept: */*", "> Authorization: Bearer [SECRET]\n> Accept: */*"),
            ("GET /r?access_token=x7Kd92Lm&lang=en", "GET /r?access_token=[SECRET]&lang=en"),
            ("f.zip?sv=2024&sig=aB%2Fx7Kd92Lm%3D", "f.zip?sv=2024&sig=[SECRET]"),
            ("Cookie: theme=dark; sid=0123456789ab; lang=en", "Cookie: theme=dark; sid=[SECRET]; lang=en"),
            ("Server=db;Password=Tr0ub4dor;Encrypt=True", "Server=db;Password=[SECRET];Encrypt=True"),
            ("password=a&b3 x", "password=[SECRET] x"),
            ("pan=4111 1111 1111 1111 amount=3", "pan=[CREDIT_CARD] amount=3"),
            ("\"dateOfBirth\":\"1994-06-09\"", "\"dateOfBirth\":\"[DATE_OF_BIRTH]\""),
            ("password=[hunter2]", "password=[SECRET]]"),
            ("TOKEN = \"x7Kd92LmQp\"", "TOKEN = \"[SECRET]\""), ("password=!summertime", "password=[SECRET]"),
            ("ПАРОЛЬ: hunter2", "ПАРОЛЬ: [SECRET]"), ("HASŁO: hunter2", "HASŁO: [SECRET]"),
            ("ŞİFRE: hunter2", "ŞİFRE: [SECRET]"), ("JELSZÓ=hunter2", "JELSZÓ=[SECRET]"),
            ("ΚΩΔΙΚΟΣ: hunter2", "ΚΩΔΙΚΟΣ: [SECRET]"), ("ФИО: ИВАНОВА АННА", "ФИО: [PERSON]"),
            ("credentials: jane / hunter2", "credentials: jane / [SECRET]"),
            ("val secret: String = \"x7Kd92LmQp\"", "val secret: String = \"[SECRET]\""),
            ("define('DB_PASSWORD', 'hunter2');", "define('DB_PASSWORD', '[SECRET]');"),
            ("os.Setenv(\"API_KEY\", \"x7Kd92LmQp\")", "os.Setenv(\"API_KEY\", \"[SECRET]\")"),
            ("password <- \"hunter2\"", "password <- \"[SECRET]\""),
            ("smtp_password: !!str hunter2", "smtp_password: !!str [SECRET]"),
            ("password=&quot;hunter2&quot;", "password=&quot;[SECRET]&quot;"),
            ("Name des Kunden: Jane Doe", "Name des Kunden: [PERSON]"), ("namn: Jane Doe", "namn: [PERSON]"),
            ("morada: Rua das Flores 63", "morada: [STREET_ADDRESS]"),
            ("зарплата: 76 000 руб.", "зарплата: [MONEY_AMOUNT]"),
            ("координаты: 60.50534, 13.76076", "координаты: [GEO_COORDINATE]"),
            ("lakcím: Kossuth utca 11", "lakcím: [STREET_ADDRESS]"),
            ("adres: ul. Długa 25/2", "adres: [STREET_ADDRESS]"),
            ("service_key=x7Kd92LmQpZr4TvWb8Ns", "service_key=[SECRET]"),
            ("shared_key=S3cr3tShared", "shared_key=[SECRET]"),
            ("psk=\"my wifi pass\"", "psk=\"[SECRET]\""), ("nom: Marie Dupont", "nom: [PERSON]"),
            ("Cc: Jane Doe <jane@example.com>", "Cc: [PERSON] <[EMAIL]>"),
            ("cc=4111 1111 1111 1111", "cc=[CREDIT_CARD]"),
            ("password = hunter2", "password = [SECRET]"), ("password=ABC_DEF", "password=[SECRET]"),
            (
                "magic_link=https://app.example.com/auth/x7Kd92LmQpZr4T", "magic_link=[SECRET]"
            ),
            ("password: ~hunterhunter", "password: [SECRET]"),
            ("用户密码：hunter2，手机号：13800000000。", "用户密码：[SECRET]，手机号：[PHONE]。"),
            ("お客様の生年月日：1990年5月4日", "お客様の生年月日：[DATE_OF_BIRTH]"), ("생년월일: 1990년 5월 4일", "생년월일: [DATE_OF_BIRTH]"),
            ("datum narození: 4. 5. 1990", "datum narození: [DATE_OF_BIRTH]"), ("Пароль: hunter2", "Пароль: [SECRET]"),
            ("ФИО: Иванова Анна", "ФИО: [PERSON]"),
            ("Vorname: Jane Nachname: Doe", "Vorname: [PERSON] Nachname: [PERSON]"),
            ("cardholder: JANE DOE", "cardholder: [PERSON]"), ("displayName='Jane Doe'", "displayName='[PERSON]'"),
            ("From: \"Jane Doe\" <jane@example.com>", "From: \"[PERSON]\" <[EMAIL]>"),
            ("mac=3c22fb019a7e", "mac=[MAC_ADDRESS]"), ("住所: 東京都渋谷区神南1-2-3", "住所: [STREET_ADDRESS]"),
            ("{\\\"a\\\":1,\\\"token\\\":\\\"x7Kd92LmQp\\\"}", "{\\\"a\\\":1,\\\"token\\\":\\\"[SECRET]\\\"}"),
            ("{\\\\\\\"token\\\\\\\":\\\\\\\"x7Kd92LmQp\\\\\\\"}", "{\\\\\\\"token\\\\\\\":\\\\\\\"[SECRET]\\\\\\\"}"),
            ("s:8:\"password\";s:7:\"hunter2\";", "s:8:\"password\";s:7:\"[SECRET]\";"),
            ("[\"password\"]=> string(7) \"hunter2\"", "[\"password\"]=> string(7) \"[SECRET]\""),
            ("salary=5,400,000円", "salary=[MONEY_AMOUNT]"),
        ])
    func inText(_ text: String, _ expected: String) {
        #expect(scrubber.scrub(text) == expected)
    }

    @Test(
        "in prose speak of values without giving one",
        arguments: [
            "password: required", "email: required", "token = nil", "password=${DB_PASSWORD}", "password=****",
            "token: expired", "API key missing", "Authorization header not present", "secret: <secret>",
            "password=[REDACTED]", "token={{ api_token }}", "password must be at least 12 characters",
            "monkey=banana split", "public_key=abcdefgh1", "token_count=12345678", "phone: none", "密码：错误", "手机号：未填写",
            "更新日期：2026年5月4日", "let password: String?", "Vorname: Nachname: E-Mail:", "from: Old State to: New State",
            "To: All Staff", "To: List <String>", "From: System Administrator <root>", "fn=Create User",
            "nom: Mise à jour", "service_key=orders-service", "credentials: jane / host",
            "define('DB_PASSWORD', getenv('PW'));", "secret: String = \"\"", "secret: String = makeSecret()",
            "fn verify(password: &str) -> bool", "shared_key=users/all", "password = MAX_LENGTH + 1",
            "key_password = key_password", "password = utf8_to_dup2(v)", "[token]: https://example.com/html/rfc6750",
            "TOKEN_PATTERN_TOKEN = \"[0-9A-Fa-f]{1,4}x7\"", "struct TidyPass : MixIn<TidyPass> {", "mac: 14.2.1",
            "mac=false", "password: !vault |", "password: !vault", "secret: !Ref DbPassword",
            "struct PooledSecret: ~Copyable, Sendable {", "first_name VARCHAR(50) NOT NULL", "surname: NOT NULL",
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/key-Xy12Zz", "s:8:\"password\";N;",
            "UPDATE t SET balance = balance - $1 WHERE id = $2", "SELECT * FROM users WHERE email = ? LIMIT 1",
        ])
    func prose(_ text: String) {
        #expect(scrubber.findings(in: text) == [])
    }
}
