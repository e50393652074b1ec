import CTacitStack
import NIOPosix
import TacitSeal

/// Threads for requests, apart from those that answer pages and probes: reading a large request takes long, and whoever asks
/// whether the collector lives must not wait for it.
enum Workers {
    /// Runs work as soon as one of the threads is free, of which there are as many as processors. What waits is bounded by
    /// `limits.in_flight_bytes`.
    static func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
        try await NIOThreadPool.singleton.runIfActive {
            // What was read of a request stays on the thread's stack until something else is put there.
            defer { wipeStack() }
            return work()
        }
    }

    private static func wipeStack() {
        #if DEBUG
            if SkippedStep.stack.isSkipped { return }
        #endif
        tacit_wipe_stack()
    }
}
