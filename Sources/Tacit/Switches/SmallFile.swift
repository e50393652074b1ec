import TacitSeal

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
        guard Files.exist(path) else { return .absent }
        // A byte more than there may be, so that a larger file is noticed.
        guard let bytes = Files.beginning(of: path, bytes: limit + 1), bytes.count <= limit else { return .unreadable }
        return .bytes(bytes)
    }
}
