import Crypto
package import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A master key under a passphrase: AES-256-GCM with a key that scrypt makes of it.
package struct PassphraseLock: Sendable, Equatable, Codable {
    /// The logarithm of scrypt's N. What a file says is taken within bounds: it must not cost all memory.
    package let cost: Int
    private let salt: String
    private let box: String

    private static let costs = 4...20
    private static let context = Array("tacit passphrase lock 1".utf8)

    /// - Parameter cost: 17 takes 128 MiB and about half a second. A lower one is for tests.
    package init(of key: MasterKey, with passphrase: Passphrase, cost: Int = 17) throws(KeyError) {
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255) }
        let box = try passphrase.lend(isNew: true) { passphrase in
            key.withBytes { key in
                try? AES.GCM.seal(
                    key, using: Scrypt.key(of: passphrase, salt: salt, cost: cost),
                    authenticating: Self.context + [UInt8(cost)] + salt
                ).combined
            }
        }
        guard let box = box ?? nil else {
            throw KeyError(.unwritable, at: "passphrase", remedy: "there is too little memory to lock a key with it")
        }
        self.cost = cost
        self.salt = Hex.text(salt)
        self.box = Hex.text(box)
    }

    /// The key; an error where the passphrase is another one, or anything of the lock was altered.
    package func open(with passphrase: Passphrase, at place: String) throws(KeyError) -> MasterKey {
        guard Self.costs ~= cost, let salt = Hex.bytes(salt), let bytes = Hex.bytes(box),
            let box = try? AES.GCM.SealedBox(combined: bytes)
        else { throw KeyError(.ringDamaged, at: place, remedy: "its lock can't be read; put it back from your backup") }
        let cost = cost
        let opened = try passphrase.lend(isNew: false) { passphrase -> Data? in
            guard let key = try? Scrypt.key(of: passphrase, salt: salt, cost: cost) else { return nil }
            return try? AES.GCM.open(box, using: key, authenticating: Self.context + [UInt8(cost)] + salt)
        }
        guard var opened else {
            throw KeyError(
                .passphraseWrong, at: place,
                remedy: "it is another passphrase, or the file was altered; try the right one")
        }
        return try MasterKey(SecretBytes(taking: &opened))
    }
}
