import Foundation

extension SigningKey {
    /// Reads the key of a state folder, where it lies sealed under the master key; where there is none and it may be
    /// created, makes one.
    package convenience init(file path: String, master: MasterKey, creating: Bool) throws {
        let file = KeyFile(path)
        if creating, !file.exists { try file.create(Self.sealed(SigningKey(), master)) }
        try self.init(seeds: Self.opened(file.read(Self.fileSize), master, path))
    }

    private static let context = "signing key"
    private static let magic = Array("TSK1".utf8)
    /// What AES-GCM adds: nonce and tag.
    private static let boxOverhead = 28
    private static let wrappedKeySize = 32 + boxOverhead
    private static let fileSize = magic.count + wrappedKeySize + 2 * seedSize + boxOverhead

    private static func sealed(_ key: SigningKey, _ master: MasterKey) throws -> SecretBytes {
        var seeds = key.withSeeds { Array($0) }
        let envelope = try Envelope(sealing: &seeds, context: context, with: master, for: .signing)
        return SecretBytes(copying: magic + envelope.wrappedKey + envelope.box)
    }

    private static func opened(
        _ content: borrowing SecretBytes, _ master: MasterKey, _ path: String
    ) throws(KeyError) -> SecretBytes {
        let content = content.withBytes { Array($0) }
        let parts = content.dropFirst(magic.count)
        let envelope = Envelope(
            wrappedKey: Data(parts.prefix(wrappedKeySize)), box: Data(parts.dropFirst(wrappedKeySize)))
        var seeds: SecretBytes?
        if content.starts(with: magic) {
            try? envelope.open(context: context, with: master, for: .signing) { seeds = SecretBytes(copying: $0) }
        }
        guard let seeds = seeds.take() else {
            throw KeyError(
                .damaged, at: path,
                remedy: "it does not open under the folder's master key; put both back from one backup")
        }
        return seeds
    }
}
