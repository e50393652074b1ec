/// Why listeners can't speak TLS with what was named: a code, the place, and what to do. It never holds what is in a file.
package struct TLSFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Stable: scripts and documents may refer to them.
    package enum Code: String, Sendable, CaseIterable {
        case certificateMissing = "tls.certificate-missing"
        case certificateUnreadable = "tls.certificate-unreadable"
        case certificateMalformed = "tls.certificate-malformed"
        case certificateExpired = "tls.certificate-expired"
        case certificateEarly = "tls.certificate-early"
        case keyMissing = "tls.key-missing"
        case keyUnreadable = "tls.key-unreadable"
        case keyExposed = "tls.key-exposed"
        case keyEncrypted = "tls.key-encrypted"
        case keyMalformed = "tls.key-malformed"
        case keyMismatched = "tls.key-mismatched"
        case clientCAUnreadable = "tls.client-ca-unreadable"
        case clientCAEmpty = "tls.client-ca-empty"
    }

    package let code: Code
    /// A file, or a key of the configuration.
    package let place: String
    package let remedy: String

    init(_ code: Code, at place: String, remedy: String) {
        self.code = code
        self.place = place
        self.remedy = remedy
    }

    package var description: String { "\(code.rawValue): \(place): \(remedy)" }
}
