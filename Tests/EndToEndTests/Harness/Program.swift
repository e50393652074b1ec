import Foundation
import Synchronization

/// A process that was started: its output goes to files, so that nothing ever waits for a reader.
final class Program: Sendable {
    let output: URL
    let errors: URL
    private let process: Handle
    private let end = Mutex(End())

    /// `Process` is not `Sendable`. Only its identifier and `isRunning` are read after the start, and those it locks itself.
    private struct Handle: @unchecked Sendable { let process: Process }

    private struct End {
        var status: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    /// Starts a program with this environment and no other, in a folder of its own for output.
    init(
        _ executable: URL, _ arguments: [String], environment: [String: String] = [:], input: URL? = nil,
        in folder: URL,
        named name: String
    ) throws {
        output = folder.appendingPathComponent("\(name).out")
        errors = folder.appendingPathComponent("\(name).err")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"]
            .merging(environment) { $1 }
        process.currentDirectoryURL = folder
        let files = try [
            FileHandle(forReadingFrom: input ?? URL(fileURLWithPath: "/dev/null")), Self.open(output),
            Self.open(errors),
        ]
        process.standardInput = files[0]
        process.standardOutput = files[1]
        process.standardError = files[2]
        // The program has its own then. The story: `Process` kept them all, and looks through a list of all descriptors that
        // are open, beyond whose end it reads when there are some 1,360.
        defer { for file in files { try? file.close() } }
        self.process = Handle(process: process)
        process.terminationHandler = { [weak self] in self?.ended($0) }
        try process.run()
    }

    private static func open(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    private func ended(_ process: Process) {
        // As shells say it: a program that a signal ended has 128 more than the signal's number.
        let status = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
        let waiting = end.withLock { end in
            end.status = status
            defer { end.waiting = [] }
            return end.waiting
        }
        for waiter in waiting { waiter.resume(returning: status) }
    }

    var identifier: Int32 { process.process.processIdentifier }
    var isRunning: Bool { end.withLock { $0.status == nil } }

    func send(_ signal: Int32) { if isRunning { kill(identifier, signal) } }

    /// Waits for its end. After the time limit it is killed.
    func exit(within seconds: Int = 120) async -> Int32 {
        // A queue's timer, because the tests' own threads may all be busy.
        let deadline = DispatchWorkItem { [weak self] in self?.send(SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: deadline)
        defer { deadline.cancel() }
        return await withCheckedContinuation { continuation in
            let status = end.withLock { end in
                if end.status == nil { end.waiting.append(continuation) }
                return end.status
            }
            if let status { continuation.resume(returning: status) }
        }
    }

    deinit { if process.process.isRunning { kill(process.process.processIdentifier, SIGKILL) } }
}

/// What a program that has ended said.
struct Outcome: Sendable {
    let status: Int32
    let bytes: [UInt8]
    let errors: String

    var output: String { String(decoding: bytes, as: UTF8.self) }

    func json<T: Decodable>(_ type: T.Type) throws -> T {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(bytes))
    }
}

extension Program {
    /// Runs a program to its end.
    static func run(
        _ executable: URL, _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String] = [:],
        within seconds: Int = 120
    ) async throws -> Outcome {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = folder.url.appendingPathComponent("input")
        try Data(input).write(to: file)
        let program = try Program(
            executable, arguments, environment: environment, input: file, in: folder.url, named: "program")
        let status = await program.exit(within: seconds)
        return Outcome(
            status: status, bytes: Array(try Data(contentsOf: program.output)),
            errors: try String(contentsOf: program.errors, encoding: .utf8))
    }

    /// Runs `tacit`.
    static func tacit(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await run(Project.tacit(), arguments, input: Array(input.utf8), environment: environment)
    }
}
