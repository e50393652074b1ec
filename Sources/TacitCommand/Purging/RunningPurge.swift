import Foundation
import NIOCore
import NIOHTTP1
import TacitCollector
import TacitSeal
import TacitStores

/// A purge that a running collector does, asked at its page's address.
///
/// Whoever answers there has to be the folder's own collector: it knows a token that was made in the folder just now, or it
/// signs with the folder's key. Where nobody named a folder, the address alone says whose collector is meant.
struct RunningPurge {
    private let settings: PurgeSettings
    private let running: CollectorOptions
    private let token = ProcessInfo.processInfo.environment["TACIT_TOKEN"]

    /// What is purged, in a question.
    var place: String { isOfFolder ? settings.state : running.collector ?? settings.state }

    init(_ settings: PurgeSettings, at running: CollectorOptions) {
        self.settings = settings
        self.running = running
    }

    /// Where what it removes is certified.
    var log: String {
        guard isOfFolder else { return "deletions.log of the collector at \(running.collector ?? "")" }
        return DeletionLog(in: settings.state).path
    }

    func run(_ purge: TacitCollector.Purge) async throws -> PurgeOutcome {
        guard let address = running.collector ?? settings.page else {
            throw Failure("A collector runs on \(settings.state); name its page's address with --collector.")
        }
        if let token {
            return try await ask(address, purge, token, of: isOfFolder ? try await folderKey(for: address) : nil)
        }
        // Who may write to the folder may make tokens: one for this request alone.
        let tokens = TokenFile(in: settings.state)
        let (made, record) = try Failure.of {
            try tokens.create(project: "tacit-purge", role: .officer, lasting: 120, now: Self.now)
        }
        defer { _ = try? tokens.revoke(record.id, now: Self.now) }
        return try await ask(address, purge, made.text, of: nil)
    }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970) }

    /// Whether a folder is meant, and not only the collector at an address.
    var isOfFolder: Bool { settings.isStateNamed || running.collector == nil || token == nil }

    private func folderKey(for address: String) async throws -> String {
        do {
            return try OpenFolder(settings.state, keys: settings.keys).signing.verifyingKey.id
        } catch {
            // Where nobody answers, that is what there is to say.
            _ = try await CollectorClient(address: address, authority: running.authority, token: nil)
                .send(.GET, "/livez", within: .seconds(8))
            throw Failure(
                """
                \(error)
                Whether a collector is that of \(settings.state) can't be seen without its key. Where you may write to the folder, \
                leave TACIT_TOKEN out; else name the collector with --collector alone, without --state and --config.
                """)
        }
    }

    /// - Parameter key: with which the collector has to sign; `nil` where the token or the address says whose it is.
    private func ask(
        _ address: String, _ purge: TacitCollector.Purge, _ token: String, of key: String?
    ) async throws -> PurgeOutcome {
        let client = CollectorClient(address: address, authority: running.authority, token: token)
        // What has expired may take its time; in an emergency somebody waits.
        let answer = try await client.send(
            .POST, "/api/purge" + purge.query, headers: key.map { [("if-match", "\"\($0)\"")] } ?? [],
            within: purge == .emergency ? .seconds(8) : .minutes(5))
        guard answer.status != .preconditionFailed, self.token != nil || !answer.asksForToken else {
            throw Failure(
                """
                What answers at \(address) is not the collector of \(settings.state), and removed nothing. Name the \
                address of that one's page, as `tacit serve` was given it with --dashboard, with --collector.
                """)
        }
        guard !answer.asksForToken else {
            throw Failure(
                "The collector at \(address) asks for an officer's token, and the one in TACIT_TOKEN is none of its own."
            )
        }
        guard answer.status == .ok, let outcome = try? JSON.value(PurgeOutcome.self, from: answer.body) else {
            throw Failure("The collector answered \(answer.status.code), and not what it removed; its log says why.")
        }
        return outcome
    }
}
