import Synchronization
import TacitSeal

/// Sessions in the memory of this process: ciphertext alone, overwritten when it is removed, replaced or expires.
///
/// The sessions are spread over shards by their place, each behind a lock of its own that is held for a slice of work at most.
/// An expired session and one that never was are the same to who asks, and cost the same.
package final class MemorySessionStore: SessionStore {
    private let shards: [Shard]
    private let total = Atomic(0)
    /// The shard that the next slice begins with.
    private let turn = Atomic(0)

    package let purgePeriod: Int64 = 10

    /// Sessions that one holding of a lock removes.
    private static let slice = 128
    /// Sessions that one call of ``purge(now:)`` removes.
    private static let step = 1024

    private final class Shard: Sendable {
        let table: Mutex<SessionTable>

        init(_ released: (@Sendable (UnsafeRawBufferPointer) -> Void)?) { table = Mutex(SessionTable(released)) }
    }

    /// - Parameters:
    ///   - shards: a power of two.
    ///   - released: sees every stretch of memory that was a session's, just before the system has it back.
    package init(shards: Int = 64, released: (@Sendable (UnsafeRawBufferPointer) -> Void)? = nil) {
        precondition(shards > 0 && shards & (shards - 1) == 0, "a power of two")
        self.shards = (0..<shards).map { _ in Shard(released) }
    }

    private func table<R: Sendable>(of id: SessionID, _ body: (inout sending SessionTable) -> R) -> R {
        // The table itself goes by the other half.
        shards[Int(truncatingIfNeeded: id.high) & (shards.count - 1)].table.withLock { body(&$0) }
    }

    package func insert(
        _ id: SessionID, _ envelope: StoredSession, limit: Int, now: Int64
    ) async throws(SessionStoreError) -> SessionInsertion {
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
        table(of: id) { $0.replace(id, found: found, by: envelope, now: now) }
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
                part = shard.table.withLock { $0.purge(now: now, most: Self.slice) }
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
                let (count, next) = shard.table.withLock { $0.removeAll(from: start, most: Self.slice) }
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
