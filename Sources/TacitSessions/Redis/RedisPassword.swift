import TacitSeal

/// The password of a user of Redis, read once from a file that its owner alone can read, into locked pages.
final class RedisPassword: Sendable {
    private let secret: SecretBytes

    private static let mostBytes = 1024

    init(file path: String) throws(SessionStoreError) {
        guard var file = Files.beginning(of: path, bytes: Self.mostBytes + 1) else {
            throw SessionStoreError(
                .refused, at: path, "the file of the password can't be read; check its owner and mode")
        }
        defer { file.withUnsafeMutableBytes { wipe($0) } }
        guard !Files.isExposed(path) else {
            throw SessionStoreError(.refused, at: path, "others may read the password; run `chmod 600` on the file")
        }
        let newlines: Set<UInt8> = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        let count = file.lastIndex { !newlines.contains($0) }.map { $0 + 1 } ?? 0
        guard (1...Self.mostBytes).contains(count) else {
            throw SessionStoreError(.refused, at: path, "it should hold a password of 1 to \(Self.mostBytes) bytes")
        }
        secret = SecretBytes(copying: file.prefix(count))
    }

    func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try secret.withBytes(body) }
}
