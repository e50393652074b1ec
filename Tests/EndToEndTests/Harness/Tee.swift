import NIOCore
import NIOPosix
import Synchronization

/// Somebody between a client and a collector who keeps what goes by.
final class Tee: Sendable {
    private let channel: any Channel

    var address: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }

    /// - Parameter keep: is called with the bytes of each read from the client, one after the other.
    init(to address: String, keep: @escaping @Sendable ([UInt8]) -> Void) async throws {
        let port = Int(address.split(separator: ":").last ?? "") ?? 0
        let turn = Mutex(())
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { inbound in
                let front = Passing { bytes in turn.withLock { _ in keep(bytes) } }
                return inbound.pipeline.addHandler(front).flatMap {
                    ClientBootstrap(group: inbound.eventLoop)
                        .channelInitializer { outbound in
                            let back = Passing { _ in }
                            return outbound.pipeline.addHandler(back).map {
                                back.other = inbound
                                front.other = outbound
                            }
                        }
                        .connect(host: "127.0.0.1", port: port)
                        .flatMap { _ in inbound.setOption(.autoRead, value: true) }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    func close() async { try? await channel.close() }

    /// Both ends live on one event loop, which alone touches `other`.
    private final class Passing: ChannelInboundHandler, @unchecked Sendable {
        typealias InboundIn = ByteBuffer
        var other: (any Channel)?
        private let keep: @Sendable ([UInt8]) -> Void

        init(_ keep: @escaping @Sendable ([UInt8]) -> Void) { self.keep = keep }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let buffer = unwrapInboundIn(data)
            keep(Array(buffer.readableBytesView))
            other?.writeAndFlush(buffer, promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            other?.close(promise: nil)
            context.fireChannelInactive()
        }
    }
}
