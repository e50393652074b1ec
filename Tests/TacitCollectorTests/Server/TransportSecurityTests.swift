import Foundation
import TestHarness
import Testing

@testable import TacitCollector

@Suite("Certificates and keys that are of no use stop the start, by name")
struct TransportSecurityTests {
    private let folder: TemporaryFolder
    // Not before the certificates were made.
    private var now: Int64 { Int64(Date().timeIntervalSince1970) }

    init() throws {
        folder = try TemporaryFolder()
        for name in ["own", "other"] {
            try openssl([
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj",
                "/CN=\(name)", "-keyout", path("\(name).key"), "-out", path("\(name).crt"),
            ])
            try protect("\(name).key", 0o600)
        }
    }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func protect(_ name: String, _ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        try protect(name, 0o600)
    }

    private func tls(
        _ certificate: String? = "own.crt", _ key: String? = "own.key", authorities: String? = nil
    ) -> CollectorConfiguration.TLS {
        var tls = CollectorConfiguration.TLS()
        tls.certificate = certificate.map(path)
        tls.key = key.map(path)
        tls.clientCA = authorities.map(path)
        return tls
    }

    private func fault(_ tls: CollectorConfiguration.TLS, now: Int64? = nil) -> TLSFault? {
        do throws(TLSFault) {
            _ = try TransportSecurity(tls, now: now ?? self.now)
            return nil
        } catch {
            return error
        }
    }

    @Test("a pair that fits begins connections, on the listeners that are named") func fits() throws {
        #expect(fault(tls()) == nil)
        var some = tls()
        some.listeners = [.otlpGRPC]
        let security = try TransportSecurity(some, now: now)
        #expect(security.handler(for: .otlpGRPC) != nil && security.handler(for: .dashboard) == nil)
        let none = try TransportSecurity(CollectorConfiguration.TLS(), now: now)
        #expect(none.handler(for: .otlpHTTP) == nil)
    }

    @Test("half of a pair, or what needs one without it") func incomplete() {
        #expect(fault(tls("own.crt", nil))?.code == .keyMissing)
        #expect(fault(tls(nil, "own.key"))?.code == .certificateMissing)
        #expect(fault(tls(nil, nil, authorities: "own.crt"))?.code == .certificateMissing)
        var required = CollectorConfiguration.TLS()
        required.requirePostQuantum = true
        #expect(fault(required)?.code == .certificateMissing)
    }

    @Test("a file that is not there, a folder, and what is no PEM") func files() throws {
        try write("no certificate", to: "text")
        try write("", to: "empty")
        #expect(fault(tls("none", "own.key"))?.code == .certificateUnreadable)
        #expect(fault(tls("", "own.key"))?.code == .certificateUnreadable)
        for name in ["text", "empty", "own.key"] {
            #expect(fault(tls(name, "own.key"))?.code == .certificateMalformed, "\(name)")
        }
        #expect(fault(tls("own.crt", "none"))?.code == .keyUnreadable)
        for name in ["text", "empty"] {
            #expect(fault(tls("own.crt", name))?.code == .keyMalformed)
            #expect(fault(tls(authorities: name))?.code == .clientCAEmpty)
        }
        #expect(fault(tls(authorities: "none"))?.code == .clientCAUnreadable)
        #expect(fault(tls(authorities: "other.crt")) == nil)
    }

    @Test("a certificate that is over, or that is not valid yet") func validity() {
        #expect(fault(tls(), now: now + 3 * 86400)?.code == .certificateExpired)
        #expect(fault(tls(), now: now - 86400)?.code == .certificateEarly)
    }

    @Test("the key of another certificate, one that others may read, one that is encrypted") func keys() throws {
        #expect(fault(tls("own.crt", "other.key"))?.code == .keyMismatched)
        for mode in [0o644, 0o640, 0o604] {
            try protect("own.key", mode)
            #expect(fault(tls())?.code == .keyExposed)
        }
        try protect("own.key", 0o400)
        #expect(fault(tls()) == nil)
        let pass = ["-passout", "pass:" + "abcdef"]
        try openssl(["ec", "-in", path("own.key"), "-aes128"] + pass + ["-out", path("old.key")])
        try openssl(["pkcs8", "-topk8", "-in", path("own.key")] + pass + ["-out", path("new.key")])
        for name in ["old.key", "new.key"] {
            try protect(name, 0o600)
            #expect(fault(tls("own.crt", name))?.code == .keyEncrypted)
        }
    }

    @Test("each fault names the file and what to do, and nothing that is in it") func words() throws {
        try protect("own.key", 0o644)
        let exposed = try #require(fault(tls()))
        #expect(exposed.description == "tls.key-exposed: \(path("own.key")): others may read it; run `chmod 600` on it")
    }

    @Test("new files count when they have stayed as they are for a look; bad ones are refused once, and the old go on")
    func renewal() throws {
        let security = try TransportSecurity(tls(), now: now)
        #expect(security.renew(now: now) == .unchanged)
        let (certificate, key) = (path("own.crt"), path("own.key"))
        func install(_ from: String, _ to: String) throws {
            try FileManager.default.copyItem(atPath: path(from), toPath: to + ".next")
            try #require(rename(to + ".next", to) == 0)
        }
        try install("other.crt", certificate)
        #expect(security.renew(now: now) == .unchanged)
        guard case .refused(let fault) = security.renew(now: now) else {
            Issue.record("half a pair was taken")
            return
        }
        #expect(fault.code == .keyMismatched)
        #expect(security.renew(now: now) == .unchanged)
        #expect(security.handler(for: .otlpHTTP) != nil)
        try install("other.key", key)
        #expect(security.renew(now: now) == .unchanged)
        #expect(security.renew(now: now) == .renewed)
        #expect(security.renew(now: now) == .unchanged)
    }
}
