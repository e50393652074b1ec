package import TacitSeal

/// Where a folder's master key comes from.
package enum KeySource: Sendable {
    /// A file of 32 bytes that its owner alone can read.
    case file(String)
    case passphrase(Passphrase)
    case vault(any KeyVault)

    /// The file that every folder has where nothing else was said.
    package static func standard(in folder: String) -> KeySource { .file(folder + "/master.key") }

    /// Where a new master key lies until the ring is under it.
    static func next(_ path: String) -> String { path + ".next" }

    /// Says how the key can be had again. A file's is written elsewhere.
    package func lock(_ key: MasterKey) throws(KeyError) -> KeyLock {
        switch self {
        case .file: .file
        case .passphrase(let passphrase): .passphrase(try PassphraseLock(of: key, with: passphrase))
        case .vault(let vault): .command(wrapped: try vault.wrap(key))
        }
    }

    /// Asks for a passphrase that is to be a new one, and refuses it, before anything is changed.
    package func prepare() throws(KeyError) {
        if case .passphrase(let passphrase) = self { try passphrase.lend(isNew: true) { _ in } }
    }

    /// The key that a lock is about, which has this fingerprint.
    func key(_ lock: KeyLock, fingerprint: String, at place: String) throws(KeyError) -> MasterKey {
        switch (self, lock) {
        case (.file(let path), _): return try Self.key(in: path, fingerprint: fingerprint)
        case (.passphrase(let passphrase), .passphrase(let lock)): return try lock.open(with: passphrase, at: place)
        case (.vault(let vault), .command(let wrapped)): return try vault.unwrap(wrapped)
        case (.passphrase, _), (.vault, _):
            throw KeyError(
                .sourceDiffers, at: place,
                remedy: "its master key comes from a \(lock.name), and `keys.source` says otherwise; "
                    + "`tacit keys rotate` puts the ring under the one that it says")
        }
    }

    /// A file's key, or the one beside it that takes its place, where a rotation did not come to its end.
    private static func key(in path: String, fingerprint: String) throws(KeyError) -> MasterKey {
        let next = Self.next(path)
        if KeyFile(next).exists, let key = try? MasterKey(file: next, creating: false), key.fingerprint == fingerprint {
            return key
        }
        return try MasterKey(file: path, creating: false)
    }
}

/// Something outside that wraps a master key, such as a key management service.
package protocol KeyVault: Sendable {
    func wrap(_ key: MasterKey) throws(KeyError) -> [UInt8]
    func unwrap(_ wrapped: [UInt8]) throws(KeyError) -> MasterKey
}
