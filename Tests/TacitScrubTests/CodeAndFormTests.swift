import TacitScrub
import Testing

@Suite("Codes, links and forms")
struct CodeAndFormTests {
    private let scrubber = Scrubber()

    @Test(
        "Codes are told to somebody, and links let in whoever has them",
        arguments: [
            ("Your code: 482913", "Your code: [SECRET]"),
            ("Your code is 482913. Keep it.", "Your code is [SECRET]. Keep it."),
            ("Your code: QCTJA6", "Your code: [SECRET]"), ("Ihr Code lautet 482913", "Ihr Code lautet [SECRET]"),
            ("Votre code : 482913", "Votre code : [SECRET]"), ("Su código: 4829", "Su código: [SECRET]"),
            ("Tu código es 482913", "Tu código es [SECRET]"), ("Il tuo codice è 482913", "Il tuo codice è [SECRET]"),
            ("Twój kod: 482913", "Twój kod: [SECRET]"), ("Giriş kodunuz: 482913", "Giriş kodunuz: [SECRET]"),
            ("Ваш код: 482913", "Ваш код: [SECRET]"),
            ("https://example.com/reset/8f3kQ29xLm47Zt1pVb6nX2cD", "https://example.com/reset/[SECRET]"),
            (
                "https://example.com/accounts/reset/MTI/c5k3x1-8f3kq29xlm47zt1pvb6n/",
                "https://example.com/accounts/reset/MTI/[SECRET]/"
            ),
            ("/magic-link/8f3kQ29xLm47Zt1pVb6n?x=1", "/magic-link/[SECRET]?x=1"),
            ("/invite/Xk29mPq4LzTvWb8Nq", "/invite/[SECRET]"),
            (
                "/password/reset/4bf92f3577b34da6a3ce929d0e0e47364bf92f3577b34da6a3ce929d0e0e4736",
                "/password/reset/[SECRET]"
            ),
        ])
    func codes(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "Codes of machines and paths of documents are nobody's",
        arguments: [
            "Your code: of conduct", "your error code: 5003", "your code 4001 failed", "Your code: 2024 edition",
            "fix your code: 1234 errors", "the code: 482913", "código de error: 5003", "your code: 42",
            "codice ISO 3166",
            "/docs/reset/password-and-account-recovery-2024", "/reset/src/main.js", "/verify/order-20240101-000123",
            "/confirm/123e4567-e89b-12d3-a456-426614174000", "/verify/4bf92f3577b34da6a3ce929d0e0e4736",
            "/invite/Xk29mPq4", "git/reset/0",
            "/verify/4bf92f3577b34da6a3ce929d0e0e47364bf92f3577b34da6a3ce929d0e0e4736",
        ])
    func codesWithout(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "Pairs, lists and fields beside each other hold secrets",
        arguments: [
            ("credentials: jane/hunter2x", "credentials: jane/[SECRET]"),
            ("using creds admin:hunter2x", "using creds admin:[SECRET]"),
            ("creds: jane:hunter2x.", "creds: jane:[SECRET]."),
            ("basic auth jane:hunter2x", "basic auth jane:[SECRET]"),
            ("credentials CORP\\jane:hunter2x", "credentials CORP\\jane:[SECRET]"),
            (
                "{\"type\":\"password\",\"value\":\"letmein\",\"temporary\":false}",
                "{\"type\":\"password\",\"value\":\"[SECRET]\",\"temporary\":false}"
            ),
            ("{\"type\":\"otp\",\"value\":\"482913\"}", "{\"type\":\"otp\",\"value\":\"[SECRET]\"}"),
            ("[\"SET\",\"password\",\"hunter2x\"]", "[\"SET\",\"password\",\"[SECRET]\"]"),
            (
                "{\"newPassword\":\"hunter3y\",\"confirm\":\"hunter3y\"}",
                "{\"newPassword\":\"[SECRET]\",\"confirm\":\"[SECRET]\"}"
            ),
            ("password=hunter3y&confirm=hunter3y&x=1", "password=[SECRET]&confirm=[SECRET]&x=1"),
            ("recovery codes: a1b2c-3d4e5, f6g7h-8i9j0, end", "recovery codes: [SECRET], end"),
            ("app.jwt.secret=mySuperSecretKey123", "app.jwt.secret=[SECRET]"),
            ("spring.mail.password: abcd efgh ijkl mnop", "spring.mail.password: [SECRET]"),
            ("network_key: [1, 3, 5, 7, 9, 11, 13, 15, 0, 2, 4, 6, 8, 10, 12, 13]", "network_key: [[SECRET]]"),
            (
                "values (`x`)\n(SQL: insert into u (`name`, `password`) values (Jane Roe, letmein))",
                "values (`x`)\n(SQL: insert into u (`name`, `password`) values ([PERSON], [SECRET]))"
            ),
            (
                "insert into u (email, password) values (jane@example.com, hunter2x)",
                "insert into u (email, password) values ([EMAIL], [SECRET])"
            ),
        ])
    func pairs(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "Paths, places of values and words beside each other are none",
        arguments: [
            "credentials: prod/db/app2x", "credentials: vault/app-2config", "credentials: aws/config.json2",
            "creds admin:8080",
            "credentials http://example.com:8080", "credentials for user:name", "basic auth user:password",
            "{\"type\":\"password\",\"value\":\"password\"}",
            "{\"type\":\"password\",\"value\":\"Enter your password\"}",
            "{\"type\":\"token\",\"value\":\"identifier1x\"}", "[\"set\",\"name\",\"x\"]", "{\"confirm\":\"yes\"}",
            "{\"ok\":true,\"confirm\":\"hunter2x\"}", "error codes: a1b2c-3d4e5, x", "password: that will help them",
            "password: must have more than", "client.secret=ClientV1", "secret=projectSettingsV10",
            "token: [1, 3, 5, 7, 9, 11, 13, 15, 0, 2, 4, 6, 8, 10, 12, 13]",
            "INSERT INTO u (name, password) VALUES (p_name, p_password1)",
            "INSERT INTO u (email, password) VALUES (@email, @password1)",
        ])
    func pairsWithout(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "Forms and pages name what their fields hold",
        arguments: [
            (
                "<input name=\"first_name\" id=\"fn\" value=\"Jane\">",
                "<input name=\"first_name\" id=\"fn\" value=\"[PERSON]\">"
            ),
            ("<input value='Jane' name='first_name'>", "<input value='[PERSON]' name='first_name'>"),
            (
                "<input type=\"text\" id=\"x\" name=\"phone\" class=\"y\" value=\"4155550132\">",
                "<input type=\"text\" id=\"x\" name=\"phone\" class=\"y\" value=\"[PHONE]\">"
            ),
            (
                "<input type=\"password\" name=\"pwd\" id=\"p\" value=\"hunter2x\">",
                "<input type=\"password\" name=\"pwd\" id=\"p\" value=\"[SECRET]\">"
            ),
            ("<meta name=\"author\" content=\"Jane Roe\">", "<meta name=\"author\" content=\"[PERSON]\">"),
            (
                "<meta property=\"article:author\" content=\"Jane Roe\">",
                "<meta property=\"article:author\" content=\"[PERSON]\">"
            ),
            (
                "<tr><th scope=\"row\">Phone:</th> <td class=\"x\">4155550132</td></tr>",
                "<tr><th scope=\"row\">Phone:</th> <td class=\"x\">[PHONE]</td></tr>"
            ),
            ("<th>Password</th><td>hunter2x</td>", "<th>Password</th><td>[SECRET]</td>"),
            (
                "{\"label\":\"Full name\",\"type\":\"INPUT_TEXT\",\"value\":\"Jane Roe\"}",
                "{\"label\":\"Full name\",\"type\":\"INPUT_TEXT\",\"value\":\"[PERSON]\"}"
            ),
            (
                "{\"label\": \"Password\", \"id\": 3, \"value\": \"password1x\"}",
                "{\"label\": \"Password\", \"id\": 3, \"value\": \"[SECRET]\"}"
            ),
            ("\"birth\":{\"day\":12,\"month\":3,\"year\":1984}", "\"birth\":{\"day\":[DATE_OF_BIRTH]}"),
            ("dob: {year: 1984, month: 3, day: 12}", "dob: {year: [DATE_OF_BIRTH]}"),
            ("https://maps.google.com/?q=48.208144,16.374134", "https://maps.google.com/?q=[GEO_COORDINATE]"),
            ("/maps/search/?api=1&query=48.208144,16.374134", "/maps/search/?api=1&query=[GEO_COORDINATE]"),
            ("arp: ? (x) at 0:1b:44:11:3a:b7 on en0", "arp: ? (x) at [MAC_ADDRESS] on en0"),
        ])
    func forms(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "Forms and pages also hold words, templates and things",
        arguments: [
            "<input name=\"last_name\" class=\"x\" value=\"{{ user.last_name }}\">",
            "<input type=\"radio\" name=\"phone\" id=\"x\" value=\"mobile\">",
            "<input type=\"submit\" name=\"login\" id=\"x\" value=\"Log in\">",
            "<meta name=\"author\" content=\"GitHub Actions\">",
            "<meta name=\"author\" content=\"Acme Inc\">", "<tr><th>Password</th><td>Required</td></tr>",
            "<tr><th>Password</th><td>The password of the account</td></tr>",
            "<tr><th>First name</th><td>Text field</td></tr>",
            "<tr><th>Name</th><td>Blue Widget</td></tr>", "<tr><th>Name</th><th>Phone</th></tr>",
            "{\"label\":\"First name\",\"value\":\"firstName\"}", "{\"label\":\"Name\",\"value\":\"Blue Widget\"}",
            "\"dob\":{\"day\":\"integer\",\"month\":\"integer\"}", "\"birth\":{\"place\":\"Springfield\"}",
            "/search?q=48,16",
            "/search?q=1.2345,hello", "? (x) at (incomplete) on en0", "x (y) at 10:01:02", "foo (bar) at 1:2:3",
        ])
    func formsWithout(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "The second track of a card goes with it",
        arguments: [
            ("F35=4111111111111111=30041010000000000", "F35=[CREDIT_CARD]"),
            (";4111111111111111=30041010000000000?", ";[CREDIT_CARD]?"),
            ("DE035 [4111111111111111D30041010000000]", "DE035 [[CREDIT_CARD]]"),
            ("35=4111111111111111D3004101000000000F x", "35=[CREDIT_CARD] x"),
            ("F52=A1B2C3D4E5F60718", "F52=[SECRET]"), ("DE052 [A1B2C3D4E5F60718]", "DE052 [[SECRET]]"),
            ("<Card><CV2>123</CV2></Card>", "<Card><CV2>[CREDIT_CARD]</CV2></Card>"), ("CV2=1234", "CV2=[CREDIT_CARD]"),
            ("4111111111111111=5", "[CREDIT_CARD]=5"),
        ])
    func tracks(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "Other digits beside a letter are no track",
        arguments: [
            "4111111111111112D30041010000000", "a4111111111111111D30041010000000", "4111111111111111D39991010000000x",
            "DF52=A1B2C3D4E5F60718", "F52=A1B2C3D4E5F6071", "import cv2", "cv2=4.5.1", "<cv2>12</cv2>", "CV2=12345",
            "cv2.imread",
        ])
    func tracksWithout(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
