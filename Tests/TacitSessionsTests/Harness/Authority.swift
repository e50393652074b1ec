import Foundation

/// Certificates for loopback and the authority that signed them, made once for all tests.
struct Authority: Sendable {
    let certificate: String
    let server: (certificate: String, key: String)
    /// For a name that is none of loopback's.
    let foreign: (certificate: String, key: String)

    private static let folder = try! TemporaryFolder()
    static let shared = try! Authority(in: folder.path)
    /// Another one, which signed nothing that the tests use.
    static let other = try! Authority(in: folder.subfolder("other"))

    private init(in folder: String) throws {
        let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        let (authority, key) = ("\(folder)/ca.crt", "\(folder)/ca.key")
        try Tool.run(
            "openssl",
            ["req", "-x509"] + curve + [
                "-days", "2", "-subj", "/CN=authority", "-keyout", key, "-out", authority, "-addext",
                "basicConstraints=critical,CA:TRUE",
            ])
        func signed(_ name: String, _ names: String) throws -> (certificate: String, key: String) {
            let pair = (certificate: "\(folder)/\(name).crt", key: "\(folder)/\(name).key")
            let request = "\(folder)/\(name).csr"
            try Data("subjectAltName=\(names)\nextendedKeyUsage=serverAuth\n".utf8)
                .write(to: URL(fileURLWithPath: "\(folder)/\(name).ext"))
            try Tool.run("openssl", ["req"] + curve + ["-subj", "/CN=\(name)", "-keyout", pair.key, "-out", request])
            try Tool.run(
                "openssl",
                [
                    "x509", "-req", "-in", request, "-CA", authority, "-CAkey", key, "-CAcreateserial", "-days", "2",
                    "-out", pair.certificate, "-extfile", "\(folder)/\(name).ext",
                ])
            return pair
        }
        certificate = authority
        server = try signed("server", "DNS:localhost,IP:127.0.0.1")
        foreign = try signed("foreign", "DNS:cache.example")
    }
}
