public import Synchronization

/// What may be recorded now: two bits for each consent category in one word, all of them 0 while telemetry is off.
///
/// Reading it is what `record` costs while telemetry is off.
@usableFromInline
final class Gate: Sendable {
    @usableFromInline let granted = Atomic<UInt64>(0)

    init() {}

    @inlinable
    func admits(_ gate: EventGate) -> Bool {
        UInt8(truncatingIfNeeded: granted.load(ordering: .relaxed) >> (2 * UInt64(gate.category)) & 3)
            >= gate.level.rawValue
    }

    /// Whether anything may be recorded.
    var isOpen: Bool { granted.load(ordering: .relaxed) != 0 }

    /// - Parameter levels: in the order of the catalog's categories.
    func set(_ levels: [ConsentLevel]) {
        var word: UInt64 = 0
        for (category, level) in levels.enumerated() { word |= UInt64(level.rawValue) << UInt64(2 * category) }
        granted.store(word, ordering: .relaxed)
    }
}
