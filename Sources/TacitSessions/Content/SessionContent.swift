import Foundation
import TacitSeal

/// What is in a session before it is sealed: its consent, the type of its content, and the content.
///
/// ```
/// length of consent, 2   consent   length of type, 1   type   content
/// ```
enum SessionContent {
    /// The most bytes of a content type.
    static let mostTypeBytes = 127

    /// What was put together, overwritten once `body` has had it.
    static func withBytes<R>(
        _ content: UnsafeRawBufferPointer, type: String, consent: SessionConsent,
        _ body: (UnsafeRawBufferPointer) throws -> R
    ) rethrows -> R {
        let consent = consent.bytes
        let size = 3 + consent.count + type.utf8.count + content.count
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        defer {
            wipeBuffer(bytes)
            bytes.deallocate()
        }
        bytes[0] = UInt8(consent.count >> 8)
        bytes[1] = UInt8(consent.count & 0xFF)
        bytes[2 + consent.count] = UInt8(type.utf8.count)
        UnsafeMutableRawBufferPointer(rebasing: bytes[2...]).copyBytes(from: consent)
        UnsafeMutableRawBufferPointer(rebasing: bytes[(3 + consent.count)...]).copyBytes(from: type.utf8)
        UnsafeMutableRawBufferPointer(rebasing: bytes[(3 + consent.count + type.utf8.count)...])
            .copyMemory(from: content)
        return try body(UnsafeRawBufferPointer(bytes))
    }

    /// The parts of what was opened; `nil` where it has another form.
    static func parts(
        _ bytes: UnsafeRawBufferPointer
    ) -> (consent: SessionConsent, type: String, content: UnsafeRawBufferPointer)? {
        guard bytes.count >= 3 else { return nil }
        let consentEnd = 2 + (Int(bytes[0]) << 8 | Int(bytes[1]))
        guard consentEnd < bytes.count, consentEnd + 1 + Int(bytes[consentEnd]) <= bytes.count,
            let consent = SessionConsent(Array(bytes[2..<consentEnd]))
        else { return nil }
        let typeEnd = consentEnd + 1 + Int(bytes[consentEnd])
        let type = String(decoding: bytes[(consentEnd + 1)..<typeEnd], as: UTF8.self)
        return (consent, type, UnsafeRawBufferPointer(rebasing: bytes[typeEnd...]))
    }
}
