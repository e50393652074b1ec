import Foundation
import TacitWire
import Testing

extension EndToEnd {
    /// Ten kills in an ordinary run, 500 with `TACIT_SOAK=1`, and 40 in its slice.
    @Suite("Soak: killed at any moment, nothing that was acknowledged is lost and nothing counts twice")
    struct SoakJournalTests {
        private static let kills = Soak.times(10, slice: 40, whole: 500)

        private struct Told: Decodable {
            let batches: Int
            let records: Int
            let failed: Int
        }

        @Test("kill -9 while real clients send, in one window that goes on through all lives")
        func kill() async throws {
            // With so little noise that one batch too many or too few would show.
            var setup = CollectorSetup(catalog: .sharp)
            setup.environment = [
                "TACIT_LISTEN_OTLP_HTTP": "127.0.0.1:28613", "TACIT_LISTEN_OTLP_GRPC": "127.0.0.1:28614",
            ]
            try await RunningCollector.withFolder(setup) { folder in
                let stop = folder.folder.url.appendingPathComponent("stop")
                let clients = try ["http", "http", "grpc"].enumerated().map { number, wire in
                    try client(number, wire, stop, in: folder)
                }
                var random = SystemRandomNumberGenerator()
                for _ in 0..<Self.kills {
                    let collector = try await folder.start()
                    try await Task.sleep(for: .milliseconds(.random(in: 0...300, using: &random)))
                    await collector.kill()
                }
                let last = try await folder.start()
                try Data().write(to: stop)
                var sent = Told(batches: 0, records: 0, failed: 0)
                for client in clients {
                    #expect(await client.exit() == 0)
                    let told = try JSONDecoder().decode(Told.self, from: Data(contentsOf: client.output))
                    sent = Told(
                        batches: sent.batches + told.batches, records: sent.records + told.records,
                        failed: sent.failed + told.failed)
                }
                try await last.moveClock(to: Moment.seconds + 2 * Moment.day)
                let figure = try #require(try await last.report().cell("feature.uses", "search", "true")?.value)
                #expect(figure.agrees(with: sent.records), "\(figure) for \(sent)")
                // The kills came at moments that matter.
                #expect(sent.batches > Self.kills && sent.failed >= Self.kills / 5, "\(sent)")
                let journal = try FileManager.default.contentsOfDirectory(atPath: folder.state.path + "/journal")
                #expect(journal.filter { $0.hasPrefix("day-\(Moment.seconds / 86400 * 86400)") }.isEmpty)
            }
        }

        private func client(_ number: Int, _ wire: String, _ stop: URL, in folder: CollectorFolder) throws -> Program {
            try Program(
                Project.python(),
                [
                    Project.file("Tests/Clients/persist.py").path, "--protocol", wire, "--endpoint",
                    "http://127.0.0.1:\(wire == "grpc" ? 28614 : 28613)", "--name", "client-\(number)", "--stop",
                    stop.path, "--start", "\(Moment.seconds)", "--timeout", "1",
                ], in: folder.folder.url, named: "client-\(number)")
        }
    }
}
