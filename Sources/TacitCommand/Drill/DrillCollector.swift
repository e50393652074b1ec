import Foundation
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A collector of the drill's own: this same program, as a process of its own on free ports of the loopback interface.
final class DrillCollector {
    /// All that it writes lies in here.
    let folder: String
    let state: String
    private let process = Process()
    private(set) var addresses: [(isTLS: Bool, host: String, port: Int)] = []

    /// When its simulated clock begins.
    let start: Int64

    static let catalog = """
        catalog: 1
        name: drill
        contributor: [enduser.id]
        budget: {epsilon: 100, delta: 1e-6}
        defaults: {window: minute, epsilon: 7, delta: 1e-8, max_cells: 1, max_per_cell: 2, k: 5}
        events:
          note.made:
            description: A note.
            purpose: Look for what went in.
            consent: {category: essential, level: basic}
            class: 2
            owner: drill
            expires: 2999-12-31
            fields: {text: {type: scrubbed, max_length: 200, description: The text of the note.}}
            sources:
              - log: {event: note.made}
                fields: {text: note.text}
              - span: {where: {note.text: present}}
                fields: {text: note.text}
          topic.read:
            description: Somebody read about something.
            purpose: Look for what should have expired.
            consent: {category: essential, level: basic}
            class: 2
            owner: drill
            expires: 2999-12-31
            fields:
              topic: {type: code, max_length: 200, description: What it was.}
              shelf: {type: code, max_length: 200, description: Where it stood.}
          thing.weighed:
            description: Something was weighed.
            purpose: Look for the exact figure.
            consent: {category: essential, level: basic}
            class: 2
            owner: drill
            expires: 2999-12-31
            fields:
              thing: {type: code, max_length: 40, description: What it was.}
              weight: {type: number, min: 0, max: 1099511627776, granularity: 1, unit: g, description: Its weight.}
        metrics:
          notes: {description: Notes by their text, event: note.made, type: count, by: [text]}
          kept: {description: The same, event: note.made, type: count, by: [text], release: on-query, keep_days: 1}
          shelves: {description: Readers by shelf, event: topic.read, type: count, by: [shelf]}
          topics: {description: Readers by topic, event: topic.read, type: count, by: [topic]}
          weights: {description: What things weigh, event: thing.weighed, type: sum, of: weight, by: [thing], max_per_cell: 1}
          daily: {description: Notes of a day, event: note.made, type: count, window: day}

        """

    init(in folder: String, now: Date) throws {
        self.folder = folder
        state = folder + "/state"
        start = Int64(now.timeIntervalSince1970) / 86400 * 86400 + 43200
        let certificate = try DrillCertificate(now: now)
        for (name, text) in [
            ("catalog.yaml", Self.catalog), ("server.crt", certificate.certificate), ("server.key", certificate.key),
            (
                "tacit.yaml",
                """
                catalog: catalog.yaml
                consent: {categories: [essential]}
                listen: {otlp_http: "127.0.0.1:0", otlp_grpc: "127.0.0.1:0", dashboard: "127.0.0.1:0"}
                tls: {certificate: server.crt, key: server.key}
                sessions: {enabled: true}
                detail: true
                retention: {classes: [brief=1h], metrics: [topics=brief, kept=brief]}
                log: {level: trace}
                clock: "simulated:\(Date(timeIntervalSince1970: Double(start)).formatted(.iso8601))"

                """
            ),
        ] { try Files.replace(folder + "/" + name, with: Array(text.utf8)) }
    }

    var certificate: String { folder + "/server.crt" }
    var identifier: Int32 { process.processIdentifier }
    var output: [String] { [folder + "/collector.out", folder + "/collector.err"] }

    /// Starts it and waits until it listens, half a minute at most.
    ///
    /// - Parameter environment: what it is told beside its configuration.
    func run(_ environment: [String: String]) async throws {
        process.executableURL = URL(fileURLWithPath: try Self.program)
        process.arguments = ["serve", "--config", folder + "/tacit.yaml", "--state", state]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder].merging(environment) { own, _ in own }
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(output[0])
        process.standardError = try Self.file(output[1])
        try process.run()
        for _ in 0..<300 {
            let said = (try? String(contentsOfFile: output[0], encoding: .utf8)) ?? ""
            addresses = said.matches(of: /(https?):\/\/([0-9.]+):([0-9]+)/).compactMap { match in
                Int(match.3).map { (match.1 == "https", String(match.2), $0) }
            }
            if addresses.count >= 3 { return }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure(
            "The drill's collector did not start: \((try? String(contentsOfFile: output[1], encoding: .utf8)) ?? "")")
    }

    private static var program: String {
        get throws {
            #if os(Linux)
                return "/proc/self/exe"
            #else
                guard let path = Bundle.main.executablePath else {
                    throw Failure("This program does not know where it lies.")
                }
                return path
            #endif
        }
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Files.replace(path, with: [])
        guard let handle = FileHandle(forWritingAtPath: path) else { throw Failure("\(path): can't be written") }
        return handle
    }

    /// Asks it to end, and ends it where it does not within some seconds.
    func stop() async {
        guard process.isRunning else { return }
        process.terminate()
        for _ in 0..<150 where process.isRunning { try? await Task.sleep(for: .milliseconds(100)) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
}
