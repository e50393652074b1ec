import Crypto

/// The key with which a collector signs what it promises: Ed25519 and ML-DSA-65 over the same bytes.
///
/// ```swift
/// let key = try SigningKey(file: ".state/signing.key", ring: ring, creating: true)
/// let signature = try key.sign(receipt.signedText)
/// ```
package final class SigningKey: Sendable {
    /// The seeds, Ed25519's first.
    private let seeds: SecretBytes
    package let verifyingKey: VerifyingKey

    static let seedSize = 32

    /// A new key.
    package convenience init() throws(SealError) { try self.init(seeds: .random(count: 2 * Self.seedSize)) }

    init(seeds: consuming SecretBytes) throws(SealError) {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else { throw .unsupported(at: "signing key") }
        let verifyingKey = try? seeds.withBytes { seeds in
            let (classical, quantum) = try Self.keys(seeds)
            return VerifyingKey(
                ed25519: classical.publicKey.rawRepresentation, mlDSA65: quantum.publicKey.rawRepresentation)
        }
        guard let verifyingKey else { throw .malformed("signing key", "two seeds of \(Self.seedSize) bytes") }
        self.seeds = seeds
        self.verifyingKey = verifyingKey
    }

    /// Signs with both keys.
    package func sign(_ text: SignedText) throws(SealError) -> DualSignature {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else { throw .unsupported(at: "signature") }
        do {
            return try seeds.withBytes { seeds in
                let (classical, quantum) = try Self.keys(seeds)
                return DualSignature(
                    ed25519: try classical.signature(for: text.bytes), mlDSA65: try quantum.signature(for: text.bytes))
            }
        } catch {
            throw SealError(.unsupported, at: "signature", remedy: "the library did not sign; see whether it is whole")
        }
    }

    func withSeeds<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try seeds.withBytes(body) }

    @available(macOS 26, iOS 26, tvOS 26, watchOS 26, *)
    private static func keys(
        _ seeds: UnsafeRawBufferPointer
    ) throws -> (Curve25519.Signing.PrivateKey, MLDSA65.PrivateKey) {
        let (first, second) = (seeds.prefix(seedSize), seeds.dropFirst(seedSize))
        return (
            try Curve25519.Signing.PrivateKey(rawRepresentation: UnsafeRawBufferPointer(rebasing: first)),
            try MLDSA65.PrivateKey(seedRepresentation: second, publicKey: nil)
        )
    }
}
