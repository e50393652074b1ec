#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of key material that its owner alone can read.
struct KeyFile {
    private let path: String

    init(_ path: String) { self.path = path }

    var exists: Bool { access(path, F_OK) == 0 }

    /// Reads a file of exactly so many bytes.
    func read(_ size: Int) throws(KeyError) -> SecretBytes {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? KeyError(.missing, at: path, remedy: "put the file back from your backup of the state folder")
                : KeyError(.unreadable, at: path, remedy: "check the owner and mode of the file")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw KeyError(.exposed, at: path, remedy: "others may read it; run `chmod 600` on it")
        }
        // One byte more than there should be, so that a longer file is noticed.
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: size + 1, alignment: 1)
        defer {
            wipe(bytes)
            bytes.deallocate()
        }
        guard systemRead(descriptor, bytes.baseAddress, bytes.count) == size else {
            throw KeyError(.damaged, at: path, remedy: "it should have \(size) bytes; put it back from your backup")
        }
        return SecretBytes(copying: bytes.prefix(size))
    }

    /// Makes the file in one step, complete or not at all: written beside and linked into place. Whoever else does the same
    /// at this moment reads the same bytes then.
    func create(_ content: borrowing SecretBytes) throws(KeyError) {
        let draft = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable }
        defer { unlink(draft) }
        let isWritten = content.withBytes {
            write(descriptor, $0.baseAddress, $0.count) == $0.count && fsync(descriptor) == 0
        }
        close(descriptor)
        guard isWritten, link(draft, path) == 0 || errno == EEXIST else { throw unwritable }
        // The name is on the disk before anything is sealed with the key.
        Files.syncFolder(of: path)
    }

    private var unwritable: KeyError {
        KeyError(.unwritable, at: path, remedy: "check the owner and mode of the folder, and whether the disk is full")
    }
}

/// The system's `read`, which the method of the same name hides.
package func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
