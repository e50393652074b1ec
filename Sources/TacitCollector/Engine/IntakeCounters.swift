import Synchronization
import TacitPrivacy
import TacitStores
package import TacitWire

/// Counts what comes in and what becomes of it, and publishes the counts with noise.
///
/// ```swift
/// counters.add(.logs, [("received", 5)])     // exact, in memory, shown nowhere
/// counters.publish(using: &noise)            // adds the noisy increments to what is shown
/// ```
///
/// Names are rules, never values. What became of single items is published at fixed times, each increment with noise of
/// ``IntakeNoise``, also where nothing came: an exact counter would tell what one record did. Requests that were refused
/// whole are counted exactly, since nothing of them went into any figure.
package final class IntakeCounters: Sendable {
    private let state = Mutex(State())

    private struct State {
        /// Since the last publication.
        var exact: [Key: Int64] = [:]
        /// Since the start, for `/metrics`.
        var published = Published()
        /// Since the last flush, for the store.
        var unsaved: [Key: Int64] = [:]
    }

    package struct Key: Hashable, Sendable {
        /// `nil` for what is not about one signal.
        package let signal: Signal?
        /// `requests`, `received`, `counted`, `refused`, `sealed`, `erasures`, `publications`, or the identifier of a rule.
        package let name: String
    }

    /// What may be shown: sums of noisy increments, and how many increments that is.
    package struct Published: Sendable {
        fileprivate(set) package var counts: [Key: Int64] = [:]
        fileprivate(set) package var publications = 0
    }

    /// Every counter that gets noise, whether or not anything ever moves it.
    private static let noisy =
        ["requests", "received", "counted", "refused"] + Rule.allCases.filter { $0.showing == .noisy }.map(\.id)

    private static let sealed = Key(signal: .logs, name: "sealed")
    private static let erasures = Key(signal: nil, name: "erasures")
    private static let publications = Key(signal: nil, name: "publications")

    /// Adds what became of the items of a request.
    func add(_ signal: Signal, _ counts: [(String, Int64)]) {
        state.withLock { state in
            for (name, count) in counts where count != 0 {
                state.exact[Key(signal: signal, name: name), default: 0] += count
            }
        }
    }

    /// Counts a request that came sealed, beside what became of its items.
    func countSealed() { state.withLock { $0.exact[Self.sealed, default: 0] += 1 } }

    func countErasure() { state.withLock { $0.exact[Self.erasures, default: 0] += 1 } }

    /// Counts a request that was refused whole; `nil` for one that brought no items of any signal.
    func refuseRequest(_ signal: Signal?, _ rule: Rule) {
        state.withLock { state in
            let key = Key(signal: signal, name: rule.id)
            state.published.counts[key, default: 0] += 1
            state.unsaved[key, default: 0] += 1
        }
    }

    /// Adds noisy increments to what is shown, and forgets the exact ones.
    func publish(using source: inout some NoiseSource) {
        // Drawn outside of the lock; each counter has noise of its own.
        let keys = Signal.allCases.flatMap { signal in Self.noisy.map { Key(signal: signal, name: $0) } }
        let noise = (keys + [Self.sealed, Self.erasures]).map { ($0, IntakeNoise.law.sample(using: &source)) }
        state.withLock { state in
            for (key, noise) in noise {
                let increment = (state.exact[key] ?? 0) + noise
                state.published.counts[key, default: 0] += increment
                state.unsaved[key, default: 0] += increment
            }
            state.exact = [:]
            state.published.publications += 1
            state.unsaved[Self.publications, default: 0] += 1
        }
    }

    package var published: Published { state.withLock(\.published) }

    /// What nobody is shown.
    var exact: [Key: Int64] { state.withLock(\.exact) }

    /// What was published since the last call that was not put back.
    func takeUnsaved(day: Int64) -> [IntakeCount] {
        let unsaved = state.withLock { state in
            defer { state.unsaved = [:] }
            return state.unsaved
        }
        return unsaved.map { IntakeCount(day: day, signal: $0.signal?.name ?? "", rule: $0.name, count: $1) }
    }

    func putBack(_ counts: [IntakeCount]) {
        state.withLock { state in
            for count in counts {
                let signal = Signal.allCases.first { $0.name == count.signal }
                state.unsaved[Key(signal: signal, name: count.rule), default: 0] += count.count
            }
        }
    }
}

/// The noise on every published increment of a counter of items.
///
/// - Unit: one record in one counter. A record adds at most 2 to a counter: once for itself and once for the resource that
///   it brings.
package enum IntakeNoise {
    /// In words for documents and pages.
    package static let epsilon = "1"

    /// How often increments are published: at times that the clock alone decides.
    static func period(firstLook: Bool) -> Int64 { firstLook ? 60 : 600 }

    // The constants are within the range that these initializers accept.
    static let law = try! DiscreteLaplace(
        sensitivity: .count(ContributionBounds(maxCells: 1, maxPerCell: 2)), epsilon: Epsilon(epsilon))

    /// The half-width of the 95 % interval of a counter after so many publications.
    static func halfWidth(publications: Int) -> Int64 {
        NoiseInterval.ofSum(law, times: publications)
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
