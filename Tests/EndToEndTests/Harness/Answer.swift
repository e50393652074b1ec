import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import TacitWire

/// What an HTTP server answered.
struct Answer: Sendable {
    let status: Int
    let bytes: [UInt8]
    private let headers: HTTPHeaders

    fileprivate init(status: Int, headers: HTTPHeaders, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var contentType: String? { header("content-type") }

    func header(_ name: String) -> String? { headers.first(name: name) }
}

/// How the bytes of a body travel.
enum Framing {
    /// With a Content-Length.
    case counted
    /// In chunks of this many bytes, with no length ahead.
    case chunked(Int)
}

extension RunningCollector {
    /// A page, or what operators' tools ask.
    func get(_ path: String) async throws -> Answer { try await send("GET", dashboard + path) }

    /// An export request over OTLP/HTTP.
    func post(
        _ signal: Signal, _ body: [UInt8], type: String? = "application/x-protobuf", encoding: String? = nil,
        framing: Framing = .counted
    ) async throws -> Answer {
        var headers = HTTPHeaders()
        if let type { headers.add(name: "content-type", value: type) }
        if let encoding { headers.add(name: "content-encoding", value: encoding) }
        return try await send("POST", otlpHTTP + signal.path, headers: headers, body, framing: framing)
    }

    func post(_ signal: Signal, json: String, encoding: String? = nil) async throws -> Answer {
        try await post(signal, Array(json.utf8), type: "application/json", encoding: encoding)
    }

    func send(
        _ method: String, _ url: String, headers: HTTPHeaders = [:], _ body: [UInt8]? = nil, framing: Framing = .counted
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: url)
        request.method = HTTPMethod(rawValue: method)
        request.headers = headers
        if let body {
            switch framing {
            case .counted: request.body = .bytes(ByteBuffer(bytes: body))
            case .chunked(let size):
                let chunks = stride(from: 0, to: body.count, by: size).map {
                    ByteBuffer(bytes: body[$0..<min($0 + size, body.count)])
                }
                request.body = .stream(chunks.async, length: .unknown)
            }
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let collected = try await response.body.collect(upTo: 64 << 20)
        return Answer(
            status: Int(response.status.code), headers: response.headers, bytes: Array(collected.readableBytesView))
    }
}

extension Array where Element: Sendable {
    fileprivate var async: AsyncStream<Element> {
        AsyncStream { continuation in
            for element in self { continuation.yield(element) }
            continuation.finish()
        }
    }
}
