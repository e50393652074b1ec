import Foundation
import GRDB
import TacitCatalog
import TacitPrivacy
import TacitStores
import TestHarness
import Testing

@Suite("What the store has said, it says again, and it takes nothing twice")
struct SQLiteStoreTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let window = WindowID(length: .minute, start: 1_800_000_000)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    /// All rows of all tables, as SQLite prints them.
    private func rows() throws -> [String] {
        let queue = try DatabaseQueue(path: folder.database)
        return try queue.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { table + " \($0)" }
            }
        }
    }

    @Test("reads back what was written, to the last entry") func readsBack() async throws {
        let releases = [
            Release.test("a", cells: [.test("a", contributors: -3, figures: .max), .test("c", figures: .min, 0, -1)]),
            Release.test("b", delta: 7, kind: "histogram", cells: []) { $0.edges = [0.1, 1e300] },
            Release.test("c", cells: [.test("é \"quoted\" \u{0}/<b>", "", figures: 1)]) {
                $0.range = .init(lower: -0.1, upper: 1e9, granularity: 0.001)
                $0.dimensions = [.init(name: "open", domain: nil)]
            },
        ]
        try await store.commit(
            ClosedWindow(window, releases: releases), limits: .test("5"), at: 1)
        #expect(try await store.releases(of: .minute, from: window.start) == releases)
        #expect(try await store.releases(of: .minute, from: window.start + 1).isEmpty)
        #expect(try await store.releases(of: .hour, from: 0).isEmpty)
        #expect(try await store.latestRelease() == window.end + 15)
        #expect(try await store.spent(in: window).epsilonMillionths == 3_000_000)
        // Another process sees the same.
        #expect(try await SQLiteStore(reading: folder.database).releases(of: .minute, from: 0) == releases)
    }

    @Test("a second commit of a window changes nothing, whatever is in it") func idempotent() async throws {
        let first = Release.test("a", cells: [.test("a", figures: 41)])
        try await store.commit(
            ClosedWindow(window, releases: [first]), limits: .test("5"), at: 1)
        let before = try rows()
        for other in [first, Release.test("a", epsilon: 1, cells: [.test("a", figures: 42), .test("b", figures: 1)])] {
            try await store.commit(
                ClosedWindow(window, releases: [other]), limits: .test("5"), at: 99)
            #expect(try rows() == before)
        }
        #expect(try await store.releases(of: .minute, from: 0) == [first])
    }

    @Test("a commit is one transaction: where one release is refused, none is written and the window stays open")
    func oneTransaction() async throws {
        let before = try rows()
        await #expect(throws: BudgetRefusal.self) {
            try await store.commit(
                ClosedWindow(window, releases: [Release.test("a"), Release.test("b"), Release.test("c")]),
                limits: .test("2.5"), at: 1)
        }
        #expect(try rows() == before)
        #expect(try await store.closedUntil(.minute) == nil)
        #expect(try await store.spent(in: window).epsilonMillionths == 0)
    }

    @Test("the budget of a window holds to the millionth, in epsilon and in delta, over several commits")
    func budget() async throws {
        try await store.commit(
            ClosedWindow(window, releases: [Release.test("a")]), limits: .test("2.000001"), at: 1)
        await #expect(throws: BudgetRefusal.self) {
            try await store.commit(
                ClosedWindow(window, releases: [Release.test("b", epsilon: 1_000_002)]), limits: .test("2.000001"),
                at: 1)
        }
        try await store.commit(
            ClosedWindow(window, releases: [Release.test("b", epsilon: 1_000_001)]), limits: .test("2.000001"), at: 1)
        // Another window has a budget of its own.
        let next = WindowID(length: .minute, start: window.end)
        let delta = Release.test("d", start: next.start, delta: 600)
        try await store.commit(
            ClosedWindow(next, releases: [delta]), limits: .test("9", delta: "1e-12"), at: 1)
        do {
            let over = Release.test("e", start: next.start, delta: 401)
            try await store.commit(
                ClosedWindow(next, releases: [over]), limits: .test("9", delta: "1e-12"), at: 1)
            Issue.record("a delta over the budget was taken")
        } catch let refusal as BudgetRefusal {
            #expect(refusal.scope == .project)
        }
    }

    @Test("the budget is checked within the transaction: of ten commits at once, those that fit are taken")
    func concurrentBudget() async throws {
        let taken = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<10 {
                group.addTask {
                    (try? await store.commit(
                        ClosedWindow(window, releases: [.test("m\(number)")]), limits: .test("4"), at: 1)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 4)
        #expect(try await store.spent(in: window).epsilonMillionths == 4_000_000)
        #expect(try await store.releases(of: .minute, from: 0).count == 4)
    }

    @Test("the ledger only grows", arguments: ["UPDATE ledger SET epsilon_millionths = 0", "DELETE FROM ledger"])
    func appendOnly(sql: String) async throws {
        try await store.commit(
            ClosedWindow(window, releases: [Release.test("a", expires: 5)]), limits: .test("2"), at: 1)
        let queue = try DatabaseQueue(path: folder.database)
        await #expect(throws: DatabaseError.self) { try await queue.write { try $0.execute(sql: sql) } }
        _ = try await store.purge(now: 10)
        #expect(try await store.releases(of: .minute, from: 0).isEmpty)
        #expect(try await store.spent(in: window).epsilonMillionths == 1_000_000)
        #expect(try await store.holdings(RetentionLimits()).map(\.count) == [0, 1, 0, 0, 0, 0])
    }

    /// The release of a purged window can't be made again: its ledger entry stays.
    @Test("what was purged is not released again") func noSecondRelease() async throws {
        try await store.commit(
            ClosedWindow(window, releases: [Release.test("a", expires: 5)]), limits: .test("2"), at: 1)
        _ = try await store.purge(now: 10)
        try await store.commit(
            ClosedWindow(window, releases: [Release.test("a")]), limits: .test("2"), at: 20)
        #expect(try await store.releases(of: .minute, from: 0).isEmpty)
        #expect(try await store.spent(in: window).epsilonMillionths == 1_000_000)
    }

    @Test("the end of the last closed window never goes back, and each length has its own") func closedUntil()
        async throws
    {
        for start in [window.start + 600, window.start, window.start + 60] {
            try await store.commit(ClosedWindow(WindowID(length: .minute, start: start)), limits: .test("1"), at: 1)
            #expect(try await store.closedUntil(.minute) == window.start + 660)
        }
        #expect(try await store.closedUntil(.hour) == nil)
        try await store.commit(ClosedWindow(WindowID(length: .hour, start: 0)), limits: .test("1"), at: 1)
        #expect(try await store.closedUntil(.hour) == 3600)
        #expect(try await store.closedUntil(.minute) == window.start + 660)
    }

    /// Retention once deleted rows and left their bytes: in free pages, and in the write-ahead log until it was written over.
    @Test("what has expired is gone from the bytes of every file, and the rest is there") func purge() async throws {
        let marks = (0..<200).map { "expired-label-\($0)-" + String(repeating: "x", count: 40) }
        let old = Release.test("old", cells: marks.map { .test($0, figures: 1) }, expires: 1000) {
            $0.description = "expired-description"
        }
        let kept = Release.test("new", cells: [.test("kept-label", figures: 1)], expires: 1001)
        try await store.commit(
            ClosedWindow(window, releases: [old, kept]), limits: .test("5"), at: 1)
        try await store.add([IntakeCount(day: 0, signal: "logs", rule: "expired-rule", count: 1)])
        let text = { (data: Data) in String(decoding: data, as: Unicode.ASCII.self) }
        #expect(try folder.bytes().values.contains { text($0).contains("expired-label-7-") })
        // On its last second it is still there.
        #expect(try await store.purge(now: 999) == 0)
        #expect(try await store.releases(of: .minute, from: 0).count == 2)
        #expect(try await store.purge(now: 1000) == 1)
        #expect(try await store.purge(now: RetentionLimits().operational.seconds) == 2)
        #expect(try await store.releases(of: .minute, from: 0).isEmpty)
        for (name, data) in try folder.bytes() {
            #expect(!text(data).contains("expired-"), "in \(name)")
            #expect(!text(data).contains("kept-label"), "in \(name)")
        }
    }

    @Test("a reader does not make the purge fail") func purgeWithReader() async throws {
        try await store.commit(
            ClosedWindow(window, releases: [Release.test("a", expires: 5)]), limits: .test("2"), at: 1)
        let reader = try SQLiteStore(reading: folder.database)
        #expect(try await reader.releases(of: .minute, from: 0).count == 1)
        #expect(try await store.purge(now: 10) >= 1)
        #expect(try await reader.releases(of: .minute, from: 0).isEmpty)
    }

    @Test("intake counters add up, by day, signal and rule") func counters() async throws {
        for count in [Int64(1), 41, 0] {
            try await store.add([
                IntakeCount(day: 0, signal: "logs", rule: "r", count: count),
                IntakeCount(day: 86400, signal: "logs", rule: "r", count: 1),
                IntakeCount(day: 86400, signal: "traces", rule: "r", count: 2),
            ])
        }
        #expect(
            try await store.intake(from: 0) == [
                IntakeCount(day: 0, signal: "logs", rule: "r", count: 42),
                IntakeCount(day: 86400, signal: "logs", rule: "r", count: 3),
                IntakeCount(day: 86400, signal: "traces", rule: "r", count: 6),
            ])
        #expect(try await store.intake(from: 86400).count == 2)
        let held = try await store.holdings(RetentionLimits())[2]
        #expect(held.kind == .counters && held.count == 3)
        #expect(held.oldest == 0 && held.expires == 90 * 86400)
    }

    @Test("documents are replaced whole") func documents() async throws {
        #expect(try await store.document("summary") == nil)
        for text in ["one", "", "two"] {
            try await store.setDocument("summary", to: text)
            #expect(try await store.document("summary") == text)
        }
    }
}
