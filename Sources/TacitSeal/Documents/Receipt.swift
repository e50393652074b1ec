import Crypto

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What a collector answers to a sealed batch: that these bytes arrived, and how many of its records count, signed.
///
/// ```
/// tacit receipt 1
/// batch <hex>
/// digest <hex>
/// received <seconds since 1970, cut to the minute>
/// accepted <number>
/// refused <number>
/// reason <rule> <number>      (a line for each rule, in order of their names)
/// key <id>
/// ```
package struct Receipt: SignedDocument, Equatable {
    package static let title = "receipt"

    /// What the collector has to say about a batch.
    package struct Statement: Equatable, Sendable {
        package let batch: BatchID
        /// SHA-256 of the OTLP message, before compression.
        package let digest: [UInt8]
        /// Seconds since 1970 UTC, cut to the minute.
        package let receivedAt: Int64
        package let accepted: Int64
        package let refused: Int64
        /// By rule, how many records were refused.
        package let reasons: [String: Int64]

        /// The digest of a message.
        package static func digest(of content: some DataProtocol) -> [UInt8] { Array(SHA256.hash(data: content)) }

        package init(
            batch: BatchID, digest: [UInt8], receivedAt: Int64, accepted: Int64, refused: Int64,
            reasons: [String: Int64]
        ) {
            self.batch = batch
            self.digest = digest
            self.receivedAt = receivedAt - receivedAt % 60
            self.accepted = accepted
            self.refused = refused
            self.reasons = reasons
        }
    }

    package let statement: Statement
    package let key: String
    package let signature: DualSignature

    package init(_ statement: Statement, signedBy key: SigningKey) throws(SealError) {
        self.statement = statement
        self.key = key.verifyingKey.id
        signature = try key.sign(Self.text(statement, self.key))
    }

    package var signedText: SignedText { Self.text(statement, key) }

    private static func text(_ statement: Statement, _ key: String) -> SignedText {
        var text = SignedText("tacit receipt 1")
        text.line("batch", statement.batch)
        text.line("digest", Hex.text(statement.digest))
        text.line("received", statement.receivedAt)
        text.line("accepted", statement.accepted)
        text.line("refused", statement.refused)
        for (rule, count) in statement.reasons.sorted(by: { $0.key < $1.key }) { text.line("reason", rule, count) }
        text.line("key", key)
        return text
    }

    private enum CodingKeys: String, CodingKey {
        case format, batch, digest, accepted, refused, reasons, key, signature
        case receivedAt = "received_at"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try values.decodeFormat(1, forKey: .format)
        let reasons = try values.decode([String: Int64].self, forKey: .reasons)
        try values.check(names: reasons.keys, forKey: .reasons)
        statement = Statement(
            // 16 bytes are always an identity.
            batch: BatchID(try values.decodeHex(BatchID.size, forKey: .batch))!,
            digest: try values.decodeHex(32, forKey: .digest),
            receivedAt: try values.decode(Int64.self, forKey: .receivedAt),
            accepted: try values.decode(Int64.self, forKey: .accepted),
            refused: try values.decode(Int64.self, forKey: .refused), reasons: reasons)
        key = Hex.text(try values.decodeHex(32, forKey: .key))
        signature = try values.decode(DualSignature.self, forKey: .signature)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(1, forKey: .format)
        try values.encode(statement.batch.hex, forKey: .batch)
        try values.encode(Hex.text(statement.digest), forKey: .digest)
        try values.encode(statement.receivedAt, forKey: .receivedAt)
        try values.encode(statement.accepted, forKey: .accepted)
        try values.encode(statement.refused, forKey: .refused)
        try values.encode(statement.reasons, forKey: .reasons)
        try values.encode(key, forKey: .key)
        try values.encode(signature, forKey: .signature)
    }
}
