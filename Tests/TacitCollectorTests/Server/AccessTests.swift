import Foundation
import Logging
import TestHarness
import Testing

@testable import TacitCollector

@Suite("A token is shown once, kept as its digest, and opens what it is for as long as it may")
struct AccessTests {
    private let folder: TemporaryFolder
    private let file: TokenFile

    init() throws {
        folder = try TemporaryFolder()
        file = TokenFile(in: folder.path)
    }

    private func access(_ change: (inout CollectorConfiguration) -> Void = { _ in }) throws -> AccessControl {
        var configuration = CollectorConfiguration()
        configuration.state = folder.path
        change(&configuration)
        return try AccessControl(configuration)
    }

    private func made(_ role: AccessRole, lasting seconds: Int64? = nil) throws -> String {
        try file.create(project: "shop", role: role, lasting: seconds, now: 1000).token.text
    }

    /// Why a request with data is refused; `nil` where it is admitted.
    private func sending(
        _ token: String?, to access: AccessControl, now: Int64 = 1000
    ) -> AccessControl.Refusal? {
        do throws(AccessControl.Refusal) {
            try access.admitIntake(token.map { "Bearer \($0)" }, now: now)
            return nil
        } catch {
            return error
        }
    }

    private func reading(
        _ token: String?, from access: AccessControl, as role: AccessRole = .viewer, cookie: String? = nil,
        now: Int64 = 1000
    ) -> AccessControl.Refusal? {
        do throws(AccessControl.Refusal) {
            try access.admitPage(token.map { "Bearer \($0)" }, cookie: cookie, needing: role, now: now)
            return nil
        } catch {
            return error
        }
    }

