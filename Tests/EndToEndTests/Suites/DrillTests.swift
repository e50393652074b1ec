import Foundation
import GRDB
import Synchronization
import Testing

extension EndToEnd {
    /// The story: the check that nothing leaks had been green for a year, and had looked at nothing. So a drill shows that it
    /// can see, and these show that it says what it sees.
    @Suite("`tacit drill` finds what was kept, wherever it lies, and nothing at a collector that keeps nothing")
    struct DrillTests {
        @Test("at a collector of its own nothing that went in is found, in any place")
        func passes() async throws {
            let outcome = try await Program.tacit("drill", "--json")
            let drill = try outcome.json(Drilled.self)
            #expect(outcome.status == 0, "\(drill.hits) \(drill.faults)")
            #expect(
                Set(drill.rows.map(\.entry)) == [
                    "OTLP/HTTP logs", "OTLP/HTTP traces", "OTLP/HTTP metrics", "OTLP/gRPC", "sealed batch", "sessions",
                    "templates", "refused requests", "keys that are over", "identities of batches", "exact figures",
                    "labels that expired",
                ])
            for place in drill.looked {
                // Memory is closed to everybody but root.
                guard place.place != "memory" || getuid() == 0 else { continue }
                #expect(place.canSee, "\(place)")
                #expect(place.bytes > 0, "\(place)")
            }
            #expect(drill.looked.count == 9 && drill.leftOut.isEmpty)
        }

        @Test("a running collector passes too, with what can be reached from outside")
        func live() async throws {
            try await RunningCollector.run(Self.setup) { collector in
                let drill = try await Self.drill(collector.otlpHTTP, collector)
                #expect(drill.status == 0, "\(drill.hits) \(drill.faults)")
                #expect(drill.leftOut.map(\.entry) == ["OTLP/gRPC"])
                let seen = drill.looked.filter(\.canSee).map(\.place)
                #expect(
                    Set(seen).isSuperset(of: [
                        "store", "free pages", "log", "journal", "other files", "pages", "output",
                    ]))
            }
        }

        @Test("each thing that somebody keeps is found where it lies", arguments: Kept.allCases)
        fileprivate func kept(_ kept: Kept) async throws {
            // Another process's memory is root's to read.
            guard kept != .memory || getuid() == 0 else { return }
            try await RunningCollector.run(Self.setup) { collector in
                let keeper = Keeper(kept, collector)
                let tee = try await Tee(to: collector.otlpHTTP) { keeper.keep($0) }
                let drill = try await Self.drill(
                    tee.address, collector, kept == .wire ? ["--wire"] : [],
                    process: kept == .memory ? ProcessInfo.processInfo.processIdentifier : nil)
                await tee.close()
                #expect(drill.status == 3)
                #expect(drill.hits.contains { $0.place == kept.rawValue }, "\(drill.hits.prefix(5)) \(drill.faults)")
                #expect(Set(drill.hits.map(\.place)).isSubset(of: kept.places), "\(drill.hits.prefix(5))")
                keeper.end()
            }
        }

        @Test("a place in which nothing lies is not seen, and never clean")
        func empty() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            try await RunningCollector.run(Self.setup) { collector in
                let outcome = try await Program.tacit(
                    "drill", "--collector", collector.otlpHTTP, "--state", folder.path, "--json")
                let drill = try outcome.json(Drilled.self)
                for place in ["store", "free pages", "log", "journal", "other files", "output"] {
                    #expect(drill.looked.contains { $0.place == place && !$0.canSee }, "\(place)")
                }
                let text = try await Program.tacit(
                    "drill", "--collector", collector.otlpHTTP, "--state", folder.path)
                #expect(text.output.contains("? store: not seen, nothing lies there"), "\(text.output)")
            }
        }

        @Test("where nobody listens it says so, and where it may not send it does not pass")
        func refused() async throws {
            let nobody = try await Program.tacit("drill", "--collector", "http://127.0.0.1:9")
            #expect(nobody.status == 1 && nobody.errors.contains("could not be carried out"))
            let wrong = try await Program.tacit("drill", "--collector", "somewhere")
            #expect(wrong.status == 64)
            // What is not there was once searched, and everything was gone there.
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let file = folder.path + "/file"
            try Data([1]).write(to: URL(fileURLWithPath: file))
            for place in [["--state", "/nosuch"], ["--state", file], ["--also", "/nosuch"]] {
                let drill = try await Program.run(
                    Project.tacit(), ["drill", "--collector", "http://127.0.0.1:9"] + place)
                #expect(drill.status == 64 && drill.errors.contains(place[1]), "\(drill.errors)")
            }
            let alone = try await Program.tacit("drill", "--state", ".")
            #expect(alone.status == 64)
        }

        private static let setup = CollectorSetup(
            lines: ["sessions: {enabled: true}", "log: {level: trace}"], clock: "system")

        private static func drill(
            _ address: String, _ collector: RunningCollector, _ more: [String] = [], process: Int32? = nil
        ) async throws -> Drilled {
            var arguments = [
                "drill", "--collector", address, "--page", collector.dashboard, "--state", collector.state, "--also",
                collector.program.errors.path, "--also", collector.program.output.path, "--json",
            ]
            if let process { arguments += ["--process", "\(process)"] }
            let outcome = try await Program.run(Project.tacit(), arguments + more)
            guard outcome.status == 0 || outcome.status == 3 else { throw ToolFailed("tacit drill", outcome) }
            var drilled = try outcome.json(Drilled.self)
            drilled.status = outcome.status
            return drilled
        }
    }
}

