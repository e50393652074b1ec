import TacitScrub
import Testing

@Suite("Other ways of writing the same")
struct WaysOfWritingTests {
    private let scrubber = Scrubber()

    @Test(
        "keys: longer words, encodings, remarks, letters that are escaped or can't be seen",
        arguments: [
            ("rpcpassword=T9gXo67dU0jn", "rpcpassword=[SECRET]"),
            ("password_b64=RTBxRWFoa0FSRTU=", "password_b64=[SECRET]"),
            ("password_hex=4c4953626f612d63", "password_hex=[SECRET]"),
            ("nginx: AES key (hex): 9cd49323958b8cb3ea5b16ea5158e00d", "nginx: AES key (hex): [SECRET]"),
            (#"{"pass\u0077ord":"Rocket1989*"}"#, #"{"pass\u0077ord":"[SECRET]"}"#),
            (#"{"\u0070assword": "YNNE5jvVAk"}"#, #"{"\u0070assword": "[SECRET]"}"#),
            ("pass\u{200B}word=Tulipan1969!", "pass\u{200B}word=[SECRET]"),
            ("\u{FEFF}password: 4DHrPv.uZgIuX", "\u{FEFF}password: [SECRET]"),
            ("payload=%7B%22password%22%3A+%22remoDaHw7ZYz%22%7D", "payload=%7B%22password%22%3A+%22[SECRET]%22%7D"),
            ("security_answer=\"Rosebud\"", "security_answer=\"[SECRET]\""),
            ("recovery code: vvzwg-4cyvd", "recovery code: [SECRET]"),
            ("cvc=599&exp=12%2F27", "cvc=[CREDIT_CARD]&exp=12%2F27"),
        ])
    func keys(_ text: String, _ expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "sentences of other languages",
        arguments: [
            ("Votre mot de passe temporaire est aGCfLqIjZbES7t", "Votre mot de passe temporaire est [SECRET]"),
            ("Su contraseña provisional es: Guitar1962!", "Su contraseña provisional es: [SECRET]"),
            ("A sua senha temporária é hAzQJNM+Y1cgn9", "A sua senha temporária é [SECRET]"),
            ("La tua nuova password è: Gu1tar25!", "La tua nuova password è: [SECRET]"),
            ("Twoje hasło tymczasowe: Sunset1990*", "Twoje hasło tymczasowe: [SECRET]"),
            ("Vaše nové heslo je: sB5N2vjk2B", "Vaše nové heslo je: [SECRET]"),
            ("Geçici şifreniz: Pelican2014!", "Geçici şifreniz: [SECRET]"),
            ("仮パスワードは「kGSGtK0n2Lyb」です", "仮パスワードは「[SECRET]」です"),
            ("login x, лозинка = Orch1d97!", "login x, лозинка = [SECRET]"),
            ("验证码：785822，5分钟内有效", "验证码：[SECRET]，5分钟内有效"),
            ("Doğrulama kodunuz: 131672", "Doğrulama kodunuz: [SECRET]"),
            ("رمز التحقق: ٣١٣٥٩٨", "رمز التحقق: [SECRET]"),
            ("mobiel 06 12345678", "mobiel [PHONE]"),
            ("adresse: 27 boulevard Voltaire, 75011 Paris", "adresse: [STREET_ADDRESS]"),
            ("adres zamieszkania: al. Jana Pawła II 22, 00-133 Warszawa", "adres zamieszkania: [STREET_ADDRESS]"),
            ("teslimat adresi: Bağdat Caddesi No: 214/7, 34728 Kadıköy/İstanbul", "teslimat adresi: [STREET_ADDRESS]"),
            ("shipping_address=\"Rua Augusta, 1508, São Paulo - SP\"", "shipping_address=\"[STREET_ADDRESS]\""),
            ("solde du compte: 26.746,52 €", "solde du compte: [MONEY_AMOUNT]"),
            ("contact: omar arroba example punto com", "contact: [EMAIL]"),
            ("contact: piotr ät example punkt com", "contact: [EMAIL]"),
            ("contact: rahul [at] example [.] com", "contact: [EMAIL]"),
            ("contact: fatima AT example DOT com", "contact: [EMAIL]"),
        ])
    func languages(_ text: String, _ expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "programs, commands and protocols",
        arguments: [
            (#"Config { token: Some("wEocRMe071GZA1qlWVIF"), n: 3 }"#, #"Config { token: Some("[SECRET]"), n: 3 }"#),
            ("[\"password\"]=>\n  string(16) \"ue4FCfugOzcpNbLB\"", "[\"password\"]=>\n  string(16) \"[SECRET]\""),
            ("Authorization: SSWS 00UCvTa-p8Dfy6mxpyb", "Authorization: SSWS [SECRET]"),
            ("cookie: PHPSESSID=qn5kxovnosenh4puy119ctghpo; lang=de", "cookie: PHPSESSID=[SECRET]; lang=de"),
            ("enable secret 0 WELkom-pHo0E", "enable secret 0 [SECRET]"),
            ("gh auth login --with-token <<< 80d886de956076416b69", "gh auth login --with-token <<< [SECRET]"),
            ("cqlsh -u sa -p SOMmer-yGUO1 db.example.com", "cqlsh -u sa -p [SECRET] db.example.com"),
            ("SELECT pgp_sym_decrypt(x, 'oxG8GF4oAXOK')", "SELECT pgp_sym_decrypt(x, '[SECRET]')"),
            ("String password = \"bfie7ds6bzop\" + \"BTpS4BBuCzNL\";", "String password = \"[SECRET]\";"),
            (
                "\"amount\":{\"value\":\"4773.56\",\"currency\":\"EUR\"}",
                "\"amount\":{\"value\":\"[MONEY_AMOUNT]\",\"currency\":\"EUR\"}"
            ),
            ("invoice total €196,249.31 overdue", "invoice total [MONEY_AMOUNT] overdue"),
        ])
    func programs(_ text: String, _ expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "numbers and addresses whose parts are joined or escaped in other ways",
        arguments: [
            ("number=5219+2600+7472+4333&n=1", "number=[CREDIT_CARD]&n=1"),
            ("declined 5292_7347_4350_4946 by issuer", "declined [CREDIT_CARD] by issuer"),
            ("declined 6011\t3784\t9679\t4102", "declined [CREDIT_CARD]"),
            ("card 4975 - 2030 - 9182 - 8387 declined", "card [CREDIT_CARD] declined"),
            ("9792-4316-8296-0331 reddedildi", "[CREDIT_CARD] reddedildi"),
            ("IBAN: DE14  1974  6199  6305  8249  90", "IBAN: [IBAN]"),
            ("IBAN: DE59 - 9989 - 0249 - 2751 - 8243 - 35", "IBAN: [IBAN]"),
            ("call +44 (0) 1632 960123 now", "call [PHONE] now"),
            ("fwd=for%3D203.0.113.17%3Bproto%3Dhttps", "fwd=for%3D[IP_ADDRESS]%3Bproto%3Dhttps"),
            ("q=from%20203.0.113.17", "q=from%20[IP_ADDRESS]"), ("ip%3A%22203.0.113.17%22", "ip%3A%22[IP_ADDRESS]%22"),
            ("e=%6A%61%6E%65%2E%64%6F%65%40%65%78%61%6D%70%6C%65%2E%63%6F%6D", "e=[EMAIL]"),
            (#"{\"email\":\"omar\\u0040example\\u002ecom\"}"#, #"{\"email\":\"[EMAIL]\"}"#),
            ("<td>jane&amp;#64;example.com</td>", "<td>[EMAIL]</td>"),
            ("From: jane.doe=40example.com", "From: [EMAIL]"),
            ("Rcpt \"jane..doe\"@example.com accepted", "Rcpt [EMAIL] accepted"),
            ("E-Mail: jane @ example.com", "E-Mail: [EMAIL]"),
            (#"C:\\\\Users\\\\jdoe\\\\x.log"#, #"C:\\\\Users\\\\[USERNAME_IN_PATH]\\\\x.log"#),
            ("CUIL 23-76345455-9", "CUIL [NATIONAL_ID]"),
        ])
    func numbers(_ text: String, _ expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "what only looks like it stays",
        arguments: [
            "forgotpassword=/account/new", "nopassword=1234567", "PWD=/srv/app OLDPWD=/srv", "timeout=40s.retry.io",
            "password=#{encrypted}", "https://$USER:$PASS@host/path",
            "peer public key ctnrMISOYrqw7s1NXYSYfwhv40EKX7wm", "bindDN=cn=svc,dc=example,dc=com",
            "payment 12 of 30 failed", "rows 1234_5678_9012_3456", "x <<<<<<< HEAD token", "id 5219+2600+7472+4334",
            "status code: ab12-cd34", "total=%3D%3D%3D", "the point is com", "hex_raw=1",
            "Reset password on web-prod-01", "app_version%3D4.2.1.0", "Version%204.2.1.0",
            "%22version%22%3A%224.2.1.0%22", "1234\t5219\t2600\t7472\t4333\t1", "1234 - 5219 - 2600 - 7472 - 4333",
        ])
    func stays(_ text: String) { #expect(scrubber.findings(in: text) == []) }
}
