import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("The command line says what it does, and its exit code says how it went")
    struct CommandTests {
        @Test(
            "every command explains itself",
            arguments: [
                [], ["serve"], ["report"], ["demo"], ["status"], ["catalog"], ["catalog", "lint"], ["catalog", "show"],
                ["scrub"], ["budget"], ["budget", "show"], ["budget", "accept"], ["verify"], ["verify", "privacy"],
                ["query"],
            ])
        func help(_ command: [String]) async throws {
            let outcome = try await Program.run(Project.tacit(), command + ["--help"])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("USAGE: tacit"))
            #expect(outcome.output.contains("OVERVIEW:"))
            #expect(outcome.errors == "")
        }

        @Test(
            "bad usage exits with 64 and shows the way",
            arguments: [
                ["nonsense"], ["report", "--windows", "0"], ["report", "--windows", "many"], ["status", "--surprise"],
                ["catalog", "lint", "a", "b"], ["serve", "--clock"], ["budget", "accept"],
                ["budget", "accept", "1", "--reason", "x"], ["verify", "privacy", "--surprise"],
                ["query", "count of a last day"], ["query", "count of a last day", "--epsilon", "0"],
            ])
        func badUsage(_ arguments: [String]) async throws {
            let outcome = try await Program.run(Project.tacit(), arguments)
            #expect(outcome.status == 64)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains("Error:"))
        }

        @Test("a command that is misspelled is named", arguments: ["stauts": "status", "token creat": "token create"])
        func misspelled(_ words: String, _ meant: String) async throws {
            let outcome = try await Program.run(Project.tacit(), words.split(separator: " ").map(String.init))
            #expect(outcome.status == 64 && outcome.output == "")
            #expect(outcome.errors.contains("did you mean `tacit \(meant)`?"), "\(outcome.errors)")
        }

        @Test("the version is told, and completions for the usual shells", arguments: ["bash", "zsh", "fish"])
        func completion(_ shell: String) async throws {
            let script = try await Program.tacit("--generate-completion-script", shell)
            #expect(script.status == 0)
            #expect(script.output.contains("tacit"))
            #expect(try await Program.tacit("--version").output.contains(/^\d+\.\d+\.\d+/))
        }

        @Test("the shipped catalog has no fault, and is shown as a dictionary")
        func shippedCatalog() async throws {
            let file = Project.file("catalog.yaml").path
            let lint = try await Program.tacit("catalog", "lint", file)
            #expect(lint.status == 0)
            #expect(lint.output.contains("no faults"))
            let shown = try await Program.tacit("catalog", "show", file)
            #expect(shown.status == 0)
            for word in ["http.request", "feature.used", "platform team", "2028-12-31", "http.latency"] {
                #expect(shown.output.contains(word))
            }
            let json = try await Program.tacit("catalog", "show", file, "--json")
            #expect(try JSONSerialization.jsonObject(with: Data(json.bytes)) is [String: Any])
        }

        @Test("all faults of a catalog are told at once, with line, rule and remedy, and exit 3")
        func badCatalog() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let text = try Project.text("catalog.yaml")
                .replacing("type: count", with: "type: cuont").replacing(
                    "owner: product team", with: "ownr: product team"
                )
                .replacing("max_cells: 2", with: "max_cells: 0")
            let file = try folder.write(text, to: "bad.yaml").path
            let lint = try await Program.tacit("catalog", "lint", file)
            #expect(lint.status == 3)
            let faults = lint.output.matches(of: /bad\.yaml:(\d+):\d+.*\[([a-z-]+)\]/)
            #expect(faults.count >= 8)
            #expect(Set(faults.map { $0.2 }).isSuperset(of: ["unknown-value", "unknown-key", "number-range"]))
            let json = try await Program.tacit("catalog", "lint", file, "--json")
            #expect(json.status == 3)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
            #expect((object["faults"] as? [Any])?.count == faults.count)
        }

        @Test(
            "a file that is not there fails with 1 and a remedy",
            arguments: [["catalog", "lint"], ["catalog", "show"]])
        func missingFile(_ command: [String]) async throws {
            let outcome = try await Program.run(Project.tacit(), command + ["no-such-file.yaml"])
            #expect(outcome.status == 1)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains("no-such-file.yaml"))
        }

        @Test("scrub passes text on and keeps what is personal back")
        func scrub() async throws {
            let input =
                "one\njane.roe@example.com paid with 4111 1111 1111 1111 from 192.0.2.44\n\nlast line without an end"
            let outcome = try await Program.tacit("scrub", "--report", input: input)
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("one\n"))
            #expect(outcome.output.hasSuffix("\n\nlast line without an end"))
            #expect(outcome.output.contains(" paid with "))
            for value in ["jane", "4111", "192.0.2.44"] {
                #expect(!outcome.output.contains(value))
                #expect(!outcome.errors.contains(value))
            }
            #expect(outcome.errors != "")
            #expect(try await Program.tacit("scrub").bytes == [])
        }

        @Test("commands take the folder that is named, or that of the environment, or of the file, as serve does")
        func folders() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
            let file = path("own.yaml")
            try Data("state: \(path("of-file"))\n".utf8).write(to: URL(fileURLWithPath: file))
            let environment = ["TACIT_STATE": path("of-environment")]
            for (name, options, environment) in [
                ("of-file", ["--config", file], [:]), ("of-environment", ["--config", file], environment),
                ("named", ["--config", file, "--state", path("named")], environment),
            ] {
                func tacit(_ arguments: String...) async throws -> Outcome {
                    try await Program.run(Project.tacit(), arguments + options, environment: environment)
                }
                let made = try await tacit("token", "create", "--project", name)
                #expect(made.status == 0 && made.errors.contains(options.joined(separator: " ")), "\(made.errors)")
                #expect(FileManager.default.fileExists(atPath: path("\(name)/tokens.json")))
                let listed = try await tacit("token", "list").output
                #expect(listed.contains(name) && listed.split(separator: "\n").count == 1, "\(listed)")
                for command in ["report", "status", "budget"] {
                    let outcome = try await tacit(command)
                    #expect(outcome.status == 1 && outcome.errors.contains(path(name)), "\(outcome.errors)")
                }
            }
            // A file that can't be read stops nobody who names the folder.
            try Data("sate: x\n".utf8).write(to: URL(fileURLWithPath: file))
            let fault = try await Program.tacit("token", "list", "--config", file)
            #expect(fault.status == 1 && fault.errors.contains("own.yaml:1:1"), "\(fault.errors)")
            let named = try await Program.tacit("token", "list", "--config", file, "--state", path("named"))
            #expect(named.status == 0 && named.output.contains("named"), "\(named.errors)")
            // What is shown can be typed as it is.
            let blank = try await Program.tacit("token", "create", "--project", "x", "--state", path("a user's"))
            let shown = blank.errors.firstMatch(of: /Revoke it with: tacit (.*)/).map { String($0.1) }
            let revoke = "\(try Project.tacit().path) " + (try #require(shown))
            #expect(shown?.hasSuffix(#"/a user'\''s'"#) == true, "\(blank.errors)")
            let revoked = try await Program.run(Project.tool("bash"), ["-c", revoke])
            #expect(revoked.status == 0, "\(revoked.errors)")
        }

        @Test("where nothing is held yet, report and status say what to do", arguments: ["report", "status"])
        func emptyFolder(_ command: String) async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let outcome = try await Program.tacit(command, "--state", folder.path)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("tacit serve"))
            #expect(try folder.files().isEmpty, "looking must not write")
            let nobody = try await Program.tacit(command, "--collector", "http://127.0.0.1:1")
            #expect(nobody.status == 1)
            #expect(nobody.errors.contains("No collector answers at http://127.0.0.1:1"))
        }

        @Test("report and status read the folder whether a collector runs or not, plain and as JSON")
        func reading() async throws {
            try await RunningCollector.withFolder { folder in
                let collector = try await folder.start()
                _ = try await collector.post(.logs, Requests.logs(60))
                try await collector.moveClock(to: Moment.seconds + 2 * Moment.day)
                for isRunning in [true, false] {
                    if !isRunning { #expect(await collector.stop() == 0) }
                    let state = folder.state.path
                    let report = try await Program.tacit("report", "--state", state)
                    #expect(report.status == 0)
                    #expect(report.output.contains("feature.uses"))
                    #expect(report.output.contains("95 %"))
                    let one = try await Program.tacit("report", "--state", state, "--metric", "feature.users", "--json")
                    #expect(try one.json(Figures.self).metrics.map(\.name) == ["feature.users"])
                    #expect(try await Program.tacit("report", "--state", state, "--metric", "nothing").status == 1)
                    let status = try await Program.tacit("status", "--state", state)
                    #expect(status.status == 0)
                    #expect(status.output.contains(isRunning ? "running" : "not running"))
                    #expect(status.output.contains("items") && status.output.contains("noise that hides one record"))
                    let json = try await Program.tacit("status", "--state", state, "--json")
                    #expect(try json.json(Figures.self).signal("logs")?.received.agrees(with: 60) == true)
                }
            }
        }

        /// A folder without figures once showed a demo's as if they were its own.
        @Test("a demo's figures are shown where they are asked for, and never as one's own")
        func demo() async throws {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            let played = try await Program.tacit(
                "demo", "--installations", "20", "--days", "1", "--catalog", Project.file("catalog.yaml").path,
                "--state", folder.path)
            #expect(played.status == 0)
            #expect(played.output.contains("tacit report --demo"))
            for command in ["report", "status"] {
                let own = try await Program.tacit(command, "--state", folder.path)
                #expect(own.status == 1)
                #expect(own.output == "")
                #expect(own.errors.contains("--demo"))
                let demo = try await Program.tacit(command, "--demo", "--state", folder.path)
                #expect(demo.status == 0)
                #expect(demo.output.contains(command == "report" ? "Demo: a simulated population" : "a demo's"))
            }
            #expect(try await Program.tacit("report", "--demo", "--collector", "127.0.0.1:1").status == 64)
        }

        @Test("output that goes to no terminal has no colour, and NO_COLOR keeps it out of a terminal too")
        func colour() async throws {
            try await RunningCollector.run { collector in
                let piped = try await Program.tacit("status", "--state", collector.state)
                #expect(!piped.output.contains("\u{1B}"))
                for (environment, isStyled) in [([:], true), (["NO_COLOR": "1"], false)] {
                    let shown = try await onTerminal(["status", "--state", collector.state], environment)
                    #expect(shown.contains("\u{1B}[") == isStyled)
                }
            }
        }

        /// Runs `tacit` with a pseudo-terminal as its output.
        private func onTerminal(_ arguments: [String], _ environment: [String: String]) async throws -> String {
            let script = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]))"
            let outcome = try await Program.run(
                Project.python(), ["-c", script, Project.tacit().path] + arguments,
                environment: environment.merging(["TERM": "xterm"]) { $1 })
            return outcome.output
        }
    }
}
