import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// A connection of the HTTP listeners, in TLS where the listener speaks it. What comes in the clear then fails the handshake.
struct SecuredChannel<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base
    let security: TransportSecurity
    let listener: CollectorConfiguration.ListenerName

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        channel.eventLoop.makeCompletedFuture {
            guard let handler = security.handler(for: listener) else { return }
            try channel.pipeline.syncOperations.addHandler(handler)
        }.flatMap { base.setup(channel: channel, logger: logger) }
    }

    func handle(value: Base.Value, logger: Logger) async { await base.handle(value: value, logger: logger) }
}
