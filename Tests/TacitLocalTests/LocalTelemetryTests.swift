import TacitSeal
import Testing

@testable import TacitLocal

@Suite("A program's own health")
struct LocalTelemetryTests {
    private func telemetry(_ bench: borrowing Bench, enabled: String? = nil) -> LocalTelemetry {
        LocalTelemetry(
            component: Name("store")!, folder: bench.folder.path,
            environment: enabled.map { ["TACIT_ENABLED": $0] } ?? [:], now: { Bench.now })
    }

    @Test("touches nothing until a part is on, and TACIT_ENABLED=false wins over that")
    func off() throws {
        let bench = Bench()
        let silent = telemetry(bench)
        silent.error(ErrorCode("DB-1001")!)
        silent.level(Name("mood")!, 0.5)
        try silent.flush()
        #expect(!Files.exist(bench.folder.path))
        try Settings(parts: [.errors, .levels]).save(in: bench.folder)
        let forbidden = telemetry(bench, enabled: "false")
        forbidden.error(ErrorCode("DB-1001")!)
        try forbidden.flush()
        #expect(bench.folder.files.isEmpty)
    }

    @Test("counts a flood of errors into a line a kind, and a thousand kinds at most")
    func flood() throws {
        let bench = Bench()
        try Settings(parts: [.errors]).save(in: bench.folder)
        let telemetry = telemetry(bench)
        let codes = (0..<5000).map { ErrorCode("E\($0)")! }
        for number in 0..<100_000 { telemetry.error(codes[number % 5000]) }
        try telemetry.flush()
        let errors = bench.folder.records(of: ErrorEvent.self).records
        #expect(errors.count == 1001)
        #expect(errors.reduce(0) { $0 + $1.count } == 100_000)
    }

    @Test("keeps of a message only what the scrubber leaves")
    func scrubbed() throws {
        let bench = Bench()
        try Settings(parts: [.errors]).save(in: bench.folder)
        let telemetry = telemetry(bench)
        telemetry.error(ErrorCode("MAIL-2")!, message: "no mailbox for ada@example.com")
        try telemetry.flush()
        let text = bench.text("errors-2026-11-21.jsonl")
        #expect(text.contains("no mailbox for") && !text.contains("ada@"))
        let checks = LocalVerifier(bench.folder, now: Bench.now).checks()
        #expect(checks.allSatisfy { $0.holds })
    }

    @Test("keeps for the next time what could not be written")
    func kept() throws {
        let bench = Bench()
        try Settings(parts: [.errors]).save(in: bench.folder)
        let telemetry = telemetry(bench)
        telemetry.error(ErrorCode("DB-1")!)
        let path = bench.folder.path + "/errors-2026-11-21.jsonl"
        try Files.makeFolder(path)
        #expect(throws: FileFault.self) { try telemetry.flush() }
        #expect(telemetry.problem != nil)
        telemetry.error(ErrorCode("DB-1")!)
        try Files.removeAll(path)
        try telemetry.flush()
        #expect(bench.folder.records(of: ErrorEvent.self).records.map(\.count) == [1, 1])
        #expect(telemetry.problem == nil)
    }

    @Test(
        "names that could be a person's are no names",
        arguments: [
            "Ada", "ada@example.com", "192.0.2.7", "a b", "", "9lives", String(repeating: "a", count: 41),
        ])
    func names(_ text: String) {
        #expect(Name(text) == nil)
    }
}
