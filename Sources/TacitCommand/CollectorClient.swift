import ArgumentParser
import AsyncHTTPClient
import Foundation
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
        if let collector, CollectorClient.base(collector, secured: authority != nil) == nil {
            throw ValidationError(
                "--collector takes an address such as https://collector.example.com:4320, and nothing behind it.")
        }
        guard let authority else { return }
        guard collector?.hasPrefix("http://") != true else {
            throw ValidationError("--ca is for https, and --collector says http.")
        }
        try AuthorityFile.check(authority)
    }
}

/// The file that `--ca` names.
enum AuthorityFile {
    /// More than all authorities have that a system knows.
    private static let longest = 4 << 20

    /// Says what is wrong with it before anybody is asked.
    static func check(_ path: String) throws(ValidationError) {
        guard let bytes = Files.beginning(of: path, bytes: longest) else {
            throw ValidationError("--ca \(path): it can't be read; see whether the file is there, and who may read it.")
        }
        guard let found = try? NIOSSLCertificate.fromPEMBytes(bytes), !found.isEmpty else {
            throw ValidationError(
                "--ca \(path): it holds no certificate in PEM; name a file with that of who signed the collector's.")
        }
    }
}

/// Asks a running collector at its page's address.
struct CollectorClient {
    /// A host and a port say `http`; with an authority, `https`.
    let address: String
    /// A file of certificates in PEM; `nil`: those that the system knows.
    let authority: String?
    let token: String?

    struct Answer {
        let status: HTTPResponseStatus
        let body: String

        var asksForToken: Bool { status == .unauthorized || status == .forbidden }
    }

    func send(
        _ method: HTTPMethod, _ path: String, headers: [(String, String)] = [], within patience: TimeAmount
    ) async throws -> Answer {
        let configuration = HTTPClient.Configuration.asking(trusting: authority)
        let base = Self.base(address, secured: authority != nil) ?? address
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                var request = HTTPClientRequest(url: base + path)
                request.method = method
                request.headers.add(contentsOf: headers)
                if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
                let response = try await client.execute(request, timeout: patience)
                let body = try await response.body.collect(upTo: 64 << 20)
                return Answer(status: response.status, body: String(buffer: body))
            }
        } catch {
            guard Self.isDistrust(error) else {
                throw Failure(
                    "No collector answers at \(base); name its page's address with --collector, such as http://127.0.0.1:4320."
                )
            }
            throw Failure("What answers at \(base) is not trusted: \(distrust)")
        }
    }

    /// Who goes away, in the middle of the greeting or of an answer, has shown nothing that is not to be trusted.
    private static func isDistrust(_ error: any Error) -> Bool {
        switch error {
        case NIOSSLError.handshakeFailed(.sslError([.eofDuringHandshake])), NIOSSLError.uncleanShutdown: false
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: true
        default: false
        }
    }
}

extension CollectorClient {
    private var distrust: String {
        guard let authority else { return "name who signed its certificate with --ca, and the host that it is for." }
        return "it shows no certificate signed by \(authority) for this host; name who signed its own with --ca, and "
            + "the host that it is for with --collector."
    }

    /// Scheme, host and port of an address; `nil` where it is none, or says more than that, such as a password.
    static func base(_ address: String, secured: Bool) -> String? {
        let text = address.contains("://") ? address : (secured ? "https://" : "http://") + address
        guard let url = URLComponents(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme),
            let host = url.percentEncodedHost, !host.isEmpty, url.user == nil, url.query == nil,
            url.path.isEmpty || url.path == "/"
        else { return nil }
        return "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
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
