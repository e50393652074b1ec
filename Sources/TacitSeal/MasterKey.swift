import Crypto
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The one key of a state folder, from which the others are derived: 32 bytes in a file that its owner alone can read.
///
/// ```swift
/// let key = try MasterKey(file: ".state/master.key", creating: true)
/// let code = key.codes(for: .ledger).code(of: bytes)
/// ```
package final class MasterKey: Sendable {
    /// What a derived key is for. Keys of different purposes have nothing in common.
    package enum Purpose: String, Sendable {
        case ledger = "tacit ledger 1"
        case exactFigures = "tacit exact figures 1"
        case documents = "tacit documents 1"
        case consentTrail = "tacit consent trail 1"
    }

    private static let size = 32
    private let secret: SecretBytes

    /// Reads the key; where there is none and it may be created, makes one that appears in one step, complete or not at all.
    package init(file path: String, creating: Bool) throws(KeyError) {
        if creating, access(path, F_OK) != 0 { try Self.create(path) }
        secret = try Self.load(path)
    }

    /// Codes under the key of a purpose, which is derived once for all of them.
    package func codes(for purpose: Purpose) -> KeyedCodes { KeyedCodes(key: derived(for: purpose)) }

    func derived(for purpose: Purpose) -> SymmetricKey {
        secret.withBytes { bytes in
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: bytes), info: Array(purpose.rawValue.utf8), outputByteCount: 32)
        }
    }

    private static func load(_ path: String) throws(KeyError) -> SecretBytes {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? KeyError(.missing, at: path, remedy: "put the file back from your backup of the state folder")
                : KeyError(.unreadable, at: path, remedy: "check the owner and mode of the file")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw KeyError(.exposed, at: path, remedy: "others may read it; run `chmod 600` on it")
        }
        // One byte more than there should be, so that a longer file is noticed.
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: size + 1, alignment: 1)
        defer {
            wipe(bytes)
            bytes.deallocate()
        }
        guard read(descriptor, bytes.baseAddress, bytes.count) == size else {
            throw KeyError(.damaged, at: path, remedy: "it should have \(size) bytes; put it back from your backup")
        }
        return SecretBytes(copying: UnsafeRawBufferPointer(rebasing: bytes.prefix(size)))
    }

    /// Written beside and linked into place: whoever else does the same at this moment gets the same key.
    private static func create(_ path: String) throws(KeyError) {
        let draft = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(path) }
        defer { unlink(draft) }
        let isWritten = SecretBytes.random(count: size).withBytes {
            write(descriptor, $0.baseAddress, $0.count) == size && fsync(descriptor) == 0
        }
        close(descriptor)
        guard isWritten, link(draft, path) == 0 || errno == EEXIST else { throw unwritable(path) }
        // The name is on the disk before anything is sealed with the key.
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private static func unwritable(_ path: String) -> KeyError {
        KeyError(.unwritable, at: path, remedy: "check the owner and mode of the folder, and whether the disk is full")
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

/// Overwrites in a way that the compiler can't leave out.
func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    #if os(Linux)
        explicit_bzero(base, bytes.count)
    #else
        memset_s(base, bytes.count, 0, bytes.count)
    #endif
}
