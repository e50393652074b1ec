package import Crypto

/// The key of one window. It replaces contributors by `HMAC-SHA256(key, value)`, cut to 128 bits, and encrypts what is written
/// down of the window while it is open.
///
/// Whoever holds the pseudonyms of two windows can't join them, and destroying the key (the release of this object, and of
/// its file where there is one) makes the mapping irreversible: even a list of all possible contributors can't be tried against
/// it.
package final class WindowKey: Sendable {
    private let secret: SecretBytes
    static let size = 32

    package init() { secret = .random(count: Self.size) }

    init(_ secret: consuming SecretBytes) { self.secret = secret }

    /// A pseudonymizer for the length of one batch.
    package func pseudonymizer() -> Pseudonymizer {
        secret.withBytes { Pseudonymizer(key: SymmetricKey(data: $0)) }
    }

    /// A key for what is written down of the window in one place. Keys of different places have nothing in common.
    package func derived(for place: [UInt8]) -> SymmetricKey {
        secret.withBytes { bytes in
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: bytes), info: Array("tacit window 1".utf8) + place,
                outputByteCount: 32)
        }
    }

    func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try secret.withBytes(body) }
}
