/// Why something sealed or signed was not taken. It never holds key material or what was sealed.
package struct SealError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// The bytes or the JSON have not the form that they should have.
        case malformed = "sealed.malformed"
        /// Sealed to a key that is not, or no longer, there.
        case keyUnknown = "sealed.key-unknown"
        /// Altered on the way, or sealed for something else.
        case unopened = "sealed.unopened"
        /// At least one of the two signatures is not of these bytes and this key.
        case signatureInvalid = "signature.invalid"
        /// The system's cryptography has no ML-DSA and X-Wing.
        case unsupported = "sealed.unsupported"
    }

    package let code: Code
    package let place: String
    package let remedy: String

    package init(_ code: Code, at place: String, remedy: String) {
        self.code = code
        self.place = place
        self.remedy = remedy
    }

    package var description: String { "\(code.rawValue): \(place): \(remedy)" }

    static func unsupported(at place: String) -> SealError {
        SealError(
            .unsupported, at: place, remedy: "it needs macOS 26, iOS 26, tvOS 26, watchOS 26 or Linux; send plain OTLP")
    }

    static func unopened(_ place: String) -> SealError {
        SealError(
            .unopened, at: place, remedy: "it was altered, or is of another place; put it back from your backup")
    }

    static func malformed(_ place: String, _ expected: String) -> SealError {
        SealError(.malformed, at: place, remedy: "expected \(expected)")
    }
}
