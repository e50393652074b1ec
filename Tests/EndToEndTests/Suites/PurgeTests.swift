import Foundation
import GRDB
import Synchronization
import TacitWire
import Testing

extension EndToEnd {
    @Suite("A purge leaves nothing of what it names, says what it could not reach, and the collector goes on")
    struct PurgeTests {
        private static let setup = CollectorSetup(
            catalog: .custom(RetentionCatalog.text), lines: ["sessions: {enabled: true}"])

        private struct Purged: Decodable {
            let removed: [Removed]
            let certificates: [Certificate]
            let unreached: [Unreached]

            struct Removed: Decodable {
                let kind: String
                let records: Int
                let keys: Int
            }

            struct Certificate: Decodable { let number: Int }

            struct Unreached: Decodable {
                let what: String
                let remedy: String
            }

            func records(_ kind: String) -> Int { removed.filter { $0.kind == kind }.reduce(0) { $0 + $1.records } }
            func keys(_ kind: String) -> Int { removed.filter { $0.kind == kind }.reduce(0) { $0 + $1.keys } }
        }

        /// What those who send have been answered, and whether they are to stop.
        private final class Load: Sendable {
            let answers = Mutex<[Int]>([])
            let isOver = Atomic(false)
        }

        private func purge(
            _ folder: CollectorFolder, _ collector: RunningCollector?, _ arguments: String..., status: Int32 = 0,
            environment: [String: String] = [:]
        ) async throws -> Outcome {
            let place = ["--config", folder.configurationFile, "--state", folder.state.path]
            let page = collector.map { ["--collector", $0.dashboard] } ?? []
            let outcome = try await Program.run(
                Project.tacit(), ["purge"] + arguments + place + page, environment: environment)
            #expect(outcome.status == status, "\(outcome.errors) \(outcome.output)")
            return outcome
        }

        private func session(_ collector: RunningCollector) async throws -> String {
            let answer = try await collector.send(
                "POST", collector.otlpHTTP + "/v1/sessions", headers: [("content-type", "text/plain")],
                Array("planted-draft".utf8))
            let document = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            return try #require(document?["token"] as? String)
        }

        private func read(_ token: String, _ collector: RunningCollector) async throws -> Int {
            try await collector.send(
                "GET", collector.otlpHTTP + "/v1/sessions", headers: [("authorization", "Bearer \(token)")]
            ).status
        }

        /// Two minutes of which exact figures are kept, a third that is open, and sessions.
        private func fill(_ collector: RunningCollector, sessions: Int) async throws -> [String] {
            for minute in 0..<3 {
                let time = Moment.seconds + Int64(minute) * 60
                try await collector.moveClock(to: time + 30)
                #expect(
                    try await collector.post(.logs, RetentionCatalog.logs(300, feature: "search", time: time)).status
                        == 200)
            }
            var tokens: [String] = []
            for _ in 0..<sessions { tokens.append(try await session(collector)) }
            return tokens
        }

        /// The wrapped keys of windows and of sealed detail, as they lie in the folder. The store's files are left alone: who closes one
        /// gives up all locks that the process has on it.
        private func keys(_ folder: CollectorFolder) throws -> [[UInt8]] {
            try folder.folder.files().filter {
                $0.lastPathComponent.hasSuffix(".key") && $0.lastPathComponent.contains("-")
            }.map { Array(try Data(contentsOf: $0)) }
        }

