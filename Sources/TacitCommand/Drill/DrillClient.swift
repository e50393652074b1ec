import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Sends what a drill has to send, and keeps what comes back.
final class DrillClient: Sendable {
    private let http: HTTPClient
    private let token: String?

    struct Answer {
        let status: Int
        let bytes: [UInt8]
    }

    /// - Parameters:
    ///   - authority: the certificate that a listener must have; nothing: those that the system knows.
    ///   - relayed: a host that is reached through a relay on this machine.
    init(authority: String?, token: String?, relayed: String? = nil) {
        var configuration = HTTPClient.Configuration.asking(trusting: authority)
        if let relayed { configuration.dnsOverride = [relayed: "127.0.0.1"] }
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.token = token
    }

    func send(
        _ method: String, _ url: String, type: String? = nil, token: String? = nil, headers: [(String, String)] = [],
        _ body: [UInt8]? = nil
    ) async throws -> Answer {
        var request = request(method, url, type: type, token: token, headers)
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        return try await answer(request)
    }

    /// Sends the first part of a body, and the rest when `meanwhile` is over.
    func send(
        _ method: String, _ url: String, type: String, parts: ([UInt8], [UInt8]), meanwhile: () async -> Void
    ) async throws -> Answer {
        var request = request(method, url, type: type, token: nil, [])
        let (stream, more) = AsyncStream.makeStream(of: ByteBuffer.self)
        request.body = .stream(stream, length: .known(Int64(parts.0.count + parts.1.count)))
        async let answer = answer(request)
        more.yield(ByteBuffer(bytes: parts.0))
        // On its way through TLS, the kernel and the collector's own buffers.
        try await Task.sleep(for: .milliseconds(300))
        await meanwhile()
        more.yield(ByteBuffer(bytes: parts.1))
        more.finish()
        return try await answer
    }

    private func request(
        _ method: String, _ url: String, type: String?, token: String?, _ headers: [(String, String)]
    ) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url)
        request.method = HTTPMethod(rawValue: method)
        if let type { request.headers.add(name: "content-type", value: type) }
        if let token = token ?? self.token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        return request
    }

    private func answer(_ request: HTTPClientRequest) async throws -> Answer {
        let response = try await http.execute(request, timeout: .seconds(20))
        let body = try await response.body.collect(upTo: 64 << 20)
        return Answer(status: Int(response.status.code), bytes: Array(body.readableBytesView))
    }

    func close() async { try? await http.shutdown() }

    /// Where a drill ends before its time, its connections do too.
    deinit { http.shutdown { _ in } }
}
