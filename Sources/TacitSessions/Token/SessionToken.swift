import Crypto
import TacitSeal

/// What the client holds, and nobody else: 32 random bytes from which the place of a session and its key are derived.
///
/// ```
/// tacit-session_ + 48 characters of base64url: 32 bytes of secret, 4 bytes of checksum
/// ```
///
/// The checksum is over what the token itself says. Whoever sends a text can work it out, so that the answer "malformed" tells
/// nothing of what the server holds; every well-formed token that opens nothing is answered alike, whatever the reason.
package struct SessionToken: ~Copyable, Sendable {
    static let prefix = "tacit-session_"
    static let secretSize = 32
    private static let checksumSize = 4
    private static let domain = Array("tacit session token 1".utf8)
    /// Keys live in its pages, for the length of one request each.
    private static let pool = SecretPool(size: secretSize)

    let secret: PooledSecret

    private init(secret: consuming PooledSecret) { self.secret = secret }

    /// A token that nobody has had before.
    package static func random() -> SessionToken {
        SessionToken(
            secret: pool.secret { bytes in
                var source = SystemRandomNumberGenerator()
                for offset in stride(from: 0, to: secretSize, by: 8) {
                    bytes.storeBytes(of: source.next(), toByteOffset: offset, as: UInt64.self)
                }
            })
    }

    /// `nil` where the text is no token at all: another prefix, another length, a character or a bit that is wrong.
    package init?(_ text: String) {
        let prefix = Self.prefix.utf8
        let count = Self.secretSize + Self.checksumSize
        guard text.utf8.count == prefix.count + count / 3 * 4, text.utf8.starts(with: prefix) else { return nil }
        var text = text
        let read = withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { bytes in
            defer { wipe(bytes) }
            let isRead = text.withUTF8 { letters in
                Base64URL.decode(UnsafeBufferPointer(rebasing: letters[prefix.count...]), into: bytes)
            }
            let secret = UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.secretSize))
            // Both sides come from the text alone: there is nothing that the time could tell.
            guard isRead,
                Self.checksum(secret) == bytes.loadUnaligned(fromByteOffset: Self.secretSize, as: UInt32.self)
            else { return PooledSecret?.none }
            return Self.pool.secret { $0.copyMemory(from: secret) }
        }
        guard let secret = read else { return nil }
        self.secret = secret
    }

    /// The text for the client. It is the one copy that outlives the request.
    package var text: String {
        secret.withBytes { secret in
            var bytes = Array(secret)
            withUnsafeBytes(of: Self.checksum(secret)) { bytes.append(contentsOf: $0) }
            defer { bytes.withUnsafeMutableBytes { wipe($0) } }
            return Self.prefix + Base64URL.text(bytes)
        }
    }

    /// As it stands in memory, which is as it stands in the token.
    private static func checksum(_ secret: UnsafeRawBufferPointer) -> UInt32 {
        var hash = SHA256()
        hash.update(data: domain)
        hash.update(bufferPointer: secret)
        return hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
    }
}
