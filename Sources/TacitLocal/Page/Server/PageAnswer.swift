/// What the page's server sends back.
package struct PageAnswer: Sendable, Equatable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    init(_ status: Int, type: String, _ body: some Collection<UInt8>, headers: [(name: String, value: String)] = []) {
        self.status = status
        self.headers = [("Content-Type", type)] + headers
        self.body = Array(body)
    }

    static func html(_ text: String, status: Int = 200) -> PageAnswer {
        PageAnswer(status, type: "text/html; charset=utf-8", text.utf8)
    }

    static func text(_ status: Int, _ text: String, headers: [(name: String, value: String)] = []) -> PageAnswer {
        PageAnswer(status, type: "text/plain; charset=utf-8", text.utf8, headers: headers)
    }

    /// Look there instead, with GET.
    static func seeOther(_ place: String, headers: [(name: String, value: String)] = []) -> PageAnswer {
        PageAnswer(303, type: "text/plain; charset=utf-8", "".utf8, headers: [("Location", place)] + headers)
    }

    init(_ refusal: PageRequest.Refusal) {
        self = .text(
            refusal.rawValue, "\(Self.reason(refusal.rawValue))\n",
            headers: refusal == .methodNotAllowed ? [("Allow", "GET, POST")] : [])
    }

    /// All that goes over the connection.
    package var bytes: [UInt8] {
        var head = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
        for (name, value) in headers + Self.always { head += "\(name): \(value)\r\n" }
        head += "Content-Length: \(body.count)\r\n\r\n"
        return Array(head.utf8) + body
    }

    /// Nothing is kept by the browser, framed, guessed at or told to another place. The referrer stays within the page:
    /// without one, browsers send no origin with a form.
    private static let always = [
        (name: "Connection", value: "close"), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Content-Security-Policy", LocalPage.contentSecurityPolicy),
    ]

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 303: "See Other"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 413: "Content Too Large"
        case 431: "Request Header Fields Too Large"
        default: "Internal Server Error"
        }
    }

    package static func == (left: PageAnswer, right: PageAnswer) -> Bool { left.bytes == right.bytes }
}
