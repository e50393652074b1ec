package import Crypto
import Synchronization

/// The key of one window. It replaces contributors by `HMAC-SHA256(key, value)`, cut to 128 bits, and encrypts what is written
/// down of the window while it is open.
///
/// Whoever holds the pseudonyms of two windows can't join them, and destroying the key (the release of this object, and of
/// its file where there is one) makes the mapping irreversible: even a list of all possible contributors can't be tried against
/// it.
package final class WindowKey: Sendable {
    private let secret: SecretBytes
    /// The last that was derived: what is written down goes to one place at a time.
    private let last = Mutex<(place: [UInt8], key: SymmetricKey)?>(nil)
    /// Since when its window has been observed, in seconds since 1970.
    package let since: Int64
    static let size = 32

    package convenience init(since: Int64) { self.init(.random(count: Self.size), since: since) }

    init(_ secret: consuming SecretBytes, since: Int64) {
        self.secret = secret
        self.since = since
    }

    /// A pseudonymizer for the length of one batch.
    package func pseudonymizer() -> Pseudonymizer {
        secret.withBytes { Pseudonymizer(key: SymmetricKey(data: $0)) }
    }

    /// A key for what is written down of the window in one place. Keys of different places have nothing in common.
    package func derived(for place: [UInt8]) -> SymmetricKey {
        last.withLock { last in
            if let last, last.place == place { return last.key }
            let key = secret.withBytes { bytes in
                HKDF<SHA256>.deriveKey(
                    inputKeyMaterial: SymmetricKey(data: bytes), info: Array("tacit window 1".utf8) + place,
                    outputByteCount: 32)
            }
            last = (place, key)
            return key
        }
    }

    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try secret.withBytes(body) }
}
