import Crypto
import TacitSeal

/// A token as its holder has it: `tacit_`, eight digits by which it is found, and 256 random bits.
///
/// It is shown once, when it is made; what is kept is its digest. A plain SHA-256 is enough for that: nobody can try 2²⁵⁶
/// secrets, so that a slow hash would only slow down the collector.
package struct AccessToken: Sendable {
    package let id: String
    package let text: String

    private static let prefix = "tacit_"
    private static let idDigits = 8
    private static let secretDigits = 64

    /// Makes a new one.
    package init() {
        var generator = SystemRandomNumberGenerator()
        id = Hex.text((0..<Self.idDigits / 2).map { _ in UInt8.random(in: 0...255, using: &generator) })
        let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Hex.text($0) }
        text = "\(Self.prefix)\(id)_\(secret)"
    }

    /// Reads what a client presents; `nil` where it is no token at all.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst(Self.prefix.utf8.count)
        guard text.hasPrefix(Self.prefix), digits.count == Self.idDigits + 1 + Self.secretDigits,
            digits.dropFirst(Self.idDigits).first == UInt8(ascii: "_"),
            Hex.bytes(String(text.suffix(Self.secretDigits))) != nil
        else { return nil }
        let id = String(text.dropFirst(Self.prefix.count).prefix(Self.idDigits))
        guard Hex.bytes(id) != nil else { return nil }
        self.id = id
        self.text = text
    }

    var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

/// A token as it is kept.
package struct TokenRecord: Sendable, Codable, Equatable {
    package let id: String
    package let project: String
    package let role: AccessRole
    /// SHA-256 of the token, in hexadecimal.
    let digest: String
    /// Seconds since 1970, as those below.
    package let created: Int64
    package let expires: Int64?
    package internal(set) var revoked: Int64?

    package func isValid(at now: Int64) -> Bool { revoked == nil && expires.map { now < $0 } ?? true }

    /// Whether it is this token. How long the answer takes tells nothing of where two digests begin to differ.
    func matches(_ digest: [UInt8]) -> Bool {
        guard let own = Hex.bytes(self.digest), own.count == digest.count else { return false }
        return zip(own, digest).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
