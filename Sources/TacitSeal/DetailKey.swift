package import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The key of one day's sealed detail, in a file of its own, wrapped by the folder's key ring.
///
/// Destroying the file makes all that lies under the key unreadable, wherever copies of it are.
package final class DetailKey: Sendable {
    private let secret: SecretBytes
    /// When it has to be destroyed, in seconds since 1970. Bound to the key, so that nobody can prolong it.
    package let expires: Int64

    /// A new key.
    package convenience init(expires: Int64) { self.init(.random(count: WrappedKeyFile.keySize), expires: expires) }

    private init(_ secret: consuming SecretBytes, expires: Int64) {
        self.secret = secret
        self.expires = expires
    }

    /// A key for one file of the day. Keys of different files have nothing in common.
    package func derived(for file: [UInt8]) -> SymmetricKey {
        secret.withBytes { bytes in
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: bytes), info: Array("tacit detail 1".utf8) + file,
                outputByteCount: 32)
        }
    }

    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try secret.withBytes(body)
    }

    // MARK: In a file

    private static let file = WrappedKeyFile(
        magic: Array("TDK1".utf8), purpose: .detailKeys,
        remedy: "it does not open with the folder's keys; put both back from one copy, or remove it, and what its day "
            + "holds can't be read any more")

    /// Writes the file, complete or not at all.
    ///
    /// - Parameter context: which day it is; a file in the place of another one's does not open.
    package func save(to path: String, context: String, with ring: KeyRing) throws(FileFault) {
        let saved = secret.withBytes { key in
            Result { () throws(FileFault) in
                try Self.file.save(key, expires, to: path, context: context, with: ring)
            }
        }
        try saved.get()
    }

    package static func read(_ path: String, context: String, with ring: KeyRing) throws(FileFault) -> DetailKey {
        try file.read(path, context: context, with: ring) { DetailKey($0, expires: $1) }
    }

    /// When the key of a file has to be destroyed, as it stands there: only who opens the key knows that nobody altered it.
    package static func expiry(of path: String) throws(FileFault) -> Int64 { try file.time(of: path) }

    /// Has the ring's current generation wrap the key of a file that an earlier one wraps. Answers whether it did.
    package static func rewrap(_ path: String, context: String, with ring: KeyRing) throws(FileFault) -> Bool {
        try file.rewrap(path, context: context, with: ring)
    }
}
