/// A look at a Redis as it is, whatever it keeps: nothing is put there, and nothing is changed.
///
/// ```swift
/// let inspection = try await RedisInspection(settings, realm: SessionRealm("tacit"))
/// try await inspection.objections()                    // why no session should be there
/// try await inspection.forEachEntry { entry in … }          // all that lies under the realm's prefix
/// await inspection.close()
/// ```
package struct RedisInspection: Sendable {
    private let client: RedisClient
    /// What the keys of the realm begin with.
    package let prefix: String
    /// `host:port`.
    package var place: String { client.place }

    /// What lies under one key.
    package struct Entry: Sendable {
        /// Whether its key is the place of a session, and so says nothing.
        package let isPlace: Bool
        /// Milliseconds until Redis removes it; `nil` where it never does.
        package let timeToLive: Int64?
        /// `nil` where it is no string.
        package let bytes: [UInt8]?

        /// When a session was made and when it ends, in seconds since 1970, as its envelope says; `nil` where it has another form.
        package var times: (created: Int64, expires: Int64)? {
            guard let header = bytes?.withUnsafeBytes({ SessionEnvelope.Header($0) }) else { return nil }
            return (header.createdAt, header.expiresAt)
        }

        /// What can't be read without the session's token; none where the value has another form.
        package var sealed: ArraySlice<UInt8>? { times == nil ? nil : bytes?.dropFirst(SessionEnvelope.headerSize) }
    }

    /// Connects, and throws where that can't be done.
    package init(_ settings: RedisSettings, realm: SessionRealm) async throws(SessionStoreError) {
        client = try RedisClient(settings, isLooking: true)
        prefix = RedisSessionStore.prefix(of: realm)
        if let failure = await client.start() {
            await client.close()
            throw failure
        }
    }

    package func close() async { await client.close() }

    /// Why no session should be there, as Redis itself tells.
    package func objections() async throws(SessionStoreError) -> [String] {
        RedisSafety(try await client.send(RedisSafety.questions)).objections
    }

    /// Where the server would keep snapshots and an append-only file, on its own machine.
    package func files() async throws(SessionStoreError) -> [String] {
        let names = ["dir", "dbfilename", "appenddirname"]
        let answers = try await client.send(names.map { RedisCommand("CONFIG", "GET", $0) })
        let values = zip(names, answers).map { $1.pairs[$0] ?? "" }
        return values.dropFirst().filter { !$0.isEmpty && !values[0].isEmpty }.map { "\(values[0])/\($0)" }
    }

    private static let slice = "256"

    /// Calls `body` with everything that lies under the realm's prefix. What is made or ends meanwhile may be left out.
    package func forEachEntry(_ body: (Entry) -> Void) async throws(SessionStoreError) {
        var cursor = "0"
        repeat {
            let answer = try await ask([RedisCommand("SCAN", cursor, "MATCH", prefix + "*", "COUNT", Self.slice)])[0]
            guard let (keys, next) = answer.scanned else {
                throw SessionStoreError(.unavailable, at: place, "what answers is no Redis")
            }
            try await look(at: keys, body)
            cursor = next
        } while cursor != "0"
    }

    private func look(at keys: [[UInt8]], _ body: (Entry) -> Void) async throws(SessionStoreError) {
        guard !keys.isEmpty else { return }
        let times = try await ask(keys.map { RedisCommand("PTTL", [$0]) })
        // What is no string is answered with a fault, which says what it is.
        let values = try await client.send(keys.map { RedisCommand("GET", [$0]) })
        for (key, (time, value)) in zip(keys, zip(times, values)) {
            // Redis says -2 of what has gone meanwhile.
            guard let milliseconds = time.number, milliseconds != -2 else { continue }
            body(
                Entry(
                    isPlace: isPlace(key), timeToLive: milliseconds < 0 ? nil : milliseconds, bytes: value.bytes))
        }
    }

    private func isPlace(_ key: [UInt8]) -> Bool {
        let place = key.dropFirst(prefix.utf8.count)
        return place.count == 32 && place.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
    }

    private func ask(_ commands: [RedisCommand]) async throws(SessionStoreError) -> [RESPValue] {
        let answers = try await client.send(commands)
        for answer in answers {
            if case .fault(let text) = answer { throw RedisFault.error(text, at: place) }
        }
        return answers
    }
}
