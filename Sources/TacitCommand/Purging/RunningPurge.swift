import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TacitCollector
import TacitSeal

/// A purge that a running collector does, asked at its page's address.
struct RunningPurge {
    private let state: String
    private let address: String?

    init(_ settings: PurgeSettings, at address: String?) {
        state = settings.state
        self.address = address ?? settings.page
    }

    func run(_ purge: TacitCollector.Purge) async throws -> PurgeOutcome {
        guard let address else {
            throw Failure("A collector runs on \(state); name its page's address with --collector.")
        }
        if let token = ProcessInfo.processInfo.environment["TACIT_TOKEN"] {
            return try await ask(address, purge, token)
        }
        // Who may write to the folder may make tokens: one for this request alone.
        let (token, record) = try Failure.of {
            try TokenFile(in: state).create(project: "tacit-purge", role: .officer, lasting: 120, now: Self.now)
        }
        defer { _ = try? TokenFile(in: state).revoke(record.id, now: Self.now) }
        return try await ask(address, purge, token.text)
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970) }

    private func ask(_ address: String, _ purge: TacitCollector.Purge, _ token: String) async throws -> PurgeOutcome {
        let url = (address.contains("://") ? address : "http://\(address)") + "/api/purge" + purge.query
        do {
            // That nobody is there is told at once, not after some seconds of trying again.
            var configuration = HTTPClient.Configuration.singletonConfiguration
            configuration.connectionPool.retryConnectionEstablishment = false
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                var request = HTTPClientRequest(url: url)
                request.method = .POST
                request.headers.add(name: "authorization", value: "Bearer \(token)")
                // What has expired may take its time; in an emergency somebody waits.
                let patience: TimeAmount = purge == .emergency ? .seconds(8) : .minutes(5)
                let response = try await client.execute(request, timeout: patience)
                let body = String(buffer: try await response.body.collect(upTo: 64 << 20))
                guard response.status == .ok else {
                    let isForbidden = response.status == .unauthorized || response.status == .forbidden
                    throw Failure(
                        isForbidden
                            ? "The collector asks for an officer's token; name one in TACIT_TOKEN, or leave that out."
                            : "The collector answered \(response.status.code); its log says why.")
                }
                return try JSON.value(PurgeOutcome.self, from: body)
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("No collector answers at \(address); name its page's address with --collector.")
        }
    }
}
