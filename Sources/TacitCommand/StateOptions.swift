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

    @Flag(help: "Read the figures of `tacit demo`.")
    var demo = false

    func validate() throws {
        guard collector == nil || !demo else {
            throw ValidationError("A running collector shows a demo's figures on its page, under /demo.")
        }
    }

    func report() async throws -> TacitCollector.Report {
        if let collector { return try await fetch(collector) }
        let now = Int64(Date().timeIntervalSince1970)
        let folder = demo ? Demo.folder(in: state) : state
        do {
            let database = StateFolder.database(in: folder)
            return try await TacitCollector.Report.read(
                from: SQLiteStore(reading: database, keys: FolderKeys.source(of: database)), now: now)
        } catch {
            throw Failure("\(error)\(hint.map { "\n" + $0 } ?? "")")
        }
    }

    /// Where else to look.
    var hint: String? {
        guard collector == nil, !demo, Demo.exists(in: state) else { return nil }
        return "A demo was played here: its figures are shown with --demo."
    }

    private func fetch(_ address: String) async throws -> TacitCollector.Report {
        let url = (address.contains("://") ? address : "http://\(address)") + "/api/report"
        do {
            // That nobody is there is told at once, not after some seconds of trying again.
            var configuration = HTTPClient.Configuration.singletonConfiguration
            configuration.connectionPool.retryConnectionEstablishment = false
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                var request = HTTPClientRequest(url: url)
                if let token = ProcessInfo.processInfo.environment["TACIT_TOKEN"] {
                    request.headers.add(name: "authorization", value: "Bearer \(token)")
                }
                let response = try await client.execute(request, timeout: .seconds(10))
                guard response.status != .unauthorized, response.status != .forbidden else {
                    throw Failure(
                        "The collector asks for a token that reads; name it in TACIT_TOKEN (`tacit token create --role viewer`)."
                    )
                }
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
