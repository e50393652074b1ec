import TacitSeal
import Testing

@testable import TacitSessions

@Suite("Sessions")
struct SessionsTests {
    @Test("live, are read, written and deleted, and are gone then", arguments: StoreKind.allCases)
    func life(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let sessions = Sessions(store)
            let token = try await sessions.create("one", type: "text/plain")
            #expect(try await sessions.text(token) == "one")
            try await sessions.write(token, "two, which is longer")
            #expect(try await sessions.text(token) == "two, which is longer")
            let reading = try await sessions.read(token, now: start) { type, _ in type }
            #expect(reading.result == "text/plain")
            #expect(reading.times.expiresAt == start + 4 * 3600)
            try await sessions.delete(token, now: start)
            #expect(await sessions.refusal(of: token) == .gone)
            await #expect(throws: SessionRefusal.gone) { try await sessions.delete(token, now: start) }
            await #expect(throws: SessionRefusal.gone) { try await sessions.write(token, "three") }
        }
    }

    @Test("end at their time, to the second, and nothing brings them back", arguments: StoreKind.allCases)
    func ends(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let sessions = Sessions(store)
            let token = try await sessions.create("x", ttl: 60)
            #expect(await sessions.refusal(of: token, now: start + 59) == nil)
            #expect(await sessions.refusal(of: token, now: start + 60) == .gone)
            await #expect(throws: SessionRefusal.gone) { try await sessions.write(token, "y", now: start + 60) }
            await #expect(throws: SessionRefusal.gone) { try await sessions.delete(token, now: start + 61) }
        }
    }

    @Test(
        "of which use prolongs the life live on while they are used, and a day at most", arguments: StoreKind.allCases)
    func sliding(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let sessions = Sessions(store)
            let token = try await sessions.create("x", ttl: 3600, isSliding: true)
            let idle = try await sessions.create("y", ttl: 3600, isSliding: true)
            for hour in 1..<48 {
                let now = start + Int64(hour) * 1800
                #expect(await sessions.refusal(of: token, now: now) == nil)
            }
            #expect(await sessions.refusal(of: token, now: start + 86_399) == nil)
            #expect(await sessions.refusal(of: token, now: start + 86_400) == .gone)
            #expect(await sessions.refusal(of: idle, now: start + 3600) == .gone)
        }
    }

    @Test("that were written keep the time of their end")
    func writingProlongsNothing() async throws {
        let sessions = Sessions(MemorySessionStore())
        let token = try await sessions.create("x", ttl: 60)
        try await sessions.write(token, "y", now: start + 50)
        #expect(await sessions.refusal(of: token, now: start + 60) == .gone)
    }

    @Test("answer alike of tokens that were deleted, have expired, are of another realm or were never given")
    func alike() async throws {
        let store = MemorySessionStore()
        let sessions = Sessions(store)
        let deleted = try await sessions.create("x")
        try await sessions.delete(deleted, now: start)
        let expired = try await sessions.create("x", ttl: 1)
        let foreign = try await Sessions(store, realm: SessionRealm("other")).create("x")
        let elsewhere = try await Sessions(MemorySessionStore()).create("x")
        for token in [deleted, expired, foreign, elsewhere, SessionToken.random().text] {
            #expect(await sessions.refusal(of: token, now: start + 2) == .gone)
        }
        for text in ["", "x", String(deleted.dropLast()), deleted + "A"] {
            #expect(await sessions.refusal(of: text) == .malformedToken)
        }
    }

    @Test("are gone where somebody changed or exchanged what lies in the store", arguments: StoreKind.allCases)
    func tampered(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let sessions = Sessions(store)
            let tokens = [try await sessions.create("first"), try await sessions.create("second")]
            let ids = tokens.map { realm.keys(of: SessionToken($0)!).id }
            let envelopes = [try await store.find(ids[0], now: start)!, try await store.find(ids[1], now: start)!]
            for (id, found, other) in [(ids[0], envelopes[0], envelopes[1]), (ids[1], envelopes[1], envelopes[0])] {
                let exchanged = StoredSession(bytes: other, expiresAt: start + 3600)
                #expect(try await store.replace(id, found: found, by: exchanged, now: start) == .replaced)
            }
            for token in tokens { #expect(await sessions.refusal(of: token) == .gone) }
            // With a later end written into it.
            var prolonged = envelopes[0]
            prolonged[11] ^= 1
            let late = StoredSession(bytes: prolonged, expiresAt: start + 80_000)
            #expect(try await store.replace(ids[0], found: envelopes[1], by: late, now: start) == .replaced)
            #expect(await sessions.refusal(of: tokens[0]) == .gone)
        }
    }

    @Test("are refused beyond size, number and time")
    func limits() async throws {
        let sessions = Sessions(MemorySessionStore()) {
            $0.maxBytes = 10
            $0.maxCount = 2
            $0.maxTTL = 7200
            $0.ttl = 3600
        }
        await #expect(throws: SessionRefusal.tooLarge(limit: 10)) { try await sessions.create("01234567890") }
        await #expect(throws: SessionRefusal.lifetime(most: 7200)) { try await sessions.create("x", ttl: 7201) }
        await #expect(throws: SessionRefusal.lifetime(most: 7200)) { try await sessions.create("x", ttl: 0) }
        await #expect(throws: SessionRefusal.lifetime(most: 7200)) { try await sessions.create("x", ttl: -1) }
        await #expect(throws: SessionRefusal.unsupportedType) { try await sessions.create("x", type: "") }
        await #expect(throws: SessionRefusal.unsupportedType) { try await sessions.create("x", type: "a/b\r\nc: d") }
        await #expect(throws: SessionRefusal.unsupportedType) {
            try await sessions.create("x", type: String(repeating: "x", count: 128))
        }
        let token = try await sessions.create("0123456789")
        await #expect(throws: SessionRefusal.tooLarge(limit: 10)) { try await sessions.write(token, "01234567890") }
        _ = try await sessions.create("")
        await #expect(throws: SessionRefusal.tooMany(limit: 2)) { try await sessions.create("x") }
        try await sessions.delete(token, now: start)
        _ = try await sessions.create("x")
    }

    @Test("hold up to 64 KiB, byte by byte", arguments: StoreKind.allCases)
    func large(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let sessions = Sessions(store)
            let bytes = (0..<(64 << 10)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let (token, _) = try await sessions.create(
                SessionBytes(copying: bytes), type: "application/octet-stream", now: start)
            #expect(try await sessions.read(token, now: start) { Array($1) }.result == bytes)
        }
    }

    @Test("that many write at once keep the writing of one of them, whole")
    func contention() async throws {
        let sessions = Sessions(MemorySessionStore())
        let token = try await sessions.create("none")
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for _ in 0..<50 { try? await sessions.write(token, String(repeating: "\(writer)", count: 500)) }
                }
            }
        }
        let text = try await sessions.text(token)
        #expect(text.count == 500)
        #expect(Set(text).count == 1)
    }

    @Test("that are deleted while others write stay deleted", arguments: StoreKind.allCases)
    func noResurrection(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let sessions = Sessions(store)
            for _ in 0..<20 {
                let token = try await sessions.create("x")
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 { group.addTask { try? await sessions.write(token, "y") } }
                    group.addTask { try? await sessions.delete(token, now: start) }
                }
                #expect(await sessions.refusal(of: token) == .gone)
            }
            #expect(try await store.count() == 0)
        }
    }

    @Test("are purged within a minute of their end")
    func purge() async throws {
        let store = MemorySessionStore()
        let sessions = Sessions(store)
        for ttl in 1...600 { _ = try await sessions.create("x", ttl: Int64(ttl)) }
        _ = try await sessions.purge(now: start + 300)
        let left = try await store.count()
        #expect((300...360).contains(left))
        #expect(try await sessions.purge(now: start + 700) == left)
    }
}

