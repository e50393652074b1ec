import Crypto
import Foundation
package import TacitSeal

/// The certificates of everything that a collector removed, one a line, in `deletions.log` of its state folder.
///
/// ```swift
/// let log = DeletionLog(in: ".state")
/// let certificate = try log.append(removed, for: .retention, at: now, signedBy: key)
/// let check = try log.verify(trusting: [key.verifyingKey.id])      // which lines are not as they were written
/// try await log.replay(on: store)                                  // what was removed stays removed in a copy from before
/// ```
///
/// Each line holds the SHA-256 of the one before, and two signatures that both must be right. It names kinds, metrics and windows,
/// no value and no key, and is about no one: it is kept as long as the store. What lies behind the last newline is of a write that
/// was cut short; it is left out, and goes with the next line.
package struct DeletionLog: Sendable {
    package static let name = "deletions.log"

    package let path: String

    /// The log of a state folder.
    package init(in state: String) { path = state + "/" + Self.name }

    /// A line as it stands.
    package struct Line: Sendable {
        /// Counts from 1.
        package let number: Int
        /// SHA-256 of its bytes.
        package let digest: [UInt8]
        /// Why it is no certificate, where it is none.
        package let certificate: Result<DeletionCertificate, SealError>
    }

    package struct Content: Sendable {
        package var lines: [Line] = []
        /// Whether bytes of a write that was cut short stand behind the last line.
        package var isTorn = false

        /// Those that can be read. Whether they are as they were written, ``DeletionLog/verify(trusting:head:)`` tells.
        package var certificates: [DeletionCertificate] { lines.compactMap { try? $0.certificate.get() } }
    }

    /// Every line; none where there is no log.
    package func read() throws(FileFault) -> Content {
        guard Files.exist(path) else { return Content() }
        return Self.content(of: try Files.content(of: path)[...])
    }

    private static func content(of bytes: ArraySlice<UInt8>) -> Content {
        var content = Content()
        var rest = bytes
        while let end = rest.firstIndex(of: newline) {
            content.lines.append(line(content.lines.count + 1, rest[..<end]))
            rest = rest[(end + 1)...]
        }
        content.isTorn = !rest.isEmpty
        return content
    }

    private static func line(_ number: Int, _ bytes: ArraySlice<UInt8>) -> Line {
        let certificate = Result { () throws(SealError) in try DeletionCertificate(json: Data(bytes)) }
        return Line(number: number, digest: Array(SHA256.hash(data: Array(bytes))), certificate: certificate)
    }

    private static let newline = UInt8(ascii: "\n")

    // MARK: Appending

    /// Adds the certificate of what was removed; it is on the disk when this returns.
    ///
    /// Lines that were altered before stop nothing: the new one is chained to what stands there.
    package func append(
        _ removed: [Deletion], for reason: DeletionCertificate.Reason, at now: Int64, signedBy key: SigningKey
    ) throws -> DeletionCertificate {
        let lock = try FileLock.take(path + ".lock")
        defer { withExtendedLifetime(lock) {} }
        let last = try last()
        let before = try? last?.certificate.get()
        let certificate = try DeletionCertificate(
            .init(
                number: (before?.statement.number ?? last?.number ?? 0) + 1,
                previous: last?.digest ?? Self.beginning, at: now, reason: reason, removed: removed),
            signedBy: key, isFirstOfKey: before?.key != key.verifyingKey.id)
        try Files.appendLines(Array(certificate.json) + [Self.newline], to: path)
        return certificate
    }

    private static let beginning = [UInt8](repeating: 0, count: 32)

    /// The last line. Where it is none of ours, its number is counted.
    private func last() throws(FileFault) -> Line? {
        guard Files.exist(path) else { return nil }
        // A line has about five kilobytes.
        let ending = Files.ending(of: path, bytes: 1 << 16)
        if let end = ending.lastIndex(of: Self.newline),
            let start = ending[..<end].lastIndex(of: Self.newline)
        {
            let line = Self.line(0, ending[(start + 1)..<end])
            if case .success = line.certificate { return line }
        }
        return try read().lines.last
    }
}
