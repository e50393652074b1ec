import NIOCore
import Synchronization

/// What the gRPC listener's transport has not: bounds on how many connections there are and how long one may be silent, and
/// TLS as the other listeners have it.
final class ConnectionLimits: Sendable {
    private let limits: CollectorConfiguration.Limits
    private let security: TransportSecurity
    private let open = Mutex(0)

    init(_ limits: CollectorConfiguration.Limits, _ security: TransportSecurity) {
        self.limits = limits
        self.security = security
    }

    /// Admits a connection that was just accepted, or closes it; its client tries again later.
    func apply(to connection: any Channel) -> EventLoopFuture<Void> {
        let isAdmitted = open.withLock { open in
            guard open < limits.connections else { return false }
            open += 1
            return true
        }
        guard isAdmitted else {
            connection.close(promise: nil)
            return connection.eventLoop.makeSucceededVoidFuture()
        }
        connection.closeFuture.whenComplete { _ in self.open.withLock { $0 -= 1 } }
        return connection.eventLoop.makeCompletedFuture {
            // The transport asks a client that has no call to leave; this ends those that don't listen to it.
            let patience = limits.idleSeconds + limits.headerSeconds
            let deadline = SilenceDeadline(
                first: .seconds(Int64(limits.headerSeconds)), later: .seconds(Int64(patience)))
            try connection.pipeline.syncOperations.addHandler(deadline, position: .first)
            // Below the deadline, which so counts from the accept to the first byte that came through TLS.
            if let tls = self.security.handler(for: .otlpGRPC) {
                try connection.pipeline.syncOperations.addHandler(tls, position: .first)
            }
        }
    }
}

/// Closes a connection from which nothing comes: at first, or for a while later.
final class SilenceDeadline: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let first: TimeAmount
    private let later: TimeAmount
    private var lastRead: NIODeadline?
    private var check: Scheduled<Void>?

    init(first: TimeAmount, later: TimeAmount) {
        self.first = first
        self.later = later
    }

    func handlerAdded(context: ChannelHandlerContext) { look(at: .now() + first, context.channel) }

    func handlerRemoved(context: ChannelHandlerContext) { check?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        lastRead = .now()
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        context.fireChannelInactive()
    }

    /// One timer goes from deadline to deadline, so that a read costs no more than a look at the clock.
    private func look(at time: NIODeadline, _ channel: any Channel) {
        check = channel.eventLoop.assumeIsolated().scheduleTask(deadline: time) {
            if let lastRead = self.lastRead, lastRead + self.later > .now() {
                self.look(at: lastRead + self.later, channel)
            } else {
                channel.close(promise: nil)
            }
        }
    }
}
