import Foundation
import GRDB
import TacitCatalog
import TacitSeal
import TestHarness
import Testing

@testable import TacitStores

@Suite("What is removed is gone from every byte of the store, no more than that, and nobody waits for it for long")
struct RemovalTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private static let day: Int64 = 86400
    private static let start: Int64 = 1_800_057_600

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private func window(_ number: Int64) -> WindowID {
        WindowID(length: .day, start: Self.start + number * Self.day)
    }

    private func release(
        _ metric: String, _ number: Int64, marks: [String] = [], lifetime: Int64 = 365 * day
    ) -> Release {
        var release = Release.test(metric, start: window(number).start, length: .day, epsilon: 1000) {
            $0.dimensions = [.init(name: "open", domain: nil)]
        }
        release.cells = marks.map { .test($0, figures: 1) }
        release.expiresAt = release.releasedAt + lifetime
        return release
    }

    private func exact(_ metric: String, _ number: Int64, days: Int64 = 30) throws -> SealedWindow {
        var sealed = SealedWindow(
            metric: metric, window: window(number), observedFrom: window(number).start, sealedAt: window(number).end,
            expiresAt: window(number).end + days * Self.day, unit: .contributor, terms: Release.test(metric).terms)
        var bytes = [UInt8](repeating: 7, count: 4096)
        sealed.envelope = try store.seal(&bytes, context: sealed.context)
        return sealed
    }

    private func commit(_ number: Int64, _ releases: [Release] = [], _ sealed: [SealedWindow] = []) async throws {
        try await store.commit(
            ClosedWindow(window(number), releases: releases, sealed: sealed), limits: .test("10"),
            at: window(number).end)
    }

    /// The story: overwriting deleted rows (`secure_delete`) looked like enough. Where rows of many sizes come and go, SQLite moves
    /// some between pages, and what it leaves behind is overwritten by nobody.
    @Test("no removed row is found in any file, after rows of many sizes have come and gone") func bytes() async throws
    {
        var generator = SplitMix(state: 7)
        var removed = 0
        for round in 0..<40 as Range<Int64> {
            let releases = (0..<12).map { metric in
                let marks = (0..<Int.random(in: 0...6, using: &generator)).map { cell in
                    let padding = Int.random(in: 0...700, using: &generator)
                    return "mark-\(round)-\(metric)-\(cell)-" + String(repeating: "x", count: padding)
                }
                let days = Int64.random(in: 1...20, using: &generator)
                return release("m\(metric)", round, marks: marks, lifetime: days * Self.day)
            }
            try await commit(round, releases)
            removed += try await store.remove(.expired(RetentionLimits(), now: window(round).end)).count
        }
        #expect(removed > 100)
        let now = window(45).end
        _ = try await store.remove(.expired(RetentionLimits(), now: now))
        #expect(try await store.overwrite())
        let kept = Set(
            try await store.releases(of: .day, from: 0).flatMap(\.cells).map { $0.labels[0].prefix { $0 != "x" } })
        #expect(!kept.isEmpty)
        for (name, bytes) in try folder.bytes() {
            let text = String(decoding: bytes, as: Unicode.ASCII.self)
            let found = Set(text.matches(of: /mark-[0-9]+-[0-9]+-[0-9]+-/).map(\.output))
            #expect(found.subtracting(kept).isEmpty, "\(name)")
        }
    }

    /// The story: each transaction's note named all keys that were gone by then, which took hours for millions of minutes.
    @Test("a removal of many keys is certified in parts, each with the fingerprint of its own") func manyKeys() {
        let rows = (0..<10_000).map { row in
            SQLiteStore.RemovedRow(
                metric: "m", length: .minute, time: Self.start + Int64(row) * 60, key: Data("key \(row)".utf8))
        }
        var tally = RemovalTally(limits: RetentionLimits())
        for first in stride(from: 0, to: rows.count, by: 256) {
            tally.add(Array(rows[first..<min(rows.count, first + 256)]), of: .exact)
        }
        let parts = tally.deletions
        #expect(parts.map(\.records).reduce(0, +) == 10_000 && parts.map(\.keys).reduce(0, +) == 10_000)
        #expect(parts.count == 3)
        var end = Self.start
        for part in parts {
            #expect(part.span?.lowerBound == end)
            end = part.span?.upperBound ?? 0
            var fingerprint = KeyFingerprint()
            for row in rows where part.span?.contains(row.time) == true { fingerprint.add(row.key ?? Data()) }
            #expect(part.fingerprint == fingerprint.text)
        }
        #expect(end == Self.start + 10_000 * 60)
    }

    @Test("wrapped keys and boxes are gone from every file, and the certificate's fingerprint names them") func keys()
        async throws
    {
        let sealed = try (0..<3).map { try exact("uses", $0) }
        for (number, sealed) in sealed.enumerated() { try await commit(Int64(number), [], [sealed]) }
        let deletions = try await store.remove(.expired(RetentionLimits(), now: window(1).end + 30 * Self.day))
        #expect(try await store.overwrite())
        var fingerprint = KeyFingerprint()
        for window in sealed.prefix(2) { fingerprint.add(try #require(window.envelope).wrappedKey) }
        #expect(
            deletions == [
                Deletion(
                    .exact, dataClass: "aggregates", metric: "uses", length: .day,
                    span: window(0).start..<window(1).end, records: 2, keys: 2, fingerprint: fingerprint.text)
            ])
        for (name, bytes) in try folder.bytes() {
            for (number, window) in sealed.enumerated() {
                let envelope = try #require(window.envelope)
                let isThere = name.hasSuffix(".sqlite") && number == 2
                #expect((bytes.range(of: envelope.wrappedKey) != nil) == isThere, "\(name) \(number)")
                #expect((bytes.range(of: envelope.box.prefix(64)) != nil) == isThere, "\(name) \(number)")
            }
        }
    }

    @Test("the shortest of a record's own time, its class and its metric wins") func shortest() async throws {
        for number in 0..<10 as Range<Int64> {
            try await commit(
                number, [release("a", number), release("b", number), release("c", number, lifetime: 2 * Self.day)],
                [try exact("d", number)])
        }
        var limits = RetentionLimits()
        limits.aggregates.seconds = 8 * Self.day
        limits.metrics["b"] = .init(dataClass: "press", seconds: 5 * Self.day)
        limits.metrics["d"] = .init(dataClass: "errors", seconds: 3 * Self.day)
        let deletions = try await store.remove(.expired(limits, now: window(9).end + 20))
        let kept = try await store.releases(of: .day, from: 0)
        func count(_ metric: String) -> Int { kept.filter { $0.metric == metric }.count }
        #expect(count("a") == 8 && count("b") == 5 && count("c") == 2)
        #expect(try await store.sealedWindows(of: "d", .day, in: 0..<Int64.max).count == 3)
        #expect(
            Set(deletions.map { "\($0.metric ?? "") \($0.dataClass) \($0.records)" }) == [
                "a aggregates 2", "b press 5", "c aggregates 8", "d errors 7",
            ])
    }

    @Test("spans hold the windows that went and no other") func spans() async throws {
        for number in [0, 1, 2, 4, 5] as [Int64] {
            try await commit(number, [release("a", number, lifetime: number == 1 ? 300 * Self.day : Self.day)])
        }
        let deletions = try await store.remove(.expired(RetentionLimits(), now: window(20).end))
        #expect(
            deletions.map(\.span) == [
                window(0).start..<window(0).end, window(2).start..<window(2).end, window(4).start..<window(5).end,
            ])
    }

    @Test("a slice holds few rows, however many are to go, and others write in between") func slices() async throws {
        for number in 0..<4 as Range<Int64> {
            try await commit(
                number, (0..<8).map { release("m\($0)", number, marks: (0..<1000).map { "cell-\($0)" }) })
        }
        let commits = Task {
            var longest = Duration.zero
            for number in 4..<30 as Range<Int64> {
                let time = try await ContinuousClock().measure { try await commit(number, [release("n", number)]) }
                longest = max(longest, time)
            }
            return longest
        }
        let deletions = try await store.remove(.all([.releases], RetentionLimits()))
        #expect(deletions.reduce(0) { $0 + $1.records } >= 32)
        // A slice of 4,096 rows takes some hundredths of a second; it is far from a stall on any machine.
        #expect(try await commits.value < .seconds(5))
    }

    @Test("each slice is noted in its own transaction, and what went before a fault is handed out") func noted()
        async throws
    {
        try await commit(0, [release("a", 0)], [try exact("d", 0)])
        try await commit(1, [release("a", 1), release("b", 1)], [try exact("d", 1)])
        let other = try DatabaseQueue(path: folder.database)
        try await other.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER fails BEFORE DELETE ON release WHEN old.metric = 'b'
                        BEGIN SELECT RAISE(ABORT, 'a fault of the test'); END
                    """)
        }
        let note = Removal.Note("note") { removed in
            removed.map { "\($0.kind.rawValue) \($0.records) \($0.keys)" }.joined(separator: ", ")
        }
        var limits = RetentionLimits()
        limits.metrics["b"] = .init(dataClass: "press", seconds: 1)
        limits.metrics["a"] = .init(dataClass: "press", seconds: 1)
        let outcome = await store.remove(.expired(limits, now: window(40).end), noting: note)
        #expect(outcome.fault is StoreError)
        #expect(outcome.removed.map(\.kind) == [.exact, .releases])
        #expect(outcome.removed.map(\.metric) == ["d", "a"] && outcome.removed.map(\.records) == [2, 2])
        #expect(try await store.sealedDocument("note") == "exact 2 2, releases 2 0")
        #expect(try await store.releases(of: .day, from: 0).map(\.metric) == ["b"])
        // The slice that failed is neither removed nor noted, and goes when it can.
        try await other.write { try $0.execute(sql: "DROP TRIGGER fails") }
        let rest = await store.remove(.expired(limits, now: window(40).end), noting: note)
        #expect(rest.fault == nil && rest.removed.map(\.metric) == ["b"])
        #expect(try await store.sealedDocument("note") == "releases 1 0")
    }

    @Test("rewriting the file waits for readers to finish, and says that it has not been done") func reader()
        async throws
    {
        try await commit(0, [release("a", 0, marks: ["mark-0-"])])
        _ = try await store.remove(.all([.releases], RetentionLimits()))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: folder.database, configuration: configuration)
        try await reader.writeWithoutTransaction { try $0.execute(sql: "BEGIN; SELECT * FROM ledger") }
        #expect(try await store.overwrite() == false)
        try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(try await store.overwrite())
        for (name, bytes) in try folder.bytes() { #expect(bytes.range(of: Data("mark-0-".utf8)) == nil, "\(name)") }
    }

    @Test("the log, replayed on a copy from before, removes what went since, and nothing that came later") func replay()
        async throws
    {
        let key = try SigningKey()
        let log = DeletionLog(in: folder.path)
        for number in 0..<6 as Range<Int64> {
            try await commit(number, [release("a", number), release("b", number)], [try exact("d", number, days: 2)])
        }
        try await store.add([IntakeCount(day: Self.start, signal: "logs", rule: "r", count: 1)])
        let copy = try TemporaryFolder()
        for name in ["tacit.sqlite", "tacit.sqlite-wal", "keyring.json", "master.key"] {
            try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: copy.path + "/" + name)
        }
        var limits = RetentionLimits()
        limits.metrics["b"] = .init(dataClass: "press", seconds: 3 * Self.day)
        let now = window(6).end
        let removed = try await store.remove(.expired(limits, now: now))
        _ = try log.append(Deletions(removed, for: .retention), at: now, signedBy: key)
        // A window that closes later starts within no span, and a release that was made later is not meant.
        try await commit(7, [release("a", 7), release("b", 7)])

        let restored = try SQLiteStore(path: copy.database)
        #expect(try await log.replay(on: restored, trusting: [key.verifyingKey]) == removed)
        for metric in ["a", "b"] {
            let kept = try await store.releases(of: .day, from: 0).filter { $0.metric == metric }
            let restored = try await restored.releases(of: .day, from: 0).filter { $0.metric == metric }
            #expect(restored == kept.filter { $0.window != window(7) })
        }
        let sealed = try await restored.sealedWindows(of: "d", .day, in: 0..<Int64.max)
        let kept = try await store.sealedWindows(of: "d", .day, in: 0..<Int64.max)
        #expect(sealed.map(\.window) == kept.map(\.window))
        #expect(sealed.map(\.window) == [window(5)], "those of two days ago and before are over")
        #expect(try await log.replay(on: restored) == [], "once is enough")
        #expect(try await log.replay(on: store) == [])
    }

    @Test("a log that was altered is refused before anything is touched") func refusesAltered() async throws {
        let key = try SigningKey()
        let log = DeletionLog(in: folder.path)
        try await commit(0, [release("a", 0)])
        let deletion = Deletion(
            .releases, dataClass: "aggregates", metric: "b", length: .day, span: window(0).start..<window(1).start,
            records: 1)
        _ = try log.append(Deletions([deletion], for: .purge), at: window(3).end, signedBy: key)
        let text = try String(contentsOfFile: log.path, encoding: .utf8)
            .replacing(#""metric":"b""#, with: #""metric":"a""#)
        try Data(text.utf8).write(to: URL(fileURLWithPath: log.path))
        await #expect(throws: LogFault.self) {
            try await log.replay(on: store, trusting: [key.verifyingKey])
        }
        #expect(try await store.releases(of: .day, from: 0).count == 1)
    }
}

/// Numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
