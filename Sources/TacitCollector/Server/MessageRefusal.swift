import NIOCore
import NIOHPACK
import NIOHTTP2
import TacitWire

/// Tells a gRPC client whose message was not taken why, and whether sending it again is of use.
///
/// Who may not send is told so at once: no byte of the message is kept.
///
/// A message's bytes are charged to the budget as they come: the transport keeps them until the message is complete, so that
/// many half-sent messages would else fill the memory. Where there is no room, and where a message comes drop by drop, or
/// stops, the client is asked to retry.
///
/// The transport ends the stream of a message that is over the limit, as sent or decompressed, without a status. Clients
/// take that for CANCELLED, which OTLP has them retry; so the status is put in front of the end here.
final class MessageRefusal: ChannelDuplexHandler {
    typealias InboundIn = HTTP2Frame.FramePayload
    typealias InboundOut = HTTP2Frame.FramePayload
    typealias OutboundIn = HTTP2Frame.FramePayload
    typealias OutboundOut = HTTP2Frame.FramePayload

    private let counters: IntakeCounters
    private let limits: CollectorConfiguration.Limits
    private let access: AccessControl?
    /// Given back when the stream has ended.
    private let share: BodyBudget.Share
    private var deadline: Scheduled<Void>?
    /// Whether the message's end has come.
    private var hasEnded = false
    private var path = ""
    private var hasAnswered = false
    private var isRefused = false

    init(
        counters: IntakeCounters, limits: CollectorConfiguration.Limits, budget: BodyBudget,
        access: AccessControl? = nil
    ) {
        self.counters = counters
        self.limits = limits
        self.access = access
        share = budget.share()
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        let payload = unwrapInboundIn(data)
        expectEnd(context, payload)
        switch payload {
        case .headers(let head) where path.isEmpty:
            path = head.headers.first(name: ":path") ?? ""
            if let refusal = refusal(head.headers.first(name: "authorization")) {
                counters.refuseRequest(signal, refusal.rule)
                refuse(context, refusal.status.code, refusal.status.message, details: refusal.details)
                return
            }
        case .data(let part) where !share.take(part.data.readableBytes):
            refuse(context, .unavailable, "Too many bytes are in flight; try again shortly.")
            return
        default: break
        }
        context.fireChannelRead(data)
    }

    /// A message has its time from its first byte on, whether or not anything more comes.
    private func expectEnd(_ context: ChannelHandlerContext, _ payload: HTTP2Frame.FramePayload) {
        switch payload {
        case .headers(let head) where head.endStream: hasEnded = true
        case .data(let part) where part.endStream: hasEnded = true
        default: break
        }
        guard !hasEnded else {
            deadline?.cancel()
            return
        }
        guard deadline == nil else { return }
        let limit = limits.bodySeconds
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Int64(limit))) {
            guard !self.hasAnswered else { return }
            self.refuse(
                context, .deadlineExceeded,
                "The message took longer than \(limit) s; send smaller batches, or raise limits.body_seconds.")
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .headers = unwrapOutboundIn(data) { hasAnswered = true }
        context.write(data, promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if case .all = mode, !hasAnswered, context.channel.isActive {
            if let signal { counters.refuseRequest(signal, .requestTooLarge) }
            refuse(
                context, .resourceExhausted,
                """
                The message is over \(limits.bodyBytes) bytes, as sent or decompressed, or its compression is broken; \
                send smaller batches, or raise limits.body_bytes.
                """)
        }
        context.close(mode: mode, promise: promise)
    }

    private var signal: Signal? { Signal.allCases.first { path == "/\($0.service)/Export" } }

    /// Why whoever sends is not admitted, told before any byte of the message is taken.
    private func refusal(_ authorization: String?) -> AccessControl.Refusal? {
        guard let access else { return nil }
        do throws(AccessControl.Refusal) {
            try access.admitIntake(authorization, now: access.now)
            return nil
        } catch {
            return error
        }
    }

    private func refuse(
        _ context: ChannelHandlerContext, _ code: RPCStatus.Code, _ message: String, details: String? = nil
    ) {
        hasAnswered = true
        isRefused = true
        var status: HPACKHeaders = [
            ":status": "200", "content-type": "application/grpc", "grpc-status": "\(code.rawValue)",
            "grpc-message": message,
        ]
        if let details { status.add(name: "grpc-status-details-bin", value: details) }
        context.write(wrapOutboundOut(.headers(.init(headers: status, endStream: true))), promise: nil)
        // RFC 9113, section 8.1: so a server asks for no more of a message after a complete answer. With any other
        // code some clients would take the reset for the answer.
        context.writeAndFlush(wrapOutboundOut(.rstStream(.noError)), promise: nil)
    }
}
