#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new file that its owner alone can read, written from its beginning on.
package final class FileAppender {
    private let file: Descriptor
    private var waiting: [UInt8] = []
    private var place = 0

    private static let block = 1 << 20

    /// There must be none of that name.
    package init(_ path: String) throws(FileFault) { file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL) }

    package func append(_ bytes: some Collection<UInt8>) throws(FileFault) {
        waiting.append(contentsOf: bytes)
        if waiting.count >= Self.block { try flush() }
    }

    /// Returns when all is on the disk.
    package func finish() throws(FileFault) { try flush() }

    private func flush() throws(FileFault) {
        try file.write(waiting, at: place, truncatingFrom: 0)
        place += waiting.count
        waiting.removeAll(keepingCapacity: true)
    }
}
