/// What a browser asks of the page: the little of HTTP/1.1 that the page needs, read strictly.
///
/// ```swift
/// var reading = PageRequest.Reading()
/// reading.take(bytes)      // .more, .complete(request) or .refused(.badRequest)
/// ```
package struct PageRequest: Sendable, Equatable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    package let method: Method
    /// As it was sent: `/`, `/delete`. Nothing in it is decoded.
    package let path: String
    package let query: [String: String]
    /// The fields of a form that was sent.
    package let form: [String: String]
    package let host: String
    package let origin: String?
    /// `Sec-Fetch-Site`
    package let site: String?
    package let cookies: [String: String]

    /// In bytes.
    package static let headLimit = 8192
    package static let bodyLimit = 8192

    /// Why a request is not answered.
    package enum Refusal: Int, Error, Sendable {
        case badRequest = 400
        case methodNotAllowed = 405
        case timeout = 408
        case bodyTooLarge = 413
        case headTooLarge = 431
    }

    package enum Outcome: Sendable, Equatable {
        case more
        case complete(PageRequest)
        case refused(Refusal)
    }
}
