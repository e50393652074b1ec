import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A few connections to one Redis, each made anew when it ends, after a pause that grows while it can't be.
///
/// Nothing waits for a connection: where none is there, the answer is "unavailable" at once. And none is there before the server
/// has shown that it keeps nothing.
final class RedisClient: Sendable {
    private let settings: RedisSettings
    /// Whether nothing is to be put there: then it need not be safe.
    private let isLooking: Bool
    private let group: any EventLoopGroup
    private let tls: NIOSSLContext
    private let state: Mutex<State>

    private struct State {
        var ready: [RedisConnection] = []
        var turn = 0
        /// Why there is no connection.
        var failure: SessionStoreError
        var tasks: [Task<Void, Never>] = []
        var isClosed = false
    }

    /// Between two attempts at first, and at most.
    private static let pauses = (first: Duration.milliseconds(50), longest: Duration.seconds(2))

    /// - Parameter isLooking: the server is looked at, whatever it keeps, and nothing is put there.
    init(
        _ settings: RedisSettings, isLooking: Bool = false,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) throws(SessionStoreError) {
        self.settings = settings
        self.isLooking = isLooking
        self.group = group
        do {
            tls = try settings.tls()
        } catch {
            throw SessionStoreError(.refused, at: settings.place, "no TLS can be made with these certificates")
        }
        state = Mutex(
            State(failure: SessionStoreError(.unavailable, at: settings.place, "there is no connection to Redis yet")))
    }

    var place: String { settings.place }

    /// Makes the first connection, and keeps as many as there should be from then on.
    ///
    /// - Returns: why there is none yet, where it may come later.
    func start() async -> SessionStoreError? {
        let first: RedisConnection?
        var failure: SessionStoreError?
        do throws(SessionStoreError) {
            let made = try await connect()
            state.withLock { $0.ready.append(made) }
            first = made
        } catch {
            (first, failure) = (nil, error)
            note(error)
        }
        for number in 0..<settings.connections {
            let connection = number == 0 ? first : nil
            let task = Task { await self.keep(connection, after: failure) }
            state.withLock { $0.tasks.append(task) }
        }
        return failure
    }

    func close() async {
        let (tasks, ready) = state.withLock { state in
            state.isClosed = true
            defer { state.ready = [] }
            return (state.tasks, state.ready)
        }
        for task in tasks { task.cancel() }
        for connection in ready { connection.close(RedisConnection.lost(place)) }
        for task in tasks { await task.value }
    }

    /// Sends commands over one connection, one after the other.
    func send(_ commands: [RedisCommand]) async throws(SessionStoreError) -> [RESPValue] {
        let (connection, failure) = state.withLock { state -> (RedisConnection?, SessionStoreError) in
            guard !state.ready.isEmpty else { return (nil, state.failure) }
            state.turn = (state.turn + 1) % state.ready.count
            return (state.ready[state.turn], state.failure)
        }
        guard let connection else { throw failure }
        return try await connection.send(commands)
    }

    /// Ends every connection where the server would keep what must vanish.
    func check() async throws(SessionStoreError) {
        let (connections, failure) = state.withLock { ($0.ready, $0.failure) }
        guard let connection = connections.first else { throw failure }
        do throws(SessionStoreError) {
            try await check(connection)
        } catch {
            if error.code == .refused {
                note(error)
                state.withLock { $0.ready = [] }
                for connection in connections { connection.close(error) }
            }
            throw error
        }
    }

    private func note(_ failure: SessionStoreError) { state.withLock { $0.failure = failure } }

    // MARK: One connection

    private func keep(_ first: RedisConnection?, after failure: SessionStoreError?) async {
        var connection = first
        var pause = Self.pauses.first
        // The first attempt has failed a moment ago.
        if failure != nil { try? await Task.sleep(for: pause) }
        while !Task.isCancelled {
            if connection == nil {
                do throws(SessionStoreError) {
                    let made = try await connect()
                    connection = made
                    let isWanted = state.withLock { state in
                        if !state.isClosed { state.ready.append(made) }
                        return !state.isClosed
                    }
                    if !isWanted { made.close(RedisConnection.lost(place)) }
                } catch { note(error) }
            }
            if let made = connection {
                pause = Self.pauses.first
                await made.whenClosed()
                state.withLock { state in
                    state.ready.removeAll { $0 === made }
                    if state.ready.isEmpty, state.failure.code != .refused {
                        state.failure = RedisConnection.lost(place)
                    }
                }
                connection = nil
            } else {
                pause = min(pause * 2, Self.pauses.longest)
            }
            // Many collectors that lost the same server don't come back at the same moment.
            if !Task.isCancelled { try? await Task.sleep(for: pause * Double.random(in: 0.5...1)) }
        }
        if let connection { connection.close(RedisConnection.lost(place)) }
    }

    private func connect() async throws(SessionStoreError) -> RedisConnection {
        let (settings, tls, place) = (settings, tls, place)
        let timeout = TimeAmount.seconds(settings.timeout)
        let connection: RedisConnection
        do {
            connection = try await ClientBootstrap(group: group)
                .connectTimeout(timeout)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        try pipeline.addHandler(
                            NIOSSLClientHandler(context: tls, serverHostname: settings.nameInCertificate))
                        try pipeline.addHandler(RedisChannelHandler(place: place, timeout: timeout))
                    }
                }
                .connect(host: settings.host, port: settings.port)
                .flatMapThrowing { channel in
                    let connection = RedisConnection(
                        channel: channel, place: place, timeout: timeout, limit: settings.pending)
                    try channel.pipeline.syncOperations.handler(type: RedisChannelHandler.self).serve(connection)
                    return connection
                }
                .get()
        } catch {
            throw SessionStoreError(.unavailable, at: place, "Redis can't be reached")
        }
        do throws(SessionStoreError) {
            try await signIn(connection)
            if !isLooking { try await check(connection) }
        } catch {
            connection.close(error)
            throw error
        }
        return connection
    }

    private func signIn(_ connection: RedisConnection) async throws(SessionStoreError) {
        let password = settings.password.withBytes { Array($0) }
        let answer = try await connection.send([
            RedisCommand("HELLO", "3", "AUTH", settings.user).with(password)
        ])
        guard case .fault(let text) = answer[0] else { return }
        // A server before HELLO says that it does not know the command, or the version.
        guard text.hasPrefix("ERR") || text.hasPrefix("NOPROTO") else { throw RedisFault.error(text, at: place) }
        if case .fault(let text) = try await connection.send([RedisCommand("AUTH", settings.user).with(password)])[0] {
            throw RedisFault.error(text, at: place)
        }
    }

    private func check(_ connection: RedisConnection) async throws(SessionStoreError) {
        let safety = RedisSafety(try await connection.send(RedisSafety.questions))
        if let objection = safety.objections.first { throw SessionStoreError(.refused, at: place, objection) }
    }
}

extension RedisSettings {
    /// An address is looked for in the certificate as the connection has it.
    fileprivate var nameInCertificate: String? {
        (try? SocketAddress(ipAddress: host, port: port)) == nil ? host : nil
    }
}
