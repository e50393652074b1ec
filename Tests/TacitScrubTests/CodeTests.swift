import TacitScrub
import Testing

@Suite("Codes to log in with, words that restore a wallet, and tokens of unknown vendors")
struct CodeTests {
    private let scrubber = Scrubber()

    @Test(
        "a code is taken where a word says what it is for",
        arguments: [
            ("your verification code is 482913", "your verification code is [SECRET]"),
            ("OTP 482913 sent", "OTP [SECRET] sent"), ("otp for login: 482913", "otp for login: [SECRET]"),
            ("one-time code: 4829", "one-time code: [SECRET]"), ("pin_code=4821 tries=2", "pin_code=[SECRET] tries=2"),
            ("exp 12/28 cvv 737", "exp 12/28 cvv [CREDIT_CARD]"), ("{\"otp\":\"482913\"}", "{\"otp\":\"[SECRET]\"}"),
        ])
    func code(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }

    @Test(
        "other numbers behind the word stay",
        arguments: [
            "exit code 1390", "status code is 4040", "error code 0x1234", "otp sent, ttl 300s", "postal code 1234 rows",
            "security code scan took 1234ms", "otp version 1.2.3", "verification code expired after 3000ms",
            "gpio pin: 13",
        ])
    func noCode(_ text: String) { #expect(scrubber.scrub(text) == text) }

    @Test("the words that restore a wallet are taken whole, and other words behind the key stay")
    func phrase() {
        let words = Array(repeating: "abandon", count: 11).joined(separator: " ") + " about"
        #expect(scrubber.scrub("recovery phrase: \(words)") == "recovery phrase: [SECRET]")
        #expect(scrubber.scrub("mnemonic=\"\(words)\" ok") == "mnemonic=\"[SECRET]\" ok")
        #expect(scrubber.scrub("recovery phrase: write it down on paper") == "recovery phrase: write it down on paper")
    }

    @Test("a token of a vendor that no list knows is taken by its looks")
    func random() {
        let body = "x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRq"
        for text in [
            "acme_\(body)", "acme_live_\(body)", "zz9-\(body)", "key_" + String(repeating: "0a1b2c3d", count: 4),
        ] {
            #expect(scrubber.scrub("using \(text) now") == "using [SECRET] now")
        }
    }

    @Test(
        "hashes, identifiers and names in programs are no tokens",
        arguments: [
            "sha256-47DEQpj8HBSaTImW5JCeuQeRkm5NMpJWZG3hSuFU", "pi_3MtwBwLkdIwHu7ix28a3tqPa",
            "span_00f067aa0ba902b700f067aa0ba902b7", "my_VeryLongNameOfAFunctionThatDoesThings12",
            "blk_x7Kd92LmQpZr4TvWb8NsYc1HfJg5AeUo3iRq", "api-7d9f8c6b5-x2x9z",
        ])
    func noToken(_ text: String) { #expect(scrubber.scrub("see \(text) there") == "see \(text) there") }

    @Test("a token with a check sum that fits ends where the sum says, whatever touches it")
    func checksum() {
        let token = "gh" + "p_" + "x7Kd92LmQpZr4TvWb8NsYc1HfJg5Ae" + "4DTsK8"
        #expect(scrubber.scrub("\(token)and more") == "[SECRET]and more")
        // With another sum it is still taken: a mistyped token is meant as one.
        #expect(scrubber.scrub("\(token.dropLast())0 and more") == "[SECRET] and more")
    }

    @Test("parameters of an Authorization header are taken with their quotes, and addresses that brackets defuse")
    func odd() {
        #expect(
            scrubber.scrub("Authorization: Digest username=\"joe\", response=\"6629fae49393a05397450978507c4ef1\"")
                == "Authorization: Digest [SECRET]")
        #expect(scrubber.scrub("blocked 203[.]0[.]113[.]77 today") == "blocked [IP_ADDRESS] today")
        #expect(scrubber.scrub("blocked 127[.]0[.]0[.]1 today") == "blocked 127[.]0[.]0[.]1 today")
        #expect(scrubber.scrub("advertising id 38400000-8cf0-11bd-b23e-10b96e40000d") == "advertising id [DEVICE_ID]")
    }

    @Test(
        "a password in quotes may have blanks; words about a password stay",
        arguments: [
            ("DB_PASSWORD: \"correct horse battery\"", "DB_PASSWORD: \"[SECRET]\""),
            ("{\"password\":\"must have 12 characters\"}", "{\"password\":\"must have 12 characters\"}"),
            ("config[\"password\"] = \"hunter2\"", "config[\"password\"] = \"[SECRET]\""),
            ("env['DB_PASSWORD']='hunter2x9'", "env['DB_PASSWORD']='[SECRET]'"),
            ("API_TOKEN ?= x7Kd92LmQpZr", "API_TOKEN ?= [SECRET]"),
            ("api_key ||= \"x7Kd92LmQpZr\"", "api_key ||= \"[SECRET]\""),
            ("{\"password\":\"is too short\"}", "{\"password\":\"is too short\"}"),
        ])
    func quoted(_ text: String, expected: String) { #expect(scrubber.scrub(text) == expected) }
}
