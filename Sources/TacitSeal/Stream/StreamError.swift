/// Why a sealed stream was not opened. It never holds key material or what was sealed.
package struct StreamError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// The bytes have not the form that they should have.
        case malformed = "stream.malformed"
        /// Sealed under another key, or another file than it is taken for.
        case foreign = "stream.foreign"
        /// Its end is missing.
        case truncated = "stream.truncated"
        /// A chunk stands where another belongs, or one is missing.
        case reordered = "stream.reordered"
        /// A chunk stands there a second time.
        case repeated = "stream.repeated"
        /// A chunk is not as it was written, or something stands behind the last.
        case altered = "stream.altered"
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
}