@Suite("Consent within a session")
struct SessionConsentTests {
    private let sessions = Sessions(MemorySessionStore())

    @Test("is asked for, answered category by category, and shown", arguments: StoreKind.allCases)
    func life(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let sessions = Sessions(store)
            let token = try await sessions.create("content")
            #expect(try await sessions.consent(token, now: start) == SessionConsent())
            let request = try await sessions.requestConsent(token, [.essential, .analytics, .performance], now: start)
            #expect(request.expiresAt == start + 3600)
            #expect(try await sessions.consent(token, now: start).pending == request)
            let answers: [SessionConsent.Category: Bool] = [.essential: true, .analytics: false, .performance: true]
            let consent = try await sessions.decideConsent(token, request.id, answers, now: start + 10)
            #expect(consent.pending == nil)
            #expect(consent.decisions[.analytics] == .init(isGranted: false, at: start + 10))
            #expect(consent.decisions[.performance] == .init(isGranted: true, at: start + 10))
            #expect(try await sessions.consent(token, now: start + 20) == consent)
            #expect(try await sessions.text(token) == "content")
            try await sessions.write(token, "other")
            #expect(try await sessions.consent(token, now: start + 20) == consent)
        }
    }

    @Test("that is answered too late, twice, in part or under another identity is not taken")
    func refused() async throws {
        let token = try await sessions.create("x")
        let first = try await sessions.requestConsent(token, [.analytics], now: start)
        await #expect(throws: SessionRefusal.consentGone) {
            try await sessions.decideConsent(token, first.id, [.analytics: true], now: start + 3600)
        }
        await #expect(throws: SessionRefusal.consentGone) {
            try await sessions.decideConsent(token, .random(), [.analytics: true], now: start)
        }
        await #expect(throws: SessionRefusal.consentGone) {
            try await sessions.decideConsent(token, first.id, [.analytics: true, .performance: true], now: start)
        }
        await #expect(throws: SessionRefusal.consentGone) {
            try await sessions.decideConsent(token, first.id, [:], now: start)
        }
        let second = try await sessions.requestConsent(token, [.performance], now: start)
        await #expect(throws: SessionRefusal.consentGone) {
            try await sessions.decideConsent(token, first.id, [.analytics: true], now: start)
        }
        _ = try await sessions.decideConsent(token, second.id, [.performance: false], now: start)
        await #expect(throws: SessionRefusal.consentGone) {
            try await sessions.decideConsent(token, second.id, [.performance: true], now: start)
        }
        await #expect(throws: SessionRefusal.consentMalformed) {
            try await sessions.requestConsent(token, [], now: start)
        }
    }

    @Test("ends with the session")
    func ends() async throws {
        let token = try await sessions.create("x", ttl: 60)
        let request = try await sessions.requestConsent(token, [.analytics], now: start)
        await #expect(throws: SessionRefusal.gone) {
            try await sessions.decideConsent(token, request.id, [.analytics: true], now: start + 60)
        }
        await #expect(throws: SessionRefusal.gone) { try await sessions.consent(token, now: start + 60) }
    }

    @Test("reads back in every state")
    func bytes() throws {
        var consent = SessionConsent()
        #expect(SessionConsent(consent.bytes) == consent)
        let first = consent.request([.essential, .performance], id: .random(), now: start)
        #expect(SessionConsent(consent.bytes) == consent)
        let isTaken = consent.decide(first.id, [.essential: true, .performance: false], now: start + 5)
        #expect(isTaken)
        #expect(SessionConsent(consent.bytes) == consent)
        _ = consent.request(Set(SessionConsent.Category.allCases), id: .random(), now: start + 9)
        #expect(SessionConsent(consent.bytes) == consent)
        for count in 1..<consent.bytes.count where (count - 26) % 10 != 0 {
            #expect(SessionConsent(Array(consent.bytes.prefix(count))) == nil)
        }
    }
}
