import Synchronization

/// Bounds the bytes of all requests that are in memory at once, whatever the number of connections.
final class BodyBudget: Sendable {
    private let limit: Int
    private let used = Mutex(0)

    init(limit: Int) { self.limit = limit }

    /// Bytes held for one request; they are given back when it goes.
    final class Share: Sendable {
        private let budget: BodyBudget
        private let bytes = Mutex(0)

        fileprivate init(_ budget: BodyBudget) { self.budget = budget }

        /// Whether there is room for `count` bytes more.
        func take(_ count: Int) -> Bool {
            let isGranted = budget.used.withLock { used in
                guard used + count <= budget.limit else { return false }
                used += count
                return true
            }
            if isGranted { bytes.withLock { $0 += count } }
            return isGranted
        }

        deinit {
            let bytes = bytes.withLock { $0 }
            budget.used.withLock { $0 -= bytes }
        }
    }

    func share() -> Share { Share(self) }
}
