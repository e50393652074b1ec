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
