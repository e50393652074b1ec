import TacitSeal
import TestHarness
import Testing

@testable import TacitSessions

/// The stores that there are. Each passes the same suite.
enum StoreKind: String, CaseIterable, Sendable {
    case memory, redis

    /// Lends a store that is empty, and ends it.
    func with(_ body: (any SessionStore) async throws -> Void) async throws {
        switch self {
        case .memory:
            let store = MemorySessionStore(shards: 4)
            try await body(store)
            await store.close()
        case .redis:
            let server = try await RedisServer()
            let store = try await server.store()
            try await body(store)
            await store.close()
            server.kill()
        }
    }
}

let start: Int64 = 1_800_000_000
let realm = SessionRealm("tacit")

extension SessionID {
    static func random() -> SessionID {
        SessionID(high: .random(in: 0...UInt64.max), low: .random(in: 0...UInt64.max))
    }
}

extension StoredSession {
    /// An envelope by its form, of which nobody has the key.
    static func sample(_ count: Int = 100, until end: Int64) -> StoredSession {
        var bytes: [UInt8] = [SessionEnvelope.version]
        for number in [start, end] { withUnsafeBytes(of: number.bigEndian) { bytes += $0 } }
        bytes += [0, 0, 0, 0]
        bytes += (0..<(SessionEnvelope.overhead - SessionEnvelope.headerSize + count)).map { _ in
            UInt8.random(in: 0...255)
        }
        return StoredSession(bytes: bytes, expiresAt: end)
    }
}

extension SessionBytes {
    convenience init(_ text: String) { self.init(copying: Array(text.utf8)) }
    convenience init(copying bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { copy.deallocate() }
        copy.copyBytes(from: bytes)
        self.init(copying: UnsafeRawBufferPointer(copy))
    }
}

extension Sessions {
    convenience init(
        _ store: any SessionStore, realm: SessionRealm = realm, _ change: (inout SessionLimits) -> Void = { _ in }
    ) {
        var limits = SessionLimits()
        change(&limits)
        self.init(store: store, limits: limits, realm: realm)
    }

    func create(
        _ text: String, type: String = "text/plain", ttl: Int64? = nil, isSliding: Bool = false, now: Int64 = start
    )
        async throws -> String
    {
        try await create(SessionBytes(text), type: type, ttl: ttl, isSliding: isSliding, now: now).token
    }

    func write(_ token: String, _ text: String, now: Int64 = start) async throws {
        _ = try await write(token, SessionBytes(text), type: "text/plain", now: now)
    }

    func text(_ token: String, now: Int64 = start) async throws -> String {
        try await read(token, now: now) { String(decoding: $1, as: UTF8.self) }.result
    }

    func refusal(of token: String, now: Int64 = start) async -> SessionRefusal? {
        do throws(SessionRefusal) {
            _ = try await read(token, now: now) { _, _ in 0 }
            return nil
        } catch { return error }
    }
}
