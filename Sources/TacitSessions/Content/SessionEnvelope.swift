import Crypto
import Foundation
import TacitSeal

/// A session as a store keeps it: a header that the server needs, and a ciphertext that the server can't open.
///
/// ```
/// 0  version, 1   1  created at, 8   9  expires at, 8   17  idle seconds, 4   21  nonce, 12   33  ciphertext, tag 16
/// ```
///
/// The header and the place of the session are authenticated with the ciphertext (AES-256-GCM): an envelope that was put in the
/// place of another, or whose times were altered, does not open. Numbers are big-endian, times seconds since 1970 UTC.
struct SessionEnvelope {
    static let version: UInt8 = 1
    static let headerSize = 21
    private static let nonceSize = 12
    static let tagSize = 16
    /// Bytes beyond what is sealed.
    static let overhead = headerSize + nonceSize + tagSize

    struct Header: Equatable {
        var createdAt: Int64
        var expiresAt: Int64
        /// Seconds without use after which the session ends; 0 where use does not prolong it.
        var idle: UInt32

        /// `nil` where these are not the first bytes of an envelope.
        init?(_ bytes: UnsafeRawBufferPointer) {
            guard bytes.count >= SessionEnvelope.overhead, bytes[0] == SessionEnvelope.version else { return nil }
            createdAt = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: 1, as: Int64.self))
            expiresAt = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: 9, as: Int64.self))
            idle = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 17, as: UInt32.self))
        }

        init(createdAt: Int64, expiresAt: Int64, idle: UInt32) {
            self.createdAt = createdAt
            self.expiresAt = expiresAt
            self.idle = idle
        }

        /// As it is in the envelope, and after it where it belongs.
        fileprivate func authenticated(_ id: SessionID) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(SessionEnvelope.headerSize + 16)
            bytes.append(SessionEnvelope.version)
            append(UInt64(bitPattern: createdAt), &bytes)
            append(UInt64(bitPattern: expiresAt), &bytes)
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: idle >> UInt32(shift))) }
            append(id.high, &bytes)
            append(id.low, &bytes)
            return bytes
        }

        private func append(_ word: UInt64, _ bytes: inout [UInt8]) {
            withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
        }
    }

    /// Seals what `plaintext` holds under the key of a session. Each writing has a nonce of its own.
    static func seal(
        _ plaintext: UnsafeRawBufferPointer, _ header: Header, with keys: borrowing SessionKeys
    ) throws -> [UInt8] {
        let authenticated = header.authenticated(keys.id)
        let nonce = try AES.GCM.Nonce(data: randomNonce())
        return try keys.key.withBytes { key in
            let box = try AES.GCM.seal(
                plaintext, using: SymmetricKey(data: key), nonce: nonce, authenticating: authenticated)
            var bytes: [UInt8] = []
            bytes.reserveCapacity(overhead + plaintext.count)
            bytes += authenticated.prefix(headerSize)
            nonce.withUnsafeBytes { bytes.append(contentsOf: $0) }
            box.ciphertext.withUnsafeBytes { bytes.append(contentsOf: $0) }
            box.tag.withUnsafeBytes { bytes.append(contentsOf: $0) }
            return bytes
        }
    }

    /// What was sealed, to be overwritten by who asked for it; `nil` where key, place, header or a single bit differ.
    static func open(_ envelope: [UInt8], with keys: borrowing SessionKeys) -> (header: Header, plaintext: Data)? {
        envelope.withUnsafeBytes { bytes in
            guard let header = Header(bytes) else { return nil }
            let body = bytes.dropFirst(headerSize)
            guard
                let box = try? AES.GCM.SealedBox(
                    nonce: AES.GCM.Nonce(data: UnsafeRawBufferPointer(rebasing: body.prefix(nonceSize))),
                    ciphertext: UnsafeRawBufferPointer(rebasing: body.dropFirst(nonceSize).dropLast(tagSize)),
                    tag: UnsafeRawBufferPointer(rebasing: body.suffix(tagSize)))
            else { return nil }
            let id = keys.id
            let plaintext = keys.key.withBytes { key in
                try? AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: header.authenticated(id))
            }
            return plaintext.map { (header, $0) }
        }
    }

    private static func randomNonce() -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        let (first, second) = (source.next(), source.next())
        return withUnsafeBytes(of: first) { Array($0) } + withUnsafeBytes(of: second) { Array($0.prefix(4)) }
    }
}
