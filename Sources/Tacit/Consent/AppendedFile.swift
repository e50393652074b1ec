#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that only grows, under a lock that its caller holds.
enum AppendedFile {
    /// Adds bytes behind the first `length` ones; what lay there was never acknowledged and is cut off. All are on the disk when
    /// it answers true; when it answers false, the file is as long as it was acknowledged to be.
    static func append(_ bytes: [UInt8], to path: String, after length: Int, in folder: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        if status.st_size > length, ftruncate(descriptor, off_t(length)) != 0 { return false }
        guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
            ftruncate(descriptor, off_t(length))
            return false
        }
        if length == 0 { FolderEntry.keepNames(of: folder) }
        return true
    }

    static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}