    @Test("it is nowhere in the state folder, whose file its owner alone can read") func digest() throws {
        let token = try made(.ingest)
        for (_, bytes) in try folder.bytes() { #expect(bytes.range(of: Data(token.suffix(64).utf8)) == nil) }
        #expect(try folder.mode(of: "tokens.json") == 0o600)
    }

    @Test("two have nothing in common, and what is not written as one is none") func spelling() {
        let (first, second) = (AccessToken(), AccessToken())
        #expect(first.text.suffix(64) != second.text.suffix(64))
        #expect(AccessToken(first.text)?.id == first.id)
        let wrong = [
            "", "tacit_", first.text + "0", String(first.text.dropLast()), first.text.uppercased(), "é" + first.text,
            first.text.replacing("_", with: "-"),
        ]
        for text in wrong { #expect(AccessToken(text) == nil) }
    }

    @Test("nobody who sends needs one before the first for sending is made, unless it is asked for") func first() throws
    {
        #expect(sending(nil, to: try access()) == nil)
        #expect(sending(nil, to: try access { $0.access.requireToken = true }) == .unauthenticated)
        _ = try made(.officer)
        #expect(sending(nil, to: try access()) == nil)
        let token = try made(.ingest)
        let access = try access()
        #expect(sending(nil, to: access) == .unauthenticated)
        #expect(sending(token, to: access) == nil)
    }

    @Test("a changed digit anywhere makes it another") func altered() throws {
        let token = try made(.ingest)
        let access = try access()
        for place in token.indices where token[place] != "_" {
            let other: Character = token[place] == "0" ? "1" : "0"
            let altered = token.replacingCharacters(in: place...place, with: String(other))
            #expect(sending(altered, to: access) == .unauthenticated)
        }
        #expect(sending(token, to: access) == nil)
    }

    @Test("who sends reads nothing, who reads sends nothing, and each role reads what those below it do") func roles()
        throws
    {
        let tokens = try Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, try made($0)) })
        let access = try access { $0.access.page = .token }
        let order: [AccessRole] = [.viewer, .operator, .officer]
        for (own, token) in tokens {
            #expect((sending(token, to: access) == nil) == (own == .ingest))
            for needed in order {
                let opens = order.firstIndex(of: own).map { $0 >= order.firstIndex(of: needed)! } ?? false
                #expect(reading(token, from: access, as: needed) == (opens ? nil : .forbidden), "\(own) for \(needed)")
            }
        }
    }

    @Test("the page asks for one beyond this machine, or where it is told to") func page() throws {
        #expect(reading(nil, from: try access()) == nil)
        #expect(reading(nil, from: try access { $0.listen.dashboard.host = "192.0.2.1" }) == .unauthenticated)
        #expect(reading(nil, from: try access { $0.access.page = .token }) == .unauthenticated)
        let open = try access {
            $0.listen.dashboard.host = "192.0.2.1"
            $0.access.page = .open
        }
        #expect(reading(nil, from: open) == nil)
    }

    @Test("it ends at its time, and when it is revoked: with it every session that it began") func ending() throws {
        let short = try made(.viewer, lasting: 60)
        let long = try made(.viewer)
        let access = try access { $0.access.page = .token }
        #expect(reading(short, from: access, now: 1059) == nil)
        #expect(reading(short, from: access, now: 1060) == .unauthenticated)

        let cookie = try access.signIn(long, now: 1000)
        #expect(!cookie.contains(long.suffix(64)))
        #expect(reading(nil, from: access, cookie: cookie, now: 1000) == nil)
        #expect(reading(nil, from: access, cookie: String(cookie.reversed())) == .unauthenticated)
        #expect(reading(nil, from: access, cookie: cookie, now: 1000 + 8 * 3600) == .unauthenticated)

        let id = try #require(AccessToken(long)).id
        #expect(try file.revoke(id, now: 1010)?.revoked == 1010)
        #expect(try file.revoke("00000000", now: 1010) == nil)
        access.refresh(log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(reading(long, from: access) == .unauthenticated)
        #expect(reading(nil, from: access, cookie: cookie) == .unauthenticated)
    }

    @Test("a revoked last one, and a file that vanishes or is damaged, open nothing") func closed() throws {
        let token = try made(.ingest)
        let access = try access()
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try Data("{".utf8).write(to: URL(fileURLWithPath: file.path))
        access.refresh(log: log)
        #expect(sending(nil, to: access) == .unauthenticated && sending(token, to: access) == nil)
        #expect(throws: (any Error).self) { try self.access() }
        try FileManager.default.removeItem(atPath: file.path)
        access.refresh(log: log)
        #expect(sending(nil, to: access) == .unauthenticated && sending(token, to: access) == nil)
    }

    @Test("signing out ends the session") func signOut() throws {
        let token = try made(.viewer)
        let access = try access { $0.access.page = .token }
        let cookie = try access.signIn(token, now: 1000)
        access.signOut(cookie)
        #expect(reading(nil, from: access, cookie: cookie) == .unauthenticated)
    }

    @Test("a rate saves up ten seconds' worth, and no more") func rate() {
        var bucket = RateBucket(rate: 2, now: 0)
        for _ in 0..<20 { #expect(bucket.take(now: 0) == nil) }
        #expect(bucket.take(now: 0) == 1)
        #expect(bucket.take(now: 0.5) == nil)
        #expect(bucket.take(now: 0.5) == 1)
        var taken = 0
        while bucket.take(now: 1e6) == nil { taken += 1 }
        #expect(taken == 20)
        // A clock that goes back gives nothing.
        #expect(bucket.take(now: 0) == 1)
    }

    @Test("a refusal for the rate tells a gRPC client when to go on") func retry() throws {
        let refusal = AccessControl.Refusal.tooMany(seconds: 7)
        let details = try #require(refusal.details.flatMap { Data(base64Encoded: $0) })
        #expect(details.range(of: Data("type.googleapis.com/google.rpc.RetryInfo".utf8)) != nil)
        // RetryInfo { retry_delay { seconds: 7 } }
        #expect(details.suffix(6) == Data([0x12, 0x04, 0x0A, 0x02, 0x08, 0x07]))
        #expect(AccessControl.Refusal.unauthenticated.details == nil)
    }
}
