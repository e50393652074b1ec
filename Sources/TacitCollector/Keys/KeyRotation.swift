package import TacitKeys
import TacitSeal
package import TacitStores

/// The change of the keys of a state folder: a new generation of data keys, and a new master key over the ring.
///
/// ```swift
/// let rotated = try await KeyRotation(state, from: source, to: source).run(at: now)
/// ```
///
/// Only wrapped keys are written anew, never data. Whatever moment it is cut off at, all that opened before opens after, and
/// the next rotation goes on from there. What comes of it: copies of the old ring and of wrapped keys, wherever they lie, open with
/// nothing that is left.
package struct KeyRotation: Sendable {
    package enum Step: Sendable, CaseIterable {
        case generationDrawn, storeRewrapped, filesRewrapped, masterDrawn, ringMoved
    }

    package struct Rotated: Sendable, Equatable, Encodable {
        package var generation: UInt32
        package var master: String
        /// Keys that the new generation wraps now.
        package var rewrapped = 0
        /// Keys that did not open before, and do not now.
        package var unopened = 0
    }

    private let state: StateFolder
    private let old: KeySource
    private let new: KeySource

    /// - Parameters:
    ///   - old: where the master key comes from now.
    ///   - new: where it shall come from.
    package init(_ state: StateFolder, from old: KeySource, to new: KeySource) {
        self.state = state
        self.old = old
        self.new = new
    }

    /// - Parameter step: called after each step; what it throws cuts the rotation off.
    package func run(at now: Int64, after step: (Step) throws -> Void = { _ in }) async throws -> Rotated {
        let lock = try FileLock.take(StateFolder.keysLock(in: state.path))
        defer { withExtendedLifetime(lock) {} }
        let file = KeyRingFile(in: state.path)
        try file.settle(old)
        let (held, master) = try file.open(with: old)
        try new.prepare()
        // One that was cut off has drawn its generation already.
        let ring = held.generations.count > 1 ? held : held.adding(at: now)
        if ring !== held { try file.replace(with: ring, under: master, lock: file.head().lock) }
        try step(.generationDrawn)

        var rotated = Rotated(generation: ring.current.number, master: "")
        if Files.exist(state.database) {
            let keys = try await SQLiteStore(path: state.database, ring: ring).rewrapKeys(with: ring)
            (rotated.rewrapped, rotated.unopened) = (keys.rewrapped, keys.unopened)
        }
        try step(.storeRewrapped)
        rotated.rewrapped += try Journal.rewrapKeys(in: state.journal, with: ring)
        rotated.rewrapped += try DetailFolder(in: state.path).rewrapKeys(with: ring)
        if Files.exist(state.signingKey), try SigningKey.rewrap(state.signingKey, with: ring) { rotated.rewrapped += 1 }
        try step(.filesRewrapped)

        try file.move(ring.withoutPast, from: old, to: new) { moved in
            try step(moved == .masterDrawn ? .masterDrawn : .ringMoved)
        }
        rotated.master = try file.head().master
        return rotated
    }
}
