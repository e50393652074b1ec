import Foundation
import Synchronization
package import TacitLocal

/// A program that a test started. It ends with this value, and all that it started with it.
package final class Program: Sendable {
    package let process: ChildProcess
    private let log: String
    private let end = Mutex<ChildProcess.End?>(nil)
    private let asksToEnd: Bool

    /// - Parameter asksToEnd: It starts processes outside of its group, so that it has to end them itself.
    package init(
        _ program: String, _ arguments: [String], in folder: TemporaryFolder, named name: String,
        asksToEnd: Bool = false
    ) throws {
        self.asksToEnd = asksToEnd
        log = "\(folder.path)/\(name).out"
        let file = open(log, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        let channels = ChildProcess.Channels(output: file, inheritsErrors: false)
        let environment = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"]
        guard let process = ChildProcess(program, arguments, environment: environment, channels: channels) else {
            throw MissingPart(program)
        }
        self.process = process
    }

    package var output: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// How it ended; `nil` while it runs. The system tells it once.
    private func ended() -> ChildProcess.End? {
        end.withLock { end in
            if end == nil { end = process.ended() }
            return end
        }
    }

    package func send(_ signal: Int32) { if ended() == nil { kill(process.identifier, signal) } }

    /// Waits for its end by itself.
    package func exit() async throws -> ChildProcess.End {
        try await eventually("the end of a program") { ended() != nil }
        return ended() ?? .signal(0)
    }

    /// Ends it now, also where it stands still.
    package func stop() {
        if asksToEnd {
            send(SIGINT)
            send(SIGCONT)
            for _ in 0..<10_000 where ended() == nil { usleep(1000) }
        }
        if ended() == nil { process.end() }
        for _ in 0..<20_000 where ended() == nil { usleep(1000) }
    }

    deinit { stop() }
}

extension Program {
    /// Runs a program to its end, and answers what it said.
    @discardableResult
    package static func run(_ program: String, _ arguments: String..., in folder: TemporaryFolder) async throws
        -> String
    {
        let name = "run-\(UUID().uuidString.prefix(8))"
        let running = try Program(program, arguments, in: folder, named: name)
        let end = try await running.exit()
        guard end == .code(0) else { throw Failed(what: "\(program) \(arguments): \(end)") }
        return running.output
    }
}
