/// Where sessions lie: ciphertext by place, each until a time.
///
/// A store knows no key and no token. Every implementation passes one suite of tests.
package protocol SessionStore: Sendable {
    /// Keeps a session that is new, unless there are `limit` already.
    func insert(_ id: SessionID, _ envelope: StoredSession, limit: Int, now: Int64) async throws(SessionStoreError)
        -> SessionInsertion

    /// The bytes of a session that has not expired.
    func find(_ id: SessionID, now: Int64) async throws(SessionStoreError) -> [UInt8]?

    /// Puts a session in the place of the one that was found, and of no other: what was removed, has expired or was replaced
    /// since stays as it is.
    func replace(_ id: SessionID, found: [UInt8], by envelope: StoredSession, now: Int64)
        async throws(SessionStoreError)
        -> SessionReplacement

    /// Removes a session; whether there was one that had not expired.
    func remove(_ id: SessionID, now: Int64) async throws(SessionStoreError) -> Bool

    /// Seconds after which ``purge(now:)`` is worth calling again.
    var purgePeriod: Int64 { get }

    /// Sessions that are kept, with those that have expired and are not yet purged.
    func count() async throws(SessionStoreError) -> Int

    /// Removes what has expired, a slice of it at a time, so that nobody waits for long.
    func purge(now: Int64) async throws(SessionStoreError) -> SessionPurge

    /// Removes every session; how many there were.
    func removeAll() async throws(SessionStoreError) -> Int

    /// Looks whether the place where the sessions lie still keeps the promises that sessions make.
    func check() async throws(SessionStoreError)

    /// Gives back connections and memory; nothing is asked of it afterwards.
    func close() async
}

/// The bytes that a store keeps, and until when.
package struct StoredSession: Sendable {
    /// The last bytes of an envelope, by which a store tells one writing from another: no two have the same.
    static let markSize = 16

    package let bytes: [UInt8]
    package let expiresAt: Int64

    package init(bytes: [UInt8], expiresAt: Int64) {
        self.bytes = bytes
        self.expiresAt = expiresAt
    }
}

package enum SessionInsertion: Sendable { case inserted, exists, full }

package enum SessionReplacement: Sendable {
    case replaced
    /// There is another one by now.
    case changed
    case gone
}

package struct SessionPurge: Sendable, Equatable {
    package var removed: Int
    /// Whether everything that had expired is gone.
    package var isComplete: Bool
}

/// Why a store can't do what it was asked. It never holds a key, a token, a place or a byte of content.
package struct SessionStoreError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// It can't be reached just now, or did not answer in time.
        case unavailable = "sessions.unavailable"
        /// It has as many requests as it may have.
        case busy = "sessions.busy"
        /// It has no memory for more.
        case full = "sessions.full"
        /// It would keep what must vanish, or can't prove that it does not.
        case refused = "sessions.refused"
    }

    package let code: Code
    package let place: String
    package let reason: String

    package init(_ code: Code, at place: String, _ reason: String) {
        self.code = code
        self.place = place
        self.reason = reason
    }

    package var description: String { "\(code.rawValue): \(place): \(reason)" }
}
