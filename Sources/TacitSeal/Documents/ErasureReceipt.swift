/// What a collector answers to an ``ErasureRequest``: what it took out, signed.
///
/// ```
/// tacit erasure receipt 1
/// request <hex>
/// received <seconds since 1970, cut to the minute>
/// windows <number>
/// contributions <number>
/// key <id>
/// ```
package struct ErasureReceipt: SignedDocument, Equatable {
    package static let title = "erasure receipt"

    package struct Statement: Equatable, Sendable {
        /// ``ErasureRequest/digest`` of what was asked.
        package let request: [UInt8]
        /// Seconds since 1970 UTC, cut to the minute.
        package let receivedAt: Int64
        /// How many windows held something of these contributors.
        package let windows: Int64
        /// How many contributions were taken out of them.
        package let contributions: Int64

        package init(request: [UInt8], receivedAt: Int64, windows: Int64, contributions: Int64) {
            self.request = request
            self.receivedAt = receivedAt - receivedAt % 60
            self.windows = windows
            self.contributions = contributions
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
        var text = SignedText("tacit erasure receipt 1")
        text.line("request", Hex.text(statement.request))
        text.line("received", statement.receivedAt)
        text.line("windows", statement.windows)
        text.line("contributions", statement.contributions)
        text.line("key", key)
        return text
    }

    private enum CodingKeys: String, CodingKey {
        case format, request, windows, contributions, key, signature
        case receivedAt = "received_at"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try values.decodeFormat(1, forKey: .format)
        statement = Statement(
            request: try values.decodeHex(32, forKey: .request),
            receivedAt: try values.decode(Int64.self, forKey: .receivedAt),
            windows: try values.decode(Int64.self, forKey: .windows),
            contributions: try values.decode(Int64.self, forKey: .contributions))
        key = Hex.text(try values.decodeHex(32, forKey: .key))
        signature = try values.decode(DualSignature.self, forKey: .signature)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(1, forKey: .format)
        try values.encode(Hex.text(statement.request), forKey: .request)
        try values.encode(statement.receivedAt, forKey: .receivedAt)
        try values.encode(statement.windows, forKey: .windows)
        try values.encode(statement.contributions, forKey: .contributions)
        try values.encode(key, forKey: .key)
        try values.encode(signature, forKey: .signature)
    }
}
