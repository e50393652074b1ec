#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Files {
    /// What lies in a file from a place on; `nil` where it can't be read, or has become shorter.
    package static func read(_ path: String, from place: Int) -> [UInt8]? {
        guard let file = try? Descriptor(path, O_RDONLY), let size = try? file.size, size >= place else { return nil }
        return try? file.bytes(in: place..<size)
    }
}
