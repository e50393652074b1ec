import NIOCore
import NIOSSL
import NIOTLS
import TacitLocal

/// Holds a dialogue over one connection.
final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var dialogue: any Dialogue
    private let encryption: Encryption?
    private let isEncrypted: Bool
    private let over: EventLoopPromise<Verdict>
    private var answer: [UInt8] = []

    /// - Parameter isEncrypted: Whether the connection is encrypted from the first byte, so that it stands with its handshake.
    init(_ dialogue: any Dialogue, _ encryption: Encryption?, isEncrypted: Bool, _ over: EventLoopPromise<Verdict>) {
        self.dialogue = dialogue
        self.encryption = encryption
        self.isEncrypted = isEncrypted
        self.over = over
    }

    func channelActive(context: ChannelHandlerContext) {
        if !isEncrypted { take(dialogue.connected(), context) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent { take(dialogue.connected(), context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        answer += unwrapInboundIn(data).readableBytesView
        let step = dialogue.answered(answer[...])
        if step != .listen { answer = [] }
        take(step, context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { over.succeed(Verdict(error)) }

    func channelInactive(context: ChannelHandlerContext) { over.succeed(.down(.closed)) }

    private func take(_ step: Step, _ context: ChannelHandlerContext) {
        switch step {
        case .listen: break
        case .say(let bytes): context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        case .encrypt:
            do {
                guard let encryption else { return over.succeed(.down(.unprobed)) }
                try context.pipeline.syncOperations.addHandler(encryption.handler(), position: .before(self))
            } catch { over.succeed(.down(.unprobed)) }
        case .up: over.succeed(.up)
        case .down(let reason): over.succeed(.down(reason))
        }
    }
}
