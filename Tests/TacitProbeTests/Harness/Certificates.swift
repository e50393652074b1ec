import TacitLocal

/// An authority of a test, and certificates for loopback that it signed.
struct Certificates: Sendable {
    let authority: String
    let valid: Pair
    /// Ended yesterday.
    let expired: Pair
    /// For a name that is none of loopback's.
    let foreign: Pair

    struct Pair: Sendable {
        let certificate: String
        let key: String
    }

    init(in folder: TemporaryFolder) async throws {
        let openssl = try Tool.named("openssl")
        let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        let authority = Pair(certificate: "\(folder.path)/ca.crt", key: "\(folder.path)/ca.key")
        try await Self.run(
            openssl,
            ["req", "-x509"] + curve + [
                "-days", "2", "-subj", "/CN=authority", "-keyout", authority.key, "-out", authority.certificate,
                "-addext",
                "basicConstraints=critical,CA:TRUE",
            ], folder)
        func signed(_ name: String, _ names: String, days: Int) async throws -> Pair {
            let pair = Pair(certificate: "\(folder.path)/\(name).crt", key: "\(folder.path)/\(name).key")
            let request = "\(folder.path)/\(name).csr"
            let extensions = try folder.write(
                "subjectAltName=\(names)\nextendedKeyUsage=serverAuth\n", to: "\(name).ext")
            try await Self.run(
                openssl, ["req"] + curve + ["-subj", "/CN=\(name)", "-keyout", pair.key, "-out", request], folder)
            try await Self.run(
                openssl,
                [
                    "x509", "-req", "-in", request, "-CA", authority.certificate, "-CAkey", authority.key,
                    "-CAcreateserial",
                    "-days", "\(days)", "-out", pair.certificate, "-extfile", extensions,
                ], folder)
            return pair
        }
        self.authority = authority.certificate
        valid = try await signed("valid", "DNS:localhost,IP:127.0.0.1", days: 2)
        expired = try await signed("expired", "DNS:localhost,IP:127.0.0.1", days: -1)
        foreign = try await signed("foreign", "DNS:nas.example", days: 2)
    }

    private static func run(_ openssl: String, _ arguments: [String], _ folder: TemporaryFolder) async throws {
        let program = try Program(openssl, arguments, in: folder, named: "openssl")
        guard try await program.exit() == .code(0) else { throw Failed(what: "openssl \(arguments)") }
    }
}
