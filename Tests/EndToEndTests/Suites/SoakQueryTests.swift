import Foundation
import Testing

extension EndToEnd {
    /// Ten kills in an ordinary run, a hundred with `TACIT_SOAK=1`, and 40 in its slice.
    @Suite("Soak: however many ask and whenever they are killed, no answer lacks its charge and no limit is passed")
    struct SoakQueryTests {
        private static let kills = Soak.times(10, slice: 40, whole: 100)
        private static let askers = Soak.times(20, slice: 100, whole: 200)

        private struct Verification: Decodable {
            let checks: [Check]

            struct Check: Decodable {
                let id: String
                let faults: [Finding]
                let notes: [Finding]
                let examined: Int
            }

            struct Finding: Decodable { let place: String }
        }

        private struct BudgetReport: Decodable {
            let lengths: [Length]

            struct Length: Decodable { let scopes: [Scope] }

            struct Scope: Decodable {
                let kind: String
                let limit: Double?
                let spent: Double
            }
        }

        private func question(_ number: Int) -> String {
            "count of feature.used where feature = 'feature \(number)' last 3 minutes"
        }

        private func ask(_ number: Int, in folder: CollectorFolder) throws -> Program {
            try Program(
                Project.tacit(), ["query", question(number), "--epsilon", "0.005", "--state", folder.state.path],
                in: folder.folder.url, named: "query-\(number)")
        }

        /// How many answers there are, when every one of them has its charges, and every charge its answer.
        private func answers(in folder: CollectorFolder) async throws -> Int {
            let outcome = try await Program.tacit("verify", "privacy", "--state", folder.state.path, "--json")
            #expect(outcome.status == 0, "\(outcome.output)")
            let checks = try outcome.json(Verification.self).checks
            for check in checks where ["answer.charged", "budget.limits", "ledger.sealed"].contains(check.id) {
                #expect(check.faults.isEmpty, "\(check.id)")
                #expect(check.id != "answer.charged" || check.notes.isEmpty, "a charge has no answer")
            }
            return try #require(checks.first { $0.id == "answer.charged" }).examined
        }

        private func spent(in folder: CollectorFolder) async throws -> Double {
            let outcome = try await Program.tacit("budget", "--state", folder.state.path, "--json")
            let scopes = try outcome.json(BudgetReport.self).lengths.flatMap(\.scopes)
            for scope in scopes { #expect(scope.spent <= scope.limit ?? .infinity) }
            return try #require(scopes.first { $0.kind == "metric" }).spent
        }

        @Test("kill -9 while questions are answered")
        func kill() async throws {
            let setup = CollectorSetup(catalog: .custom(KeptMinutes.catalog))
            try await RunningCollector.withFolder(setup) { folder in
                try await KeptMinutes.keep(folder)
                let start = ContinuousClock.now
                #expect(await (try ask(Self.kills, in: folder)).exit() == 0)
                let whole = ContinuousClock.now - start
                // Spread from the first moment to twice as long as one takes: half of the kills come while one is at work.
                let shares = (0..<Self.kills).map { 2 * (Double($0) + .random(in: 0..<1)) / Double(Self.kills) }
                var known = 1
                var grew = 0
                for (round, share) in shares.shuffled().enumerated() {
                    let program = try ask(round, in: folder)
                    try await Task.sleep(for: whole * share)
                    program.send(SIGKILL)
                    let status = await program.exit()
                    let answers = try await answers(in: folder)
                    #expect((known...known + 1).contains(answers))
                    if status == 0 { #expect(answers == known + 1, "what was told is written down") }
                    grew += answers - known
                    known = answers
                }
                #expect(abs(try await spent(in: folder) - 0.005 * Double(known)) < 1e-9)
                // The kills came at moments that matter: some questions were answered, and not all.
                #expect(grew >= Self.kills / 10 && grew < Self.kills)
            }
        }

        @Test("many programs at once, and more questions than the budget covers")
        func many() async throws {
            let setup = CollectorSetup(catalog: .custom(KeptMinutes.catalog))
            try await RunningCollector.withFolder(setup) { folder in
                try await KeptMinutes.keep(folder)
                // Ten fit into the metric's epsilon.
                let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
                    for number in 0..<Self.askers {
                        group.addTask {
                            try await Program.tacit(
                                "query", question(number), "--epsilon", "0.1", "--state", folder.state.path)
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let answered = outcomes.count { $0.status == 0 }
                for outcome in outcomes where outcome.status != 0 {
                    #expect(outcome.status == 1)
                    #expect(outcome.errors.contains("budget.exceeded"), "\(outcome.errors)")
                }
                #expect(answered == 10)
                #expect(try await answers(in: folder) == answered)
                #expect(abs(try await spent(in: folder) - 0.1 * Double(answered)) < 1e-9)
            }
        }
    }
}
