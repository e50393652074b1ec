import Synchronization
package import TacitSeal

extension Collector {
    /// Takes out of every window that is still open what came under the tokens of a request, and signs what it did.
    ///
    /// What is released then is what would have been released if these contributors had never sent it. What was released
    /// before stays: it tells nothing of one contributor.
    ///
    /// - Returns: with the receipt, where the journal has it.
    package func erase(
        _ request: ErasureRequest, signedBy key: SigningKey
    ) throws(SealError) -> (receipt: ErasureReceipt, place: Journal.Place?) {
        let categories = request.categories.map(Set.init)
        let meant = plan.metrics.map { categories?.contains($0.category) ?? true }
        let now = clock.now
        let (erased, generation) = windows.withLock { windows in
            (windows.erase(Set(request.tokens)) { meant[$0] }, journal?.generation)
        }
        let held = erased.filter { $0.contributions > 0 }
        // Nothing may be left to erase because another request has just done it, which may still wait for the disk.
        var place = journal?.last
        if !held.isEmpty {
            var entry = JournalEntry(.erasure)
            entry.generation = generation
            for window in held { entry.erase(window.erasure, from: window.id, window.key) }
            place = journal?.append(entry)
        }
        counters.countErasure()
        let receipt = try ErasureReceipt(
            .init(
                request: request.digest, receivedAt: now, windows: Int64(held.count),
                contributions: held.reduce(0) { $0 + $1.contributions }),
            signedBy: key)
        return (receipt, place)
    }
}
