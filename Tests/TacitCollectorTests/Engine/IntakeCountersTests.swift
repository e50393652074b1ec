import Logging
import TacitCatalog
import TacitPrivacy
import TacitStores
import TacitWire
import TestHarness
import Testing

@testable import TacitCollector

/// Exact counters once stood in /metrics, on the page and in the report. Whoever sent one more record under somebody's name
/// saw in `contribution.cut` whether that one had already been there, and the totals gave away what the noise was to hide.
@Suite("The counters of what came in do not tell what one record did")
struct IntakeCountersTests {
    private func published(_ counters: IntakeCounters, _ name: String) -> Int64 {
        counters.published.counts[IntakeCounters.Key(signal: .logs, name: name)] ?? 0
    }

    @Test("until the next publication nothing moves, whatever comes") func waits() {
        let counters = IntakeCounters()
        var noise = SecureRandom()
        counters.publish(using: &noise)
        let before = counters.published
        counters.add(.logs, [("received", 1_000_000), ("counted", 1_000_000), ("contribution.cut", 5)])
        #expect(counters.published.counts == before.counts)
        #expect(counters.takeUnsaved(day: 0).allSatisfy { abs($0.count) < 100 })
    }

    @Test("a publication in which nothing came moves the counters too") func movesAnyway() {
        let counters = IntakeCounters()
        var noise = SecureRandom()
        counters.publish(using: &noise)
        // P(Z = 0) is 0.245 for scale 2: all of some 80 stand still less than once in 10⁴⁰ runs.
        #expect(counters.published.counts.values.contains { $0 != 0 })
        #expect(Set(counters.published.counts.keys.compactMap(\.signal)) == Set(Signal.allCases))
    }

    /// The odds of every outcome with one record more and without differ by e^ε at most, which is what epsilon 1 for up to
    /// two steps says; measured over 20,000 publications each (the seeds are fixed, so there is no false alarm).
    @Test("one record more changes the odds of what is published by no more than epsilon") func probe() {
        func outcomes(_ records: Int64) -> [Int64: Double] {
            let counters = IntakeCounters()
            var noise = SeededRandom.insecureForTesting(seed: 41 + UInt64(records))
            var counts: [Int64: Double] = [:]
            var before: Int64 = 0
            for _ in 0..<20_000 {
                counters.add(.logs, [("received", records)])
                counters.publish(using: &noise)
                let after = published(counters, "received")
                counts[after - before, default: 0] += 1
                before = after
            }
            return counts
        }
        let (without, with) = (outcomes(0), outcomes(2))
        let factor = 2.718281828
        for outcome in Int64(-4)...6 {
            let (a, b) = (without[outcome, default: 0], with[outcome, default: 0])
            #expect(a <= factor * b + 6 * (factor * factor * b + a).squareRoot(), "outcome \(outcome)")
            #expect(b <= factor * a + 6 * (factor * factor * a + b).squareRoot(), "outcome \(outcome)")
        }
        // And it is counted: the mean of the increments moves by what came.
        func mean(_ counts: [Int64: Double]) -> Double { counts.reduce(0) { $0 + Double($1.key) * $1.value } / 20_000 }
        #expect(abs(mean(with) - mean(without) - 2) < 0.2)
    }

    @Test("whether a contributor had reached its bounds is shown nowhere") func cut() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.database)
        let clock = SimulatedClock(start: Line.start)
        let collector = try await Collector(
            catalog: TestCatalog.catalog(
                [
                    TestCatalog.event(
                        fields: [("ok", .bool)],
                        sources: [TestCatalog.source(.log, fields: ["ok": [.attribute("ok")]])])
                ], [TestCatalog.metric("m", by: ["ok"], maxCells: 1, maxPerCell: 1)]),
            configuration: CollectorConfiguration(), store: store, clock: clock,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        await collector.tick()
        let record = OTLP.Log(attributes: [("installation", "somebody"), ("ok", true)])
        let bytes = OTLP.logs(Array(repeating: record, count: 1000))
        _ = try bytes.withUnsafeBytes { try collector.ingest($0, signal: .logs) }
        #expect(collector.counters.exact[IntakeCounters.Key(signal: .logs, name: "contribution.cut")] == nil)
        clock.advance(to: Line.start + 600)
        await collector.tick()
        let report = try await collector.report()
        for text in [Exposition.text(of: collector), report.json, StatusText(report).text] {
            #expect(!text.isEmpty)
            #expect(!text.contains("contribution.cut"))
        }
        #expect(try await store.intake(from: 0).allSatisfy { $0.rule != "contribution.cut" })
    }
}
