#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What keeps two processes, or two tasks of one, from changing the same files at once. It ends with this object, and with
/// the process.
package final class FileLock: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Waits for the lock, for two seconds at most: holders work for milliseconds, and one that hangs must stop nobody else.
    package static func take(_ path: String) throws(FileFault) -> FileLock {
        for _ in 0..<400 {
            if let lock = try takeIfFree(path) { return lock }
            // Waiting for a lock can't be given an end; asking for it can.
            usleep(5000)
        }
        throw FileFault(.busy, at: path, remedy: "end the process of this program that hangs, and try again")
    }

    /// The lock, or `nil` where another holds it.
    package static func takeIfFree(_ path: String) throws(FileFault) -> FileLock? {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw FileFault(system: .unwritable, at: path) }
            let lock = FileLock(descriptor)
            while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
                if errno == EINTR { continue }
                if errno == EWOULDBLOCK { return nil }
                throw FileFault(system: .unwritable, at: path)
            }
            // Whoever held it may have removed the file: then others lock another one of that name.
            if lock.isOf(path) { return lock }
        }
    }

    private func isOf(_ path: String) -> Bool {
        var held = stat()
        var named = stat()
        return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev
    }

    deinit { close(descriptor) }
}
