import Testing

@testable import TacitSessions

/// What is promised of every place where sessions can lie.
@Suite("A store of sessions")
struct SessionStoreTests {
    @Test("keeps what is put there until it is removed, and removes it once", arguments: StoreKind.allCases)
    func keeps(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let (id, session) = (SessionID.random(), StoredSession.sample(until: start + 100))
            #expect(try await store.find(id, now: start) == nil)
            #expect(try await store.insert(id, session, limit: 10, now: start) == .inserted)
            #expect(try await store.find(id, now: start) == session.bytes)
            #expect(try await store.count() == 1)
            #expect(try await store.remove(id, now: start))
            #expect(try await !store.remove(id, now: start))
            #expect(try await store.find(id, now: start) == nil)
            #expect(try await store.count() == 0)
        }
    }

    @Test("gives no place to two", arguments: StoreKind.allCases)
    func once(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let (id, session) = (SessionID.random(), StoredSession.sample(until: start + 100))
            #expect(try await store.insert(id, session, limit: 10, now: start) == .inserted)
            #expect(try await store.insert(id, .sample(until: start + 100), limit: 10, now: start) == .exists)
            #expect(try await store.find(id, now: start) == session.bytes)
            #expect(try await store.count() == 1)
        }
    }

    @Test("takes no more than it may have, and more again once there is room", arguments: StoreKind.allCases)
    func limit(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            var ids: [SessionID] = []
            for _ in 0..<5 {
                ids.append(.random())
                #expect(
                    try await store.insert(ids.last!, .sample(until: start + 900), limit: 5, now: start) == .inserted)
            }
            #expect(try await store.insert(.random(), .sample(until: start + 900), limit: 5, now: start) == .full)
            #expect(try await store.remove(ids[2], now: start))
            #expect(try await store.insert(.random(), .sample(until: start + 900), limit: 5, now: start) == .inserted)
        }
    }

    @Test("answers of what has expired as of what never was, and purges it", arguments: StoreKind.allCases)
    func expiry(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let ids = (0..<300).map { _ in SessionID.random() }
            let sessions = (0..<300).map { StoredSession.sample(until: start + 601 + Int64($0) * 10) }
            for (id, session) in zip(ids, sessions) {
                #expect(try await store.insert(id, session, limit: 1000, now: start) == .inserted)
            }
            let later = start + 2100
            for (number, id) in ids.enumerated() {
                let isAlive = 1 + number * 10 > 1500
                #expect(try await (store.find(id, now: later) != nil) == isAlive)
            }
            #expect(try await !store.remove(ids[0], now: later))
            let other = StoredSession.sample(until: later + 100)
            #expect(try await store.replace(ids[1], found: sessions[1].bytes, by: other, now: later) == .gone)
            var purged = 0
            for _ in 0..<100 {
                let purge = try await store.purge(now: later + 60)
                purged += purge.removed
                if purge.isComplete { break }
            }
            #expect((149...156).contains(purged))
            for (number, id) in ids.enumerated() where 1 + number * 10 > 1560 {
                #expect(try await store.find(id, now: later + 60) != nil)
            }
            #expect(try await store.count() == 299 - purged)
        }
    }

    @Test("replaces what was found, and nothing that came, went or expired since", arguments: StoreKind.allCases)
    func replaces(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let id = SessionID.random()
            let sessions = (0..<4).map { StoredSession.sample(50 + 100 * $0, until: start + 100) }
            #expect(try await store.insert(id, sessions[0], limit: 9, now: start) == .inserted)
            #expect(try await store.replace(id, found: sessions[0].bytes, by: sessions[1], now: start) == .replaced)
            #expect(try await store.replace(id, found: sessions[0].bytes, by: sessions[2], now: start) == .changed)
            #expect(try await store.find(id, now: start) == sessions[1].bytes)
            #expect(try await store.replace(id, found: sessions[1].bytes, by: sessions[3], now: start + 100) == .gone)
            #expect(try await store.remove(id, now: start))
            #expect(try await store.replace(id, found: sessions[1].bytes, by: sessions[2], now: start) == .gone)
            #expect(try await store.find(id, now: start) == nil)
        }
    }

    @Test("lets one of many writers win each time", arguments: StoreKind.allCases)
    func writers(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            let (id, first) = (SessionID.random(), StoredSession.sample(until: start + 100))
            #expect(try await store.insert(id, first, limit: 9, now: start) == .inserted)
            let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask { () async throws in
                        try await store.replace(id, found: first.bytes, by: .sample(until: start + 100), now: start)
                            == .replaced
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(winners == 1)
        }
    }

    @Test("removes all at once", arguments: StoreKind.allCases)
    func removeAll(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            for _ in 0..<2500 {
                #expect(
                    try await store.insert(.random(), .sample(until: start + 900), limit: 9999, now: start) == .inserted
                )
            }
            #expect(try await store.removeAll() == 2500)
            #expect(try await store.count() == 0)
            #expect(try await store.removeAll() == 0)
        }
    }

    @Test("keeps up with many at once", arguments: StoreKind.allCases)
    func concurrency(_ kind: StoreKind) async throws {
        try await kind.with { store async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask { () async throws in
                        for _ in 0..<100 {
                            let (id, session) = (SessionID.random(), StoredSession.sample(until: start + 100))
                            #expect(try await store.insert(id, session, limit: 9999, now: start) == .inserted)
                            #expect(try await store.find(id, now: start) == session.bytes)
                            #expect(try await store.remove(id, now: start))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.count() == 0)
        }
    }
}
