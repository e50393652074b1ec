import Foundation
import Testing

extension EndToEnd {
    /// An app of its own, with the SDK in it, beside the real collector.
    @Suite("The SDK in an app")
    struct SDKTests {
        private static let consent = ["TACIT_CONSENT": "analytics"]

        /// The collector's clock stands at this moment, so that what the app sends now falls into its window.
        private static var setup: CollectorSetup {
            get throws {
                CollectorSetup(
                    catalog: .custom(try Project.text("Tests/Apps/Stepper/catalog.yaml")),
                    clock: "simulated:\(Date().formatted)")
            }
        }

        @Test("with telemetry off it opens no file for writing, no socket, and starts no thread") func untouched()
            async throws
        {
            for environment in [[:], ["TACIT_ENABLED": "false"], Self.consent.merging(["CI": "1"]) { $1 }] {
                let folder = try TemporaryFolder()
                defer { folder.remove() }
                let off = try await Self.calls("idle", environment: environment, in: folder)
                let none = try await Self.calls("none", environment: environment, in: folder)
                let more = off.filter { !none.contains($0) }
                #expect(more.isEmpty, "with \(environment): \(more)")
                #expect(try folder.files().allSatisfy { !$0.path.contains(".local") })
            }
            // The same look finds what telemetry that is on does.
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let on = try await Self.calls("idle", environment: Self.consent, in: folder)
            #expect(on.contains { $0.contains("install.key") })
        }

        /// What the app asks of the system that leaves a trace.
        private static func calls(
            _ command: String, environment: [String: String], in folder: TemporaryFolder
        ) async throws -> [String] {
            let trace = folder.url.appendingPathComponent("trace")
            let outcome = try await Program.run(
                Project.tool("strace"),
                [
                    "-f", "-qq", "-o", trace.path, "-e",
                    "trace=openat,open,creat,mkdir,mkdirat,rename,renameat2,unlink,socket,connect,bind,clone,clone3",
                    Project.built("stepper").path, command,
                ], environment: environment.merging(["HOME": folder.url.path]) { $1 })
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
                // Looking creates nothing, and signals are no calls.
                .filter { !$0.contains("--- SIG") }
                .filter {
                    !$0.contains("open") || $0.contains("O_WRONLY") || $0.contains("O_RDWR") || $0.contains("O_CREAT")
                }
                .map { String($0.drop { $0.isNumber || $0 == " " }).replacing(/0x[0-9a-f]+|[0-9]+/, with: "N") }
        }

        @Test("what it records after consent arrives sealed, and is released; a withdrawal takes it back") func way()
            async throws
        {
            try await RunningCollector.run(try Self.setup) { collector in
                // Ten installations; one more sends as much, and takes it back.
                for installation in 0...10 {
                    let folder = try TemporaryFolder()
                    defer { folder.remove() }
                    let environment = Self.consent.merging(
                        ["TACIT_ENDPOINT": collector.otlpHTTP, "TACIT_SEALED": "required", "HOME": folder.url.path]
                    ) { $1 }
                    let outcome = try await Program.run(
                        Project.built("stepper"), ["steps", "1", "12", "0"], environment: environment)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    let log = try await Program.tacit("log", "verify", "--project", "stepper", environment: environment)
                    #expect(log.status == 0, "\(log.output)\(log.errors)")
                    if installation == 10 {
                        let erased = try await Program.tacit(
                            "erase", "--project", "stepper", "--yes", environment: environment)
                        #expect(erased.status == 0, "\(erased.output)\(erased.errors)")
                    }
                }
                try await collector.moveClock(to: Int64(Date().timeIntervalSince1970) + 2 * 86_400)
                let cells = try await collector.report()["steps"]?.windows.flatMap(\.cells) ?? []
                // Noise of scale 1/5 is above 6 less than once in 10¹² runs: 132, with what was taken back, would be seen.
                let figures = cells.compactMap { $0.value?.estimate }.filter { $0 != 0 }
                #expect(figures.count == 1 && figures.allSatisfy { abs($0 - 120) < 6 }, "\(figures)")
            }
        }

