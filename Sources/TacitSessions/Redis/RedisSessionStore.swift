import NIOCore
import Synchronization
import TacitSeal

/// Sessions in a Redis that writes nothing to a disk: ciphertext alone, over TLS 1.3, which Redis itself lets expire.
///
/// ```
/// SET tacit:{realm}:PLACE ENVELOPE PX MILLISECONDS NX
/// ```
///
/// All keys of a realm are in one slot of a cluster. The time in the envelope holds whatever Redis thinks of it: who takes the
/// expiry from a key there prolongs nothing.
package final class RedisSessionStore: SessionStore {
    private let client: RedisClient
    private let prefix: String
    /// Keys of the database, as Redis told last, and what was put there since. Redis is asked again before anything is refused.
    private let known = Atomic(0)
    /// Where the look through all keys goes on.
    private let cursor = Mutex("0")

    package let purgePeriod: Int64 = 600

    /// Keys that one step looks at.
    private static let slice = "1000"

    private init(client: RedisClient, realm: SessionRealm) {
        self.client = client
        prefix = Self.prefix(of: realm)
    }

    /// What all keys of a realm begin with.
    static func prefix(of realm: SessionRealm) -> String { "tacit:{\(realm.name)}:" }

    /// Connects, or says why no session may be put there. Where Redis is only not there just now, that is the second answer, and
    /// the store works as soon as it is.
    package static func open(
        _ settings: RedisSettings, realm: SessionRealm
    ) async throws(SessionStoreError) -> (store: RedisSessionStore, warning: SessionStoreError?) {
        let client = try RedisClient(settings)
        let failure = await client.start()
        if let failure, failure.code == .refused {
            await client.close()
            throw failure
        }
        return (RedisSessionStore(client: client, realm: realm), failure)
    }

    private func key(_ id: SessionID) -> String { prefix + id.hex }

    /// Sends commands, and answers what came back where none is a fault.
    private func ask(_ commands: RedisCommand...) async throws(SessionStoreError) -> [RESPValue] {
        let answers = try await client.send(commands)
        for answer in answers {
            if case .fault(let text) = answer { throw RedisFault.error(text, at: client.place) }
        }
        return answers
    }

    private func milliseconds(_ envelope: StoredSession, _ now: Int64) -> String {
        "\(max(1, min(envelope.expiresAt - now, SessionLimits.longest)) * 1000)"
    }

    // MARK: Sessions

    package func insert(
        _ id: SessionID, _ envelope: StoredSession, limit: Int, now: Int64
    ) async throws(SessionStoreError) -> SessionInsertion {
        if known.load(ordering: .relaxed) >= limit, try await count() >= limit { return .full }
        let answer = try await ask(command(inserting: envelope, as: key(id), now))[0]
        guard answer != .null else { return .exists }
        known.add(1, ordering: .relaxed)
        return .inserted
    }

    private func command(inserting envelope: StoredSession, as key: String, _ now: Int64) -> RedisCommand {
        let command = RedisCommand("SET", key).with(envelope.bytes)
        #if DEBUG
            if SkippedStep.sessionExpiry.isSkipped { return command.with("NX") }
        #endif
        return command.with("PX", milliseconds(envelope, now), "NX")
    }

    package func find(_ id: SessionID, now: Int64) async throws(SessionStoreError) -> [UInt8]? {
        guard case .bytes(let bytes) = try await ask(RedisCommand("GET", key(id)))[0] else { return nil }
        return StoredSession.isAlive(bytes, at: now) ? bytes : nil
    }

    /// Answers 1 where it was replaced, 0 where there is none, 2 where there is another.
    private static let replacing = """
        local found = redis.call('GETRANGE', KEYS[1], -16, -1)
        if found == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1 end
        if found == '' then return 0 end
        return 2
        """

    package func replace(
        _ id: SessionID, found: [UInt8], by envelope: StoredSession, now: Int64
    ) async throws(SessionStoreError) -> SessionReplacement {
        guard StoredSession.isAlive(found, at: now) else { return .gone }
        let answer = try await ask(
            RedisCommand("EVAL", Self.replacing, "1", key(id)).with(Array(found.suffix(StoredSession.markSize)))
                .with(envelope.bytes).with(milliseconds(envelope, now)))[0]
        switch answer.number {
        case 1: return .replaced
        case 2: return .changed
        default: return .gone
        }
    }

    package func remove(_ id: SessionID, now: Int64) async throws(SessionStoreError) -> Bool {
        let answers = try await ask(Self.header(of: Array(key(id).utf8)), RedisCommand("DEL", key(id)))
        guard case .bytes(let header) = answers[0], answers[1].number == 1 else { return false }
        return StoredSession.isAlive(header, at: now)
    }

    private static func header(of key: [UInt8]) -> RedisCommand {
        RedisCommand("GETRANGE", [key]).with("0", "\(SessionEnvelope.overhead - 1)")
    }

    // MARK: All of them

    package func count() async throws(SessionStoreError) -> Int {
        let count = Int(try await ask(RedisCommand("DBSIZE"))[0].number ?? 0)
        known.store(count, ordering: .relaxed)
        return count
    }

    /// Redis lets sessions expire itself; this finds those from which somebody took the expiry.
    package func purge(now: Int64) async throws(SessionStoreError) -> SessionPurge {
        let (keys, next) = try await scan(from: cursor.withLock { $0 })
        cursor.withLock { $0 = next }
        var expired: [[UInt8]] = []
        if !keys.isEmpty {
            let headers = try await client.send(keys.map(Self.header))
            for (key, header) in zip(keys, headers) {
                if case .bytes(let header) = header, !header.isEmpty, !StoredSession.isAlive(header, at: now) {
                    expired.append(key)
                }
            }
        }
        if !expired.isEmpty { _ = try await ask(RedisCommand("UNLINK", expired)) }
        return SessionPurge(removed: expired.count, isComplete: next == "0")
    }

    package func removeAll() async throws(SessionStoreError) -> Int {
        var removed = 0
        var next = "0"
        repeat {
            let keys: [[UInt8]]
            (keys, next) = try await scan(from: next)
            if !keys.isEmpty {
                removed += Int(try await ask(RedisCommand("UNLINK", keys))[0].number ?? 0)
            }
        } while next != "0"
        known.store(0, ordering: .relaxed)
        return removed
    }

    private func scan(from cursor: String) async throws(SessionStoreError) -> (keys: [[UInt8]], next: String) {
        let answer = try await ask(RedisCommand("SCAN", cursor, "MATCH", prefix + "*", "COUNT", Self.slice))[0]
        guard let scanned = answer.scanned else {
            throw SessionStoreError(.unavailable, at: client.place, "what answers is no Redis")
        }
        return scanned
    }

    package func check() async throws(SessionStoreError) {
        try await client.check()
        // What others of the realm put there counts too.
        _ = try await count()
    }

    package func close() async { await client.close() }
}

extension StoredSession {
    /// Whether the envelope that begins so has not expired by its own time. It is authenticated when the session is opened.
    static func isAlive(_ bytes: [UInt8], at now: Int64) -> Bool {
        bytes.withUnsafeBytes { SessionEnvelope.Header($0)?.expiresAt ?? .min > now }
    }
}
