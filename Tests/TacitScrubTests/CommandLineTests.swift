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
        ])
    func dialogues(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "have arguments and words that are none",
        arguments: [
            "ssh -p 2222 host -w 0:0", "git push -u origin main:main", "grep -w word -A 3 -c file",
            "tool --password-file /etc/secret --no-password x", "tool --token $TOKEN", "tool --key name --force",
            "auth plain text", "AUTH LOGIN failed", "identified by '?'", "basic test", "code review 4821", "tan color",
            "12 is your favourite number", "psql -U app -c select",
        ])
    func innocent(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
