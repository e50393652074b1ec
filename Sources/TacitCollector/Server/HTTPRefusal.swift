import HTTPTypes
import Hummingbird
import NIOCore
import TacitSeal
import TacitWire

/// Why a request over HTTP was refused: a status, and a `google.rpc.Status` that says what was wrong and what to do.
struct HTTPRefusal: Error {
    let status: HTTPResponse.Status
    let body: RPCStatus
    let headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ code: RPCStatus.Code, _ message: String, headers: HTTPFields = [:]) {
        self.status = status
        body = RPCStatus(code: code, message: message)
        self.headers = headers
    }

    init(_ refusal: IngestRefusal) {
        switch refusal {
        case .malformed(let error): self.init(.badRequest, .invalidArgument, error.description)
        case .tooLarge(let error): self.init(.contentTooLarge, .resourceExhausted, error.description)
        case .conflict: self.init(.conflict, .alreadyExists, IngestRefusal.conflictMessage)
        case .unavailable(let reason):
            self.init(.serviceUnavailable, .unavailable, "Try again later: \(reason).", headers: [.retryAfter: "5"])
        }
    }

    init(_ error: SealError) {
        switch error.code {
        case .keyUnknown: self.init(.gone, .notFound, error.description)
        case .unsupported: self.init(.notImplemented, .unimplemented, error.description)
        case .malformed, .unopened, .signatureInvalid: self.init(.badRequest, .invalidArgument, error.description)
        }
    }

    init(_ refusal: AccessControl.Refusal) {
        switch refusal {
        case .unauthenticated:
            self.init(
                .unauthorized, refusal.status.code, refusal.status.message,
                headers: [.wwwAuthenticate: "Bearer realm=\"tacit\""])
        case .forbidden: self.init(.forbidden, refusal.status.code, refusal.status.message)
        case .tooMany(let seconds):
            self.init(
                .tooManyRequests, refusal.status.code, refusal.status.message,
                headers: [.retryAfter: "\(seconds)"])
        }
    }

    static func method(_ method: HTTPRequest.Method, _ message: String) -> HTTPRefusal {
        HTTPRefusal(.methodNotAllowed, .unimplemented, message, headers: [.allow: method.rawValue])
    }

    /// In the request's own content type.
    func response(_ encoding: OTLPEncoding) -> Response {
        var response = Response(.ok, encoding, encoding == .protobuf ? body.protobuf : body.json)
        response.status = status
        for field in headers { response.headers.append(field) }
        return response
    }
}

/// The two encodings of OTLP over HTTP.
enum OTLPEncoding {
    case protobuf, json

    init?(_ contentType: String?) {
        switch contentType.map(mediaType) {
        case "application/x-protobuf", "application/protobuf": self = .protobuf
        case "application/json": self = .json
        default: return nil
        }
    }

    var contentType: String { self == .protobuf ? "application/x-protobuf" : "application/json" }
}

/// The type without its parameters.
func mediaType(_ contentType: String) -> String {
    var type = contentType.prefix { $0 != ";" }
    while type.last == " " { type.removeLast() }
    while type.first == " " { type.removeFirst() }
    return type.lowercased()
}

extension Response {
    init(_ status: HTTPResponse.Status, _ encoding: OTLPEncoding, _ bytes: some Sequence<UInt8>) {
        self.init(
            status: status, headers: [.contentType: encoding.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
