import Foundation
import TacitSeal

/// `tacit local start` as a process of its own, in a folder of its own.
final class LocalMonitor: Sendable {
    let program: Program
    let folder: URL
    /// Opens the page once.
    let link: String

    /// Starts it, with every part on and a round a second; returns when its first round is over.
    ///
    /// - Parameter before: what stands before the program: a tracer, a shell.
    static func start(in home: TemporaryFolder, before: [String] = [], services: String = "[]", more: String = "")
        async throws
        -> LocalMonitor
    {
        let folder = home.url.appendingPathComponent("local")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let configuration = folder.appendingPathComponent("local.yaml")
        try Data("round: 1s\nlevels: [{name: consciousness}]\nservices: \(services)\n\(more)".utf8).write(
            to: configuration)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: configuration.path)
        let command =
            before + [
                try Project.tacit().path, "local", "start", "--on", "all", "--port", "0", "--folder", folder.path,
            ]
        let program = try Program(
            URL(fileURLWithPath: command[0]), Array(command.dropFirst()), in: home.url, named: "monitor")
        var link: String?
        try await eventually("the monitor's first round") {
            let said = try String(contentsOf: program.output, encoding: .utf8)
            link = said.firstMatch(of: /http:\/\/127.0.0.1:[0-9]+\/\?token=[0-9a-f]+/).map { String($0.output) }
            guard program.isRunning else {
                throw MissingPart(
                    "the monitor, which said: " + (try String(contentsOf: program.errors, encoding: .utf8)))
            }
            return try link != nil && !Self.lines("health", in: folder).isEmpty
        }
        return LocalMonitor(program, folder, link ?? "")
    }

    private init(_ program: Program, _ folder: URL, _ link: String) {
        (self.program, self.folder, self.link) = (program, folder, link)
    }

    var page: String { String(link.prefix { $0 != "?" }) }

    func lines(_ part: String) throws -> [[String: Any]] { try Self.lines(part, in: folder) }

    /// The whole lines of a part, read by a JSON parser that knows nothing of them.
    static func lines(_ part: String, in folder: URL) throws -> [[String: Any]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return try names.sorted().filter { $0.hasPrefix(part + "-") && $0.hasSuffix(".jsonl") }.flatMap { name in
            // The cleaner may have been here since the names were listed.
            let bytes = Files.read(folder.appendingPathComponent(name).path) ?? []
            let text = String(decoding: bytes, as: UTF8.self)
            let whole = text[..<(text.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex)]
            return try whole.split(separator: "\n").map { line in
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
            }
        }
    }

    func tacit(_ arguments: String...) async throws -> Outcome {
        try await Program.run(Project.tacit(), ["local"] + arguments + ["--folder", folder.path])
    }

    /// Asks the page with curl, which keeps its cookie in the file `cookies`.
    func curl(_ arguments: String...) async throws -> Outcome {
        let jar = folder.deletingLastPathComponent().appendingPathComponent("cookies").path
        return try await Program.run(Project.tool("curl"), ["-sS", "-i", "-b", jar, "-c", jar] + arguments)
    }

    /// A tracer ends with what it traces, and keeps no signal for it.
    func stop() async throws -> Int32 {
        let process = program.identifier
        let children = try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        let isTraced = try String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8) == "strace\n"
        kill(isTraced ? children.split(separator: " ").first.flatMap { Int32($0) } ?? process : process, SIGTERM)
        return await program.exit(within: 20)
    }
}
