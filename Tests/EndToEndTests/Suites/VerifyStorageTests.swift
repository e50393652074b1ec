import Foundation
import GRDB
import TacitWire
import Testing

extension EndToEnd {
    /// The story: a retention job whose error was swallowed deleted nothing for months, and nobody looked at the bytes.
    @Suite("`tacit verify storage` is content with what a collector wrote, and names what somebody did to it")
    struct VerifyStorageTests {
        @Test("a folder with releases, kept figures, open windows and sessions is clean, also while its collector runs")
        func clean() async throws {
            try await GoodFolder.lend { good in
                for verification in [try await good.whileRunning(), try await Verified.look(at: good.path)] {
                    #expect(verification.status == 0, "\(verification.faults)")
                    #expect(verification.checks.count == 14)
                    for id in ["storage.exact", "storage.envelopes", "storage.closed", "storage.keys", "storage.sound"]
                    {
                        #expect(verification.examined(id) > 0, "\(id) looked at nothing")
                    }
                    let names = Set(verification.held.map(\.name))
                    #expect(names.isSuperset(of: ["master.key", "tacit.sqlite", "tacit.sqlite: exact", "tokens.json"]))
                    #expect(names.contains { $0.hasPrefix("journal/day-") })
                }
                let both = try await Program.tacit("verify", "--state", good.path)
                #expect(both.status == 0, "\(both.output)")
                #expect(both.output.contains("All 24 claims hold."))
            }
        }

        @Test("each sabotage is named, with its place and what to do, and without what was found")
        func sabotaged() async throws {
            try await GoodFolder.lend { good in
                for sabotage in Sabotage.all {
                    let folder = try good.copy()
                    defer { folder.remove() }
                    let state = folder.url.appendingPathComponent("state").path
                    try sabotage.commit(state, good)
                    let verified = try await Verified.look(at: state)
                    #expect(verified.status == 3, "\(sabotage.name)")
                    for id in sabotage.checks {
                        let faults = verified.faults(of: id)
                        #expect(!faults.isEmpty, "\(sabotage.name) is not named by \(id), but \(verified.faults)")
                        #expect(faults.allSatisfy { !$0.remedy.isEmpty })
                        #expect(faults.contains { $0.place.contains(sabotage.place) }, "\(sabotage.name): \(faults)")
                    }
                    for secret in sabotage.secrets { #expect(!verified.output.contains(secret), "\(sabotage.name)") }
                }
            }
        }

        /// The story: with a configuration alone, `.state` was looked at, where nothing lay.
        @Test("the folder is the one that the configuration names, unless another is named")
        func named() async throws {
            try await GoodFolder.lend { good in
                let copy = try good.copy()
                defer { copy.remove() }
                // Beside the master key it is passed by: the configuration says where the key comes from, too.
                try FileManager.default.moveItem(
                    atPath: copy.url.path + "/state/master.key", toPath: copy.url.path + "/own.key")
                let file = try copy.write(
                    """
                    state: "\(copy.url.path)/state"
                    keys: {source: file, file: "\(copy.url.path)/own.key"}

                    """, to: "own.yaml")
                for command in [["verify"], ["verify", "storage"], ["verify", "privacy"]] {
                    func run(_ options: String...) async throws -> Outcome {
                        try await Program.run(Project.tacit(), command + ["--config"] + options)
                    }
                    let found = try await run(file.path)
                    #expect(found.status == 0, "\(found.output) \(found.errors)")
                    #expect(try await run(file.path, "--state", good.path).status == 0)
                    let elsewhere = try await run(file.path, "--state", copy.url.path + "/none")
                    #expect(elsewhere.status != 0, "\(elsewhere.output)")
                    let missing = try await run(copy.url.path + "/missing.yaml")
                    #expect(missing.status == 1 && missing.errors.contains("missing.yaml"), "\(missing.errors)")
                }
            }
        }

        @Test("a folder without a store is no good one")
        func empty() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let outcome = try await Program.tacit("verify", "storage", "--state", folder.url.path)
            #expect(outcome.status == 3 && outcome.output.contains("storage.sound"))
        }
    }
}

