import Foundation

extension SigningKey {
    /// Reads the key of a state folder, where it lies sealed under the key ring; where there is none and it may be
    /// created, makes one.
    package convenience init(file path: String, ring: KeyRing, creating: Bool) throws {
        let file = KeyFile(path)
        if creating, !file.exists { try file.create(Self.sealed(SigningKey(), ring)) }
        try self.init(seeds: Self.opened(file.read(Self.fileSize), ring, path))
    }

    private static let context = "signing key"
    private static let magic = Array("TSK1".utf8)
    /// What AES-GCM adds: nonce and tag.
    private static let boxOverhead = 28
    private static let wrappedKeySize = 32 + KeyRing.overhead
    private static let fileSize = magic.count + wrappedKeySize + 2 * seedSize + boxOverhead

    private static func sealed(_ key: SigningKey, _ ring: KeyRing) throws -> SecretBytes {
        var seeds = key.withSeeds { Array($0) }
        let envelope = try Envelope(sealing: &seeds, context: context, with: ring, for: .signing)
        return SecretBytes(copying: magic + envelope.wrappedKey + envelope.box)
    }

    private static func opened(
        _ content: borrowing SecretBytes, _ ring: KeyRing, _ path: String
    ) throws(KeyError) -> SecretBytes {
        let content = content.withBytes { Array($0) }
        let parts = content.dropFirst(magic.count)
        let envelope = Envelope(
            wrappedKey: Data(parts.prefix(wrappedKeySize)), box: Data(parts.dropFirst(wrappedKeySize)))
        var seeds: SecretBytes?
        if content.starts(with: magic) {
            try? envelope.open(context: context, with: ring, for: .signing) { seeds = SecretBytes(copying: $0) }
        }
        guard let seeds = seeds.take() else {
            throw KeyError(
                .damaged, at: path,
                remedy: "it does not open with the folder's keys; put both back from one backup")
        }
        return seeds
    }

    /// Has the ring's current generation wrap the key of a file that an earlier one wraps. Answers whether it did.
    package static func rewrap(_ path: String, with ring: KeyRing) throws -> Bool {
        let content = try KeyFile(path).read(fileSize).withBytes { Array($0) }
        let key = Data(content.dropFirst(magic.count).prefix(wrappedKeySize))
        guard let wrapped = try ring.rewrapped(key, context: Array(context.utf8), for: .signing) else { return false }
        try Files.replace(path, with: magic + wrapped + content.dropFirst(magic.count + wrappedKeySize))
        return true
    }
}
