import Foundation
import Testing

#if os(Linux)
    extension EndToEnd {
        @Suite("Local only: commands do what they say and harm nothing")
        struct LocalCommandTests {
            private let home: TemporaryFolder
            private var folder: URL { home.url.appendingPathComponent("local") }

            init() throws { home = try TemporaryFolder() }

            private func tacit(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
                try await Program.run(
                    Project.tacit(), ["local"] + arguments + ["--folder", folder.path], environment: environment)
            }

            private func write(_ configuration: String) throws {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(configuration.utf8).write(to: folder.appendingPathComponent("local.yaml"))
            }

            @Test("a link leads to the page that runs, whatever local.yaml says, and nowhere where none does")
            func link() async throws {
                // It once named port 4330, whatever listened there.
                defer { home.remove() }
                let none = try await tacit("link")
                #expect(none.status != 0 && none.output.isEmpty && none.errors.contains("tacit local start"))
                let monitor = try await LocalMonitor.start(in: home)
                try write("round: [")
                let link = try await tacit("link")
                #expect(link.output.hasPrefix(monitor.page), "\(link.output)\(link.errors)")
                monitor.program.send(SIGKILL)
                _ = await monitor.program.exit()
                #expect(try await tacit("link").status != 0, "what a crash left behind leads nowhere")
            }

            @Test("what is exported takes nobody's file, no device's place, and nothing of the data")
            func output() async throws {
                defer { home.remove() }
                let file = home.url.appendingPathComponent("all.jsonl")
                #expect(try await tacit("on", "levels").status == 0)
                #expect(try await tacit("record", "level", "calm", "0.5").status == 0)
                #expect(try await tacit("export", file.path).status == 0)
                let first = try Data(contentsOf: file)
                #expect(try await tacit("record", "level", "calm", "0.5").status == 0)
                #expect(try await tacit("export", file.path).errors.contains("--force"))
                #expect(try Data(contentsOf: file) == first)
                #expect(try await tacit("export", file.path, "--force").status == 0)
                #expect(try Data(contentsOf: file).count > first.count)
                #expect(try await tacit("report", "--output", "/dev/null").status == 0)
                #expect(
                    try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                        == .typeCharacterSpecial)
                let round = home.url.appendingPathComponent("round")
                try FileManager.default.createSymbolicLink(at: round, withDestinationURL: folder)
                for place in [folder, round] {
                    let settings = place.appendingPathComponent("settings.json").path
                    #expect(try await tacit("export", settings, "--force").errors.contains("lies in the folder"))
                }
                #expect(
                    try Set(FileManager.default.contentsOfDirectory(atPath: home.url.path))
                        .isSuperset(of: ["all.jsonl", "local", "round"]))
                #expect(
                    try !FileManager.default.contentsOfDirectory(atPath: home.url.path).contains {
                        $0.hasSuffix(".part")
                    })
            }

            @Test("nothing is recorded where TACIT_ENABLED is off, and a value that is wrong is not said again")
            func record() async throws {
                defer { home.remove() }
                #expect(try await tacit("on", "levels", "errors").status == 0)
                for word in ["false", "0", "off", "maybe"] {
                    let silenced = try await tacit(
                        "record", "level", "calm", "0.5", environment: ["TACIT_ENABLED": word])
                    #expect(silenced.status != 0 && silenced.errors.contains("TACIT_ENABLED"))
                }
                let wrong = try await tacit("record", "level", "calm", "ada@example.com")
                #expect(wrong.status != 0 && !(wrong.output + wrong.errors).contains("ada@"))
                #expect(try LocalMonitor.lines("levels", in: folder).isEmpty)
            }

            @Test("a folder that is not whole is refused, not forgotten")
            func relative() async throws {
                defer { home.remove() }
                let outcome = try await Program.tacit("local", "status", environment: ["TACIT_LOCAL_FOLDER": "state"])
                #expect(outcome.status != 0 && outcome.errors.contains("TACIT_LOCAL_FOLDER"))
            }

            @Test(
                "what is wrong in local.yaml is named at its line",
                arguments: [
                    (
                        "services:\n  - name: a\n    tcp: 127.0.0.1:1\n  - name: a\n    tcp: 127.0.0.1:2\n", ":4:11",
                        "second"
                    ),
                    ("round: 60s\ndisk: /\nround: 30s\n", ":3:1", "again"),
                    ("services: [{name: a, http: \"ftp://127.0.0.1:1\"}]\n", ":1:", "https://"),
                    ("services: [{name: a, tcp: \"tls://127.0.0.1:1\"}]\n", ":1:", "leave it out"),
                    ("levels: [{name: a, file: /etc/hostname, command: [/bin/true]}]\n", ":1:", "one source"),
                    ("services: [{name: a, tcp: \"127.0.0.1:1\", reads: [/etc]}]\n", ":1:", "`command`"),
                ])
            func faults(_ text: String, _ place: String, _ words: String) async throws {
                defer { home.remove() }
                try write(text)
                let outcome = try await tacit("config")
                #expect(outcome.status != 0)
                #expect(
                    outcome.errors.contains("local.yaml\(place)") && outcome.errors.contains(words), "\(outcome.errors)"
                )
            }

            @Test("what is not there now is said, and stops nothing")
            func warnings() async throws {
                defer { home.remove() }
                try write("disk: /nowhere\nservices: [{name: a, command: [/nowhere/program]}]\n")
                let outcome = try await tacit("config")
                #expect(outcome.status == 0 && outcome.output.contains("1 service, 0 levels"))
                #expect(outcome.errors.contains("local.yaml:1:") && outcome.errors.contains("local.yaml:2:"))
            }
        }
    }
#endif