/// A state folder that real requests have filled.
private struct GoodFolder: Sendable {
    let folder: CollectorFolder
    /// The key of a window that has closed since, as a copy that somebody made before.
    let keyOfClosed: (name: String, bytes: Data)
    let segmentOfClosed: Data
    let whileRunning: @Sendable () async throws -> Verified

    var path: String { folder.state.path }

    private static let catalog = FeatureCatalog.text(
        budget: "epsilon: 20, delta: 1e-6", FeatureCatalog.kept(as: "uses"),
        FeatureCatalog.counted("shown", "window: minute, epsilon: 1"),
        FeatureCatalog.counted("daily", "by: [feature], window: day, epsilon: 1, delta: 1e-8"))

    static func lend(_ body: (GoodFolder) async throws -> Void) async throws {
        let setup = CollectorSetup(catalog: .custom(catalog), lines: ["sessions: {enabled: true}"])
        try await RunningCollector.withFolder(setup) { folder in
            let created = try await Program.tacit(
                "token", "create", "--state", folder.state.path, "--project", "shop", "--role", "viewer")
            #expect(created.status == 0)
            let collector = try await folder.start()
            let journal = folder.state.appendingPathComponent("journal")
            var key: (name: String, bytes: Data)?
            var segment: Data?
            for minute in 0..<3 {
                let time = Moment.seconds + Int64(minute) * 60
                try await collector.moveClock(to: time + 5)
                #expect(try await collector.post(.logs, Requests.logs(200, time: time)).status == 200)
                guard minute == 0 else { continue }
                let name = "minute-\(time - time % 60).key"
                key = (name, try Data(contentsOf: journal.appendingPathComponent(name)))
                segment = try Data(contentsOf: journal.appendingPathComponent("00000001.journal"))
            }
            let session = try await collector.send(
                "POST", collector.otlpHTTP + "/v1/sessions", headers: [("content-type", "text/plain")],
                Array("a draft".utf8))
            #expect(session.status == 201)
            let purged = try await Program.tacit(
                "purge", "--scope", "sessions", "--yes", "--state", folder.state.path, "--collector",
                collector.dashboard)
            #expect(purged.status == 0, "\(purged.errors)")
            try await collector.moveClock(to: Moment.seconds + 3 * 60 + 15)
            let good = GoodFolder(
                folder: folder, keyOfClosed: try #require(key), segmentOfClosed: try #require(segment),
                whileRunning: { try await Verified.look(at: folder.state.path) })
            let running = try await good.whileRunning()
            #expect(await collector.stop() == 0)
            try await body(
                GoodFolder(
                    folder: folder, keyOfClosed: good.keyOfClosed, segmentOfClosed: good.segmentOfClosed,
                    whileRunning: { running }))
        }
    }

    /// Every sabotage has a folder of its own.
    func copy() throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        try FileManager.default.copyItem(at: folder.state, to: copy.url.appendingPathComponent("state"))
        return copy
    }
}

/// What somebody did to a folder, and which claims it breaks.
private struct Sabotage: Sendable {
    let name: String
    let checks: [String]
    /// A part of the place that is told.
    let place: String
    /// What must not be repeated.
    var secrets: [String] = []
    let commit: @Sendable (String, GoodFolder) throws -> Void

    private static let mail = "quill.vane@" + "example.com"
    private static let card = "4111 1111 " + "1111 1111"
    private static let address = "203.0.113" + ".177"

