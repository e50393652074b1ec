#if HTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import NIOPosix
    import NIOSSL

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Darwin)
        import Darwin
    #endif

    /// Carries requests over HTTP/1.1 or HTTP/2, TLS 1.3 only, with X25519MLKEM768 where the other side speaks it.
    ///
    /// Plain HTTP is for loopback addresses: ``Configuration`` refuses any other.
    struct HTTPTransport: Transport {
        private let endpoint: String
        private let trustRoots: NIOSSLTrustRoots
        private let token: String?

        /// An answer is a receipt or a status; nothing a collector says is larger.
        private static let answerLimit = 1 << 20

        /// - Parameters:
        ///   - endpoint: scheme, host and port, without a slash at the end.
        ///   - certificates: a PEM file of authorities to trust in the place of the system's; `nil` trusts the system's.
        ///   - token: what the collector asks of those who send; it goes to it alone, over TLS or within this machine.
        init(endpoint: String, certificates: String? = nil, token: String? = nil) {
            self.endpoint = endpoint
            self.token = token
            trustRoots = certificates.map { .file($0) } ?? .default
        }

        func send(_ request: OutgoingRequest) async throws(TransportError) -> TransportAnswer {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.minimumTLSVersion = .tlsv13
            tls.trustRoots = trustRoots
            var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
            configuration.redirectConfiguration = .disallow
            configuration.timeout.connect = .nanoseconds(Int64(request.timeout / .nanoseconds(1)))
            // A connection that is refused is an answer; the schedule decides when it is tried again.
            configuration.connectionPool.retryConnectionEstablishment = false
            // An exchange a day needs no pool: nothing of a connection stays, not even a thread.
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            // The whole exchange, body included, however slowly it comes.
            let work = Task { await exchange(request, client) }
            let result =
                await Deadline.first(work, within: request.timeout, clock: .system) ?? .failure(.init(.interrupted))
            try? await client.shutdown()
            return try result.get()
        }

        private func exchange(
            _ request: OutgoingRequest, _ client: HTTPClient
        ) async -> Result<TransportAnswer, TransportError> {
            var message = HTTPClientRequest(url: endpoint + request.path)
            message.method = request.method == .get ? .GET : .POST
            for (name, value) in request.headers { message.headers.add(name: name, value: value) }
            if let token { message.headers.replaceOrAdd(name: "authorization", value: "Bearer \(token)") }
            message.headers.replaceOrAdd(name: "user-agent", value: "tacit/\(SDK.version)")
            if request.method == .post { message.body = .bytes(request.body) }
            let timeout = TimeAmount.nanoseconds(Int64(request.timeout / .nanoseconds(1)))
            do {
                let response = try await client.execute(message, timeout: timeout)
                let body = try await response.body.collect(upTo: Self.answerLimit)
                var headers: [String: String] = [:]
                for (name, value) in response.headers { headers[name.lowercased()] = value }
                return .success(
                    TransportAnswer(
                        status: Int(response.status.code), headers: headers, body: Array(body.readableBytesView)))
            } catch {
                return .failure(TransportError(Self.reason(error)))
            }
        }

        /// Only where no byte of the request can have gone out it is certain that nothing arrived.
        private static func reason(_ error: any Error) -> TransportError.Reason {
            switch error {
            case is NIOTooManyBytesError: return .tooLarge
            // Who goes away has refused nothing: in the middle of the greeting, or of the exchange.
            case NIOSSLError.handshakeFailed(.sslError([.eofDuringHandshake])): return .unreachable
            case NIOSSLError.uncleanShutdown: return .interrupted
            case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: return .untrusted
            case let error as HTTPClientError:
                let before: [HTTPClientError] = [.connectTimeout, .invalidURL, .emptyHost]
                return before.contains(error) ? .unreachable : .interrupted
            case is NIOConnectionError: return .unreachable
            case let error as IOError where error.errnoCode == ECONNREFUSED || error.errnoCode == EHOSTUNREACH:
                return .unreachable
            default: return .interrupted
            }
        }
    }
#endif
