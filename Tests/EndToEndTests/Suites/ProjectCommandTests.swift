import Foundation
import Testing

extension EndToEnd {
    @Suite("Commands about a program say how its telemetry stands, and what would change that")
    struct ProjectCommandTests {
        private static let offs: [[String: String]] = [
            ["CI": "true"], ["DO_NOT_TRACK": "1"], ["TACIT_ENABLED": "false"], ["TACIT_ENABLED": "maybe"],
            ["STEPPER_TELEMETRY_ENABLED": "false"], ["TACIT_TOKEN": "a b"],
            ["TACIT_ENDPOINT": "http://telemetry.example.com"], ["TACIT_MIN_BATCH_SIZE": "zork"],
        ]

        /// `tacit send` said "Nothing waits." and exited with 0 whenever telemetry was off, whatever waited.
        @Test("what waits while telemetry is off is told, with what turned it off", arguments: offs)
        func kept(_ environment: [String: String]) async throws {
            try await Self.recorded { home in
                let environment = home.merging(environment) { $1 }
                let status = try await Program.tacit("status", "--project", "stepper", environment: environment)
                let headline = try #require(status.output.split(separator: "\n").first)
                #expect(headline.hasPrefix("Telemetry of stepper is off: "))
                let sent = try await Program.tacit("send", "--project", "stepper", environment: environment)
                #expect(sent.status == 1)
                let said = "Not sent: 3 records wait. \(headline)\nTo change it: "
                #expect(sent.output.hasPrefix(said), "\(sent.output)")
                let json = try await Program.tacit("send", "--project", "stepper", "--json", environment: environment)
                #expect(json.status == 1)
            }
        }

        @Test("where nothing waits, off is told and is no failure") func emptied() async throws {
            try await Self.recorded { home in
                let withdrawn = try await Program.tacit("off", "--project", "stepper", environment: home)
                #expect(withdrawn.status == 0, "\(withdrawn.errors)")
                let sent = try await Program.tacit("send", "--project", "stepper", environment: home)
                #expect(sent.status == 0)
                #expect(sent.output.hasPrefix("Nothing waits. Telemetry of stepper is off: consent "), "\(sent.output)")
            }
        }

        @Test("without an endpoint it says that none is configured") func unaddressed() async throws {
            try await Self.recorded { home in
                let sent = try await Program.tacit("send", "--project", "stepper", environment: home)
                #expect(sent.status == 1)
                #expect(sent.output.hasPrefix("Not sent: no endpoint is configured"), "\(sent.output)")
                #expect(sent.output.contains("`tacit status --project stepper`"))
            }
        }

        /// The program's name stood where the commands take none: `tacit on stepper`.
        @Test("what it advises can be run as it stands") func advice() async throws {
            try await Self.recorded { home in
                _ = try await Program.tacit("consent", "withdraw", "--project", "stepper", environment: home)
                let on = try await Self.advised(environment: home)
                #expect(on == ["on", "--project", "stepper"])
                // Nobody sits at a terminal here: that is said, and is another status than that of a wrong argument.
                #expect(try await Program.run(Project.tacit(), on, environment: home).status == 3)
                let agreed = try await Program.run(Project.tacit(), on + ["--yes"], environment: home)
                #expect(agreed.status == 0, "\(agreed.errors)")
                _ = try await Program.tacit("consent", "restrict", "--project", "stepper", environment: home)
                let resumed = try await Program.run(
                    Project.tacit(), try await Self.advised(environment: home), environment: home)
                #expect(resumed.status == 0, "\(resumed.errors)")
                let status = try await Program.tacit("status", "--project", "stepper", environment: home)
                #expect(status.output.hasPrefix("Telemetry of stepper is on"))
            }
        }

        /// The arguments of the command that stands in the remedy.
        private static func advised(environment: [String: String]) async throws -> [String] {
            let status = try await Program.tacit(
                "status", "--project", "stepper", "--explain", environment: environment)
            let command = try #require(status.output.firstMatch(of: /To change it: run `tacit ([^`]+)`/))
            return command.1.split(separator: " ").map(String.init)
        }

        /// An app that was agreed to and has recorded three events, which have nowhere to go.
        private static func recorded(_ body: ([String: String]) async throws -> Void) async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let home = ["HOME": folder.url.path]
            let outcome = try await Program.run(
                Project.built("stepper"), ["steps", "1", "3", "0"],
                environment: home.merging(["TACIT_CONSENT": "analytics"]) { $1 })
            #expect(outcome.status == 0, "\(outcome.errors)")
            try await body(home)
        }
    }
}
