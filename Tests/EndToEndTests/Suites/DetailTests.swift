import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("Sealed detail: what counted can be read for a reason, for as long as it may be, and by nothing else")
    struct DetailTests {
        /// At 10:00 UTC, years from today: also where no window has closed yet, the folder lives in its own time.
        private static let start = Moment.seconds - Moment.seconds % Moment.day + 36_000
        private static let day = String(Date(timeIntervalSince1970: Double(start)).formatted.prefix(10))
        private static let setup = CollectorSetup(
            lines: ["detail: true"],
            clock: "simulated:\(Date(timeIntervalSince1970: Double(start)).formatted)")
        private static let reason = "crash of the export, ticket 4711"

        private struct Record: Decodable {
            let hour: String
            let event: String
            let metrics: [String]
            let fields: [String: Value]

            enum Value: Decodable, Equatable {
                case none
                case number(Double)
                case text(String)

                init(from decoder: any Decoder) throws {
                    let value = try decoder.singleValueContainer()
                    if value.decodeNil() {
                        self = .none
                    } else if let number = try? value.decode(Double.self) {
                        self = .number(number)
                    } else {
                        self = .text(try value.decode(String.self))
                    }
                }
            }
        }

        private struct Readings: Decodable {
            let entries: [Reading]
            let faults: [String]

            struct Reading: Decodable {
                let number: Int
                let records: Int
                let reason: String
                let event: String?
            }
        }

        private func detail(_ folder: CollectorFolder, _ arguments: String..., status: Int32 = 0) async throws
            -> Outcome
        {
            let outcome = try await Program.run(
                Project.tacit(),
                ["detail", "--state", folder.state.path, "--config", folder.configurationFile] + arguments)
            #expect(outcome.status == status, "\(outcome.errors) \(outcome.output.prefix(500))")
            return outcome
        }

        private func records(
            _ folder: CollectorFolder, day: String = Self.day, _ arguments: String...
        ) async throws -> [Record] {
            let outcome = try await Program.run(
                Project.tacit(),
                [
                    "detail", "--state", folder.state.path, "--config", folder.configurationFile, "--day", day,
                    "--reason", Self.reason, "--json",
                ] + arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try outcome.output.split(separator: "\n").map {
                try JSONDecoder().decode(Record.self, from: Data($0.utf8))
            }
        }

        private func readings(_ folder: CollectorFolder, status: Int32 = 0) async throws -> Readings {
            try await detail(folder, "--reads", "--json", status: status).json(Readings.self)
        }

        private func keys(_ folder: CollectorFolder) throws -> [[UInt8]] {
            try folder.written().filter { $0.name.hasPrefix("\(Self.day)") && $0.name.hasSuffix(".key") }.map(\.bytes)
        }

        @Test("from real clients: every record that counted, exactly, and nothing of who sent it") func clients()
            async throws
        {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                let sent = try await Client.told(
                    Client.Sent.self, "send",
                    [
                        "--endpoint", collector.otlpHTTP, "--count", "200", "--contributors", "200", "--batch", "20",
                        "--start", "\(Self.start)",
                    ])
                try await collector.moveClock(to: Self.start + 120)
                let uses = try await records(folder, "--event", "feature.used")
                #expect(uses.count == 200)
                for (feature, counts) in sent.counts("feature.used") {
                    let label = Record.Value.text(feature == "import" ? "other" : feature)
                    for (outcome, truth) in counts {
                        let success = Record.Value.text(outcome == "success" ? "true" : "false")
                        #expect(
                            uses.count { $0.fields["feature"] == label && $0.fields["success"] == success } == truth,
                            "\(feature) \(outcome)")
                    }
                }
                #expect(uses.allSatisfy { $0.hour == "\(Self.day)T10:00Z" && $0.metrics.contains("feature.uses") })
                let shown = try await detail(folder, "--day", Self.day, "--reason", Self.reason).output
                #expect(shown.contains("feature.used") && shown.contains("This reading is line 2 of"))
                for planted in ["installation-", "192.0.2.", "example-browser", "someone", "shop-1", "screen.width"] {
                    #expect(!shown.contains(planted), "\(planted)")
                }
                let held = try await collector.get("/held").text
                #expect(held.contains("Sealed detail") && held.contains("class 4, detail"))
                let status = try await Program.tacit("status", "--state", folder.state.path)
                #expect(status.output.contains("Sealed detail: days of single records, sanitized"))
                let list = try await readings(folder)
                #expect(list.entries.map(\.reason) == [Self.reason, Self.reason])
                #expect(list.entries.map(\.event) == ["feature.used", nil] && list.entries[0].records == 1000)
            }
        }

        @Test("without a reason, or with one that names somebody, nothing is shown and nothing is logged")
        func refused()
            async throws
        {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(20, time: Self.start)).status == 200)
                #expect(await collector.stop() == 0)
                for arguments in [
                    ["--day", Self.day], ["--day", Self.day, "--reason", "short"],
                    ["--day", Self.day, "--reason", "for planted.person@example.com"],
                    ["--reason", Self.reason], ["--day", "2026-6-1", "--reason", Self.reason],
                    ["--from", "2026-06-15", "--to", "2026-06-14", "--reason", Self.reason],
                    ["--from", "2026-06-15", "--reason", Self.reason],
                    ["--day", Self.day, "--reason", Self.reason, "--metric", "no such; name"],
                    ["--day", Self.day, "--reason", Self.reason, "--metric", "planted.person"],
                    ["--day", Self.day, "--reason", Self.reason, "--event", "planted-event"],
                    ["--day", Self.day, "--reason", Self.reason, "--event", "feature.used", "--metric", "planted"],
                ] {
                    let outcome = try await Program.run(
                        Project.tacit(), ["detail", "--state", folder.state.path] + arguments)
                    #expect(outcome.status == 64 && outcome.output.isEmpty, "\(arguments)")
                    #expect(!outcome.errors.contains("planted"))
                }
                #expect(try await readings(folder).entries.isEmpty)
                #expect(try await records(folder, "--event", "feature.used").count == 20)
            }
        }

        @Test("where the reading can't be logged nothing is shown") func failsClosed() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(20, time: Self.start)).status == 200)
                #expect(await collector.stop() == 0)
                let log = folder.state.appendingPathComponent("detail-reads.log")
                try FileManager.default.createDirectory(at: log, withIntermediateDirectories: false)
                let outcome = try await detail(folder, "--day", Self.day, "--reason", Self.reason, status: 1)
                #expect(outcome.output.isEmpty && outcome.errors.contains("detail-reads.log"))
            }
        }

        @Test("a line of the log that somebody altered is named by its number, by `--reads` and by verify")
        func tampered()
            async throws
        {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(20, time: Self.start)).status == 200)
                #expect(await collector.stop() == 0)
                for _ in 0..<3 { _ = try await records(folder) }
                let log = folder.state.appendingPathComponent("detail-reads.log")
                var lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
                lines[1] = lines[1].replacing("4711", with: "1")
                try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: log)
                let list = try await readings(folder, status: 3)
                #expect(list.faults.count == 1 && list.faults[0].contains("detail-reads.altered"))
                #expect(list.faults[0].contains("line 2"))
                let verified = try await Program.tacit("verify", "storage", "--state", folder.state.path)
                #expect(verified.status == 3 && verified.output.contains("detail-reads.log, line 2"))
            }
        }

        @Test("a cut at the end of the log is named once the collector has looked, by `--reads` and by verify")
        func cut() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(20, time: Self.start)).status == 200)
                for _ in 0..<3 { _ = try await records(folder) }
                try await collector.moveClock(to: Self.start + 3601)
                #expect(try await readings(folder).faults.isEmpty)
                let log = folder.state.appendingPathComponent("detail-reads.log")
                let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
                try Data(lines.prefix(2).map { $0 + "\n" }.joined().utf8).write(to: log)
                let list = try await readings(folder, status: 3)
                #expect(list.faults.count == 1 && list.faults[0].contains("detail-reads.missing"))
                let verified = try await Program.tacit("verify", "storage", "--state", folder.state.path)
                #expect(verified.status == 3 && verified.output.contains("detail-reads.log, line 3"))
            }
        }

        @Test("a collector that is killed again and again: what was written is there, and nothing is there twice")
        func killed() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                var written = 0
                for life in 0..<4 {
                    let start = Self.start + Int64(life) * 300
                    let collector = try await folder.start(
                        clock: "simulated:\(Date(timeIntervalSince1970: Double(start)).formatted)")
                    let first = DetailRequests.uses(life * 40..<life * 40 + 20, time: start)
                    #expect(try await collector.post(.logs, first).status == 200)
                    try await collector.moveClock(to: start + 60)
                    written += 20
                    // What waits now is lost here; the figures have it, so that it counts no second time when it comes again.
                    let second = DetailRequests.uses(life * 40 + 20..<life * 40 + 40, time: start)
                    #expect(try await collector.post(.logs, second).status == 200)
                    await collector.kill()
                    #expect(try await records(folder, "--event", "feature.used").count == written)
                }
                let verified = try await Program.tacit("verify", "storage", "--state", folder.state.path)
                #expect(verified.status == 0, "\(verified.output)")
            }
        }

        @Test("at its limit it is gone: no key in any byte, nothing to read, and a certificate") func limit()
            async throws
        {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(50, time: Self.start)).status == 200)
                try await collector.moveClock(to: Self.start + 60)
                let before = try keys(folder)
                #expect(before.count == 1)
                #expect(try await records(folder, "--event", "feature.used").count == 50)
                for day in 1...31 { try await collector.moveClock(to: Self.start + Int64(day) * Moment.day) }
                let left = try folder.written()
                #expect(try keys(folder).isEmpty && !left.contains { $0.name.hasSuffix(".detail") })
                for (name, bytes) in left {
                    for key in before { #expect(bytes.firstRange(of: key.suffix(60)) == nil, "\(name)") }
                }
                #expect(try await records(folder).isEmpty)
                let listed = try await Program.tacit("purge", "--certificates", "--state", folder.state.path)
                #expect(listed.status == 0 && listed.output.contains("days of sealed detail"), "\(listed.output)")
            }
        }

        @Test("a purge, of a running collector and of the files, takes all of it", arguments: [true, false])
        func purged(isRunning: Bool) async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(50, time: Self.start)).status == 200)
                try await collector.moveClock(to: Self.start + 60)
                if !isRunning { #expect(await collector.stop() == 0) }
                let outcome = try await Program.run(
                    Project.tacit(),
                    [
                        "purge", "--scope", "detail", "--yes", "--state", folder.state.path, "--config",
                        folder.configurationFile,
                    ]
                        + (isRunning ? ["--collector", collector.dashboard] : []))
                #expect(outcome.status == 0 && outcome.output.contains("days of sealed detail"), "\(outcome.output)")
                #expect(try await records(folder).isEmpty && keys(folder).isEmpty)
                guard isRunning else { return }
                #expect(try await collector.post(.logs, Requests.logs(9, time: Self.start + 60)).status == 200)
                try await collector.moveClock(to: Self.start + 120)
                #expect(try await records(folder, "--event", "feature.used").count == 9)
            }
        }

        @Test("keys that were rotated open it, and `keys list` counts its days") func rotated() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(50, time: Self.start)).status == 200)
                #expect(await collector.stop() == 0)
                let place = ["--state", folder.state.path, "--config", folder.configurationFile]
                let rotated = try await Program.run(Project.tacit(), ["keys", "rotate"] + place)
                #expect(rotated.status == 0, "\(rotated.errors)")
                let listed = try await Program.run(Project.tacit(), ["keys", "list"] + place)
                #expect(listed.output.contains("1 day of sealed detail"), "\(listed.output)")
                #expect(try await records(folder, "--event", "feature.used").count == 50)
            }
        }
    }
}

/// Records of so many people, each of one.
private enum DetailRequests {
    static func uses(_ people: Range<Int>, time: Int64) -> [UInt8] {
        var writer = OTLPLogWriter(resource: [("service.name", "shop")], scope: "shop", version: "1.0.0")
        for number in people {
            writer.append(
                eventName: "feature.used", time: UInt64(time) * 1_000_000_000,
                attributes: [
                    ("feature", "search"), ("duration_ms", 12), ("success", true),
                    ("enduser.id", .string("installation-\(number)")),
                ])
        }
        return writer.finish()
    }
}
