import Foundation
import GRDB
import TacitCatalog
import TacitPrivacy
import TacitSeal
import TacitStores
import TestHarness
import Testing

@Suite("Nobody spends more than a limit, and nobody alters the ledger unseen")
struct LedgerTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let window = WindowID(length: .day, start: 1_800_057_600)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    // MARK: Questions in a few words

    private func charge(
        _ epsilon: Int64, metric: String = "uses", category: String = "analytics", partner: String? = nil,
        question: String, window: WindowID? = nil
    ) throws -> Charge {
        let epsilon = try Epsilon(millionths: epsilon)
        return Charge(
            .question, metric: metric, category: category, partner: partner, window: window ?? self.window,
            unit: .contributor, price: PrivacySpend(epsilon, .zero), rho: Rho(epsilon), question: question)
    }

    private func answer(to charge: Charge) -> Answer {
        Answer(
            question: charge.question ?? "", metric: charge.metric, partner: charge.partner, answeredAt: 1,
            expiresAt: 2_000_000_000, unit: .contributor, windows: [charge.window], price: charge.price,
            terms: Release.test("uses").terms, cells: [.test("a", figures: 12)])
    }

    @discardableResult
    private func ask(_ charge: Charge, _ limits: LedgerLimits, of store: SQLiteStore? = nil) async throws -> Answer {
        let answer = answer(to: charge)
        return try await (store ?? self.store).answer([charge], limits: limits, at: 1) { answer }
    }

    private func limits(
        _ epsilon: String, categories: [String: String] = [:], partners: [String: String] = [:],
        metrics: [String: String] = [:], accounting: Budget.Accounting = .pure
    ) throws -> LedgerLimits {
        LedgerLimits(
            Budget(
                epsilon: try Epsilon(epsilon), delta: try Delta("1e-6"),
                categories: try categories.map { .init($0, try Epsilon($1)) },
                partners: try partners.map { .init($0, try Epsilon($1)) }, accounting: accounting),
            metrics: try metrics.map { ($0, PrivacySpend(try Epsilon($1), .zero)) })
    }

    /// What somebody does who can write to the file.
    private func tamper(_ sql: String) throws {
        try DatabaseQueue(path: folder.database).write { db in
            try db.execute(sql: "DROP TRIGGER ledger_is_append_only_1; DROP TRIGGER ledger_is_append_only_2")
            try db.execute(sql: sql)
        }
    }

    private func lines() throws -> Int {
        try DatabaseQueue(path: folder.database).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM ledger") ?? 0 }
    }

    // MARK: Limits

    @Test("each scope stops what passes its own limit, and says which, with what is left") func scopes() async throws {
        let limits = try limits(
            "1", categories: ["analytics": "0.5"], partners: ["north": "0.2"], metrics: ["uses": "0.4", "all": "9"])
        try await ask(charge(300_000, question: "a"), limits)
        let cases: [(Charge, LedgerScope, Int64)] = [
            (try charge(100_001, question: "b"), .metric("uses"), 100_000),
            (try charge(200_001, metric: "other", question: "b"), .category("analytics"), 200_000),
            (try charge(700_001, metric: "all", category: "essential", question: "b"), .project, 700_000),
            (
                try charge(200_001, metric: "x", category: "y", partner: "north", question: "b"), .partner("north"),
                200_000
            ),
            (try charge(1, metric: "x", category: "y", partner: "unknown", question: "b"), .partner("unknown"), 0),
        ]
        for (charge, scope, left) in cases {
            let refusal = await #expect(throws: BudgetRefusal.self) { try await ask(charge, limits) }
            #expect(refusal?.scope == scope)
            #expect(refusal?.left.epsilonMillionths == left)
            #expect(refusal?.renewsAt == window.end)
        }
        #expect(try lines() == 1)
        try await ask(charge(100_000, question: "b"), limits)
        try await ask(charge(1, question: "c", window: WindowID(length: .day, start: window.end)), limits)
    }

    @Test("where rhos add up, many small answers cost less than their epsilons, and the limit still holds")
    func concentrated() async throws {
        let limits = try limits("1", metrics: ["uses": "1"], accounting: .concentrated)
        var asked = 0
        while asked < 2000 {
            do {
                try await ask(charge(10_000, question: "q\(asked)"), limits)
            } catch is BudgetRefusal {
                break
            }
            asked += 1
        }
        // 100 of them would be an epsilon of 1 if epsilons were added up.
        #expect(asked > 150)
        let rho = try Rho(units: Int64(asked) * Rho(Epsilon("0.01")).units)
        #expect(try rho.epsilon(delta: Delta("5e-7")) <= 1)
    }

    /// The limit of a metric is its own epsilon. Turned into a rho it was too small for the metric's one release, and nothing at all
    /// where the metric had no delta.
    @Test(
        "where rhos add up, a metric's release fits as declared, and its questions have room without a delta of its own"
    )
    func concentratedMetric() async throws {
        let limits = try limits("10", metrics: ["uses": "1"], accounting: .concentrated)
        let price = try BudgetSplit.price(of: .count, epsilon: Epsilon("1"), delta: .zero)
        let release = Charge(
            .release, metric: "uses", category: "analytics", window: window, unit: .contributor, price: price.spend,
            rho: price.rho)
        #expect(limits.refusal(of: [release], after: []) == nil)
        #expect(limits.refusal(of: [try charge(100_000, question: "q")], after: []) == nil)
        let refusal = limits.refusal(of: [try charge(900_000, question: "q")], after: [])
        #expect(refusal?.scope == .metric("uses"))
    }

    @Test(
        "an answer is bought once: asked again it is the same, for nothing, as long as no more exactness is asked for")
    func cache() async throws {
        let limits = try limits("1")
        let first = try await ask(charge(200_000, question: "q"), limits)
        for price in [Int64(200_000), 50_000] {
            let charge = try charge(price, question: "q")
            let again = try await store.answer([charge], limits: limits, at: 9) {
                Issue.record("drawn again")
                return first
            }
            #expect(again == first)
            #expect(try await store.answer(to: "q", partner: nil, price: charge.price) == first)
        }
        #expect(try lines() == 1)
        #expect(try await store.answer(to: "q", partner: "north", price: .zero) == nil)
        try await ask(charge(200_001, question: "q"), limits)
        #expect(try lines() == 2)
    }

    @Test("where drawing fails, nothing is charged") func failedDraw() async throws {
        struct Failed: Error {}
        await #expect(throws: (any Error).self) {
            try await store.answer([charge(1, question: "q")], limits: limits("1"), at: 1) { throw Failed() }
        }
        #expect(try lines() == 0)
    }

    @Test("of two hundred who ask at once, over four connections, exactly those that fit are answered")
    func concurrent() async throws {
        let limits = try limits("8", categories: ["analytics": "1"])
        let stores = try (0..<4).map { _ in try SQLiteStore(path: folder.database) }
        let answered = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    guard let charge = try? charge(9_999, question: "q\(number)") else { return false }
                    // A connection that waits too long for the others has asked for nothing; it asks again.
                    while true {
                        do {
                            try await ask(charge, limits, of: stores[number % 4])
                            return true
                        } catch is BudgetRefusal {
                            return false
                        } catch {
                            await Task.yield()
                        }
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        // 100 × 0.009999 = 0.9999; one more would pass 1.
        #expect(answered == 100)
        #expect(try lines() == 100)
        #expect(try await store.answers().count == 100)
        #expect(try await store.spent(in: window).epsilonMillionths == 999_900)
        #expect(try await store.alterations().isEmpty)
    }

    // MARK: Alterations

    @Test(
        "a line that was altered is named, and stops whoever wants to spend",
        arguments: [
            "UPDATE ledger SET epsilon_millionths = 1 WHERE id = 2",
            "UPDATE ledger SET start = start + 86400 WHERE id = 2",
            "UPDATE ledger SET metric = 'other' WHERE id = 2", "UPDATE ledger SET partner = 'x' WHERE id = 2",
            "UPDATE ledger SET note = NULL WHERE id = 2", "UPDATE ledger SET charged_at = 0 WHERE id = 2",
            "UPDATE ledger SET rho_units = 1 WHERE id = 2", "UPDATE ledger SET kind = 'release' WHERE id = 2",
            "UPDATE ledger SET seal = zeroblob(32) WHERE id = 2", "UPDATE ledger SET subject = 1 WHERE id = 2",
            "DELETE FROM ledger WHERE id = 2", "UPDATE ledger SET id = 9 WHERE id = 2",
        ]) func altered(sql: String) async throws
    {
        let limits = try limits("1")
        for name in ["a", "b", "c"] { try await ask(charge(1000, question: name), limits) }
        #expect(try await store.alterations().isEmpty)
        try tamper(sql)
        let named = try await store.alterations().map(\.line)
        #expect(named.contains(2) || sql.contains("id = 9"), "\(named)")
        #expect(!named.isEmpty)
        let error = await #expect(throws: StoreError.self) { try await ask(charge(1, question: "d"), limits) }
        #expect(error?.code == .ledgerAltered)
        #expect(error?.description.contains("tacit budget accept") == true)
    }

    @Test("lines that are cut off at the end are missed") func truncated() async throws {
        for name in ["a", "b", "c"] { try await ask(charge(1000, question: name), limits("1")) }
        try tamper("DELETE FROM ledger WHERE id > 1")
        #expect(try await store.alterations().map(\.line) == [3])
        #expect(try await store.alterations().map(\.isMissing) == [true])
    }

    @Test("after an officer's decision spending goes on, but not of windows that had ended by then") func decided()
        async throws
    {
        let limits = try limits("1")
        for name in ["a", "b"] { try await ask(charge(1000, question: name), limits) }
        let next = WindowID(length: .day, start: window.end)
        try await ask(charge(1000, question: "c", window: next), limits)
        // Moved away, so that nobody can tell which window it was about.
        try tamper("UPDATE ledger SET start = start + 86400 WHERE id = 1")
        await #expect(throws: StoreError.self) { try await store.accept(alteration: 2, reason: "no", at: window.end) }
        try await store.accept(alteration: 1, reason: "A restore from a damaged disk.", at: window.end)
        #expect(try await store.alterations().map(\.isDecided) == [true])
        try await ask(charge(1000, question: "d", window: next), limits)
        let refusal = await #expect(throws: BudgetRefusal.self) { try await ask(charge(1, question: "e"), limits) }
        #expect(refusal?.left == .zero)
        #expect(try await store.spent(in: next).epsilonMillionths == 3000, "what the moved line claims counts")
        // What is altered after the decision needs another one.
        try await DatabaseQueue(path: folder.database).write {
            try $0.execute(sql: "UPDATE ledger SET epsilon_millionths = 2 WHERE id = 1")
        }
        #expect(try await store.alterations().map(\.isDecided) == [false])
    }

    @Test("one decision covers lines that are gone and the line behind them, also at the end of the ledger")
    func decidedGap() async throws {
        for name in ["a", "b", "c", "d"] { try await ask(charge(1000, question: name), limits("1")) }
        try tamper("DELETE FROM ledger WHERE id = 2")
        #expect(try await store.alterations().map(\.line) == [2])
        try await store.accept(alteration: 2, reason: "known", at: 1)
        #expect(try await store.alterations().allSatisfy(\.isDecided))
        try await DatabaseQueue(path: folder.database).write {
            try $0.execute(sql: "DELETE FROM ledger WHERE id = 5; UPDATE sqlite_sequence SET seq = 4")
        }
        #expect(try await store.alterations().filter { !$0.isDecided }.map(\.line) == [2, 5])
        for line in [Int64(2), 5] { try await store.accept(alteration: line, reason: "known", at: 1) }
        #expect(try await store.alterations().allSatisfy(\.isDecided))
        try await ask(charge(1000, question: "e"), limits("1"))
    }

    @Test(
        "an end that was cut off is missed, whatever else is set back",
        arguments: [
            "DELETE FROM ledger WHERE id > 1; UPDATE sqlite_sequence SET seq = 1",
            "DELETE FROM ledger; DELETE FROM sqlite_sequence", "DELETE FROM ledger_head",
            "DELETE FROM ledger WHERE id > 1; UPDATE sqlite_sequence SET seq = 1; UPDATE ledger_head SET line = 1",
            "DELETE FROM ledger; DELETE FROM sqlite_sequence; DELETE FROM ledger_head",
        ]) func cutOff(sql: String) async throws
    {
        for name in ["a", "b", "c"] { try await ask(charge(1000, question: name), limits("1")) }
        try await store.commit(ClosedWindow(window), limits: limits("1"), at: 1)
        try tamper(sql)
        #expect(try await !store.alterations().isEmpty)
        #expect(try await !SQLiteStore(path: folder.database).alterations().isEmpty)
    }

    @Test("a store without its key's ledger, or a key without its store, is no new beginning") func noNewBeginning()
        async throws
    {
        try await ask(charge(1000, question: "a"), limits("1"))
        for name in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.database + name) }
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
        #expect(error?.code == .key)
        #expect(error?.remedy.contains("restore") == true)
    }

    @Test("a document that was changed is not taken for the collector's") func documents() async throws {
        try await store.setDocument("catalog", to: "budget: 1")
        #expect(try await store.sealedDocument("catalog") == "budget: 1")
        try await DatabaseQueue(path: folder.database).write {
            try $0.execute(sql: "UPDATE document SET text = 'budget: 9'")
        }
        let error = await #expect(throws: StoreError.self) { try await store.sealedDocument("catalog") }
        #expect(error?.code == .altered)
    }

    @Test("with another key every line is foreign; without one the store does not open") func otherKey() async throws {
        try await ask(charge(1000, question: "a"), limits("1"))
        #expect(try await SQLiteStore(path: folder.database, ring: KeyRing(at: 1)).alterations().map(\.line) == [1, 2])
        let key = folder.path + "/master.key"
        try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: key))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        let wrong = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
        #expect(wrong?.code == .key && wrong?.remedy.contains("key.wrong") == true)
        try FileManager.default.removeItem(atPath: key)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.database) }
        #expect(error?.code == .key && error?.remedy.contains("key.missing") == true)
        // What is no secret stays readable.
        #expect(try await SQLiteStore(reading: folder.database).answers().count == 1)
    }
}
