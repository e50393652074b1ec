#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What client and collector exchange as JSON.
package protocol WireDocument: Codable, Sendable {
    /// What it is called in an error.
    static var title: String { get }
}

extension WireDocument {
    /// Reads the JSON. The error says which field is wrong, and never what was in it.
    package init(json: Data) throws(SealError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: json)
        } catch let error as DecodingError {
            throw Self.error(error)
        } catch {
            throw .malformed(Self.title, "JSON")
        }
    }

    /// With sorted keys, so that equal documents are equal bytes.
    package var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings, integers and bytes always encode.
        return try! encoder.encode(self)
    }

    private static func error(_ error: DecodingError) -> SealError {
        func place(_ path: [any CodingKey]) -> String {
            ([title] + path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }).joined(separator: ".")
        }
        switch error {
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            return .malformed(place(context.codingPath), "a value of type \(type)")
        case .keyNotFound(let key, let context):
            return .malformed(place(context.codingPath), "a field named \(key.stringValue)")
        case .dataCorrupted(let context) where context.underlyingError == nil && !context.codingPath.isEmpty:
            return SealError(.malformed, at: place(context.codingPath), remedy: context.debugDescription)
        default: return .malformed(title, "JSON")
        }
    }
}

/// A document that its collector has signed.
package protocol SignedDocument: WireDocument {
    /// The bytes of the signature.
    var signedText: SignedText { get }
    /// The id of the key that signed.
    var key: String { get }
    var signature: DualSignature { get }
}

extension SignedDocument {
    /// Returns where both signatures are the key's.
    package func verify(by key: VerifyingKey) throws(SealError) {
        guard self.key == key.id else {
            throw SealError(
                .signatureInvalid, at: Self.title, remedy: "another key signed it; compare it with the pinned one")
        }
        try key.verify(signature, of: signedText)
    }
}
