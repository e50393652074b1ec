import GRPCCore
import GRPCNIOTransportHTTP2
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
package import UnixSignals

/// A collector with its three listeners.
///
/// ```swift
/// let server = try CollectorServer(collector: collector, demoDatabase: path, log: log)
/// try await server.run { addresses in print(addresses.otlpHTTP) }     // until SIGTERM or SIGINT
/// ```
package struct CollectorServer: Sendable {
    private let collector: Collector
    private let demoDatabase: String
    private let log: Logger
    private let security: TransportSecurity
    private let access: AccessControl

    /// Reads the certificates and the tokens: what is of no use there stops the start.
    package init(collector: Collector, demoDatabase: String, log: Logger) throws {
        self.collector = collector
        self.demoDatabase = demoDatabase
        self.log = log
        security = try TransportSecurity(collector.configuration.tls, now: SystemClock().now)
        access = try AccessControl(collector.configuration)
    }

    /// Where the listeners are, once all of them are there.
    package struct Addresses: Sendable, Equatable {
        package var otlpHTTP: CollectorConfiguration.Endpoint
        package var otlpGRPC: CollectorConfiguration.Endpoint
        package var dashboard: CollectorConfiguration.Endpoint
    }

    /// Runs until the process is asked to stop: takes no more connections, finishes requests, closes what is due.
    package func run(
        signals: [UnixSignal] = [.sigterm, .sigint], onListening: @escaping @Sendable (Addresses) -> Void
    ) async throws {
        let configuration = collector.configuration
        let budget = BodyBudget(limit: configuration.limits.inFlightBytes)
        let listening = Listening(configuration.listen, onListening)

        let http = application(
            IntakeOverHTTP(collector: collector, budget: budget, access: access), .otlpHTTP
        ) { listening.set(\.otlpHTTP, port: $0) }
        let dashboard = application(
            DashboardServer(collector: collector, demoDatabase: demoDatabase, access: access), .dashboard
        ) { listening.set(\.dashboard, port: $0) }
        let grpc = GRPCListener(
            endpoint: configuration.listen.otlpGRPC, limits: configuration.limits, counters: collector.counters,
            security: security, access: access, service: OTLPOverGRPC(collector: collector, budget: budget)
        ) { listening.set(\.otlpGRPC, port: $0) }

        var services = ServiceGroupConfiguration(
            services: [
                .init(service: Ticking(collector: collector)),
                .init(service: Renewing(security: security, access: access, log: log)),
                .init(
                    service: Listener(
                        name: "OTLP/HTTP", option: "--otlp-http", endpoint: configuration.listen.otlpHTTP,
                        service: http)),
                .init(
                    service: Listener(
                        name: "OTLP/gRPC", option: "--otlp-grpc", endpoint: configuration.listen.otlpGRPC,
                        service: grpc)),
                .init(
                    service: Listener(
                        name: "The page", option: "--dashboard", endpoint: configuration.listen.dashboard,
                        service: dashboard)),
            ], gracefulShutdownSignals: signals, logger: quiet)
        // One client that sends slowly does not keep the collector from stopping.
        services.maximumGracefulShutdownDuration = .seconds(15)
        do {
            try await ServiceGroup(configuration: services).run()
        } catch is CancellationError {
            log.notice("stopped with requests unfinished; their clients have no answer and keep what they sent")
        }
        await collector.drain()
    }

    /// The libraries' own log lines may name peers; Tacit says itself what an operator has to know.
    private var quiet: Logger { Logger(label: "tacit.quiet") { _ in SwiftLogNoOpLogHandler() } }

    private func application(
        _ responder: some HTTPResponder<BasicRequestContext>, _ listener: CollectorConfiguration.ListenerName,
        onRunning: @escaping @Sendable (Int) -> Void
    ) -> some Service {
        let limits = collector.configuration.limits
        let endpoint = collector.configuration.listen[listener]
        let connection = HTTP1Channel.Configuration(
            // Counts from the moment when a connection is accepted: a TLS handshake has no time of its own.
            additionalChannelHandlers: [
                HeaderDeadline(.seconds(Int64(limits.headerSeconds))),
                BodyDeadline(.seconds(Int64(limits.bodySeconds))),
                UnreadableHead(headerBytes: limits.headerBytes),
            ],
            idleTimeout: .seconds(Int64(limits.idleSeconds)),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
                maxHeaderFieldCount: 100))
        return Application(
            responder: HeadAnswers(responder: responder),
            server: HTTPServerBuilder { [security] responder in
                SecuredChannel(
                    base: HTTP1Channel(responder: responder, configuration: connection), security: security,
                    listener: listener)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(endpoint.host, port: endpoint.port),
                availableConnectionsDelegate: .maximum(limits.connections, logger: quiet)),
            onServerRunning: { onRunning($0.localAddress?.port ?? endpoint.port) }, logger: quiet)
    }
}

