import Foundation
import TacitSeal
import Testing

@testable import TacitLocal

@Suite("What verify proves")
struct LocalVerifierTests {
    private func faults(_ bench: borrowing Bench) -> [String] {
        LocalVerifier(bench.folder, now: Bench.now).checks().flatMap(\.faults)
    }

    private let sound = SystemHealth(at: Bench.now)

    @Test("nothing is wrong with what the monitor writes")
    func clean() throws {
        let bench = Bench()
        try bench.folder.append([
            sound, AlertEvent(timestamp: Bench.now, rule: .serviceDown, subject: .system, state: .over),
        ])
        try Settings(parts: [.health]).save(in: bench.folder)
        #expect(faults(bench) == [])
    }

    @Test(
        "each thing that is wrong is named by its place, never by its value",
        arguments: [
            ("{\"timestamp\":\"2026-11-21T09:30:00Z\",\"who\":\"ada@example.com\"}", "EMAIL"),
            (
                #"{"timestamp":"2026-11-21T09:30:00Z","system_status":"healthy","uptime_seconds":5,"critical_errors":0,"user":"x"}"#,
                "no record"
            ),
            (
                #"{"timestamp":"2026-10-01T09:30:00Z","system_status":"healthy","uptime_seconds":5,"critical_errors":0}"#,
                "older than 30 days"
            ),
            (
                #"{"timestamp":"2026-12-01T09:30:00Z","system_status":"healthy","uptime_seconds":5,"critical_errors":0}"#,
                "future"
            ),
            ("nonsense", "no record"),
        ])
    func planted(_ line: String, _ fault: String) throws {
        let bench = Bench()
        try bench.write(String(decoding: sound.line, as: UTF8.self) + line + "\n", to: "health-2026-11-21.jsonl")
        let faults = faults(bench)
        #expect(faults.contains { $0.contains(fault) && $0.hasPrefix("health-2026-11-21.jsonl:2") }, "\(faults)")
        #expect(!faults.contains { $0.contains("ada@") })
    }

    @Test("open modes, links and strangers' files are found")
    func modes() throws {
        let bench = Bench()
        try bench.folder.append([sound])
        chmod(bench.folder.path + "/health-2026-11-21.jsonl", 0o644)
        symlink("/etc/hostname", bench.folder.path + "/errors-2026-11-20.jsonl")
        try bench.write("x", to: "stray.db")
        let faults = faults(bench)
        #expect(faults.contains { $0.contains("others may read it") })
        #expect(faults.contains { $0.contains("a link") })
        #expect(faults.contains { $0.contains("stray.db: not of this program") })
    }
}