/// What `tacit drill --json` says.
private struct Drilled: Decodable, Sendable {
    var status: Int32 = 0
    let rows: [Row]
    let looked: [Looked]
    let leftOut: [Row]
    let hits: [Hit]
    let faults: [String]

    private enum CodingKeys: String, CodingKey { case rows, looked, leftOut, hits, faults }

    struct Row: Decodable, Sendable { let entry: String }

    struct Looked: Decodable, Sendable {
        let place: String
        let bytes: Int
        let canSee: Bool
    }

    struct Hit: Decodable, Sendable {
        let entry: String
        let place: String
        let at: String
    }
}

/// Where somebody keeps what went by.
private enum Kept: String, CaseIterable, Sendable {
    case store
    case freePages = "free pages"
    case log
    case journal
    case files = "other files"
    case output
    case wire
    case memory

    /// What lies in a page of the store has gone through its log.
    var places: Set<String> {
        switch self {
        case .store, .freePages, .log: ["store", "free pages", "log"]
        default: [rawValue]
        }
    }
}

/// Somebody who keeps what went by.
private final class Keeper: Sendable {
    private let kept: Kept
    private let state: String
    private let output: URL
    private let held = Mutex<(bytes: [[UInt8]], store: DatabaseQueue?)>(([], nil))

    init(_ kept: Kept, _ collector: RunningCollector) {
        self.kept = kept
        state = collector.state
        output = collector.program.errors
    }

    func keep(_ bytes: [UInt8]) {
        switch kept {
        case .wire: break
        case .memory: held.withLock { $0.bytes.append(bytes) }
        case .output: append(bytes, to: output.path)
        case .files: append(bytes, to: state + "/capture.tmp")
        case .journal: append(bytes, to: state + "/journal/00000099.journal")
        case .store, .freePages, .log: held.withLock { held in try? insert(bytes, &held.store) }
        }
    }

    func end() { held.withLock { try? $0.store?.close() } }

    private func append(_ bytes: [UInt8], to path: String) {
        guard
            FileManager.default.fileExists(atPath: path) || FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { return }
        file.seekToEndOfFile()
        file.write(Data(bytes))
        try? file.close()
    }

    private func insert(_ bytes: [UInt8], _ store: inout DatabaseQueue?) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let queue = try store ?? DatabaseQueue(path: state + "/tacit.sqlite", configuration: configuration)
        store = queue
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA secure_delete = OFF")
            try db.execute(sql: "CREATE TABLE IF NOT EXISTS capture (bytes BLOB)")
            // Longer than a page, so that it has pages of its own. More of them than the collector takes for its own rows before they
            // are looked at.
            for _ in 0..<(kept == .freePages ? 32 : 1) {
                try db.execute(
                    sql: "INSERT INTO capture VALUES (?)",
                    arguments: [Data(bytes + [UInt8](repeating: 0, count: 8192))])
            }
            if kept == .freePages { try db.execute(sql: "DELETE FROM capture") }
            if kept != .log { _ = try? db.checkpoint(.passive) }
        }
    }
}
