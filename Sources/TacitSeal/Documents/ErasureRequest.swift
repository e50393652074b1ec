import Crypto

/// What a contributor asks `POST /v1/erasure`: to take out of all open windows what came under these tokens.
///
/// Who knows a token is its contributor. The text of a request, of which its receipt has the SHA-256:
///
/// ```
/// tacit erasure request 1
/// token <hex>             (a line for each, sorted)
/// category <name>         (a line for each, sorted; none where all are meant)
/// reason erasure|withdrawal
/// ```
package struct ErasureRequest: WireDocument, Equatable {
    package static let title = "erasure request"

    package enum Reason: String, Codable, Sendable {
        /// A person uses the right to erasure.
        case erasure
        /// A person withdrew consent.
        case withdrawal
    }

    /// The most tokens of one request.
    package static let mostTokens = 64
    package static let mostCategories = 64

    /// As they stood in `tacit.contributor`: see ``ContributorToken``.
    package let tokens: [String]
    /// The consent categories whose events are meant; `nil` for all.
    package let categories: [String]?
    package let reason: Reason

    package init(tokens: [String], categories: [String]?, reason: Reason) throws(SealError) {
        guard Self.areTokens(tokens) else {
            throw .malformed("erasure request.tokens", Self.expectedTokens)
        }
        guard Self.areCategories(categories) else {
            throw .malformed("erasure request.categories", Self.expectedCategories)
        }
        self.tokens = tokens
        self.categories = categories
        self.reason = reason
    }

    /// SHA-256 of its text.
    package var digest: [UInt8] {
        var text = SignedText("tacit erasure request 1")
        for token in Set(tokens).sorted() { text.line("token", token) }
        for category in Set(categories ?? []).sorted() { text.line("category", category) }
        text.line("reason", reason.rawValue)
        return Array(SHA256.hash(data: text.bytes))
    }

    private static func areTokens(_ tokens: [String]) -> Bool {
        (1...mostTokens).contains(tokens.count) && tokens.allSatisfy { ContributorToken.isOne($0.utf8) }
    }

    private static func areCategories(_ categories: [String]?) -> Bool {
        guard let categories else { return true }
        return (1...mostCategories).contains(categories.count) && categories.allSatisfy(SignedText.isName)
    }

    private static let expectedTokens =
        "1 to \(mostTokens) tokens of \(ContributorToken.digits) lower-case hexadecimal digits"
    private static let expectedCategories = "1 to \(mostCategories) names of consent categories, or no such field"

    private enum CodingKeys: String, CodingKey { case tokens, categories, reason }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func refuse(_ key: CodingKeys, _ expected: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: values, debugDescription: "expected \(expected)")
        }
        tokens = try values.decode([String].self, forKey: .tokens)
        guard Self.areTokens(tokens) else {
            throw refuse(.tokens, Self.expectedTokens)
        }
        categories = try values.decodeIfPresent([String].self, forKey: .categories)
        guard Self.areCategories(categories) else { throw refuse(.categories, Self.expectedCategories) }
        guard let reason = Reason(rawValue: try values.decode(String.self, forKey: .reason)) else {
            throw refuse(.reason, "erasure or withdrawal")
        }
        self.reason = reason
    }
}
