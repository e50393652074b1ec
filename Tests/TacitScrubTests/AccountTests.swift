import TacitScrub
import Testing

@Suite("Accounts and homes")
struct AccountTests {
    private let scrubber = Scrubber()

    @Test(
        "name a person in logs of logins, in directories and in paths",
        arguments: [
            (
                "Accepted password for alice from 198.51.100.7 port 22",
                "Accepted password for [PERSON] from [IP_ADDRESS] port 22"
            ),
            ("Failed password for invalid user m.muster from h", "Failed password for invalid user [PERSON] from h"),
            (
                "session opened for user jane(uid=1000) by (uid=0)",
                "session opened for user [PERSON](uid=1000) by (uid=0)"
            ),
            ("Access denied for user 'jane'@'h'", "Access denied for user '[PERSON]'@'h'"),
            ("Login failed for user 'CORP\\jane'.", "Login failed for user '[PERSON]'."),
            ("uid=alice,ou=people,dc=example,dc=com", "uid=[PERSON],ou=people,dc=example,dc=com"),
            ("cn=Max Muster,ou=Sales,dc=example", "cn=[PERSON],ou=Sales,dc=example"),
            ("/mnt/c/Users/jane/x", "/mnt/c/Users/[USERNAME_IN_PATH]/x"),
            ("/export/home/jane/x", "/export/home/[USERNAME_IN_PATH]/x"),
            ("/var/home/jane/x", "/var/home/[USERNAME_IN_PATH]/x"),
            ("\\\\srv\\home$\\jane\\x", "\\\\srv\\home$\\[USERNAME_IN_PATH]\\x"),
            ("%2Fhome%2Fjane%2Fx", "%2Fhome%2F[USERNAME_IN_PATH]%2Fx"),
        ])
    func persons(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "that systems and services have are nobody's",
        arguments: [
            "Failed password for root from h", "session opened for user postgres(uid=70)", "invalid user id",
            "uid=1000(app) gid=1000", "cn=admin,dc=example,dc=com", "CN=R3, O=Let's Encrypt, C=US",
            "cn=Domain Admins,ou=Groups,dc=corp", "/home/ubuntu/.cache", "/home/runner/work", "example.com/home/news",
            "C:\\Users\\runneradmin\\x", "data/home/x",
        ])
    func systems(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test(
        "Names behind a role or a title are those of persons only",
        arguments: [
            "approved by Creative Commons", "Mr. Robot is a series", "customer Support Team", "patient Portal Login",
            "the file name is Foo",
        ])
    func things(_ text: String) { #expect(scrubber.scrub(text) == text) }
}
