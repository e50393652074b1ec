/// The keys to which batches may be sealed now: the present one, and the one before it for those who know no newer.
///
/// A value that is told the time. A key is offered for one period and opens for one more; then it is destroyed.
///
/// ```swift
/// var keys = SealingKeys(period: 3600)
/// try keys.rotate(now: now)             // whether there is a new one
/// let key = keys.key(batch.keyID, now: now)
/// ```
package struct SealingKeys: Sendable {
    private let period: Int64
    /// The newest last.
    private var held: [(key: SealingKey, until: Int64)] = []

    /// - Parameter period: seconds for which each key is offered.
    package init(period: Int64) { self.period = period }

    /// Destroys what is over, and makes a key where the newest has been offered for a period; whether anything changed.
    @discardableResult
    package mutating func rotate(now: Int64) throws(SealError) -> Bool {
        let before = held.count
        forget(now: now)
        guard held.allSatisfy({ $0.until - period <= now }) else { return held.count != before }
        held.append((try SealingKey(), now + 2 * period))
        return true
    }

    private mutating func forget(now: Int64) {
        #if DEBUG
            if SkippedStep.sealingKeys.isSkipped { return }
        #endif
        held.removeAll { $0.until <= now }
    }

    /// The key of that id, unless it is over.
    package func key(_ id: [UInt8], now: Int64) throws(SealError) -> SealingKey {
        guard let key = held.first(where: { $0.key.publicKey.id == id && now < $0.until })?.key else {
            throw SealingKey.unknown
        }
        return key
    }

    /// Those that open, the newest first, each with the time at which it is destroyed.
    package var offered: [OfferedKey] {
        held.reversed().map { OfferedKey(key: $0.key.publicKey, notAfter: $0.until) }
    }
}
