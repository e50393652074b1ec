import TacitCatalog
package import TacitSeal

/// What a collector removed in one run, signed, and chained to what it removed before.
///
/// ```
/// tacit deletion certificate 1
/// number <number>
/// previous <hex>                  (SHA-256 of the line before in the log; zeros for the first)
/// at <seconds since 1970>
/// reason <retention, purge or emergency>
/// removed <kind> <class> <metric> <length> <from> <to> <records> <keys> <fingerprint>      (a line for each; - for none)
/// key <id>
/// ```
package struct DeletionCertificate: ChainedDocument {
    package static let title = "deletion certificate"
    package static let log = "deletions"

    package enum Reason: String, Codable, Sendable, CaseIterable {
        /// It had reached its limit.
        case retention
        /// Somebody asked for it.
        case purge
        case emergency
    }

    package struct Statement: Equatable, Sendable {
        /// Counts from 1.
        package let number: Int
        package let previous: [UInt8]
        /// Seconds since 1970 UTC.
        package let at: Int64
        package let reason: Reason
        package let removed: [Deletion]

        package init(number: Int, previous: [UInt8], at: Int64, reason: Reason, removed: [Deletion]) {
            self.number = number
            self.previous = previous
            self.at = at
            self.reason = reason
            self.removed = removed
        }
    }

    package let statement: Statement
    package let key: String
    /// Where the key is another one than before: its public half, whose SHA-256 is `key`.
    package let signing: VerifyingKey?
    package let signature: DualSignature

    package init(
        _ statement: Statement, signedBy key: SigningKey, isFirstOfKey: Bool = false
    ) throws(SealError) {
        self.statement = statement
        self.key = key.verifyingKey.id
        signing = isFirstOfKey ? key.verifyingKey : nil
        signature = try key.sign(Self.text(statement, self.key))
    }

    package var number: Int { statement.number }
    package var previous: [UInt8] { statement.previous }
    package var signedText: SignedText { Self.text(statement, key) }

    private static func text(_ statement: Statement, _ key: String) -> SignedText {
        var text = SignedText("tacit deletion certificate 1")
        text.line("number", statement.number)
        text.line("previous", Hex.text(statement.previous))
        text.line("at", statement.at)
        text.line("reason", statement.reason.rawValue)
        for deletion in statement.removed {
            text.line(
                "removed", deletion.kind.rawValue, deletion.dataClass, deletion.metric ?? "-",
                deletion.length?.rawValue ?? "-", deletion.span.map { "\($0.lowerBound)" } ?? "-",
                deletion.span.map { "\($0.upperBound)" } ?? "-", deletion.records, deletion.keys,
                deletion.fingerprint ?? "-")
        }
        text.line("key", key)
        return text
    }

    private enum CodingKeys: String, CodingKey {
        case format, number, previous, at, reason, removed, key, signing, signature
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try values.decodeFormat(1, forKey: .format)
        statement = Statement(
            number: try values.decode(Int.self, forKey: .number),
            previous: try values.decodeHex(32, forKey: .previous), at: try values.decode(Int64.self, forKey: .at),
            reason: try values.decode(Reason.self, forKey: .reason),
            removed: try values.decode([Deletion].self, forKey: .removed))
        key = Hex.text(try values.decodeHex(32, forKey: .key))
        signing = try values.decodeIfPresent(VerifyingKey.self, forKey: .signing)
        signature = try values.decode(DualSignature.self, forKey: .signature)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(1, forKey: .format)
        try values.encode(statement.number, forKey: .number)
        try values.encode(Hex.text(statement.previous), forKey: .previous)
        try values.encode(statement.at, forKey: .at)
        try values.encode(statement.reason, forKey: .reason)
        try values.encode(statement.removed, forKey: .removed)
        try values.encode(key, forKey: .key)
        try values.encodeIfPresent(signing, forKey: .signing)
        try values.encode(signature, forKey: .signature)
    }
}
