import Crypto
import Foundation
import Synchronization
package import TacitSeal
import TacitStores

/// What lies in a state folder before the first key is shredded, so that what a process has destroyed that ends in between is certified.
///
/// ```swift
/// let note = notes.note(of: .emergency, at: now)
/// note.add(keys, removing: deletions)          // then the keys; once the store has what went, ``ShreddingNote/remove()``
/// let left = notes.takeUp()                    // in the next process: ends what was begun, and says what that was
/// ```
///
/// A note names files and deletions, and no value and no key. It has a code under the folder's key ring: nothing is shredded or certified
/// that somebody else may have written.
package final class ShreddingNotes: Sendable {
    fileprivate let folder: String
    private let ring: KeyRing
    /// Of this process, which are not left by another.
    private let own = Mutex<Set<String>>([])

    private static let prefix = "shredding-"
    private static let suffix = ".note"

    package init(in state: String, ring: KeyRing) {
        folder = state
        self.ring = ring
    }

    /// Whether a file of a state folder is one of them.
    static func isName(_ name: String) -> Bool {
        let number = name.dropFirst(prefix.count).dropLast(suffix.count)
        return name == prefix + number + suffix && Hex.bytes(String(number))?.count == 8
    }

    /// A note of one removal, which is written when the first keys are added.
    func note(of reason: Deletions.Reason, at now: Int64) -> ShreddingNote {
        let number = Hex.text((0..<8).map { _ in UInt8.random(in: 0...255) })
        return ShreddingNote(
            .init(removal: .init(removed: [], reason: reason, at: now), keys: []),
            at: "\(folder)/\(Self.prefix)\(number)\(Self.suffix)", of: self)
    }

    /// Shreds what is still there of the keys that other processes were about to shred: whoever asked for that wanted all of it gone.
    func finish() {
        for note in left { note.finish() }
    }

    /// Ends what other processes had begun; what they destroyed, to be certified here.
    func takeUp() -> [ShreddingNote] {
        let taken = left.filter { $0.finish() }
        for note in taken { take(note.path) }
        return taken
    }

    private var left: [ShreddingNote] {
        let names = (try? Files.names(in: folder)) ?? []
        return names.compactMap { name in
            // One that was still being written says nothing: no key had gone.
            let isDraft = name.hasSuffix(".new")
            let note = isDraft ? String(name.dropLast(4)) : name
            let path = "\(folder)/\(note)"
            guard Self.isName(note), own.withLock({ !$0.contains(path) }) else { return nil }
            guard isDraft else { return ShreddingNote(reading: path, of: self) }
            try? Files.remove("\(folder)/\(name)")
            return nil
        }
    }

    fileprivate func take(_ path: String) { own.withLock { _ = $0.insert(path) } }

    fileprivate func leave(_ path: String) { own.withLock { _ = $0.remove(path) } }

    fileprivate func code(of bytes: [UInt8]) -> String { Hex.text(ring.codes(for: .shredding).code(of: bytes)) }
}

/// What one removal is about to shred.
package final class ShreddingNote: Sendable {
    struct Content: Codable, Sendable {
        var removal: RetentionRecord.Uncertified
        var keys: [Key]

        struct Key: Codable, Sendable {
            /// In the state folder.
            let file: String
            /// SHA-256 of the key as it lies wrapped: another one may have its name by then.
            let digest: String
        }
    }

    /// A key's file, and the key as it lies wrapped.
    typealias Key = (path: String, bytes: [UInt8])

    let path: String
    private let notes: ShreddingNotes
    private let content: Mutex<Content>

    /// What goes with the keys.
    var removal: RetentionRecord.Uncertified { content.withLock(\.removal) }

    fileprivate init(_ content: Content, at path: String, of notes: ShreddingNotes) {
        self.path = path
        self.notes = notes
        self.content = Mutex(content)
    }

    /// `nil` where it is not as it was written.
    fileprivate convenience init?(reading path: String, of notes: ShreddingNotes) {
        let lines = Files.read(path)?.split(separator: UInt8(ascii: "\n"), maxSplits: 1).map(Array.init) ?? []
        guard lines.count == 2, lines[0] == Array(notes.code(of: lines[1]).utf8),
            let content = try? JSONDecoder().decode(Content.self, from: Data(lines[1]))
        else { return nil }
        self.init(content, at: path, of: notes)
    }

    /// Notes keys that are about to be shredded. Where that can't be written they go all the same.
    func add(_ keys: [Key], removing removed: [Deletion]) {
        guard !keys.isEmpty else { return }
        content.withLock { content in
            content.removal.removed += removed
            content.keys += keys.map { path, bytes in
                .init(file: String(path.dropFirst(notes.folder.count + 1)), digest: Self.digest(bytes))
            }
            guard let json = (try? JSONEncoder().encode(content)).map(Array.init) else { return }
            notes.take(path)
            try? Files.replace(path, with: Array("\(notes.code(of: json))\n".utf8) + json)
        }
    }

    /// Shreds what is still there, and removes what it opened; whether nothing is left.
    @discardableResult
    fileprivate func finish() -> Bool {
        for key in content.withLock(\.keys) {
            let path = notes.folder + "/" + key.file
            guard Files.exist(path) else { continue }
            guard let bytes = Files.read(path) else { return false }
            // One that a kill left overwritten and not removed is that one, too.
            let isNoted = Self.digest(bytes) == key.digest || bytes.allSatisfy { $0 == 0 }
            if isNoted, (try? Files.shred(path)) == nil { return false }
        }
        JournalFiles.sweep(StateFolder.journal(in: notes.folder))
        try? DetailFolder(in: notes.folder).removeOrphans()
        return true
    }

    /// What it says is noted elsewhere.
    func remove() {
        try? Files.remove(path)
        notes.leave(path)
    }

    private static func digest(_ bytes: [UInt8]) -> String { Hex.text(SHA256.hash(data: bytes)) }
}
