#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What happens to names in folders.
enum FolderEntry {
    /// Makes a folder that its owner alone can enter, and those above it. One that is there stays as it is.
    static func makeFolders(_ path: String) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        switch errno {
        case EEXIST:
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
            return makeFolders(String(path[..<slash])) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
        default: return false
        }
    }

    /// Moves a file over whatever has the new name. One that is not there needs no moving.
    static func move(_ path: String, to new: String) -> Bool { rename(path, new) == 0 || errno == ENOENT }

    /// Makes sure that names which were made or removed survive a power cut.
    static func keepNames(of folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
