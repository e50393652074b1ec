#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The form of a file that holds one key of 32 bytes, wrapped by a folder's key ring, and a time that belongs to it.
///
/// The key is bound to the time and to a context: a file in the place of another one's does not open. The time can be read without
/// the ring, and be believed with it.
struct WrappedKeyFile {
    static let keySize = 32

    let magic: [UInt8]
    let purpose: MasterKey.Purpose
    /// What to do about a file that does not open.
    let remedy: String

    private var headSize: Int { magic.count + 8 }
    private var fileSize: Int { headSize + Self.keySize + KeyRing.overhead }

    /// Writes the file, complete or not at all.
    func save(
        _ key: UnsafeRawBufferPointer, _ time: Int64, to path: String, context: String, with ring: KeyRing
    ) throws(FileFault) {
        let head = magic + time.littleEndianBytes
        guard let box = try? ring.wrap(key, context: head + Array(context.utf8), for: purpose) else {
            throw FileFault(.unwritable, at: path, remedy: "the key could not be sealed")
        }
        try Files.replace(path, with: head + box)
    }

    func read<T>(
        _ path: String, context: String, with ring: KeyRing, _ make: (consuming SecretBytes, Int64) -> T
    ) throws(FileFault) -> T {
        let (head, box) = try parts(of: path)
        guard let key = try? ring.unwrap(box, context: head + Array(context.utf8), for: purpose) else {
            throw damaged(path)
        }
        return make(key, time(in: head))
    }

    /// The time, as it stands there.
    func time(of path: String) throws(FileFault) -> Int64 { time(in: try parts(of: path).head) }

    /// Has the ring's current generation wrap the key of a file that an earlier one wraps. Answers whether it did.
    func rewrap(_ path: String, context: String, with ring: KeyRing) throws(FileFault) -> Bool {
        let (head, box) = try parts(of: path)
        let wrapped: Data?
        do {
            wrapped = try ring.rewrapped(box, context: head + Array(context.utf8), for: purpose)
        } catch {
            throw damaged(path)
        }
        if let wrapped { try Files.replace(path, with: head + wrapped) }
        return wrapped != nil
    }

    private func time(in head: [UInt8]) -> Int64 { Int64(littleEndianBytes: head.dropFirst(magic.count)) }

    private func parts(of path: String) throws(FileFault) -> (head: [UInt8], box: Data) {
        let bytes = try Files.content(of: path)
        guard bytes.count == fileSize, bytes.starts(with: magic) else { throw damaged(path) }
        return (Array(bytes.prefix(headSize)), Data(bytes.dropFirst(headSize)))
    }

    private func damaged(_ path: String) -> FileFault { FileFault(.damaged, at: path, remedy: remedy) }
}
