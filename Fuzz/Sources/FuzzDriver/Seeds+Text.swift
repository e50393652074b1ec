package import TacitScrub

extension Seeds {
    /// Texts to begin with: one of each that the scrubber knows, joined by what joins things.
    package static var text: [[UInt8]] { texts.map { Array($0.utf8) } }

    /// Statements, and the values of their parameters behind them. Scrubbing these again may find more, where what is found by itself
    /// stands in a value that another belongs to.
    package static var statements: [[UInt8]] { statementTexts.map { Array($0.utf8) } }

    private static let statementTexts = [
        "UPDATE t SET dob = $1 WHERE ssn = $2\nparameters: $1 = '1994-06-09', $2 = '123456789'\n",
        "INSERT INTO t (id, last_name) VALUES (?, ?) [[\"last_name\", \"Roe\"]]\nParameters: 4(Integer), Roe(String)\n",
    ]

    private static let texts = [
        "mail jane.doe@example.com from 203.0.113.9, [2001:db8::17]:443 or 00:1b:44:11:3a:b7",
        "card 4111 1111 1111 1111 pan=4111111111111111, iban DE89 3704 0044 0532 0130 00, ssn 078-05-1120",
        "postgres://app:pa55w0rd!@db.example.com/x?access_token=x7Kd92LmQpZr&lang=en",
        "Authorization: Bearer abc.def_123\nCookie: theme=dark; sid=0123456789abcdef; lang=en\n",
        "{\"password\":\"hunter two 2\",\"n\":\"{\\\"api_key\\\":\\\"s3cretvalue\\\"}\"}",
        "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n-----END " + "PRIVATE KEY-----\n",
        "at /home/jane/src, C:\\Users\\Jane Doe\\x, [EMAIL] [CREDIT_CARD:4242] [SECRET:7f3a19c2d04b8e65]",
        "u?e=jane%40example.com&m=jane\\u0040example.com&#64; amFuZS5kb2VAZXhhbXBsZS5jb20= jane [at] example.com",
        "name,dob,note\n\"Doe, Jane\",1994-06-09,x\n",
        "Key (last_name, dob)=(Roe, 1994-06-09)\n-[ RECORD 1 ]-+---\npassword | hunter2x\n",
        "INSERT INTO people (name, \"dob\") VALUES ('Jane', crypt('hunter2', 'x')), ('O''Neil', 7);\n",
        " name | password\n------+---------\n Jane | hunter2\nCOPY t (email, ssn) FROM stdin;\nx\t078-05-1120\n\\.\n",
        "From: =?utf-8?Q?J=C3=BCrgen?= <j@example.com> =?utf-8?B?amFuZUBleGFtcGxlLmNvbQ==?=",
        "card ４１１１１１１１１１１１１１１１ +1 555 010 0123 born 1994-06-09 2026-11-21T03:45:08.123Z 3c22.fb01.9a7e",
    ]
}

extension Scrubber {
    /// The text as it reads when scrubbed.
    package func scrubbed(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        let outcome = bytes.withUnsafeBytes { scrub($0, into: &output) }
        return outcome.isClean ? bytes : output
    }
}
