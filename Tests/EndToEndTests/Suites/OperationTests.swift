import Foundation
import TacitWire
import Testing

extension EndToEnd {
    @Suite("An operator can rely on it")
    struct OperationTests {
        @Test("it says that it lives and is ready, and its metrics pass Prometheus' own check")
        func probes() async throws {
            try await RunningCollector.run { collector in
                _ = try await collector.post(.logs, Requests.logs(5, wrong: 1))
                _ = try await collector.post(.traces, [1, 2, 3])
                #expect(try await collector.get("/livez").status == 200)
                #expect(try await collector.get("/readyz").status == 200)
                let metrics = try await collector.get("/metrics")
                #expect(metrics.contentType?.hasPrefix("text/plain; version=0.0.4") == true)
                let checked = try await Program.run(
                    Project.tool("promtool"), ["check", "metrics"], input: metrics.bytes)
                #expect(checked.status == 0)
                #expect(checked.output + checked.errors == "")
                #expect(
                    metrics.text.contains(
                        #"tacit_refused_requests_total{signal="traces",rule="request.malformed"} 1"#))
                // What was sent shows only with the next publication, and then with noise.
                #expect(metrics.text.contains(#"tacit_items{signal="logs",outcome="counted"} 0"#))
                #expect(metrics.text.contains("tacit_noise_half_width 0"))
                try await collector.moveClock(to: Moment.seconds + 600)
                #expect(try await collector.get("/metrics").text.contains("tacit_noise_half_width 6"))
            }
        }

        @Test("an answer to HEAD has no body, so that the connection's next answer is read right")
        func head() async throws {
            try await RunningCollector.run { collector in
                for (address, path) in [
                    (collector.dashboard, "/livez"), (collector.dashboard, "/"), (collector.otlpHTTP, "/"),
                ] {
                    let bytes = Array("HEAD \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".utf8)
                    let script = #"[{"send":"\#(bytes.hex)"},{"head":true},{"closed":10}]"#
                    let told = try await Client.run(
                        "raw_http", [String(address.dropFirst(7))], input: Array(script.utf8))
                    #expect(
                        told.output.contains(#""rest": """#) && told.output.contains(#""closed": true"#),
                        "\(told.output)")
                }
            }
        }

        @Test("its log is JSON, a line an event, and names no address")
        func log() async throws {
            try await RunningCollector.run(CollectorSetup(lines: ["log: {level: trace}"])) { collector in
                _ = try await collector.post(.logs, Requests.logs(5))
                _ = try await collector.post(.logs, [9, 9, 9])
                _ = try await Client.run(
                    "raw_grpc",
                    [
                        "--endpoint", String(collector.otlpGRPC.dropFirst(7)), "--method", "x/y",
                    ])
                _ = try await collector.get("/no-such-page")
                try await collector.moveClock(to: Moment.seconds + 2 * Moment.day)
                #expect(await collector.stop() == 0)
                let log = try collector.log
                let lines = log.split(separator: "\n")
                #expect(lines.count >= 2)
                for line in lines {
                    let event = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
                    #expect(Set(event.keys).isSuperset(of: ["level", "message", "time"]))
                }
                for word in ["127.0.0.1", "[::1]", "localhost", "peer", "remote"] { #expect(!log.contains(word)) }
            }
        }

        #if os(Linux)
            @Test("a crash leaves no core file: what is in memory reaches no disk")
            func coreDumps() async throws {
                try await RunningCollector.run { collector in
                    let limits = try Data(
                        contentsOf: URL(fileURLWithPath: "/proc/\(collector.program.identifier)/limits"))
                    let text = String(decoding: limits, as: UTF8.self)
                    #expect(text.contains(/Max core file size\s+0\s+0\s/), "\(text)")
                }
            }

            @Test(
                "it lets itself have the descriptors that its connections need, or says that it may not",
                arguments: ["S", ""])
            func descriptors(_ kind: String) async throws {
                let folder = try TemporaryFolder()
                defer { folder.remove() }
                // With a soft limit alone it may raise it.
                let script = """
                    ulimit -\(kind)n 300
                    "$0" serve --state "$1" --otlp-http 127.0.0.1:0 --otlp-grpc 127.0.0.1:0 --dashboard 127.0.0.1:0 2>&1 &
                    collector=$!
                    for i in $(seq 200); do
                        [ -e "$1/tacit.sqlite" ] && break
                        sleep 0.1
                    done
                    grep 'Max open files' "/proc/$collector/limits"
                    kill "$collector" && wait "$collector"
                    """
                let outcome = try await Program.run(
                    URL(fileURLWithPath: "/bin/sh"), ["-c", script, Project.tacit().path, folder.path],
                    environment: ["TACIT_CATALOG": Project.file("catalog.yaml").path])
                let isRaised = outcome.output.contains(/Max open files\s+3328\s/)
                #expect(isRaised == (kind == "S"), "\(outcome.output)")
                #expect(outcome.output.contains(#""allowed":"300""#) == (kind != "S"), "\(outcome.output)")
            }
        #endif

        @Test("asked to stop, it finishes the request that is under way and exits with 0")
        func drain() async throws {
            try await RunningCollector.run { collector in
                let body = Requests.logs(200)
                let head =
                    "POST /v1/logs HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\n"
                    + "Content-Length: \(body.count)\r\n\r\n"
                // The client stops in the middle of its body until the collector has begun to stop.
                let folder = collector.home.folder.url
                let (reached, goOn) = (folder.appendingPathComponent("reached"), folder.appendingPathComponent("go-on"))
                let script = """
                    [{"send":"\((Array(head.utf8) + body.dropLast(3)).hex)"},{"touch":"\(reached.path)"},
                     {"wait":"\(goOn.path)"},{"send":"\(body.suffix(3).hex)"},{"answer":true}]
                    """
                let address = String(collector.otlpHTTP.dropFirst("http://".count))
                async let client = Client.run("raw_http", [address], input: Array(script.utf8))
                try await eventually("half of the request") { FileManager.default.fileExists(atPath: reached.path) }
                async let status = collector.stop()
                try await eventually("the end of listening") { (try? await collector.get("/livez")) == nil }
                try Data().write(to: goOn)
                let told = try await client.output
                #expect(told.contains(#""answers": [[200"#), "\(told)")
                #expect(await status == 0)
                #expect(try collector.log.contains("stopped"))
                #expect(try await collector.report().signal("logs")?.counted.agrees(with: 200) == true)
            }
        }

        @Test("a second collector on the same state folder says so and exits with 1")
        func twoCollectors() async throws {
            try await RunningCollector.run { collector in
                let second = try await Program.tacit(
                    "serve", "--state", collector.state, "--config", collector.home.configurationFile)
                #expect(second.status == 1)
                #expect(second.errors.contains("another collector is running"))
                #expect(try await collector.get("/readyz").status == 200)
            }
        }

        @Test("an unknown key stops the start with its file and line")
        func unknownKey() async throws {
            let refused = await #expect(throws: RunningCollector.DidNotStart.self) {
                try await RunningCollector.run(CollectorSetup(lines: ["surprise: 1"])) { _ in }
            }
            #expect(refused?.status == 1)
            #expect(refused?.errors.contains("tacit.yaml:5") == true, "\(refused?.errors ?? "")")
            #expect(refused?.errors.contains("unknown-key") == true)
        }

        @Test("an unknown variable of the environment stops the start too")
        func unknownVariable() async throws {
            let refused = await #expect(throws: RunningCollector.DidNotStart.self) {
                try await RunningCollector.run(CollectorSetup(environment: ["TACIT_SURPRISE": "1"])) { _ in }
            }
            #expect(refused?.errors.contains("TACIT_SURPRISE") == true)
        }

