import Crypto

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// The public half of a ``SigningKey``: what a client pins.
package struct VerifyingKey: Hashable, Sendable {
    package let ed25519: Data
    package let mlDSA65: Data
    /// SHA-256 of both public keys, Ed25519's first, in hexadecimal: what an operator reads out and a client is configured with.
    package let id: String

    /// `nil` where a size is another one.
    package init?(ed25519: Data, mlDSA65: Data) {
        guard ed25519.count == 32, mlDSA65.count == 1952 else { return nil }
        self.ed25519 = ed25519
        self.mlDSA65 = mlDSA65
        id = Hex.text(SHA256.hash(data: ed25519 + mlDSA65))
    }

    /// Returns where both signatures are of these bytes and of this key.
    package func verify(_ signature: DualSignature, of text: SignedText) throws(SealError) {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else { throw .unsupported(at: "signature") }
        let classical = try? Curve25519.Signing.PublicKey(rawRepresentation: ed25519)
        let quantum = try? MLDSA65.PublicKey(rawRepresentation: mlDSA65)
        guard let classical, let quantum, classical.isValidSignature(signature.ed25519, for: text.bytes),
            quantum.isValidSignature(signature.mlDSA65, for: text.bytes)
        else {
            throw SealError(
                .signatureInvalid, at: "signature",
                remedy: "it is not of this collector's key; compare the key with the one that `tacit serve` prints")
        }
    }
}

extension VerifyingKey: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, ed25519
        case mlDSA65 = "ml_dsa_65"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let key = VerifyingKey(
            ed25519: try values.decode(Data.self, forKey: .ed25519),
            mlDSA65: try values.decode(Data.self, forKey: .mlDSA65))
        guard let key, key.id == (try values.decode(String.self, forKey: .id)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .id, in: values, debugDescription: "expected 32 and 1952 bytes, and the SHA-256 of both as id")
        }
        self = key
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(ed25519, forKey: .ed25519)
        try values.encode(mlDSA65, forKey: .mlDSA65)
    }
}
