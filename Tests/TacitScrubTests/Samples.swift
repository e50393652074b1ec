import TacitScrub

/// Token-like strings are joined here, so that no scanner of repositories takes them for real ones.
enum Samples {
    static let github = "gh" + "p_" + "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRq"
    static let awsKeyID = "AK" + "IA" + "X7KD92LMQPZR4TVW"
    static let stripe = "sk" + "_live_" + "x7Kd92LmQpZr4TvWb8NsYc1H"
    static let slack = "xo" + "xb-" + "123456789012-123456789012-x7Kd92LmQpZr4TvWb8NsYc1H"
    static let google = "AI" + "za" + "SyX7Kd92LmQpZr4TvWb8NsYc1HfJg5Ae-_0"
    static let jwt = "ey" + "JhbGciOiJIUzI1NiJ9." + "ey" + "JzdWIiOiIxMjM0In0." + "c2lnbmF0dXJlLXNpZ25hdHVyZQ"
    static let base64 = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"
    static let privateKey = "-----BEGIN " + "PRIVATE KEY-----\n\(base64)\n\(base64)\n-----END " + "PRIVATE KEY-----"

    /// Text pieces for random histories: what is sensitive, what looks like it, and what joins them.
    static let pieces: [String] = [
        "jane.doe@example.com", "jane%40example.com", "203.0.113.9", "2001:db8::17", "00:1b:44:11:3a:b7", github, jwt,
        privateKey, "4111 1111 1111 1111", "4111111111111111", "postgres://app:pa55w0rd!@db.example.com/x",
        "/home/jane/src", "C:\\Users\\Jane Doe\\src", "password=", "password: ", "\"token\":\"", "api_key='",
        "Authorization: Bearer ", "Authorization: Basic dXNlcjpwYXNz", "Cookie: ", "sid=0123456789abcdef", "; ",
        "email=", "\"", "'", "\\\"", " ", "\n", "\r\n", ",", "=", ":", "@", ".", "-", "_", "/", "[", "]", "%", "&", "1",
        "12", "1234", "x", "é", "[EMAIL]", "[SECRET]", "version ", "v", "x7Kd92LmQpZr4TvWb8", "::", "//", "eyJ",
        "-----BEGIN ", "密码：", "334 UGFzc3dvcmQ6", "aHVudGVyMg==", "echo hunter2 | sudo -S", "htpasswd -b f jane ",
        "52°31'12\"N", "%3A%2F%2F", "\\\\\\\"token\\\\\\\":", "From: Jane Doe <", "> +/- ",
        "PID|1||7||DOE^J||19940609|", "P<UTODOE<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "C: PASS ", "\"AUTH\" \"",
        "[\"password\"]=>\n  string(12) \"", "\" + \"", "Private-Lines: 2\n", base64,
        "pass\\u0077ord=",
        "pass\u{200B}word=", "for%3D", "5292_7347_4350_4946", "token <<< ", "Some(\"", "amount\":", ",\"currency\"",
        "arroba example punto com", "=40example.com", "full_name=Jane+", "%C3%BC", "address=12+Main+", "&amp;#64;",
        "name,dob,phone\n", "| name | email |\n|---|---|\n", "INSERT INTO t (name, password) VALUES ('",
        "COPY t (email, ssn) FROM stdin;\n", "Key (last_name, dob)=(Roe, ", "born ", "1994-06-09",
        "SET dob = $1 WHERE ", "\nparameters: $1 = '",
        "', '", "'), (", "\t", "|", "\n| ", "=?utf-8?Q?", "?=", "From: ",
        "_dot_", "jane(a)example.com", "bounce-jane=", "+AEA-", "=CE=93=CE=B9 ", "ec2-198-51-100-7.", "&nbsp;", "</b> ",
        "\\320\\223", "6a:61:6e:65:40:65:78:61:6d:70:6c:65:2e:63:6f:6d", "iban D E 8 9", "5 3 6 2 2 8 7 1 2", "\\@",
        "NTM2LTIyLTg3MTI=", "192.0.2.7.52114 > ", "inode=\"/user/jane/", "^DOE/JANE^", "<span>@</span>", " punto ",
        "IBAN: DE59 - 9989 - 0249 - 2751 - 8243 - 35",
        "null", "****", "phone: +1 555 010 0123", "pan=4111 1111 1111 1111", "name@", "BEGIN", "\u{0}", "b", "Bearer ",
    ]
}

/// A small deterministic generator (SplitMix64), so that every run sees the same histories.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Some pieces, joined without thought.
    mutating func text(pieces: Int) -> String {
        (0..<Int.random(in: 1...pieces, using: &self)).map { _ in Samples.pieces.randomElement(using: &self)! }.joined()
    }
}
