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

/// What came of one connection.
enum Verdict: Sendable, Equatable {
    case up
    case down(ServiceStatus.Reason)
    /// The certificate does not hold, for a reason that is looked for next.
    case unverified
}

extension Verdict {
    init(_ error: any Error) {
        switch error {
        case let error as IOError: self = .down(Self.reason(error.errnoCode))
        case ChannelError.connectTimeout: self = .down(.timeout)
        case ChannelError.eof, ChannelError.ioOnClosedChannel, NIOSSLError.uncleanShutdown: self = .down(.closed)
        case NIOSSLError.handshakeFailed(.sslError(let stack)):
            let isUnverified = stack.contains { $0.description.contains("CERTIFICATE_VERIFY_FAILED") }
            self = isUnverified ? .unverified : Self.isEnd(stack) ? .down(.closed) : .down(.unexpected)
        case NIOSSLError.noCertificateToValidate, NIOSSLError.unableToValidateCertificate, NIOSSLError.cannotFindPeerIP:
            self = .unverified
        case let error as NIOSSLExtraError where error == .failedToValidateHostname: self = .unverified
        default: self = .down(.unexpected)
        }
    }

    private static func isEnd(_ stack: NIOBoringSSLErrorStack) -> Bool { stack.contains(.eofDuringHandshake) }

    private static func reason(_ number: Int32) -> ServiceStatus.Reason {
        switch number {
        case ECONNREFUSED: .refused
        case ETIMEDOUT: .timeout
        case ECONNRESET, ECONNABORTED, EPIPE: .closed
        case ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL, ENETDOWN, EHOSTDOWN: .unreachable
        // The closed egress of this process, or no room for a socket.
        case EACCES, EPERM, EMFILE, ENFILE, ENOBUFS, ENOMEM: .unprobed
        default: .unreachable
        }
    }
}
