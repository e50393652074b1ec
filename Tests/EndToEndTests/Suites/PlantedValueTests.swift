import Foundation
import TacitWire
import Testing

extension EndToEnd {
    /// The story: in a system like this one the sanitizer existed, was tested to the last line, and was never called on
    /// the way out. So the bytes themselves are searched, after real clients have put personal values everywhere.
    @Suite("No planted value is found in any byte that Tacit wrote")
    struct PlantedValueTests {
        @Test("200 values, in every field of every signal, over HTTP, gRPC and an instrumented application")
        func nothingIsFound() async throws {
            let forms = try await planted()
            #expect(forms.values.count == 200)
            let now = Date.now
            let setup = CollectorSetup(
                lines: ["log: {level: trace}", "detail: true"], clock: "simulated:\(now.formatted)")
            try await RunningCollector.withFolder(setup) { folder in
                let collector = try await folder.start()
                var evidence = Evidence()
                try await plant(forms, into: collector, answers: &evidence)
                try await collector.moveClock(to: now.seconds + 3 * Moment.day)

                // As the disk is while it runs, as it is after a stop, and all that anybody can ask for.
                for file in try folder.written() { evidence.add("\(file.name) while running", file.bytes) }
                try await addPages(of: collector, to: &evidence)
                #expect(await collector.stop() == 0)
                for file in try folder.written() { evidence.add("\(file.name) after the stop", file.bytes) }
                try await addCommands(on: folder, day: String(now.formatted.prefix(10)), to: &evidence)

                // They did arrive, and met the rules that keep them out.
                let figures = try await collector.report()
                for rule in [
                    "text.scrubbed", "attribute.undeclared", "record.undeclared", "field.code", "request.malformed",
                ] {
                    #expect(figures.count(of: rule) != nil, "nothing met \(rule)")
                }

                let places = Set(evidence.items.map(\.place))
                #expect(
                    places.isSuperset(of: [
                        "tacit.sqlite while running", "tacit.sqlite-wal while running", "collector-0.out while running",
                        "collector-0.err while running", "tacit.sqlite after the stop", "/metrics", "/held",
                        "tacit report", "tacit detail",
                    ]))
                #expect(evidence.finds(of: forms) == [])
            }
        }

        @Test("the search finds a value that lies somewhere, in any of its forms")
        func control() async throws {
            let forms = try await planted()
            let value = forms.values[120]
            for form in [
                "before \(value) after", value, "/home/\(forms.values[170])/x",
                Data(forms.values[0].utf8).base64EncodedString(),
                Array(forms.values[50].utf8).hex,
            ] {
                var evidence = Evidence()
                evidence.add("somewhere", [0, 1, 2, 255] + Array(form.utf8) + [0])
                #expect(evidence.finds(of: forms).count >= 1)
            }
            var evidence = Evidence()
            evidence.add("somewhere", "nothing personal here")
            #expect(evidence.finds(of: forms) == [])
        }

        private func planted() async throws -> PlantedForms {
            let outcome = try await Client.run("planted", ["--seed", "7", "--forms"])
            guard outcome.status == 0 else { throw ToolFailed("planted.py", outcome) }
            return PlantedForms(outcome.output)
        }

        private func plant(
            _ forms: PlantedForms, into collector: RunningCollector, answers evidence: inout Evidence
        ) async throws {
            let lists = try TemporaryFolder()
            defer { lists.remove() }
            let list = try lists.write(forms.values.map { $0 + "\n" }.joined(), to: "values.txt").path
            for (wire, endpoint, compression) in [
                ("http", collector.otlpHTTP, "gzip"), ("grpc", collector.otlpGRPC, "none"),
            ] {
                let sent = try await Client.told(
                    Client.Sent.self, "send",
                    [
                        "--protocol", wire, "--endpoint", endpoint, "--compression", compression, "--planted", list,
                        "--count", "100", "--contributors", "100",
                    ])
                #expect(sent.requests > 20)
            }
            let served = try await Client.run(
                "flask_app", ["--endpoint", collector.otlpHTTP, "--planted", list, "--requests", "400"])
            #expect(served.status == 0)
            // As a JSON client, and one whose request is refused.
            for value in forms.values {
                let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
                let record = #"{"eventName":\#(text),"body":{"stringValue":\#(text)},"severityNumber":[\#(text)]}"#
                let refusal = try await collector.post(.logs, json: Requests.json(record))
                #expect(refusal.status == 400)
                evidence.add("a refusal", refusal.bytes)
                let asked = value.percentEncoded
                evidence.add("an unknown page", try await collector.get("/metric/\(asked)?cell=\(asked)").bytes)
            }
        }

        private func addPages(of collector: RunningCollector, to evidence: inout Evidence) async throws {
            let metrics = try await collector.report().metrics.map { "/metric/\($0.name)" }
            #expect(metrics.count > 10)
            for path in ["/", "/dictionary", "/held", "/metrics", "/api/report", "/readyz", "/no-such-page"] + metrics {
                evidence.add(path, try await collector.get(path).bytes)
            }
        }

        private func addCommands(
            on folder: CollectorFolder, day: String, to evidence: inout Evidence
        ) async throws {
            let state = folder.state.path
            for arguments in [
                ["report", "--state", state, "--windows", "10"],
                ["report", "--state", state, "--windows", "10", "--json"],
                ["status", "--state", state], ["status", "--state", state, "--json"],
                // What is sealed is opened here, so that it is searched as it was before.
                ["detail", "--state", state, "--day", day, "--reason", "search for planted values", "--json"],
                ["detail", "--state", state, "--reads"],
                ["catalog", "show", folder.catalogFile], ["catalog", "show", folder.catalogFile, "--json"],
            ] {
                let outcome = try await Program.run(Project.tacit(), arguments)
                #expect(outcome.status == 0, "\(arguments) said \(outcome.errors)")
                let name = "tacit " + arguments[0]
                evidence.add(name, outcome.bytes)
                evidence.add(name, outcome.errors)
            }
        }
    }
}

extension String {
    fileprivate var percentEncoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
