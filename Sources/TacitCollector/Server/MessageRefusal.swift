import NIOCore
import NIOHPACK
import NIOHTTP2
import TacitWire

/// Tells a gRPC client whose message could not be read that sending it again is of no use.
///
/// The transport ends the stream of a message that is over the limit, as sent or decompressed, without a status. Clients
/// take that for CANCELLED, which OTLP has them retry; so the status is put in front of the end here.
final class MessageRefusal: ChannelDuplexHandler {
    typealias InboundIn = HTTP2Frame.FramePayload
    typealias InboundOut = HTTP2Frame.FramePayload
    typealias OutboundIn = HTTP2Frame.FramePayload
    typealias OutboundOut = HTTP2Frame.FramePayload

    private let counters: IntakeCounters
    private let limit: Int
    private var path = ""
    private var hasAnswered = false

    init(counters: IntakeCounters, limit: Int) {
        self.counters = counters
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if path.isEmpty, case .headers(let head) = unwrapInboundIn(data) {
            path = head.headers.first(name: ":path") ?? ""
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .headers = unwrapOutboundIn(data) { hasAnswered = true }
        context.write(data, promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if case .all = mode, !hasAnswered, context.channel.isActive {
            hasAnswered = true
            if let signal = Signal.allCases.first(where: { path == "/\($0.service)/Export" }) {
                counters.refuseRequest(signal, .requestTooLarge)
            }
            context.write(wrapOutboundOut(.headers(.init(headers: status, endStream: true))), promise: nil)
            // RFC 9113, section 8.1: so a server asks for no more of a message after a complete answer. With any other
            // code some clients would take the reset for the answer.
            context.writeAndFlush(wrapOutboundOut(.rstStream(.noError)), promise: nil)
        }
        context.close(mode: mode, promise: promise)
    }

    private var status: HPACKHeaders {
        [
            ":status": "200", "content-type": "application/grpc",
            "grpc-status": "\(RPCStatus.Code.resourceExhausted.rawValue)",
            "grpc-message": """
            The message is over \(limit) bytes, as sent or decompressed, or its compression is broken; \
            send smaller batches, or raise limits.body_bytes.
            """,
        ]
    }
}
