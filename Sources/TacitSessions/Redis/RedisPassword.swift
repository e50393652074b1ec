import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The password of a user of Redis, read once from a file that its owner alone can read, into locked pages.
final class RedisPassword: Sendable {
    private let secret: SecretBytes

    private static let mostBytes = 1024

    init(file path: String) throws(SessionStoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw SessionStoreError(
                .refused, at: path, "the file of the password can't be read; check its owner and mode")
        }
        defer { _ = Self.close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw SessionStoreError(.refused, at: path, "others may read the password; run `chmod 600` on the file")
        }
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.mostBytes + 1, alignment: 1)
        defer {
            wipe(bytes)
            bytes.deallocate()
        }
        var content = UnsafeRawBufferPointer(bytes)[..<max(0, read(descriptor, bytes.baseAddress, bytes.count))]
        while let last = content.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { content.removeLast() }
        guard (1...Self.mostBytes).contains(content.count) else {
            throw SessionStoreError(.refused, at: path, "it should hold a password of 1 to \(Self.mostBytes) bytes")
        }
        secret = SecretBytes(copying: UnsafeRawBufferPointer(rebasing: content))
    }

    func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try secret.withBytes(body) }

    /// The system's `close`.
    private static func close(_ descriptor: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.close(descriptor)
        #elseif canImport(Musl)
            Musl.close(descriptor)
        #else
            Darwin.close(descriptor)
        #endif
    }
}
