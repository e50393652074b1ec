import TacitScrub
import Testing

@Suite("Values that something beside them names")
struct NamedValueTests {
    private let scrubber = Scrubber()

    @Test(
        "are taken by the name in the field beside them",
        arguments: [
            ("env: [{name: DB_PASSWORD, value: \"pg-Passw0rd\"}]", "env: [{name: DB_PASSWORD, value: \"[SECRET]\"}]"),
            ("  - name: DB_PASSWORD\n    value: pg-Passw0rd\n", "  - name: DB_PASSWORD\n    value: [SECRET]\n"),
            ("<add key=\"password\" value=\"hunter2\"/>", "<add key=\"password\" value=\"[SECRET]\"/>"),
            ("{\"Name\":\"smtp_pass\",\"Value\":\"hunter2x\"}", "{\"Name\":\"smtp_pass\",\"Value\":\"[SECRET]\"}"),
            (
                "{\"key\":\"db.password\",\"value\":{\"stringValue\":\"hunter2\"}}",
                "{\"key\":\"db.password\",\"value\":{\"stringValue\":\"[SECRET]\"}}"
            ),
            ("Env{Name:DB_PASSWORD,Value:hunter2x}", "Env{Name:DB_PASSWORD,Value:[SECRET]}"),
        ])
    func pairs(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "are taken between the tags of an element, whatever its prefix and its attributes",
        arguments: [
            ("<property name=\"password\">hunter22</property>", "<property name=\"password\">[SECRET]</property>"),
            (
                "<wsse:Password Type=\"PasswordText\">soapPw1</wsse:Password>",
                "<wsse:Password Type=\"PasswordText\">[SECRET]</wsse:Password>"
            ),
            ("<DB_PASSWORD>hunter2</DB_PASSWORD>", "<DB_PASSWORD>[SECRET]</DB_PASSWORD>"),
            ("<ns:apiKey a=\"b\">x7Kd92LmQpZr</ns:apiKey>", "<ns:apiKey a=\"b\">[SECRET]</ns:apiKey>"),
            ("<password><![CDATA[hunter2]]></password>", "<password><![CDATA[[SECRET]]]></password>"),
            ("&lt;password&gt;hunter2&lt;/password&gt;", "&lt;password&gt;[SECRET]&lt;/password&gt;"),
            ("<fullName>Jane Doe</fullName>", "<fullName>[PERSON]</fullName>"),
        ])
    func elements(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "are taken out of lists",
        arguments: [
            ("\"password\" : [ \"hunter2x\" ]", "\"password\" : [ \"[SECRET]\" ]"),
            ("{\"passwords\":1,\"password\":[\"one1x\",\"two2x\"]}", "{\"passwords\":1,\"password\":[\"[SECRET]\"]}"),
            ("map[Authorization:[Bearer abc.def.ghi] A:[b]]", "map[Authorization:[Bearer [SECRET]] A:[b]]"),
            ("[\"tool\",\"--api-key\",\"x7Kd92LmQpZr\"]", "[\"tool\",\"--api-key\",\"[SECRET]\"]"),
            ("[\"curl\",\"-u\",\"svc:x7Kd92LmQpZr\"]", "[\"curl\",\"-u\",\"[SECRET]\"]"),
        ])
    func lists(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "stay where nothing names them",
        arguments: [
            "{\"name\":\"region\",\"value\":\"eu-central-1\"}", "<add key=\"timeout\" value=\"30\"/>",
            "value=0.73 unit=1", "<password/>", "<password></password>", "<token type=\"string\"/>",
            "<property name=\"timeout\">30</property>", "\"passwords\": []", "\"password\": [null]",
            "tokens: [1, 2, 3]", "token:[identifier]", "a <b>key</b> word", "name: DB_PASSWORD, value: ${DB_PASSWORD}",
            "name: password\nother: x\nvalue: 12",
        ])
    func innocent(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "are taken where the sign behind the key, its quotes or its letters are written otherwise",
        arguments: [
            ("password%3Dhunter2%26x%3D1", "password%3D[SECRET]%26x%3D1"),
            ("Authorization%3A%20Bearer%20x7Kd92LmQpZr", "Authorization%3A%20Bearer%20[SECRET]"),
            ("%22token%22%3A%22x7Kd92LmQpZr%22", "%22token%22%3A%22[SECRET]%22"),
            ("&quot;token&quot;:&quot;x7Kd92LmQpZr&quot;", "&quot;token&quot;:&quot;[SECRET]&quot;"),
            ("\\u0022token\\u0022:\\u0022x7Kd92LmQpZr\\u0022", "\\u0022token\\u0022:\\u0022[SECRET]\\u0022"),
            ("p\u{430}ssword=hunter2hunter", "p\u{430}ssword=[SECRET]"),
            ("t\u{43E}ken: \"x7Kd92LmQpZr\"", "t\u{43E}ken: \"[SECRET]\""),
            ("ssn=219&#45;09&#45;9998 x", "ssn=[US_SSN] x"),
            ("password=hunter2&amp;user=x", "password=[SECRET]&amp;user=x"),
            ("password = @\"hunter2\";", "password = @\"[SECRET]\";"),
            ("clé api: x7Kd92LmQpZr", "clé api: [SECRET]"),
            ("password 12=hunter2", "password 12=[SECRET]"),
        ])
    func disguised(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "stay where something in a program stands for them",
        arguments: [
            "password=$PASSWORD", "$token = $parser->next();", "private_key: \"_RSAPrivateKey\"", "password=%DB_PASS%",
            "WHERE password = :password AND token = @token", "def f(token: \"AccessToken\"):", "token: $env:TOKEN",
            "password%3Dnull",
        ])
    func references(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
