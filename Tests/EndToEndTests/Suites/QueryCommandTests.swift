import Foundation
import TacitSeal
import Testing

extension EndToEnd {
    @Suite("A question is answered from a state folder, at the price that is told before")
    struct QueryCommandTests {
        private struct Answer: Decodable, Equatable {
            let state: String
            let cost: Cost
            let figures: Figures

            struct Cost: Decodable, Equatable {
                let epsilonMillionths: Int64
                let windows: Int
            }

            struct Figures: Decodable, Equatable { let windows: [Window] }

            struct Window: Decodable, Equatable { let total: Total? }

            struct Total: Decodable, Equatable {
                let estimate: Double
                let lower: Double
                let upper: Double
            }
        }

        @Test("price, answer, the same again, a refusal, and what can't be asked")
        func ask() async throws {
            try await RunningCollector.withFolder(CollectorSetup(catalog: .custom(KeptMinutes.catalog))) { folder in
                try await KeptMinutes.keep(folder)
                let text = "count of feature.used by feature last 3 minutes"
                func query(_ more: String..., question: String = text) async throws -> Outcome {
                    try await Program.run(
                        Project.tacit(), ["query", question, "--state", folder.state.path] + more)
                }
                let price = try await query("--epsilon", "0.9", "--price", "--json").json(Answer.self)
                #expect(price.state == "price" && price.figures.windows.isEmpty)
                let outcome = try await query("--epsilon", "0.9", "--json")
                #expect(outcome.status == 0 && outcome.errors == "")
                let answer = try outcome.json(Answer.self)
                #expect(answer.state == "answered" && answer.cost == price.cost)
                let total = try #require(answer.figures.windows.first?.total)
                // 600 records; noise five times as wide as the interval has a probability under 10⁻⁶.
                let half = (total.upper - total.lower) / 2
                #expect(abs(total.estimate - 600) < 5 * half)
                let again = try await query("--epsilon", "0.5", "--json").json(Answer.self)
                #expect(again.state == "repeated" && again.figures == answer.figures && again.cost.windows == 0)
                #expect(try await query("--epsilon", "0.5").output.contains("Cost nothing"))

                let other = "count of feature.used last 2 minutes"
                let unaffordable = try await query("--epsilon", "0.2", "--price", question: other)
                #expect(unaffordable.status == 3 && unaffordable.output.contains("at most epsilon 0.1"))
                let refused = try await query("--epsilon", "0.2", question: other)
                #expect(refused.status == 1 && refused.output == "" && refused.errors.contains("budget.exceeded"))
                let unknown = try await query("--epsilon", "0.1", question: "count of feature.use last 2 minutes")
                #expect(unknown.status == 1 && unknown.errors.contains("^^^^^^^^^^^"))
                let partner = try await query("--epsilon", "0.1", "--partner", "nobody")
                #expect(partner.status == 1 && partner.errors.contains("query.unknown-partner"))
            }
        }

        /// A collector that hangs, or has gone and was not started again, once left every question refused.
        @Test(
            "when an emergency purge has been done on the files, what remains is asked about; while it is, nothing is")
        func ordered() async throws {
            try await RunningCollector.withFolder(CollectorSetup(catalog: .custom(KeptMinutes.catalog))) { folder in
                try await KeptMinutes.keep(folder)
                let order = folder.state.appendingPathComponent("purge.order").path
                try Files.replace(order, with: [])
                func query() async throws -> Outcome {
                    try await Program.tacit(
                        "query", "count of feature.used last 2 minutes", "--epsilon", "0.5", "--state",
                        folder.state.path)
                }
                do {
                    let hold = try FileLock.take(order + ".lock")
                    let refused = try await query()
                    #expect(refused.status == 1 && refused.errors.contains("store.purge-ordered"))
                    #expect(refused.errors.contains("try again in a second"), "\(refused.errors)")
                    withExtendedLifetime(hold) {}
                }
                let outcome = try await query()
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(Files.exist(order), "the collector has still to carry it out")
            }
        }
    }
}
