import TacitPages
import TacitScrub
import TacitSeal
import TacitSessions

/// One look at one Redis.
final class RedisLook {
    var checks = RedisChecks()
    private(set) var held: [Verification.Held] = []
    private let settings: SessionSettings
    private let now: Int64
    private let place: String
    private let scrubber = Scrubber()

    init(_ settings: SessionSettings, now: Int64) {
        self.settings = settings
        self.now = now
        place = "redis \(settings.redis.endpoint), realm \(settings.realm)"
    }

    func run() async {
        checks.reachable.examined = 1
        do throws(SessionStoreError) {
            let inspection = try await RedisInspection(
                RedisSettings(settings.redis), realm: SessionRealm(settings.realm))
            do throws(SessionStoreError) {
                try await lookAtServer(inspection)
                try await lookAtKeys(inspection)
            } catch {
                note(error)
            }
            await inspection.close()
        } catch {
            note(error)
        }
    }

    private func note(_ error: SessionStoreError) {
        checks.reachable.fault(
            at: place, "could not be looked at, or not to the end: \(error.code.rawValue): \(error.reason)",
            remedy: "make it answer, with the access list of docs/sessions.md, and look again")
    }

    // MARK: The server

    private func lookAtServer(_ inspection: RedisInspection) async throws(SessionStoreError) {
        checks.persistence.examined = 1
        for objection in try await inspection.objections() {
            checks.persistence.fault(at: place, objection, remedy: "change that, and restart the collector")
        }
        // On another machine nobody here can see them.
        guard ["localhost", "127.0.0.1", "::1"].contains(settings.redis.endpoint.host) else { return }
        for file in try await inspection.files() where Files.exist(file) {
            checks.persistence.fault(
                at: place, "there is a file with what Redis held, where it keeps snapshots or an append-only file",
                remedy: "delete it; sessions that were in it stay closed to all but who has their tokens")
        }
    }

    // MARK: Keys

    private func lookAtKeys(_ inspection: RedisInspection) async throws(SessionStoreError) {
        var (sessions, bytes) = (0, 0)
        try await inspection.forEachEntry { entry in
            checks.known.examined += 1
            bytes += entry.bytes?.count ?? 0
            guard entry.isPlace, let value = entry.bytes else {
                checks.known.fault(
                    at: place, "has a key that is no session's", remedy: "find out who wrote it, then delete it")
                if let value = entry.bytes { lookAtText(value[...]) }
                return
            }
            sessions += 1
            lookAtExpiry(entry)
            checks.sealed.examined += value.count
            guard let sealed = entry.sealed else {
                checks.sealed.fault(
                    at: place, "holds a value that is no sealed session",
                    remedy: "find out who wrote it, then delete it; nobody could open it as a session")
                return lookAtText(value[...])
            }
            if Self.longestText(sealed) >= Self.mostText { lookAtText(sealed) }
        }
        held = [
            Verification.Held(
                name: "\(place): \(NumberText.integer(Int64(sessions))) sessions", bytes: Int64(bytes),
                what: "sessions (class 1)", encryption: "AES-256-GCM, a key that each token makes",
                ends: "each by itself, a day after it was made at most")
        ]
    }

    private func lookAtExpiry(_ entry: RedisInspection.Entry) {
        checks.expiry.examined += 1
        let remedy = "find out who changed it; the collector ends it at its own time all the same, or delete it"
        guard let left = entry.timeToLive else {
            return checks.expiry.fault(at: place, "holds a key that never ends", remedy: remedy)
        }
        // A second for what the clocks of two machines differ by, and the way.
        let slack: Int64 = 60
        if left > (SessionLimits.longest + slack) * 1000 {
            checks.expiry.fault(at: place, "holds a key that stays for more than a day", remedy: remedy)
        }
        guard let times = entry.times else { return }
        if times.expires > times.created + SessionLimits.longest || times.created > now + slack {
            checks.expiry.fault(at: place, "holds a session whose own times are none", remedy: remedy)
        } else if now + left / 1000 > times.expires + slack {
            checks.expiry.fault(at: place, "holds a session for longer than it was made for", remedy: remedy)
        }
    }

    // MARK: Text

    /// Characters in a row that no ciphertext of any length that there is has by chance: one in 10^13 begins so many.
    private static let mostText = 32

    private static func longestText(_ bytes: ArraySlice<UInt8>) -> Int {
        var longest = 0
        bytes.withUnsafeBytes { bytes in PrintableRuns.forEach(in: bytes) { longest = max(longest, $0.count) } }
        return longest
    }

    /// What is no ciphertext.
    private func lookAtText(_ bytes: ArraySlice<UInt8>) {
        if Self.longestText(bytes) >= Self.mostText {
            checks.sealed.fault(
                at: place, "holds text that is not encrypted", remedy: "find out who wrote it, then delete it")
        }
        let kinds = bytes.withUnsafeBytes { bytes in Set(scrubber.findings(in: bytes).map { "\($0.kind)" }) }
        for kind in kinds.sorted() {
            checks.sealed.fault(
                at: place, "holds \(kind)", remedy: "find out who wrote it, then delete it and tell whose it is")
        }
    }
}
