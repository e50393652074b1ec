import NIOCore
import NIOPosix
import Synchronization

/// Stands between a client and a listener, passes every byte on, and keeps a copy of it.
final class DrillRelay: Sendable {
    let port: Int
    private let channel: any Channel
    private let captured: Captured

    final class Captured: Sendable {
        private let bytes = Mutex<[UInt8]>([])

        func add(_ buffer: ByteBuffer) { bytes.withLock { $0 += buffer.readableBytesView } }
        var all: [UInt8] { bytes.withLock { $0 } }
    }

    init(to host: String, _ target: Int) async throws {
        let captured = Captured()
        self.captured = captured
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 64)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { inbound in
                let front = Passing(captured)
                return inbound.pipeline.addHandler(front).flatMap {
                    ClientBootstrap(group: inbound.eventLoop)
                        .channelInitializer { outbound in
                            let back = Passing(captured)
                            return outbound.eventLoop.makeCompletedFuture {
                                try outbound.pipeline.syncOperations.addHandler(back)
                            }.map {
                                back.other = inbound
                                front.other = outbound
                            }
                        }
                        .connect(host: host, port: target).flatMap { _ in inbound.setOption(.autoRead, value: true) }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    var bytes: [UInt8] { captured.all }

    func close() async { try? await channel.close() }

    /// Both ends live on one event loop, which alone touches `other`.
    private final class Passing: ChannelInboundHandler, @unchecked Sendable {
        typealias InboundIn = ByteBuffer
        var other: (any Channel)?
        private let captured: Captured

        init(_ captured: Captured) { self.captured = captured }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let buffer = unwrapInboundIn(data)
            captured.add(buffer)
            other?.writeAndFlush(buffer, promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            other?.close(promise: nil)
            context.fireChannelInactive()
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
