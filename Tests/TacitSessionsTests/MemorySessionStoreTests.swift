import Synchronization
import TacitSeal
import Testing

@testable import TacitSessions

@Suite("Sessions in memory")
struct MemorySessionStoreTests {
    @Test(
        "are overwritten before the system has their memory back: deleted, replaced, expired, all removed, at the end")
    func wiped() async throws {
        let seen = Mutex((count: 0, dirty: 0))
        var store: MemorySessionStore? = MemorySessionStore(shards: 2) { bytes in
            seen.withLock { seen in
                seen.count += 1
                if !bytes.allSatisfy({ $0 == 0 }) { seen.dirty += 1 }
            }
        }
        func insert(_ seconds: Int64) async throws -> (SessionID, StoredSession) {
            let (id, session) = (SessionID.random(), StoredSession.sample(500, until: start + seconds))
            _ = try await store?.insert(id, session, limit: 99, now: start)
            return (id, session)
        }
        let (deleted, _) = try await insert(100)
        _ = try await store?.remove(deleted, now: start)
        #expect(seen.withLock { $0.count } == 1)
        let (replaced, old) = try await insert(5000)
        _ = try await store?.replace(replaced, found: old.bytes, by: .sample(until: start + 5000), now: start)
        #expect(seen.withLock { $0.count } == 2)
        _ = try await insert(10)
        #expect(try await store?.purge(now: start + 200).removed == 1)
        #expect(seen.withLock { $0.count } == 3)
        #expect(try await store?.removeAll() == 1)
        #expect(seen.withLock { $0.count } == 4)
        _ = try await insert(10)
        store = nil
        #expect(seen.withLock { $0.count } == 5)
        #expect(seen.withLock { $0.dirty } == 0)
    }

    /// Only their number was once bounded, and the largest of them filled any machine.
    @Test("have so many bytes together and no more, whichever way they came and went") func bounded() async throws {
        let store = MemorySessionStore(most: 100 << 10)
        func insert(_ size: Int, until seconds: Int64 = 5000) async throws -> (SessionID, StoredSession) {
            let (id, session) = (SessionID.random(), StoredSession.sample(size, until: start + seconds))
            guard try await store.insert(id, session, limit: .max, now: start) == .inserted else { throw Missing() }
            return (id, session)
        }
        func isFull(_ body: () async throws -> Void) async -> Bool {
            let error = await #expect(throws: SessionStoreError.self) { try await body() }
            return error?.code == .full
        }
        for round in 0..<3 {
            var kept: [(id: SessionID, session: StoredSession)] = []
            for number in 0..<9 { kept.append(try await insert(10 << 10, until: number < 4 ? 10 : 5000)) }
            #expect(await isFull { _ = try await insert(11 << 10) }, "round \(round)")
            #expect(try await store.count() == 9, "what was refused is not counted")
            let (id, session) = kept[8]
            let larger = StoredSession.sample(30 << 10, until: start + 5000)
            #expect(await isFull { _ = try await store.replace(id, found: session.bytes, by: larger, now: start) })
            let smaller = StoredSession.sample(1 << 10, until: start + 5000)
            #expect(try await store.replace(id, found: session.bytes, by: smaller, now: start) == .replaced)
            _ = try await insert(15 << 10)
            #expect(try await store.remove(kept[7].id, now: start))
            _ = try await insert(9 << 10)
            #expect(await isFull { _ = try await insert(9 << 10) })
            // What was over before the last purge goes with the next minute.
            #expect(try await store.purge(now: start + 200 + Int64(round) * 60).removed == 4)
            for _ in 0..<3 { _ = try await insert(13 << 10) }
            #expect(await isFull { _ = try await insert(9 << 10) })
            #expect(try await store.removeAll() == 9)
        }
    }

    private struct Missing: Error {}

    @Test("hold no byte of what was put into them in the clear")
    func planted() async throws {
        let store = MemorySessionStore()
        let sessions = Sessions(store)
        let planted = "planted-" + "0f3c9a51"
        let token = try await sessions.create(String(repeating: planted, count: 20), type: "text/x-" + planted)
        let request = try await sessions.requestConsent(token, [.analytics], now: start)
        try await sessions.write(token, "again " + planted)
        let found = Mutex((stored: 0, planted: 0))
        let needles = [Array(planted.utf8), Array(token.utf8.suffix(40)), request.id.bytes]
        store.forEachStored { bytes in
            found.withLock { found in
                found.stored += 1
                let text = Array(bytes)
                for needle in needles where text.firstRange(of: needle) != nil { found.planted += 1 }
            }
        }
        #expect(found.withLock { $0.stored } == 1)
        #expect(found.withLock { $0.planted } == 0)
    }

    @Test("do as a plain dictionary would, over long random histories", arguments: [1, 2, 3, 4] as [UInt64])
    func histories(_ seed: UInt64) async throws {
        var random = Reproducible(state: seed)
        let store = MemorySessionStore(shards: 2)
        // Few different places, so that they meet.
        let ids = (0..<600).map { _ in SessionID(high: random.next() & 0xFF, low: random.next()) }
        var model: [SessionID: StoredSession] = [:]
        var now = start
        for _ in 0..<30_000 {
            let id = ids.randomElement(using: &random)!
            let alive = model[id].map { $0.expiresAt > now } ?? false
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<8:
                let session = StoredSession.sample(8, until: now + .random(in: 1...86_400, using: &random))
                let outcome = try await store.insert(id, session, limit: 1000, now: now)
                // What has expired and is not yet purged still has its place.
                if outcome == .inserted {
                    #expect(!alive)
                    model[id] = session
                } else {
                    #expect(model[id] != nil)
                }
            case 8..<11:
                #expect(try await store.remove(id, now: now) == alive)
                model[id] = nil
            case 11..<14:
                guard let old = model[id] else { continue }
                let session = StoredSession.sample(20, until: now + .random(in: 1...86_400, using: &random))
                let outcome = try await store.replace(id, found: old.bytes, by: session, now: now)
                #expect(outcome == (alive ? .replaced : .gone))
                if alive { model[id] = session }
            case 14..<19:
                #expect(try await store.find(id, now: now) == (alive ? model[id]?.bytes : nil))
            default:
                now += .random(in: 0...(Int.random(in: 0..<200, using: &random) == 0 ? 300_000 : 300), using: &random)
                if Bool.random(using: &random) {
                    while try await !store.purge(now: now).isComplete {}
                    model = model.filter { $0.value.expiresAt / 60 >= now / 60 }
                    let count = try await store.count()
                    #expect(count >= model.values.count { $0.expiresAt > now } && count <= model.count)
                    for id in ids where try await store.find(id, now: 0) == nil { model[id] = nil }
                    #expect(try await store.count() == model.count)
                }
            }
        }
    }
}

/// Small and the same each time: for histories, not for secrets.
private struct Reproducible: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
