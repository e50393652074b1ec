#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that are read whole, and none that is larger than it may be. Looking at one creates nothing.
enum SmallFile {
    enum Content: Equatable {
        case absent
        case bytes([UInt8])
        /// It is there and can't be read, is no file, or is larger than the limit.
        case unreadable
    }

    /// Whether something is there; where it can't be told, there is.
    static func mayExist(_ path: String) -> Bool {
        var status = stat()
        // A link that leads nowhere is there too: somebody put it there.
        if lstat(path, &status) == 0 { return true }
        return errno != ENOENT && errno != ENOTDIR
    }

    static func read(_ path: String, limit: Int) -> Content {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .unreadable }
        guard let bytes = readAll(descriptor, limit: limit) else { return .unreadable }
        return .bytes(bytes)
    }

    /// All that is left of a file, or `nil` where that fails or is more than the limit.
    static func readAll(_ descriptor: CInt, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = chunk.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0, bytes.count + count <= limit else { return nil }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }
}
