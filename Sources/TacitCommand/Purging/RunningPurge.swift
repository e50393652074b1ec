import Foundation
import NIOCore
import NIOHTTP1
import TacitCollector
import TacitSeal

/// A purge that a running collector does, asked at its page's address.
struct RunningPurge {
    private let state: String
    private let address: String?
    private let authority: String?

    init(_ settings: PurgeSettings, at running: CollectorOptions) {
        state = settings.state
        address = running.collector ?? settings.page
        authority = running.authority
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
        let client = CollectorClient(address: address, authority: authority, token: token)
        // What has expired may take its time; in an emergency somebody waits.
        let answer = try await client.send(
            .POST, "/api/purge" + purge.query, within: purge == .emergency ? .seconds(8) : .minutes(5))
        guard !answer.asksForToken else {
            throw Failure("The collector asks for an officer's token; name one in TACIT_TOKEN, or leave that out.")
        }
        guard answer.status == .ok, let outcome = try? JSON.value(PurgeOutcome.self, from: answer.body) else {
            throw Failure("The collector answered \(answer.status.code), and not what it removed; its log says why.")
        }
        return outcome
    }
}
