package import TacitSeal

/// The change of the master key. At each moment the ring lies under one that can be had: the old or the new.
extension KeyRingFile {
    package enum Step: Sendable, CaseIterable {
        /// The new key is on the disk, and nothing lies under it yet.
        case masterDrawn
        /// The ring lies under the new key.
        case ringMoved
    }

    /// Draws a new master key, puts the ring under it, and destroys the old one where it is a file's.
    package func move(
        _ ring: KeyRing, from old: KeySource, to new: KeySource, after step: (Step) throws -> Void = { _ in }
    ) throws {
        let master = MasterKey()
        if case .file(let path) = new {
            // What an earlier attempt left opens nothing.
            try Files.shred(KeySource.next(path))
            try master.create(file: KeySource.next(path))
        }
        let lock = try new.lock(master)
        try step(.masterDrawn)
        try replace(with: ring, under: master, lock: lock)
        try step(.ringMoved)
        if case .file(let path) = old { try Files.shred(path) }
        try settle(new)
    }

    /// Ends what a change that was cut off has left beside a file: the new key takes its place, or goes, as the ring says.
    ///
    /// Whoever calls it has the state folder for itself.
    package func settle(_ source: KeySource) throws {
        guard case .file(let path) = source, Files.exist(KeySource.next(path)) else { return }
        let next = KeySource.next(path)
        guard try MasterKey(file: next, creating: false).fingerprint == head().master else {
            return try Files.shred(next)
        }
        try Files.shred(path)
        try Files.move(next, to: path)
    }
}
