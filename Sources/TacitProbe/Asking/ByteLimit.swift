import NIOCore
import TacitLocal

/// Counts what a service sends, encrypted as it comes, and ends the dialogue of one that floods.
final class ByteLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    static let bytes = 64 << 10

    private var left = ByteLimit.bytes
    private let over: EventLoopPromise<Verdict>

    init(_ over: EventLoopPromise<Verdict>) { self.over = over }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        left -= unwrapInboundIn(data).readableBytes
        if left >= 0 { context.fireChannelRead(data) } else { over.succeed(.down(.unexpected)) }
    }
}
