import Foundation
import GRDB
import Synchronization
import TacitWire
import Testing

extension EndToEnd {
    /// One stop in an ordinary run, twenty with `TACIT_SOAK=1`, and three in its slice.
    @Suite("Soak: stopped at any moment and purged meanwhile, a collector that goes on brings nothing back")
    struct SoakPurgeTests {
        private static let stops = Soak.times(1, slice: 3, whole: 20)
        private static let setup = CollectorSetup(catalog: .custom(RetentionCatalog.text), lines: ["detail: true"])

        /// What is sent, window after window, until it is to end.
        private final class Load: Sendable {
            /// The last time that the clock was moved to.
            let time = Mutex(Moment.seconds)
            let isOver = Atomic(false)

            func send(to collector: RunningCollector) async throws {
                while !isOver.load(ordering: .relaxed) {
                    let next = time.withLock { $0 + 60 }
                    _ = try await collector.post(.logs, RetentionCatalog.logs(50, feature: "search", time: next))
                    // Within the grace of the window before, which closes with the next move.
                    try await collector.moveClock(to: next)
                    time.withLock { $0 = next }
                }
            }
        }

        private struct Listed: Decodable {
            let entries: [Certificate]

            struct Certificate: Decodable { let removed: [Removed] }

            struct Removed: Decodable {
                let kind: String
                let from: Int64?
                let to: Int64?
                let records: Int
            }
        }

        @Test("SIGSTOP, an emergency purge of the files, SIGCONT") func stopped() async throws {
            var random = SystemRandomNumberGenerator()
            for _ in 0..<Self.stops {
                try await RunningCollector.withFolder(Self.setup) { folder in
                    let collector = try await folder.start()
                    let load = Load()
                    let sending = Task { try await load.send(to: collector) }
                    try await eventually("load") { load.time.withLock { $0 > Moment.seconds + 300 } }
                    try await Task.sleep(for: .milliseconds(.random(in: 0...100, using: &random)))
                    collector.program.send(SIGSTOP)
                    let stopped = load.time.withLock(\.self)
                    let outcome = try await purge(folder, "--emergency", "--yes", "--collector", collector.dashboard)
                    #expect(outcome.status == 1 && outcome.output.contains("open windows in the memory"))
                    load.isOver.store(true, ordering: .relaxed)
                    collector.program.send(SIGCONT)
                    try await sending.value
                    try await look(folder, collector, stoppedAt: stopped, load)
                }
            }
        }

        private func purge(_ folder: CollectorFolder, _ arguments: String...) async throws -> Outcome {
            try await Program.run(
                Project.tacit(),
                ["purge"] + arguments + ["--config", folder.configurationFile, "--state", folder.state.path])
        }

        private func look(
            _ folder: CollectorFolder, _ collector: RunningCollector, stoppedAt stopped: Int64, _ load: Load
        ) async throws {
            let time = load.time.withLock(\.self)
            for minute in 1...3 as ClosedRange<Int64> { try await collector.moveClock(to: time + minute * 60) }
            #expect(try await collector.get("/readyz").status == 200)
            #expect(await collector.stop() == 0)
            let store = try DatabaseQueue(path: folder.state.appendingPathComponent("tacit.sqlite").path)
            let kept = try await store.read { try Int64.fetchAll($0, sql: "SELECT observed_from FROM exact") }
            #expect(!kept.isEmpty && kept.allSatisfy { $0 >= stopped }, "\(stopped): \(kept)")

            let listed = try await purge(folder, "--certificates", "--json")
            #expect(listed.status == 0, "\(listed.errors) \(listed.output)")
            let removed = try listed.json(Listed.self).entries.flatMap(\.removed)
            let exact = removed.filter { $0.kind == "exact" }.sorted { $0.from ?? 0 < $1.from ?? 0 }
            #expect(exact.reduce(0) { $0 + $1.records } >= 4)
            #expect(zip(exact, exact.dropFirst()).allSatisfy { $0.to ?? .max <= $1.from ?? .min }, "\(exact)")
            let verified = try await Program.tacit(
                "verify", "--config", folder.configurationFile, "--state", folder.state.path)
            #expect(verified.status == 0, "\(verified.output)")
        }
    }
}
