import Foundation
import TacitWire
import Testing

extension EndToEnd {
    /// Five kills in an ordinary run, fifty with `TACIT_SOAK=1`, and 20 in its slice.
    @Suite("Soak: killed at any moment, a window is released at most once")
    struct SoakKillTests {
        private static let kills = Soak.times(5, slice: 20, whole: 50)

        private struct Store: Decodable {
            let whole: Bool
            let releases: [Release]
            let ledger: [String]

            struct Release: Decodable {
                let window: String
                let text: String
            }
        }

        @Test("kill -9 during ingest and around the close of windows")
        func kill() async throws {
            let setup = CollectorSetup(lines: ["first_look: true"])
            try await RunningCollector.withFolder(setup) { folder in
                var known: [String: String] = [:]
                var random = SystemRandomNumberGenerator()
                var seen = Seen()
                for round in 0..<Self.kills {
                    let start = Moment.seconds + Int64(round) * 3600
                    let collector = try await folder.start(
                        clock: "simulated:\(Date(timeIntervalSince1970: Double(start)).formatted)")
                    try await live(
                        collector, from: start, killAfter: .milliseconds(.random(in: 0...300, using: &random)))
                    let store = try await Client.told(Store.self, "store", [folder.state.path])
                    #expect(store.whole)
                    let windows = store.releases.map(\.window)
                    #expect(Set(windows).count == windows.count, "a window was released twice")
                    #expect(windows.sorted() == store.ledger.sorted(), "releases and ledger differ")
                    for release in store.releases {
                        #expect(known[release.window, default: release.text] == release.text, "a release changed")
                        known[release.window] = release.text
                    }
                    #expect(Set(windows) == Set(known.keys), "a release is gone")
                    seen.add(windows: windows.count)
                }
                let outcome = try await Program.tacit("report", "--state", folder.state.path, "--json")
                #expect(outcome.status == 0)
                // The kills came at moments that matter: some windows were released, and not all that there were.
                #expect(seen.grew >= Self.kills / 5)
            }
        }

        /// How often the store had grown between two kills.
        private struct Seen {
            var last = 0
            var grew = 0

            mutating func add(windows: Int) {
                if windows > last { grew += 1 }
                last = windows
            }
        }

        /// One life: a real client sends, the clock goes on and closes one window after the other, and the end comes amid that.
        private func live(_ collector: RunningCollector, from start: Int64, killAfter delay: Duration) async throws {
            let sender = try Program(
                Project.python(),
                [
                    Project.file("Tests/Clients/send.py").path, "--endpoint", collector.otlpHTTP, "--count", "2000",
                    "--contributors", "200", "--start", "\(start)", "--timeout", "1",
                ], in: collector.home.folder.url, named: "sender-\(start)")
            try await eventually("the client's first request") {
                try await collector.get("/metrics").text.contains(/outcome="received"\} [1-9]/) || !sender.isRunning
            }
            let closing = Task {
                for minute in 1...50 where collector.program.isRunning {
                    try? await collector.moveClock(to: start + Int64(minute) * 60 + 15)
                    _ = try? await collector.post(.logs, Requests.logs(20, time: start + Int64(minute) * 60))
                }
            }
            try await Task.sleep(for: delay)
            await collector.kill()
            await closing.value
            sender.send(SIGKILL)
            _ = await sender.exit()
        }
    }
}
