import Foundation
import Synchronization

/// A collector that runs as a process of its own, with its three listeners.
///
/// ```swift
/// try await RunningCollector.run { collector in
///     let answer = try await collector.post(.logs, body)
///     try await collector.close(after: Moment.day)
/// }
/// ```
final class RunningCollector: Sendable {
    let program: Program
    let home: CollectorFolder
    /// Such as `http://127.0.0.1:40001`, or with `https`.
    let otlpHTTP: String
    let otlpGRPC: String
    let dashboard: String
    /// How often ``published(_:)`` was asked.
    let published = Mutex<Int64>(0)

    /// Takes over a program that was just started; returns when it says that it is ready.
    init(_ program: Program, in home: CollectorFolder) async throws {
        self.program = program
        self.home = home
        var addresses: [Substring] = []
        try await eventually("the collector's start") {
            let said = try String(contentsOf: program.output, encoding: .utf8)
            addresses = said.matches(of: /https?:\/\/[0-9.:]+/).map(\.output)
            if addresses.count < 3, !program.isRunning {
                throw DidNotStart(
                    status: await program.exit(), errors: try String(contentsOf: program.errors, encoding: .utf8))
            }
            return addresses.count >= 3
        }
        (otlpHTTP, otlpGRPC, dashboard) = (String(addresses[0]), String(addresses[1]), String(addresses[2]))
        try await eventually("readiness") { try await get("/readyz").status == 200 }
    }

    struct DidNotStart: Error, CustomStringConvertible {
        let status: Int32
        let errors: String

        var description: String { "the collector ended with \(status): \(errors)" }
    }

    /// Runs a collector for as long as `body` takes. However that ends, the process and its files go with it.
    static func run<T>(
        _ setup: CollectorSetup = CollectorSetup(), _ body: (RunningCollector) async throws -> T
    ) async throws -> T {
        try await withFolder(setup) { try await body(try await $0.start()) }
    }

    /// Lends a folder on which collectors can be started one after the other.
    static func withFolder<T>(
        _ setup: CollectorSetup = CollectorSetup(), _ body: (CollectorFolder) async throws -> T
    ) async throws -> T {
        let folder = try CollectorFolder(setup)
        do {
            let result = try await body(folder)
            await folder.remove()
            return result
        } catch {
            await folder.remove()
            throw error
        }
    }

    /// The one that a suite's tests share.
    @TaskLocal static var shared: RunningCollector!

    /// Asks it to stop, and returns its exit code.
    func stop() async -> Int32 {
        program.send(SIGTERM)
        return await program.exit(within: 60)
    }

    /// Ends it without a word.
    func kill() async {
        program.send(SIGKILL)
        _ = await program.exit(within: 60)
    }

    /// Moves the simulated clock, which closes what is due then.
    func moveClock(to seconds: Int64) async throws {
        let answer = try await send("POST", dashboard + "/simulated-clock?now=\(seconds)")
        guard answer.status == 200 else { throw UnexpectedAnswer(answer) }
    }

    /// The log's lines so far.
    var log: String { get throws { try String(contentsOf: program.errors, encoding: .utf8) } }

    /// The path of its state folder.
    var state: String { home.state.path }
}