        @Test("the example in Swift and a plain OpenTelemetry app in Python meet in one figure") func meeting()
            async throws
        {
            let catalog = try Project.text("Examples/Notes/catalog.yaml")
                .replacing(/epsilon: [0-9.]+/, with: "epsilon: 20")
                .replacing("budget: {epsilon: 20", with: "budget: {epsilon: 100")
                .replacing("max_cells: 4", with: "max_cells: 1")
            let setup = CollectorSetup(catalog: .custom(catalog), clock: "simulated:\(Date().formatted)")
            try await RunningCollector.run(setup) { collector in
                for _ in 0..<8 {
                    let folder = try TemporaryFolder()
                    defer { folder.remove() }
                    let environment = [
                        "TACIT_CONSENT": "analytics", "TACIT_ENDPOINT": collector.otlpHTTP, "HOME": folder.url.path,
                        "NOTES_HOME": folder.url.path,
                    ]
                    let added = try await Program.run(
                        Project.built("notes"), ["add", "write to jane@example.com"], environment: environment)
                    #expect(added.status == 0, "\(added.errors)")
                    let sent = try await Program.tacit("send", "--project", "notes", environment: environment)
                    #expect(sent.status == 0, "\(sent.output)\(sent.errors)")
                    let plain = try await Program.run(
                        Project.python(), [Project.file("Examples/Python/notes.py").path, "add", "--times", "2"],
                        environment: ["OTEL_EXPORTER_OTLP_ENDPOINT": collector.otlpHTTP])
                    #expect(plain.status == 0, "\(plain.errors)")
                }
                try await collector.moveClock(to: Int64(Date().timeIntervalSince1970) + 2 * 86_400)
                let report = try await collector.report()
                let cells = report["commands"]?.windows.flatMap(\.cells).filter { $0.labels == ["add", "true"] } ?? []
                #expect(
                    cells.contains { $0.value?.agrees(with: 24) == true && $0.contributors?.agrees(with: 16) == true })
            }
        }

        /// The example let the command fail where the answer had no place: the note was lost.
        @Test("an answer that can't be written down costs nobody a note, and is asked for again") func unwritable()
            async throws
        {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let state = folder.url.appendingPathComponent(".local/state")
            try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
            try Data().write(to: state.appendingPathComponent("tacit"))
            for _ in 0..<2 {
                let added = try await Program.run(
                    Project.python(),
                    [
                        Project.file("Tests/Clients/terminal.py").path, "what would be sent (no): ", "y",
                        Project.built("notes").path, "add", "milk",
                    ], environment: ["HOME": folder.url.path, "NOTES_HOME": folder.url.path])
                #expect(added.status == 0, "\(added.output)\(added.errors)")
                #expect(added.output.contains("what would be sent (no): "))
            }
            let notes = try String(contentsOf: folder.url.appendingPathComponent("notes.txt"), encoding: .utf8)
            #expect(notes == "milk\nmilk\n")
        }

        @Test("200 planted values are in no byte that it sends, keeps or logs, nor in the collector's store")
        func planted() async throws {
            let values = Self.plantedValues
            #expect(values.count >= 200)
            try await RunningCollector.run(try Self.setup) { collector in
                let folder = try TemporaryFolder()
                defer { folder.remove() }
                let environment = Self.consent.merging(
                    [
                        "TACIT_ENDPOINT": collector.otlpHTTP, "TACIT_SEALED": "off", "HOME": folder.url.path,
                        "TACIT_VERBOSE": "true", "TACIT_MAX_QUEUE_SIZE": "2000",
                    ]) { $1 }
                let outcome = try await Program.run(
                    Project.built("stepper"), ["texts"], input: Array(values.joined(separator: "\n").utf8),
                    environment: environment)
                #expect(outcome.status == 0 && outcome.output.contains("sent"), "\(outcome.output)\(outcome.errors)")
                var written = try folder.files().map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
                written += try collector.home.written()
                written += [("output", outcome.bytes), ("verbose", Array(outcome.errors.utf8))]
                #expect(written.contains { $0.0.hasSuffix(".entries") }, "the log of what was sent")
                let export = try await Program.tacit("export", "--project", "stepper", environment: environment)
                #expect(export.status == 0, "\(export.errors)")
                written.append(("export", export.bytes))
                for value in values {
                    let bytes = Data(value.utf8)
                    for (name, content) in written {
                        #expect(Data(content).range(of: bytes) == nil, "a planted value is in \(name)")
                    }
                }
                #expect(export.output.contains("[EMAIL]"), "the search would find what is there")
            }
        }

