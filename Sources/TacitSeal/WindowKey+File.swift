#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A window's key while the window is open: in a file, wrapped by the folder's key ring, so that a restart goes on with it.
extension WindowKey {
    private static let magic = Array("TWK1".utf8)
    private static let headSize = magic.count + 8
    private static let fileSize = headSize + size + KeyRing.overhead

    /// Writes the file, complete or not at all.
    ///
    /// - Parameter context: which window it is; a file in the place of another one's does not open.
    package func save(to path: String, context: String, with ring: KeyRing) throws(FileFault) {
        let head = Self.magic + withUnsafeBytes(of: since.littleEndian) { Array($0) }
        let box = withBytes { try? ring.wrap($0, context: head + Array(context.utf8), for: .windowKeys) }
        guard let box else { throw FileFault(.unwritable, at: path, remedy: "the key could not be sealed") }
        try Files.replace(path, with: head + box)
    }

    package static func read(
        _ path: String, context: String, with ring: KeyRing
    ) throws(FileFault) -> WindowKey {
        let (head, box) = try parts(of: path)
        guard let secret = try? ring.unwrap(box, context: head + Array(context.utf8), for: .windowKeys) else {
            throw damaged(path)
        }
        let since = head.dropFirst(magic.count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return WindowKey(secret, since: Int64(bitPattern: since))
    }

    /// Has the ring's current generation wrap the key of a file that an earlier one wraps. Answers whether it did.
    package static func rewrap(_ path: String, context: String, with ring: KeyRing) throws(FileFault) -> Bool {
        let (head, box) = try parts(of: path)
        let wrapped: Data?
        do {
            wrapped = try ring.rewrapped(box, context: head + Array(context.utf8), for: .windowKeys)
        } catch {
            throw damaged(path)
        }
        if let wrapped { try Files.replace(path, with: head + wrapped) }
        return wrapped != nil
    }

    private static func parts(of path: String) throws(FileFault) -> (head: [UInt8], box: Data) {
        let bytes = try Files.content(of: path)
        guard bytes.count == fileSize, bytes.starts(with: magic) else { throw damaged(path) }
        return (Array(bytes.prefix(headSize)), Data(bytes.dropFirst(headSize)))
    }

    private static func damaged(_ path: String) -> FileFault {
        FileFault(.damaged, at: path, remedy: "it does not open with the folder's keys; put both back from one backup")
    }
}
