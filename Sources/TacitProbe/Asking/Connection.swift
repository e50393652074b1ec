import NIOCore
import NIOPosix
import TacitLocal

/// Asks one service that is connected to.
struct Connection: Sendable {
    let probe: Probe
    let group: any EventLoopGroup
    /// `nil` where the file of certificates could not be read.
    let trust: Trust?
    let deadline: NIODeadline

    /// `nil` where it is up.
    func ask() async -> ServiceStatus.Reason? {
        switch await verdict(trust?.verifying(probe)) {
        case .up: return nil
        case .down(let reason): return reason
        case .unverified:
            // The library says that a certificate does not hold, not why: it is looked at over a connection of its own.
            let sight = Sight()
            _ = await verdict(trust?.looking(probe, sight))
            return sight.isExpired == true ? .certificateExpired : .certificateInvalid
        }
    }

    /// The verdict of the first address at which something listens.
    private func verdict(_ encryption: Encryption?) async -> Verdict {
        guard let port = probe.connectPort else { return .down(.unprobed) }
        if encryption == nil, probe.isEncrypted { return .down(.unprobed) }
        var verdict = Verdict.down(.unprobed)
        for text in probe.addresses {
            guard let address = try? SocketAddress(ipAddress: text, port: Int(port)) else { return .down(.unprobed) }
            let latest = await connect(address, encryption)
            switch latest {
            // What the first address said is the better news where the second does not exist.
            case .down(.unreachable) where verdict != .down(.unprobed): break
            default: verdict = latest
            }
            guard latest == .down(.refused) || latest == .down(.unreachable) else { break }
        }
        return verdict
    }

    private func connect(_ address: SocketAddress, _ encryption: Encryption?) async -> Verdict {
        let loop = group.next()
        let over = loop.makePromise(of: Verdict.self)
        let end = loop.scheduleTask(deadline: deadline) { over.succeed(.down(.timeout)) }
        let (dialogue, isEncrypted) = probe.dialogue
        ClientBootstrap(group: loop)
            .connectTimeout(max(deadline - .now(), .milliseconds(1)))
            // Small reads: what is read before the limit is noticed stays below it.
            .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
            .channelOption(.maxMessagesPerRead, value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(ByteLimit(over))
                    if isEncrypted, let encryption { try pipeline.addHandler(encryption.handler()) }
                    try pipeline.addHandler(Conversation(dialogue, encryption, isEncrypted: isEncrypted, over))
                }
            }
            .connect(to: address)
            .whenComplete { result in
                switch result {
                case .failure(let error): over.succeed(Verdict(error))
                case .success(let channel): over.futureResult.whenComplete { _ in channel.close(promise: nil) }
                }
            }
        let verdict = try? await over.futureResult.get()
        end.cancel()
        return verdict ?? .down(.unprobed)
    }
}