        /// One of a kind for every kind of thing that the scrubber finds without a word beside it.
        private static var plantedValues: [String] {
            (0..<40).flatMap { number in
                [
                    "person\(number)@example.com", "192.0.2.\(number + 1)",
                    "2001:db8::\(String(number + 16, radix: 16)):1",
                    "ghp" + "_" + String(repeating: "Ab\(number % 10)x", count: 9),
                    "+1 202 555 01\(number < 10 ? "0" : "")\(number)",
                ]
            }
        }
    }

    /// Ten kills in an ordinary run, a hundred with `TACIT_SOAK=1`, and 40 in its slice.
    @Suite("Soak: an app that is killed loses nothing that was synchronized, and nothing counts twice")
    struct SoakSDKTests {
        private static let kills = Soak.times(10, slice: 40, whole: 100)

        private struct Result: Decodable {
            let numbers: [Int]
            let conflicts: Int
        }

        @Test("kill -9 while it records and sends to a collector that fails in every way") func kill() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let receiver = try Program(
                Project.python(), [Project.file("Tests/Clients/receive.py").path, "--faults", "0.4"], in: folder.url,
                named: "receiver")
            defer { receiver.send(SIGKILL) }
            var port = 0
            try await eventually("the receiver's port") {
                port =
                    Int(try String(contentsOf: receiver.output, encoding: .utf8).trimmingCharacters(in: .newlines)) ?? 0
                return port > 0
            }
            let environment = [
                "TACIT_CONSENT": "analytics", "TACIT_ENDPOINT": "http://127.0.0.1:\(port)",
                "TACIT_SYNC_INTERVAL": "20ms", "TACIT_MAX_QUEUE_SIZE": "100000", "HOME": folder.url.path,
            ]
            var random = SystemRandomNumberGenerator()
            var recorded: Set<Int> = []
            var certain: Set<Int> = []
            for round in 0..<Self.kills {
                let first = round * 100_000
                let program = try Program(
                    Project.built("stepper"), ["steps", "\(first)", "50000", "500"], environment: environment,
                    in: folder.url, named: "app-\(round)")
                // A real kill needs a real moment: at any point between the start and a second of work.
                try await Task.sleep(for: .milliseconds(.random(in: 100...1400, using: &random)))
                let killed = Date().timeIntervalSince1970
                program.send(SIGKILL)
                _ = await program.exit()
                for line in try String(contentsOf: program.output, encoding: .utf8).split(separator: "\n") {
                    let parts = line.split(separator: " ")
                    guard parts.count == 2, let number = Int(parts[0]), let time = Double(parts[1]) else { continue }
                    recorded.insert(number)
                    // The stated interval, and as much again as a busy machine may take to write.
                    if time < killed - 2 { certain.insert(number) }
                }
                try? FileManager.default.removeItem(at: program.output)
            }
            // Until everything has gone out.
            try await eventually("the last batch", within: .seconds(120)) {
                let outcome = try await Program.run(
                    Project.built("stepper"), ["steps", "0", "0", "0"], environment: environment)
                return outcome.output.contains("end nothing")
            }
            let answer = try await Program.run(Project.tool("curl"), ["-s", "http://127.0.0.1:\(port)/result"])
            let result = try answer.json(Result.self)
            #expect(result.conflicts == 0, "a name that stands for two batches")
            let counts = Dictionary(grouping: result.numbers) { $0 }.mapValues(\.count)
            #expect(counts.values.allSatisfy { $0 == 1 }, "an event that counts twice")
            #expect(certain.subtracting(counts.keys).isEmpty, "an event that was lost")
            #expect(Set(counts.keys).isSubset(of: recorded.union(recorded.map { $0 + 1 })))
            #expect(counts.count > Self.kills * 10)
        }
    }
}
