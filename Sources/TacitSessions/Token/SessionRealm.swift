import Crypto
import TacitSeal

/// The collectors that share sessions. A token of one realm is unknown in every other: all that is derived from it differs.
package struct SessionRealm: Sendable {
    package let name: String
    /// The first step of HKDF, of which the salt is the same for all tokens.
    private let extraction: HMAC<SHA256>

    package init(_ name: String) {
        self.name = name
        extraction = HMAC(key: SymmetricKey(data: Array("tacit session realm 1 \(name)".utf8)))
    }

    /// Where the session of a token is, and the key that opens it. Both come from the same secret under labels of their own, so
    /// that who sees the places in a store knows nothing of the keys.
    ///
    /// It is HKDF-SHA256 (RFC 5869), written out so that what is common to both is done once.
    func keys(of token: borrowing SessionToken) -> SessionKeys {
        var root = extraction
        token.secret.withBytes { root.update(data: $0) }
        // The one copy is the library's, which it overwrites itself.
        let expansion = HMAC<SHA256>(key: SymmetricKey(data: root.finalize()))
        var place = expansion
        place.update(data: Self.placeLabel)
        let id = place.finalize().withUnsafeBytes { bytes in
            SessionID(
                high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
        var key = expansion
        key.update(data: Self.keyLabel)
        let code = key.finalize()
        return SessionKeys(
            id: id,
            key: SessionKeys.pool.secret { place in code.withUnsafeBytes { place.copyMemory(from: $0) } })
    }

    /// What a token stands for, as it lies in memory while it is used: for those who look whether it is still there. Nothing where
    /// the text is no token.
    package func traces(of token: String) -> [(what: String, bytes: [UInt8])] {
        guard let token = SessionToken(token) else { return [] }
        let keys = keys(of: token)
        let place = [keys.id.high, keys.id.low].withUnsafeBytes { Array($0) }
        return [
            ("token", token.secret.withBytes { Array($0) }), ("key", keys.key.withBytes { Array($0) }),
            ("place", place),
        ]
    }

    // With the number of the one block that is asked for.
    private static let placeLabel = Array("tacit session place 1".utf8) + [1]
    private static let keyLabel = Array("tacit session key 1".utf8) + [1]
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
