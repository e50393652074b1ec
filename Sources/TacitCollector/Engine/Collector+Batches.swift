import Synchronization
package import TacitSeal
package import TacitWire

extension Collector {
    /// Takes a request as ``ingest(_:signal:)`` does, but a batch that comes again adds nothing and has the first answer.
    ///
    /// - Parameter isSealed: it came sealed, which is counted where it is new.
    package func ingest(
        _ bytes: UnsafeRawBufferPointer, signal: Signal, batch id: BatchID, isSealed: Bool = false
    ) throws(IngestRefusal) -> IngestAnswer {
        let batch = BatchMemory.Batch(id: id, signal: signal)
        let digest = BatchMemory.Digest(bytes)
        switch batches.withLock({ $0.begin(batch, digest: digest) }) {
        case .new: break
        case .again(var answer):
            counters.refuseRequest(signal, .batchRepeated)
            // It may still wait for the disk.
            answer.place = journal?.last
            return answer
        case .otherContent:
            counters.refuseRequest(signal, .batchConflict)
            throw .conflict
        case .underway:
            counters.refuseRequest(signal, .batchRepeated)
            throw .unavailable("the same batch is being taken just now")
        case .full:
            counters.refuseRequest(signal, .memoryBatches)
            throw .unavailable(
                "as many batches are remembered as limits.batches allows; raise it, or wait until a window has closed")
        }
        do {
            let answer = try ingest(bytes, signal: signal, Identity(batch: batch, digest: digest))
            if isSealed { counters.countSealed() }
            // Reckoned after it was added: no later window than this can hold any of it.
            let until = closed(after: clock.now)
            batches.withLock { $0.finish(batch, answer, until: until) }
            return answer
        } catch {
            batches.withLock { $0.abandon(batch) }
            throw error
        }
    }
}
