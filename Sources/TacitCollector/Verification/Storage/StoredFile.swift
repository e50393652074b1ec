// The system's `stat` is a member of whichever is read first: this or the C library.
import Dispatch
import Foundation
import TacitSeal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Something that lies in a state folder: a file, or a folder in it, or what should not be there at all.
struct StoredFile: Sendable {
    /// As seen from the state folder; empty for the folder itself.
    let name: String
    let path: String
    let size: Int
    let mode: UInt32
    let owner: UInt32
    let kind: Kind
    /// Why what is in a folder can't be told, where it can't.
    private(set) var unlisted: FileFault?

    enum Kind: Sendable { case file, folder, other }

    /// `nil` where it is gone.
    init?(_ name: String, in root: String) {
        self.name = name
        path = name.isEmpty ? root : root + "/" + name
        var status = stat()
        // Where a link leads is nothing of the folder's; the folder itself may be named by one.
        guard (name.isEmpty ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        size = Int(status.st_size)
        mode = UInt32(status.st_mode & 0o7777)
        owner = status.st_uid
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
    }

    /// The names of what is in a folder.
    typealias Listing = (_ path: String) throws(FileFault) -> [String]

    /// A folder and all that is in it, by name.
    static func all(in root: String, listing: Listing = Files.names) -> [StoredFile] {
        guard let folder = StoredFile("", in: root) else { return [] }
        return folder.withContent(in: root, listing)
    }

    private func withContent(in root: String, _ listing: Listing) -> [StoredFile] {
        guard kind == .folder else { return [self] }
        do throws(FileFault) {
            return try [self]
                + listing(path).flatMap { inner in
                    StoredFile(name.isEmpty ? inner : name + "/" + inner, in: root)?.withContent(in: root, listing)
                        ?? []
                }
        } catch {
            var file = self
            file.unlisted = error
            return [file]
        }
    }
}

/// A file that is read in blocks, while others may write to it or cut it off.
final class StoredBytes: Sendable {
    private let descriptor: Int32
    static let block = 1 << 20

    /// `nil` where it is gone, is no regular file, or may not be read.
    init?(_ path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Fills a buffer from a place on; how many bytes there were.
    func read(into buffer: UnsafeMutableRawBufferPointer, from place: Int) -> Int {
        var count = 0
        // No more bytes are read than the buffer has room for.
        while count < buffer.count, let base = buffer.baseAddress {
            let got = pread(descriptor, base + count, buffer.count - count, off_t(place + count))
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { break }
            count += got
        }
        return count
    }

    func read(_ count: Int, from place: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
            read = self.read(into: UnsafeMutableRawBufferPointer(buffer), from: place)
        }
    }

    /// Calls `body` with each block of a range, where it lies, and how many of its first bytes were seen in the one before.
    ///
    /// - Parameters:
    ///   - overlap: so many bytes at most are seen twice, also those before the range.
    ///   - block: so many bytes of a block are new.
    func forEachBlock(
        in range: Range<Int> = 0..<(.max), overlap: Int, block: Int = StoredBytes.block,
        _ body: (_ bytes: UnsafeRawBufferPointer, _ start: Int, _ seen: Int) -> Void
    ) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: block + overlap, alignment: 64)
        defer { buffer.deallocate() }
        var place = range.lowerBound
        while place < range.upperBound {
            let start = max(0, place - overlap)
            let wanted = min(place - start + block, range.upperBound - start)
            let count = read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), from: start)
            guard count > 0 else { return }
            body(UnsafeRawBufferPointer(rebasing: buffer[..<count]), start, min(count, place - start))
            guard count == wanted else { return }
            place = start + count
        }
    }
}
