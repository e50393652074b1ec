import NIOConcurrencyHelpers
import NIOCore
import NIOSSL
import TacitLocal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The certificates that are trusted: those of the system and those of one file.
struct Trust: Sendable {
    private let context: NIOSSLContext

    /// - Parameter file: In PEM; `nil` where the system's alone are trusted.
    init(file: String?) throws {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if let file { configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))] }
        // What a service says at its end is of no interest.
        configuration.shutdownTimeout = .milliseconds(100)
        context = try NIOSSLContext(configuration: configuration)
    }

    /// Trusts nobody without a certificate that holds and is for this host.
    func verifying(_ probe: Probe) -> Encryption {
        let name = probe.nameInCertificate
        return Encryption { [context] in try NIOSSLClientHandler(context: context, serverHostname: name) }
    }

    /// Trusts nobody at all, and only looks when what is presented ends.
    func looking(_ probe: Probe, _ sight: Sight) -> Encryption {
        let name = probe.nameInCertificate
        return Encryption { [context] in
            try NIOSSLClientHandler(context: context, serverHostname: name) {
                (chain, answer: EventLoopPromise<NIOSSLVerificationResult>) in
                sight.note(chain)
                answer.succeed(.failed)
            }
        }
    }
}

/// What encrypts a connection.
struct Encryption: Sendable {
    let handler: @Sendable () throws -> NIOSSLClientHandler
}

/// Whether a certificate that was presented had ended.
final class Sight: Sendable {
    private let ended = NIOLockedValueBox<Bool?>(nil)

    /// `nil` where none was presented.
    var isExpired: Bool? { ended.withLockedValue { $0 } }

    fileprivate func note(_ chain: [NIOSSLCertificate]) {
        let now = time(nil)
        let isExpired = chain.isEmpty ? nil : chain.contains { $0.notValidAfter < now }
        ended.withLockedValue { $0 = isExpired }
    }
}

extension Probe {
    /// An address is looked for in the certificate as the connection has it.
    fileprivate var nameInCertificate: String? { serverName ?? (host == "localhost" ? host : nil) }
}
