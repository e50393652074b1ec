package import Crypto

/// Seals what is appended, chunk by chunk; see ``SealedStream``.
package final class SealedStreamWriter {
    private let key: SymmetricKey
    private let write: ([UInt8]) throws -> Void
    private var waiting: [UInt8] = []
    private var number: UInt32 = 0

    /// Begins a stream with a key of its own.
    package init(key: SymmetricKey, context: String, to write: @escaping ([UInt8]) throws -> Void) throws {
        let salt = (0..<SealedStream.saltSize).map { _ in UInt8.random(in: 0...255) }
        self.key = SealedStream.key(key, salt: salt, context: context)
        self.write = write
        waiting.reserveCapacity(2 * SealedStream.chunk)
        try write(SealedStream.magic + salt + SealedStream.check(self.key))
    }

    package func append(_ bytes: some Collection<UInt8>) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            // A full chunk waits until more comes: it may be the last.
            if waiting.count == SealedStream.chunk { try seal(isLast: false) }
            let part = rest.prefix(SealedStream.chunk - waiting.count)
            waiting.append(contentsOf: part)
            rest = rest[part.endIndex...]
        }
    }

    /// Ends the stream. Without it, whoever reads it is told that it was cut off.
    package func finish() throws { try seal(isLast: true) }

    private func seal(isLast: Bool) throws {
        guard number < 1 << 31 else {
            throw StreamError(.malformed, at: "stream", remedy: "it is longer than 128 TiB; make two of it")
        }
        let frame = SealedStream.frame(number, isLast: isLast, count: waiting.count)
        let box = try AES.GCM.seal(waiting, using: key, nonce: SealedStream.nonce(frame), authenticating: frame)
        waiting.withUnsafeMutableBytes { wipe($0) }
        waiting.removeAll(keepingCapacity: true)
        number += 1
        try write(frame + box.ciphertext + box.tag)
    }
}
