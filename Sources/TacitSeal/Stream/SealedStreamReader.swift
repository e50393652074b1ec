package import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Opens a stream chunk by chunk; see ``SealedStream``. What it gives was written so; that nothing is missing is known when it
/// has given `nil`.
package final class SealedStreamReader {
    private let key: SymmetricKey
    private let place: String
    private let read: (Int) throws -> [UInt8]
    private var number: UInt32 = 0
    private var isAtEnd = false

    /// - Parameters:
    ///   - place: what errors name.
    ///   - read: gives so many bytes, and fewer only at the end.
    package init(
        key: SymmetricKey, context: String, at place: String, from read: @escaping (Int) throws -> [UInt8]
    ) throws {
        let head = try read(SealedStream.headSize)
        guard head.starts(with: SealedStream.magic) else {
            throw StreamError(.malformed, at: place, remedy: "it is no sealed stream; see whether it is the right file")
        }
        guard head.count == SealedStream.headSize else { throw Self.truncated(place) }
        let salt = head.dropFirst(SealedStream.magic.count).prefix(SealedStream.saltSize)
        self.key = SealedStream.key(key, salt: salt, context: context)
        guard zip(SealedStream.check(self.key), head.suffix(SealedStream.checkSize)).allSatisfy(==) else {
            throw StreamError(
                .foreign, at: place, remedy: "it was sealed under another key, or is another file than it is taken for")
        }
        self.place = place
        self.read = read
    }

    /// The next bytes; `nil` at the end.
    package func next() throws -> [UInt8]? {
        if isAtEnd { return nil }
        let frame = try read(SealedStream.frameSize)
        guard frame.count == SealedStream.frameSize else { throw Self.truncated(place) }
        let word = frame.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        let count = frame.dropFirst(4).reduce(0) { $0 << 8 | Int($1) }
        guard word & ~(1 << 31) == number, count <= SealedStream.chunk else { throw misplaced(word & ~(1 << 31)) }
        let box = try read(count + SealedStream.tagSize)
        guard box.count == count + SealedStream.tagSize else { throw Self.truncated(place) }
        guard
            let sealed = try? AES.GCM.SealedBox(
                nonce: SealedStream.nonce(frame), ciphertext: box.prefix(count), tag: box.suffix(SealedStream.tagSize)),
            var opened = try? AES.GCM.open(sealed, using: key, authenticating: frame)
        else { throw altered }
        defer { opened.withUnsafeMutableBytes { wipe($0) } }
        isAtEnd = word != number
        // Behind the last chunk there is nothing.
        guard try !isAtEnd || read(1).isEmpty else { throw altered }
        number += 1
        return Array(opened)
    }

    private static func truncated(_ place: String) -> StreamError {
        StreamError(.truncated, at: place, remedy: "its end is missing; copy it anew from where it was written")
    }

    private var altered: StreamError {
        StreamError(.altered, at: "\(place), chunk \(number)", remedy: "it was altered; take another copy of the file")
    }

    private func misplaced(_ found: UInt32) -> StreamError {
        found == number
            ? altered
            : StreamError(
                found < number ? .repeated : .reordered, at: "\(place), chunk \(number)",
                remedy: "chunk \(found) stands in its place; take another copy of the file")
    }
}
