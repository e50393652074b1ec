import Synchronization
public import Tacit

/// A clock that goes when it is told to: waiting for it takes no time of the test.
///
/// ```swift
/// let clock = ManualClock(day: 20_000)
/// let telemetry = try Tacit.bootstrap(.shop, project: "shop", clock: clock.clock)
/// clock.advance(by: .seconds(86_400))
/// ```
public final class ManualClock: Sendable {
    private struct State {
        var now: Int64
        var waiting: [(until: Int64, wake: CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    /// Midnight UTC of a day, counted from 1970-01-01.
    public init(day: Int = 20_000) { state = Mutex(State(now: Int64(day) * 86_400_000_000_000)) }

    public var clock: TelemetryClock {
        TelemetryClock(
            now: { self.state.withLock { $0.now } },
            sleep: { duration in
                await withCheckedContinuation { continuation in
                    let isOver = self.state.withLock { state in
                        guard duration > .zero else { return true }
                        state.waiting.append((state.now + Int64(duration / .nanoseconds(1)), continuation))
                        return false
                    }
                    if isOver { continuation.resume() }
                }
            })
    }

    /// Whether something waits for it.
    public var isAwaited: Bool { state.withLock { !$0.waiting.isEmpty } }

    /// Moves on, and wakes who waited until then; a negative duration sets the clock back.
    public func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now += Int64(duration / .nanoseconds(1))
            let now = state.now
            let due = state.waiting.filter { $0.until <= now }
            state.waiting.removeAll { $0.until <= now }
            return due
        }
        for sleeper in due { sleeper.wake.resume() }
    }

    deinit {
        for sleeper in state.withLock({ $0.waiting }) { sleeper.wake.resume() }
    }
}
