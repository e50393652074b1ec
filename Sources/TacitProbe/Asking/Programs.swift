import NIOConcurrencyHelpers
import TacitLocal

/// Programs that are run for a probe. Their output goes nowhere, and none outlives its time or the one who asked.
final class Programs: Sendable {
    private let running = NIOLockedValueBox<[Int32: ChildProcess]>([:])

    enum Outcome: Sendable, Equatable {
        case code(Int32)
        case signal, timeout, missing
    }

    func run(_ program: String, _ arguments: [String], until deadline: ContinuousClock.Instant) async -> Outcome {
        let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"]
        guard let process = ChildProcess(program, arguments, environment: environment) else { return .missing }
        running.withLockedValue { $0[process.identifier] = process }
        var pause = Duration.milliseconds(1)
        while true {
            if let end = take(process) {
                if case .code(let code) = end { return .code(code) }
                return .signal
            }
            guard ContinuousClock.now < deadline else { break }
            // Nothing tells when a child ends but asking.
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(20))
        }
        process.end()
        for _ in 0..<50 where take(process) == nil { try? await Task.sleep(for: .milliseconds(10)) }
        return .timeout
    }

    /// Ends all that run.
    func end() {
        running.withLockedValue { running in
            for process in running.values { process.end() }
        }
    }

    /// How it ended; it is then none of those that run. Asked under the lock, so that nobody ends one that is gone.
    private func take(_ process: ChildProcess) -> ChildProcess.End? {
        running.withLockedValue { running in
            let end = process.ended()
            if end != nil { running[process.identifier] = nil }
            return end
        }
    }
}
