import Synchronization

/// Waits for work, but not for longer than it may take.
enum Deadline {
    /// What the work returned; `nil` where the time was over first. The work is cancelled then, and may go on to a point at
    /// which it notices.
    static func first<Value: Sendable>(
        _ work: Task<Value, Never>, within bound: Duration, clock: TelemetryClock
    ) async -> Value? {
        await withCheckedContinuation { continuation in
            let once = Once(continuation)
            let timer = Task {
                await clock.sleep(bound)
                guard !Task.isCancelled else { return }
                if once.resume(nil) { work.cancel() }
            }
            Task {
                let value = await work.value
                if once.resume(value) { timer.cancel() }
            }
        }
    }

    /// Resumes a continuation with what comes first.
    private final class Once<Value: Sendable>: Sendable {
        private let continuation: Mutex<CheckedContinuation<Value?, Never>?>

        init(_ continuation: CheckedContinuation<Value?, Never>) { self.continuation = Mutex(continuation) }

        func resume(_ value: Value?) -> Bool {
            let waiting = continuation.withLock { continuation in
                defer { continuation = nil }
                return continuation
            }
            waiting?.resume(returning: value)
            return waiting != nil
        }
    }
}
