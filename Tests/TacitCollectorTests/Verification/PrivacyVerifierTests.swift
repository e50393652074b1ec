import GRDB
import Logging
import TacitCatalog
import TacitPrivacy
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

@Suite("A verification holds for what the collector made, and names each thing that somebody changed since")
struct PrivacyVerifierTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let clock = SimulatedClock(start: Line.start)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.database)
    }

    private func catalog(budget: String = "10") throws -> Catalog {
        try TestCatalog.catalog(
            [
                TestCatalog.event(
                    fields: [("ok", .bool), ("route", .scrubbed(maxLength: 80))],
                    sources: [
                        TestCatalog.source(
                            .log, name: "use", fields: ["ok": [.attribute("ok")], "route": [.attribute("route")]])
                    ])
            ],
            [
                TestCatalog.metric("all", epsilon: "1", delta: "0", k: 2),
                TestCatalog.metric("uses", by: ["ok"], epsilon: "1", delta: "0", k: 2),
                TestCatalog.metric("routes", by: ["route"], epsilon: "2", k: 2),
            ], epsilon: budget)
    }

    /// A collector has released a window.
    private func release() async throws {
        let collector = try await Collector(
            catalog: catalog(), configuration: CollectorConfiguration(), store: store, clock: clock,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let request = OTLP.logs(
            (0..<1000).map {
                OTLP.Log(
                    name: "use",
                    attributes: [("installation", .int(Int64($0))), ("ok", true), ("route", .string("/users"))])
            })
        _ = try request.withUnsafeBytes { try collector.ingest($0, signal: .logs) }
        clock.advance(to: Line.start + 75)
        await collector.tick()
    }

    private func verify(budget: String = "10", now: Int64 = Line.start + 100) async throws -> Verification {
        try await PrivacyVerifier(store: store, catalog: catalog(budget: budget), now: now).verify()
    }

    private func faults(_ verification: Verification) -> Set<String> {
        Set(verification.checks.filter { !$0.holds }.map(\.id))
    }

    @Test("what a collector released and charged holds in every check") func clean() async throws {
        try await release()
        let verification = try await verify()
        #expect(verification.holds, "\(VerificationText(verification).text)")
        #expect(verification.checks.map(\.examined).reduce(0, +) > 8)
        #expect(VerificationText(verification).text.contains("All 10 claims hold."))
        #expect(JSON.text(verification).contains("\"examined\""))
    }

    @Test(
        "each change is named by the check that it breaks",
        arguments: [
            (
                "DROP TRIGGER ledger_is_append_only_1; UPDATE ledger SET epsilon_millionths = 1 WHERE id = 1",
                "release.charged"
            ),
            (
                "DROP TRIGGER ledger_is_append_only_1; UPDATE ledger SET epsilon_millionths = 1 WHERE id = 1",
                "ledger.sealed"
            ),
            ("DROP TRIGGER ledger_is_append_only_2; DELETE FROM ledger WHERE id = 3", "release.charged"),
            ("UPDATE release SET released_at = start + 1 WHERE id = 1", "release.terms"),
            ("UPDATE release SET metric = 'other' WHERE id = 1", "release.charged"),
            ("UPDATE release SET expires_at = 5 WHERE id = 1", "expiry"),
            ("UPDATE cell SET contributors = 1", "groups.large"),
            ("UPDATE cell SET contributors = 1", "release.terms"),
            ("UPDATE cell SET labels = '[\"maybe\"]' WHERE labels = '[\"true\"]'", "release.terms"),
            ("UPDATE cell SET figures = '1,2' WHERE labels = '[\"true\"]'", "release.terms"),
            ("UPDATE cell SET labels = '[\"jo@example.com\"]' WHERE labels = '[\"/users\"]'", "labels.clean"),
        ]) func sabotaged(sql: String, check: String) async throws
    {
        try await release()
        try await DatabaseQueue(path: folder.database).write { try $0.execute(sql: sql) }
        let verification = try await verify()
        #expect(faults(verification).contains(check), "\(faults(verification))")
        #expect(!VerificationText(verification).text.contains("jo@"))
        for fault in verification.checks.flatMap(\.faults) { #expect(!fault.remedy.isEmpty) }
    }

    @Test("a budget that was lowered below what was spent is named") func lowered() async throws {
        try await release()
        #expect(faults(try await verify(budget: "3.9")) == ["budget.limits"])
    }

    @Test("releases of metrics that the catalog no longer has, or has otherwise, are held to their own terms")
    func changedCatalog() async throws {
        try await release()
        var changed = try catalog()
        changed.metrics.removeFirst()
        changed.metrics[0].guarantee.epsilon = try Epsilon("0.5")
        let verification = try await PrivacyVerifier(store: store, catalog: changed, now: Line.start + 100).verify()
        #expect(faults(verification) == ["budget.limits"], "the ledger has more than the lowered limit of the metric")
        #expect(verification.checks.first { $0.id == "release.charged" }?.notes.map(\.place) == ["all", "uses"])
    }
}
