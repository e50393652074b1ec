/// A window's key while the window is open: in a file, wrapped by the folder's key ring, so that a restart goes on with it.
extension WindowKey {
    private static let file = WrappedKeyFile(
        magic: Array("TWK1".utf8), purpose: .windowKeys,
        remedy: "it does not open with the folder's keys; put both back from one backup")

    /// Writes the file, complete or not at all.
    ///
    /// - Parameter context: which window it is; a file in the place of another one's does not open.
    package func save(to path: String, context: String, with ring: KeyRing) throws(FileFault) {
        let saved = withBytes { key in
            Result { () throws(FileFault) in
                try Self.file.save(key, since, to: path, context: context, with: ring)
            }
        }
        try saved.get()
    }

    package static func read(
        _ path: String, context: String, with ring: KeyRing
    ) throws(FileFault) -> WindowKey {
        try file.read(path, context: context, with: ring) { WindowKey($0, since: $1) }
    }

    /// Has the ring's current generation wrap the key of a file that an earlier one wraps. Answers whether it did.
    package static func rewrap(_ path: String, context: String, with ring: KeyRing) throws(FileFault) -> Bool {
        try file.rewrap(path, context: context, with: ring)
    }
}
