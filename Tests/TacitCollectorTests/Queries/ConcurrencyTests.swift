import TacitCatalog
import TacitPrivacy
import TacitStores
import Testing

@testable import TacitCollector

@Suite("However many ask at once, nothing is spent twice and no limit is passed by a unit", .serialized)
struct QueryConcurrencyTests {
    private static let cells: [ExactWindow.Cell] = [.test("search", "free", "1.1", contributors: 1000, 2000)]

    /// Four connections, as four programs would have.
    private func askers(_ kept: KeptFigures) throws -> [Queries] {
        try (0..<4).map { _ in
            Queries(store: try SQLiteStore(path: kept.folder.database), catalog: kept.catalog, now: kept.now)
        }
    }

    @Test("200 questions at once: as many are answered as fit, each with its charge") func many() async throws {
        let kept = try KeptFigures(days: 3)
        try await kept.keepEveryDay("uses.fine", Self.cells)
        let askers = try askers(kept)
        // 21 × 0.047 = 0.987, and the metric's epsilon is 1.
        let epsilon = try Epsilon("0.047")
        let outcomes = await withTaskGroup(of: Result<QueryReport.State, any Error>.self) { group in
            for number in 0..<200 {
                let asker = askers[number % askers.count]
                group.addTask {
                    do {
                        return .success(
                            try await asker.answer(
                                "count of feature.used where version = \(number) last 3 days", epsilon: epsilon
                            ).state)
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let answered = outcomes.count { (try? $0.get()) == .answered }
        #expect(answered == 21)
        for case .failure(let error) in outcomes { #expect(error is QueryRefusal, "\(error)") }
        for day in 0..<3 { #expect(try await kept.spent(day: day).epsilonMillionths == 21 * 47_000) }
        #expect(try await kept.store.answers().count == 21)
        let verification = try await PrivacyVerifier(store: kept.store, catalog: kept.catalog, now: kept.now).verify()
        #expect(verification.holds)
    }

    @Test("200 who ask the same at once: one charge, and one answer for all") func same() async throws {
        let kept = try KeptFigures(days: 3)
        try await kept.keepEveryDay("uses.fine", Self.cells)
        let askers = try askers(kept)
        let reports = try await withThrowingTaskGroup(of: QueryReport.self) { group in
            for number in 0..<200 {
                let asker = askers[number % askers.count]
                let text =
                    number.isMultiple(of: 2)
                    ? "count of feature.used by plan last 3 days"
                    : "count of feature.used by plan from 2027-01-16 to 2027-01-18"
                group.addTask { try await asker.answer(text, epsilon: Epsilon("0.3")) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(reports.count { $0.state == .answered } == 1)
        #expect(Set(reports.map { JSON.text($0.figures) }).count == 1)
        for day in 0..<3 { #expect(try await kept.spent(day: day).epsilonMillionths == 300_000) }
    }
}
