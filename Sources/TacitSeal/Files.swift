#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is done to files as a whole, for their owner alone: folders have mode 0700, files 0600.
package enum Files {
    package static func exist(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The names in a folder, sorted; none where there is no folder.
    package static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// `nil` where there is none, or it can't be read.
    package static func read(_ path: String) -> [UInt8]? { (try? Descriptor(path, O_RDONLY))?.content }

    /// What tells a file from another that has its name later.
    package struct Identity: Sendable, Hashable {
        private let device: UInt64
        private let node: UInt64
        private let changed: [Int]

        fileprivate init(_ status: stat) {
            device = UInt64(status.st_dev)
            node = UInt64(status.st_ino)
            #if canImport(Darwin)
                changed = [status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec]
            #else
                changed = [Int(status.st_ctim.tv_sec), Int(status.st_ctim.tv_nsec)]
            #endif
        }
    }

    /// `nil` where there is no file.
    package static func identity(_ path: String) -> Identity? {
        var status = stat()
        return stat(path, &status) == 0 ? Identity(status) : nil
    }

    /// How many bytes a file has; `nil` where there is none.
    package static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Replaces the file at `path`: it is there complete, as it was or as it will be, at any time.
    package static func replace(_ path: String, with bytes: some Collection<UInt8>) throws(FileFault) {
        let next = path + ".new"
        unlink(next)
        let file = try Descriptor(next, O_WRONLY | O_CREAT)
        try file.write(Array(bytes), at: 0, truncatingFrom: 0)
        try move(next, to: path)
    }

    package static func move(_ path: String, to other: String) throws(FileFault) {
        guard rename(path, other) == 0 else { throw fault(other) }
        // The new name survives a power cut as well.
        let folder = open(String(other[..<(other.lastIndex(of: "/") ?? other.endIndex)]), O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// A file that is not there needs no removing.
    package static func remove(_ path: String) throws(FileFault) {
        guard unlink(path) == 0 || errno == ENOENT else { throw fault(path) }
    }

    package static func makeFolder(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault(path) }
    }

    /// Removes a folder and all that is in it.
    package static func removeAll(_ path: String) throws(FileFault) {
        for name in names(in: path) {
            let inner = path + "/" + name
            if unlink(inner) != 0 { try removeAll(inner) }
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw fault(path) }
    }

    private static func fault(_ path: String) -> FileFault {
        FileFault(.unwritable, at: path, remedy: String(cString: strerror(errno)))
    }
}

extension Descriptor {
    fileprivate var content: [UInt8]? { try? bytes() }
}
