import Foundation
package import TacitKeys
import TacitSeal
import TacitStores

extension Backup {
    package struct Restored: Sendable, Equatable, Encodable {
        /// When the backup was made, in seconds since 1970.
        package let made: Int64
        /// Records that had reached their limit since, and are gone.
        package let expired: Int64
        /// Records that were deleted since, as the folder's log of deletions tells, and are gone again.
        package let deletedAgain: Int64
    }

    private static let draft = "restoring"

    /// Puts back the key ring of a folder that has none, under the master key of `source`.
    package func restoreKeys(to state: String, under source: KeySource, with passphrase: Passphrase) throws {
        let folder = try StateFolder(claiming: state)
        let ring = KeyRingFile(in: folder.path)
        try Self.refuse(ring.path, "a key ring is there already; move it away first, where it opens nothing")
        var held: KeyRing?
        try forEachPart(with: passphrase) { part, reader in
            let bytes = try reader.secret()
            if part == .ring { held = KeyRing(bytes) }
        }
        guard let held else { throw malformed }
        try ring.create(held, with: source)
    }

    /// Puts a backup into a folder that has no store, under the master key of `source`. Nothing of it has its name before all of it
    /// has been read and found whole.
    ///
    /// Windows that are over by now stay closed, as they may have been released since, and what has reached its limit is gone. Where
    /// the folder has a log of deletions that goes on from the backup's, what it tells of is deleted again.
    ///
    /// - Parameter wall: seconds since 1970.
    package func restore(
        to state: String, under source: KeySource, with passphrase: Passphrase, at wall: Int64
    ) async throws -> Restored {
        let folder = try StateFolder(claiming: state)
        for path in [folder.database, KeyRingFile(in: folder.path).path] {
            try Self.refuse(path, "a store is there already, and is not written over; name a new folder with --state")
        }
        let draft = "\(folder.path)/\(Self.draft)"
        if Files.exist(draft) { try Files.removeAll(draft) }
        try Files.makeFolder(draft)
        defer { try? Files.removeAll(draft) }
        let ring = try unpack(into: draft, with: passphrase)
        let isLogNewer = try takesUp("\(folder.path)/\(Part.deletions.rawValue)", in: draft)

        let store = try SQLiteStore(path: StateFolder.database(in: draft), ring: ring)
        let expired = try await store.settleRestored(at: Report.now(in: store, wall: wall))
        var again: [Deletion] = []
        if isLogNewer {
            let signing = try SigningKey(file: "\(draft)/\(Part.signingKey.rawValue)", ring: ring, creating: false)
            again = try await DeletionLog(in: folder.path).replay(on: store, trusting: [signing.verifyingKey.id])
        }
        try store.close()
        try KeyRingFile(in: draft).create(ring, with: source)
        // The store comes last: without one, the folder is still to be restored.
        let names = Files.names(in: draft)
        for name in names.filter({ $0 != Part.store.rawValue }) + [Part.store.rawValue] {
            try Files.move("\(draft)/\(name)", to: "\(folder.path)/\(name)")
        }
        return Restored(
            made: try head().made, expired: expired, deletedAgain: again.reduce(0) { $0 + $1.records })
    }

    /// What a backup, or a restore, that was cut off has left in a folder goes.
    package static func sweep(_ state: String) throws {
        guard let lock = try FileLock.takeIfFree(StateFolder.keysLock(in: state)) else { return }
        defer { withExtendedLifetime(lock) {} }
        try Files.shred(copy(in: state))
        if Files.exist("\(state)/\(draft)") { try Files.removeAll("\(state)/\(draft)") }
    }

    private static func refuse(_ path: String, _ remedy: String) throws(FileFault) {
        guard !Files.exist(path) else { throw FileFault(.unwritable, at: path, remedy: remedy) }
    }

    /// Writes each part under its name, but for the ring, which touches no disk in the clear.
    private func unpack(into folder: String, with passphrase: Passphrase) throws -> KeyRing {
        var ring: KeyRing?
        var parts: Set<Part> = []
        try forEachPart(with: passphrase) { part, reader in
            guard parts.insert(part).inserted else { throw malformed }
            if part == .ring {
                ring = KeyRing(try reader.secret())
                return
            }
            let file = try FileAppender("\(folder)/\(part.rawValue)")
            while let bytes = try reader.next() { try file.append(bytes) }
            try file.finish()
        }
        guard let ring, parts.contains(.store) else {
            throw StreamError(
                .malformed, at: path, remedy: "it holds keys alone; put them back with `tacit keys restore`")
        }
        return ring
    }

    /// Whether the folder's log of deletions goes on from the backup's, which is left out then.
    private func takesUp(_ log: String, in draft: String) throws -> Bool {
        let backedUp = "\(draft)/\(Part.deletions.rawValue)"
        let known = Files.read(backedUp) ?? []
        guard let here = Files.read(log), !known.starts(with: here) else { return false }
        guard here.starts(with: known) else {
            throw FileFault(
                .unreadable, at: log,
                remedy: "it is of another store than the backup, so that nobody can tell what was deleted since; "
                    + "restore into a new folder, with the log of the store that the backup is of")
        }
        try Files.remove(backedUp)
        return true
    }
}

extension Backup.PartReader {
    /// All of a small part.
    mutating func secret() throws -> SecretBytes {
        guard left <= 1 << 16 else { throw malformed }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(left)
        while let more = try next() { bytes += more }
        guard !bytes.isEmpty else { throw malformed }
        return SecretBytes(taking: &bytes)
    }
}
