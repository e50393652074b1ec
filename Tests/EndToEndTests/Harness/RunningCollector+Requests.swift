import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import TacitWire

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
        var headers: [(String, String)] = []
        if let type { headers.append(("content-type", type)) }
        if let encoding { headers.append(("content-encoding", encoding)) }
        return try await send("POST", otlpHTTP + signal.path, headers: headers, body, framing: framing)
    }

    func post(_ signal: Signal, json: String, encoding: String? = nil) async throws -> Answer {
        try await post(signal, Array(json.utf8), type: "application/json", encoding: encoding)
    }

    /// Where nobody listens it says so at once.
    private static let client = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.connectionPool.retryConnectionEstablishment = false
        // Whether a listener shows the right certificate is asked by programs that know its authority.
        configuration.tlsConfiguration = .clientDefault
        configuration.tlsConfiguration?.certificateVerification = .none
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Any request to any of its listeners.
    func send(
        _ method: String, _ url: String, headers: [(String, String)] = [], _ body: [UInt8]? = nil,
        framing: Framing = .counted
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: url)
        request.method = HTTPMethod(rawValue: method)
        request.headers = HTTPHeaders(headers)
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
        let response = try await Self.client.execute(request, timeout: .seconds(60))
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
