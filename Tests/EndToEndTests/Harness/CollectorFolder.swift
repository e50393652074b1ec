import Foundation
import Synchronization

/// What a collector is started with, and where it keeps its state: it outlives the collectors that run on it.
final class CollectorFolder: Sendable {
    let folder: TemporaryFolder
    let state: URL
    private let catalog: URL
    private let setup: CollectorSetup
    private let started = Mutex<[RunningCollector]>([])

    init(_ setup: CollectorSetup) throws {
        folder = try TemporaryFolder()
        self.setup = setup
        state = folder.url.appendingPathComponent("state")
        catalog = try folder.write(try setup.catalog.text(), to: "catalog.yaml")
    }

    var catalogFile: String { catalog.path }
    var configurationFile: String { folder.url.appendingPathComponent("tacit.yaml").path }

    /// Starts a collector here and waits until it is ready.
    func start(clock: String? = nil) async throws -> RunningCollector {
        let number = started.withLock(\.count)
        let configuration = try folder.write(setup.yaml(clock: clock), to: "tacit.yaml")
        let arguments = ["serve", "--config", configuration.path, "--state", state.path]
        let program: Program
        if setup.survivesFileSizeLimit {
            // A limit on the size of files stands for a full disk; its signal would end the process before that.
            program = try Program(
                Project.tool("bash"), ["-c", #"trap '' XFSZ; exec "$0" "$@""#, Project.tacit().path] + arguments,
                environment: setup.environment, in: folder.url, named: "collector-\(number)")
        } else {
            program = try Program(
                Project.tacit(), arguments, environment: setup.environment, in: folder.url,
                named: "collector-\(number)")
        }
        let collector = try await RunningCollector(program, in: self)
        started.withLock { $0.append(collector) }
        return collector
    }

    /// The bytes of all that collectors have written here, by file: store, log and lock, standard output and error.
    func written() throws -> [(name: String, bytes: [UInt8])] {
        try folder.files().filter { !["catalog.yaml", "tacit.yaml"].contains($0.lastPathComponent) }
            .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
    }

    /// Ends what still runs and removes everything.
    func remove() async {
        for collector in started.withLock({ $0 }) { await collector.kill() }
        folder.remove()
    }
}
