import Foundation
package import TacitKeys
import TacitSeal
import TacitStores

extension Backup {
    package struct Restored: Sendable, Equatable, Encodable {
        /// When the backup was made, in seconds since 1970.
        package let made: Int64
        /// Rows that had reached their limit since, and are gone.
        package let expired: Int64
        /// Rows that were removed since, and are gone again.
        package let removed: Int64
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
    /// Windows that are over by now stay closed, as they may have been released since. What has reached its limit is gone, and so is
    /// what the folder's own log says was removed.
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
        let store = try SQLiteStore(path: StateFolder.database(in: draft), ring: ring)
        let now = try await Report.now(in: store, wall: wall)
        try await store.closeWindows(at: now)
        let limits = try await Report.read(from: store, now: wall).retention?.limits ?? RetentionLimits()
        let expired = try await store.remove(.expired(limits, now: now))
        let removed = try await replay(folder.deletions, on: store, ring, in: draft)
        try Self.keepLonger(DetailReadingLog(in: folder.path).path, .detailReads, in: draft)
        _ = try await store.overwrite()
        try store.close()
        try KeyRingFile(in: draft).create(ring, with: source)
        // The store comes last: without one, the folder is still to be restored.
        let names = try Files.names(in: draft)
        for name in names.filter({ $0 != Part.store.rawValue }) + [Part.store.rawValue] {
            try Files.move("\(draft)/\(name)", to: "\(folder.path)/\(name)")
        }
        return Restored(
            made: try head().made, expired: expired.reduce(0) { $0 + $1.records },
            removed: removed.reduce(0) { $0 + $1.records })
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

    /// Removes again what was removed since the backup was made.
    private func replay(
        _ log: DeletionLog, on store: SQLiteStore, _ ring: KeyRing, in draft: String
    ) async throws -> [Deletion] {
        guard Files.exist(log.path) else { return [] }
        try Self.keepLonger(log.path, .deletions, in: draft)
        let key = try? SigningKey(file: StateFolder.signingKey(in: draft), ring: ring, creating: false)
        return try await log.replay(on: store, trusting: key.map { [$0.verifyingKey] })
    }

    /// Of a log of the folder and the one in the backup the one stays that goes on.
    private static func keepLonger(_ path: String, _ part: Part, in draft: String) throws(FileFault) {
        guard Files.exist(path) else { return }
        let carried = "\(draft)/\(part.rawValue)"
        let (here, there) = (try Files.content(of: path), Files.read(carried) ?? [])
        guard here.starts(with: there) || there.starts(with: here) else {
            throw FileFault(
                .damaged, at: path,
                remedy:
                    "it does not go on from the log in the backup; take a backup of this folder, or move the log away")
        }
        if here.count > there.count { try Files.remove(carried) }
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
