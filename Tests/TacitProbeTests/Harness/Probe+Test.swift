import Testing

@testable import TacitLocal
@testable import TacitProbe

extension Probe {
    static func test(
        _ name: String, _ kind: Kind, _ port: Int? = nil, host: String = "127.0.0.1", isEncrypted: Bool = false,
        certificates: String? = nil, slow: Int = 200, timeout: Int = 10_000
    ) throws -> Probe {
        var probe = Probe(service: try #require(Name(name)), kind: kind, slow: slow, timeout: timeout)
        if let port {
            probe.host = host
            probe.port = port
        }
        if kind != .tls { probe.isEncrypted = isEncrypted }
        probe.certificates = certificates
        return probe
    }

    func with(_ change: (inout Probe) -> Void) -> Probe {
        var probe = self
        change(&probe)
        return probe
    }

    /// Why it is down; `nil` where it is up.
    func asked() async throws -> ServiceStatus.Reason? {
        let results = try await Prober([self]).round()
        return results[0].reason.flatMap(ServiceStatus.Reason.init)
    }
}
