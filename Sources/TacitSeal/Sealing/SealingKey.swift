import Crypto

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// The private half of the key to which batches are sealed: X-Wing, which holds as long as either ML-KEM-768 or X25519 does.
///
/// It lives in memory only. Once this object is gone, what was sealed to it opens for nobody, its own collector included.
///
/// ```swift
/// let key = try SealingKey()
/// let batch = try SealedBatch(sealing: bytes, id: .random(), to: key.publicKey)
/// let opened = try key.open(batch)
/// ```
package final class SealingKey: Sendable {
    let seed = SecretBytes.random(count: 32)
    package let publicKey: SealingPublicKey

    package init() throws(SealError) {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else { throw .unsupported(at: "sealing key") }
        guard
            let raw = try? seed.withBytes({ seed in
                try FreedMemory.wiped {
                    try XWingMLKEM768X25519.PrivateKey(seedRepresentation: seed, publicKey: nil).publicKey
                        .rawRepresentation
                }
            }), let publicKey = SealingPublicKey(raw)
        else { throw SealError(.unsupported, at: "sealing key", remedy: "the library made no key of its own size") }
        self.publicKey = publicKey
    }

    /// What was sealed, or why it does not open.
    ///
    /// The key is derived anew each time. The library's own copies of it are overwritten when this returns.
    package func open(_ batch: SealedBatch) throws(SealError) -> Data {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else { throw .unsupported(at: "sealed batch") }
        guard batch.keyID == publicKey.id else { throw Self.unknown }
        do {
            return try seed.withBytes { seed in
                try FreedMemory.wiped {
                    let key = try XWingMLKEM768X25519.PrivateKey(seedRepresentation: seed, publicKey: nil)
                    var recipient = try HPKE.Recipient(
                        privateKey: key, ciphersuite: .XWingMLKEM768X25519_SHA256_AES_GCM_256, info: SealedBatch.info,
                        encapsulatedKey: batch.encapsulatedKey)
                    return try recipient.open(batch.ciphertext, authenticating: batch.header)
                }
            }
        } catch {
            throw SealError(
                .unopened, at: "sealed batch", remedy: "it was altered on its way, or sealed for something else")
        }
    }

    static let unknown = SealError(
        .keyUnknown, at: "sealed batch",
        remedy: "its key is gone; ask /v1/keys for the present one and seal the batch anew")
}

/// The public half of a ``SealingKey``.
package struct SealingPublicKey: Hashable, Sendable {
    /// The bytes of X-Wing's public key.
    package let raw: Data
    /// The first 8 bytes of its SHA-256.
    package let id: [UInt8]

    package static let size = 1216
    package static let idSize = 8
    package static let suite = "x-wing-768-x25519-sha256-aes-256-gcm"

    /// `nil` where the size is another one.
    package init?(_ raw: Data) {
        guard raw.count == Self.size else { return nil }
        self.raw = raw
        id = Array(SHA256.hash(data: raw).prefix(Self.idSize))
    }
}
