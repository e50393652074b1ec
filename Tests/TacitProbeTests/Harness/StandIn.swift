import NIOCore
import NIOPosix

/// A service that does as a test says, where no real one does such a thing or can be installed.
struct StandIn: Sendable {
    let port: Int
    private let listener: any Channel

    enum Manner: Sendable {
        /// Takes connections and says nothing.
        case silent
        /// Says this when it was spoken to.
        case answering([UInt8])
        /// Says this at once, and then more of it, for as long as anybody reads.
        case flooding([UInt8])
        /// Says a byte of this at a time, and never ends.
        case dripping([UInt8])
        /// Closes each connection.
        case closing
    }

    init(_ manner: Manner, at host: String = "127.0.0.1") async throws {
        listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Peer(manner)) }
            }
            .bind(host: host, port: 0).get()
        port = listener.localAddress?.port ?? 0
    }

    func end() { listener.close(promise: nil) }
}

private final class Peer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let manner: StandIn.Manner
    private var said = 0

    init(_ manner: StandIn.Manner) { self.manner = manner }

    func channelActive(context: ChannelHandlerContext) {
        switch manner {
        case .silent, .answering: break
        case .flooding(let bytes): flood(context, bytes)
        case .dripping(let bytes): drip(context, bytes)
        case .closing: context.close(promise: nil)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .answering(let bytes) = manner else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func flood(_ context: ChannelHandlerContext, _ bytes: [UInt8]) {
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.value.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).assumeIsolated().whenSuccess {
            self.flood(context.value, bytes)
        }
    }

    private func drip(_ context: ChannelHandlerContext, _ bytes: [UInt8]) {
        guard context.channel.isActive else { return }
        let byte = bytes[said % bytes.count]
        said += 1
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: [byte])), promise: nil)
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(20)) { self.drip(context.value, bytes) }
    }
}
