import TacitSeal

/// The place of a session in a store: 128 bits that are derived from its token, and say nothing of it.
package struct SessionID: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Half of it is enough: it is random, and who sends can't choose it.
    package func hash(into hasher: inout Hasher) { hasher.combine(low) }

    package var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
    }

    var hex: String { Hex.text(bytes) }
}
