import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Says why a request's head was not read: the library's own answer is a 400 without a word.
final class UnreadableHead: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let headerBytes: Int
    private var reason: String?

    /// - Parameter headerBytes: the limit, which is named.
    init(headerBytes: Int) { self.headerBytes = headerBytes }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? HTTPParserError {
            reason =
                error == .headerOverflow
                ? "The request's head is over \(headerBytes) bytes or 100 fields; send fewer or shorter ones, or raise limits.header_bytes.\n"
                : "The bytes are no request of HTTP/1.1; see whether the client speaks HTTP here, with TLS where the listener has it.\n"
        }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard let reason, case .head(var head) = unwrapOutboundIn(data), head.headerFields[.contentLength] == "0",
            head.status == .badRequest
        else { return context.write(data, promise: promise) }
        self.reason = nil
        let body = ByteBuffer(string: reason)
        head.headerFields[.contentLength] = "\(body.readableBytes)"
        head.headerFields[.contentType] = "text/plain; charset=utf-8"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
    }
}
