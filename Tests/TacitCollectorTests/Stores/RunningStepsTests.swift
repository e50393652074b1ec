import Foundation
import GRDB
import TacitCatalog
import TacitSeal
import TacitStores
import TestHarness
import Testing

@Suite("What running totals need to go on is ciphertext, one row a metric, and moves on with the release alone")
struct RunningStepsTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private static let start: Int64 = 1_800_057_600
    private static let exact: Int64 = 12_345_678_901

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private func release(_ step: Int, horizon: Int = 30, at day: Int? = nil) -> Release {
        var release = Release.test(
            "uses", start: Self.start + Int64((day ?? step) - 1) * 86400, length: .day, delta: 10,
            cells: [.test("a", figures: Int64(step))]
        ) { $0.horizon = horizon }
        release.step = step
        return release
    }

    private func steps(_ release: Release, keeps: Bool = true) throws -> SealedSteps {
        let step = release.step ?? 0
        var exact = ExactBytes(capacity: 100)
        exact.append(labels: ["a"], contributors: 0, figures: Array(repeating: Self.exact, count: 4 * step))
        var bytes = exact.finish()
        var steps = SealedSteps(
            metric: release.metric, window: release.window, step: step, sealedAt: release.releasedAt,
            terms: release.terms)
        let envelope = try store.seal(&bytes, context: steps.context)
        #expect(bytes.allSatisfy { $0 == 0 }, "the exact steps are overwritten")
        if keeps { steps.envelope = envelope }
        return steps
    }

    private func commit(_ release: Release, keeps: Bool = true) async throws {
        try await store.commit(
            ClosedWindow(release.window, releases: [release], steps: [steps(release, keeps: keeps)]),
            limits: .test("9"), at: 1)
    }

    private func released() async throws -> [Int?] { try await store.releases(of: .day, from: 0).map(\.step) }

    @Test("each window replaces what was kept, and a store that is opened again has the newest") func replaced()
        async throws
    {
        for step in 1...3 { try await commit(release(step)) }
        let kept = try #require(try await SQLiteStore(reading: folder.database).steps(of: "uses"))
        #expect(kept.step == 3 && kept.window.start == Self.start + 2 * 86400)
        #expect(try store.open(kept).first?.figures.count == 12)
        #expect(try await released() == [1, 2, 3])
        #expect(try await store.holdings(RetentionLimits()).first { $0.kind == .steps }?.count == 1)
        #expect(try await store.ledger(of: .day, from: 0).count == 3)
    }

    @Test("a window that was released already is neither charged nor added again") func once() async throws {
        try await commit(release(1))
        try await commit(release(2, at: 1))
        try await commit(release(1))
        #expect(try await released() == [1])
        #expect(try await store.steps(of: "uses")?.step == 1)
        #expect(try await store.ledger(of: .day, from: 0).count == 1)
    }

    @Test("a row in which somebody put any number is read as it stands, and does not open") func anyNumber()
        async throws
    {
        try await commit(release(1))
        let queue = try DatabaseQueue(path: folder.database)
        try await queue.write { try $0.execute(sql: "UPDATE steps SET start = \(Int64.max), step = \(Int64.min)") }
        let kept = try #require(try await store.steps(of: "uses"))
        #expect(kept.window.end == .max && kept.step == .min)
        #expect(throws: StoreError.self) { try store.open(kept) }
    }

    @Test("totals that do not follow on what is stored are not released: nobody has paid for what they add up")
    func follows() async throws {
        try await commit(release(2))
        #expect(try await released().isEmpty)
        try await commit(release(1))
        try await commit(release(3))
        var other = release(2)
        other.terms.maxCells = 1
        try await commit(other)
        #expect(try await released() == [1])
        #expect(try await store.steps(of: "uses")?.step == 1)
        #expect(try await store.ledger(of: .day, from: 0).count == 1)
        var described = release(2)
        described.terms.description = "Other words."
        try await commit(described)
        #expect(try await released() == [1, 2])
    }

    @Test("what a limit does not cover leaves the steps as they were") func refused() async throws {
        try await commit(release(1))
        let next = release(2)
        await #expect(throws: BudgetRefusal.self) {
            try await store.commit(
                ClosedWindow(next.window, releases: [next], steps: [steps(next)]), limits: .test("0.5"), at: 1)
        }
        #expect(try await store.steps(of: "uses")?.step == 1)
    }

    @Test("at the horizon, when their time is over and when the catalog drops them they are gone, key and all")
    func ends() async throws {
        for way in 0..<3 {
            let first = release(1, at: 1 + way * 40)
            let sealed = try steps(first)
            try await store.commit(
                ClosedWindow(first.window, releases: [first], steps: [sealed]), limits: .test("9"), at: 1)
            #expect(sealed.expiresAt == first.window.end + 30 * 86400 + 7 * 86400)
            switch way {
            case 0: try await commit(release(2, at: 2), keeps: false)
            case 1: _ = try await store.purge(now: sealed.expiresAt)
            default:
                #expect(try await store.endedTotals(except: ["uses": first.terms]) == [])
                var coarser = first.terms
                coarser.maxPerCell = 1
                for kept in [["uses": coarser], ["other": first.terms]] {
                    #expect(try await store.endedTotals(except: kept) == ["uses"])
                }
                let removed = try await store.remove(.totals(of: ["uses"], RetentionLimits()))
                #expect(removed.map(\.kind) == [.totals] && removed.map(\.keys) == [1])
            }
            #expect(try await store.steps(of: "uses") == nil)
            let asksForRewriting = try await DatabaseQueue(path: folder.database).read { db in
                try Bool.fetchOne(
                    db, sql: "SELECT user_version > schema_version FROM pragma_user_version, pragma_schema_version")
            }
            #expect(asksForRewriting == (way != 1), "what expired has been seen to by the purge")
            _ = try await store.purge(now: 0)
            let key = try #require(sealed.envelope?.wrappedKey)
            for (name, bytes) in try folder.bytes() { #expect(bytes.range(of: key) == nil, "\(name)") }
        }
    }

    @Test("no file has an exact step in the clear, and what is moved or altered does not open") func sealed()
        async throws
    {
        let first = release(1)
        try await commit(first)
        let figure = withUnsafeBytes(of: Self.exact.littleEndian) { Data($0) }
        for (name, bytes) in try folder.bytes() { #expect(bytes.range(of: figure) == nil, "\(name)") }
        let kept = try #require(try await store.steps(of: "uses"))
        var (moved, renamed, earlier, later, loosened, changed) = (kept, kept, kept, kept, kept, kept)
        moved.window.start += 86400
        renamed.metric = "other"
        earlier.step = 0
        later.expiresAt += 1
        loosened.terms.maxPerCell += 1
        var box = try #require(kept.envelope?.box)
        box[box.count / 2] ^= 1
        changed.envelope = Envelope(wrappedKey: try #require(kept.envelope?.wrappedKey), box: box)
        for bad in [moved, renamed, earlier, later, loosened, changed] {
            #expect(throws: StoreError.self) { try store.open(bad) }
        }
    }
}
