/// What an entry of a ``SignedLog`` says, beside its place and its time.
package protocol LogContent: Codable, Equatable, Sendable {
    /// What an entry is called, in errors and in what is signed, such as `deletion certificate`.
    static var title: String { get }
    /// What the log is called in the codes of faults, such as `deletions`.
    static var log: String { get }

    /// Adds every field to what is signed.
    func write(to text: inout SignedText)
}

/// An entry of a ``SignedLog``: signed, and chained to the entry before.
///
/// ```
/// tacit <title> 1
/// number <number>
/// previous <hex>                  (SHA-256 of the line before in the log; zeros for the first)
/// at <seconds since 1970>
/// …                               (what the content writes)
/// key <id>
/// ```
///
/// As JSON it is one object, with the fields of the content among its own.
package struct SignedEntry<Content: LogContent>: SignedDocument, Equatable {
    package static var title: String { Content.title }

    /// Counts from 1.
    package let number: Int
    package let previous: [UInt8]
    /// Seconds since 1970 UTC.
    package let at: Int64
    package let content: Content
    package let key: String
    /// Where the key is another one than before: its public half, whose SHA-256 is `key`.
    package let signing: VerifyingKey?
    package let signature: DualSignature

    init(
        _ content: Content, number: Int, previous: [UInt8], at: Int64, signedBy key: SigningKey, isFirstOfKey: Bool
    ) throws(SealError) {
        self.number = number
        self.previous = previous
        self.at = at
        self.content = content
        self.key = key.verifyingKey.id
        signing = isFirstOfKey ? key.verifyingKey : nil
        signature = try key.sign(Self.text(number, previous, at, content, self.key))
    }

    package var signedText: SignedText { Self.text(number, previous, at, content, key) }

    private static func text(
        _ number: Int, _ previous: [UInt8], _ at: Int64, _ content: Content, _ key: String
    ) -> SignedText {
        var text = SignedText("tacit \(title) 1")
        text.line("number", number)
        text.line("previous", Hex.text(previous))
        text.line("at", at)
        content.write(to: &text)
        text.line("key", key)
        return text
    }
}

extension SignedEntry: Codable {
    private enum CodingKeys: String, CodingKey {
        case format, number, previous, at, key, signing, signature
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try values.decodeFormat(1, forKey: .format)
        number = try values.decode(Int.self, forKey: .number)
        previous = try values.decodeHex(32, forKey: .previous)
        at = try values.decode(Int64.self, forKey: .at)
        content = try Content(from: decoder)
        key = Hex.text(try values.decodeHex(32, forKey: .key))
        signing = try values.decodeIfPresent(VerifyingKey.self, forKey: .signing)
        signature = try values.decode(DualSignature.self, forKey: .signature)
    }

    package func encode(to encoder: any Encoder) throws {
        try content.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(1, forKey: .format)
        try values.encode(number, forKey: .number)
        try values.encode(Hex.text(previous), forKey: .previous)
        try values.encode(at, forKey: .at)
        try values.encode(key, forKey: .key)
        try values.encodeIfPresent(signing, forKey: .signing)
        try values.encode(signature, forKey: .signature)
    }
}
