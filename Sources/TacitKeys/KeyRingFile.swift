import Crypto
package import TacitSeal

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder's key ring, encrypted under the master key: `keyring.json`, which its owner alone can read.
///
/// ```swift
/// let file = KeyRingFile(in: ".state")
/// let ring = try file.create(with: .standard(in: ".state"), at: now)
/// let same = try file.open(with: .standard(in: ".state")).ring
/// ```
///
/// What it says in the clear (the master key's fingerprint, the lock, the generation) is bound to what it holds: with one letter
/// altered it does not open.
package struct KeyRingFile: Sendable {
    package let path: String

    package init(in folder: String) { path = folder + "/keyring.json" }

    package var exists: Bool { Files.exist(path) }

    /// What the file says without any key.
    package struct Head: Sendable, Equatable, Codable {
        var format = 1
        /// The master key's fingerprint.
        package let master: String
        package let generation: UInt32
        package let lock: KeyLock
    }

    private struct Document: Codable {
        let head: Head
        let ring: String
    }

    private static let largest = 1 << 16

    private var damaged: KeyError {
        KeyError(.ringDamaged, at: path, remedy: "it was altered, or is no key ring; put it back from your backup")
    }

    private func read() throws(KeyError) -> Document {
        guard exists else {
            throw KeyError(
                .ringMissing, at: path,
                remedy: "put it back (`tacit keys restore`, or from your backup): nothing opens without it")
        }
        let content = try KeyFile(path).read(atMost: Self.largest)
        let document = content.withBytes { try? JSONDecoder().decode(Document.self, from: Data($0)) }
        guard let document, document.head.format == 1 else { throw damaged }
        return document
    }

    package func head() throws(KeyError) -> Head { try read().head }

    /// The ring, and the key that it lies under.
    package func open(with source: KeySource) throws(KeyError) -> (ring: KeyRing, master: MasterKey) {
        let document = try read()
        let master = try source.key(document.head.lock, fingerprint: document.head.master, at: path)
        guard master.fingerprint == document.head.master else {
            throw KeyError(
                .wrong, at: path,
                remedy: "it lies under master key \(document.head.master), and this is \(master.fingerprint); "
                    + "give it the key that belongs to it")
        }
        guard let bytes = Hex.bytes(document.ring), let box = try? AES.GCM.SealedBox(combined: bytes),
            var opened = try? AES.GCM.open(
                box, using: master.derived(for: .keyRing), authenticating: Self.encoded(document.head))
        else { throw damaged }
        guard !opened.isEmpty, let ring = KeyRing(SecretBytes(taking: &opened)),
            ring.current.number == document.head.generation
        else { throw damaged }
        return (ring, master)
    }

    /// Makes a ring, where there is none, and the master key with it. Whoever does the same at this moment gets the same one.
    package func create(with source: KeySource, at now: Int64) throws(KeyError) -> KeyRing {
        if exists { return try open(with: source).ring }
        try create(KeyRing(at: now), with: source)
        return try open(with: source).ring
    }

    /// Puts a ring where there is none, and makes the master key where there is none. One that is there stays as it is.
    package func create(_ ring: KeyRing, with source: KeySource) throws(KeyError) {
        let master =
            if case .file(let path) = source { try MasterKey(file: path, creating: true) } else { MasterKey() }
        let content = try content(ring, under: master, lock: source.lock(master))
        try KeyFile(path).create(SecretBytes(copying: content))
    }

    /// Puts another ring in the place of this one, in one step.
    package func replace(with ring: KeyRing, under master: MasterKey, lock: KeyLock) throws(KeyError) {
        let content = try content(ring, under: master, lock: lock)
        do {
            try Files.replace(path, with: content)
        } catch {
            throw KeyError(.unwritable, at: error.place, remedy: error.remedy)
        }
    }

    private func content(_ ring: KeyRing, under master: MasterKey, lock: KeyLock) throws(KeyError) -> [UInt8] {
        let head = Head(master: master.fingerprint, generation: ring.current.number, lock: lock)
        let box = try? ring.secret.withBytes {
            try AES.GCM.seal($0, using: master.derived(for: .keyRing), authenticating: Self.encoded(head)).combined
        }
        guard let box = box ?? nil, let content = try? Self.encoded(Document(head: head, ring: Hex.text(box))) else {
            throw KeyError(.unwritable, at: path, remedy: "the ring could not be sealed")
        }
        return content + [UInt8(ascii: "\n")]
    }

    private static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return Array(try encoder.encode(value))
    }
}
