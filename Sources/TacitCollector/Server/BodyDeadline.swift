import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Sees to it that requests end: a body that is not there in time is an error, and what has been answered holds its connection for
/// a moment at most.
///
/// Where an answer came before the request's end, the rest may come within the moment, and the connection goes on. Where the
/// client or the answer said `Connection: close`, what comes is thrown away, so that the client can read the answer before the
/// connection goes.
final class BodyDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What the reader of a body gets that was not there in time.
    struct Passed: Error {}

    /// How long a client may go on after its answer.
    static let moment: TimeAmount = .seconds(3)

    private let limit: TimeAmount
    /// Requests that have begun, less those whose answer has ended.
    private var unanswered = 0
    /// Whether the last of them has not ended.
    private var isReading = false
    /// Whether there is to be no other one on this connection.
    private var isLast = false
    /// For the body before the answer, for the connection behind it.
    private var deadline: Scheduled<Void>?

    init(_ limit: TimeAmount) { self.limit = limit }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head(let head) where !isLast:
            unanswered += 1
            isReading = true
            isLast = head.headerFields.saysClose
        case .end:
            isReading = false
            cancel()
        default: break
        }
        context.fireChannelRead(data)
    }

    /// Most requests end with the bytes that they began with: they need no timer.
    func channelReadComplete(context: ChannelHandlerContext) {
        expectBody(context)
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        var promise = promise
        switch unwrapOutboundIn(data) {
        case .head(let head): isLast = isLast || head.headerFields.saysClose
        case .end:
            unanswered = max(0, unanswered - 1)
            cancel()
            if isOver || isReading && unanswered == 0 {
                let written = promise ?? context.eventLoop.makePromise()
                let leave = NIOLoopBound({ self.expectEnd(context) }, eventLoop: context.eventLoop)
                written.futureResult.whenComplete { _ in leave.value() }
                promise = written
            } else {
                expectBody(context)
            }
        default: break
        }
        context.write(data, promise: promise)
    }

    /// Whether the last answer has been given.
    private var isOver: Bool { isLast && unanswered == 0 }

    private func expectBody(_ context: ChannelHandlerContext) {
        guard isReading, unanswered == 1, deadline == nil else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { context.fireErrorCaught(Passed()) }
    }

    /// Begins when the answer has left, however slowly its client reads.
    private func expectEnd(_ context: ChannelHandlerContext) {
        guard context.channel.isActive, deadline == nil, isOver || isReading && unanswered == 0 else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: Self.moment) { context.close(promise: nil) }
    }

    private func cancel() {
        deadline?.cancel()
        deadline = nil
    }
}

extension HTTPFields {
    fileprivate var saysClose: Bool { self[.connection]?.lowercased() == "close" }
}
