#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What keeps two processes, or two tasks of one, from changing the same files at once. It ends with this value, and with
/// the process.
package struct FileLock: ~Copyable {
    private let descriptor: Int32
    /// Keeps the lock to the end of the scope that reads it last.
    package var isHeld: Bool { descriptor >= 0 }

    /// Waits for the lock; without `waiting` says `busy` where another holds it.
    package init(_ path: String, waiting: Bool = true) throws(FileFault) {
        let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw FileFault(.unwritable, at: path, remedy: String(cString: strerror(errno))) }
        while flock(number, LOCK_EX | (waiting ? 0 : LOCK_NB)) != 0 {
            if errno == EINTR { continue }
            let fault =
                errno == EWOULDBLOCK
                ? FileFault(.busy, at: path, remedy: "another process is at it; try again")
                : FileFault(.unwritable, at: path, remedy: String(cString: strerror(errno)))
            close(number)
            throw fault
        }
        descriptor = number
    }

    deinit { close(descriptor) }
}
