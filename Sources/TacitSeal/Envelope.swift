import Crypto
package import Foundation

/// Bytes under AES-256-GCM with a key of their own, which is wrapped by a generation of the key ring.
///
/// Destroying the wrapped key makes the box unreadable wherever copies of it lie. Both are bound to a context: an envelope
/// that is put in the place of another does not open. Another generation may wrap the key later; the box stays.
///
/// ```swift
/// let envelope = try Envelope(sealing: &bytes, context: "exact feature.uses day 1764028800", with: ring)
/// let cells = try envelope.open(context: "exact feature.uses day 1764028800", with: ring) { ExactBytes.cells(in: $0) }
/// ```
package struct Envelope: Sendable, Equatable {
    package let wrappedKey: Data
    package let box: Data

    package init(wrappedKey: Data, box: Data) {
        self.wrappedKey = wrappedKey
        self.box = box
    }

    /// Seals the bytes and overwrites them. Each envelope has a fresh key, so no nonce can meet another.
    package init(
        sealing bytes: inout [UInt8], context: String, with ring: KeyRing,
        for purpose: MasterKey.Purpose = .exactFigures
    ) throws {
        defer { bytes.withUnsafeMutableBytes { wipe($0) } }
        let key = SymmetricKey(size: .bits256)
        let wrapped = try key.withUnsafeBytes { try ring.wrap($0, context: Array(context.utf8), for: purpose) }
        let box = try bytes.withUnsafeBytes { try Self.seal($0, context, key) }
        self.init(wrappedKey: wrapped, box: box)
    }

    private static func seal(_ bytes: UnsafeRawBufferPointer, _ context: String, _ key: SymmetricKey) throws -> Data {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: Array(context.utf8))
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return combined
    }

    /// Lends the bytes, and overwrites them; an error where key, context or a single bit differ.
    package func open<R>(
        context: String, with ring: KeyRing, for purpose: MasterKey.Purpose = .exactFigures,
        _ body: (UnsafeRawBufferPointer) throws -> R
    ) throws -> R {
        let context = Array(context.utf8)
        let key = try ring.unwrap(wrappedKey, context: context, for: purpose)
        guard let box = try? AES.GCM.SealedBox(combined: box),
            var bytes = try? AES.GCM.open(
                box, using: key.withBytes { SymmetricKey(data: $0) }, authenticating: context)
        else { throw SealError.unopened("envelope") }
        defer { bytes.withUnsafeMutableBytes { wipe($0) } }
        return try bytes.withUnsafeBytes(body)
    }
}
