import NIOCore
import NIOSSL
import Synchronization

/// One connection, over which commands go out together and answers come back in order.
///
/// Who sends writes into a common buffer; the connection's thread sends what has gathered at once. A command that has no answer in
/// time ends the connection, since nothing after it could be told apart.
final class RedisConnection: Sendable {
    let place: String
    private let channel: any Channel
    private let timeout: TimeAmount
    private let limit: Int
    private let state = Mutex(State())
    private let closed: EventLoopFuture<Void>

    private struct State {
        var outgoing = ByteBuffer()
        /// Those whose commands are in `outgoing`.
        var gathered: [Waiter] = []
        var isScheduled = false
        /// Commands that have no answer yet.
        var count = 0
        var failure: SessionStoreError?
    }

    /// Who waits for the answers to one or more commands.
    final class Waiter: Sendable {
        let commands: Int
        let deadline: NIODeadline
        private let answer: CheckedContinuation<Result<[RESPValue], SessionStoreError>, Never>

        init(
            _ commands: Int, _ deadline: NIODeadline,
            _ answer: CheckedContinuation<Result<[RESPValue], SessionStoreError>, Never>
        ) {
            self.commands = commands
            self.deadline = deadline
            self.answer = answer
        }

        func resume(_ result: Result<[RESPValue], SessionStoreError>) { answer.resume(returning: result) }
    }

    init(channel: any Channel, place: String, timeout: TimeAmount, limit: Int) {
        self.channel = channel
        self.place = place
        self.timeout = timeout
        self.limit = limit
        closed = channel.closeFuture
    }

    /// Sends commands one after the other, and answers what came back for each. A fault of Redis is an answer too.
    func send(_ commands: [RedisCommand]) async throws(SessionStoreError) -> [RESPValue] {
        let result = await withCheckedContinuation { continuation in
            let waiter = Waiter(commands.count, .now() + timeout, continuation)
            let (failure, isFirst) = state.withLock { state -> (SessionStoreError?, Bool) in
                if let failure = state.failure { return (failure, false) }
                guard state.count + commands.count <= limit else {
                    return (SessionStoreError(.busy, at: place, "too many requests wait for Redis"), false)
                }
                state.count += commands.count
                for command in commands { command.write(into: &state.outgoing) }
                state.gathered.append(waiter)
                defer { state.isScheduled = true }
                return (nil, !state.isScheduled)
            }
            if let failure { return waiter.resume(.failure(failure)) }
            if isFirst { channel.eventLoop.execute { self.flush() } }
        }
        return try result.get()
    }

    private func flush() {
        let (bytes, waiters) = state.withLock { state in
            defer {
                state.outgoing = ByteBuffer()
                state.gathered.removeAll(keepingCapacity: true)
                state.isScheduled = false
            }
            return (state.outgoing, state.gathered)
        }
        guard channel.isActive else { return end(waiters, Self.lost(place)) }
        channel.writeAndFlush(Batch(bytes: bytes, waiters: waiters), promise: nil)
    }

    func answered(_ commands: Int) { state.withLock { $0.count -= commands } }

    /// Takes no more commands, and tells those who wait. Called once by what reads the answers, whatever the reason.
    func end(_ waiters: some Sequence<Waiter>, _ failure: SessionStoreError) {
        let (gathered, failure) = state.withLock { state in
            let reason = state.failure ?? failure
            state.failure = reason
            defer { state.gathered = [] }
            return (state.gathered, reason)
        }
        for waiter in waiters { waiter.resume(.failure(failure)) }
        for waiter in gathered { waiter.resume(.failure(failure)) }
    }

    /// Those that wait are told why.
    func close(_ reason: SessionStoreError) {
        state.withLock { if $0.failure == nil { $0.failure = reason } }
        channel.close(promise: nil)
    }

    func whenClosed() async { try? await closed.get() }

    static func lost(_ place: String) -> SessionStoreError {
        SessionStoreError(.unavailable, at: place, "the connection to Redis has ended")
    }
}

/// Commands that go out together, and who waits for their answers.
struct Batch: Sendable {
    let bytes: ByteBuffer
    let waiters: [RedisConnection.Waiter]
}

/// Matches answers to those who wait.
final class RedisChannelHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Batch
    typealias OutboundOut = ByteBuffer

    private var parser = RESPParser()
    private var waiters = CircularBuffer<RedisConnection.Waiter>()
    private var answers: [RESPValue] = []
    /// Let go as the connection ends.
    private var connection: RedisConnection?
    private var failure: SessionStoreError
    private let timeout: TimeAmount
    private let place: String
    private var watch: RepeatedTask?

    init(place: String, timeout: TimeAmount) {
        self.place = place
        self.timeout = timeout
        failure = RedisConnection.lost(place)
    }

    /// Told once, before anything is sent.
    func serve(_ connection: RedisConnection) { self.connection = connection }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        // Deadlines follow the order of the commands: the first one says it for all.
        watch = context.eventLoop.scheduleRepeatedTask(
            initialDelay: .milliseconds(50), delay: .milliseconds(50)
        ) { _ in
            let (handler, context) = bound.value
            guard let first = handler.waiters.first, first.deadline < .now() else { return }
            handler.fail("Redis did not answer in time", context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { watch?.cancel() }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let batch = unwrapOutboundIn(data)
        waiters.append(contentsOf: batch.waiters)
        context.write(wrapOutboundOut(batch.bytes), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        parser.feed(&bytes)
        do throws(RESPParser.Malformed) {
            while let value = try parser.next() { take(value, context) }
        } catch {
            fail("what answers is no Redis", context)
        }
    }

    private func take(_ value: RESPValue, _ context: ChannelHandlerContext) {
        guard let waiter = waiters.first else { return fail("Redis says more than it was asked", context) }
        answers.append(value)
        guard answers.count == waiter.commands else { return }
        _ = waiters.removeFirst()
        connection?.answered(waiter.commands)
        waiter.resume(.success(answers))
        answers = []
    }

    private func fail(_ reason: String, _ context: ChannelHandlerContext) {
        end(SessionStoreError(.unavailable, at: place, reason), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(Self.isDistrust(error) ? Self.untrusted(place) : failure, context)
    }

    /// A server that is ended, or begins, may go away in the middle of a handshake: it has refused nothing.
    private static func isDistrust(_ error: any Error) -> Bool {
        switch error {
        case is NIOSSLExtraError: true
        case NIOSSLError.handshakeFailed(.sslError([.eofDuringHandshake])): false
        case NIOSSLError.handshakeFailed: true
        default: false
        }
    }

    /// The connection knows why before it is closed: commands that come between are told the same.
    private func end(_ reason: SessionStoreError, _ context: ChannelHandlerContext) {
        failure = reason
        if let connection { connection.close(reason) } else { context.close(promise: nil) }
    }

    private static func untrusted(_ place: String) -> SessionStoreError {
        SessionStoreError(
            .refused, at: place,
            "no TLS comes about; see whether Redis speaks TLS 1.3 there, with a certificate for this name that one of `sessions.redis_ca_file` signed"
        )
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        let waiting = waiters
        waiters = CircularBuffer()
        defer { connection = nil }
        if let connection {
            connection.end(waiting, failure)
        } else {
            for waiter in waiting { waiter.resume(.failure(failure)) }
        }
        context.fireChannelInactive()
    }
}
