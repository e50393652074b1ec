import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Egress {
    /// What a program may read that asks services: the system's own files, what this program itself is made of, `files`, and what
    /// lies below `folders`.
    ///
    /// - Parameter folder: What it may not, wherever it lies; it has to be there already.
    package static func readable(
        _ files: [String], below folders: [String] = [], hiding folder: String? = nil
    ) -> [String] {
        let system = [
            "/bin", "/dev/random", "/dev/urandom", "/dev/zero", "/etc", "/lib", "/lib32", "/lib64", "/nix", "/opt",
            "/proc",
            "/run", "/sbin", "/sys", "/usr",
        ]
        return (system + folders).flatMap { below($0, hiding: folder) } + OwnFiles.paths + files
    }

    /// The path, or, where the folder lies below it, all beside the way to that folder: a kernel that allows a path allows what is
    /// below it.
    static func below(_ path: String, hiding folder: String?) -> [String] {
        guard let folder = folder.flatMap(resolved), let path = resolved(path) else { return [path] }
        guard !(path + "/").hasPrefix(folder + "/") else { return [] }
        guard folder.hasPrefix(path + "/") else { return [path] }
        // A link is left out: it may lead round to the folder, and what it leads to beside it is there by its own name.
        return ((try? Files.names(in: path)) ?? []).map { "\(path)/\($0)" }.filter { !isLink($0) }.flatMap {
            below($0, hiding: folder)
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let text = realpath(path, nil) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
