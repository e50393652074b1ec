package import Crypto

/// 32 secret bytes from which other keys are derived, each for one purpose.
///
/// An app's folder has one, in a file that its owner alone can read. A collector's opens its ``KeyRing``.
///
/// ```swift
/// let key = try MasterKey(file: ".state/install.key", creating: true)
/// let code = key.codes(for: .consentTrail).code(of: bytes)
/// ```
package final class MasterKey: Sendable {
    /// What a derived key is for. Keys of different purposes have nothing in common.
    package enum Purpose: String, Sendable, CaseIterable {
        case ledger = "tacit ledger 1"
        case exactFigures = "tacit exact figures 1"
        case documents = "tacit documents 1"
        case consentTrail = "tacit consent trail 1"
        case queue = "tacit queue 1"
        case transparency = "tacit transparency log 1"
        case contributor = "tacit contributor 1"
        case signing = "tacit signing key 1"
        case windowKeys = "tacit window keys 1"
        case journal = "tacit journal 1"
        case detailKeys = "tacit detail keys 1"
        case keyRing = "tacit key ring 1"
        case backup = "tacit backup 1"
        case fingerprint = "tacit fingerprint 1"
        case shredding = "tacit shredding note 1"
    }

    package static let size = 32
    private let secret: SecretBytes

    /// A new key.
    package init() { secret = .random(count: Self.size) }

    package init(_ secret: consuming SecretBytes) throws(KeyError) {
        guard secret.count == Self.size else {
            throw KeyError(.damaged, at: "master key", remedy: "it should have \(Self.size) bytes")
        }
        self.secret = secret
    }

    /// Reads the key; where there is none and it may be created, makes one that appears in one step, complete or not at all.
    package init(file path: String, creating: Bool) throws(KeyError) {
        let file = KeyFile(path)
        if creating, !file.exists { try file.create(SecretBytes.random(count: Self.size)) }
        secret = try file.read(Self.size)
    }

    /// Writes the key into a file of its own; one that is there stays as it is.
    package func create(file path: String) throws(KeyError) { try KeyFile(path).create(secret) }

    /// Tells this key from others and says nothing of it.
    package var fingerprint: String { derived(for: .fingerprint).withUnsafeBytes { Hex.text($0.prefix(8)) } }

    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R { try secret.withBytes(body) }

    /// Codes under the key of a purpose, which is derived once for all of them.
    package func codes(for purpose: Purpose) -> KeyedCodes { KeyedCodes(key: derived(for: purpose)) }

    package func derived(for purpose: Purpose) -> SymmetricKey {
        secret.withBytes { bytes in
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: bytes), info: Array(purpose.rawValue.utf8), outputByteCount: 32)
        }
    }
}

/// Why a key can't be used. It never holds key material.
package struct KeyError: Error, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case missing = "key.missing"
        case unreadable = "key.unreadable"
        case unwritable = "key.unwritable"
        /// Others than its owner may read the file.
        case exposed = "key.exposed"
        case damaged = "key.damaged"
        /// Another one than that under which something lies.
        case wrong = "key.wrong"
        /// The folder has no key ring.
        case ringMissing = "key-ring.missing"
        /// The key ring is no key ring, or was altered.
        case ringDamaged = "key-ring.damaged"
        /// The key ring is locked in another way than the configuration says.
        case sourceDiffers = "key-ring.source-differs"
        case passphraseMissing = "passphrase.missing"
        case passphraseWrong = "passphrase.wrong"
        case passphraseShort = "passphrase.short"
        /// The operator's program did not answer with a key, or not in time.
        case commandFailed = "key-command.failed"
        case commandLate = "key-command.late"
        case shareAltered = "key-share.altered"
        /// Of another set than the others.
        case shareForeign = "key-share.foreign"
        case sharesTooFew = "key-share.too-few"
    }

    package let code: Code
    package let place: String
    package let remedy: String

    package init(_ code: Code, at place: String, remedy: String) {
        self.code = code
        self.place = place
        self.remedy = remedy
    }

    package var description: String { "\(code.rawValue): \(place): \(remedy)" }
}

/// HMAC-SHA256 under one key.
package struct KeyedCodes {
    private let keyed: HMAC<SHA256>

    init(key: SymmetricKey) { keyed = HMAC<SHA256>(key: key) }

    package func code(of bytes: [UInt8]) -> [UInt8] {
        var code = keyed
        code.update(data: bytes)
        return Array(code.finalize())
    }
}
