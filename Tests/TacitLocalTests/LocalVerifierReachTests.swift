import Foundation
import TacitSeal
import Testing

@testable import TacitLocal

@Suite("What verify could not read does not hold")
struct LocalVerifierReachTests {
    private func faults(_ bench: borrowing Bench) -> [String] {
        LocalVerifier(bench.folder, now: Bench.now).checks().flatMap(\.faults)
    }

    @Test(
        "a folder, a pipe, a link, a second name or a forbidden file in the place of lines is a fault, and nothing waits"
    )
    func kinds() throws {
        let bench = Bench()
        try bench.folder.append([SystemHealth(at: Bench.now)])
        let path = bench.folder.path
        mkdir(path + "/errors-2026-11-21.jsonl", 0o700)
        mkfifo(path + "/alerts-2026-11-21.jsonl", 0o600)
        link(path + "/health-2026-11-21.jsonl", path + "/health-2026-11-20.jsonl")
        try bench.write("", to: "services-2026-11-21.jsonl")
        chmod(path + "/services-2026-11-21.jsonl", 0)
        let faults = faults(bench)
        #expect(faults.contains { $0.hasPrefix("errors-2026-11-21.jsonl: can't be read") })
        #expect(faults.contains { $0.hasPrefix("alerts-2026-11-21.jsonl: can't be read") })
        #expect(faults.contains { $0.contains("health-2026-11-20.jsonl: has another name") })
        #expect(faults.contains { $0.contains("services-2026-11-21.jsonl: its owner can't read") })
        _ = bench.folder.picture(at: Bench.now, settings: Settings(), isMonitored: false)
        rmdir(path + "/errors-2026-11-21.jsonl")
    }

    @Test("a folder that is none is a fault")
    func noFolder() throws {
        let bench = Bench()
        try Files.makeFolder(bench.folder.path)
        try bench.write("x", to: "file")
        let checks = LocalVerifier(LocalFolder(bench.folder.path + "/file"), now: Bench.now).checks()
        #expect(checks.contains { !$0.holds })
    }

    @Test(
        "a value that this program would not have written is a fault",
        arguments: [
            #""severity":"error","count":1,"message":"\#(String(repeating: "word ", count: 50))""#,
            #""severity":"error","count":1,"message":7"#, #""severity":"error","count":1,"count":1"#,
            #""severity":"error","count":1,"message":"ada\u0040example.com""#,
        ])
    func values(_ fields: String) throws {
        let bench = Bench()
        let start = #"{"timestamp":"2026-11-21T09:00:00Z","code":"E","component":"x","#
        try bench.write(start + fields + "}\n", to: "errors-2026-11-21.jsonl")
        #expect(faults(bench).contains { $0.contains("no record of errors") })
        try bench.write(
            start + #""severity":"error","count":1,"message":"a\u0062c"}"# + "\n", to: "errors-2026-11-21.jsonl")
        #expect(faults(bench) == [])
        try bench.write(
            #"{"timestamp":"2026-11-21T09:00:00Z","service":"x","state":"up","response_ms":5}"# + "\n",
            to: "services-2026-11-21.jsonl")
        #expect(faults(bench).count == 1)
    }

    @Test(
        "nothing hides in the files beside the lines",
        arguments: [
            ("lines.lock", "x"), ("monitor.lock", "1"), ("settings.json", #"{"health":true,"note":"x"}"#),
            ("settings.json", #"{"health":"yes"}"#), ("page.token", "secret"), ("settings.json.new", "{}"),
            ("page.token.new", ""), ("health-2026-11-21.jsonl.new", ""), ("page.port", "x"),
        ])
    func beside(_ name: String, _ text: String) throws {
        let bench = Bench()
        try bench.write(text, to: name)
        #expect(faults(bench).contains { $0.contains("/\(name): ") })
        #expect(!faults(bench).contains { $0.contains("secret") })
    }

    @Test("what is personal is found in every file but the owner's own configuration")
    func scanned() throws {
        let bench = Bench()
        try bench.write("ada@example.com", to: "lines.lock")
        try bench.write("ada@example.com", to: "local.yaml")
        let checks = LocalVerifier(bench.folder, now: Bench.now).checks()
        let found = checks.filter { $0.evidence.contains("local.yaml") }.flatMap(\.faults)
        #expect(found.count == 1 && found[0].hasPrefix("lines.lock: EMAIL"))
    }
}
