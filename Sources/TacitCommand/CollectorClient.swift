import ArgumentParser
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import TacitSeal

/// Where a running collector's page is, and whom to trust there.
struct CollectorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask a running collector at its page's address, such as http://127.0.0.1:4320.", valueName: "url"))
    var collector: String?

    @Option(
        name: .customLong("ca"),
        help: ArgumentHelp(
            "The certificates, in PEM, of who signed the collector's, where the system does not know them.",
            valueName: "file"), completion: .file(extensions: ["pem", "crt"]))
    var authority: String?

    func validate() throws {
        guard let authority, !Files.exist(authority) else { return }
        throw ValidationError("\(authority): there is no such file.")
    }
}

/// Asks a running collector at its page's address.
struct CollectorClient {
    /// A host and a port say `http`.
    let address: String
    /// A file of certificates in PEM; `nil`: those that the system knows.
    let authority: String?
    let token: String?

    struct Answer {
        let status: HTTPResponseStatus
        let body: String

        var asksForToken: Bool { status == .unauthorized || status == .forbidden }
    }

    func send(_ method: HTTPMethod, _ path: String, within patience: TimeAmount) async throws -> Answer {
        let configuration = HTTPClient.Configuration.asking(trusting: authority)
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                var request = HTTPClientRequest(url: (address.contains("://") ? address : "http://\(address)") + path)
                request.method = method
                if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
                let response = try await client.execute(request, timeout: patience)
                let body = try await response.body.collect(upTo: 64 << 20)
                return Answer(status: response.status, body: String(buffer: body))
            }
        } catch {
            switch error {
            case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
                throw Failure(
                    "What answers at \(address) is not trusted: name who signed its certificate with --ca, and the host that it is for."
                )
            default:
                throw Failure(
                    "No collector answers at \(address); name its page's address with --collector, such as http://127.0.0.1:4320."
                )
            }
        }
    }
}

extension HTTPClient.Configuration {
    /// That nobody is there is told at once, not after some seconds of trying again.
    ///
    /// - Parameter authority: a file of certificates in PEM; `nil`: those that the system knows.
    static func asking(trusting authority: String?) -> Self {
        var configuration = Self.singletonConfiguration
        configuration.connectionPool.retryConnectionEstablishment = false
        if let authority {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .file(authority)
            configuration.tlsConfiguration = tls
        }
        return configuration
    }
}
