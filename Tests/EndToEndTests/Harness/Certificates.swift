import Foundation

/// An authority of a test, and certificates that it signed: for a collector, for the one after it, and for a client.
struct Certificates: Sendable {
    let folder: TemporaryFolder
    let authority: String
    let server: Pair
    let next: Pair
    let client: Pair
    /// Of nobody that the collector knows.
    let stranger: Pair

    struct Pair: Sendable {
        let certificate: String
        let key: String
    }

    private static let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    init(in folder: TemporaryFolder) async throws {
        self.folder = folder
        let authority = try await Self.own("authority", in: folder)
        self.authority = authority.certificate
        server = try await Self.signed("server", "serverAuth", by: authority, in: folder)
        next = try await Self.signed("next", "serverAuth", by: authority, in: folder)
        client = try await Self.signed("client", "clientAuth", by: authority, in: folder)
        stranger = try await Self.own("stranger", in: folder)
    }

    private static func pair(_ name: String, in folder: TemporaryFolder) -> Pair {
        Pair(certificate: "\(folder.url.path)/\(name).crt", key: "\(folder.url.path)/\(name).key")
    }

    private static func own(_ name: String, in folder: TemporaryFolder) async throws -> Pair {
        let pair = pair(name, in: folder)
        try await openssl(
            ["req", "-x509"] + curve + [
                "-days", "2", "-subj", "/CN=\(name)", "-keyout", pair.key, "-out", pair.certificate, "-addext",
                "basicConstraints=critical,CA:TRUE",
            ])
        return pair
    }

    private static func signed(
        _ name: String, _ usage: String, by authority: Pair, in folder: TemporaryFolder
    ) async throws -> Pair {
        let pair = pair(name, in: folder)
        let request = "\(folder.url.path)/\(name).csr"
        let extensions = try folder.write(
            "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=\(usage)\n", to: "\(name).ext")
        try await openssl(["req"] + curve + ["-subj", "/CN=\(name)", "-keyout", pair.key, "-out", request])
        try await openssl(
            [
                "x509", "-req", "-in", request, "-CA", authority.certificate, "-CAkey", authority.key,
                "-CAcreateserial", "-days", "2", "-out", pair.certificate, "-extfile", extensions.path,
            ])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: pair.key)
        return pair
    }

    private static func openssl(_ arguments: [String]) async throws {
        let outcome = try await Program.run(Project.tool("openssl"), arguments)
        guard outcome.status == 0 else { throw ToolFailed("openssl", outcome) }
    }

    /// Puts a pair where the collector looks for its own: the certificate first, so that the two do not fit for a moment.
    func install(_ pair: Pair) throws {
        for (from, to) in [(pair.certificate, installed.certificate), (pair.key, installed.key)] {
            let next = to + ".next"
            try? FileManager.default.removeItem(atPath: next)
            try FileManager.default.copyItem(atPath: from, toPath: next)
            guard rename(next, to) == 0 else { throw MissingPart("a place for \(to)") }
        }
    }

    var installed: Pair { Self.pair("installed", in: folder) }
}
