public import Crypto
public import Foundation
import TacitSeal

/// The name under which one installation contributes on one day: `HMAC-SHA256(install secret, UTC day)`.
///
/// ```swift
/// let installation = DailyContributor(secret: SymmetricKey(size: .bits256))
/// installation.token(on: .now)       // 64 hexadecimal digits, another tomorrow
/// ```
///
/// Two days of one installation can't be linked by anyone who has not the secret, and the secret never leaves the
/// installation.
public struct DailyContributor: Sendable {
    private let secret: SymmetricKey

    /// - Parameter secret: 256 random bits that were made once for this installation and this project.
    public init(secret: SymmetricKey) { self.secret = secret }

    /// The token for the UTC day of `date`. Dates beyond ±10⁹ days share the token of the last one.
    public func token(on date: Date) -> String {
        let days = (date.timeIntervalSince1970 / 86400).rounded(.down)
        return token(day: days.isNaN ? 0 : Int64(min(max(days, -1e9), 1e9)))
    }

    /// - Parameter day: days since 1970-01-01 UTC.
    func token(day: Int64) -> String {
        let message = Data("tacit contributor day \(day)".utf8)
        return Hex.text(HMAC<SHA256>.authenticationCode(for: message, using: secret))
    }
}
