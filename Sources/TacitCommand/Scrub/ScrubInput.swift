import CTacitSystem
import Foundation
import TacitLocal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file or standard input, chunk by chunk, with a bar for files that take long.
struct ScrubInput: ~Copyable {
    let name: String
    private let descriptor: Int32
    private let size: Int
    private var done = 0
    private var shown = 0
    private static let chunk = 1 << 20

    /// `-` is standard input.
    init(_ file: FileArgument) throws {
        if file.name == "-" {
            self.name = "standard input"
            descriptor = STDIN_FILENO
            try Self.refuseOutput(STDIN_FILENO, self.name)
            size = 0
            return
        }
        // A name with an escape in it must not steer the terminal, nor one with a line end make up a line.
        self.name = PlainText.plain(file.name)
        descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure("\(self.name): can't be read; check that it exists and that you may read it.")
        }
        let bytes = Int(tacit_file_size(descriptor))
        guard bytes >= 0 else {
            throw Failure(
                "\(self.name): is a folder; name files, as in `find \(self.name) -type f -exec tacit scrub {} +`.")
        }
        try Self.refuseOutput(descriptor, self.name)
        size = bytes
    }

    /// A file that grows with every line that is read from it would fill the disk.
    private static func refuseOutput(_ descriptor: Int32, _ name: String) throws {
        if tacit_is_same_file(descriptor, STDOUT_FILENO) != 0 {
            throw Failure("\(name): is the output, too, and would never end; write to another file.")
        }
    }

    /// How files of gzip, compress, zstd, xz, bzip2, 7z, lz4 and zip begin.
    private static let compressed: [[UInt8]] = [
        [0x1F, 0x8B], [0x1F, 0x9D], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x42, 0x5A, 0x68],
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x04, 0x22, 0x4D, 0x18], [0x50, 0x4B, 0x03, 0x04],
    ]

    /// What the beginning of a file says about text that can't be looked into.
    private static func remark(on beginning: [UInt8]) -> String? {
        if beginning.starts(with: [0xFF, 0xFE, 0, 0]) || beginning.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "is written in UTF-32, which is not looked into; convert it with `iconv -f UTF-32 -t UTF-8`"
        }
        if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) {
            return "is written in UTF-16, which is not looked into; convert it with `iconv -f UTF-16 -t UTF-8`"
        }
        return compressed.contains { beginning.starts(with: $0) }
            ? "is compressed and is not looked into; decompress it first" : nil
    }

    /// Why this file can't be told to be clean, once something of it was read.
    private(set) var remark: String?

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    /// What is there now, in `chunk`; false at the end. A pipe gives what it has, so that a followed log stays live.
    mutating func next(into chunk: inout [UInt8]) throws -> Bool {
        var count = 0
        chunk = try [UInt8](unsafeUninitializedCapacity: Self.chunk) { space, filled in
            repeat { count = read(descriptor, space.baseAddress, space.count) } while count < 0 && errno == EINTR
            guard count >= 0 else {
                throw Failure("\(name): reading failed; what was written is complete up to there.")
            }
            filled = count
        }
        if done == 0 { remark = Self.remark(on: chunk) }
        done += count
        if size > 64 << 20, done - shown > 16 << 20 || count == 0 {
            shown = done
            ProgressBar("\(name) MiB", total: size >> 20).show(count == 0 ? size >> 20 : min(done, size) >> 20)
        }
        return count > 0
    }
}

/// Standard output.
struct ScrubOutput {
    var bytes: [UInt8] = []

    /// Writes all of `bytes`. A reader that went away ends the program by SIGPIPE, as it ends any filter.
    mutating func flush() throws {
        defer { bytes.removeAll(keepingCapacity: true) }
        try bytes.withUnsafeBytes { all in
            var rest = all[...]
            while !rest.isEmpty {
                let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Failure("standard output: writing failed; is the disk full?") }
                rest = rest.dropFirst(count)
            }
        }
    }
}

/// Line and column of byte offsets that are asked for in ascending order.
struct LineCounter {
    /// Where lines start, from the line that was asked for last on.
    private var starts: [Int] = [0]
    private var first = 0
    private var line = 1
    private var count = 0

    mutating func add(_ chunk: [UInt8]) {
        starts.removeSubrange(..<first)
        first = 0
        for (offset, byte) in chunk.enumerated() where byte == UInt8(ascii: "\n") { starts.append(count + offset + 1) }
        count += chunk.count
    }

    /// Nothing before this offset will be asked for any more.
    mutating func forget(before offset: Int) { _ = place(of: offset) }

    /// Both count from 1; the column counts bytes.
    mutating func place(of offset: Int) -> (line: Int, column: Int) {
        while first + 1 < starts.count, starts[first + 1] <= offset {
            first += 1
            line += 1
        }
        return (line, offset - starts[first] + 1)
    }
}
