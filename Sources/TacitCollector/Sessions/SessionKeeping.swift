import Logging
import Synchronization
import TacitSessions

/// Purges sessions that have expired, and looks whether where they lie still keeps nothing else.
///
/// A store that fails is told of once, and once more when it works again.
final class SessionKeeping: Sendable {
    private let sessions: Sessions
    private let log: Logger
    private let state = Mutex(State())

    private struct State {
        var purged: Int64?
        var checked: Int64?
        var failure: SessionStoreError?
    }

    /// Seconds between two looks.
    private static let checkPeriod: Int64 = 30
    /// Steps of a purge in one pass, so that no other work of the collector waits for it.
    private static let steps = 64

    init(of sessions: Sessions, log: Logger) {
        self.sessions = sessions
        self.log = log
    }

    /// One pass at a time; answers how many sessions it removed.
    @discardableResult
    func pass(now: Int64) async -> Int {
        let (isCheckDue, isPurgeDue) = state.withLock { state in
            (
                now - (state.checked ?? .min / 2) >= Self.checkPeriod,
                now - (state.purged ?? .min / 2) >= sessions.store.purgePeriod
            )
        }
        guard isCheckDue || isPurgeDue else { return 0 }
        var removed = 0
        do throws(SessionStoreError) {
            if isCheckDue {
                state.withLock { $0.checked = now }
                try await sessions.store.check()
            }
            if isPurgeDue {
                for _ in 0..<Self.steps {
                    let purge = try await sessions.store.purge(now: now)
                    removed += purge.removed
                    guard purge.isComplete else { continue }
                    state.withLock { $0.purged = now }
                    break
                }
            }
            note(nil)
        } catch {
            note(error)
        }
        return removed
    }

    private func note(_ failure: SessionStoreError?) {
        let before = state.withLock { state in
            defer { state.failure = failure }
            return state.failure
        }
        switch (before?.code, failure) {
        case (let code, let failure?) where code != failure.code:
            log.error(
                "sessions are not available; clients are asked to retry",
                metadata: [
                    "code": "\(failure.code.rawValue)", "place": "\(failure.place)", "reason": "\(failure.reason)",
                ])
        case (_?, nil): log.notice("sessions are available again")
        default: break
        }
    }
}
