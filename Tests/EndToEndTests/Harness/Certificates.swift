import Foundation
import TestHarness

/// An authority of a test, and certificates that it signed: for a collector, for the one after it, and for a client.
struct Certificates: Sendable {
    let folder: TemporaryFolder
    let authority: String
    let server: Pair
    let next: Pair
    let client: Pair
    /// Of nobody that the collector knows.
    let stranger: Pair
    /// Where the collector looks for its own.
    let installed: Pair

    typealias Pair = Authority.Pair

    init(in folder: TemporaryFolder) throws {
        self.folder = folder
        let authority = try Authority(in: folder.path)
        self.authority = authority.certificate
        server = try authority.signed("server")
        next = try authority.signed("next")
        client = try authority.signed("client", usage: "clientAuth")
        stranger = try Authority(named: "stranger", in: folder.path).own
        installed = Pair(certificate: "\(folder.path)/installed.crt", key: "\(folder.path)/installed.key")
    }

    /// Puts a pair there: the certificate first, so that the two do not fit for a moment.
    func install(_ pair: Pair) throws {
        for (from, to) in [(pair.certificate, installed.certificate), (pair.key, installed.key)] {
            let next = to + ".next"
            try? FileManager.default.removeItem(atPath: next)
            try FileManager.default.copyItem(atPath: from, toPath: next)
            guard rename(next, to) == 0 else { throw MissingPart("a place for \(to)") }
        }
    }
}
