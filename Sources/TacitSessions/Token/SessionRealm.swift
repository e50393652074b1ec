import Crypto
import TacitSeal

/// The collectors that share sessions. A token of one realm is unknown in every other: all that is derived from it differs.
package struct SessionRealm: Sendable, Equatable {
    package let name: String
    private let salt: [UInt8]

    package init(_ name: String) {
        self.name = name
        salt = Array("tacit session realm 1 \(name)".utf8)
    }

    /// Where the session of a token is, and the key that opens it. Both come from the same secret under labels of their own
    /// (HKDF-SHA256), so that who sees the places in a store knows nothing of the keys.
    func keys(of token: borrowing SessionToken) -> SessionKeys {
        token.secret.withBytes { secret in
            // The one copy is the library's, which it overwrites itself.
            let root = HKDF<SHA256>.extract(inputKeyMaterial: SymmetricKey(data: secret), salt: salt)
            let id = HKDF<SHA256>.expand(pseudoRandomKey: root, info: Self.placeLabel, outputByteCount: 16)
                .withUnsafeBytes { bytes in
                    SessionID(
                        high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
                }
            let key = HKDF<SHA256>.expand(pseudoRandomKey: root, info: Self.keyLabel, outputByteCount: 32)
            return SessionKeys(
                id: id,
                key: SessionKeys.pool.secret { place in
                    key.withUnsafeBytes { place.copyMemory(from: $0) }
                })
        }
    }

    private static let placeLabel = Array("tacit session place 1".utf8)
    private static let keyLabel = Array("tacit session key 1".utf8)
}

/// What a token stands for, for the length of one request: the key lies in locked pages, and is wiped as this goes.
struct SessionKeys: ~Copyable, Sendable {
    fileprivate static let pool = SecretPool(size: 32)

    let id: SessionID
    let key: PooledSecret

    init(id: SessionID, key: consuming PooledSecret) {
        self.id = id
        self.key = key
    }
}