        @Test("a listener that leaves the loopback interface is refused, since it has no TLS")
        func loopback() async throws {
            let environment = ["TACIT_LISTEN_OTLP_HTTP": "0.0.0.0:0"]
            let refused = await #expect(throws: RunningCollector.DidNotStart.self) {
                try await RunningCollector.run(CollectorSetup(environment: environment)) { _ in }
            }
            #expect(refused?.status == 1)
            #expect(refused?.errors.contains("plaintext-off-loopback") == true)
        }

        @Test("a port that is taken ends the start with a message and 1")
        func portTaken() async throws {
            try await RunningCollector.run { first in
                let taken = String(first.otlpHTTP.dropFirst("http://".count))
                for variable in ["TACIT_LISTEN_OTLP_HTTP", "TACIT_LISTEN_OTLP_GRPC", "TACIT_LISTEN_DASHBOARD"] {
                    let refused = await #expect(throws: RunningCollector.DidNotStart.self) {
                        try await RunningCollector.run(CollectorSetup(environment: [variable: taken])) { _ in }
                    }
                    #expect(refused?.status == 1, "\(variable)")
                    #expect(refused?.errors.contains(taken) == true, "\(refused?.errors ?? "")")
                    #expect(refused?.errors.contains(/another program has (the address|it)/) == true)
                }
            }
        }

        @Test("a catalog with a fault stops the start with its line")
        func badCatalog() async throws {
            let catalog = try Project.text("catalog.yaml").replacing("type: count", with: "type: cuont")
            let refused = await #expect(throws: RunningCollector.DidNotStart.self) {
                try await RunningCollector.run(CollectorSetup(catalog: .custom(catalog))) { _ in }
            }
            #expect(refused?.status == 1)
            #expect(refused?.errors.contains(/catalog\.yaml:\d+/) == true)
        }

        @Test("switched off, it answers and takes nothing, whatever the file says")
        func killSwitch() async throws {
            let setup = CollectorSetup(lines: ["enabled: true"], environment: ["TACIT_ENABLED": "false"])
            try await RunningCollector.run(setup) { collector in
                let answer = try await collector.post(.logs, Requests.logs(200))
                #expect(answer.status == 200)
                let partial = try #require(ProtoFields(answer.bytes)?.bytes[1].flatMap { ProtoFields($0) })
                #expect(partial.numbers[1] == 200)
                try await collector.moveClock(to: Moment.seconds + 2 * Moment.day)
                let figures = try await collector.report()
                #expect(!figures.intake.collecting)
                #expect(figures.signal("logs")?.counted.agrees(with: 0) == true)
                #expect(figures.count(of: "collection.off")?.agrees(with: 200) == true)
            }
        }

        @Test("with the system's clock nobody can move the time")
        func systemClock() async throws {
            try await RunningCollector.run(CollectorSetup(clock: "system")) { collector in
                let answer = try await collector.send("POST", collector.dashboard + "/simulated-clock?now=99999999999")
                #expect(answer.status == 404)
            }
        }
    }
}