    static let all: [Sabotage] = [
        Sabotage(name: "a table with exact figures", checks: ["storage.schema"], place: "tacit.sqlite") { state, _ in
            try sql(state, "CREATE TABLE raw (label TEXT, uses INTEGER); INSERT INTO raw VALUES ('search', 200)")
        },
        Sabotage(name: "a row of the end of time", checks: ["storage.schema"], place: "intake") { state, _ in
            try sql(state, "INSERT INTO intake VALUES (\(Int64.max), 'logs', 'accepted', 3)")
        },
        Sabotage(name: "a window of no length", checks: ["storage.schema"], place: "release") { state, _ in
            try sql(state, "UPDATE release SET length = 'week', expires_at = \(Int64.max)")
        },
        Sabotage(
            name: "a log whose store is gone", checks: ["storage.sound", "storage.clean"], place: "tacit.sqlite",
            secrets: [mail]
        ) { state, _ in
            try FileManager.default.removeItem(atPath: state + "/tacit.sqlite")
            try Data("a word to \(mail)".utf8).write(to: URL(fileURLWithPath: state + "/tacit.sqlite-wal"))
        },
        Sabotage(
            name: "a card among paths in the log of certificates", checks: ["storage.clean"], place: "deletions.log",
            secrets: [card.replacing(" ", with: "")]
        ) { state, _ in
            let path = state + "/deletions.log"
            let planted = "card=\(card.replacing(" ", with: ""))/customer=annalena/order=77"
            try (Data(contentsOf: URL(fileURLWithPath: path)) + Data(planted.utf8)).write(
                to: URL(fileURLWithPath: path))
        },
        Sabotage(name: "exact cells that were left", checks: ["storage.exact"], place: "cell") { state, _ in
            try sql(state, #"INSERT INTO cell VALUES (999999, 0, '["search"]', 200, '200')"#)
        },
        Sabotage(
            name: "an e-mail address in a free page", checks: ["storage.clean", "storage.free"], place: "(free)",
            secrets: [mail]
        ) { state, _ in
            try sql(
                state,
                """
                PRAGMA secure_delete = OFF; CREATE TABLE t (x TEXT);
                WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
                    INSERT INTO t SELECT 'mail \(mail) of ' || i || ' ' || hex(zeroblob(100)) FROM n;
                DROP TABLE t;
                """)
        },
        Sabotage(
            name: "an address in the log", checks: ["storage.addresses"], place: "tacit.sqlite-wal, frame",
            secrets: [address]
        ) { state, _ in
            try sql(
                state, "INSERT INTO document (name, text) VALUES ('x', 'peer \(address) refused')",
                "DELETE FROM document WHERE name = 'x'", keepingLog: true)
        },
        Sabotage(name: "a key that others can read", checks: ["storage.modes"], place: "master.key") { state, _ in
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: state + "/master.key")
        },
        Sabotage(name: "a link that leads elsewhere", checks: ["storage.known"], place: "users") { state, _ in
            try FileManager.default.createSymbolicLink(atPath: state + "/users", withDestinationPath: "/etc/passwd")
        },
        Sabotage(name: "the master key in another file", checks: ["storage.keys", "storage.known"], place: "notes") {
            state, _ in
            let key = try Data(contentsOf: URL(fileURLWithPath: state + "/master.key"))
            try write(Data("the key is ".utf8) + key, state, "notes")
        },
        Sabotage(name: "the master key as text in the store", checks: ["storage.keys"], place: "document") { state, _ in
            let key = try Data(contentsOf: URL(fileURLWithPath: state + "/master.key"))
            try sql(state, "INSERT INTO document (name, text) VALUES ('x', 'k=\(key.base64EncodedString())')")
        },
        Sabotage(name: "a key that nobody knows", checks: ["storage.keys", "storage.known"], place: "spare") {
            state, _ in
            try write(Data((0..<32).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 131) }), state, "spare")
        },
        Sabotage(
            name: "a private key in PEM", checks: ["storage.keys"], place: "tls.pem",
            secrets: ["MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"]
        ) { state, _ in
            let name = "PRIVATE" + " KEY"
            try write(
                Data("-----BEGIN \(name)-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END \(name)-----\n".utf8), state,
                "tls.pem")
        },
        Sabotage(name: "a release that should be gone", checks: ["storage.expired"], place: "release") { state, _ in
            try sql(state, "UPDATE release SET expires_at = released_at - 86400 WHERE id = 1")
        },
        Sabotage(name: "a release whose end was moved", checks: ["storage.expired"], place: "release") { state, _ in
            try sql(state, "UPDATE release SET released_at = released_at - 400 * 86400 WHERE id = 1")
        },
        Sabotage(name: "a store that was not written anew", checks: ["storage.free"], place: "tacit.sqlite") {
            state, _ in try sql(state, "PRAGMA user_version = 1000000")
        },
        Sabotage(name: "room that was not overwritten", checks: ["storage.free"], place: "tacit.sqlite") { state, _ in
            try sql(state, "PRAGMA secure_delete = OFF; DELETE FROM release WHERE id = 2")
        },
        Sabotage(name: "figures kept for longer than was said", checks: ["storage.expired"], place: "exact") {
            state, _ in
            try sql(state, "UPDATE exact SET sealed_at = sealed_at - 40 * 86400")
        },
        Sabotage(name: "the key of a closed window", checks: ["storage.closed"], place: "journal/minute-") {
            state, good in
            try write(good.keyOfClosed.bytes, state, "journal/" + good.keyOfClosed.name)
        },
        Sabotage(
            name: "the journal of closed windows", checks: ["storage.closed"], place: "journal/00000009.journal"
        ) { state, good in
            // As if the day had closed too, of which there is something in it.
            try sql(
                state, "UPDATE closed SET until = until + 7 * 86400",
                "INSERT INTO closed SELECT 'day', max(until) FROM closed")
            try write(good.segmentOfClosed, state, "journal/00000009.journal")
        },
        Sabotage(
            name: "a log with a card number", checks: ["storage.clean", "storage.known"], place: "collector.log",
            secrets: [card]
        ) { state, _ in try write(Data("charge \(card) declined\n".utf8), state, "collector.log") },
        Sabotage(name: "a temporary file", checks: ["storage.known"], place: "tacit.sqlite.tmp") { state, _ in
            try write(Data("PGDMP".utf8), state, "tacit.sqlite.tmp")
        },
        Sabotage(name: "an altered envelope", checks: ["storage.envelopes"], place: "exact") { state, _ in
            try sql(state, "UPDATE exact SET box = randomblob(length(box))")
        },
        Sabotage(name: "an altered document", checks: ["storage.envelopes"], place: "document catalog") { state, _ in
            try sql(state, "UPDATE document SET text = text || ' ' WHERE name = 'catalog'")
        },
        Sabotage(name: "an altered journal", checks: ["storage.envelopes"], place: "journal/") { state, _ in
            let folder = URL(fileURLWithPath: state + "/journal")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let file = folder.appendingPathComponent(try #require(names.first { $0.hasSuffix(".journal") }))
            var bytes = try Data(contentsOf: file)
            // All requests of the second half, of which parts are under the key of the day, that is still open.
            for place in stride(from: bytes.count / 2, to: bytes.count - 100, by: 50) { bytes[place] ^= 1 }
            try bytes.write(to: file)
        },
        Sabotage(name: "a page that belongs to nothing", checks: ["storage.sound"], place: "page") { state, _ in
            let file = URL(fileURLWithPath: state + "/tacit.sqlite")
            var bytes = try Data(contentsOf: file)
            let pages = bytes.count / 4096
            bytes.append(Data(repeating: 0, count: 4096))
            withUnsafeBytes(of: UInt32(pages + 1).bigEndian) { bytes.replaceSubrange(28..<32, with: $0) }
            try bytes.write(to: file)
        },
        Sabotage(
            name: "a log of deletions that was emptied", checks: ["storage.deletions"], place: "deletions.log, line 1"
        ) { state, _ in try write(Data(), state, "deletions.log") },
        Sabotage(name: "a trigger that is gone", checks: ["storage.schema"], place: "tacit.sqlite") { state, _ in
            try sql(state, "DROP TRIGGER ledger_is_append_only_1")
        },
    ]

    private static func write(_ bytes: Data, _ state: String, _ name: String) throws {
        let path = state + "/" + name
        try bytes.write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    private static func sql(_ state: String, _ statements: String..., keepingLog: Bool = false) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.journalMode = .wal
        let path = state + "/tacit.sqlite"
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        for statement in statements { try queue.writeWithoutTransaction { try $0.execute(sql: statement) } }
        guard keepingLog else {
            try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            return try queue.close()
        }
        // As a copy that was made while others had it open.
        let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
        try queue.close()
        try write(log, state, "tacit.sqlite-wal")
    }
}
