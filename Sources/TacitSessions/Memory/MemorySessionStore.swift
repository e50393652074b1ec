import Synchronization
import TacitSeal

/// Sessions in the memory of this process: ciphertext alone, overwritten when it is removed, replaced or expires.
///
/// The sessions are spread over shards by their place, each behind a lock of its own that is held for a slice of work at most.
/// An expired session and one that never was are the same to who asks, and cost the same. However many there may be, and however
/// large, together they have no more than ``most`` bytes: who fills the memory of the process would end all sessions.
package final class MemorySessionStore: SessionStore {
    private let shards: [Shard]
    private let total = Atomic(0)
    /// Bytes that all of them have.
    private let size = Atomic(0)
    private let most: Int
    /// The shard that the next slice begins with.
    private let turn = Atomic(0)

    package let purgePeriod: Int64 = 10

    /// Sessions that one holding of a lock removes.
    private static let slice = 128
    /// Sessions that one call of ``purge(now:)`` removes.
    private static let step = 1024
    /// Twice what a million of 1 KB have.
    package static let most = 2 << 30

    private final class Shard: Sendable {
        let table: Mutex<SessionTable>

        init(_ released: (@Sendable (UnsafeRawBufferPointer) -> Void)?) { table = Mutex(SessionTable(released)) }
    }

    /// - Parameters:
    ///   - shards: a power of two.
    ///   - most: bytes that all sessions may have together.
    ///   - released: sees every stretch of memory that was a session's, just before the system has it back.
    package init(
        shards: Int = 64, most: Int = MemorySessionStore.most,
        released: (@Sendable (UnsafeRawBufferPointer) -> Void)? = nil
    ) {
        precondition(shards > 0 && shards & (shards - 1) == 0, "a power of two")
        self.most = most
        self.shards = (0..<shards).map { _ in Shard(released) }
    }

    private func table<R: Sendable>(of id: SessionID, _ body: (inout sending SessionTable) -> R) -> R {
        // The table itself goes by the other half.
        counting(shards[Int(truncatingIfNeeded: id.high) & (shards.count - 1)], body)
    }

    /// Notes what the bytes of a shard became.
    private func counting<R: Sendable>(_ shard: Shard, _ body: (inout sending SessionTable) -> R) -> R {
        shard.table.withLock { table in
            let before = table.size
            defer { size.add(table.size - before, ordering: .relaxed) }
            return body(&table)
        }
    }

    /// Throws where so many more bytes would be too many. Who asks at the same moment may get over it together, by a session each.
    private func makeSure(of more: Int) throws(SessionStoreError) {
        guard more > 0, size.load(ordering: .relaxed) + more > most else { return }
        throw SessionStoreError(
            .full, at: "memory",
            "sessions have the \(most >> 20) MiB that they may have; let some end, or keep them in Redis")
    }

    package func insert(
        _ id: SessionID, _ envelope: StoredSession, limit: Int, now: Int64
    ) async throws(SessionStoreError) -> SessionInsertion {
        try makeSure(of: SessionTable.size(of: envelope))
        guard total.add(1, ordering: .relaxed).newValue <= limit else {
            total.subtract(1, ordering: .relaxed)
            return .full
        }
        let isNew = table(of: id) { $0.insert(id, envelope, now: now) }
        if !isNew { total.subtract(1, ordering: .relaxed) }
        return isNew ? .inserted : .exists
    }

    package func find(_ id: SessionID, now: Int64) async throws(SessionStoreError) -> [UInt8]? {
        table(of: id) { $0.find(id, now: now) }
    }

    package func replace(
        _ id: SessionID, found: [UInt8], by envelope: StoredSession, now: Int64
    ) async throws(SessionStoreError) -> SessionReplacement {
        // One that does not grow is always taken: that it lives on longer, or is emptied.
        try makeSure(of: envelope.bytes.count - found.count)
        return table(of: id) { $0.replace(id, found: found, by: envelope, now: now) }
    }

    package func remove(_ id: SessionID, now: Int64) async throws(SessionStoreError) -> Bool {
        guard let wasAlive = table(of: id, { $0.remove(id, now: now) }) else { return false }
        total.subtract(1, ordering: .relaxed)
        return wasAlive
    }

    package func count() async throws(SessionStoreError) -> Int { total.load(ordering: .relaxed) }

    package func purge(now: Int64) async throws(SessionStoreError) -> SessionPurge {
        var purge = SessionPurge(removed: 0, isComplete: true)
        #if DEBUG
            if SkippedStep.sessionExpiry.isSkipped { return purge }
        #endif
        let first = turn.add(1, ordering: .relaxed).oldValue
        for offset in shards.indices {
            guard purge.removed < Self.step else {
                purge.isComplete = false
                break
            }
            let shard = shards[(first &+ offset) & (shards.count - 1)]
            var part = SessionPurge(removed: 0, isComplete: false)
            while !part.isComplete, purge.removed < Self.step {
                part = counting(shard) { $0.purge(now: now, most: Self.slice) }
                purge.removed += part.removed
            }
            if !part.isComplete { purge.isComplete = false }
        }
        total.subtract(purge.removed, ordering: .relaxed)
        return purge
    }

    package func removeAll() async throws(SessionStoreError) -> Int {
        var removed = 0
        for shard in shards {
            var cursor: Int? = 0
            while let start = cursor {
                let (count, next) = counting(shard) { $0.removeAll(from: start, most: Self.slice) }
                total.subtract(count, ordering: .relaxed)
                removed += count
                cursor = next
            }
        }
        return removed
    }

    /// Memory has no place where it could keep anything.
    package func check() async throws(SessionStoreError) {}

    package func close() async { _ = try? await removeAll() }

    /// Lends the bytes of every session as they lie in memory.
    package func forEachStored(_ body: @Sendable (UnsafeRawBufferPointer) -> Void) {
        for shard in shards { shard.table.withLock { $0.forEachStored(body) } }
    }
}
