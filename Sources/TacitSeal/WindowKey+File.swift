import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A window's key while the window is open: in a file, sealed under the folder's master key, so that a restart goes on with it.
extension WindowKey {
    private static let magic = Array("TWK1".utf8)
    private static let fileSize = magic.count + 8 + size + 28

    /// Writes the file, complete or not at all.
    ///
    /// - Parameter context: which window it is; a file in the place of another one's does not open.
    package func save(to path: String, context: String, with master: MasterKey) throws(FileFault) {
        let head = Self.magic + withUnsafeBytes(of: since.littleEndian) { Array($0) }
        let box = withBytes { bytes in
            try? AES.GCM.seal(
                bytes, using: master.derived(for: .windowKeys), authenticating: head + Array(context.utf8)
            ).combined
        }
        guard let box = box ?? nil else {
            throw FileFault(.unwritable, at: path, remedy: "the key could not be sealed")
        }
        try Files.replace(path, with: head + box)
    }

    package static func read(
        _ path: String, context: String, with master: MasterKey
    ) throws(FileFault) -> WindowKey {
        let bytes = try Files.content(of: path)
        let head = bytes.prefix(magic.count + 8)
        guard bytes.count == fileSize, bytes.starts(with: magic),
            let box = try? AES.GCM.SealedBox(combined: bytes.dropFirst(head.count)),
            var secret = try? AES.GCM.open(
                box, using: master.derived(for: .windowKeys), authenticating: Array(head) + Array(context.utf8)),
            secret.count == size
        else {
            throw FileFault(
                .damaged, at: path,
                remedy: "it does not open under the folder's master key; put both back from one backup")
        }
        defer { secret.withUnsafeMutableBytes { wipe($0) } }
        let since = head.dropFirst(magic.count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return WindowKey(SecretBytes(copying: secret), since: Int64(bitPattern: since))
    }
}
