import Crypto
import TacitSeal

/// What a browser holds in place of its token: 256 random bits, of which the collector keeps the digest.
struct PageCookie {
    let text: String

    init() { text = SymmetricKey(size: .bits256).withUnsafeBytes { Hex.text($0) } }

    init?(_ text: String) {
        guard text.utf8.count == 64, Hex.bytes(text) != nil else { return nil }
        self.text = text
    }

    var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

/// A browser that has signed in. It is in memory only, and ends with the collector.
struct PageSession {
    /// The identifier of the token: when that is revoked, the session is over.
    let token: String
    /// In seconds since 1970.
    let ends: Int64

    static let lasting: Int64 = 8 * 3600
    /// At a time; the oldest gives way.
    static let most = 1024
}
