import Synchronization
import TacitStores
package import TacitWire

/// Counts what comes in and what becomes of it. Names are rules, never values; no address is ever in it.
package final class IntakeCounters: Sendable {
    private let state = Mutex(State())

    private struct State {
        /// By signal and rule; since the start for `/metrics`, since the last flush for the store.
        var total: [Key: Int64] = [:]
        var unsaved: [Key: Int64] = [:]
    }

    package struct Key: Hashable, Sendable {
        package let signal: Signal
        /// `requests`, `received`, `counted`, `refused`, or the identifier of a rule.
        package let name: String
    }

    func add(_ signal: Signal, _ counts: [(String, Int64)]) {
        state.withLock { state in
            for (name, count) in counts where count != 0 {
                let key = Key(signal: signal, name: name)
                state.total[key, default: 0] += count
                state.unsaved[key, default: 0] += count
            }
        }
    }

    func add(_ signal: Signal, _ rule: Rule) { add(signal, [(rule.id, 1)]) }

    package var totals: [Key: Int64] { state.withLock(\.total) }

    /// What has come since the last call that was not put back.
    func takeUnsaved(day: Int64) -> [IntakeCount] {
        let unsaved = state.withLock { state in
            defer { state.unsaved = [:] }
            return state.unsaved
        }
        return unsaved.map { IntakeCount(day: day, signal: $0.signal.name, rule: $0.name, count: $1) }
    }

    func putBack(_ counts: [IntakeCount]) {
        state.withLock { state in
            for count in counts {
                guard let signal = Signal.allCases.first(where: { $0.name == count.signal }) else { continue }
                state.unsaved[Key(signal: signal, name: count.rule), default: 0] += count.count
            }
        }
    }
}

extension Signal {
    package var name: String {
        switch self {
        case .traces: "traces"
        case .logs: "logs"
        case .metrics: "metrics"
        }
    }
}
