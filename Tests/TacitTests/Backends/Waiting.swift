import Synchronization
import Tacit
import TacitTestKit
import Testing

/// Lets other tasks go on until it is so.
func eventually(_ isSo: () async throws -> Bool) async throws {
    for _ in 0..<1_000_000 {
        if try await isSo() { return }
        await Task.yield()
    }
    Issue.record("it never came about")
}

extension ShopService {
    /// Waits until somebody waits for the clock.
    func waits() async throws { try await eventually { clock.isAwaited } }
}

extension Configuration {
    /// A queue that holds all that a test puts in.
    static var roomy: Configuration {
        var configuration = Configuration()
        configuration.maxQueueSize = 10_000
        return configuration
    }
}

/// Codes of which no two are the same.
final class SeriesCount: Sendable {
    private let count = Atomic(0)
    func next() -> Code { Code("n-\(count.wrappingAdd(1, ordering: .relaxed).oldValue)") ?? "n" }
}

/// A collector that takes the connection and says nothing until the test ends.
final class Silence: Transport {
    private struct State {
        var waiting: [CheckedContinuation<Void, Never>] = []
        var hasEnded = false
    }
    private let state = Mutex(State())

    var isAsked: Bool { state.withLock { !$0.waiting.isEmpty } }

    func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.hasEnded { state.waiting.append(continuation) }
                return state.hasEnded
            }
            if isOver { continuation.resume() }
        }
        throw TransportError(.interrupted)
    }

    func end() {
        let waiting = state.withLock { state in
            state.hasEnded = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
