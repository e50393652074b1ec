import ArgumentParser
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TacitCollector
import TacitStores

/// Where figures are read from: a state folder, or a running collector.
struct StateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The collector's state folder.", valueName: "folder"))
    var state = ".state"

    @Option(
        help: ArgumentHelp("Ask a running collector at its dashboard's address instead.", valueName: "url"))
    var collector: String?

    @Flag(help: "Write JSON.")
    var json = false

    /// The report; a demo's where the folder has no figures of its own.
    func report() async throws -> TacitCollector.Report {
        if let collector { return try await fetch(collector) }
        let now = Int64(Date().timeIntervalSince1970)
        let demo = Demo.folder(in: state)
        do {
            let report = try await TacitCollector.Report.read(
                from: SQLiteStore(reading: StateFolder.database(in: state)), now: now)
            if report.metrics.contains(where: { !$0.windows.isEmpty }) { return report }
            guard let demo = try? SQLiteStore(reading: StateFolder.database(in: demo)) else { return report }
            return try await TacitCollector.Report.read(from: demo, now: now)
        } catch let error as StoreError where error.code == .unreadable {
            guard let demo = try? SQLiteStore(reading: StateFolder.database(in: demo)) else { throw Failure(error) }
            return try await TacitCollector.Report.read(from: demo, now: now)
        }
    }

    private func fetch(_ address: String) async throws -> TacitCollector.Report {
        let url = (address.contains("://") ? address : "http://\(address)") + "/api/report"
        do {
            // That nobody is there is told at once, not after some seconds of trying again.
            var configuration = HTTPClient.Configuration.singletonConfiguration
            configuration.connectionPool.retryConnectionEstablishment = false
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                let response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
                guard response.status == .ok else {
                    throw Failure("The collector answered \(response.status.code); its log says why.")
                }
                let body = try await response.body.collect(upTo: 64 << 20)
                return try JSON.value(TacitCollector.Report.self, from: String(buffer: body))
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("No collector answers there; name its dashboard's address, such as http://127.0.0.1:4320.")
        }
    }
}
