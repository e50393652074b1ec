/// An authority of a test, which signs certificates.
package struct Authority: Sendable {
    package let certificate: String
    private let key: String
    private let folder: String

    package struct Pair: Sendable {
        package let certificate: String
        package let key: String

        package init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    private static let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    package static let loopback = "DNS:localhost,IP:127.0.0.1"

    package init(named name: String = "authority", in folder: String) throws {
        (certificate, key) = ("\(folder)/\(name).crt", "\(folder)/\(name).key")
        self.folder = folder
        try Tool.run(
            "openssl",
            ["req", "-x509"] + Self.curve + [
                "-days", "2", "-subj", "/CN=\(name)", "-keyout", key, "-out", certificate, "-addext",
                "basicConstraints=critical,CA:TRUE",
            ])
    }

    /// Its own certificate, with which it can also pose as somebody.
    package var own: Pair { Pair(certificate: certificate, key: key) }

    /// - Parameters:
    ///   - name: of the files, and of whom the certificate is for.
    ///   - names: under which its owner is met.
    ///   - days: for how long it is valid; of a negative number, it has ended.
    package func signed(
        _ name: String, for names: String = loopback, usage: String = "serverAuth", days: Int = 2
    ) throws -> Pair {
        let pair = Pair(certificate: "\(folder)/\(name).crt", key: "\(folder)/\(name).key")
        let request = "\(folder)/\(name).csr"
        try Tool.run("openssl", ["req"] + Self.curve + ["-subj", "/CN=\(name)", "-keyout", pair.key, "-out", request])
        try Tool.run(
            "openssl",
            ["x509", "-req", "-in", request, "-CA", certificate, "-CAkey", key, "-CAcreateserial"] + [
                "-days", "\(days)", "-out", pair.certificate, "-extfile", "/dev/stdin",
            ], input: "subjectAltName=\(names)\nextendedKeyUsage=\(usage)\n")
        return pair
    }
}
