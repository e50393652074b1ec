import TacitScrub
import Testing

@Suite("Commands, statements and dialogues")
struct CommandLineTests {
    private let scrubber = Scrubber()

    @Test(
        "give away the secrets among their arguments",
        arguments: [
            (
                "ldapsearch -x -D cn=admin,dc=ex -w adminPw77 -b dc=ex",
                "ldapsearch -x -D cn=admin,dc=ex -w [SECRET] -b dc=ex"
            ),
            ("curl -u \\\"admin:s3cr3t\\\" https://h.example", "curl -u \\\"[SECRET]\\\" https://h.example"),
            ("tool --db-password hunter2 --verbose", "tool --db-password [SECRET] --verbose"),
            ("keytool -list -storepass changeit1", "keytool -list -storepass [SECRET]"),
            ("redis-cli -h cache -a hunter2x ping", "redis-cli -h cache -a [SECRET] ping"),
            ("plink -ssh host -pw hunter2 ls", "plink -ssh host -pw [SECRET] ls"),
            ("sqlcmd -S db -U sa -P Str0ng! -Q x", "sqlcmd -S db -U sa -P [SECRET] -Q x"),
            ("echo ::add-mask::supersecret1", "echo ::add-mask::[SECRET]"),
            ("htpasswd -b .htpasswd jane hunter2", "htpasswd -b .htpasswd jane [SECRET]"),
            ("htpasswd -nb jane hunter2", "htpasswd -nb jane [SECRET]"),
            ("echo \"jane:hunter2\" | chpasswd", "echo \"jane:[SECRET]\" | chpasswd"),
            ("echo 'hunter2' | sudo -S reboot", "echo '[SECRET]' | sudo -S reboot"),
            ("printf hunter2 | docker login --password-stdin", "printf [SECRET] | docker login --password-stdin"),
            ("useradd -m -p 'hunter2x' jane", "useradd -m -p '[SECRET]' jane"),
            ("net use Z: \\\\srv\\share hunter2 /user:jane", "net use Z: \\\\srv\\share [SECRET] /user:jane"),
            ("net user jane hunter2 /add", "net user jane [SECRET] /add"),
            (
                "mc alias set s https://s3.example.com key x7Kd92Lm",
                "mc alias set s https://s3.example.com key [SECRET]"
            ),
            ("vault login x7Kd92LmQpZr4TvWb8", "vault login [SECRET]"),
            ("bcp t out f -U sa -Phunter2x", "bcp t out f -U sa -P[SECRET]"),
            ("rabbitmqctl add_user jane hunter2", "rabbitmqctl add_user jane [SECRET]"),
            ("openssl enc -aes-256-cbc -k hunter2 -in f", "openssl enc -aes-256-cbc -k [SECRET] -in f"),
            ("ipmitool -H bmc -U admin -P hunter2 power on", "ipmitool -H bmc -U admin -P [SECRET] power on"),
            ("keytool -importkeystore -srcstorepass hunter2", "keytool -importkeystore -srcstorepass [SECRET]"),
            ("http --auth jane:hunter2 GET example.com", "http --auth [SECRET] GET example.com"),
            ("sqlplus scott/t1ger77@orcl", "sqlplus scott/[SECRET]@orcl"),
            ("jdbc:oracle:thin:app/t1ger77@//db:1521/x", "jdbc:oracle:thin:app/[SECRET]@//db:1521/x"),
            ("ConvertTo-SecureString \"hunter2\" -AsPlainText", "ConvertTo-SecureString \"[SECRET]\" -AsPlainText"),
        ])
    func commands(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "give away the passwords that statements set",
        arguments: [
            ("CREATE USER bob IDENTIFIED BY 'b0bSecret!';", "CREATE USER bob IDENTIFIED BY '[SECRET]';"),
            (
                "ALTER USER a IDENTIFIED WITH caching_sha2_password BY 'plain word'",
                "ALTER USER a IDENTIFIED WITH caching_sha2_password BY '[SECRET]'"
            ),
            ("SET PASSWORD FOR 'bob'@'h' = 'hunter2'", "SET PASSWORD FOR 'bob'@'h' = '[SECRET]'"),
        ])
    func statements(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "give away what somebody logs in with",
        arguments: [
            ("AUTH PLAIN AGphbmUAaHVudGVyMg==", "AUTH PLAIN [SECRET]"),
            ("HTTP_AUTHORIZATION=Basic dTpw", "HTTP_AUTHORIZATION=Basic [SECRET]"),
            ("Ihr TAN lautet 482913", "Ihr TAN lautet [SECRET]"),
            ("Votre code de vérification est 482913", "Votre code de vérification est [SECRET]"),
            ("482913 is your login code", "[SECRET] is your login code"), ("验证码：482913", "验证码：[SECRET]"),
            ("Use code 482913 to sign in", "Use code [SECRET] to sign in"),
            ("334 UGFzc3dvcmQ6\r\naHVudGVyMg==\r\n235 ok", "334 UGFzc3dvcmQ6\r\n[SECRET]\r\n235 ok"),
            ("S: 334 UGFzc3dvcmQ6\nC: aHVudGVyMg==", "S: 334 UGFzc3dvcmQ6\nC: [SECRET]"),
            ("0.1 [0 192.0.2.7:1] \"AUTH\" \"hunter2\"", "0.1 [0 [IP_ADDRESS]:1] \"AUTH\" \"[SECRET]\""),
            ("\"AUTH\" \"app\" \"hunter2\"", "\"AUTH\" \"app\" \"[SECRET]\""),
            ("CONFIG SET requirepass hunter2x", "CONFIG SET requirepass [SECRET]"),
            ("> PASS hunter2", "> PASS [SECRET]"),
            ("a1 LOGIN jane \"hunter2\"", "a1 LOGIN jane \"[SECRET]\""),
            ("NickServ :IDENTIFY hunter2", "NickServ :IDENTIFY [SECRET]"),
            ("WIFI:T:WPA;S:home;P:hunter2;;", "WIFI:T:WPA;S:home;P:[SECRET];;"),
            ("db.internal:5432:main:app:hunter2", "db.internal:5432:main:app:[SECRET]"),
            ("username jane password 0 hunter2", "username jane password 0 [SECRET]"),
            ("tacacs-server key 0 hunter2x", "tacacs-server key 0 [SECRET]"),
            ("the password is now hunter2, please", "the password is now [SECRET], please"),
            ("Das Kennwort lautet hunter2", "Das Kennwort lautet [SECRET]"),
            ("la password è hunter2", "la password è [SECRET]"),
            ("密碼是hunter2", "密碼是[SECRET]"), ("nowe hasło to hunter2", "nowe hasło to [SECRET]"),
            ("verification code: QCTJA6", "verification code: [SECRET]"), ("인증번호 [736681]", "인증번호 [[SECRET]]"),
            ("doğrulama kodu: 255018", "doğrulama kodu: [SECRET]"), ("Geheimzahl 6907", "Geheimzahl [SECRET]"),
        ])
    func dialogues(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "have arguments and words that are none",
        arguments: [
            "ssh -p 2222 host -w 0:0", "git push -u origin main:main", "grep -w word -A 3 -c file",
            "tool --password-file /etc/secret --no-password x", "tool --token $TOKEN", "tool --key name --force",
            "auth plain text", "AUTH LOGIN failed", "identified by '?'", "basic test", "code review 4821", "tan color",
            "12 is your favourite number", "psql -U app -c select", "htpasswd -c users.txt jane", "net use * /delete",
            "sudo -S", "cat names | sudo -S tee x", "mc alias set local", "rabbitmqctl add_user",
            "curl -k https://x.example", "a1 LOGIN failed", "vault login -method=github", "nmap -Pn host",
            "error code: ENOENT2", "verification code: ABCDEF", "la clave es importante", "a1 LOGIN from \"host7\"",
            "> PASS login.test2.js", "alias set print elements four x7Kd92", "SRP_user_pwd *user_pwd2);",
            "#define salsa20_set_key nettle_salsa20_set_key", "2 LOGIN attempts made", "PASS src/login.test.ts",
            "> PASS all tests", "WIFI: connected", "WIFI:S:guest;T:nopass;;", "identify faces in photo12",
            "host:5432:db:user:*", "\"AUTH\" failed", "250-AUTH LOGIN PLAIN", "sqlplus / as sysdba", "code 4821 to go",
            "GET /shop?code=spring-sale-2026-eu", "error code 5003 to reset",
        ])
    func innocent(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
