#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A lock that one process, or one thread, holds at a time. The system lets go of it when its holder dies.
struct FolderLock {
    private let descriptor: CInt

    /// Makes the folder where there is none, and waits for at most two seconds: holders work for milliseconds.
    init(folder: String, path: String) throws(ConsentFault) {
        guard FolderEntry.makeFolders(folder) else { throw Self.unwritable(folder) }
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.unwritable(path) }
        for _ in 0..<400 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            usleep(5000)
        }
        close(descriptor)
        throw ConsentFault(
            code: .busy, problem: "another process keeps the record of decisions locked", place: path,
            remedy: "end the processes of this program that hang, and decide again")
    }

    func release() { close(descriptor) }

    private static func unwritable(_ path: String) -> ConsentFault {
        ConsentFault(
            code: .unwritable, problem: "it can't be created", place: path,
            remedy: "check the owner and mode of the folder it is in, and whether the disk is full")
    }
}
