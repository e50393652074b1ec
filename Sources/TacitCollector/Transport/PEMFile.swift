import Foundation
import NIOSSL
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file in PEM that an operator named. Links are followed: tools that renew certificates change where they lead.
struct PEMFile {
    let path: String
    /// No chain of certificates is as long.
    private static let limit = 1 << 20
    private static let whoMayRead = "see whether the file is there, and who may read it"

    /// The file's bytes; `nil` where it can't be read.
    private func read() -> (bytes: [UInt8], mode: mode_t)? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            (0...Self.limit).contains(Int(status.st_size))
        else { return nil }
        // The system writes within the capacity, and the count is what it says that it wrote.
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            count = max(0, systemRead(descriptor, buffer.baseAddress, buffer.count))
        }
        return (bytes, status.st_mode)
    }

    /// The certificates in the file, of which the first is valid at `now`, in seconds since 1970.
    func chain(now: Int64) throws(TLSFault) -> [NIOSSLCertificate] {
        guard let file = read() else {
            throw TLSFault(.certificateUnreadable, at: path, remedy: Self.whoMayRead)
        }
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(file.bytes), let first = chain.first else {
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
        defer { file.bytes.withUnsafeMutableBytes { wipe($0) } }
        guard file.mode & 0o077 == 0 else {
            throw TLSFault(.keyExposed, at: path, remedy: "others may read it; run `chmod 600` on it")
        }
        guard !file.bytes.contains("ENCRYPTED".utf8) else {
            throw TLSFault(
                .keyEncrypted, at: path,
                remedy: "nobody is there to type its passphrase; write it decrypted, readable by its owner alone")
        }
        do {
            return try NIOSSLPrivateKey(bytes: file.bytes, format: .pem)
        } catch {
            throw TLSFault(.keyMalformed, at: path, remedy: "it should hold one private key in PEM")
        }
    }

    /// The authorities of clients' certificates.
    func authorities() throws(TLSFault) -> [NIOSSLCertificate] {
        guard let file = read() else {
            throw TLSFault(.clientCAUnreadable, at: path, remedy: Self.whoMayRead)
        }
        guard let authorities = try? NIOSSLCertificate.fromPEMBytes(file.bytes), !authorities.isEmpty else {
            throw TLSFault(
                .clientCAEmpty, at: path,
                remedy: "it holds no certificate in PEM, so no client could come in; put the authority's there")
        }
        return authorities
    }
}
