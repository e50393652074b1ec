import TacitScrub
import Testing

@Suite("Policy")
struct PolicyTests {
    @Test("decides kind by kind what takes the place of a finding")
    func actions() throws {
        var policy = ScrubPolicy(pseudonymizer: Pseudonymizer { _, value in UInt64(value.count) })
        try policy.set(.partial(last: 4), for: .creditCard)
        try policy.set(.pseudonym, for: .email)
        try policy.set(.keep, for: .ipAddress)
        let scrubber = Scrubber(policy: policy)
        let text = "card 4111111111111111 of jane@example.com at 203.0.113.9"
        let expected = "card [CREDIT_CARD:1111] of [EMAIL:0000000000000010] at 203.0.113.9"
        #expect(scrubber.scrub(text) == expected)
        #expect(scrubber.scrub(expected) == expected)
        #expect(scrubber.findings(in: text).map(\.kind) == [.creditCard, .email])
    }

    @Test(
        "shows the last letters and digits, not counting what stands between them, and never more than half",
        arguments: [
            ("card 4111-1111 1111-1111", "card [CREDIT_CARD:1111]"), ("ssn 078-05-1-120", "ssn 078-05-1-120"),
            ("ssn 078-05-1120", "ssn [US_SSN:1120]"), ("call (212) 555-0123", "call [PHONE:0123]"),
            ("DE89 3704 0044 0532 0130 00", "[IBAN:3000]"),
        ])
    func partial(_ text: String, expected: String) throws {
        var policy = ScrubPolicy()
        for kind in Kind.allCases where kind != .privateKey { try policy.set(.partial(last: 4), for: kind) }
        let scrubber = Scrubber(policy: policy)
        #expect(scrubber.scrub(text) == expected)
        #expect(scrubber.scrub(expected) == expected)
    }

    @Test("shows nothing of a value without letters and digits of ASCII")
    func partialOfOthers() throws {
        var policy = ScrubPolicy()
        try policy.set(.partial(last: 4), for: .secret)
        #expect(Scrubber(policy: policy).scrub("ключ", key: "password") == "[SECRET]")
    }

    @Test(
        "gives the spellings of a value the same pseudonym",
        arguments: [
            ("4111111111111111", "4111-1111-1111-1111"), ("4111111111111111", "４１１１ 1111 1111 1111"),
            ("Jane.Doe@Example.com", "jane.doe%40example.com"), ("+49 151 5550 0123", "0049 151 55500123"),
            ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000"), ("00:1B:44:11:3A:B7", "00-1b-44-11-3a-b7"),
            ("2001:DB8::17", "2001:db8::17"),
        ])
    func spellings(_ one: String, _ other: String) throws {
        let policy = ScrubPolicy(
            pseudonymizer: Pseudonymizer { _, value in value.reduce(5381) { $0 &* 33 &+ UInt64($1) } })
        var all = policy
        for kind in Kind.allCases { try all.set(.pseudonym, for: kind) }
        let scrubber = Scrubber(policy: all)
        let (first, second) = (scrubber.scrub("to \(one) x"), scrubber.scrub("to \(other) x"))
        #expect(first == second)
        #expect(first.contains("_") || first.contains(":"))
        // Secrets differ in every byte.
        #expect(scrubber.scrub("password=hunter2") != scrubber.scrub("password=Hunter2"))
    }

    @Test("that drops says so for a field, and leaves a placeholder in running text")
    func drop() throws {
        var policy = ScrubPolicy.standard
        try policy.set(.drop, for: .secret)
        let scrubber = Scrubber(policy: policy)
        var output: [UInt8] = [1]
        let outcome = Array("hunter2".utf8).withUnsafeBytes { value in
            Array("password".utf8).withUnsafeBytes { scrubber.scrub(value, key: $0, into: &output) }
        }
        #expect(outcome == .dropped)
        #expect(output == [1])
        #expect(scrubber.scrub("password=hunter2") == "password=[SECRET]")
        #expect(scrubber.scrub("hunter2", key: "password") == "[SECRET]")
    }

    @Test("can't switch off the floor", arguments: [Kind.creditCard, .privateKey])
    func floor(_ kind: Kind) {
        var policy = ScrubPolicy.standard
        let error = #expect(throws: ScrubPolicyError.self) { try policy.set(.keep, for: kind) }
        #expect(error?.code == "scrub.policy.floor")
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("that keeps secrets and allows values still takes the floor out")
    func floorStays() throws {
        var policy = ScrubPolicy.standard
        try policy.set(.keep, for: .secret)
        policy.allow(value: "4111111111111111")
        let scrubber = Scrubber(policy: policy)
        #expect(scrubber.scrub("Authorization: Bearer abc.123") == "Authorization: Bearer [SECRET]")
        #expect(scrubber.scrub("card 4111111111111111") == "card [CREDIT_CARD]")
        #expect(scrubber.scrub("password=hunter2") == "password=hunter2")
        #expect(scrubber.scrub("token=4111111111111111") == "token=[CREDIT_CARD]")
        #expect(scrubber.scrub("is 4111111111111111", key: "secret") == "is [CREDIT_CARD]")
    }

    @Test("that contradicts itself is refused with a remedy")
    func contradictions() {
        var policy = ScrubPolicy.standard
        #expect(throws: ScrubPolicyError.self) { try policy.set(.pseudonym, for: .email) }
        #expect(throws: ScrubPolicyError.self) { try policy.set(.partial(last: 5), for: .phone) }
        #expect(throws: ScrubPolicyError.self) { try policy.set(.partial(last: 0), for: .phone) }
        #expect(throws: ScrubPolicyError.self) { try policy.set(.partial(last: 4), for: .privateKey) }
        let error = #expect(throws: ScrubPolicyError.self) { try policy.set(.keep, forLabel: "EMIAL") }
        #expect(error?.code == "scrub.policy.unknown-kind")
        #expect(error?.remedy.contains("EMAIL") == true)
    }

    @Test("lets through what is on its allow-lists")
    func allowLists() {
        var policy = ScrubPolicy.standard
        policy.allow(domain: "Example.com")
        policy.allow(value: "203.0.113.9")
        policy.allow(addresses: .privateUse)
        let scrubber = Scrubber(policy: policy)
        let text = "a@example.com b@example.org c@sub.example.com 203.0.113.9 203.0.113.8 10.1.2.3"
        let expected = "a@example.com [EMAIL] [EMAIL] 203.0.113.9 [IP_ADDRESS] 10.1.2.3"
        #expect(scrubber.scrub(text) == expected)
    }
}
