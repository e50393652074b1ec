import Foundation
package import TacitSeal

/// Sessions that end by themselves, of which the server can read none without the client's next request.
///
/// ```swift
/// let sessions = Sessions(store: MemorySessionStore(), limits: SessionLimits(), realm: SessionRealm("tacit"))
/// let (token, times) = try await sessions.create(content, type: "application/json", now: now)
/// try await sessions.read(token, now: now) { type, content in … }
/// ```
///
/// The token is answered once and not kept. From it come the place of the session and its key; both exist here for the length of
/// a request only, in locked pages. A request whose token opens nothing costs the same whatever the reason is, and is answered alike.
package final class Sessions: Sendable {
    package let store: any SessionStore
    package let limits: SessionLimits
    private let realm: SessionRealm
    /// An envelope that opens with no token's key: what is not there is opened all the same.
    private let decoy: [UInt8]

    package init(store: any SessionStore, limits: SessionLimits, realm: SessionRealm) {
        self.store = store
        self.limits = limits
        self.realm = realm
        decoy = [SessionEnvelope.version] + Array(repeating: 0, count: SessionEnvelope.overhead + 1023)
    }

    /// When a session was made, and when it ends.
    package struct Times: Sendable, Equatable {
        package let createdAt: Int64
        package let expiresAt: Int64
        /// Whether each use prolongs it.
        package let isSliding: Bool

        init(_ header: SessionEnvelope.Header) {
            createdAt = header.createdAt
            expiresAt = header.expiresAt
            isSliding = header.idle > 0
        }
    }

    // MARK: The life of a session

    /// Makes a session, and answers its token: the only copy there is.
    ///
    /// - Parameters:
    ///   - ttl: seconds that it lives, or, where it is sliding, that it lives without being used.
    ///   - isSliding: whether each use prolongs it, to a day after it was made at most.
    package func create(
        _ content: SessionBytes, type: String, ttl: Int64? = nil, isSliding: Bool = false, now: Int64
    ) async throws(SessionRefusal) -> (token: String, times: Times) {
        try check(content, type)
        let ttl = ttl ?? min(limits.ttl, limits.maxTTL)
        guard (1...min(limits.maxTTL, SessionLimits.longest)).contains(ttl) else {
            throw .lifetime(most: min(limits.maxTTL, SessionLimits.longest))
        }
        let header = SessionEnvelope.Header(
            createdAt: now, expiresAt: now + ttl, idle: isSliding ? UInt32(ttl) : 0)
        let token = SessionToken.random()
        let keys = realm.keys(of: token)
        let envelope = try seal(content, type, SessionConsent(), header, keys)
        switch try await ask({ () throws(SessionStoreError) in
            try await store.insert(keys.id, envelope, limit: limits.maxCount, now: now)
        }) {
        case .inserted: return (token.text, Times(header))
        case .full: throw .tooMany(limit: limits.maxCount)
        // 128 random bits that somebody has already.
        case .exists: throw .contended
        }
    }

    /// Lends the content of a session, and overwrites it. A sliding one lives on from now.
    package func read<R: Sendable>(
        _ token: String, now: Int64, _ body: @Sendable (_ type: String, _ content: UnsafeRawBufferPointer) -> R
    ) async throws(SessionRefusal) -> (result: R, times: Times) {
        let keys = try keys(of: token)
        let (_, opened) = try await change(keys, now: now) { $0.isSliding ? .prolong : .keep }
        defer { opened.wipe() }
        return (opened.withParts { body($1, $2) }, Times(opened.header))
    }

    /// Puts other content in the place of a session's. Its consent stays, and so does the time of its end, unless it is sliding.
    package func write(
        _ token: String, _ content: SessionBytes, type: String, now: Int64
    ) async throws(SessionRefusal) -> Times {
        let keys = try keys(of: token)
        try check(content, type)
        let (header, opened) = try await change(keys, now: now) { _ in .write(content, type) }
        opened.wipe()
        return Times(header)
    }

    /// Removes a session. A second time there is nothing to remove.
    package func delete(_ token: String, now: Int64) async throws(SessionRefusal) {
        let keys = try keys(of: token)
        #if DEBUG
            if SkippedStep.sessionEnd.isSkipped { return }
        #endif
        let wasThere = try await ask { () throws(SessionStoreError) in try await store.remove(keys.id, now: now) }
        guard wasThere else { throw gone(keys) }
    }

    // MARK: Consent

    /// Asks for categories within a session; the answer is waited for an hour.
    package func requestConsent(
        _ token: String, _ categories: Set<SessionConsent.Category>, now: Int64
    ) async throws(SessionRefusal) -> SessionConsent.Request {
        let keys = try keys(of: token)
        guard !categories.isEmpty else { throw .consentMalformed }
        let id = BatchID.random()
        let (_, opened) = try await change(keys, now: now) { opened in
            var consent = opened.withParts { consent, _, _ in consent }
            _ = consent.request(categories, id: id, now: now)
            return .decide(consent)
        }
        opened.wipe()
        return SessionConsent.Request(
            id: id, categories: categories, expiresAt: now + SessionConsent.Request.lifetime)
    }

    /// Takes the answer to what was asked.
    package func decideConsent(
        _ token: String, _ id: BatchID, _ answers: [SessionConsent.Category: Bool], now: Int64
    ) async throws(SessionRefusal) -> SessionConsent {
        let keys = try keys(of: token)
        let (_, opened) = try await change(keys, now: now) { opened in
            var consent = opened.withParts { consent, _, _ in consent }
            return consent.decide(id, answers, now: now) ? .decide(consent) : .refuse(.consentGone)
        }
        defer { opened.wipe() }
        var consent = opened.withParts { consent, _, _ in consent }
        _ = consent.decide(id, answers, now: now)
        return consent
    }

    /// What was asked and answered within a session.
    package func consent(_ token: String, now: Int64) async throws(SessionRefusal) -> SessionConsent {
        let keys = try keys(of: token)
        let (_, opened) = try await change(keys, now: now) { $0.isSliding ? .prolong : .keep }
        defer { opened.wipe() }
        return opened.withParts { consent, _, _ in consent }
    }

    // MARK: Keeping house

    /// Removes what has expired, in slices between which others have their turn; how many there were.
    package func purge(now: Int64) async throws(SessionStoreError) -> Int {
        var removed = 0
        while true {
            let purge = try await store.purge(now: now)
            removed += purge.removed
            if purge.isComplete { return removed }
            await Task.yield()
        }
    }

    /// Removes every session, whoever uses it; how many there were.
    package func removeAll() async throws(SessionStoreError) -> Int { try await store.removeAll() }

    // MARK: Tokens and envelopes

    private func keys(of token: String) throws(SessionRefusal) -> SessionKeys {
        guard let token = SessionToken(token) else { throw .malformedToken }
        return realm.keys(of: token)
    }

    /// What is to be done with a session that was opened.
    private enum Change {
        case keep
        case prolong
        case write(SessionBytes, String)
        case decide(SessionConsent)
        case refuse(SessionRefusal)
    }

    /// How often a change is tried anew because others were faster.
    private static let attempts = 16

    /// Opens a session, and puts a changed one in its place unless somebody else did so in between: then all is done again.
    ///
    /// - Returns: the times that hold from now on, and what was there before.
    private func change(
        _ keys: borrowing SessionKeys, now: Int64, _ decide: (OpenedSession) -> Change
    ) async throws(SessionRefusal) -> (header: SessionEnvelope.Header, opened: OpenedSession) {
        for _ in 0..<Self.attempts {
            let id = keys.id
            let stored = try await ask { () throws(SessionStoreError) in try await store.find(id, now: now) }
            guard let stored, let opened = OpenedSession(stored, keys), opened.header.isAlive(at: now) else {
                throw gone(keys)
            }
            let envelope: StoredSession
            let header = opened.header.used(at: now)
            do throws(SessionRefusal) {
                switch decide(opened) {
                case .keep: return (opened.header, opened)
                case .refuse(let refusal): throw refusal
                case .prolong where header == opened.header: return (header, opened)
                case .prolong:
                    envelope = try opened.withParts { consent, type, content in
                        Result { () throws(SessionRefusal) in try seal(content, type, consent, header, keys) }
                    }.get()
                case .write(let content, let type):
                    let consent = opened.withParts { consent, _, _ in consent }
                    envelope = try seal(content, type, consent, header, keys)
                case .decide(let consent):
                    envelope = try opened.withParts { _, type, content in
                        Result { () throws(SessionRefusal) in try seal(content, type, consent, header, keys) }
                    }.get()
                }
                let outcome = try await ask { () throws(SessionStoreError) in
                    try await store.replace(id, found: stored, by: envelope, now: now)
                }
                switch outcome {
                case .replaced:
                    opened.header = header
                    return (header, opened)
                case .gone: throw .gone
                case .changed: opened.wipe()
                }
            } catch {
                opened.wipe()
                throw error
            }
        }
        throw .contended
    }

    /// What is not there costs what it costs to open something.
    private func gone(_ keys: borrowing SessionKeys) -> SessionRefusal {
        _ = SessionEnvelope.open(decoy, with: keys)
        return .gone
    }

    private func seal(
        _ content: UnsafeRawBufferPointer, _ type: String, _ consent: SessionConsent,
        _ header: SessionEnvelope.Header, _ keys: borrowing SessionKeys
    ) throws(SessionRefusal) -> StoredSession {
        do {
            let bytes = try SessionContent.withBytes(content, type: type, consent: consent) { plaintext in
                try SessionEnvelope.seal(plaintext, header, with: keys)
            }
            return StoredSession(bytes: bytes, expiresAt: header.expiresAt)
        } catch {
            throw .unavailable(
                SessionStoreError(.unavailable, at: "sealing", "the system's cryptography failed"))
        }
    }

    private func seal(
        _ content: SessionBytes, _ type: String, _ consent: SessionConsent, _ header: SessionEnvelope.Header,
        _ keys: borrowing SessionKeys
    ) throws(SessionRefusal) -> StoredSession {
        try content.withBytes { content in
            Result { () throws(SessionRefusal) in try seal(content, type, consent, header, keys) }
        }.get()
    }

    private func check(_ content: SessionBytes, _ type: String) throws(SessionRefusal) {
        guard content.count <= limits.maxBytes else { throw .tooLarge(limit: limits.maxBytes) }
        guard (1...SessionContent.mostTypeBytes).contains(type.utf8.count),
            type.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
        else { throw .unsupportedType }
    }

    private func ask<T>(
        _ body: () async throws(SessionStoreError) -> T
    ) async throws(SessionRefusal) -> T {
        do throws(SessionStoreError) { return try await body() } catch { throw .unavailable(error) }
    }
}

