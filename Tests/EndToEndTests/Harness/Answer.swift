import NIOHTTP1

/// What an HTTP server answered.
struct Answer: Sendable {
    let status: Int
    let bytes: [UInt8]
    private let headers: HTTPHeaders

    init(status: Int, headers: HTTPHeaders, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var contentType: String? { header("content-type") }

    func header(_ name: String) -> String? { headers.first(name: name) }
}

struct UnexpectedAnswer: Error, CustomStringConvertible {
    let description: String

    init(_ answer: Answer) { description = "answered \(answer.status): \(answer.text)" }
}
