import Foundation
import NIOSSL
import TacitSeal

/// A file in PEM that an operator named. Links are followed: tools that renew certificates change where they lead.
struct PEMFile {
    let path: String
    /// No chain of certificates is as long.
    private static let limit = 1 << 20
    private static let whoMayRead = "see whether the file is there, and who may read it"

    /// The file's bytes; `nil` where it can't be read.
    private func read() -> [UInt8]? {
        Files.beginning(of: path, bytes: Self.limit + 1).flatMap { $0.count <= Self.limit ? $0 : nil }
    }

    /// The certificates in the file, of which the first is valid at `now`, in seconds since 1970.
    func chain(now: Int64) throws(TLSFault) -> [NIOSSLCertificate] {
        guard let file = read() else {
            throw TLSFault(.certificateUnreadable, at: path, remedy: Self.whoMayRead)
        }
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(file), let first = chain.first else {
            throw TLSFault(
                .certificateMalformed, at: path,
                remedy: "it should hold certificates in PEM, that of the collector first; put the whole chain there")
        }
        guard now <= Int64(first.notValidAfter) else {
            throw TLSFault(.certificateExpired, at: path, remedy: "renew the certificate")
        }
        guard now >= Int64(first.notValidBefore) else {
            throw TLSFault(
                .certificateEarly, at: path, remedy: "it is not valid yet; see whether this machine's clock is right")
        }
        return chain
    }

    func key() throws(TLSFault) -> NIOSSLPrivateKey {
        guard var file = read() else {
            throw TLSFault(.keyUnreadable, at: path, remedy: Self.whoMayRead)
        }
        // The library has its own copy.
        defer { file.withUnsafeMutableBytes { wipe($0) } }
        guard !Files.isExposed(path) else {
            throw TLSFault(.keyExposed, at: path, remedy: "others may read it; run `chmod 600` on it")
        }
        guard !file.contains("ENCRYPTED".utf8) else {
            throw TLSFault(
                .keyEncrypted, at: path,
                remedy: "nobody is there to type its passphrase; write it decrypted, readable by its owner alone")
        }
        do {
            return try NIOSSLPrivateKey(bytes: file, format: .pem)
        } catch {
            throw TLSFault(.keyMalformed, at: path, remedy: "it should hold one private key in PEM")
        }
    }

    /// The authorities of clients' certificates.
    func authorities() throws(TLSFault) -> [NIOSSLCertificate] {
        guard let file = read() else {
            throw TLSFault(.clientCAUnreadable, at: path, remedy: Self.whoMayRead)
        }
        guard let authorities = try? NIOSSLCertificate.fromPEMBytes(file), !authorities.isEmpty else {
            throw TLSFault(
                .clientCAEmpty, at: path,
                remedy: "it holds no certificate in PEM, so no client could come in; put the authority's there")
        }
        return authorities
    }
}