/// Collects the listeners' addresses, and tells when all are known.
private final class Listening: Sendable {
    private let state: Mutex<(addresses: CollectorServer.Addresses, missing: Int)>
    private let onListening: @Sendable (CollectorServer.Addresses) -> Void

    init(
        _ listen: CollectorConfiguration.Listen,
        _ onListening: @escaping @Sendable (CollectorServer.Addresses) -> Void
    ) {
        self.onListening = onListening
        state = Mutex(
            (
                CollectorServer.Addresses(
                    otlpHTTP: listen.otlpHTTP, otlpGRPC: listen.otlpGRPC, dashboard: listen.dashboard), 3
            ))
    }

    func set(
        _ endpoint: any WritableKeyPath<CollectorServer.Addresses, CollectorConfiguration.Endpoint> & Sendable,
        port: Int
    ) {
        let complete = state.withLock { state in
            state.addresses[keyPath: endpoint].port = port
            state.missing -= 1
            return state.missing == 0 ? state.addresses : nil
        }
        if let complete { onListening(complete) }
    }
}

/// Closes windows and saves counters once a second, or only when a simulated clock is moved.
private struct Ticking: Service {
    let collector: Collector

    func run() async throws {
        await collector.tick()
        guard !collector.clock.isSimulated else { return try await gracefulShutdown() }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // What is due is due by the time alone: nothing else tells of it.
                try? await Task.sleep(for: .seconds(1))
                await collector.tick()
            }
        }
    }
}

private struct GRPCListener: Service {
    let endpoint: CollectorConfiguration.Endpoint
    let limits: CollectorConfiguration.Limits
    let counters: IntakeCounters
    let security: TransportSecurity
    let access: AccessControl
    let service: OTLPOverGRPC
    let onRunning: @Sendable (Int) -> Void

    func run() async throws {
        let address: GRPCNIOTransportHTTP2.SocketAddress =
            endpoint.host.contains(":")
            ? .ipv6(host: endpoint.host, port: endpoint.port)
            : .ipv4(host: endpoint.host == "localhost" ? "127.0.0.1" : endpoint.host, port: endpoint.port)
        let server = GRPCServer(
            transport: .http2NIOPosix(
                // TLS is put below it for each connection: its own would take TLS 1.2 too, and keep its certificate.
                address: address, transportSecurity: .plaintext,
                config: .defaults { config in
                    config.rpc.maxRequestPayloadSize = limits.bodyBytes
                    config.compression.enabledAlgorithms = [.gzip, .deflate]
                    config.connection.maxIdleTime = .seconds(limits.idleSeconds)
                    // Each may hold a message that is half sent; exporters send one at a time.
                    config.http2.maxConcurrentStreams = 16
                    config.channelDebuggingCallbacks.onAcceptTCPConnection = ConnectionLimits(limits, security).apply
                    config.channelDebuggingCallbacks.onAcceptHTTP2Stream = {
                        [counters, limits, access, budget = service.budget] stream in
                        stream.eventLoop.makeCompletedFuture {
                            let refusal = MessageRefusal(
                                counters: counters, limits: limits, budget: budget, access: access)
                            try stream.pipeline.syncOperations.addHandler(refusal, position: .first)
                        }
                    }
                }),
            services: [service])
        try await withGracefulShutdownHandler {
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { try await server.serve() }
                if let port = try await server.listeningAddress?.port { onRunning(port) }
            }
        } onGracefulShutdown: {
            server.beginGracefulShutdown()
        }
    }
}

extension GRPCNIOTransportHTTP2.SocketAddress {
    fileprivate var port: Int? { ipv4?.port ?? ipv6?.port }
}