        @Test("an emergency under load: sessions, open windows, journal and exact figures go, and what comes is taken")
        func emergency() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                let tokens = try await fill(collector, sessions: 50)
                let before = try keys(folder)
                #expect(!before.isEmpty)
                let load = Load()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<4 {
                        group.addTask {
                            while !load.isOver.load(ordering: .relaxed) {
                                let body = RetentionCatalog.logs(
                                    50, feature: "load\(number)", time: Moment.seconds + 120)
                                let status = try await collector.post(.logs, body).status
                                load.answers.withLock { $0.append(status) }
                            }
                        }
                    }
                    try await eventually("load") { load.answers.withLock { $0.count > 20 } }
                    let start = ContinuousClock.now
                    let outcome = try await purge(folder, collector, "--emergency", "--yes", "--json")
                    // The limit of the promise, with room for a machine that does other things.
                    #expect(ContinuousClock.now - start < .seconds(20))
                    let report = try outcome.json(Purged.self)
                    #expect(report.unreached.isEmpty && report.certificates.map(\.number) == [1])
                    #expect(report.records("sessions") == 50)
                    #expect(report.records("windows") >= 1 && report.keys("windows") >= 1)
                    #expect(report.records("exact") == 2 && report.keys("exact") == 2)
                    #expect(report.records("releases") == 0, "released figures are nobody's")
                    let after = load.answers.withLock(\.count) + 20
                    try await eventually("load goes on") { load.answers.withLock { $0.count > after } }
                    load.isOver.store(true, ordering: .relaxed)
                    try await group.waitForAll()
                }
                #expect(load.answers.withLock { $0.allSatisfy { $0 == 200 || $0 == 503 } })
                #expect(load.answers.withLock { $0.suffix(10).allSatisfy { $0 == 200 } })
                for token in tokens { #expect(try await read(token, collector) == 410) }
                #expect(try await read(try await session(collector), collector) == 200)
                for (name, bytes) in try folder.written() {
                    for key in before { #expect(bytes.firstRange(of: key.suffix(48)) == nil, "\(name)") }
                }

                // What was taken since is kept: a crash loses none of it, and its window is released.
                await collector.kill()
                let time = Date(timeIntervalSince1970: Double(Moment.seconds + 150))
                let again = try await folder.start(clock: "simulated:\(time.formatted)")
                let said = try again.log
                #expect(!said.contains("can't be read"), "\(said)")
                try await again.moveClock(to: Moment.seconds + 300)
                let windows = try await again.report()["shown"]?.windows
                let cells = windows?.last { $0.start == Moment.seconds + 120 }?.cells ?? []
                #expect(cells.contains { $0.labels[0].hasPrefix("load") && $0.shown }, "\(windows ?? [])")
                #expect(!cells.contains { $0.labels == ["search"] && $0.shown }, "that came before the purge")
                _ = try await purge(folder, again, "--certificates")
                let verified = try await Program.tacit("verify", "privacy", "--state", folder.state.path)
                #expect(verified.status == 0, "\(verified.output)")
            }
        }

        @Test(
            "each scope removes what it names and nothing else",
            arguments: ["sessions", "windows", "exact", "releases", "counters"])
        func scopes(scope: String) async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                let tokens = try await fill(collector, sessions: 1)
                // Counters are published every ten minutes.
                if scope == "counters" { try await collector.moveClock(to: Moment.seconds + 700) }
                let outcome = try await purge(folder, collector, "--scope", scope, "--yes", "--json")
                let kinds = Set(try outcome.json(Purged.self).removed.map(\.kind))
                #expect(kinds == [scope])
                #expect(try await read(tokens[0], collector) == (scope == "sessions" ? 410 : 200))
                let metric = try await collector.report()["shown"]
                #expect(metric?.windows.isEmpty == (scope == "releases"))
            }
        }

        @Test("where none runs it is done on the files, and certified") func stopped() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                _ = try await fill(collector, sessions: 0)
                let before = try keys(folder)
                #expect(await collector.stop() == 0)
                let report = try await purge(folder, nil, "--emergency", "--yes", "--json").json(Purged.self)
                #expect(report.unreached.isEmpty && report.records("exact") == 2 && report.keys("windows") >= 1)
                for (name, bytes) in try folder.written() {
                    for key in before { #expect(bytes.firstRange(of: key.suffix(48)) == nil, "\(name)") }
                }
                _ = try await purge(folder, nil, "--certificates")
                let again = try await folder.start()
                #expect(try await again.get("/readyz").status == 200)
                #expect(try await purge(folder, again, "--json").json(Purged.self).removed.isEmpty)
            }
        }

        /// The keys of windows and of sealed detail were noted with the first rows that went: they had no certificate then.
        @Test(
            "where it is killed when the keys are gone, and nothing could be noted, the next start certifies all of them",
            arguments: [true, false]) func killed(runs: Bool) async throws
        {
            var setup = Self.setup
            setup.lines += ["detail: true"]
            try await RunningCollector.withFolder(setup) { folder in
                let collector = try await folder.start()
                _ = try await fill(collector, sessions: 0)
                try await eventually("detail") { try keys(folder).count > 1 }
                if !runs { #expect(await collector.stop() == 0) }
                let before = try keys(folder)
                var configuration = Configuration()
                configuration.allowsUnsafeTransactions = true
                let path = folder.state.appendingPathComponent("tacit.sqlite").path
                let store = try DatabaseQueue(path: path, configuration: configuration)
                try await store.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
                let scopes = ["windows", "detail", "exact"].flatMap { ["--scope", $0] }
                let place = ["--config", folder.configurationFile, "--state", folder.state.path]
                let page = runs ? ["--collector", collector.dashboard] : []
                let purge = try Program(
                    Project.tacit(), ["purge", "--yes"] + scopes + place + page, in: folder.folder.url, named: "purge")
                try await eventually("the keys to go") {
                    (try? keys(folder))?.allSatisfy { !before.contains($0) } ?? false
                }
                if runs { await collector.kill() } else { purge.send(SIGKILL) }
                #expect(await purge.exit() != 0)
                try await store.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
                try store.close()

                let time = Date(timeIntervalSince1970: Double(Moment.seconds + 150))
                let again = try await folder.start(clock: "simulated:\(time.formatted)")
                try await again.moveClock(to: Moment.seconds + 160)
                #expect(await again.stop() == 0)
                let listed = try await self.purge(folder, nil, "--certificates", "--json")
                let removed = try listed.json(Certified.self).entries.flatMap(\.removed)
                #expect(removed.reduce(0) { $0 + $1.keys } == before.count, "\(removed)")
                #expect(Set(removed.map(\.kind)) == ["windows", "detail"])
                let verified = try await Program.tacit(
                    "verify", "--config", folder.configurationFile, "--state", folder.state.path)
                #expect(verified.status == 0, "\(verified.output)")
            }
        }

        private struct Certified: Decodable {
            let entries: [Entry]

            struct Entry: Decodable { let removed: [Purged.Removed] }
        }

        @Test("where one hangs its files are purged, and what its memory holds is named") func hanging() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                _ = try await fill(collector, sessions: 1)
                let before = try keys(folder)
                collector.program.send(SIGSTOP)
                let outcome = try await purge(folder, collector, "--emergency", "--yes", "--json", status: 1)
                collector.program.send(SIGCONT)
                let report = try outcome.json(Purged.self)
                #expect(report.unreached.map(\.what).contains { $0.contains("open windows in the memory") })
                #expect(report.unreached.map(\.what).contains { $0.contains("sessions in the memory") })
                #expect(report.unreached.allSatisfy { !$0.remedy.isEmpty })
                #expect(report.records("exact") == 2 && report.certificates.count == 1)
                await collector.kill()
                for (name, bytes) in try folder.written() {
                    for key in before { #expect(bytes.firstRange(of: key.suffix(48)) == nil, "\(name)") }
                }
            }
        }

        /// The story: what it held was released and written down when it went on, sealed detail under a new key, and over the note of
        /// what the purge had removed.
        @Test(
            "one that hung and goes on writes nothing of what it held, keeps what was noted meanwhile, and takes what comes",
            arguments: [true, false]) func waking(journal: Bool) async throws
        {
            var setup = Self.setup
            setup.lines += ["detail: true", "journal: \(journal)"]
            try await RunningCollector.withFolder(setup) { folder in
                let collector = try await folder.start()
                let tokens = try await fill(collector, sessions: 1)
                collector.program.send(SIGSTOP)
                _ = try await purge(folder, collector, "--emergency", "--yes", "--json", status: 1)
                let after = try folder.written().filter { $0.name.hasPrefix("deletions.log") }.map(\.bytes)
                let noted = try await note(folder)
                collector.program.send(SIGCONT)
                // The window that is open still waits for late data, and sealed detail is due.
                let wake = Moment.seconds + 185
                try await collector.moveClock(to: wake)
                #expect(try await read(tokens[0], collector) == 410)
                #expect(try folder.written().allSatisfy { !$0.name.hasSuffix(".detail") && $0.name != "purge.order" })
                let log = try #require(try folder.written().first { $0.name == "deletions.log" }).bytes
                #expect(log.starts(with: try #require(after.first)), "what the purge certified stays")
                #expect(try await note(folder) > noted)

                // What comes now counts, and nothing of before does.
                let load = RetentionCatalog.logs(300, feature: "after", time: wake)
                #expect(try await collector.post(.logs, load).status == 200)
                try await collector.moveClock(to: Moment.seconds + 300)
                let windows = try await collector.report()["shown"]?.windows
                let cells = windows?.filter { $0.start >= Moment.seconds + 120 }.flatMap(\.cells) ?? []
                #expect(cells.contains { $0.labels == ["after"] && $0.shown }, "\(windows ?? [])")
                #expect(!cells.contains { $0.labels == ["search"] && $0.shown }, "that came before the purge")
                let exact = try await store(folder).read { db in
                    try Int64.fetchAll(db, sql: "SELECT observed_from FROM exact")
                }
                #expect(!exact.isEmpty && exact.allSatisfy { $0 >= wake }, "\(exact)")
                #expect(await collector.stop() == 0)
                _ = try await purge(folder, nil, "--certificates")
                let verified = try await Program.tacit(
                    "verify", "--config", folder.configurationFile, "--state", folder.state.path)
                #expect(verified.status == 0, "\(verified.output)")
            }
        }

        /// The number of the certificate that the store's note of removals names last.
        private func note(_ folder: CollectorFolder) async throws -> Int {
            let text = try await store(folder).read { db in
                try String.fetchOne(db, sql: "SELECT text FROM document WHERE name = 'retention'")
            }
            let document = try JSONSerialization.jsonObject(with: Data((text ?? "").utf8)) as? [String: Any]
            return try #require((document?["log"] as? [String: Any])?["number"] as? Int)
        }

        private func store(_ folder: CollectorFolder) throws -> DatabaseQueue {
            try DatabaseQueue(path: folder.state.appendingPathComponent("tacit.sqlite").path)
        }

        @Test("nobody purges without an officer's token, not even where the page asks for none") func access()
            async throws
        {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                let tokens = try await fill(collector, sessions: 1)
                func token(_ role: String) async throws -> String {
                    try await Program.tacit(
                        "token", "create", "--state", folder.state.path, "--project", "test", "--role", role
                    ).output.trimmingCharacters(in: .whitespacesAndNewlines)
                }
                func ask(_ method: String, _ query: String, _ token: String?) async throws -> Int {
                    try await collector.send(
                        method, collector.dashboard + "/api/purge" + query,
                        headers: token.map { [("authorization", "Bearer \($0)")] } ?? []
                    ).status
                }
                #expect(try await collector.get("/").status == 200)
                #expect(try await ask("POST", "?emergency=true", nil) == 401)
                #expect(try await ask("POST", "?emergency=true", "tacit_nonsense") == 401)
                for role in ["viewer", "operator"] {
                    let token = try await token(role)
                    #expect(try await ask("POST", "?emergency=true", token) == 403)
                    let outcome = try await purge(
                        folder, collector, "--scope", "sessions", "--yes", status: 1,
                        environment: ["TACIT_TOKEN": token])
                    #expect(outcome.errors.contains("officer") && !outcome.errors.contains(token))
                }
                let officer = try await token("officer")
                #expect(try await ask("GET", "", officer) == 405)
                for query in ["?scope=all", "?emergency=yes", "?emergency=true&scope=exact", "?x=1"] {
                    #expect(try await ask("POST", query, officer) == 400)
                }
                #expect(try await read(tokens[0], collector) == 200, "nothing has gone so far")
                #expect(try await ask("POST", "?scope=sessions", officer) == 200)
                #expect(try await read(tokens[0], collector) == 410)
            }
        }

        /// A purge of one folder once asked whoever answered at the configured address, and removed another collector's windows.
        @Test("no collector removes anything for another one's folder, whoever's token comes with it") func others()
            async throws
        {
            try await RunningCollector.withFolder(Self.setup) { own in
                let collector = try await own.start()
                let tokens = try await fill(collector, sessions: 1)
                try await RunningCollector.run(Self.setup) { other in
                    let theirs = try await fill(other, sessions: 1)
                    func officer(_ folder: CollectorFolder) async throws -> [String: String] {
                        let made = try await Program.tacit(
                            "token", "create", "--state", folder.state.path, "--project", "test", "--role", "officer")
                        return ["TACIT_TOKEN": made.output.trimmingCharacters(in: .whitespacesAndNewlines)]
                    }
                    let (mine, stranger) = (try await officer(own), try await officer(other.home))
                    for environment in [stranger, mine, [:]] {
                        // The address that was given, and the one that is configured.
                        let page = String(other.dashboard.dropFirst("http://".count))
                        let wanted = ["--state", own.state.path, "--scope", "sessions", "--yes"]
                        for place in [["--collector", other.dashboard], []] {
                            let outcome = try await Program.run(
                                Project.tacit(), ["purge"] + wanted + place,
                                environment: environment.merging(["TACIT_LISTEN_DASHBOARD": page]) { $1 })
                            #expect(outcome.status == 1, "\(outcome.output)")
                            let said = "not the collector of \(own.state.path)"
                            #expect(outcome.errors.contains(said), "\(outcome.errors)")
                            #expect(outcome.errors.contains("--collector") && !outcome.errors.contains("TACIT_TOKEN"))
                        }
                    }
                    #expect(try await read(theirs[0], other) == 200)
                    #expect(!FileManager.default.fileExists(atPath: other.state + "/deletions.log"))

                    // The address alone means its collector, and the certificate is said to be that one's.
                    let remote = try await Program.run(
                        Project.tacit(), ["purge", "--collector", other.dashboard, "--scope", "sessions", "--yes"],
                        environment: stranger)
                    #expect(
                        remote.status == 0 && remote.output.contains("collector at \(other.dashboard)"),
                        "\(remote.errors)")
                    #expect(try await read(theirs[0], other) == 410)

                    // Where nobody answers there, no folder that nobody named is purged in its place.
                    let nobody = try await Program.run(
                        Project.tacit(), ["purge", "--collector", "http://127.0.0.1:1", "--emergency", "--yes"],
                        environment: stranger.merging(["TACIT_STATE": own.state.path]) { $1 })
                    #expect(nobody.status == 1 && !nobody.errors.contains("Going on"), "\(nobody.errors)")

                    #expect(try await read(tokens[0], collector) == 200)
                    _ = try await purge(own, collector, "--scope", "sessions", "--yes", environment: mine)
                    #expect(try await read(tokens[0], collector) == 410)
                }
            }
        }

        @Test("what can't be undone is asked for twice, and where nobody can answer, nothing is done") func asked()
            async throws
        {
            for arguments in [
                ["--emergency"], ["--scope", "exact"], ["--emergency", "--scope", "exact", "--yes"],
                ["--scope", "all", "--yes"],
            ] {
                let outcome = try await Program.run(Project.tacit(), ["purge", "--state", "nowhere"] + arguments)
                #expect(outcome.status == 64, "\(outcome.errors)")
            }
            for arguments in [[], ["--emergency", "--yes"], ["--certificates"]] {
                let outcome = try await Program.run(Project.tacit(), ["purge", "--state", "nowhere"] + arguments)
                #expect(outcome.status == 1 && outcome.errors.contains("nowhere"), "\(outcome.errors)")
            }
        }
    }
}
