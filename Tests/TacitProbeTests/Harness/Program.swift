import Foundation
import Synchronization
import TacitLocal

/// A program that a test started. It ends with this value, and all that it started with it.
final class Program: Sendable {
    let process: ChildProcess
    private let log: String
    private let end = Mutex<ChildProcess.End?>(nil)
    private let asksToEnd: Bool

    /// - Parameter asksToEnd: It starts processes outside of its group, so that it has to end them itself.
    init(
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

    var output: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// How it ended; `nil` while it runs. The system tells it once.
    private func ended() -> ChildProcess.End? {
        end.withLock { end in
            if end == nil { end = process.ended() }
            return end
        }
    }

    func send(_ signal: Int32) { if ended() == nil { kill(process.identifier, signal) } }

    /// Waits for its end by itself.
    func exit() async throws -> ChildProcess.End {
        try await eventually("the end of a program") { ended() != nil }
        return ended() ?? .signal(0)
    }

    /// Ends it now, also where it stands still.
    func stop() {
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
    static func run(_ program: String, _ arguments: String..., in folder: TemporaryFolder) async throws -> String {
        let name = "run-\(UUID().uuidString.prefix(8))"
        let running = try Program(program, arguments, in: folder, named: name)
        let end = try await running.exit()
        guard end == .code(0) else { throw Failed(what: "\(program) \(arguments): \(end)") }
        return running.output
    }
}

struct Failed: Error { let what: String }

/// Something that the tests need is not installed. It fails the test: what is not run proves nothing.
struct MissingPart: Error, CustomStringConvertible {
    let description: String

    init(_ what: String) { description = "\(what) is missing; run `make test`, which installs and builds it" }
}

/// Where what the tests run lies.
enum Tool {
    static func named(_ name: String) throws -> String {
        let folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"] + postgresFolders
        guard let folder = folders.first(where: { access("\($0)/\(name)", X_OK) == 0 }) else { throw MissingPart(name) }
        return "\(folder)/\(name)"
    }

    /// The program of this package that the tests start, which is built beside them.
    static func probing() throws -> String {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let program = folder.appendingPathComponent("probing").path
            if access(program, X_OK) == 0 { return program }
            folder.deleteLastPathComponent()
        }
        throw MissingPart("probing")
    }

    private static var postgresFolders: [String] {
        let root = "/usr/lib/postgresql"
        return ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted().map { "\(root)/\($0)/bin" }
    }
}

/// Waits until `condition` holds, looking often; fails when it does not come to hold in time.
func eventually(
    _ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw Failed(what: "\(what) did not happen within \(limit)") }
        try await Task.sleep(for: .milliseconds(10))
    }
}
