import Foundation
import Synchronization
package import TacitSeal

/// What a collector needs for sealed batches: the keys that open them, in memory only, and the key that signs receipts.
package final class Seals: Sendable {
    package let signing: SigningKey
    private let state: Mutex<State>

    private struct State {
        var keys: SealingKeys
        /// Signed once for each key.
        var offer: CollectorKeys?
    }

    /// - Parameter period: seconds for which each key is offered.
    package init(signing: SigningKey, period: Int64) {
        self.signing = signing
        state = Mutex(State(keys: SealingKeys(period: period)))
    }

    /// Destroys the keys that are over, and makes the next where it is due.
    package func rotate(now: Int64) throws(SealError) {
        try state.withLock { (state) throws(SealError) in try rotate(&state, now) }
    }

    /// The keys to seal to now.
    package func offer(now: Int64) throws(SealError) -> CollectorKeys {
        try state.withLock { (state) throws(SealError) in
            try rotate(&state, now)
            if let offer = state.offer { return offer }
            let offer = try CollectorKeys(offering: state.keys.offered, signedBy: signing)
            state.offer = offer
            return offer
        }
    }

    private func rotate(_ state: inout State, _ now: Int64) throws(SealError) {
        if try state.keys.rotate(now: now) { state.offer = nil }
    }

    /// What is in a batch, still compressed.
    func open(_ batch: SealedBatch, now: Int64) throws(SealError) -> Data {
        let key = try state.withLock { (state) throws(SealError) in try state.keys.key(batch.keyID, now: now) }
        return try key.open(batch)
    }
}
