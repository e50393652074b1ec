import NIOCore
package import NIOSSL
import Synchronization
import TacitSeal

/// What the listeners speak TLS with. It follows its files: a certificate is renewed without a restart.
///
/// ```swift
/// let security = try TransportSecurity(configuration.tls, now: now)
/// security.handler(for: .otlpHTTP)     // for each connection; nil where the listener speaks no TLS
/// security.renew(now: now)             // once a second
/// ```
///
/// Connections that are open go on as they began.
package final class TransportSecurity: Sendable {
    private let settings: CollectorConfiguration.TLS
    private let state: Mutex<State>

    private struct State {
        var contexts: [CollectorConfiguration.ListenerName: NIOSSLContext]
        /// Of what was read last, whether it was of use or not.
        var read: [Files.Identity?]
        /// Of the last look.
        var seen: [Files.Identity?]
    }

    /// What became of a look at the files.
    package enum Renewal: Sendable, Equatable {
        case unchanged
        case renewed
        /// The files are of no use; what was there before goes on.
        case refused(TLSFault)
    }

    /// - Parameter now: in seconds since 1970, by the machine's clock: certificates know no other.
    package init(_ settings: CollectorConfiguration.TLS, now: Int64) throws(TLSFault) {
        self.settings = settings
        let identities = settings.identities
        state = Mutex(State(contexts: try settings.contexts(now: now), read: identities, seen: identities))
    }

    /// What a new connection of a listener begins with.
    package func handler(for listener: CollectorConfiguration.ListenerName) -> NIOSSLServerHandler? {
        state.withLock { $0.contexts[listener] }.map { NIOSSLServerHandler(context: $0) }
    }

    /// Looks whether the files have changed. Those that changed since the last look may be half of a pair still: they are
    /// read when they have stayed as they are from one look to the next.
    package func renew(now: Int64) -> Renewal {
        let identities = settings.identities
        let isDue = state.withLock { state in
            defer { state.seen = identities }
            guard identities == state.seen, identities != state.read else { return false }
            state.read = identities
            return true
        }
        guard isDue else { return .unchanged }
        do throws(TLSFault) {
            let contexts = try settings.contexts(now: now)
            state.withLock { $0.contexts = contexts }
            return .renewed
        } catch {
            return .refused(error)
        }
    }
}

extension CollectorConfiguration.TLS {
    fileprivate var identities: [Files.Identity?] {
        [certificate, key, clientCA].map { $0.flatMap { Files.identity($0) } }
    }

    fileprivate func contexts(
        now: Int64
    ) throws(TLSFault) -> [CollectorConfiguration.ListenerName: NIOSSLContext] {
        guard let certificate else {
            guard key == nil, clientCA == nil, !requirePostQuantum else {
                throw TLSFault(
                    .certificateMissing, at: "tls.certificate",
                    remedy: "name the certificate too: without it no listener speaks TLS")
            }
            return [:]
        }
        guard let key else {
            throw TLSFault(.keyMissing, at: "tls.key", remedy: "name the file with the certificate's key")
        }
        let chain = try PEMFile(path: certificate).chain(now: now)
        let secret = try PEMFile(path: key).key()
        let authorities = try clientCA.map { path throws(TLSFault) in try PEMFile(path: path).authorities() }

        var contexts: [CollectorConfiguration.ListenerName: NIOSSLContext] = [:]
        for listener in listeners {
            var tls = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
            tls.minimumTLSVersion = .tlsv13
            tls.curves =
                requirePostQuantum ? [.x25519_MLKEM768] : [.x25519_MLKEM768, .x25519, .secp256r1, .secp384r1]
            tls.applicationProtocols = [listener == .otlpGRPC ? "h2" : "http/1.1"]
            tls.shutdownTimeout = .seconds(2)
            if let authorities, clientCAListeners.contains(listener) {
                tls.trustRoots = .certificates(authorities)
                tls.certificateVerification = .noHostnameVerification
            }
            do {
                contexts[listener] = try NIOSSLContext(configuration: tls)
            } catch {
                throw TLSFault(
                    .keyMismatched, at: key,
                    remedy:
                        "it is not the key of the certificate in \(certificate); put the two there that belong together"
                )
            }
        }
        return contexts
    }
}
