/// A service that is asked whether it is there, as its owner declared it.
public struct Probe: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case tcp, http, tls, redis, postgres, bolt, process, systemd, command
    }

    public let service: String
    public let kind: Kind
    /// For `tcp`, `http`, `tls`, `redis`, `postgres`, `bolt`.
    public var host: String?
    public var port: Int?
    /// For `http`: the path, `/` where there is none. TLS where `tls` is set.
    public var path: String?
    /// Whether the connection is encrypted: for `http`, `redis`, `postgres`, `bolt`. `tls` always is.
    public var isEncrypted: Bool
    /// The name that the certificate is for, where that is not the host.
    public var serverName: String?
    /// For `process`: the name of the program; for `systemd`: the unit.
    public var name: String?
    /// For `command`: the program with its arguments; exit code 0 is up.
    public var command: [String]?
    /// For `command`: what the program may read beside the system's own files, each with all below it.
    public var readable: [String] = []
    /// A file with the certificates to trust, beside those of the system.
    public var certificates: String?
    /// From how many milliseconds on the service is slow.
    public var slow: Int
    /// After how many milliseconds it is down.
    public var timeout: Int

    public init(service: Name, kind: Kind, slow: Int = 1000, timeout: Int = 5000) {
        self.service = service.text
        self.kind = kind
        self.isEncrypted = kind == .tls
        self.slow = slow
        self.timeout = timeout
    }

    /// What came of asking. Nothing of what the service said is in it.
    public struct Result: Sendable, Hashable {
        public let service: String
        public let milliseconds: Int
        /// `nil` where it is up.
        public let reason: String?

        public init(_ probe: Probe, milliseconds: Int, reason: ServiceStatus.Reason? = nil) {
            service = probe.service
            self.milliseconds = milliseconds
            self.reason = reason?.rawValue
        }
    }
}
