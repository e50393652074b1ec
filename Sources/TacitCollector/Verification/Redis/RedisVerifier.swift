import TacitSessions

/// Reads all that a Redis holds of a collector's sessions, and says what should not be there.
///
/// It puts nothing there and changes nothing. It names the server and the realm, never a key or what it found.
package struct RedisVerifier: Sendable {
    private let settings: SessionSettings

    /// `nil` where sessions lie in no Redis.
    package init?(_ settings: SessionSettings) {
        guard settings.isEnabled, settings.store == .redis else { return nil }
        self.settings = settings
    }

    /// The checks, and what there is.
    ///
    /// - Parameter now: in seconds since 1970.
    package func verify(now: Int64) async -> (checks: [Verification.Check], held: [Verification.Held]) {
        let look = RedisLook(settings, now: now)
        await look.run()
        return (look.checks.all, look.held)
    }

    /// Where nobody knows whether there is one.
    package static var unknown: Verification.Check {
        var check = RedisChecks().reachable
        check.fault(
            at: "the configuration", "can't be read, so that nobody knows whether sessions lie in Redis",
            remedy: "put it right (`tacit serve` says what is wrong with it), or name the one that counts with --config"
        )
        return check
    }
}
