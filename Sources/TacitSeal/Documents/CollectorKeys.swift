#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What `GET /v1/keys` answers: who the collector is, and the keys to seal to, signed.
///
/// ```
/// tacit collector keys 1
/// signing <id>
/// ed25519 <base64>
/// ml-dsa-65 <base64>
/// sealing <id> <suite> <base64> <not after>      (a line for each, in their order)
/// ```
package struct CollectorKeys: SignedDocument, Equatable {
    package static let title = "collector keys"

    package let signing: VerifyingKey
    /// The one to use first.
    package let sealing: [OfferedKey]
    package let signature: DualSignature

    /// Offers keys under the collector's name.
    package init(offering sealing: [OfferedKey], signedBy key: SigningKey) throws(SealError) {
        self.sealing = sealing
        signing = key.verifyingKey
        signature = try key.sign(Self.text(key.verifyingKey, sealing))
    }

    package var key: String { signing.id }
    package var signedText: SignedText { Self.text(signing, sealing) }

    /// The key to seal to at a time, if there is one.
    package func sealingKey(at now: Int64) -> SealingPublicKey? { sealing.first { now < $0.notAfter }?.key }

    private static func text(_ signing: VerifyingKey, _ sealing: [OfferedKey]) -> SignedText {
        var text = SignedText("tacit collector keys 1")
        text.line("signing", signing.id)
        text.line("ed25519", signing.ed25519.base64EncodedString())
        text.line("ml-dsa-65", signing.mlDSA65.base64EncodedString())
        for key in sealing {
            text.line(
                "sealing", Hex.text(key.key.id), SealingPublicKey.suite, key.key.raw.base64EncodedString(), key.notAfter
            )
        }
        return text
    }

    private enum CodingKeys: String, CodingKey { case format, signing, sealing, signature }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try values.decodeFormat(1, forKey: .format)
        signing = try values.decode(VerifyingKey.self, forKey: .signing)
        sealing = try values.decode([OfferedKey].self, forKey: .sealing)
        signature = try values.decode(DualSignature.self, forKey: .signature)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(1, forKey: .format)
        try values.encode(signing, forKey: .signing)
        try values.encode(sealing, forKey: .sealing)
        try values.encode(signature, forKey: .signature)
    }
}

/// A key to seal to, and until when it opens (seconds since 1970 UTC).
package struct OfferedKey: Codable, Hashable, Sendable {
    package let key: SealingPublicKey
    package let notAfter: Int64

    package init(key: SealingPublicKey, notAfter: Int64) {
        self.key = key
        self.notAfter = notAfter
    }

    private enum CodingKeys: String, CodingKey {
        case id, suite
        case publicKey = "public_key"
        case notAfter = "not_after"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        guard try values.decode(String.self, forKey: .suite) == SealingPublicKey.suite else {
            throw DecodingError.dataCorruptedError(
                forKey: .suite, in: values, debugDescription: "expected \(SealingPublicKey.suite)")
        }
        let id = try values.decodeHex(SealingPublicKey.idSize, forKey: .id)
        guard let key = SealingPublicKey(try values.decode(Data.self, forKey: .publicKey)), key.id == id else {
            throw DecodingError.dataCorruptedError(
                forKey: .publicKey, in: values,
                debugDescription: "expected \(SealingPublicKey.size) bytes, whose SHA-256 begins with the id")
        }
        self.key = key
        notAfter = try values.decode(Int64.self, forKey: .notAfter)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(Hex.text(key.id), forKey: .id)
        try values.encode(SealingPublicKey.suite, forKey: .suite)
        try values.encode(key.raw, forKey: .publicKey)
        try values.encode(notAfter, forKey: .notAfter)
    }
}
