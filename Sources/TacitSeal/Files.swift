#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is done to files as a whole, for their owner alone: folders have mode 0700, files 0600.
package enum Files {
    /// Whether something is there. Where the system won't tell, something may be: only "there is none" counts as absence.
    package static func exist(_ path: String) -> Bool {
        access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR)
    }

    /// The names in a folder, sorted; none where there is no folder. Where the system won't tell, it throws: what can't be listed
    /// must not be taken for empty.
    package static func names(in folder: String) throws(FileFault) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw FileFault(system: .unreadable, at: folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            // The end and a failure are told apart by it alone.
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw FileFault(system: .unreadable, at: folder) }
        return names.sorted()
    }

    /// `nil` where there is none, or it can't be read.
    package static func read(_ path: String) -> [UInt8]? { (try? Descriptor(path, O_RDONLY))?.content }

    /// The same, and why it can't be read.
    package static func content(of path: String) throws(FileFault) -> [UInt8] { try Descriptor(path, O_RDONLY).bytes() }

    /// The first bytes of a regular file, whose size the system need not tell; `nil` where it can't be read.
    package static func beginning(of path: String, bytes count: Int) -> [UInt8]? {
        (try? Descriptor(path, O_RDONLY, followsLinks: true))?.beginning(count)
    }

    /// The last bytes of a file; none where it can't be read.
    package static func ending(of path: String, bytes count: Int) -> [UInt8] {
        (try? Descriptor(path, O_RDONLY))?.ending(count) ?? []
    }

    /// How much of a file is in memory at once, and how long a line may be.
    private static let block = 1 << 20

    /// Calls `body` with each line that ends with a newline, without it, and answers how many bytes stand behind the last of them.
    ///
    /// A file is read in blocks of 1 MiB. A longer line is given cut short.
    package static func forEachLine(
        of path: String, _ body: (ArraySlice<UInt8>) -> Void
    ) throws(FileFault) -> Int {
        let file = try Descriptor(path, O_RDONLY)
        var place = 0
        var rest: [UInt8] = []
        var isCut = false
        while true {
            let read = try file.bytes(from: place, atMost: block)
            place += read.count
            var start = 0
            while let end = read[start...].firstIndex(of: UInt8(ascii: "\n")) {
                if rest.isEmpty, !isCut {
                    body(read[start..<end])
                } else {
                    if !isCut { rest += read[start..<end] }
                    body(rest[...])
                    (rest, isCut) = ([], false)
                }
                start = end + 1
            }
            if !isCut { rest += read[start...] }
            if rest.count > block { (rest, isCut) = (Array(rest.prefix(block)), true) }
            if read.count < block { return rest.count }
        }
    }

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

    /// Whether others than its owner may do anything with a file, wherever a link leads.
    package static func isExposed(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
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

    /// Adds bytes behind the first `length` ones; what lay there was never acknowledged and is cut off. All are on the disk when
    /// it returns; when it throws, the file is as long as it was acknowledged to be.
    package static func append(_ bytes: [UInt8], to path: String, after length: Int) throws(FileFault) {
        let file = try Descriptor(path, O_WRONLY | O_CREAT)
        try file.write(bytes, at: length, truncatingFrom: file.size)
        if length == 0 { syncFolder(of: path) }
    }

    /// Adds whole lines behind the last whole one; what lay behind that is of a write that a crash cut short. All are on the
    /// disk when it returns; when it throws, none is in the file.
    package static func appendLines(_ lines: [UInt8], to path: String) throws(FileFault) {
        let file = try Descriptor(path, O_RDWR | O_CREAT)
        let size = try file.size
        let end = try file.endOfLastLine(in: size)
        try file.write(lines, at: end, truncatingFrom: size)
        if size == 0 { syncFolder(of: path) }
    }

    package static func move(_ path: String, to other: String) throws(FileFault) {
        guard rename(path, other) == 0 else { throw FileFault(system: .unwritable, at: other) }
        syncFolder(of: other)
    }

    /// Makes sure that a name which was made or removed survives a power cut.
    static func syncFolder(of path: String) {
        let folder = open(folder(of: path), O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    }

    /// A file that is not there needs no removing.
    package static func remove(_ path: String) throws(FileFault) {
        guard unlink(path) == 0 || errno == ENOENT else { throw FileFault(system: .unwritable, at: path) }
    }

    /// Whether a file system takes so many more bytes and still has a tenth of itself left, or 64 MiB where that is less.
    package static func hasRoom(for bytes: Int, beside path: String) -> Bool {
        var status = statvfs()
        // Where the system won't tell, writing will.
        guard statvfs(path, &status) == 0 else { return true }
        let block = max(1, Int(clamping: status.f_frsize))
        let left = Int(clamping: status.f_bavail) - bytes / block
        return left >= min(Int(clamping: status.f_blocks) / 10, (64 << 20) / block)
    }

    /// Overwrites a file and removes it; both are on the disk when it returns. One that is not there needs neither.
    package static func shred(_ path: String) throws(FileFault) {
        guard exist(path) else { return }
        try overwrite(path)
        try remove(path)
        syncFolder(of: path)
    }

    private static func overwrite(_ path: String) throws(FileFault) {
        #if DEBUG
            if SkippedStep.fileOverwrite.isSkipped { return }
        #endif
        let file = try Descriptor(path, O_WRONLY)
        let size = try file.size
        for place in stride(from: 0, to: size, by: block) {
            try file.write([UInt8](repeating: 0, count: min(block, size - place)), at: place, truncatingFrom: 0)
        }
    }

    /// Makes a folder that its owner alone can enter, and those above it. One that is there stays as it is.
    package static func makeFolder(_ path: String) throws(FileFault) {
        if mkdir(path, 0o700) == 0 { return }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o700) == 0 { return }
        }
        var status = stat()
        guard errno == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw FileFault(system: .unwritable, at: path)
        }
    }

    /// Removes a folder and all that is in it.
    package static func removeAll(_ path: String) throws(FileFault) {
        for name in try names(in: path) {
            let inner = path + "/" + name
            if unlink(inner) != 0 { try removeAll(inner) }
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw FileFault(system: .unwritable, at: path) }
    }
}

extension Descriptor {
    fileprivate var content: [UInt8]? { try? bytes() }
    fileprivate func beginning(_ count: Int) -> [UInt8]? { try? bytes(from: 0, atMost: count) }
    fileprivate func ending(_ count: Int) -> [UInt8]? {
        (try? size).flatMap { try? bytes(from: max(0, $0 - count), atMost: count) }
    }
}
