import Crypto

/// Bytes of any length under AES-256-GCM, in chunks of 64 KiB, so that they are sealed and opened in little memory.
///
/// It is the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015): the key is the stream's own, derived from a random
/// salt and bound to a context; the nonce is the chunk's number and whether it is the last. So what was cut off, moved, repeated,
/// put in from elsewhere or altered by a bit does not open, and is named.
///
/// ```swift
/// let writer = SealedStreamWriter(key: key, context: "backup") { try file.write($0) }
/// try writer.append(bytes)
/// try writer.finish()
///
/// let reader = try SealedStreamReader(key: key, context: "backup", at: path) { try file.read($0) }
/// while let bytes = try reader.next() { … }
/// ```
package enum SealedStream {
    /// Bytes of every chunk but the last, which may have fewer, or none.
    package static let chunk = 64 << 10

    static let magic = Array("TSS1".utf8)
    static let saltSize = 32
    static let checkSize = 16
    static let headSize = magic.count + saltSize + checkSize
    /// Before each chunk: its number, of which the highest bit says that it is the last, and how many bytes follow.
    static let frameSize = 8
    static let tagSize = 16

    /// The key of one stream.
    static func key(_ key: SymmetricKey, salt: some Sequence<UInt8>, context: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: Array(salt), info: Array("tacit stream 1 \(context)".utf8),
            outputByteCount: 32)
    }

    /// Tells at its beginning whether a stream is of this key and context.
    static func check(_ key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: magic, using: key).prefix(checkSize))
    }

    static func frame(_ number: UInt32, isLast: Bool, count: Int) -> [UInt8] {
        let number = number | (isLast ? 1 << 31 : 0)
        return withUnsafeBytes(of: number.bigEndian) { Array($0) }
            + withUnsafeBytes(of: UInt32(count).bigEndian) { Array($0) }
    }

    /// Of one key no two are alike: each number comes once.
    static func nonce(_ frame: [UInt8]) throws -> AES.GCM.Nonce { try AES.GCM.Nonce(data: [0, 0, 0, 0] + frame) }
}
