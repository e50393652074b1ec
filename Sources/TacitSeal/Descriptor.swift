#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open file, closed with this value.
struct Descriptor: ~Copyable {
    private let number: Int32
    private let path: String

    /// Only a regular file is opened: a pipe in its place would make its reader wait for ever.
    init(_ path: String, _ flags: Int32, followsLinks: Bool = false) throws(FileFault) {
        // Without blocking, so that a pipe that nobody writes to is opened, seen and refused.
        let opened = open(path, flags | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW), 0o600)
        let code: FileFault.Code = flags & O_CREAT == 0 ? .unreadable : .unwritable
        guard opened >= 0 else { throw FileFault(system: code, at: path) }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw FileFault(code, at: path, remedy: "it is no regular file; move it away")
        }
        number = opened
        self.path = path
    }

    var size: Int {
        get throws(FileFault) {
            var status = stat()
            guard fstat(number, &status) == 0 else { throw FileFault(system: .unreadable, at: path) }
            return Int(status.st_size)
        }
    }

    func bytes() throws(FileFault) -> [UInt8] { try bytes(in: 0..<size) }

    /// At most as many bytes from a place on; fewer where the file ends before, whatever size the system tells.
    func bytes(from place: Int, atMost most: Int) throws(FileFault) -> [UInt8] {
        var fault: FileFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = 0
            // No more bytes are read than the buffer has room for.
            while count < most, let base = buffer.baseAddress {
                let got = pread(number, base + count, most - count, off_t(place + count))
                if got < 0 && errno == EINTR { continue }
                if got < 0 { fault = FileFault(system: .unreadable, at: path) }
                guard got > 0 else { break }
                count += got
            }
        }
        if let fault { throw fault }
        return bytes
    }

    func bytes(in range: Range<Int>) throws(FileFault) -> [UInt8] {
        var read = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            // No more bytes are read than the buffer has room for.
            while read < range.count, let base = buffer.baseAddress {
                let got = pread(number, base + read, range.count - read, off_t(range.lowerBound + read))
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else { break }
                read += got
            }
            count = read
        }
        guard read == range.count else { throw FileFault(system: .unreadable, at: path) }
        return bytes
    }

    /// Where the last line ends that ends with a newline; 0 where none does.
    func endOfLastLine(in size: Int) throws(FileFault) -> Int {
        var end = size
        while end > 0 {
            let start = max(0, end - 4096)
            let bytes = try bytes(in: start..<end)
            if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) { return start + newline + 1 }
            end = start
        }
        return 0
    }

    /// Writes at `end`, cutting off what was beyond it, and waits for the disk. Where that fails the file is as before.
    func write(_ bytes: [UInt8], at end: Int, truncatingFrom size: Int) throws(FileFault) {
        if size > end, ftruncate(number, off_t(end)) != 0 { throw FileFault(system: .unwritable, at: path) }
        var written = 0
        while written < bytes.count {
            let got = bytes.withUnsafeBytes {
                // `written` is below the count, so the rest lies within the buffer.
                pwrite(number, $0.baseAddress! + written, bytes.count - written, off_t(end + written))
            }
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else {
                let fault = FileFault(system: .unwritable, at: path)
                _ = ftruncate(number, off_t(end))
                throw fault
            }
            written += got
        }
        guard fsync(number) == 0 else {
            let fault = FileFault(system: .unwritable, at: path)
            _ = ftruncate(number, off_t(end))
            throw fault
        }
    }

    deinit { close(number) }
}
