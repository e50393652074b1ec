import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Signed documents, one a line, of which none can be altered, moved or taken out unnoticed.
///
/// ```swift
/// let log = SignedLog<Deletions>(path: ".state/deletions.log")
/// let entry = try log.append(Deletions(removed, for: .purge), at: now, signedBy: key)
/// let check = try log.verify(trusting: [key.verifyingKey])      // which lines are not as they were written
/// ```
///
/// Each line holds the SHA-256 of the one before, and two signatures that both must be right. What lies behind the last newline is
/// of a write that was cut short; it is left out, and goes with the next line.
package struct SignedLog<Content: LogContent>: Sendable {
    package typealias Entry = SignedEntry<Content>

    package let path: String

    package init(path: String) { self.path = path }

    /// A line as it stands.
    package struct Line: Sendable {
        /// Counts from 1.
        package let number: Int
        /// SHA-256 of its bytes.
        package let digest: [UInt8]
        /// Why it is no entry, where it is none.
        package let entry: Result<Entry, SealError>
    }

    /// All that stands in the file.
    package struct Lines: Sendable {
        package var lines: [Line] = []
        /// Whether bytes of a write that was cut short stand behind the last line.
        package var isTorn = false

        /// Those that can be read. Whether they are as they were written, ``SignedLog/verify(trusting:head:)`` tells.
        package var entries: [Entry] { lines.compactMap { try? $0.entry.get() } }
    }

    /// Every line; none where there is no log.
    package func read() throws(FileFault) -> Lines {
        guard Files.exist(path) else { return Lines() }
        return Self.lines(of: try Files.content(of: path)[...])
    }

    private static func lines(of bytes: ArraySlice<UInt8>) -> Lines {
        var content = Lines()
        var rest = bytes
        while let end = rest.firstIndex(of: newline) {
            content.lines.append(line(content.lines.count + 1, rest[..<end]))
            rest = rest[(end + 1)...]
        }
        content.isTorn = !rest.isEmpty
        return content
    }

    private static func line(_ number: Int, _ bytes: ArraySlice<UInt8>) -> Line {
        let entry = Result { () throws(SealError) in try Entry(json: Data(bytes)) }
        return Line(number: number, digest: Array(SHA256.hash(data: Array(bytes))), entry: entry)
    }

    private static var newline: UInt8 { UInt8(ascii: "\n") }

    // MARK: Appending

    /// Adds an entry; it is on the disk when this returns.
    ///
    /// Lines that were altered before stop nothing: the new one is chained to what stands there.
    package func append(_ content: Content, at now: Int64, signedBy key: SigningKey) throws -> Entry {
        let lock = try FileLock.take(path + ".lock")
        defer { withExtendedLifetime(lock) {} }
        return try add(content, at: now, signedBy: key)
    }

    /// Adds what `contents` makes of the entries that stand behind `head`, and nobody else adds any in between.
    ///
    /// - Parameter head: where the log ended when the caller last knew; without one it looks at all.
    package func append(
        after head: Head?, signedBy key: SigningKey, _ contents: ([Entry]) -> [(content: Content, at: Int64)]
    ) throws -> [Entry] {
        let lock = try FileLock.take(path + ".lock")
        defer { withExtendedLifetime(lock) {} }
        let last = try last(signedBy: key.verifyingKey).map { Hex.text($0.digest) }
        let others = last == head?.digest ? [] : try read().entries.filter { $0.number > head?.number ?? 0 }
        return try contents(others).map { try add($0.content, at: $0.at, signedBy: key) }
    }

    /// For who holds the lock.
    private func add(_ content: Content, at now: Int64, signedBy key: SigningKey) throws -> Entry {
        let last = try last(signedBy: key.verifyingKey)
        let entry = try Entry(
            content, number: (last?.number ?? 0) + 1,
            previous: last?.digest ?? [UInt8](repeating: 0, count: 32), at: now, signedBy: key,
            isFirstOfKey: (try? last?.entry.get())?.key != key.verifyingKey.id)
        try Files.appendLines(Array(entry.json) + [Self.newline], to: path)
        return entry
    }

    /// The last line. Where the key has not signed it as it is, its number is counted.
    private func last(signedBy key: VerifyingKey) throws(FileFault) -> Line? {
        guard Files.exist(path) else { return nil }
        // A line has about five kilobytes.
        let ending = Files.ending(of: path, bytes: 1 << 16)
        if let end = ending.lastIndex(of: Self.newline),
            let start = ending[..<end].lastIndex(of: Self.newline)
        {
            let line = Self.line(0, ending[(start + 1)..<end])
            if let entry = try? line.entry.get(), (try? entry.verify(by: key)) != nil {
                return Line(number: entry.number, digest: line.digest, entry: line.entry)
            }
        }
        return try read().lines.last
    }
}
