import Foundation
import Testing

#if os(Linux)
    extension EndToEnd {
        @Suite("Local only: a system's health stays on its machine")
        struct LocalTests {
            @Test("a person starts it, opens the page once, switches a part off, exports, deletes, and verifies")
            func person() async throws {
                try await Self.run { monitor in
                    #expect(try await monitor.curl(monitor.page).output.contains("403"))
                    let opened = try await monitor.curl("-L", monitor.link).output
                    #expect(opened.contains("200 OK") && opened.contains("healthy"), "\(opened)")
                    #expect(opened.contains("default-src 'none'"))
                    // The address works once; the cookie goes on working, and to no other name of this machine.
                    let stranger = try await Program.run(Project.tool("curl"), ["-sS", "-i", monitor.link])
                    #expect(stranger.output.contains("403"))
                    #expect(try await monitor.curl(monitor.page).output.contains("200 OK"))
                    #expect(try await monitor.curl("-H", "Host: evil.example", monitor.page).output.contains("403"))

                    let form = try #require(opened.firstMatch(of: /name="form" value="([0-9a-f]+)"/)).output.1
                    let off = ["-H", "Origin: " + monitor.page.dropLast(), "-d", "form=\(form)&part=health&on=no"]
                    #expect(
                        try await monitor.curl("-d", "form=\(form)&part=health&on=no", monitor.page + "part").output
                            .contains("403"))
                    #expect(
                        try await monitor.curl(off[0], off[1], off[2], off[3], monitor.page + "part").output.contains(
                            "303"))
                    #expect(try await monitor.tacit("status", "--json").status == 0)
                    let settings = try String(
                        contentsOf: monitor.folder.appendingPathComponent("settings.json"), encoding: .utf8)
                    #expect(settings.contains("\"health\": false"))

                    let verified = try await monitor.tacit("verify")
                    #expect(verified.status == 0, "\(verified.output)")
                    #expect(verified.output.contains("the monitor that runs is closed"))
                    #expect(verified.output.contains("tcp") && verified.output.contains("udp"))
                    let exported = try await monitor.tacit("export")
                    #expect(exported.output.contains("{\"part\":\"health\",\"timestamp\""))
                    #expect(try await monitor.stop() == 0)
                    let deleted = try await monitor.tacit("delete", "--all", "--yes")
                    #expect(deleted.status == 0 && deleted.output.contains("removed  health-"))
                    #expect(try FileManager.default.contentsOfDirectory(atPath: monitor.folder.path) == ["local.yaml"])
                }
            }

            @Test("the page is whole in a real browser, wide and on a phone, light and dark, without JavaScript")
            func browser() async throws {
                try await Self.run { monitor in
                    let pictures = try TemporaryFolder()
                    defer { pictures.remove() }
                    let outcome = try await Program.run(
                        Project.python(),
                        [
                            Project.file("scripts/screenshots").path, "--no-script", "--enter",
                            String(monitor.link.dropFirst(monitor.page.count - 1)), monitor.page, pictures.path, "/",
                            "/delete",
                        ], within: 180)
                    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
                    #expect(try pictures.files().count == 8)
                    #expect(try await monitor.stop() == 0)
                }
            }

            @Test("no packet leaves for anywhere but the declared probes, for the whole life of the monitor")
            func trace() async throws {
                let home = try TemporaryFolder()
                defer { home.remove() }
                let listener = try Program(
                    Project.python(), ["-m", "http.server", "--bind", "127.0.0.1", "28611"], in: home.url, named: "http"
                )
                let trace = home.url.appendingPathComponent("trace")
                let monitor = try await LocalMonitor.start(
                    in: home,
                    before: [
                        try Project.tool("strace").path, "-f", "-qq", "-o", trace.path, "-e",
                        "trace=socket,connect,sendto,sendmsg,sendmmsg,bind",
                    ],
                    services: "[{name: web, http: \"127.0.0.1:28611\"}, {name: gone, tcp: \"127.0.0.1:28612\"}]")
                _ = try await monitor.curl("-L", monitor.link)
                try await eventually("an alert") {
                    try monitor.lines("alerts").contains { $0["subject"] as? String == "gone" }
                }
                #expect(
                    try monitor.lines("services").contains {
                        $0["service"] as? String == "web" && $0["state"] as? String == "up"
                    })
                #expect(try await monitor.stop() == 0)
                listener.send(SIGKILL)
                let calls = try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
                let out = calls.filter { $0.contains("sin_addr") || $0.contains("sin6_addr") }
                #expect(out.contains { $0.contains("connect(") && $0.contains("htons(28611)") })
                for call in out {
                    let isProbe = call.contains("htons(28611)") || call.contains("htons(28612)")
                    let isOwnListener = call.contains("bind(") || call.contains("getsockname(")
                    #expect((isProbe || isOwnListener) && call.contains("127.0.0.1"), "\(call)")
                }
                #expect(
                    !calls.contains { $0.contains("SOCK_DGRAM") && !$0.contains("AF_UNIX") && !$0.contains("EACCES") })
            }

            @Test("what has outlived its limit is gone from the bytes, and a cleaner that fails raises an alert")
            func cleaning() async throws {
                // A cleaner once compared dates that can't be compared; the error was swallowed, and nothing was ever deleted.
                let home = try TemporaryFolder()
                defer { home.remove() }
                let folder = home.url.appendingPathComponent("local")
                let old = ["health-2020-01-01.jsonl", "errors-2020-01-01.jsonl"]
                try FileManager.default.createDirectory(
                    at: folder.appendingPathComponent("levels-2020-01-01.jsonl"), withIntermediateDirectories: true)
                // Somebody wrote yesterday, so that the clock is believed today.
                let yesterday = Date().addingTimeInterval(-86_400).formatted(.iso8601.year().month().day())
                try Data().write(to: folder.appendingPathComponent("health-\(yesterday).jsonl"))
                for name in old {
                    try Data("{\"timestamp\":\"2020-01-01T00:00:00Z\"}\n".utf8).write(
                        to: folder.appendingPathComponent(name))
                }
                let monitor = try await LocalMonitor.start(in: home)
                try await eventually("the alert of the cleaner") {
                    try monitor.lines("alerts").contains { $0["rule"] as? String == "cleaning_failed" }
                }
                try FileManager.default.removeItem(at: folder.appendingPathComponent("levels-2020-01-01.jsonl"))
                try await eventually("the cleaning") {
                    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                    return !old.contains { names.contains($0) }
                }
                try await eventually("the end of the alert") {
                    try monitor.lines("alerts").contains {
                        $0["rule"] as? String == "cleaning_failed" && $0["state"] as? String == "over"
                    }
                }
                #expect(try await monitor.stop() == 0)
            }

            @Test(
                "a processor that is really busy goes over its threshold, and an alert's program is told, and can't reach a network"
            )
            func load() async throws {
                let home = try TemporaryFolder()
                defer { home.remove() }
                let told = home.url.appendingPathComponent("told")
                let program = try home.write(
                    """
                    #!/bin/sh
                    echo "$TACIT_ALERT_RULE $TACIT_ALERT_SUBJECT $TACIT_ALERT_STATE" >> \(told.path)
                    curl -sS --max-time 2 http://127.0.0.1:9/ >> \(told.path) 2>&1
                    """, to: "on-alert")
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
                let busy = try (0..<ProcessInfo.processInfo.activeProcessorCount).map { number in
                    try Program(
                        Project.tool("python3"), ["-c", "while True: pass"], in: home.url, named: "busy\(number)")
                }
                defer { for program in busy { program.send(SIGKILL) } }
                let monitor = try await LocalMonitor.start(
                    in: home, more: "thresholds: {cpu: 60}\nalerts: {command: [\(program.path)]}\n")
                try await eventually("the alert") {
                    (try? String(contentsOf: told, encoding: .utf8))?.contains("resource_over cpu raised") == true
                }
                try await eventually("the line of the same round") {
                    try monitor.lines("resources").contains { $0["state"] as? String == "over" }
                }
                try await eventually("the program's attempt") {
                    try String(contentsOf: told, encoding: .utf8).contains("curl:")
                }
                #expect(try !String(contentsOf: told, encoding: .utf8).contains("Connection refused"))
                #expect(try await monitor.stop() == 0)
            }

            @Test("a full disk ends nothing: lines wait, an alert is told, and they are written when there is room")
            func full() async throws {
                let home = try TemporaryFolder()
                defer { home.remove() }
                // A file that can't grow stands for a disk that is full; the signal for it is ignored, as no disk sends one.
                let monitor = try await LocalMonitor.start(
                    in: home, before: ["/bin/sh", "-c", #"trap "" XFSZ; exec "$@""#, "sh"])
                try await limit(monitor, "1")
                let before = try monitor.lines("health").count
                // What it says goes to a file as well, so its silence is what can be seen.
                try await eventually("rounds that can't be written") {
                    let last = try monitor.lines("health").last?["timestamp"] as? String
                    return try Date().timeIntervalSince(Date(last ?? "", strategy: .iso8601)) > 5
                }
                try await limit(monitor, "unlimited")
                try await eventually("the lines that waited, with the alert") {
                    try monitor.lines("health").count >= before + 4
                        && monitor.lines("alerts").contains { $0["rule"] as? String == "writing_failed" }
                }
                // Each round has one line: none is lost, and none is there twice.
                let times = try monitor.lines("health").compactMap { $0["uptime_seconds"] as? Int }
                #expect(zip(times, times.dropFirst()).allSatisfy { $0.0 < $0.1 && $0.1 - $0.0 <= 3 }, "\(times)")
                #expect(try await monitor.stop() == 0)
            }

            private func limit(_ monitor: LocalMonitor, _ size: String) async throws {
                let limited = try await Program.run(
                    Project.tool("prlimit"), ["--pid", "\(monitor.program.identifier)", "--fsize=\(size):unlimited"])
                #expect(limited.status == 0, "\(limited.errors)")
            }

            private static func run(_ body: (LocalMonitor) async throws -> Void) async throws {
                let home = try TemporaryFolder()
                defer { home.remove() }
                try await body(try await LocalMonitor.start(in: home))
            }
        }

        /// Ten kills in an ordinary run, a hundred with `TACIT_SOAK=1`, and 40 in its slice.
        @Suite("Soak: killed at any moment, local files are read by every JSON parser")
        struct SoakLocalTests {
            private static let kills = Soak.times(10, slice: 40, whole: 100)

            @Test("kill -9 of the monitor while programs write, too")
            func kill() async throws {
                let home = try TemporaryFolder()
                defer { home.remove() }
                var written = 0
                var health = 0
                for _ in 0..<Self.kills {
                    let monitor = try await LocalMonitor.start(in: home)
                    async let level = monitor.tacit("record", "level", "consciousness", "0.5")
                    try await Task.sleep(for: .milliseconds(.random(in: 0...200)))
                    monitor.program.send(SIGKILL)
                    _ = await monitor.program.exit()
                    if try await level.status == 0 { written += 1 }
                    // Every whole line is JSON now, before anything heals; and nothing that was on the disk has gone.
                    let lines = try monitor.lines("health").count
                    #expect(lines >= health)
                    health = lines
                    #expect(try monitor.lines("levels").count == written)
                }
                // The kills came at moments that matter: most monitors had written by then.
                #expect(health >= Self.kills / 2)
                let verified = try await Program.run(
                    Project.tacit(), ["local", "verify", "--folder", home.url.appendingPathComponent("local").path])
                #expect(verified.status == 0, "\(verified.output)")
            }
        }
    }
#endif
