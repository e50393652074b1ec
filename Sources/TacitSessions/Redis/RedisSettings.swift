import NIOCore
import NIOSSL

/// Where a Redis is, and how it is spoken to: over TLS 1.3, as a user of its access list.
package struct RedisSettings: Sendable {
    package let host: String
    package let port: Int
    package let user: String
    let password: RedisPassword
    /// Who may sign its certificate, and nobody else.
    let authority: [NIOSSLCertificate]
    package var connections = 2
    /// Seconds that one command may take, and that reaching it may take.
    package var timeout: Int64 = 2
    /// Commands that may wait on one connection.
    package var pending = 8192

    /// - Parameters:
    ///   - passwordFile: a file that its owner alone can read; line breaks at its end don't count.
    ///   - authorityFile: certificates in PEM.
    package init(host: String, port: Int, user: String, passwordFile: String, authorityFile: String)
        throws(SessionStoreError)
    {
        self.host = host
        self.port = port
        self.user = user
        password = try RedisPassword(file: passwordFile)
        do {
            authority = try NIOSSLCertificate.fromPEMFile(authorityFile)
        } catch {
            throw SessionStoreError(
                .refused, at: authorityFile, "it can't be read as certificates in PEM; name the authority of Redis")
        }
        guard !authority.isEmpty else {
            throw SessionStoreError(.refused, at: authorityFile, "there is no certificate in it")
        }
    }

    var place: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    func tls() throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv13
        configuration.trustRoots = .certificates(authority)
        configuration.certificateVerification = .fullVerification
        configuration.shutdownTimeout = .milliseconds(100)
        return try NIOSSLContext(configuration: configuration)
    }
}
