import Synchronization
package import TacitSeal

extension Collector {
    /// Takes out of every window that is still open what came under the tokens of a request, and signs what it did.
    ///
    /// What is released then is what would have been released if these contributors had never sent it. What was released
    /// before stays: it tells nothing of one contributor.
    package func erase(_ request: ErasureRequest, signedBy key: SigningKey) throws(SealError) -> ErasureReceipt {
        let categories = request.categories.map(Set.init)
        let meant = plan.metrics.map { categories?.contains($0.category) ?? true }
        let now = clock.now
        let erased = windows.withLock { $0.erase(Set(request.tokens)) { meant[$0] } }
        counters.countErasure()
        return try ErasureReceipt(
            .init(
                request: request.digest, receivedAt: now, windows: erased.windows, contributions: erased.contributions),
            signedBy: key)
    }
}
