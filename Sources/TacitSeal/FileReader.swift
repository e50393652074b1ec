/// A regular file, read from its beginning on.
package final class FileReader {
    private let file: Descriptor
    private var place = 0

    package init(_ path: String) throws(FileFault) { file = try Descriptor(path, 0) }

    package var size: Int { get throws(FileFault) { try file.size } }

    /// The next bytes; fewer only at the end.
    package func read(_ count: Int) throws(FileFault) -> [UInt8] {
        let bytes = try file.bytes(from: place, atMost: count)
        place += bytes.count
        return bytes
    }
}
