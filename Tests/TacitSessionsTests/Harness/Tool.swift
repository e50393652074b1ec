import Foundation

struct Failed: Error { let what: String }

/// Programs that the tests need. One that is not installed fails the test: what is not run proves nothing.
enum Tool {
    static func named(_ name: String) throws -> URL {
        for folder in ["/usr/bin", "/bin", "/usr/sbin", "/usr/local/bin"] {
            if access("\(folder)/\(name)", X_OK) == 0 { return URL(fileURLWithPath: "\(folder)/\(name)") }
        }
        throw Failed(what: "\(name) is missing; run `make test`, which installs it")
    }

    static func start(_ name: String, _ arguments: [String], output: FileHandle? = nil) throws -> Process {
        let process = Process()
        process.executableURL = try named(name)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs a program to its end, for ten seconds at most, and answers what it wrote.
    @discardableResult
    static func run(_ name: String, _ arguments: [String]) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tacit-output-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = try start(name, arguments, output: FileHandle(forWritingTo: file))
        for _ in 0..<10_000 where process.isRunning { usleep(1000) }
        guard !process.isRunning, process.terminationStatus == 0 else {
            kill(process.processIdentifier, SIGKILL)
            throw Failed(what: "\(name) failed")
        }
        return try Data(contentsOf: file)
    }
}

/// Waits until `condition` holds, looking often; fails when it does not come to hold in time.
func eventually(
    _ what: String, within limit: Duration = .seconds(30), _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw Failed(what: "\(what) did not happen within \(limit)") }
        try await Task.sleep(for: .milliseconds(10))
    }
}
