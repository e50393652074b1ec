import Foundation
import TacitSeal
import Testing

extension EndToEnd {
    @Suite("What was spent is shown, checked, and stops at an altered line until an officer has decided")
    struct BudgetCommandTests {
        /// What somebody does who can write to the store's file.
        private func tamper(_ folder: TemporaryFolder) async throws {
            let script = """
                import sqlite3, sys
                store = sqlite3.connect(sys.argv[1])
                store.execute("DROP TRIGGER ledger_is_append_only_1")
                store.execute("UPDATE ledger SET epsilon_millionths = 1 WHERE id = 2")
                store.commit()
                """
            let outcome = try await Program.run(
                URL(fileURLWithPath: "/usr/bin/env"),
                ["python3", "-c", script, folder.url.appendingPathComponent("demo/tacit.sqlite").path])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }

        @Test("a demo's budget and figures hold; one altered line is named by every command, and a decision lets go on")
        func altered() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let state = ["--demo", "--state", folder.url.path]
            let demo = try await Program.tacit(
                "demo", "--state", folder.url.path, "--catalog", Project.file("catalog.yaml").path, "--installations",
                "200",
                "--days", "2")
            #expect(demo.status == 0, "\(demo.errors)")
            let budget = try await Program.run(Project.tacit(), ["budget"] + state)
            #expect(budget.status == 0)
            for word in ["all metrics", "category essential", "one contributor", "365 days", "but for a chance of"] {
                #expect(budget.output.contains(word), "\(word)")
            }
            let verification = try await Program.run(Project.tacit(), ["verify", "privacy"] + state)
            #expect(verification.status == 0)
            #expect(verification.output.contains("All 10 claims hold."))

            try await tamper(folder)
            let altered = try await Program.run(Project.tacit(), ["verify", "privacy", "--json"] + state)
            #expect(altered.status == 3)
            #expect(altered.output.contains("\"line 2\""))
            let frozen = try await Program.run(Project.tacit(), ["budget"] + state)
            #expect(frozen.status == 3)
            #expect(frozen.output.contains("tacit budget accept 2"))
            // As a purge of the files leaves it where a collector hung.
            try Files.replace(folder.url.appendingPathComponent("demo/purge.order").path, with: [])
            let decided = try await Program.tacit(
                "budget", "accept", "2", "--reason", "a damaged disk", "--state",
                folder.url.appendingPathComponent("demo").path)
            #expect(decided.status == 0, "\(decided.errors)")
            #expect(try await Program.run(Project.tacit(), ["budget"] + state).status == 0)
            let again = try await Program.tacit(
                "budget", "accept", "2", "--reason", "a damaged disk", "--state",
                folder.url.appendingPathComponent("demo").path)
            #expect(again.status == 1)
        }

        @Test(
            "where nothing is held the commands say so and fail with 1",
            arguments: [["budget"], ["verify", "privacy"]])
        func nothing(_ command: [String]) async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let outcome = try await Program.run(
                Project.tacit(), command + ["--state", folder.url.appendingPathComponent("none").path])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("tacit serve"))
        }
    }
}
