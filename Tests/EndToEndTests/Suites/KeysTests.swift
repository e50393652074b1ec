import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("Keys are changed, shared and kept, and a collector goes on with what it was")
    struct KeysTests {
        /// One metric that is released when its minute closes, and one whose exact figures are kept.
        private static let catalog = FeatureCatalog.text(
            budget: "epsilon: 2, delta: 1e-6", FeatureCatalog.kept(as: "uses"),
            FeatureCatalog.counted("closed", "by: [feature], window: minute, epsilon: 1, delta: 1e-8"))
        private static let setup = CollectorSetup(catalog: .custom(catalog))
        private static let phrase = "a passphrase " + "of some length\n"

        private func tacit(_ arguments: String..., input: String = "", in folder: CollectorFolder) async throws
            -> Outcome
        {
            try await Program.run(
                Project.tacit(), arguments + ["--config", folder.configurationFile, "--state", folder.state.path],
                input: Array(input.utf8))
        }

        /// What a state folder tells of its figures.
        private func report(_ state: String) async throws -> NSDictionary {
            let outcome = try await Program.tacit("report", "--json", "--state", state)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try #require(try JSONSerialization.jsonObject(with: Data(outcome.bytes)) as? NSDictionary)
        }

        private func metrics(_ state: String) async throws -> NSArray {
            let metrics = try #require(try await report(state)["metrics"] as? NSArray)
            #expect(metrics.count > 0)
            return metrics
        }

        private func key(_ collector: RunningCollector) throws -> String {
            let said = try String(contentsOf: collector.program.output, encoding: .utf8)
            return try String(#require(said.firstMatch(of: /Key +(\S+)/)).1)
        }

        private func ask(_ state: String) async throws -> Outcome {
            try await Program.tacit(
                "query", "count of feature.used by feature last 3 minutes", "--epsilon", "0.3", "--price", "--state",
                state)
        }

        @Test("while a collector runs a rotation is refused; between two of them it changes the keys and no figure")
        func rotate() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let first = try await folder.start()
                let signing = try key(first)
                let refused = try await tacit("keys", "rotate", in: folder)
                #expect(refused.status == 1 && refused.errors.contains("store.in-use"))
                #expect(try await first.post(.logs, Requests.logs(200, time: Moment.seconds)).status == 200)
                #expect(await first.stop() == 0)
                // What a minute that is still open has gathered goes on too.
                let master = try Data(contentsOf: folder.state.appendingPathComponent("master.key"))
                for generation in 2...3 {
                    let rotated = try await tacit("keys", "rotate", "--json", in: folder)
                    #expect(
                        rotated.status == 0 && rotated.output.contains("\"generation\" : \(generation)"),
                        "\(rotated.errors)")
                }
                #expect(try Data(contentsOf: folder.state.appendingPathComponent("master.key")) != master)

                let second = try await folder.start()
                #expect(try key(second) == signing)
                try await second.moveClock(to: Moment.seconds + 60 + 20)
                #expect(await second.stop() == 0)
                let before = try await metrics(folder.state.path)
                let estimate = try await ask(folder.state.path)
                #expect(estimate.status == 0, "\(estimate.errors)")
                #expect(try await tacit("keys", "rotate", in: folder).status == 0)
                #expect(try await metrics(folder.state.path) == before)
                #expect(try await ask(folder.state.path).output == estimate.output)
                let third = try await folder.start()
                #expect(try key(third) == signing)
                #expect(await third.stop() == 0)
                #expect(try await metrics(folder.state.path) == before)

                let list = try await tacit("keys", "list", in: folder)
                #expect(list.status == 0 && list.output.contains("Generation 4"))
                #expect(list.output.contains("1 window kept for questions"))
            }
        }

        /// The story: it lay there until the next start, and with it what had expired in the store meanwhile.
        @Test("a copy of the store that a killed backup leaves goes within the hour, while the collector runs")
        func killedBackup() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                let phrase = try folder.folder.write(Self.phrase, to: "phrase")
                let backup = try Program(
                    Project.tacit(),
                    [
                        "backup", folder.folder.path + "/tacit.backup", "--config", folder.configurationFile, "--state",
                        folder.state.path,
                    ], input: phrase, in: folder.folder.url, named: "backup")
                let copy = folder.state.appendingPathComponent("backup.sqlite").path
                try await eventually("the copy") { FileManager.default.fileExists(atPath: copy) }
                backup.send(SIGKILL)
                #expect(await backup.exit() == 128 + SIGKILL)
                #expect(FileManager.default.fileExists(atPath: copy))
                try await collector.moveClock(to: Moment.seconds + 3600)
                #expect(!FileManager.default.fileExists(atPath: copy))
            }
        }

        @Test("a backup that is made while the collector runs, and restored elsewhere, tells the same")
        func backup() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(200, time: Moment.seconds)).status == 200)
                try await collector.moveClock(to: Moment.seconds + 60 + 20)
                let file = folder.folder.path + "/tacit.backup"
                let written = try await tacit("backup", file, input: Self.phrase, in: folder)
                #expect(written.status == 0, "\(written.errors)")
                #expect(try await tacit("backup", file, input: Self.phrase, in: folder).status == 1)
                let before = try await metrics(folder.state.path)

                let target = folder.folder.path + "/restored"
                let restore = ["restore", file, "--state", target]
                let wrong = try await Program.run(Project.tacit(), restore, input: Array("another passphrase\n".utf8))
                #expect(wrong.status == 1 && wrong.errors.contains("passphrase.wrong"))
                let restored = try await Program.run(Project.tacit(), restore, input: Array(Self.phrase.utf8))
                #expect(restored.status == 0, "\(restored.errors)")
                #expect(try await metrics(target) == before)
                #expect(try await Program.tacit("verify", "privacy", "--state", target).status == 0)
                let asked = try await ask(target)
                #expect(asked.status == 1, "exact figures are not in a backup")
                #expect(await collector.stop() == 0)
            }
        }

        @Test("a folder with its key in it is read beside a wrong configuration, and none is restored by a guess")
        func unreadableConfiguration() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                let collector = try await folder.start()
                #expect(await collector.stop() == 0)
                try Data("surprise: 1\n".utf8).write(to: URL(fileURLWithPath: folder.configurationFile))
                func path(_ name: String) -> String { folder.folder.path + "/" + name }
                for command in [
                    ["status"], ["backup", path("all")], ["keys", "backup", path("keys")], ["keys", "list"],
                    ["keys", "split", "--shares", "2", "--threshold", "2", "--into", path("shares")],
                    ["detail", "--reads"],
                ] {
                    let outcome = try await Program.run(
                        Project.tacit(),
                        command + ["--config", folder.configurationFile, "--state", folder.state.path],
                        input: Array(Self.phrase.utf8))
                    #expect(outcome.status == 0, "\(command): \(outcome.errors)")
                }
                // Nobody knows under which master key they are to be.
                for command in [["restore", path("all")], ["keys", "restore", path("keys")]] {
                    let outcome = try await Program.run(
                        Project.tacit(),
                        command + ["--config", folder.configurationFile, "--state", path("restored")],
                        input: Array(Self.phrase.utf8))
                    #expect(outcome.status == 1 && outcome.errors.contains("tacit.yaml:1:1"), "\(outcome.errors)")
                    #expect(!FileManager.default.fileExists(atPath: path("restored")))
                }
            }
        }

        @Test("a collector starts under a passphrase, is refused under another, and shares open what it has locked")
        func passphrase() async throws {
            let secrets = try TemporaryFolder()
            defer { secrets.remove() }
            func write(_ text: String, _ name: String) throws -> String {
                let file = try secrets.write(text, to: name)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
                return file.path
            }
            var setup = Self.setup
            let phrase = try write(Self.phrase, "passphrase")
            setup.lines = ["keys: {source: passphrase, passphrase_file: \"\(phrase)\"}"]
            try await RunningCollector.withFolder(setup) { folder in
                let collector = try await folder.start()
                #expect(try await collector.post(.logs, Requests.logs(200, time: Moment.seconds)).status == 200)
                #expect(await collector.stop() == 0)
                #expect(!FileManager.default.fileExists(atPath: folder.state.path + "/master.key"))

                _ = try write("planted words of another", "passphrase")
                let wrong = try await #require(throws: RunningCollector.DidNotStart.self) { try await folder.start() }
                #expect(wrong.status == 1 && wrong.errors.contains("passphrase.wrong"))
                #expect(!wrong.errors.contains("planted words") && !wrong.errors.contains("of some length"))
                _ = try write(Self.phrase, "passphrase")

                let shares = secrets.path + "/shares"
                let split = try await tacit(
                    "keys", "split", "--shares", "5", "--threshold", "3", "--into", shares, in: folder)
                #expect(split.status == 0, "\(split.errors)")
                let key = secrets.path + "/combined.key"
                func combine(_ numbers: Int...) async throws -> Outcome {
                    let files = numbers.map { "\(shares)/share-\($0).json" }
                    return try await Program.run(Project.tacit(), ["keys", "combine"] + files + ["--into", key])
                }
                let few = try await combine(1, 4)
                #expect(few.status == 1 && few.errors.contains("key-share.too-few"))
                #expect(try await combine(5, 1, 4).status == 0)
                // The passphrase is lost, and the shares open.
                try FileManager.default.removeItem(atPath: phrase)
                let listed = try await Program.run(
                    Project.tacit(), ["keys", "list", "--state", folder.state.path],
                    environment: ["TACIT_KEYS_SOURCE": "environment", "TACIT_MASTER_KEY_FILE": key])
                #expect(listed.status == 0 && listed.output.contains("from a passphrase"), "\(listed.errors)")
                _ = try write(Self.phrase, "passphrase")
                let again = try await folder.start()
                try await again.moveClock(to: Moment.seconds + 60 + 20)
                #expect(await again.stop() == 0)
            }
        }

        @Test("the source is changed by a rotation, and what still stands under the old one is told of")
        func source() async throws {
            try await RunningCollector.withFolder(Self.setup) { folder in
                #expect(await (try folder.start()).stop() == 0)
                let secrets = try TemporaryFolder()
                defer { secrets.remove() }
                let kms = try secrets.write(
                    """
                    #!/bin/sh
                    echo "planted word of a service" >&2
                    if [ "$1" = wrap ]; then printf 'wrapped:'; cat; else dd bs=1 skip=8 2>/dev/null; fi
                    """, to: "kms")
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: kms.path)
                let environment = ["TACIT_KEYS_SOURCE": "command", "TACIT_KEYS_COMMAND": kms.path]
                func keys(_ verb: String) async throws -> Outcome {
                    try await Program.run(
                        Project.tacit(), ["keys", verb, "--state", folder.state.path], environment: environment)
                }
                let before = try await keys("list")
                #expect(before.status == 1 && before.errors.contains("key-ring.source-differs"))
                #expect(before.errors.contains("tacit keys rotate"))
                let rotated = try await keys("rotate")
                #expect(rotated.status == 0 && !rotated.errors.contains("planted"), "\(rotated.errors)")
                #expect(!FileManager.default.fileExists(atPath: folder.state.path + "/master.key"))
                let after = try await keys("list")
                #expect(after.status == 0 && after.output.contains("from a command") && after.errors == "")
            }
        }
    }
}
