import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("What has reached its limit is gone from every byte that was written, and it is certified")
    struct RetentionTests {
        private static let setup = CollectorSetup(
            catalog: .custom(RetentionCatalog.text), lines: ["retention: {classes: [press=2h], metrics: [shown=press]}"]
        )

        private struct Listed: Decodable {
            let entries: [Certificate]
            let faults: [String]

            struct Certificate: Decodable {
                let number: Int
                let reason: String
                let removed: [Removed]
            }

            struct Removed: Decodable {
                let kind: String
                let `class`: String
                let metric: String?
                let records: Int
            }
        }

        private func places(of planted: String, in folder: CollectorFolder) throws -> [String] {
            try folder.written().filter { $0.bytes.firstRange(of: Array(planted.utf8)) != nil }.map(\.name)
        }

        private func certificates(_ folder: CollectorFolder, status: Int32 = 0) async throws -> Listed {
            let outcome = try await Program.tacit(
                "purge", "--certificates", "--json", "--config", folder.configurationFile, "--state", folder.state.path)
            #expect(outcome.status == status, "\(outcome.errors) \(outcome.output)")
            return try outcome.json(Listed.self)
        }

        @Test("a released label that was planted is found before its limit and nowhere after; the ledger still holds")
        func planted() async throws {
            let planted = "planted" + "label77"
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                let start = Moment.seconds
                let request = RetentionCatalog.logs(500, feature: planted, time: start)
                #expect(try await collector.post(.logs, request).status == 200)
                try await collector.moveClock(to: start + 75)
                #expect(!(try places(of: planted, in: folder)).isEmpty, "it was released")
                #expect(try await certificates(folder).entries.isEmpty)

                // Every hour; the limit is reached between the second and the third.
                for hour in 1...3 { try await collector.moveClock(to: start + 75 + Int64(hour) * 3600) }
                #expect(try places(of: planted, in: folder) == [])
                let listed = try await certificates(folder)
                #expect(listed.faults.isEmpty && listed.entries.first?.reason == "retention")
                let removed = try #require(listed.entries.first?.removed.first)
                #expect(removed.kind == "releases" && removed.metric == "shown" && removed.class == "press")

                let verified = try await Program.tacit("verify", "privacy", "--state", folder.state.path)
                #expect(verified.status == 0, "\(verified.output)")
                let status = try await Program.tacit("status", "--state", folder.state.path)
                #expect(status.output.contains("Removed for good") && status.output.contains("certificate "))
                #expect(try await collector.get("/metrics").text.contains("tacit_retention_last_removed_records "))
                // What it was asked for is told by the page too, and what the log holds names no label.
                #expect(try await collector.get("/api/report").text.contains("\"removed_at\""))
                #expect(await collector.stop() == 0)
                #expect(try places(of: planted, in: folder) == [])
            }
        }

        @Test("a line that somebody altered is named by its number") func altered() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                try await collector.moveClock(to: Moment.seconds + 75)
                for hour in 1...4 { try await collector.moveClock(to: Moment.seconds + 75 + Int64(hour) * 3600) }
                #expect(await collector.stop() == 0)
                let log = folder.state.appendingPathComponent("deletions.log")
                let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
                #expect(lines.count >= 2)
                let altered = lines[1].replacing(#""metric":"shown""#, with: #""metric":"other""#)
                #expect(altered != lines[1])
                try Data(([lines[0], altered] + lines[2...]).map { $0 + "\n" }.joined().utf8).write(to: log)
                let listed = try await certificates(folder, status: 3)
                #expect(listed.faults.count == 1 && listed.faults[0].contains("line 2"))
            }
        }

        @Test(
            "a class or metric without a limit, or with one above its maximum, stops the start, with line and remedy",
            arguments: [
                ("retention: {errors: 8d}", "retention.errors [out-of-range]"),
                ("retention: {classes: [press]}", "retention.classes [no-limit]"),
                ("retention: {metrics: [shown=press]}", "retention.metrics [no-limit]"),
                ("retention: {metrics: [shwon=1d]}", "did you mean `shown`?"),
                ("retention: {metrics: [asked=errors]}", "lower its `keep_days`"),
            ]) func refused(line: String, complaint: String) async throws
        {
            let setup = CollectorSetup(catalog: .custom(RetentionCatalog.text), lines: [line])
            try await RunningCollector.withFolder(setup) { folder in
                do {
                    _ = try await folder.start()
                    Issue.record("it started")
                } catch let failure as RunningCollector.DidNotStart {
                    #expect(failure.status == 1)
                    #expect(failure.errors.contains(complaint), "\(failure.errors)")
                    #expect(failure.errors.contains("tacit.yaml:5:") && failure.errors.contains("→"))
                }
            }
        }
    }
}
