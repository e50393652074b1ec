import Crypto

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// A batch that only the collector can open, and only as long as it has the key.
///
/// | bytes | what |
/// |---|---|
/// | 4 | `TSB1` |
/// | 8 | key id |
/// | 16 | batch id |
/// | 1120 | encapsulated key |
/// | the rest | ciphertext with its tag of 16 bytes |
///
/// HPKE (RFC 9180) in base mode with X-Wing, HKDF-SHA256 and AES-256-GCM. What stands before the encapsulated key is authenticated.
package struct SealedBatch: Equatable, Sendable {
    package let keyID: [UInt8]
    package let id: BatchID
    package let encapsulatedKey: Data
    package let ciphertext: Data

    package static let contentType = "application/vnd.tacit.sealed"
    static let info = Data("tacit sealed batch 1".utf8)
    private static let magic = Array("TSB1".utf8)
    private static let headerSize = 4 + SealingPublicKey.idSize + BatchID.size
    private static let encapsulatedSize = 1120
    private static let tagSize = 16

    /// By how many bytes a sealed batch is larger than what is in it.
    package static let overhead = headerSize + encapsulatedSize + tagSize

    /// Seals bytes with a fresh encapsulation.
    package init(sealing bytes: some DataProtocol, id: BatchID, to key: SealingPublicKey) throws(SealError) {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else { throw .unsupported(at: "sealed batch") }
        keyID = key.id
        self.id = id
        do {
            var sender = try HPKE.Sender(
                recipientKey: XWingMLKEM768X25519.PublicKey(rawRepresentation: key.raw),
                ciphersuite: .XWingMLKEM768X25519_SHA256_AES_GCM_256, info: Self.info)
            encapsulatedKey = sender.encapsulatedKey
            ciphertext = try sender.seal(bytes, authenticating: Self.header(key.id, id))
        } catch {
            throw .malformed("sealing key", "a public key of X-Wing")
        }
    }

    /// Reads what came over the wire. Nothing of it is trusted before it has been opened.
    package init(_ bytes: some DataProtocol) throws(SealError) {
        guard bytes.count >= Self.overhead, bytes.starts(with: Self.magic) else {
            throw .malformed("sealed batch", "TSB1, then at least \(Self.overhead - 4) bytes")
        }
        var rest = bytes.dropFirst(Self.magic.count)
        func next(_ count: Int) -> Data {
            defer { rest = rest.dropFirst(count) }
            return Data(rest.prefix(count))
        }
        keyID = Array(next(SealingPublicKey.idSize))
        // 16 bytes are always an identity.
        id = BatchID(next(BatchID.size))!
        encapsulatedKey = next(Self.encapsulatedSize)
        ciphertext = Data(rest)
    }

    /// As it goes over the wire.
    package var bytes: Data { header + encapsulatedKey + ciphertext }

    /// What is authenticated beside the ciphertext.
    var header: Data { Self.header(keyID, id) }

    private static func header(_ keyID: [UInt8], _ id: BatchID) -> Data { Data(magic + keyID + id.bytes) }
}
