import ArgumentParser
import Foundation
import NIOCore
import NIOHTTP1
import TacitCollector
import TacitStores

/// Where figures are read from: a state folder, or a running collector.
struct StateOptions: ParsableArguments {
    @OptionGroup var named: CollectorFolder

    @OptionGroup var running: CollectorOptions

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Read the figures of `tacit demo`.")
    var demo = false

    func validate() throws {
        guard running.collector == nil || !demo else {
            throw ValidationError("A running collector shows a demo's figures on its page, under /demo.")
        }
    }

    func report() async throws -> TacitCollector.Report {
        if let address = running.collector { return try await fetch(address) }
        let now = Int64(Date().timeIntervalSince1970)
        let folder = try named.path(demo: demo)
        do {
            let store = try SQLiteStore(reading: StateFolder.database(in: folder), keys: named.keys(in: folder))
            var report = try await TacitCollector.Report.read(from: store, now: now)
            report.holdings += try DetailFolder(in: folder).holdings(report.retention?.limits ?? RetentionLimits())
            return report
        } catch {
            throw Failure("\(error)\(hint.map { "\n" + $0 } ?? "")")
        }
    }

    /// Where else to look.
    var hint: String? {
        guard running.collector == nil, !demo, let state = try? named.path(), Demo.exists(in: state) else { return nil }
        return "A demo was played here: its figures are shown with --demo."
    }

    private func fetch(_ address: String) async throws -> TacitCollector.Report {
        let client = CollectorClient(
            address: address, authority: running.authority, token: ProcessInfo.processInfo.environment["TACIT_TOKEN"])
        let answer = try await client.send(.GET, "/api/report", within: .seconds(10))
        guard !answer.asksForToken else {
            throw Failure(
                "The collector asks for a token that reads; make one with `tacit token create --project NAME --role viewer`, and name it in TACIT_TOKEN."
            )
        }
        guard answer.status == .ok, let report = try? JSON.value(TacitCollector.Report.self, from: answer.body) else {
            throw Failure("The collector answered \(answer.status.code), and no report; its log says why.")
        }
        return report
    }
}
