import Foundation
import GRDB
import Testing

extension EndToEnd {
    /// Two kills between slices and three at any moment in an ordinary run, thirty of these with `TACIT_SOAK=1`, and ten in its slice.
    @Suite("Soak: killed amid a removal, the next start ends it, and certifies every row and key once")
    struct SoakRemovalTests {
        private static let kills = Soak.times(3, slice: 10, whole: 30)
        private static let setup = CollectorSetup(
            catalog: .custom(RetentionCatalog.text),
            lines: ["retention: {classes: [press=20h], metrics: [shown=press, asked=20h]}"])
        /// Of each of two metrics; exact figures go 256 at a time.
        private static let windows = 270
        private static let end = Moment.seconds + Int64(windows) * 60

        private struct Listed: Decodable {
            let entries: [Certificate]

            struct Certificate: Decodable { let removed: [Removed] }

            struct Removed: Decodable {
                let kind: String
                let from: Int64
                let to: Int64
                let records: Int
                let keys: Int
                let fingerprint: String?
            }
        }

        /// A folder whose windows have all been released.
        private func filled(_ body: (CollectorFolder) async throws -> Void) async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                for minute in 1...Self.windows {
                    try await collector.moveClock(to: Moment.seconds + Int64(minute) * 60)
                }
                try await collector.moveClock(to: Self.end + 15)
                #expect(await collector.stop() == 0)
                #expect(try await rows("exact", folder) == Self.windows)
                #expect(try await rows("release", folder) == Self.windows)
                try await body(folder)
            }
        }

        private func store(_ folder: CollectorFolder) throws -> DatabaseQueue {
            try DatabaseQueue(path: folder.state.appendingPathComponent("tacit.sqlite").path)
        }

        /// Those that were there at first: of the time since there are a few windows, which have not expired.
        private static let expired = "WHERE start < \(end)"

        private func rows(_ table: String, _ folder: CollectorFolder) async throws -> Int {
            try await store(folder).read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) \(Self.expired)") ?? 0
            }
        }

        private func start(_ folder: CollectorFolder, at time: Int64) async throws -> RunningCollector {
            try await folder.start(clock: "simulated:\(Date(timeIntervalSince1970: Double(time)).formatted)")
        }

        /// Starts a collector when everything has expired, lets it begin to remove that, and kills it.
        private func kill(_ folder: CollectorFolder, at time: Int64, when: () async throws -> Void) async throws {
            let collector = try await start(folder, at: time)
            let removing = Task { try? await collector.moveClock(to: time + 3600) }
            try await when()
            await collector.kill()
            await removing.value
        }

        /// Starts once more, and looks at what is certified then.
        private func finish(_ folder: CollectorFolder, at time: Int64) async throws -> [Listed.Removed] {
            let collector = try await start(folder, at: time)
            try await collector.moveClock(to: time + 3600)
            #expect(await collector.stop() == 0)
            for table in ["exact", "release"] { #expect(try await rows(table, folder) == 0) }
            let removed = try await certified(["exact", "releases"], folder)
            let verified = try await Program.tacit(
                "verify", "--config", folder.configurationFile, "--state", folder.state.path)
            #expect(verified.status == 0, "\(verified.output)")
            return removed
        }

        /// What is certified, which has to be every window once, and each key with its own.
        private func certified(_ kinds: [String], _ folder: CollectorFolder) async throws -> [Listed.Removed] {
            let outcome = try await Program.tacit(
                "purge", "--certificates", "--json", "--config", folder.configurationFile, "--state", folder.state.path)
            #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output)")
            let removed = try outcome.json(Listed.self).entries.flatMap(\.removed)
            for kind in kinds {
                let own = removed.filter { $0.kind == kind && $0.from < Self.end }.sorted { $0.from < $1.from }
                #expect(own.reduce(0) { $0 + $1.records } == Self.windows, "\(kind): \(own)")
                // One behind the other: no window is in two of them.
                #expect(zip(own, own.dropFirst()).allSatisfy { $0.to == $1.from }, "\(kind): \(own)")
                #expect(own.first?.from == Moment.seconds && own.last?.to == Self.end, "\(kind): \(own)")
                #expect(own.allSatisfy { $0.keys == (kind == "exact" ? $0.records : 0) }, "\(kind): \(own)")
                #expect(own.allSatisfy { ($0.fingerprint != nil) == (kind == "exact") }, "\(kind): \(own)")
            }
            return removed
        }

        /// The first row of the second slice of exact figures takes for ever.
        private func stall(_ folder: CollectorFolder) async throws {
            try await store(folder).write { db in
                try db.execute(
                    sql: """
                        CREATE VIEW stall AS
                            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;
                        CREATE TRIGGER stalls BEFORE DELETE ON exact
                            WHEN (SELECT count(*) FROM exact \(Self.expired)) <= \(Self.windows - 256)
                            BEGIN SELECT * FROM stall; END;
                        """)
            }
        }

        private func firstSlice(_ folder: CollectorFolder) async throws {
            try await eventually("the first slice") { try await rows("exact", folder) == Self.windows - 256 }
        }

        private func goOn(_ folder: CollectorFolder) async throws {
            try await store(folder).write { db in
                // The file is to be rewritten where the first of these is above the second, which these statements move.
                let wanted = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                let reached = try Int64.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
                #expect(wanted == reached + 1, "what the first slice took may still lie in the file")
                try db.execute(sql: "DROP TRIGGER stalls; DROP VIEW stall; PRAGMA user_version = \(wanted + 2)")
            }
        }

        /// The certificate of what had gone before a kill once named no keys.
        @Test("between two slices: what the first one took is certified with its keys, and the rest with its own")
        func betweenSlices() async throws {
            try await filled { folder in
                try await stall(folder)
                let time = Self.end + 86400
                try await kill(folder, at: time) { try await firstSlice(folder) }
                try await goOn(folder)
                let removed = try await finish(folder, at: time + 3600)
                #expect(removed.filter { $0.kind == "exact" }.map(\.keys) == [256, 14])
            }
        }

        @Test("a purge of files, too: the next one certifies what the first one took") func purge() async throws {
            try await filled { folder in
                try await stall(folder)
                let arguments = [
                    "purge", "--scope", "exact", "--yes", "--config", folder.configurationFile, "--state",
                    folder.state.path,
                ]
                let purge = try Program(Project.tacit(), arguments, in: folder.folder.url, named: "purge")
                try await firstSlice(folder)
                purge.send(SIGKILL)
                #expect(await purge.exit() == 128 + SIGKILL)
                try await goOn(folder)
                let again = try await Program.run(Project.tacit(), arguments)
                #expect(again.status == 0, "\(again.errors) \(again.output)")
                #expect(try await rows("exact", folder) == 0)
                #expect(try await certified(["exact"], folder).map(\.keys) == [256, 14])
            }
        }

        @Test("at any moment") func anyMoment() async throws {
            try await filled { folder in
                let full = folder.folder.url.appendingPathComponent("full")
                try FileManager.default.moveItem(at: folder.state, to: full)
                var random = SystemRandomNumberGenerator()
                for _ in 0..<Self.kills {
                    try? FileManager.default.removeItem(at: folder.state)
                    try FileManager.default.copyItem(at: full, to: folder.state)
                    let time = Self.end + 86400
                    try await kill(folder, at: time) {
                        try await Task.sleep(for: .milliseconds(.random(in: 0...250, using: &random)))
                    }
                    _ = try await finish(folder, at: time + 3600)
                }
            }
        }
    }
}
