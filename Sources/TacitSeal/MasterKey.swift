package import Crypto

/// The one key of a state folder, from which the others are derived: 32 bytes in a file that its owner alone can read.
///
/// ```swift
/// let key = try MasterKey(file: ".state/master.key", creating: true)
/// let code = key.codes(for: .ledger).code(of: bytes)
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
    }

    private static let size = 32
    private let secret: SecretBytes

    /// Reads the key; where there is none and it may be created, makes one that appears in one step, complete or not at all.
    package init(file path: String, creating: Bool) throws(KeyError) {
        let file = KeyFile(path)
        if creating, !file.exists { try file.create(SecretBytes.random(count: Self.size)) }
        secret = try file.read(Self.size)
    }

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
    }

    package let code: Code
    package let place: String
    package let remedy: String

    init(_ code: Code, at place: String, remedy: String) {
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