/// What a token has opened, until it is wiped.
private final class OpenedSession {
    var header: SessionEnvelope.Header
    private var plaintext: Data

    /// `nil` where it does not open, or what is in it has another form.
    init?(_ stored: [UInt8], _ keys: borrowing SessionKeys) {
        guard let (header, plaintext) = SessionEnvelope.open(stored, with: keys) else { return nil }
        self.header = header
        self.plaintext = plaintext
        guard plaintext.withUnsafeBytes({ SessionContent.parts($0) != nil }) else {
            wipe()
            return nil
        }
    }

    var isSliding: Bool { header.idle > 0 }

    func withParts<R>(_ body: (SessionConsent, String, UnsafeRawBufferPointer) -> R) -> R {
        plaintext.withUnsafeBytes { bytes in
            // Looked at before this value was made.
            guard let (consent, type, content) = SessionContent.parts(bytes) else {
                return body(SessionConsent(), "", UnsafeRawBufferPointer(start: nil, count: 0))
            }
            return body(consent, type, content)
        }
    }

    func wipe() { plaintext.withUnsafeMutableBytes { wipeBuffer($0) } }
}

extension SessionEnvelope.Header {
    /// Whether the session lives by its own sealed times, whatever a store says of it.
    func isAlive(at now: Int64) -> Bool {
        now < expiresAt && now < createdAt + SessionLimits.longest && expiresAt <= createdAt + SessionLimits.longest
    }

    /// As it is after a use at this time. Times are moved in steps, so that not every reading is a writing.
    func used(at now: Int64) -> Self {
        guard idle > 0 else { return self }
        let end = min(now + Int64(idle), createdAt + SessionLimits.longest)
        var used = self
        if end - expiresAt >= max(1, Int64(idle) / 16) || end == createdAt + SessionLimits.longest {
            used.expiresAt = max(end, expiresAt)
        }
        return used
    }
}
